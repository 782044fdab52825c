// What lies on people's desks, for their mornings: each list by an index, cut where a letter would
// cut it; the counts are of the whole.

import Desk
import Foundation

extension Filing {
    func desk(
        of people: [EmailAddress],
        withUnassigned: Bool,
        promisedBefore end: Date,
        openedSince: Date,
        limit: Int
    ) throws(StoreError) -> StaffDesk {
        guard !people.isEmpty else { return StaffDesk() }
        return try guarded { () throws(StoreError) in
            try connection.desk(of: people, withUnassigned, end, openedSince, limit)
        }
    }
}

extension Connection {
    // Each list is one seek and a short scan, whatever else is open.
    fileprivate func desk(
        of people: [EmailAddress],
        _ withUnassigned: Bool,
        _ end: Date,
        _ since: Date,
        _ limit: Int
    ) throws(StoreError) -> StaffDesk {
        let names = people.map { SQLValue.text($0.text) }
        let places = people.map { _ in "?" }.joined(separator: ", ")
        var desk = StaffDesk()
        desk.open = try count("sum(open) FROM staff_load WHERE person IN (\(places))", names)
        desk.closed = try count("sum(closed) FROM staff_closed WHERE person IN (\(places))", names)
        let onDesk = "ticket.handler IN (\(places)) AND ticket.state <> 'closed'"
        let alone = "OR ticket.handler IS NULL AND ticket.state <> 'closed'"
        // CROSS keeps the order: what is due soon is less than what lies on a desk.
        let promised = """
            ticket_promised CROSS JOIN ticket ON ticket.id = ticket_promised.ticket
            WHERE promised_at < ?
                AND (ticket.handler IN (\(places)) \(withUnassigned ? alone : ""))
            """
        let waiting = "ticket WHERE \(onDesk) AND state IN ('waiting-client', 'resolved')"
        let open = "('new', 'open', 'waiting-client', 'resolved')"
        let new = "ticket WHERE \(onDesk) AND state IN \(open) AND opened_at >= ?"
        let byEnd = [.moment(end)] + names
        let bySince = names + [.moment(since)]
        desk.anyOpen = try numbers(
            "ticket WHERE \(onDesk) AND state IN \(open) ORDER BY handler, state, opened_at",
            names,
            1
        ).first
        desk.promisedCount = try count("count(*) FROM \(promised)", byEnd)
        desk.promised = try numbers("\(promised) ORDER BY promised_at, id", byEnd, limit)
        desk.waitingCount = try count("count(*) FROM \(waiting)", names)
        desk.waiting = try numbers("\(waiting) ORDER BY id", names, limit)
        desk.newCount = try count("count(*) FROM \(new)", bySince)
        desk.new = try numbers("\(new) ORDER BY id", bySince, limit)
        return desk
    }

    /// Notes when the handler of a ticket owes something; nil for nothing.
    func setPromised(_ moment: Date?, on ticket: Int64) throws(StoreError) {
        guard let moment else {
            try run("DELETE FROM ticket_promised WHERE ticket = ?", .integer(ticket))
            return
        }
        try run(
            """
            INSERT INTO ticket_promised VALUES (?, ?)
            ON CONFLICT (ticket) DO UPDATE SET promised_at = excluded.promised_at
            """,
            .integer(ticket),
            .moment(moment)
        )
    }

    private func count(_ rest: String, _ values: [SQLValue]) throws(StoreError) -> Int {
        try all("SELECT \(rest)", values) { $0.count(0) }.first ?? 0
    }

    private func numbers(
        _ rest: String,
        _ values: [SQLValue],
        _ limit: Int
    ) throws(StoreError) -> [TicketNumber] {
        let rows = try all(
            "SELECT prefix, year, sequence FROM \(rest) LIMIT ?",
            values + [.integer(limit)]
        ) { row throws(StoreError) in try row.ticketNumber(from: 0) }
        return rows.compactMap(\.self)
    }
}
