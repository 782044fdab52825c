// #rappel: the calls to a client that a colleague has planned, and when somebody is reminded of
// them: at their moment, within the company's hours.

package import Foundation

extension ProcedureCase {
    /// The calls that are still to be made.
    ///
    /// What was planned before the closing is settled by it; after a bad note it is a closed
    /// dossier's client who is called.
    package var awaitedCalls: [TicketTimeline.PlannedCall] {
        guard !ticket.opening.isQuiet else { return [] }
        return line.calls.filter { ticket.state != .closed || $0.isAfterClosing }
    }

    func callTimers(at now: Date) -> [ProcedureTimer] {
        awaitedCalls.filter { caller(of: $0, at: now) != nil }
            .map { ProcedureTimer(at: reminder(of: $0), key: nil, purpose: .call) }
    }

    /// When somebody is reminded of a call: at its moment; outside the hours a quarter of an hour
    /// before the office closed that day, or as soon as it opens.
    func reminder(of call: TicketTimeline.PlannedCall) -> Date {
        guard !calendar.isOpen(at: call.at) else { return call.at }
        if let last = calendar.lastStretch(before: call.at),
            calendar.day(of: last.until) == calendar.day(of: call.at)
        {
            return last.until - 900
        }
        return calendar.nextOpening(from: call.at) ?? call.at
    }

    /// Who is reminded of a planned call: the handler, or whoever planned it, or who stands in.
    func caller(of call: TicketTimeline.PlannedCall, at now: Date) -> EmailAddress? {
        rotation.standIn(for: ticket.handler ?? call.by, on: calendar.day(of: now))?.person.address
            ?? person(.handler, at: now)
    }

    /// What a morning's list names of the ticket: what is owed before a moment, and the calls.
    package func morningList(before end: Date, at now: Date) -> [PromiseMention] {
        let owed = owed(at: now).compactMap { state in
            state.due.map { due in
                var mention = PromiseMention(ticket: ticket.number, key: state.key, due: due)
                (mention.since, mention.label) = (state.clientWaitsSince, state.rule.label)
                return mention
            }
        }
        let calls = awaitedCalls.compactMap { call in
            PromiseName("client-call").map { name in
                PromiseMention(
                    ticket: ticket.number,
                    key: PromiseKey(name, call.number),
                    due: call.at
                )
            }
        }
        return (owed + calls).filter { $0.due < end }.map { found in
            var mention = found
            mention.subject = ticket.opening.subject
            mention.client = ticket.opening.requester
            mention.isUnassigned = ticket.handler == nil
            return mention
        }
    }
}
