// When the clock must look at a ticket again. The earliest of these moments is what an index of
// tickets holds; a tick asks it and never scans.

package import Foundation

/// A moment at which a ticket's clocks want something.
package struct ProcedureTimer: Hashable, Sendable {
    /// What they want.
    package enum Purpose: Hashable, Sendable {
        /// A warning, at so many percent.
        case warning(percent: Int)
        /// The breach of a promise, one second after it was due.
        case breach
        /// A step.
        case step(PromiseStep)
        /// Word to the client that the handler will be away.
        case replacement(from: CivilDay)
        /// Another handler, for one who has left.
        case departure
        /// The draft of the formal acknowledgement, laid before the handler (C2).
        case draft
        /// Word to a colleague whose message did not reach the client.
        case loss
        /// Word to a colleague of a call that was planned for then.
        case call
    }

    /// When; it may have passed.
    package var at: Date
    /// Which run of which promise; nil for replacements.
    package var key: PromiseKey?
    /// What for.
    package var purpose: Purpose
}

/// What an index holds of a ticket on which nothing is due.
package struct TicketRest: Hashable, Sendable {
    /// When its clocks look at it next; nil for never.
    package var look: Date?
    /// When its handler, or whoever takes it up, owes something next, or has owed it since.
    package var owed: Date?
}

extension ProcedureCase {
    /// Every timer of the ticket that has not fired, the earliest first.
    package func timers(at now: Date) -> [ProcedureTimer] {
        timers(of: states(at: now), at: now)
    }

    /// The same, where the states of that moment are known already.
    func timers(of states: [PromiseState], at now: Date) -> [ProcedureTimer] {
        let promises = states.flatMap { timers(of: $0, at: now) }
        let staff =
            staffTimers(at: now) + draftTimers(of: states) + lossTimers(at: now)
            + callTimers(at: now)
        return (promises + staff).sorted { $0.at < $1.at }
    }

    /// When the next tick of this ticket is due: in the past where one is overdue, nil for never.
    package func nextMoment(at now: Date) -> Date? { timers(at: now).first?.at }

    /// How long a ticket rests that stands so, its timers known.
    func rest(of states: [PromiseState], _ timers: [ProcedureTimer]) -> TicketRest {
        let owed = owed(among: states).compactMap(\.due) + awaitedCalls.map(\.at)
        return TicketRest(look: timers.first?.at, owed: owed.min())
    }

    /// The promises that the handler still has to keep, or to make good.
    package func owed(at now: Date) -> [PromiseState] { owed(among: states(at: now)) }

    private func owed(among states: [PromiseState]) -> [PromiseState] {
        states.filter { $0.rule.step == nil && $0.rule.by == .handler && $0.isOpen }
    }

    private func timers(of state: PromiseState, at now: Date) -> [ProcedureTimer] {
        guard let due = state.due else { return [] }
        if let step = state.rule.step {
            // Whatever the row says, a run of a step comes to one event.
            guard state.isRunning, isPossible(step),
                !line.hasTaken(step, since: state.startedAt)
            else { return [] }
            return [ProcedureTimer(at: due, key: state.key, purpose: .step(step))]
        }
        let breach = ProcedureTimer(
            at: (state.tolerated ?? due) + 1,
            key: state.key,
            purpose: .breach
        )
        if case .broken = state.status {
            return line.broken[state.key] == nil ? [breach] : []
        }
        guard state.isRunning else { return [] }
        let given = line.warned[state.key] ?? 0
        let warnings = state.rule.warn.filter { $0 > given }.compactMap { percent in
            warningMoment(percent, of: state, due: due, at: now).map {
                ProcedureTimer(at: $0, key: state.key, purpose: .warning(percent: percent))
            }
        }
        return warnings + [breach]
    }

    /// Whether a step makes sense as the ticket stands.
    func isPossible(_ step: PromiseStep) -> Bool {
        switch step {
        case .remindClosing: ticket.state == .resolved && !line.isReminderLost
        case .closeUnanswered, .closeTacitly: ticket.state.canMove(to: .closed)
        // What was closed for the house's own reasons (history, a merger) is nobody's to judge.
        case .sendSurvey: ticket.state == .closed && line.ground != nil && !line.isSurveyOpen
        case .proposeLevel2: true
        case .recallDelay: mayRecallDelay
        }
    }

    // Three times in a row: what nobody answers for so long is a person's to explain. While the
    // company waits for the client, the client knows why.
    private var mayRecallDelay: Bool {
        let since = line.last(.humanAnswer)?.at ?? .distantPast
        let told = line.moments.count { $0.event == .delayRecalled && $0.at > since }
        return [.new, .open].contains(ticket.state) && line.delay != nil && told < 3
    }

