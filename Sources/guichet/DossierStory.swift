// A ticket's story in plain sentences, from what was stored when it happened: who wrote, why this
// dossier and no other, which class and which words decided, which letter went or why none. Nothing
// is judged anew.

import Desk
import Foundation
import Store

/// Tells a ticket's story.
struct DossierStory {
    let dossier: Dossier
    let links: [LinkedTicket]
    let timeZone: TimeZone
    /// The new text of a mail, where it can still be read.
    let text: (MailID) -> String?

    /// The story, one sentence a line.
    var sentences: [String] {
        [opening, client] + links.map(sentence) + dossier.mails.flatMap(sentences) + later
            + [standing]
    }

    private var number: String { dossier.ticket.number.text }

    // MARK: - Who

    private var opening: String {
        let opening = dossier.ticket.opening
        let who = opening.requester.map { "\($0.shown) <\($0.address.text)>" }
        let what = opening.procedure == .sav ? "an SAV request" : "a complaint"
        return "\(number) is \(what), opened on \(moment(dossier.ticket.openedAt)) by "
            + "\(who ?? "a sender who is nobody for certain") under “\(opening.subject)”."
    }

    private var client: String {
        guard let client = dossier.ticket.client else {
            return "The sender was in no client's file: a prospect, served under the terms that "
                + "hold for everybody."
        }
        let contract = dossier.ticket.contract.map { "whose contract is \($0.rawValue)" }
        return "It belongs to the client \(client.text), "
            + "\(contract ?? "who had no contract in force")."
    }

    private func sentence(about link: LinkedTicket) -> String {
        link.isIncoming
            ? "\(link.other.text) is linked to it: "
                + "\(link.relation.sentence(about: dossier.ticket.number))."
            : "It is linked to \(link.other.text): \(link.relation.sentence(about: link.other))."
    }

    // MARK: - Each mail

    private func sentences(about mail: FiledMail) -> [String] {
        let sender = mail.record.sender?.address.text ?? "nobody for certain"
        var lines = [
            "",
            "Mail #\(mail.kept.id.row) of \(moment(mail.kept.receivedAt)) from \(sender): "
                + "“\(mail.record.subject)”.",
        ]
        let isFirst = mail.kept.id == dossier.ticket.opening.mail
        let threads = mail.findings.filter { if case .thread = $0.verdict { true } else { false } }
        let chosen = threads.last { $0.verdict.text == number }
        if let chosen {
            lines.append("  It was put on \(number): it \(chosen.evidence).")
        } else if isFirst {
            lines.append("  It opened the dossier: \(mail.reason).")
        } else {
            lines.append("  It was put here: \(mail.reason).")
        }
        for finding in threads where finding != chosen {
            lines.append("  Looked at, and not followed: \(finding.evidence).")
        }
        for finding in mail.findings {
            if let sentence = sentence(about: finding, in: mail) { lines.append("  \(sentence)") }
        }
        switch mail.acknowledgement {
        case .due(let kind, let reason): lines.append("  The letter \(kind.rawValue): \(reason).")
        case .notDue(let reason): lines.append("  No letter: \(reason).")
        case nil: lines.append("  It waits to be filed.")
        }
        return lines
    }

    private func sentence(about finding: Finding, in mail: FiledMail) -> String? {
        let words = shown(finding, in: mail)
        switch finding.verdict {
        case .thread: return nil
        case .nature(let nature): return "It is a \(nature.rawValue): \(words)"
        case .criticality(let level):
            let isFirst = mail.kept.id == dossier.ticket.opening.mail
            return isFirst
                ? "Its class is \(level.rawValue): \(words)"
                : "A request by itself would be \(level.rawValue), which changes nothing here: "
                    + words
        case .topic(let topic): return "It is about \(topic.rawValue): \(words)"
        case .urgent(let isUrgent):
            return "It is \(isUrgent ? "urgent" : "not urgent"): \(words)"
        case .escalation(let level): return "It demands level \(level): \(words)"
        case .closing(let answer): return "To the closing it says “\(answer.rawValue)”: \(words)"
        case .score(let note): return "It gives the note \(note)/5: \(words)"
        case .note: return "Worth a look (\(finding.rule)): \(finding.evidence)."
        }
    }

