// The answers that a client gives by one click: what stands in the mail that each link opens.
//
// Such a mail quotes nothing, so its subject must tell what was asked and its text must answer it:
// the readers of closing answers and of survey notes are tested on each of these.

/// An answer that is ready to be sent.
package enum ClickedAnswer: Hashable, Sendable {
    /// The case may be closed.
    case resolved
    /// It may not.
    case notResolved
    /// The general management is to answer (R2).
    case level2
    /// The same note, 1 to 5, for all three criteria of the survey; the client changes what he
    /// likes before sending.
    case note(Int)

    /// Every one of them.
    package static let all: [ClickedAnswer] =
        [.resolved, .notResolved, .level2] + (1...5).map { .note($0) }

    /// The link that gives it about a ticket.
    package func link(
        about ticket: TicketNumber,
        to address: EmailAddress,
        in language: Language
    ) -> MailLink {
        MailLink(
            to: address,
            subject: "[\(ticket.text)] \(question(in: language))",
            body: body(in: language)
        )
    }

    private func question(in language: Language) -> String {
        switch (self, language) {
        case (.resolved, .french), (.notResolved, .french):
            "Votre demande est-elle résolue\u{202F}?"
        case (.resolved, .english), (.notResolved, .english): "Is your request resolved?"
        case (.level2, .french): "Saisine de la direction générale"
        case (.level2, .english): "To the general management"
        case (.note, .french): "Votre avis, en notes de 1 à 5"
        case (.note, .english): "Your opinion, from 1 to 5"
        }
    }

    private func body(in language: Language) -> String {
        switch (self, language) {
        case (.resolved, .french): "Oui, c’est résolu."
        case (.resolved, .english): "Yes, it is resolved."
        case (.notResolved, .french): "Non, pas encore."
        case (.notResolved, .english): "No, not yet."
        case (.level2, .french):
            "Je saisis la direction générale\u{A0}: mon dossier n’a pas reçu de réponse."
        case (.level2, .english):
            "I wish to escalate to your general management: my file has had no answer."
        case (.note(let note), .french):
            "Réactivité\u{A0}: \(note)\nQualité de la solution\u{A0}: \(note)\n"
                + "Communication\u{A0}: \(note)\n\nCommentaire\u{A0}: "
        case (.note(let note), .english):
            "Responsiveness: \(note)\nQuality of the solution: \(note)\n"
                + "Communication: \(note)\n\nComment: "
        }
    }
}
