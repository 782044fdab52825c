// guichet tickets --due and --overdue: tickets by their promises, the most pressing first. Computed
// from the events of every open ticket: a list for people, not for a tick.

import Desk
import Foundation
import Store

extension DuePromise {
    /// The promises that people must keep on open tickets, by their dates.
    static func all(
        _ filter: TicketFilter,
        onlyOverdue: Bool,
        at now: Date,
        _ invocation: Invocation
    ) throws -> [DuePromise] {
        let house = try invocation.loadHouse()
        let reader = try invocation.openReader()
        var every = filter
        every.limit = .max
        let cases = try reader.tickets(every).compactMap { ticket in
            try reader.clockedTicket(ticket.number)?.file(in: house)
        }
        return all(in: cases, until: onlyOverdue ? now : nil, at: now)
    }

    /// As JSON.
    var json: JSON {
        .object(
            TicketJSON.members(of: ticket) + [
                ("promise", .text(state.key.name.text)),
                ("occurrence", .number(state.key.occurrence)),
                ("due", .text(Moments.machine(due))),
            ]
        )
    }

    /// As a row of a table.
    func row(in timeZone: TimeZone, at now: Date) -> [String] {
        [
            ticket.number.text, Moments.human(due, in: timeZone), due < now ? "late" : "",
            state.key.text, ticket.handler?.text ?? "nobody yet",
            ticket.opening.subject.cut(to: 40),
        ]
    }
}
