// What has happened to a ticket. Events are only ever added; the ticket is what they add up to.

package import Foundation

/// The store's name for one fetched mail.
package struct MailID: Hashable, Sendable, Comparable {
    /// The row that holds the mail.
    package let row: Int64

    /// Names a kept mail.
    package init(_ row: Int64) { self.row = row }

    /// Mails that were kept earlier come first.
    package static func < (one: MailID, other: MailID) -> Bool { one.row < other.row }
}

/// One thing that happened to a ticket, and when.
package struct TicketEvent: Hashable, Sendable {
    /// The moment.
    package let at: Date
    /// What happened.
    package let fact: TicketFact

    /// Records a fact.
    package init(at: Date, _ fact: TicketFact) {
        self.at = at
        self.fact = fact
    }
}

/// What can happen to a ticket.
package enum TicketFact: Hashable, Sendable {
    /// It came into being through a client's mail.
    case opened(TicketOpening)
    /// Its class was set (nil for complaints); `urgent` is for complaints.
    case classified(criticality: Criticality?, urgent: Bool, reason: String)
    /// A person is responsible for it.
    case assigned(EmailAddress, reason: String)
    /// A further mail by a person joined it.
    case joined(MailID, from: EmailAddress)
    /// A mail that asks for nothing (automatic, a duplicate) was put with it.
    case noted(MailID, reason: String)
    /// A letter was put into the outbox.
    case letterQueued(LetterKind, MessageID)
    /// No letter was due, and why.
    case letterNotDue(MailID, reason: String)
    /// A letter was accepted by the next mail server.
    case letterSent(MessageID)
    /// A letter will never arrive.
    case letterFailed(MessageID, reason: String)
    /// A bound of invariant 7 withheld a letter that was due.
    case letterWithheld(MailID, LetterBound, reason: String)
    /// A letter that had left did not arrive: a machine says so. What the letter was to keep is not
    /// kept, and the handler is to hear of it.
    case letterUndelivered(MessageID, recipient: EmailAddress?, status: String?, reason: String)
    /// Its state changed.
    case moved(TicketState, reason: String)
    /// A person of the company told the client something, or did something for the client.
    case answer(AnswerFact)
    /// It came closer to its end.
    case closing(ClosingFact)
    /// The client made use of a right, or was given it.
    case right(RightFact)
    /// The clock did something about a promise.
    case promise(PromiseFact)
    /// The staff did something within the house.
    case staff(StaffFact)
    /// A further mail joined it whose author is not of the client and takes no part in it.
    case heard(MailID, from: EmailAddress)
    /// It has to do with another ticket.
    case linked(TicketLink)
    /// It belongs to a client of the registry, who had this contract; nil: none in force.
    case recognised(ClientName, contract: ContractLevel?)
    /// It was found to be the same matter as another, which goes on for both.
    case merged(into: TicketNumber)
    /// Another was merged into it, whose people take part in it from now on.
    case absorbed(TicketNumber, participants: [EmailAddress])
    /// One of its mails became a ticket of its own.
    case splitOff(MailID, to: TicketNumber)
}

/// How a ticket began.
package struct TicketOpening: Hashable, Sendable {
    /// Its number.
    package var number: TicketNumber
    /// The promises that it is under.
    package var procedure: Procedure
    /// The mailbox that it belongs to.
    package var mailbox: MailboxName
    /// The mail that began it.
    package var mail: MailID
    /// The client; nil where the sender is nobody.
    package var requester: NamedAddress?
    /// The first mail's subject.
    package var subject: String
    /// The language to write in.
    package var language: Language
    /// Nothing is ever sent for it by itself (spam, an automatic mail that opened it).
    package var isQuiet: Bool

    /// Describes a beginning.
    package init(
        number: TicketNumber,
        procedure: Procedure,
        mailbox: MailboxName,
        mail: MailID,
        requester: NamedAddress?,
        subject: String,
        language: Language,
        isQuiet: Bool
    ) {
        self.number = number
        self.procedure = procedure
        self.mailbox = mailbox
        self.mail = mail
        self.requester = requester
        self.subject = subject
        self.language = language
        self.isQuiet = isQuiet
    }
}
