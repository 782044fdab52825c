// #prolonger: from what a colleague said ("3j", a date) and the promise that runs to the new date.
//
// A delay counts from the date that the client has been promised, so that a prolongation always
// gives time and never promises less than before; a date before the promised one is refused.

package import Foundation

/// By how much, or until when, a deadline moves.
package enum DeadlineShift: Hashable, Sendable {
    /// Until a moment.
    case until(Date)
    /// By a delay, counted from the deadline that runs.
    case by(SpokenDuration)
}

/// A deadline that is moved.
struct ProlongedDeadline {
    /// What was promised; nil where no such promise runs.
    let promised: PromiseState?
    /// The date that the client has been promised; nil where none runs.
    var before: Date? { promised?.due }
    /// The new date; nil where the calendar knows none.
    let after: Date?
    /// The day that was named where the house is closed then: the next business day was taken.
    let closedDay: CivilDay?
    /// Whether the promised date was over before anybody moved it: the delay stays a breach.
    let isTooLate: Bool

    init(_ shift: DeadlineShift, on file: ProcedureCase, at now: Date) {
        let promised = Self.promise(on: file, at: now)
        self.promised = promised
        let due = promised?.due
        isTooLate = due.map { $0 < now } ?? false
        switch shift {
        case .until(let named):
            let date = file.calendar.onBusinessDay(named)
            after = date
            closedDay = date == named ? nil : file.calendar.day(of: named)
        case .by(let duration):
            closedDay = nil
            after = Self.moment(duration, after: max(due ?? now, now), in: file.calendar)
        }
    }

    /// Whether the client would be promised less than before, or nothing new.
    var isNoGain: Bool {
        guard let before, let after else { return false }
        return after <= before
    }

    // A complaint's is the substantive answer (C4). A request's is what a word of a delay moves,
    // then what else was told to the client, then the first answer (S5).
    private static func promise(on file: ProcedureCase, at now: Date) -> PromiseState? {
        let open = file.states(at: now).filter { state in
            state.isOpen && state.due != nil && state.rule.step == nil
        }
        let event: PromiseEvent =
            file.ticket.opening.procedure == .complaint ? .interimReport : .delayAnnounced
        let moved = open.filter { $0.rule.extends.contains(event) }
        let told = open.filter { $0.rule.within == .stated }
        let owed = open.filter { [.onSite, .firstAnswer].contains($0.rule.within) }
        let groups = file.ticket.opening.procedure == .complaint ? [moved] : [moved + told, owed]
        return groups.first { !$0.isEmpty }?.max { latest($0) < latest($1) }
    }

    private static func latest(_ state: PromiseState) -> Date { state.due ?? .distantPast }

    // Business days after a day, to the closing of the last; hours on the clock.
    private static func moment(
        _ duration: SpokenDuration,
        after start: Date,
        in calendar: CompanyCalendar
    ) -> Date? {
        switch duration {
        case .minutes(let count): return start.addingTimeInterval(Double(count) * 60)
        case .days(let count):
            // A deadline falls on a closing, which belongs to the day that it ends.
            let isWithin = calendar.isOpen(at: start)
            let from = isWithin ? start : calendar.lastStretch(before: start)?.until
            guard let delay = Delay(count, .businessDays), let from else { return nil }
            return calendar.deadline(of: delay, from: from.addingTimeInterval(isWithin ? 0 : -1))?
                .due
        }
    }
}
