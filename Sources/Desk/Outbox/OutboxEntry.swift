// A letter on its way. Its bytes are fixed when it is queued, so that every attempt sends the same
// mail.

package import Foundation

/// How far a letter has come; the raw value is the word that lists and JSON print.
package enum OutboxState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Waits for its turn.
    case queued
    /// Handed over at this moment; committed before the first byte leaves.
    case sending
    /// Accepted by the next server, or delivered.
    case sent
    /// Will never be sent again by itself.
    case failed
    /// Handed over, but nobody knows whether it was accepted: evidence is looked for first.
    case uncertain

    /// The states that may follow this one.
    package var successors: Set<OutboxState> {
        switch self {
        case .queued: [.sending, .failed]
        case .sending: [.sent, .queued, .failed, .uncertain]
        case .uncertain: [.sent, .queued, .failed]
        case .sent: [.failed]
        case .failed: [.queued]
        }
    }
}

/// The store's name for one letter.
package struct OutboxID: Hashable, Sendable, Comparable {
    /// The row that holds the letter.
    package let row: Int64

    /// Names a letter.
    package init(_ row: Int64) { self.row = row }

    /// Letters that were queued earlier come first.
    package static func < (one: OutboxID, other: OutboxID) -> Bool { one.row < other.row }
}

/// A letter with its bytes, to be queued in the same transaction as its cause.
package struct ComposedLetter: Hashable, Sendable {
    /// What kind of letter.
    package var kind: LetterKind
    /// Its Message-ID: unique in the outbox, so that a cause cannot queue a letter twice.
    package var id: MessageID
    /// The ticket that it is about.
    package var ticket: TicketNumber
    /// The mailbox in whose name it goes.
    package var mailbox: MailboxName
    /// The envelope sender.
    package var sender: EnvelopeAddress
    /// The one recipient.
    package var recipient: EmailAddress
    /// The subject, for lists.
    package var subject: String
    /// The moment of queueing.
    package var queuedAt: Date
    /// The earliest moment of sending.
    package var notBefore: Date
    /// The whole mail; empty where it could not be written.
    package var bytes: [UInt8]
    /// The files that are put in when it is handed over.
    package var enclosures: [Enclosure] = []
    /// Why it could not be written; then it is queued as failed, for a person to see.
    package var failure: String?
    /// Whether its subject and bytes are there; where not, they follow within the transaction that
    /// queues it (`FilingTransaction.complete`).
    package var isWritten = true

    /// Puts a letter together.
    package init(
        kind: LetterKind,
        id: MessageID,
        ticket: TicketNumber,
        mailbox: MailboxName,
        sender: EnvelopeAddress,
        recipient: EmailAddress,
        subject: String,
        queuedAt: Date,
        notBefore: Date,
        bytes: [UInt8],
        failure: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.ticket = ticket
        self.mailbox = mailbox
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.queuedAt = queuedAt
        self.notBefore = notBefore
        self.bytes = bytes
        self.failure = failure
    }
}

/// A letter in the outbox.
package struct OutboxEntry: Hashable, Sendable {
    /// Its row.
    package var row: OutboxID
    /// The letter.
    package var letter: ComposedLetter
    /// How far it has come.
    package var state: OutboxState
    /// How often it was handed over.
    package var attempts: Int
    /// How often it was queued again after an end that nobody knows.
    package var repeats = 0
    /// What the last attempt came to, in a sentence; empty before the first.
    package var note: String
    /// The moment of the last change.
    package var changedAt: Date

    /// Describes a letter in the outbox.
    package init(
        row: OutboxID,
        letter: ComposedLetter,
        state: OutboxState,
        attempts: Int,
        note: String,
        changedAt: Date
    ) {
        self.row = row
        self.letter = letter
        self.state = state
        self.attempts = attempts
        self.note = note
        self.changedAt = changedAt
    }
}

/// What became of one attempt to send (Postfix: done, later, never; and the honest fourth).
package enum SendOutcome: Hashable, Sendable {
    /// Accepted.
    case done(note: String)
    /// To be tried again, not before this moment.
    case later(Date, note: String)
    /// Refused for good.
    case never(note: String)
    /// The connection was lost at the moment that decides.
    case uncertain(note: String)
    /// Its turn did not come: it waits as before, and no attempt is counted.
    case untouched(note: String)
}
