// What registers and measures need of one ticket: how it ended, how long it took, what was done.

package import Foundation

/// One ticket as registers and dashboards list it (C7, S8).
package struct TicketOutcome: Hashable, Sendable {
    /// The ticket.
    package var ticket: TicketNumber
    /// Where it stands.
    package var state: TicketState
    /// What its latest closing rests on; nil while it is not closed.
    package var ground: ClosingGround?
    /// From its beginning to its latest closing, or to now, in seconds of opening hours.
    package var handlingSeconds: Double
    /// The latest complete substantive answer to a complaint.
    package var solution: SubstantiveAnswer?
    /// How often it was opened again.
    package var reopenings: Int
    /// Whether one message by a person was enough: closed with the client's agreement after it,
    /// without a visit and without another beginning (S8).
    package var isFirstContactResolution: Bool
}

extension ProcedureCase {
    /// What became of the ticket.
    package func outcome(at now: Date) -> TicketOutcome {
        let count = { (event: PromiseEvent) in line.moments.count { $0.event == event } }
        let isClosed = ticket.state == .closed
        // The question whether the case may be closed is no second contact, whatever is with it.
        let asked = Set(line.moments.filter { $0.event == .closingAsked }.map(\.at))
        let contacts = line.moments.count { $0.event == .humanAnswer && !asked.contains($0.at) }
        let end = isClosed ? line.last(.closed)?.at ?? now : now
        return TicketOutcome(
            ticket: ticket.number,
            state: ticket.state,
            ground: isClosed ? line.ground : nil,
            handlingSeconds: calendar.openSeconds(from: ticket.openedAt, to: end),
            solution: line.solution,
            reopenings: count(.reopened),
            isFirstContactResolution: isClosed && line.ground == .confirmed
                && contacts <= 1
                && count(.reopened) == 0 && count(.visitNeeded) == 0
        )
    }
}
