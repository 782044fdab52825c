// The question "was this mail yours?", asked at the registered address, and its answer.
//
// The letter that asks bears a capability, so that only whoever reads the colleague's mail can
// answer. It asks once for each mail; it is an automatic letter, and the bounds of automatic
// letters hold for it. An answer that proves nothing asks nothing again, so nothing loops.

/// What a colleague answers.
package enum ConfirmationAnswer: Hashable, Sendable {
    case yes
    case no

    /// Reads the new text of an answer: its first line decides; nil where it is neither.
    package init?(_ text: String) {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let words = Folding.text(of: line.cut(toBytes: 200)).split { !$0.isLetter }.map(String.init)
        guard let first = words.first, words.count <= 6 else { return nil }
        switch first {
        case "oui", "ok", "yes", "confirme", "confirmé", "ouii": self = .yes
        case "non", "no", "jamais": self = .no
        case "je" where words.count > 1 && words[1].hasPrefix("confirme"): self = .yes
        default: return nil
        }
    }
}

/// Whether a colleague's "stop" recalls a reply that has not left yet.
package enum RecallWord {
    /// Whether the new text of a mail is nothing but that word.
    package static func isAll(of text: String) -> Bool {
        let folded = Folding.text(of: text.cut(toBytes: 200))
        let words = folded.split { !$0.isLetter }.map(String.init)
        return words.count <= 3
            && words.first.map { ["stop", "annuler", "annule", "cancel"].contains($0) } == true
    }
}

/// What becomes of a colleague's mail that proves nothing.
package enum UnprovenMail: Hashable, Sendable {
    /// It is kept as a draft, and the registered address is asked once.
    case ask(reason: String)
    /// It is kept as a draft; nobody is asked, for this reason.
    case keep(reason: String)

    /// Decides; a machine's mail, and one above the bounds of automatic letters, asks nobody.
    ///
    /// The questions of the last day are counted on the dossier, and over all dossiers.
    package init(
        _ reading: Reading,
        reason: String,
        isAutomatic: Bool,
        questionsOnTicket: Int,
        questionsToPerson: Int
    ) {
        if isAutomatic {
            self = .keep(reason: "a machine wrote it; \(reason)")
        } else if questionsOnTicket >= Self.questionsMaximum
            || questionsToPerson >= QuestionTally.dailyMaximum
        {
            let asked = max(questionsOnTicket, questionsToPerson)
            self = .keep(reason: "asked \(asked) times today already; \(reason)")
        } else if ConfirmationAnswer(reading.newText) != nil {
            self = .keep(reason: "an answer without proof; \(reason)")
        } else {
            self = .ask(reason: reason)
        }
    }

    /// Questions to one address about one dossier in 24 hours.
    static let questionsMaximum = 3
}
