// How a letter's row becomes the core's values.

import Desk
import Foundation

extension OutboxEntry {
    /// What `init(_:)` reads, in its order; the bytes come last and may be left out.
    static let columns = """
        outbox.id, outbox.kind, outbox.message_id, ticket.prefix, ticket.year, ticket.sequence, \
        outbox.mailbox, outbox.envelope_sender, outbox.recipient, outbox.subject, \
        outbox.queued_at, outbox.not_before, outbox.state, outbox.attempts, outbox.note, \
        outbox.changed_at, outbox.enclosures, outbox.repeats
        """
    /// Where those columns come from.
    static let tables = "outbox JOIN ticket ON ticket.id = outbox.ticket"
    /// The column of the bytes, behind `columns`.
    static let bytesColumn: Int32 = 18

    /// Reads a row of `columns`, and of the bytes where they were asked for.
    init(_ row: Row, withBytes: Bool) throws(StoreError) {
        let sender: EnvelopeAddress =
            row.text(7).isEmpty
            ? .null
            : .address(try row.require(EmailAddress(row.text(7)), "outbox.envelope_sender"))
        let number = try row.ticketNumber(from: 3)
        var letter = ComposedLetter(
            kind: try row.require(LetterKind(rawValue: row.text(1)), "outbox.kind"),
            id: try row.require(MessageID(row.text(2)), "outbox.message_id"),
            ticket: try row.require(number, "outbox.ticket"),
            mailbox: try row.require(MailboxName(row.text(6)), "outbox.mailbox"),
            sender: sender,
            recipient: try row.require(EmailAddress(row.text(8)), "outbox.recipient"),
            subject: row.text(9),
            queuedAt: row.moment(10),
            notBefore: row.moment(11),
            bytes: withBytes ? row.bytes(Self.bytesColumn) : []
        )
        letter.enclosures = Enclosure.all(in: row.text(16))
        self.init(
            row: OutboxID(row.integer(0)),
            letter: letter,
            state: try row.require(OutboxState(rawValue: row.text(12)), "outbox.state"),
            attempts: row.count(13),
            note: row.text(14),
            changedAt: row.moment(15)
        )
        repeats = row.count(17)
    }
}
