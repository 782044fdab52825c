// Search over mails: words in subjects, texts, people, companies, numbers and names of files, with
// filters on the tickets. The index is read from the latest mail backwards, page by page, and the
// reading stops as soon as enough tickets are found: how many mails hold a word matters little.

package import Desk
package import Foundation

/// What to search for.
package struct SearchQuery: Hashable, Sendable {
    /// Words that one mail holds, or that its words begin with.
    package var words: String
    /// Only tickets in one of these states; empty for all.
    package var states: Set<TicketState> = []
    /// Only tickets of this class.
    package var criticality: Criticality?
    /// Only tickets of this client.
    package var client: ClientName?
    /// Only tickets of this person.
    package var handler: EmailAddress?
    /// Only tickets that were opened at this moment or later.
    package var since: Date?
    /// Only tickets that were opened before this moment.
    package var until: Date?
    /// How many tickets at most.
    package var limit = 50

    /// Searches for words.
    package init(_ words: String) { self.words = words }

    fileprivate var hasFilters: Bool {
        !states.isEmpty || criticality != nil || client != nil || handler != nil || since != nil
            || until != nil
    }

    // In the order of `Connection.filters`, from ?4 on.
    fileprivate var places: [SQLValue] {
        guard hasFilters else { return [] }
        let words = states.map(\.rawValue).sorted().joined(separator: ",")
        return [
            states.isEmpty ? .null : .text(",\(words),"), .optional(criticality?.rawValue),
            .optional(client?.key), .optional(handler?.text), .optional(since), .optional(until),
        ]
    }
}

/// A ticket that was found, with the latest of its mails that holds the words.
package struct SearchHit: Hashable, Sendable {
    /// The ticket.
    package let ticket: Ticket
    /// The mail; nil where the ticket was named by its number.
    package let mail: MailID?
}

extension StoreReader {
    /// Tickets with a mail that holds all words, those with the latest such mail first.
    package func search(_ query: SearchQuery) throws(StoreError) -> [SearchHit] {
        try read { connection throws(StoreError) in try connection.search(query) }
    }
}

extension Connection {
    private static let filters = """
        (?4 IS NULL OR instr(?4, ',' || ticket.state || ',') > 0)
            AND (?5 IS NULL OR ticket.criticality = ?5)
            AND (?6 IS NULL OR ticket.client_key = ?6)
            AND (?7 IS NULL OR ticket.handler = ?7)
            AND (?8 IS NULL OR ticket.opened_at >= ?8)
            AND (?9 IS NULL OR ticket.opened_at < ?9)
        """

    /// The first page; each further one is four times as long.
    private static let pageRows = 100

    fileprivate func search(_ query: SearchQuery) throws(StoreError) -> [SearchHit] {
        guard let words = SearchText.query(for: query.words) else { return [] }
        var hits: [SearchHit] = []
        var seen: Set<Int64> = []
        if !query.hasFilters, let number = TicketNumber(query.words),
            let stored = try storedTicket(number)
        {
            hits.append(SearchHit(ticket: stored.ticket, mail: nil))
            seen.insert(stored.row)
        }
        let limit = max(0, query.limit)
        var below = Int64.max
        var rows = Self.pageRows
        while hits.count < limit {
            let page = try page(of: words, query, below: below, rows: rows)
            for (mail, ticket) in page where hits.count < limit && seen.insert(ticket).inserted {
                guard let stored = try storedTicket(row: ticket) else { continue }
                hits.append(SearchHit(ticket: stored.ticket, mail: MailID(mail)))
            }
            guard page.count == rows, let last = page.last else { break }
            below = last.mail
            rows *= 4
        }
        return hits
    }

    private static func everywhere(_ query: SearchQuery) -> String {
        let filter =
            query.hasFilters ? "JOIN ticket ON ticket.id = mail.ticket AND \(filters)" : ""
        return """
            SELECT search.rowid, mail.ticket FROM search
            CROSS JOIN mail INDEXED BY mail_place
                ON mail.id = search.rowid AND mail.ticket IS NOT NULL \(filter)
            WHERE search MATCH ?1 AND search.rowid < ?2
            ORDER BY search.rowid DESC LIMIT ?3
            """
    }

    // One client has few tickets: its mails are gathered first.
    private static let amongTheClients = """
        WITH own AS MATERIALIZED (
            SELECT mail.id, mail.ticket FROM ticket JOIN mail ON mail.ticket = ticket.id
            WHERE ticket.client_key = ?6 AND \(filters)
        )
        SELECT search.rowid, own.ticket FROM search JOIN own ON own.id = search.rowid
        WHERE search MATCH ?1 AND search.rowid < ?2
        ORDER BY search.rowid DESC LIMIT ?3
        """

    private func page(
        of words: String,
        _ query: SearchQuery,
        below: Int64,
        rows: Int
    ) throws(StoreError) -> [(mail: Int64, ticket: Int64)] {
        try all(
            query.client == nil ? Self.everywhere(query) : Self.amongTheClients,
            [.text(words), .integer(below), .integer(rows)] + query.places
        ) { (mail: $0.integer(0), ticket: $0.integer(1)) }
    }
}
