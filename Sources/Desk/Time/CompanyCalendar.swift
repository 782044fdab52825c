// When the company works: its week, and everything that is not as in every week.
//
// One rule decides: the company is open at a moment if the clock on its wall shows a time within
// one of that day's ranges. So an hour that is skipped in spring is no opening time, and one that
// is shown twice in autumn counts twice. Days are looked up in this order: an exceptional opening,
// a closure, a legal holiday, the week that holds on that day.

package import Foundation

/// Days on which the company is closed although its week says otherwise.
package struct Closure: Hashable, Sendable {
    /// The first and the last day.
    package let days: ClosedRange<CivilDay>
    /// Why, for derivations.
    package let reason: String

    /// Closes the company.
    package init(days: ClosedRange<CivilDay>, reason: String) {
        self.days = days
        self.reason = reason
    }
}

/// A day with hours of its own.
package struct ExceptionalOpening: Hashable, Sendable {
    /// The day.
    package let day: CivilDay
    /// Its hours, in order, without overlap.
    package let ranges: [OpeningRange]
    /// Why, for derivations.
    package let reason: String

    /// Opens the company.
    package init(day: CivilDay, ranges: [OpeningRange], reason: String) {
        self.day = day
        self.ranges = ranges
        self.reason = reason
    }
}

/// A week that holds from a day on.
package struct WeekChange: Hashable, Sendable {
    /// The first day.
    package let from: CivilDay
    /// The week from then on.
    package let hours: OpeningHours

    /// Announces a week.
    package init(from: CivilDay, hours: OpeningHours) {
        self.from = from
        self.hours = hours
    }
}

/// What is not as in every week.
package struct CalendarExceptions: Hashable, Sendable {
    /// The legal holidays that are kept.
    package var holidays: HolidayRegion
    /// Days of closure.
    package var closures: [Closure]
    /// Days with hours of their own.
    package var openings: [ExceptionalOpening]
    /// Weeks that hold from a day on: clocks that ran before keep the hours of then.
    package var changes: [WeekChange]
    /// When the duty service (astreinte) can be reached, holidays and closures included.
    package var duty: OpeningHours

    /// Describes the exceptions.
    package init(
        holidays: HolidayRegion = .france,
        closures: [Closure] = [],
        openings: [ExceptionalOpening] = [],
        changes: [WeekChange] = [],
        duty: OpeningHours = .always
    ) {
        self.holidays = holidays
        self.closures = closures
        self.openings = openings
        self.changes = changes
        self.duty = duty
    }
}

extension OpeningHours {
    /// Day and night.
    package static let always: OpeningHours = {
        guard let midnight = TimeOfDay(minutes: 0), let end = TimeOfDay(minutes: 1440),
            let whole = OpeningRange(from: midnight, until: end)
        else { preconditionFailure("a day has 1440 minutes") }
        return OpeningHours(
            ranges: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [whole]) })
        )
    }()
}

/// Whose hours a clock runs in.
package enum CalendarService: String, Hashable, Sendable, CaseIterable {
    /// The company's opening hours.
    case office
    /// The opening hours and those of the duty service.
    case duty
}

/// The company's calendar.
package struct CompanyCalendar: Hashable, Sendable {
    /// The zone of every hour in it.
    package var timeZone: TimeZone
    /// The regular week.
    package var hours: OpeningHours
    /// What is not as in every week.
    package var exceptions: CalendarExceptions

    /// Puts a calendar together.
    package init(
        timeZone: TimeZone,
        hours: OpeningHours,
        exceptions: CalendarExceptions = CalendarExceptions()
    ) {
        self.timeZone = timeZone
        self.hours = hours
        self.exceptions = exceptions
    }

    /// Why a day is as it is.
    package enum DayKind: Hashable, Sendable {
        /// As in every week.
        case regular
        /// Its hours are its own.
        case exceptional(reason: String)
        /// The company is closed.
        case closure(reason: String)
        /// A legal holiday.
        case holiday(Holiday)
    }

    /// The office's hours on a day, and why.
    package func officeHours(on day: CivilDay) -> (ranges: [OpeningRange], kind: DayKind) {
        if let opening = exceptions.openings.first(where: { $0.day == day }) {
            return (opening.ranges, .exceptional(reason: opening.reason))
        }
        if let closure = exceptions.closures.first(where: { $0.days.contains(day) }) {
            return ([], .closure(reason: closure.reason))
        }
        if let holiday = exceptions.holidays.holiday(on: day) { return ([], .holiday(holiday)) }
        let change = exceptions.changes.filter { $0.from <= day }.max { $0.from < $1.from }
        return ((change?.hours ?? hours).ranges[day.weekday] ?? [], .regular)
    }

    /// The hours of a service on a day, in order and without overlap.
    func ranges(on day: CivilDay, _ service: CalendarService) -> [OpeningRange] {
        let office = officeHours(on: day).ranges
        guard service == .duty else { return office }
        let all = (office + (exceptions.duty.ranges[day.weekday] ?? [])).sorted { one, other in
            one.from < other.from
        }
        return all.reduce(into: []) { merged, range in
            guard let last = merged.last, range.from <= last.until else {
                merged.append(range)
                return
            }
            let until = max(last.until, range.until)
            merged[merged.count - 1] = OpeningRange(from: last.from, until: until) ?? last
        }
    }
}
