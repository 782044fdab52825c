// Who belongs on a ticket (invariant 6): a number or a reference counts only from one of these.

/// By what right somebody takes part in a ticket.
package enum Participation: Hashable, Sendable {
    /// The very address is on the ticket.
    case person
    /// The registry knows the address as one of the ticket's client.
    case client(ClientName)
    /// Somebody of the same company domain is on the ticket.
    case colleague(String)
    /// It is a machine that reports on a letter to somebody who is on the ticket.
    case reporter(EmailAddress)
    /// It is one of our own staff, by our mail server's word or by an answer to our letter.
    case staff

    /// The right in a few words.
    package var words: String {
        switch self {
        case .person: "a participant"
        case .client(let name): "somebody of the client \(name.text)"
        case .colleague(let domain): "a colleague at \(domain)"
        case .reporter(let recipient): "a machine that reports on a letter to \(recipient.text)"
        case .staff: "one of our staff"
        }
    }
}

extension Reading {
    /// By what right the sender takes part in a ticket; nil for a stranger.
    package func participation(in ticket: TicketSummary, client: Client?) -> Participation? {
        guard let sender = message.from?.address else { return nil }
        // A mail server that reports on a letter to a participant belongs there too, quietly.
        if ticket.participants.contains(sender) { return .person }
        let reported = bounce?.reports.compactMap(\.recipient) ?? []
        if let recipient = ticket.participants.first(where: reported.contains) {
            return .reporter(recipient)
        }
        if isAuthenticatedStaff || marks.grants.contains(ticket.number) { return .staff }
        if let client, let owner = ticket.client, client.name == owner {
            return .client(owner)
        }
        let domain = sender.domain
        let company = house.company
        // One's own people are no clients, and at a public provider nobody is a colleague.
        guard !company.owns(domain: domain), !company.threading.isPublic(domain: domain),
            ticket.participants.contains(where: { $0.domain == domain })
        else { return nil }
        // The registry may say that two clients share a domain: then it says who is whose.
        if let client, let owner = ticket.client, client.name != owner { return nil }
        return .colleague(domain)
    }

    /// The participant whose address the sender's resembles without being it.
    func imitated(in ticket: TicketSummary) -> EmailAddress? {
        guard let sender = message.from?.address else { return nil }
        return ticket.participants.first { LookAlike.resembles($0, sender) }
    }

    /// Whether the mail comes from one of our own mailboxes.
    package var isOwnMail: Bool {
        guard let sender = message.from?.address else { return false }
        return house.isOurs(sender)
    }
}
