// Which tickets a ticket has to do with, seen from either end.

package import Desk

/// A link as one of its two tickets sees it.
package struct LinkedTicket: Hashable, Sendable {
    /// The ticket at the other end.
    package let other: TicketNumber
    /// Why.
    package let relation: TicketRelation
    /// The other one was linked to this one.
    package let isIncoming: Bool
}

extension StoreReader {
    /// The links of a ticket, its own first.
    package func links(of number: TicketNumber) throws(StoreError) -> [LinkedTicket] {
        try read { connection throws(StoreError) in
            guard let stored = try connection.storedTicket(number) else { return [] }
            return try connection.links(from: "ticket", to: "other", of: stored.row)
                + connection.links(from: "other", to: "ticket", of: stored.row)
        }
    }
}

extension Connection {
    fileprivate func links(
        from end: String,
        to other: String,
        of ticket: Int64
    ) throws(StoreError) -> [LinkedTicket] {
        try all(
            """
            SELECT prefix, year, sequence, relation FROM ticket_link
            JOIN ticket ON ticket.id = ticket_link.\(other)
            WHERE ticket_link.\(end) = ? ORDER BY ticket.id
            """,
            .integer(ticket)
        ) { row throws(StoreError) in
            let relation = TicketRelation(rawValue: row.text(3))
            return LinkedTicket(
                other: try row.require(try row.ticketNumber(from: 0), "ticket.sequence"),
                relation: try row.require(relation, "ticket_link.relation"),
                isIncoming: end == "other"
            )
        }
    }
}
