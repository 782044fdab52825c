// Stage "identify": which dossier a mail belongs to. Like a careful dispatcher: a seal of ours
// proves it; a reference or a number counts only from somebody who is on the ticket (invariant 6);
// a stranger who knows a number gets a dossier of his own, linked to the other, with nothing of it
// shown.

import Foundation

/// What a mail belongs to, with the findings that led there.
package struct Identified: Hashable, Sendable {
    /// The conclusion.
    package var identification: Identification
    /// What was found and what was rejected, in the order of the proofs.
    package var findings: [Finding]
    /// What a new ticket has to do with others.
    package var links: [TicketLink] = []
    /// The sender answers our letter without being of the client: he is heard, and told nothing.
    package var isByThirdParty = false

    /// How many links a ticket gets from one mail.
    package static let linksMaximum = 3

    /// States a conclusion.
    package init(_ identification: Identification, findings: [Finding] = []) {
        self.identification = identification
        self.findings = findings
    }
}

/// Decides to what a mail belongs; the first proof that holds wins.
package func identify(_ reading: Reading, answer: ThreadAnswer) -> Identified {
    if let original = answer.original {
        return Identified(
            .duplicate(original),
            findings: [
                Finding(
                    rule: "same-content",
                    verdict: .thread("duplicate"),
                    evidence: "the same content was filed before"
                )
            ]
        )
    }
    // A list or a gateway may have put another author over it: the sealed id stays.
    if let own = reading.marks.own {
        return Identified(
            .ownMail,
            findings: [
                Finding(
                    rule: "own-mail",
                    verdict: .thread("own-mail"),
                    evidence: "bears the id of our letter about \(own.ticket.text)"
                )
            ]
        )
    }
    if reading.isOwnMail {
        return Identified(
            .ownMail,
            findings: [
                Finding(
                    rule: "own-mail",
                    verdict: .thread("own-mail"),
                    evidence: "from \(reading.message.fromText)"
                )
            ]
        )
    }
    var dispatcher = Dispatcher(reading: reading, answer: answer)
    return dispatcher.identify()
}

/// One mail's way through the proofs, strongest first.
private struct Dispatcher {
    let reading: Reading
    let answer: ThreadAnswer
    var findings: [Finding] = []
    var links: [TicketLink] = []

    private var policy: ThreadingPolicy { reading.house.company.threading }

    init(reading: Reading, answer: ThreadAnswer) {
        self.reading = reading
        self.answer = answer
    }

    mutating func identify() -> Identified {
        noteForgeries()
        let found = bounce() ?? sealed() ?? referred() ?? mentioned()
        if let found { return found }
        noteOddities()
        noteRepeat()
        return conclusion(.new)
    }

    // MARK: - The proofs

    private mutating func bounce() -> Identified? {
        guard let report = reading.marks.reported.first,
            let ticket = answer.ticket(report.letter.ticket, among: answer.sealed)
        else { return nil }
        note("reported-letter", "bounce", "reports on <\(report.id.text)>")
        return conclusion(.bounce(ticket, letter: report.id))
    }

    private mutating func sealed() -> Identified? {
        guard let ticket = answer.sealed.first, !meansAnother(than: ticket) else { return nil }
        let proof = "answers our sealed letter\(merging(into: ticket))"
        // Nobody for certain may be anybody: the seal speaks for the mail, not for him.
        guard let sender = reading.message.from?.address,
            reading.participation(in: ticket, client: answer.client) == nil
        else { return join(ticket, .seal, "sealed-reference", proof) }
        let domain = sender.domain
        guard isWork(on: ticket) || !policy.thirdParties.keepsApart(from: ticket.state) else {
            note("sealed-reference", "third-party", "\(proof), but nobody at \(domain) is on it")
            return apart(from: ticket, .stranger)
        }
        var found = join(ticket, .seal, "sealed-reference", proof)
        guard case .followUp = found.identification else { return found }
        let evidence = "nobody at \(domain) is on the ticket: heard, and told nothing of it"
        found.findings.append(
            Finding(rule: "third-party", verdict: .note("third-party"), evidence: evidence)
        )
        found.isByThirdParty = true
        return found
    }

