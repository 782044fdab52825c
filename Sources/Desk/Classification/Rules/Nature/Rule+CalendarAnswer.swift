// Answers to invitations: a calendar accepts, refuses or hesitates in a person's place.

extension Rule {
    /// A calendar answers an invitation.
    static let calendarAnswer = Rule(
        "calendar-answer",
        "A calendar answers an invitation of ours (METHOD:REPLY, or a set subject with a "
            + "calendar part)."
    ) { reading in
        let message = reading.message
        if let type = message.header("content-type")?.lowercased(), type.hasPrefix("text/calendar"),
            type.containsFolded("method=reply") || type.containsFolded("method=\"reply\"")
        {
            return (.nature(.receipt), "Content-Type: \(type)")
        }
        guard message.attachments.contains(where: { types.contains($0.type) }) else { return nil }
        guard let words = subjects.prefix(of: Array(reading.folded.subject.utf8)[...]) else {
            return nil
        }
        return (.nature(.receipt), "\(words) with a calendar part")
    }

    private static let types: Set<String> = ["text/calendar", "application/ics"]

    private static let subjects = PhraseIndex([
        [
            "accepte", "refuse", "decline", "provisoire", "peut-etre", "accepted", "declined",
            "tentative",
            "tentatively accepted", "invitation acceptee", "invitation refusee", "zugesagt",
            "abgelehnt",
            "mit vorbehalt", "aceptado", "rechazado", "accettato", "rifiutato", "geaccepteerd",
            "reponse a l'invitation",
        ]
    ])
}
