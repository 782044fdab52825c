// From a delay to the moment at which it is over.
//
// A delay in business units that begins outside hours begins at the next opening. One in business
// days does not count the day on which it begins, and ends when its last day closes. Elapsed time
// begins at once and never stops. Pauses stop every clock: they prolong elapsed time and business
// hours by themselves, and a business day counts unless the clock stands still at its closing.

package import Foundation

extension CompanyCalendar {
    /// The deadline of any delay; nil where the calendar never opens again.
    package func deadline(
        of delay: Delay,
        from: Date,
        _ service: CalendarService = .office,
        pauses: [Stretch] = []
    ) -> Deadline? {
        switch delay.measure {
        case .elapsed(let time): deadline(of: time, from: from, service, pauses: pauses)
        case .businessHours(let time): deadline(of: time, from: from, service, pauses: pauses)
        case .businessDays(let days): deadline(of: days, from: from, pauses: pauses)
        }
    }

    /// The deadline of a time on the clock; the service is whose people keep it, and are reminded.
    package func deadline(
        of time: ElapsedHours,
        from: Date,
        _ service: CalendarService = .office,
        pauses: [Stretch] = []
    ) -> Deadline {
        let due = moment(after: Double(time.seconds), from: from, without: pauses)
        let derivation = Derivation(
            measure: .elapsed(time),
            service: service,
            from: from,
            began: from,
            pauses: pauses,
            days: [],
            due: due
        )
        return Deadline(due: due, derivation: derivation)
    }

    /// The deadline of a time of business; nil where the service never works again.
    package func deadline(
        of time: BusinessHours,
        from: Date,
        _ service: CalendarService = .office,
        pauses: [Stretch] = []
    ) -> Deadline? {
        guard let began = nextOpening(from: from, service) else { return nil }
        var left = Double(time.seconds)
        var days: [Derivation.Day] = []
        var day = day(of: began)
        var closedDays = 0
        while closedDays < Self.closedDaysMaximum {
            var counted: [Stretch] = []
            var due: Date? = left == 0 ? began : nil
            let open = stretches(on: day, service).compactMap { $0.after(began) }
            for piece in open.flatMap({ $0.without(pauses) }) where due == nil {
                let end = min(piece.until, piece.from.addingTimeInterval(left))
                counted.append(Stretch(from: piece.from, until: end))
                left -= end.timeIntervalSince(piece.from)
                if left <= 0 { due = end }
            }
            closedDays = open.isEmpty ? closedDays + 1 : 0
            let share: Derivation.Share =
                if !counted.isEmpty { .time(counted, left: max(left, 0)) } else if open.isEmpty {
                    .closed
                } else { .paused }
            days.append(Derivation.Day(day: day, kind: kind(of: day, service), share: share))
            if let due {
                let derivation = Derivation(
                    measure: .businessHours(time),
                    service: service,
                    from: from,
                    began: began,
                    pauses: pauses,
                    days: days,
                    due: due
                )
                return Deadline(due: due, derivation: derivation)
            }
            day = day.advanced(by: 1)
        }
        return nil
    }

    /// The deadline of a number of business days, which are the office's; nil where it never opens
    /// again.
    package func deadline(
        of delay: BusinessDays,
        from: Date,
        pauses: [Stretch] = []
    ) -> Deadline? {
        guard let began = nextOpening(from: from) else { return nil }
        var number = 0
        var days: [Derivation.Day] = []
        var day = day(of: began)
        var closedDays = 0
        var due = delay.days == 0 ? closing(of: day) : nil
        days.append(Derivation.Day(day: day, kind: kind(of: day, .office), share: .first))
        while due == nil, closedDays < Self.closedDaysMaximum {
            day = day.advanced(by: 1)
            let share: Derivation.Share
            if let closing = closing(of: day) {
                closedDays = 0
                if pauses.contains(where: { $0.from < closing && closing <= $0.until }) {
                    share = .paused
                } else {
                    number += 1
                    share = .counted(number)
                    if number == delay.days { due = closing }
                }
            } else {
                closedDays += 1
                share = .closed
            }
            days.append(Derivation.Day(day: day, kind: kind(of: day, .office), share: share))
        }
        guard let due else { return nil }
        let derivation = Derivation(
            measure: .businessDays(delay),
            service: .office,
            from: from,
            began: began,
            pauses: pauses,
            days: days,
            due: due
        )
        return Deadline(due: due, derivation: derivation)
    }

    /// The moment at which a share of a clock's run, in percent, is over; `end` is when it is due
    /// where that is another moment than the count gave.
    package func moment(
        ofPercent percent: Int,
        of derivation: Derivation,
        until end: Date? = nil
    ) -> Date {
        let (began, due) = (derivation.began, end ?? derivation.due)
        let pauses = derivation.pauses
        let run = (seconds(of: derivation, until: due) * Double(percent) / 100).rounded()
        switch derivation.measure {
        case .elapsed:
            return moment(after: run, from: began, without: pauses)
        case .businessHours, .businessDays:
            let time = BusinessHours(seconds: Int(run))
            return deadline(of: time, from: began, derivation.service, pauses: pauses)?.due ?? due
        }
    }

    /// For how many seconds a clock has run by a moment, in the time that it counts.
    package func seconds(of derivation: Derivation, until end: Date) -> Double {
        let (began, pauses) = (derivation.began, derivation.pauses)
        switch derivation.measure {
        case .elapsed:
            return Stretch(from: began, until: end).without(pauses).reduce(0) { $0 + $1.seconds }
        case .businessHours, .businessDays:
            return openSeconds(from: began, to: end, derivation.service, without: pauses)
        }
    }

    private func moment(after seconds: Double, from: Date, without pauses: [Stretch]) -> Date {
        var left = seconds
        for piece in Stretch(from: from, until: .distantFuture).without(pauses) {
            if left <= piece.seconds { return piece.from.addingTimeInterval(left) }
            left -= piece.seconds
        }
        return from.addingTimeInterval(seconds)
    }

    private func closing(of day: CivilDay) -> Date? { stretches(on: day).last?.until }

    private func kind(of day: CivilDay, _ service: CalendarService) -> DayKind {
        service == .office ? officeHours(on: day).kind : .regular
    }
}
