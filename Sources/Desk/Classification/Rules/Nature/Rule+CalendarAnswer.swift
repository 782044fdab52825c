// Answers to invitations: a calendar accepts, refuses or hesitates in a person's place; so does the
// button of a mail program by which a colleague "reacts".

extension Rule {
    /// A calendar answers an invitation.
    static let calendarAnswer = Rule(
        "calendar-answer",
        "A calendar answers an invitation of ours (METHOD:REPLY, a set subject with a calendar "
            + "part, or the set line that a program writes in a colleague's name)."
    ) { reading in
        let message = reading.message
        switch message.calendarMethod {
        // Whoever passes an answer on, or proposes another time, writes for himself.
        case .reply, .declineCounter:
            if !reading.subject.isForward { return (.nature(.receipt), "METHOD:REPLY") }
        case .publish, .request, .add, .cancel, .refresh, .counter: return nil
        case nil: break
        }
        // What a program writes in a colleague's name is never the colleague's word to a client.
        if let line = setLine(reading) { return (.nature(.receipt), line) }
        guard !reading.subject.isForward,
            message.attachments.contains(where: { types.contains($0.type) })
        else { return nil }
        guard let words = subjects.prefix(of: Array(reading.folded.subject.utf8)[...]) else {
            return nil
        }
        return (.nature(.receipt), "\(words) with a calendar part")
    }

    // The one line that mail programs write for an answer to an invitation, or for a reaction: it
    // begins with the colleague's name.
    private static func setLine(_ reading: Reading) -> String? {
        guard let person = reading.staffSender, !reading.subject.isForward,
            reading.newText.utf8.count <= 300
        else { return nil }
        let line = Folding.text(of: reading.newText).split(whereSeparator: \.isNewline).first
        let name = Folding.text(of: person.name)
        guard let line, line.hasPrefix(name) else { return nil }
        let rest = line.dropFirst(name.count)
        return setLines.first { rest.hasPrefix($0) }
    }

    private static let setLines = [
        " a accepte cette invitation", " a accepte l'invitation", " a accepte votre invitation",
        " a refuse cette invitation", " a refuse l'invitation", " a decline cette invitation",
        " a decline l'invitation", " a accepte provisoirement ", " has accepted this invitation",
        " has accepted your invitation", " has declined this invitation",
        " has declined your invitation", " has tentatively accepted ", " a reagi a votre message",
        " reacted to your message",
    ]

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
