// Lists of tickets, and one ticket with everything that belongs to it.

package import Desk
package import Foundation

/// Which tickets to list.
package struct TicketFilter: Hashable, Sendable {
    /// Only those in one of these states; empty for all.
    package var states: Set<TicketState> = []
    /// Only those of this prefix.
    package var prefix: String?
    /// Only those of this person.
    package var handler: EmailAddress?
    /// Only those with a mail that holds all of these words, or words that begin with them.
    package var text: String?
    /// How many at most.
    package var limit = 50

    /// All tickets, up to the limit.
    package init() {}
}

/// One event as it is stored: a kind that this program does not know is still shown.
package struct StoredEvent: Hashable, Sendable {
    /// The moment.
    package let at: Date
    /// What happened.
    package let record: FactRecord
}

/// A ticket with everything that belongs to it.
package struct Dossier: Hashable, Sendable {
    /// The ticket, folded from its events.
    package let ticket: Ticket
    /// Its events, oldest first.
    package let events: [StoredEvent]
    /// Its mails, oldest first.
    package let mails: [FiledMail]
    /// Its letters, oldest first, without their bytes.
    package let letters: [OutboxEntry]
}

extension StoreReader {
    /// Tickets, newest first.
    package func tickets(_ filter: TicketFilter = TicketFilter()) throws(StoreError) -> [Ticket] {
        try read { connection throws(StoreError) in try connection.tickets(filter) }
    }

    /// One ticket with everything that belongs to it; nil where the number was never given out.
    package func dossier(_ number: TicketNumber) throws(StoreError) -> Dossier? {
        try read { connection throws(StoreError) in
            guard let stored = try connection.storedTicket(number) else { return nil }
            let events = try connection.events(of: stored.row)
            let known = events.compactMap { event in
                event.record.fact.map { TicketEvent(at: event.at, $0) }
            }
            guard let ticket = Ticket(folding: known) else {
                throw .damaged(connection.path, "\(number) has no beginning")
            }
            return Dossier(
                ticket: ticket,
                events: events,
                mails: try connection.mails(of: stored.row),
                letters: try connection.letters(of: stored.row)
            )
        }
    }
}

extension Connection {
    fileprivate func tickets(_ filter: TicketFilter) throws(StoreError) -> [Ticket] {
        var query: String?
        if let text = filter.text {
            // A text without a word in it is in no mail.
            guard let words = SearchText.query(for: text) else { return [] }
            query = words
        }
        // The states as one text between commas: a statement has a fixed number of places.
        let states = filter.states.map(\.rawValue).sorted().joined(separator: ",")
        let places: [SQLValue] = [
            states.isEmpty ? .null : .text(",\(states),"),
            .optional(filter.prefix),
            .optional(filter.handler?.text),
            .integer(max(0, filter.limit)),
        ]
        let found =
            """
            SELECT \(StoredTicket.columns) FROM ticket
            WHERE (?1 IS NULL OR instr(?1, ',' || state || ',') > 0)
                AND (?2 IS NULL OR prefix = ?2)
                AND (?3 IS NULL OR handler = ?3)
            """
        let latest = "ORDER BY id DESC LIMIT ?4"
        guard let query else {
            return try all("\(found) \(latest)", places) { row throws(StoreError) in
                try stored(row).ticket
            }
        }
        return try all(
            """
            \(found) AND id IN (
                SELECT mail.ticket FROM search JOIN mail ON mail.id = search.rowid
                WHERE search MATCH ?5
            ) \(latest)
            """,
            places + [.text(query)]
        ) { row throws(StoreError) in try stored(row).ticket }
    }

    func events(of ticket: Int64) throws(StoreError) -> [StoredEvent] {
        try all(
            "SELECT at, kind, detail FROM event WHERE ticket = ? ORDER BY seq",
            .integer(ticket)
        ) {
            StoredEvent(at: $0.moment(0), record: FactRecord(kind: $0.text(1), detail: $0.text(2)))
        }
    }

    fileprivate func letters(of ticket: Int64) throws(StoreError) -> [OutboxEntry] {
        try all(
            """
            SELECT \(OutboxEntry.columns) FROM \(OutboxEntry.tables)
            WHERE outbox.ticket = ? ORDER BY outbox.id
            """,
            .integer(ticket)
        ) { row throws(StoreError) in try OutboxEntry(row, withBytes: false) }
    }
}
