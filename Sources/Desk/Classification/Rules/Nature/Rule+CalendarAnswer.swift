// Answers to invitations: a calendar accepts, refuses or hesitates in a person's place.

extension Rule {
    /// A calendar answers an invitation.
    static let calendarAnswer = Rule(
        "calendar-answer",
        "A calendar answers an invitation of ours (METHOD:REPLY, or a set subject with a "
            + "calendar part)."
    ) { reading in
        let message = reading.message
        switch message.calendarMethod {
        // Whoever passes an answer on, or proposes another time, writes for himself.
        case .reply, .declineCounter:
            if !reading.subject.isForward { return (.nature(.receipt), "METHOD:REPLY") }
        case .publish, .request, .add, .cancel, .refresh, .counter: return nil
        case nil: break
        }
        guard !reading.subject.isForward,
            message.attachments.contains(where: { types.contains($0.type) })
        else { return nil }
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