    // The words that decided, in the sentence in which they stand.
    private func shown(_ finding: Finding, in mail: FiledMail) -> String {
        let rule = RuleBook.sentence(of: finding.rule).map { " \($0)" } ?? ""
        let words = finding.evidence
        let inside = place(of: words, in: [mail])
        return "“\(words)”\(inside) (\(finding.rule))\(rule.isEmpty ? "." : ":\(rule)")"
    }

    // The sentence in which words stand, the latest mail first; of words that were weighed, the one
    // that has most of them.
    private func place(of evidence: String, in mails: [FiledMail]) -> String {
        let words =
            ["doubt: ", "weighed: ", "voted: "].first { evidence.hasPrefix($0) }
            .map { String(evidence.dropFirst($0.count)) } ?? evidence
        let parts = words == evidence ? [words] : words.components(separatedBy: ", ")
        let keys = parts.map { Folding.text(of: $0) }.filter { !$0.isEmpty && $0.first != "@" }
        for mail in mails.reversed() {
            let sentences = (text(mail.kept.id).map(Self.sentences) ?? []) + [mail.record.subject]
            let counts = sentences.map { sentence in
                let folded = Folding.text(of: sentence)
                return keys.count { folded.contains($0) }
            }
            if let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) {
                return " in “\(sentences[best].cut(to: 200))”"
            }
        }
        return ""
    }

    private static func sentences(of text: String) -> [String] {
        text.replacing("\n", with: " ")
            .split { $0 == "." || $0 == "!" || $0 == "?" }
            .map { $0.split(separator: " ").joined(separator: " ") }
    }

    // MARK: - What came later

    private var later: [String] {
        let told = dossier.events.compactMap { event -> String? in
            event.record.fact.flatMap(sentence).map { "\(moment(event.at)): \($0)." }
        }
        return told.isEmpty ? [] : ["", "Then:"] + told.map { "  \($0)" }
    }

    private func sentence(about fact: TicketFact) -> String? {
        switch fact {
        case .classified(let criticality, let urgent, let reason):
            let words = [urgent ? "urgent" : nil, criticality?.rawValue].compactMap { $0 }
            let level = words.isEmpty ? "not urgent" : words.joined(separator: ", ")
            // What a further mail has raised is shown where it was read.
            let said = reason.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
            let inside =
                reason.hasPrefix("a further mail") ? place(of: said, in: dossier.mails) : ""
            return "the class was set to \(level) (\(reason)\(inside))"
        case .assigned(let person, let reason): return "\(person.text) has it (\(reason))"
        case .moved(let state, let reason): return "it became \(state.rawValue) (\(reason))"
        case .letterSent(let id): return "the letter \(id.text.prefix(40))… left"
        case .letterFailed(_, let reason): return "a letter did not arrive (\(reason))"
        case .letterWithheld(_, _, let reason): return "a letter was withheld (\(reason))"
        case .letterUndelivered(_, _, _, let reason): return "a letter did not arrive (\(reason))"
        case .heard(_, let author): return "\(author.text) was heard, who is not on it"
        case .recognised(let client, let contract):
            return "it was recognised as \(client.text)’s (\(contract?.rawValue ?? "no contract"))"
        case .merged(let survivor): return "it was merged into \(survivor.text)"
        case .absorbed(let other, _): return "\(other.text) was merged into it"
        case .splitOff(let mail, let other): return "mail \(mail.row) became \(other.text)"
        case .answer, .closing, .right, .promise, .staff:
            let words = FactWords(fact, in: timeZone)
            let kind = words.kind.replacing("-", with: " ")
            let parts = words.parts.joined(separator: ", ")
            return parts.isEmpty ? kind : "\(kind) (\(parts))"
        case .opened, .joined, .noted, .letterQueued, .letterNotDue, .linked: return nil
        }
    }

    private var standing: String {
        let ticket = dossier.ticket
        let level = ticket.classWords ?? "without class"
        return "It stands \(ticket.state.rawValue), \(level), with "
            + "\(ticket.handler?.text ?? "nobody yet")."
    }

    private func moment(_ date: Date) -> String { Moments.human(date, in: timeZone) }
}

extension RuleBook {
    /// The one sentence of a rule.
    static func sentence(of name: String) -> String? {
        [nature, criticality, topic, urgency, escalation, answer].joined()
            .first { $0.name == name }?.sentence
    }
}