    /// When a warning goes out: within working hours, and before the promise is due; nil where
    /// such a moment has passed.
    ///
    /// What would come too late at the next opening is brought forward to an hour before the last
    /// closing. What runs on the clock from one closing to the next opening is told at its share.
    func warningMoment(
        _ percent: Int,
        of state: PromiseState,
        due: Date,
        at now: Date
    ) -> Date? {
        let service = state.derivation?.service ?? .office
        let moment = state.moment(ofPercent: percent, before: due, in: calendar)
        let wanted = workingMoment(moment, before: due, since: state.startedAt, service)
        // Where no hour of business is left before, it is better told at night than never.
        guard let wanted else { return moment }
        guard wanted < now, !calendar.isOpen(at: now, service) else { return wanted }
        // After a stop, what was wanted at night is wanted at the next opening.
        return calendar.nextOpening(from: now, service).flatMap { $0 < due ? $0 : nil }
    }

    private func workingMoment(
        _ moment: Date,
        before due: Date,
        since start: Date,
        _ service: CalendarService
    ) -> Date? {
        guard !calendar.isOpen(at: moment, service) else { return moment }
        if let next = calendar.nextOpening(from: moment, service), next < due { return next }
        guard let last = calendar.lastStretch(before: moment, service) else { return nil }
        // Nobody is reminded of what came a moment ago.
        let early = start.addingTimeInterval(900)
        let wanted = max(early, last.from, last.until.addingTimeInterval(-3600))
        return wanted < last.until ? wanted : nil
    }

    // MARK: - The staff

    // In working hours, as soon as the complaint has a handler, and once for each.
    private func draftTimers(of states: [PromiseState]) -> [ProcedureTimer] {
        guard let handler = ticket.handler, !line.drafts.contains(handler),
            let open = states.first(where: { state in
                state.rule.within == .formalAcknowledgement && state.isOpen
            })
        else { return [] }
        let start = calendar.nextOpening(from: open.startedAt) ?? open.startedAt
        return [ProcedureTimer(at: start, key: nil, purpose: .draft)]
    }

    private func lossTimers(at now: Date) -> [ProcedureTimer] {
        line.losses.filter { reader(of: $0, at: now) != nil }
            .map { ProcedureTimer(at: $0.at, key: nil, purpose: .loss) }
    }

    /// Who is told that a message did not arrive: its author, or who stands in.
    func reader(of loss: TicketTimeline.Loss, at now: Date) -> EmailAddress? {
        rotation.standIn(for: loss.author, on: calendar.day(of: now))?.person.address
            ?? person(.handler, at: now)
    }

    /// What the handler's coming and going asks for.
    func staffTimers(at now: Date) -> [ProcedureTimer] {
        guard ticket.state != .closed, !ticket.opening.isQuiet, let handler = ticket.handler else {
            return []
        }
        let today = calendar.day(of: now)
        guard let member = rotation.member(handler), member.works(on: today) else {
            guard nextHandler(at: now) != nil else { return [] }
            let opening = calendar.nextOpening(from: now) ?? now
            return [ProcedureTimer(at: opening, key: nil, purpose: .departure)]
        }
        let leaving = member.left.map { day in
            let first = calendar.start(of: day)
            let opening = calendar.nextOpening(from: first) ?? first
            let takesOver = ProcedureTimer(at: opening, key: nil, purpose: .departure)
            let replacement = TicketTimeline.Replacement(absent: handler, from: day)
            guard line.replacements[replacement] == nil, nextHandler(at: now, on: day) != nil else {
                return [takesOver]
            }
            return [told(before: day), takesOver]
        }
        let absences = member.absences.compactMap { days -> ProcedureTimer? in
            let replacement = TicketTimeline.Replacement(absent: handler, from: days.lowerBound)
            guard today <= days.upperBound, member.works(on: days.lowerBound),
                line.replacements[replacement] == nil,
                !standIns(duringAbsenceFrom: days.lowerBound, of: handler, at: now).isEmpty
            else { return nil }
            return told(before: days.lowerBound)
        }
        return absences + (leaving ?? [])
    }

    // R1: beforehand, at the opening of the last working day, or as soon as it is known.
    private func told(before day: CivilDay) -> ProcedureTimer {
        let first = calendar.start(of: day)
        let before = calendar.lastStretch(before: first)?.from ?? first
        let opening = calendar.stretches(on: calendar.day(of: before)).first?.from ?? before
        return ProcedureTimer(
            at: max(opening, ticket.openedAt),
            key: nil,
            purpose: .replacement(from: day)
        )
    }

    /// Whom the client was told of beforehand, where a handler has left and that person still
    /// works here.
    func announcedHandler(at now: Date) -> Assignment? {
        guard let handler = ticket.handler, let day = rotation.member(handler)?.left,
            let told = line.replacements[TicketTimeline.Replacement(absent: handler, from: day)],
            let person = rotation.member(told), person.works(on: calendar.day(of: now))
        else { return nil }
        return Assignment(person: person)
    }
}
