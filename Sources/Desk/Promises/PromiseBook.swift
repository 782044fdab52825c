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
        return rules.flatMap { rule in
            runs(of: rule, in: line).compactMap { state(of: $0, rule, line, at: now) }
        }
    }

    /// The breaches of a ticket, for the ledger.
    package func breaches(of line: TicketTimeline, at now: Date) -> [Breach] {
        states(of: line, at: now).compactMap { state in
            guard case .broken(let due, let madeGoodAt, _) = state.status else { return nil }
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
                penalty: line.penalties[state.key]
            )
        }
    }

    // MARK: - Runs

    private struct Run {
        let number: Int
        let start: PromiseMoment
        var extensions: [PromiseMoment] = []
        var end: PromiseMoment?
        var lapse: PromiseMoment?
    }

    private func runs(of rule: PromiseRule, in line: TicketTimeline) -> [Run] {
        var runs: [Run] = []
        var open: Run?
        for moment in line.moments {
            if var run = open {
                if rule.extends.contains(moment.event) { run.extensions.append(moment) }
                open = run
                if rule.ends.contains(moment.event) {
                    run.end = moment
                } else if rule.lapses.contains(moment.event) {
                    run.lapse = moment
                } else if rule.restarts, rule.starts.contains(moment.event) {
                    run.lapse = moment
                }
                if run.end != nil || run.lapse != nil {
                    runs.append(run)
                    open = nil
                }
            }
            if open == nil, rule.starts.contains(moment.event) {
                open = Run(number: runs.count + 1, start: moment)
            }
        }
        return open.map { runs + [$0] } ?? runs
    }

    // MARK: - States

    private func state(
        of run: Run,
        _ rule: PromiseRule,
        _ line: TicketTimeline,
        at now: Date
    ) -> PromiseState? {
        let over = run.end?.at ?? run.lapse?.at ?? now
        let standing = line.standing(at: over)
        guard rule.contracts.contains(contract),
            standing.criticality.map({ rule.classes.contains($0) }) ?? true
        else { return nil }
        let from = begin(of: run, rule, standing)
        let pauses = rule.isPausable ? line.pauses.filter { $0.until > run.start.at } : []
        var derivation: Derivation?
        var due: Date
        switch delay(of: rule, standing, run) {
        case .none: return nil
        case .some(.counted(let delay)):
            let service = service(of: rule, standing)
            guard
                let deadline = calendar.deadline(of: delay, from: from, service, pauses: pauses)
            else { return nil }
            derivation = deadline.derivation
            due = deadline.due
        case .some(.stated(let date)):
            due = date
            // A date that passed while the client was asked for something is to be made good, or
            // told anew, by the end of the business day after his answer.
            for pause in pauses where pause.from <= due && due < pause.until {
                guard let next = calendar.deadline(of: BusinessDays(1), from: pause.until) else {
                    continue
                }
                derivation = next.derivation
                due = next.due
            }
        }
        var extendedTo: Date?
        for report in run.extensions {
            // C4: only a report before the delay expires prolongs it.
            guard let date = report.stated, report.at <= due, date > due else { continue }
            due = date
            extendedTo = date
        }
        let key = PromiseKey(rule.name, run.number)
        let isPaused = rule.isPausable && (line.waitingSince.map { $0 <= due } ?? false)
        return PromiseState(
            rule: rule,
            key: key,
            startedAt: run.start.at,
            startedBy: run.start.event,
            due: isPaused && run.end == nil && run.lapse == nil ? nil : due,
            derivation: derivation,
            extendedTo: extendedTo,
            status: status(
                of: run,
                rule,
                due: due,
                pausedSince: isPaused ? line.waitingSince : nil,
                warned: line.warned[key],
                at: now
            )
        )
    }

    private func status(
        of run: Run,
        _ rule: PromiseRule,
        due: Date,
        pausedSince: Date?,
        warned: Int?,
        at now: Date
    ) -> PromiseState.Status {
        if let end = run.end {
            return end.at <= due || rule.step != nil
                ? .kept(at: end.at, through: end.event, by: end.by)
                : .broken(since: due, madeGoodAt: end.at, by: end.by)
        }
        if let lapse = run.lapse {
            return lapse.at <= due || rule.step != nil
                ? .lapsed(at: lapse.at, through: lapse.event)
                : .broken(since: due, madeGoodAt: lapse.at, by: nil)
        }
        if let pausedSince { return .paused(since: pausedSince) }
        if now > due, rule.step == nil {
            return .broken(since: due, madeGoodAt: nil, by: nil)
        }
        return warned.map { .warned(percent: $0) } ?? .running
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