    // A colleague who answers a letter about many dossiers means the one that he names.
    private func meansAnother(than ticket: TicketSummary) -> Bool {
        guard reading.answersList, let named = answer.mentioned.first else { return false }
        return named.number != ticket.number && isWork(on: named)
    }

    private mutating func referred() -> Identified? {
        for parent in answer.parents {
            let proof = "refers to <\(parent.id.text)>"
            if let found = consider(parent.ticket, .reference(parent.id), "reference", proof) {
                return found
            }
        }
        for sibling in answer.siblings {
            let proof =
                sibling.id == reading.message.id
                ? "was answered by <\(sibling.id.text)>, which came first"
                : "refers to <\(sibling.id.text)>, which never came, as a mail of the ticket does"
            if let found = consider(sibling.ticket, .sibling(sibling.id), "sibling", proof) {
                return found
            }
        }
        return nil
    }

    private mutating func mentioned() -> Identified? {
        let numbers = reading.marks.numbers
        guard numbers.count <= ThreadQuestion.mentionedMaximum else {
            note("number", "too-many", "names \(numbers.count) numbers or more: none decides")
            return nil
        }
        for ticket in answer.mentioned {
            let proof = "names \(named(for: ticket))\(merging(into: ticket))"
            if let found = consider(ticket, .number, "number", proof) { return found }
        }
        return nil
    }

    // MARK: - Weighing one ticket

    // A proof that everybody can copy: it counts from a participant alone.
    private mutating func consider(
        _ ticket: TicketSummary,
        _ proof: ThreadProof,
        _ rule: String,
        _ evidence: String
    ) -> Identified? {
        guard let right = reading.participation(in: ticket, client: answer.client) else {
            // Kept there as a draft: nothing of it is carried out before the colleague says yes.
            if isWork(on: ticket) {
                return join(ticket, proof, rule, "\(evidence); it bears a colleague’s address")
            }
            note(rule, "stranger", "\(evidence), but the sender is not on that ticket")
            if let imitated = reading.imitated(in: ticket) {
                let shown = "the sender’s address looks like \(imitated.text) and is another"
                findings.append(
                    Finding(rule: "look-alike", verdict: .note("look-alike"), evidence: shown)
                )
            }
            link(ticket, .stranger)
            return nil
        }
        let words =
            answer.isAssumed && right == .person
            ? Explanation.storeDecides
            : "the sender is \(right.words)"
        return join(ticket, proof, rule, "\(evidence); \(words)")
    }

    private mutating func join(
        _ ticket: TicketSummary,
        _ proof: ThreadProof,
        _ rule: String,
        _ evidence: String
    ) -> Identified {
        if let (relation, reason) = reasonToKeepApart(from: ticket) {
            note(rule, relation.rawValue, "\(evidence); \(reason)")
            return apart(from: ticket, relation)
        }
        note(rule, ticket.number.text, evidence)
        links = []
        return conclusion(.followUp(ticket, proof))
    }

    private func reasonToKeepApart(
        from ticket: TicketSummary
    ) -> (relation: TicketRelation, reason: String)? {
        guard !isWork(on: ticket) else { return nil }
        let isOver = ticket.state == .closed || ticket.state == .resolved
        let silence = answer.asOf.timeIntervalSince(ticket.changedAt)
        if isOver, silence > policy.lateReply.elapsedSeconds {
            return (.lateReply, "closed \(Int(silence / 86_400)) days ago")
        }
        if reading.subject.isForward, !reading.subject.isReply,
            policy.forwards.keepsApart(from: ticket.state)
        {
            return (.forward, "the mail was passed on, not answered")
        }
        if policy.newSubject.keepsApart(from: ticket.state),
            SubjectDistance.isFar(reading.subject, from: ticket.subject),
            !reading.marks.numbers.contains(ticket.number)
        {
            return (.newSubject, "its subject has nothing in common with the ticket’s")
        }
        return nil
    }

    // A colleague who answers our letter about a dossier means that dossier, however old; whether
    // it is the colleague is asked when the mail is carried out.
    private func isWork(on ticket: TicketSummary) -> Bool {
        guard let person = reading.staffSender else { return false }
        return !ticket.participants.contains(person.address)
    }

