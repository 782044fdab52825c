// The statements of the clocks: which tickets are due, and what a look at one needs. Each is a seek
// in an index; none looks at more tickets than it gives.

import Desk
import Foundation

extension Connection {
    /// Tickets whose clocks want a look by a moment, the longest due first.
    func ticketsDue(at moment: Date, limit: Int) throws(StoreError) -> [TicketNumber] {
        let found = try all(
            """
            SELECT ticket.prefix, ticket.year, ticket.sequence
            FROM ticket_timer JOIN ticket ON ticket.id = ticket_timer.ticket
            WHERE due_at <= ? ORDER BY due_at LIMIT ?
            """,
            .moment(moment),
            .integer(limit)
        ) { row throws(StoreError) in try row.ticketNumber(from: 0) }
        return found.compactMap(\.self)
    }

    /// The next moment at which a ticket's clocks want a look; nil for never.
    func nextTickMoment() throws(StoreError) -> Date? {
        try first(
            "SELECT due_at FROM ticket_timer WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1"
        ) { $0.moment(0) }
    }

    /// The latest mails of people on a ticket, the latest first.
    func exchanges(
        on ticket: Int64,
        limit: Int
    ) throws(StoreError) -> [StaffNotification.Exchange] {
        let found = try all(
            """
            SELECT mail.id, received_at, mail.sender, sender_name, substr(search.body, 1, ?3)
            FROM mail JOIN search ON search.rowid = mail.id
            WHERE ticket = ?1 AND disposition IN ('file', 'append') AND mail.sender IS NOT NULL
            ORDER BY mail.id DESC LIMIT ?2
            """,
            .integer(ticket),
            .integer(limit),
            .integer(Self.exchangeCharacters)
        ) { row throws(StoreError) in
            EmailAddress(row.text(2)).map { address in
                StaffNotification.Exchange(
                    mail: MailID(row.integer(0)),
                    at: row.moment(1),
                    author: NamedAddress(address, name: row.text(3)),
                    text: row.text(4)
                )
            }
        }
        return found.compactMap(\.self)
    }

    // As much of a mail as a letter repeats of it.
    private static let exchangeCharacters = 5_000

    /// How busy the staff are.
    func staffLoads() throws(StoreError) -> [EmailAddress: StaffLoad] {
        let rows = try all("SELECT person, open, assigned_at FROM staff_load") {
            row throws(StoreError) in
            let person = try row.require(EmailAddress(row.text(0)), "staff_load.person")
            return (person, StaffLoad(openTickets: row.count(1), assignedAt: row.optionalMoment(2)))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// A ticket with all that its clocks look at.
    func clockedTicket(_ number: TicketNumber) throws(StoreError) -> ClockedTicket? {
        guard let stored = try storedTicket(number) else { return nil }
        var clocked = ClockedTicket(
            events: try events(of: stored.row).compactMap { event in
                event.record.fact.map { TicketEvent(at: event.at, $0) }
            }
        )
        clocked.client = try stored.ticket.opening.requester.flatMap { person throws(StoreError) in
            try clientTerms(of: person.address)
        }
        clocked.thread = try thread(of: stored)
        return clocked
    }

    // The first mail and the latest that the client's people wrote: what our next letter goes on
    // from. A colleague's mail, or that of somebody who takes no part, they have never had.
    private func thread(of stored: StoredTicket) throws(StoreError) -> [MessageID] {
        let first = try self.first(
            "SELECT message_id FROM mail WHERE id = ?",
            .integer(stored.ticket.opening.mail.row)
        ) { $0.optionalText(0) }
        let latest = try self.first(
            """
            SELECT message_id FROM mail WHERE ticket = ?1 AND disposition IN ('file', 'append')
                AND sender COLLATE NOCASE IN
                    (SELECT address FROM ticket_participant WHERE ticket = ?1)
            ORDER BY id DESC LIMIT 1
            """,
            .integer(stored.row)
        ) { $0.optionalText(0) }
        let ids = [first ?? nil, latest ?? nil].compactMap { $0.flatMap { MessageID($0) } }
        return ids.count == 2 && ids[0] == ids[1] ? [ids[0]] : ids
    }
}
