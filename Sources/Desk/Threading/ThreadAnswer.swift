// What the store knows of a mail's past.

package import Foundation

/// A mail that is filed already.
package struct KnownMail: Hashable, Sendable {
    /// The mail.
    package var mail: MailID
    /// The ticket that it is on; nil while it is in quarantine.
    package var ticket: TicketNumber?

    /// Points at a filed mail.
    package init(mail: MailID, ticket: TicketNumber?) {
        self.mail = mail
        self.ticket = ticket
    }
}

/// A mail that this one refers to.
package struct KnownParent: Hashable, Sendable {
    /// The Message-ID by which it was found.
    package var id: MessageID
    /// Who wrote it.
    package var author: EmailAddress?
    /// The ticket that it is on.
    package var ticket: TicketSummary

    /// Points at a parent.
    package init(id: MessageID, author: EmailAddress?, ticket: TicketSummary) {
        self.id = id
        self.author = author
        self.ticket = ticket
    }
}

/// As much of a ticket as decisions about a new mail need.
package struct TicketSummary: Hashable, Sendable {
    /// Its number.
    package var number: TicketNumber
    /// Its procedure.
    package var procedure: Procedure
    /// Its mailbox.
    package var mailbox: MailboxName
    /// Where it stands.
    package var state: TicketState
    /// The person responsible.
    package var handler: EmailAddress?
    /// The client's people on it.
    package var participants: [EmailAddress]
    /// The language to write in.
    package var language: Language
    /// The subject of its first mail.
    package var subject: String
    /// Its class; nil for complaints.
    package var criticality: Criticality?
    /// For complaints: whether an incident or an emergency is at stake.
    package var isUrgent = false
    /// The moment of its latest event.
    package var changedAt = Date.distantFuture
    /// The client that it belongs to, as the registry knows it now.
    package var client: ClientName?

    /// Sums a ticket up.
    package init(
        number: TicketNumber,
        procedure: Procedure,
        mailbox: MailboxName,
        state: TicketState,
        handler: EmailAddress?,
        participants: [EmailAddress],
        language: Language,
        subject: String
    ) {
        self.number = number
        self.procedure = procedure
        self.mailbox = mailbox
        self.state = state
        self.handler = handler
        self.participants = participants
        self.language = language
        self.subject = subject
    }

    /// The summary of a folded ticket.
    package init(_ ticket: Ticket) {
        self.init(
            number: ticket.number,
            procedure: ticket.opening.procedure,
            mailbox: ticket.opening.mailbox,
            state: ticket.state,
            handler: ticket.handler,
            participants: ticket.participants,
            language: ticket.opening.language,
            subject: ticket.opening.subject
        )
        criticality = ticket.criticality
        isUrgent = ticket.isUrgent
        changedAt = ticket.changedAt
        client = ticket.client
    }
}

/// The answer to a `ThreadQuestion`.
package struct ThreadAnswer: Hashable, Sendable {
    /// The same content, filed earlier.
    package var original: KnownMail?
    /// The tickets of `sealed` that exist, in the question's order.
    package var sealed: [TicketSummary] = []
    /// Parents that are known, the nearest first, of each ticket one.
    package var parents: [KnownParent] = []
    /// Tickets whose mails refer to what this mail refers to, or to this mail, which came later.
    package var siblings: [KnownParent] = []
    /// The tickets of `mentioned` that exist, in the question's order.
    package var mentioned: [TicketSummary] = []
    /// Tickets that others were merged into: what the question names, and what it means today.
    package var merged: [TicketNumber: TicketNumber] = [:]
    /// An earlier mail of other content that bears the same Message-ID.
    package var namesake: KnownMail?
    /// The sender's client.
    package var client: Client?
    /// Tickets that the sender has opened lately, the latest first.
    package var recent: [TicketSummary] = []
    /// The moment as of which the answer holds.
    package var asOf = Date.distantPast
    /// Automatic letters put into the outbox for the correspondent's address in the last 24 hours.
    package var lettersToCorrespondent = 0
    /// The same, by ticket.
    package var lettersByTicket: [TicketNumber: Int] = [:]
    /// Automatic letters queued for the correspondent's domain in the last hour.
    package var lettersToDomain = 0
    /// Automatic letters queued for anybody in the last hour.
    package var lettersToAnybody = 0
    /// Whether no store was asked: tickets and participants are only assumed.
    package var isAssumed = false

    /// Knows nothing; fields are filled in by the store.
    package init() {}
}