    private mutating func apart(
        from ticket: TicketSummary,
        _ relation: TicketRelation
    ) -> Identified {
        links = []
        link(ticket, relation)
        return conclusion(.new)
    }

    private mutating func link(_ ticket: TicketSummary, _ relation: TicketRelation) {
        guard links.count < Identified.linksMaximum,
            !links.contains(where: { $0.ticket == ticket.number })
        else { return }
        links.append(TicketLink(ticket.number, relation))
    }

    // MARK: - What decides nothing and is worth a look

    private mutating func noteForgeries() {
        for id in reading.marks.forged {
            note("sealed-reference", "forged", "the seal of <\(id.text)> does not fit")
        }
        for address in reading.marks.forgedTags {
            note("reply-tag", "forged", "the seal of \(address.text) does not fit")
        }
    }

    private mutating func noteOddities() {
        for text in reading.marks.mistyped {
            let told = "\(text) is not a ticket number: its check digit does not fit"
            note("number", "mistyped", told)
        }
        if let namesake = answer.namesake {
            let place = namesake.ticket.map { "on \($0.text)" } ?? "in the quarantine"
            findings.append(
                Finding(
                    rule: "message-id",
                    verdict: .note("used-twice"),
                    evidence: "an earlier mail \(place) bears the same Message-ID, and says "
                        + "something else"
                )
            )
        }
    }

    private mutating func noteRepeat() {
        // Whoever was kept apart from a ticket has said that this is another matter.
        guard links.isEmpty else { return }
        // "URGENT !!!", whatever its class: it can only be about what he wrote shortly before.
        let saysNothing = SubjectDistance.saysNothing(reading.subject)
        let repeated =
            answer.recent.first { ticket in
                SubjectDistance.isNear(reading.subject, to: ticket.subject)
            } ?? answer.recent.first.flatMap { saysNothing || reading.isInsistent ? $0 : nil }
        guard let repeated else { return }
        findings.append(
            Finding(
                rule: "probable-repeat",
                verdict: .note(repeated.number.text),
                evidence: "the sender opened \(repeated.number.text) shortly before, under "
                    + "“\(repeated.subject)”"
            )
        )
        link(repeated, .probableRepeat)
    }

    // MARK: - Parts

    private func named(for ticket: TicketSummary) -> String {
        answer.merged.first { $0.value == ticket.number }?.key.text ?? ticket.number.text
    }

    private func merging(into ticket: TicketSummary) -> String {
        answer.merged.values.contains(ticket.number)
            ? ", which was merged into \(ticket.number.text)" : ""
    }

    private mutating func note(_ rule: String, _ verdict: String, _ evidence: String) {
        findings.append(Finding(rule: rule, verdict: .thread(verdict), evidence: evidence))
    }

    private func conclusion(_ identification: Identification) -> Identified {
        var identified = Identified(identification, findings: findings)
        identified.links = links
        return identified
    }
}

extension Reading {
    /// Whether a colleague answers a letter that lists dossiers: a reminder, a report, a digest.
    var answersList: Bool {
        staffSender != nil && marks.sealed.first?.kind.listsDossiers == true
    }

    /// Whether the writer says that he has written before: "toujours pas de réponse".
    fileprivate var isInsistent: Bool {
        let text = FoldedLine(bytes: Folding.bytes(of: newText.cut(toBytes: 2_000))[...])
        return text.contains(anyOf: [
            "toujours pas de reponse", "toujours aucune reponse", "je vous relance",
            "nous vous relancons", "je relance", "mon mail precedent", "mon message precedent",
            "mon precedent", "comme je vous l'ai ecrit", "deja ecrit", "sans reponse de votre part",
            "deuxieme mail", "second mail", "troisieme mail", "still no answer", "still no reply",
            "my previous", "my last mail", "my earlier", "already wrote", "wrote earlier",
        ])
    }
}

extension ThreadAnswer {
    /// The ticket of a number among others, wherever a merger has led it.
    func ticket(_ number: TicketNumber, among tickets: [TicketSummary]) -> TicketSummary? {
        let today = merged[number] ?? number
        return tickets.first { $0.number == today }
    }
}
