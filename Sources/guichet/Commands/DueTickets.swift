// guichet tickets --due and --overdue: tickets by their promises, the most pressing first. Computed
// from the events of every open ticket: a list for people, not for a tick.

import Desk
import Foundation
import Store

/// One open promise of one ticket.
struct DuePromise {
    let ticket: Ticket
    let state: PromiseState
    let due: Date

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
        var found: [DuePromise] = []
        for ticket in try reader.tickets(every) {
            guard let file = try reader.clockedTicket(ticket.number)?.file(in: house) else {
                continue
            }
            for state in file.states(at: now) where state.rule.step == nil && state.isOpen {
                guard let due = state.due, !onlyOverdue || due < now else { continue }
                found.append(DuePromise(ticket: ticket, state: state, due: due))
            }
        }
        found.sort { ($0.due, $0.ticket.number.text) < ($1.due, $1.ticket.number.text) }
        return Array(found.prefix(filter.limit))
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
