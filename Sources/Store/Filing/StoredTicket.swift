// A ticket as its row and its participants hold it: a cache of the fold over its events, resumed
// where it was left, so that adding to a long ticket costs the same as adding to a short one.

import Desk
import Foundation

/// A ticket with its place in the database.
struct StoredTicket {
    /// Its row.
    let row: Int64
    /// Its present.
    var ticket: Ticket
    /// How many events it has.
    var events: Int

    /// The columns that `init(_:)` reads, in its order.
    static let columns = """
        id, prefix, year, sequence, procedure, mailbox, mail, requester, requester_name, subject, \
        language, quiet, opened_at, changed_at, state, criticality, urgent, handler, letters_sent, \
        letters_failed, impossible_events, events, client, contract, survivor
        """

    /// Reads a row of `columns`; the participants stand elsewhere.
    init(_ row: Row, participants: [EmailAddress]) throws(StoreError) {
        let number = TicketNumber(
            prefix: row.text(1),
            year: row.count(2),
            sequence: row.count(3)
        )
        let requester = row.optionalText(7).flatMap { EmailAddress($0) }
        let opening = TicketOpening(
            number: try row.require(number, "ticket.sequence"),
            procedure: try row.require(Procedure(rawValue: row.text(4)), "ticket.procedure"),
            mailbox: try row.require(MailboxName(row.text(5)), "ticket.mailbox"),
            mail: MailID(row.integer(6)),
            requester: requester.map { NamedAddress($0, name: row.text(8)) },
            subject: row.text(9),
            language: try row.require(Language(rawValue: row.text(10)), "ticket.language"),
            isQuiet: row.flag(11)
        )
        self.row = row.integer(0)
        ticket = Ticket(
            resuming: opening,
            openedAt: row.moment(12),
            changedAt: row.moment(13),
            state: try row.require(TicketState(rawValue: row.text(14)), "ticket.state"),
            criticality: row.optionalText(15).flatMap { Criticality(rawValue: $0) },
            isUrgent: row.flag(16),
            handler: row.optionalText(17).flatMap { EmailAddress($0) },
            participants: participants,
            lettersSent: row.count(18),
            lettersFailed: row.count(19),
            client: row.optionalText(22).flatMap { ClientName($0) },
            contract: row.optionalText(23).flatMap { ContractLevel(rawValue: $0) },
            survivor: row.optionalText(24).flatMap { TicketNumber($0) },
            impossibleEvents: row.count(20)
        )
        events = row.count(21)
    }

    /// A ticket that was just given a row.
    init(row: Int64, ticket: Ticket, events: Int) {
        self.row = row
        self.ticket = ticket
        self.events = events
    }
}

extension Connection {
    /// The ticket of a number.
    func storedTicket(_ number: TicketNumber) throws(StoreError) -> StoredTicket? {
        try first(
            """
            SELECT \(StoredTicket.columns) FROM ticket
            WHERE prefix = ? AND year = ? AND sequence = ?
            """,
            .text(number.prefix),
            .integer(number.year),
            .integer(number.sequence)
        ) { row throws(StoreError) in try stored(row) }
    }

    /// The ticket of a row.
    func storedTicket(row: Int64) throws(StoreError) -> StoredTicket? {
        try first(
            "SELECT \(StoredTicket.columns) FROM ticket WHERE id = ?",
            .integer(row)
        ) { row throws(StoreError) in try stored(row) }
    }

    /// Reads a row of `StoredTicket.columns`, with the participants.
    func stored(_ row: Row) throws(StoreError) -> StoredTicket {
        let participants = try all(
            "SELECT address FROM ticket_participant WHERE ticket = ? ORDER BY place",
            .integer(row.integer(0))
        ) { row throws(StoreError) in
            try row.require(EmailAddress(row.text(0)), "ticket_participant.address")
        }
        return try StoredTicket(row, participants: participants)
    }
}
