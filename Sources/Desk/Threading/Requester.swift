// Who asks: the one who wrote, unless a colleague passes on what a client wrote.
//
// A forwarded letter names its author by the word of whoever passes it on. We believe our own staff
// and nobody else: a client who passes on a stranger's letter stays the one we answer.

/// Who the requester of a mail is; nil where its sender cannot be told.
package func requester(of reading: Reading) -> NamedAddress? {
    reading.clientPassedOn ?? reading.message.from
}

extension HouseSettings {
    /// Whether an address is a staff member's own.
    package func isStaff(_ address: EmailAddress) -> Bool {
        company.staff.contains { $0.address == address }
    }
}

extension Reading {
    /// The client whose letter a staff member passes on; nil in every other case, and where nothing
    /// proves that it is the staff member who does (invariant 6).
    package var clientPassedOn: NamedAddress? {
        guard isAuthenticatedStaff, let author = forwarded?.author, !house.isOurs(author.address),
            !house.isStaff(author.address)
        else { return nil }
        return author
    }

    /// What the mail is about: the client's own subject, where a staff member passes it on.
    package var topic: String {
        guard clientPassedOn != nil, let subject = forwarded?.subject, !subject.isEmpty else {
            return message.subject
        }
        return subject
    }
}
