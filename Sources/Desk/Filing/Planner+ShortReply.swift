// A colleague's mail that holds no message for the client: a word that stops, an automatic answer
// without the usual marks, files without a text, a draft completed in the quote.
//
// Nothing of it reaches the client unasked, and nothing is passed over in silence: the colleague
// is told what became of it.

import Foundation

extension StaffMailDesk {
    // MARK: - Stop

    /// Whether a mail asks that a message to the client be stopped.
    func asksToStop(_ parts: StaffText) -> Bool {
        if let line = parts.commandLines.first {
            return parts.commandLines.count == 1 && RecallWord.isCommand(line)
        }
        let words = parts.message
        if RecallWord.isAll(of: words) { return true }
        let waiting = ClientReply.waiting(on: events, in: house.company, at: now)
        if RecallWord.isShort(words) { return answersTranscript || !waiting.isEmpty }
        if RecallWord.forbids(words) { return !waiting.isEmpty }
        return RecallWord.refuses(words) && !toldLetters.isDisjoint(with: waiting)
    }

    /// The letters of ours that the mail answers.
    var answeredLetters: Set<MessageID> {
        let message = reading.message
        return Set(message.inReplyTo.isEmpty ? message.references : message.inReplyTo)
    }

    // The client's letters of the order of which the answered letter tells.
    private var toldLetters: Set<MessageID> {
        ClientReply.letters(ofOrdersToldIn: answeredLetters, on: events) ?? []
    }

    // Whether the mail answers what we told the colleague of an earlier one.
    private var answersTranscript: Bool {
        let answered = answeredLetters
        return events.contains { event in
            guard case .letterQueued(.transcript, let id) = event.fact else { return false }
            return answered.contains(id)
        }
    }

    /// What the colleague is asked where words look as if they were meant for us; none else.
    func oddities(of message: String) -> [String] {
        guard !BareAnswer.isAll(of: message) else { return [] }
        let isForUs =
            answersTranscript
            ? RecallWord.begins(message) || RecallWord.refuses(message)
                || RecallWord.mayRefuse(message) || RecallWord.isHint(message)
            : RecallWord.begins(message) && RecallWord.isShort(message)
        guard isForUs else { return [] }
        let waiting = ClientReply.waiting(on: events, in: house.company, at: now)
        let before =
            waiting.isEmpty
            ? [] : ["Un message au client attend encore son départ : « stop » l’arrête."]
        return [
            "Le client recevrait « \(message.cut(toBytes: 120)) » : est-ce bien pour lui ?"
        ] + before
    }

    // MARK: - No message

    /// What becomes of a mail that must not go to the client as it is; nil for others.
    func unsendable(_ parts: StaffText) -> FilingPlan? {
        if parts.commandLines.isEmpty, AwayWords.speaks(of: parts.message) { return away() }
        if let answered = answered(parts) { return answered }
        return parts.isEmpty ? withoutText() : nil
    }

    // A machine's words without a machine's marks. It is asked about once a day, so that an answer
    // to the question cannot ask again.
    private func away() -> FilingPlan {
        let isKnown = events.contains { event in
            guard case .staff(.awayNoted(person.address, _)) = event.fact else { return false }
            return event.at > now.addingTimeInterval(-86_400)
        }
        let reason = "\(person.address.text) seems to be away"
        guard !isKnown else { return planner.putWith(ticket.number, because: "\(reason): kept") }
        var plan = ask(
            "Votre message ressemble à une réponse automatique d’absence : rien n’est parti chez "
                + "le client.\n"
                + "S’il lui était destiné, répondez « oui » ; sinon, ne répondez pas.\n"
                + "Son texte : « \(ownWords) »",
            because: "kept as a draft: \(reason)",
            isYesOnly: true
        )
        let day = AwayWords.lastDay(
            in: reading.message.text,
            calendar: house.company.calendar,
            at: now
        )
        plan.events.append(event(.staff(.awayNoted(by: person.address, until: day))))
        return plan
    }

    private func withoutText() -> FilingPlan {
        if let draft = CompletedDraft(in: reading.message.text) {
            return ask(
                "Votre message n’a de texte que dans la citation : rien n’est parti chez le "
                    + "client. Voici ce que vous y avez complété :\n« \(draft.text) »\n"
                    + "L’envoyer au client ? Répondez « oui ».",
                because: "kept as a draft: its only text stands in the quote",
                keeping: draft.text
            )
        }
        let parts = ownParts
        let names = parts.enclosures.map(\.name).joined(separator: ", ")
        if !names.isEmpty {
            let isOne = parts.enclosures.count == 1
            return ask(
                "Votre message n’a aucun texte : rien n’est parti. Gardé au dossier : \(names).\n"
                    + "Envoyer au client \(isOne ? "ce fichier seul" : "ces fichiers seuls") ? "
                    + "Répondez « oui ».",
                because: "kept as a draft: files without a text",
                keeping: ticket.opening.language == .french
                    ? "Veuillez trouver ci-joint : \(names)." : "Please find attached: \(names)."
            )
        }
        let files = reading.message.attachments.map(\.name).joined(separator: ", ")
        return tell(
            "Votre message n’a aucun texte hors de la citation et de la signature : rien n’est "
                + "parti chez le client.\n"
                + (files.isEmpty ? "" : "Gardé au dossier, sans être envoyé : \(files).\n")
                + "Pour lui répondre, écrivez au-dessus de la citation."
        )
    }
}

/// The draft of a complaint's acknowledgement, completed where our notification quotes it.
struct CompletedDraft: Hashable, Sendable {
    /// Its text, without marks of a quote.
    let text: String

    private static let sentences = [
        "je suis responsable de votre reclamation", "i am in charge of your complaint",
    ]
    private static let beginnings = ["bonjour", "dear", "hello"]
    private static let endings = ["cordialement", "kind regards"]
    private static let linesMaximum = 200

    /// Finds it; nil where it is not there, or where nothing was filled in.
    init?(in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.drop { $0 == ">" || $0.isWhitespace })
        }
        let folded = lines.map { Folding.text(of: $0.cut(toBytes: 200)) }
        guard
            let middle = folded.firstIndex(where: { line in
                Self.sentences.contains(where: line.hasPrefix)
            })
        else { return nil }
        let top = folded[..<middle].suffix(6).lastIndex { line in
            Self.beginnings.contains(where: line.hasPrefix)
        }
        let rest = folded[middle...].prefix(Self.linesMaximum)
        guard let end = rest.firstIndex(where: { Self.endings.contains(where: $0.hasPrefix) })
        else { return nil }
        let own = lines[(top ?? middle)..<end]
        guard own.count(where: { $0.hasSuffix(": …") || $0.hasSuffix(":…") }) < 2 else {
            return nil
        }
        self.text = own.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
