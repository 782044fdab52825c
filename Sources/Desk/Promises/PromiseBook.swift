// All promises of one ticket: a pure function of its events, its contract, the calendar and now
// (invariant 3). Whatever is stored about deadlines is a cache of this.

package import Foundation

/// The promises that a ticket is under.
package struct PromiseBook: Sendable {
    /// The enabled rows.
    package let rules: [PromiseRule]
    /// The mailbox's delays.
    package let delays: PromisedDelays
    /// When acknowledgements leave.
    package let acknowledge: AcknowledgementPolicy
    /// The client's contract.
    package let contract: ContractLevel
    /// Its terms.
    package let terms: ContractTerms?
    /// The company's calendar.
    package let calendar: CompanyCalendar

    /// Opens the book of a mailbox for a client's contract; `terms` replaces those of the level for
    /// a client who has others.
    package init(
        of mailbox: MailboxSettings,
        in company: CompanySettings,
        contract: ContractLevel = .essential,
        terms: ContractTerms? = nil
    ) {
        rules = mailbox.promises.filter(\.isEnabled)
        delays = mailbox.delays
        acknowledge = mailbox.acknowledge
        self.contract = contract
        self.terms = terms ?? company.contracts[contract]
        calendar = company.calendar
    }

    /// Every run of every promise, in the table's order; a quiet ticket has none.
    package func states(of line: TicketTimeline, at now: Date) -> [PromiseState] {
        guard !line.ticket.opening.isQuiet else { return [] }
        let happened = line.moments.map(\.event)
        return rules.flatMap { rule -> [PromiseState] in
            // Of most promises nothing has begun.
            guard rule.starts.contains(where: happened.contains) else { return [] }
            var number = 1
            return runs(of: rule, in: line).flatMap { run in
                let states = states(of: run, numbered: number, rule, line, at: now)
                number += max(1, states.count)
                return states
            }
        }
    }

    /// The breaches of a ticket, for the ledger.
    package func breaches(of line: TicketTimeline, at now: Date) -> [Breach] {
        states(of: line, at: now).compactMap { state in
            guard case .broken(let due, let madeGoodAt, _) = state.status,
                !state.rule.isOfHouse
            else { return nil }
            let end = madeGoodAt ?? now
            let service = state.derivation?.service ?? .office
            // The duty service never closes: its hours are hours.
            let isBusiness = service == .office && state.derivation?.measure.isBusiness ?? false
            return Breach(
                ticket: line.ticket.number,
                contract: contract,
                key: state.key,
                due: due,
                madeGoodAt: madeGoodAt,
                isOfBusiness: isBusiness,
                lateSeconds: isBusiness
                    ? calendar.openSeconds(from: due, to: end, service)
                    : end.timeIntervalSince(due),
                penalty: line.penalties[state.key],
                label: state.rule.label
            )
        }
    }

    // MARK: - Runs

    private struct Run {
        let start: PromiseMoment
        var extensions: [PromiseMoment] = []
        var end: PromiseMoment?
        var lapse: PromiseMoment?
    }

    private func runs(of rule: PromiseRule, in line: TicketTimeline) -> [Run] {
        var runs: [Run] = []
        var open: Run?
        var wasThere = false
        for moment in line.moments {
            if moment.event == .reopened { wasThere = false }
            if var run = open {
                if rule.extends.contains(moment.event) { run.extensions.append(moment) }
                open = run
                if rule.ends.contains(moment.event) {
                    run.end = moment
                } else if rule.lapses.contains(moment.event) || rule.isOvertaken(by: moment) {
                    run.lapse = moment
                } else if rule.restarts, rule.starts.contains(moment.event) {
                    run.lapse = moment
                }
                if run.end != nil || run.lapse != nil {
                    if moment.event == .visitDone { wasThere = true }
                    runs.append(run)
                    open = nil
                }
            }
            // A further visit by appointment is under the delay of no contract: somebody was there.
            let isFurther =
                wasThere && rule.within == .onSite && moment.event == .visitPlanned
            if open == nil, rule.starts.contains(moment.event), !isFurther {
                open = Run(start: moment)
            }
        }
        return open.map { runs + [$0] } ?? runs
    }

    // MARK: - States

    // One for the run, and one more for each date that the client was told when the one before was
    // over: what was broken stays broken, and the new date is a promise of its own (C4).
    private func states(
        of run: Run,
        numbered first: Int,
        _ rule: PromiseRule,
        _ line: TicketTimeline,
        at now: Date
    ) -> [PromiseState] {
        let standing = line.standing(at: run.end?.at ?? run.lapse?.at ?? now)
        guard rule.contracts.contains(contract),
            standing.criticality.map({ rule.classes.contains($0) }) ?? true,
            let term = deadline(of: run, rule, standing, line)
        else { return [] }
        var pieces = [Piece(start: run.start, due: term.due, derivation: term.derivation)]
        for report in run.extensions {
            guard let date = report.stated, let last = pieces.last else { continue }
            // C4: only a report before the delay expires prolongs it.
            if report.at <= last.due, date > last.due {
                pieces[pieces.count - 1].due = date
                pieces[pieces.count - 1].extendedTo = date
            } else if report.at > last.due, date > report.at {
                pieces[pieces.count - 1].isFollowed = true
                pieces.append(Piece(start: report, due: date))
            }
        }
        return pieces.enumerated().map { index, piece in
            state(of: piece, PromiseKey(rule.name, first + index), run, rule, line, at: now)
        }
    }

    // A run from its start, or from a later date that the client was told, to its due moment.
    private struct Piece {
        let start: PromiseMoment
        var due: Date
        var derivation: Derivation?
        var extendedTo: Date?
        var isFollowed = false
    }

    private func state(
        of piece: Piece,
        _ key: PromiseKey,
        _ run: Run,
        _ rule: PromiseRule,
        _ line: TicketTimeline,
        at now: Date
    ) -> PromiseState {
        let due = piece.due
        let isPaused = rule.isPausable && (line.waitingSince.map { $0 <= due } ?? false)
        let tolerated = piece.isFollowed ? due : tolerated(piece, run, rule, line, at: now)
        return PromiseState(
            rule: rule,
            key: key,
            startedAt: piece.start.at,
            startedBy: piece.start.event,
            due: isPaused && run.end == nil && run.lapse == nil ? nil : due,
            derivation: piece.derivation,
            extendedTo: piece.extendedTo,
            status: status(
                of: run,
                rule,
                due: due,
                tolerated: tolerated,
                pausedSince: isPaused ? line.waitingSince : nil,
                warned: line.warned[key],
                at: now
            ),
            tolerated: tolerated
        )
    }

    // When a run is due by its row, and why.
    private func deadline(
        of run: Run,
        _ rule: PromiseRule,
        _ standing: TicketTimeline.Standing,
        _ line: TicketTimeline
    ) -> (due: Date, derivation: Derivation?)? {
        let pauses = rule.isPausable ? line.pauses.filter { $0.until > run.start.at } : []
        switch delay(of: rule, standing, run) {
        case .none: return nil
        case .some(.counted(let delay)):
            let from = begin(of: run, rule, standing)
            let service = service(of: rule, standing)
            return calendar.deadline(of: delay, from: from, service, pauses: pauses)
                .map { ($0.due, $0.derivation) }
        case .some(.stated(let date)):
            var (due, derivation): (Date, Derivation?) = (date, nil)
            // A date that passed while the client was asked for something is to be made good, or
            // told anew, by the end of the business day after his answer.
            for pause in pauses where pause.from <= due && due < pause.until {
                guard let next = calendar.deadline(of: BusinessDays(1), from: pause.until) else {
                    continue
                }
                (due, derivation) = (next.due, next.derivation)
            }
            return (due, derivation)
        }
    }

    private func status(
        of run: Run,
        _ rule: PromiseRule,
        due: Date,
        tolerated: Date,
        pausedSince: Date?,
        warned: Int?,
        at now: Date
    ) -> PromiseState.Status {
        if let end = run.end {
            // Who reports a visit by the end of the grace was there when he was to be.
            let isReport = end.event == .visitDone && end.at <= tolerated
            return end.at <= due || isReport || rule.step != nil
                ? .kept(at: end.at, through: end.event, by: end.by)
                : .broken(since: due, madeGoodAt: end.at, by: end.by)
        }
        if let lapse = run.lapse {
            let isReplaced = rule.starts.contains(lapse.event)
            return lapse.at <= (isReplaced ? due : tolerated) || rule.step != nil
                ? .lapsed(at: lapse.at, through: lapse.event)
                : .broken(since: due, madeGoodAt: lapse.at, by: nil)
        }
        if let pausedSince { return .paused(since: pausedSince) }
        if now > tolerated, rule.step == nil {
            return .broken(since: due, madeGoodAt: nil, by: nil)
        }
        return warned.map { .warned(percent: $0) } ?? .running
    }

    // MARK: - Grace

    /// For how long nobody is told of a breach while the answer that was written in time waits in
    /// our outbox, in seconds.
    package static let outboxSeconds: TimeInterval = 900

    // Until when a breach does not count yet: a visit is reported after it took place, and an
    // answer leaves after it was written.
    private func tolerated(
        _ piece: Piece,
        _ run: Run,
        _ rule: PromiseRule,
        _ line: TicketTimeline,
        at now: Date
    ) -> Date {
        var until = piece.due
        let isWritten = line.underway.contains { said in
            rule.ends.contains(said.event) && said.at >= piece.start.at && said.at <= piece.due
        }
        if isWritten { until += Self.outboxSeconds }
        guard let grace = rule.grace else { return until }
        let service = piece.derivation?.service ?? .office
        let end = run.end?.at ?? run.lapse?.at ?? now
        // Under a contract's delay the date that the client was told is the visit's own.
        let dated = line.moments.last { moment in
            [.visitPlanned, .delayAnnounced].contains(moment.event) && moment.stated != nil
                && moment.at >= run.start.at && moment.at <= end
        }
        let appointment = rule.within == .stated ? piece.due : dated?.stated
        guard let appointment, appointment <= piece.due else { return until }
        return max(until, grace.end(after: appointment, in: calendar, service))
    }

    private enum Term {
        case counted(Delay)
        case stated(Date)
    }

    private func delay(
        of rule: PromiseRule,
        _ standing: TicketTimeline.Standing,
        _ run: Run
    )
        -> Term?
    {
        if rule.within == .stated { return run.start.stated.map { .stated($0) } }
        let footing = PromiseFooting(
            delays: delays,
            terms: terms,
            criticality: standing.criticality,
            isUrgent: standing.isUrgent
        )
        return rule.within.delay(on: footing).map { .counted($0) }
    }

    // Critical clocks run day and night under a contract with the duty service (S4).
    private func service(
        of rule: PromiseRule,
        _ standing: TicketTimeline.Standing
    ) -> CalendarService {
        rule.followsDuty && standing.criticality == .critical && terms?.hasDuty == true
            ? .duty : .office
    }

    // S2: what is not urgent may wait for the next opening, where the mailbox says so.
    private func begin(
        of run: Run,
        _ rule: PromiseRule,
        _ standing: TicketTimeline.Standing
    ) -> Date {
        let mayWait =
            rule.followsAcknowledgement && acknowledge == .openingHours
            && standing.criticality != .critical && !standing.isUrgent
        return mayWait ? calendar.nextOpening(from: run.start.at) ?? run.start.at : run.start.at
    }
}
