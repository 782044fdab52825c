// Reads when the company is open: its week, and everything that is not as in every week.
//
// A calendar that is wrong makes every deadline wrong without a sound, so whatever cannot be meant
// is an error here: ranges that overlap, a week that never opens, a closure that ends before it
// begins, a day with two sets of hours.

import Desk

extension Weekday {
    /// The day's key in company.yaml.
    var key: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }
}

/// The exceptions, as far as they could be read, and where their lists stand.
struct CalendarDraft {
    let holidays: HolidayRegion
    let closures: [Located<Closure>]?
    let openings: [Located<ExceptionalOpening>]?
    let changes: [Located<WeekChange>]?
    let duty: OpeningHours?

    /// The exceptions, if all of them could be read.
    var exceptions: CalendarExceptions? {
        guard let closures, let openings, let changes, let duty else { return nil }
        return CalendarExceptions(
            holidays: holidays,
            closures: closures.map(\.value),
            openings: openings.map(\.value),
            changes: changes.map(\.value),
            duty: duty
        )
    }

    /// Asks the top of the file for every exception.
    init(_ fields: inout MapReader) {
        holidays = fields.value("holidays", .word(), default: "france")
        closures = fields.optionalMaps("closures") { $0.closure() }
        openings = fields.optionalMaps("openings") { $0.exceptionalOpening() }
        changes = fields.optionalMaps("hours-changes") { $0.weekChange() }
        duty = fields.map("duty-hours") { $0.dutyHours() }
        fields.checkDistinctDays(openings ?? [], "openings", of: \.day)
        fields.checkDistinctDays(changes ?? [], "hours-changes", of: \.from)
    }
}

extension MapReader {
    /// A week with at least one range.
    mutating func openingHours() -> OpeningHours? {
        let errorsBefore = file.errors.count
        let week = ranges(fallback: "closed")
        guard file.errors.count == errorsBefore, !mayLack, !hasUnknownKeys else { return nil }
        guard !week.isEmpty else {
            file.complain(
                .conflict,
                at: position,
                "\(shown(path)): no day has opening hours, so business hours would never pass; "
                    + "allowed: at least one range in the week"
            )
            return nil
        }
        return OpeningHours(ranges: week)
    }

    fileprivate mutating func dutyHours() -> OpeningHours? {
        let errorsBefore = file.errors.count
        let week = ranges(fallback: "day and night; closed, once a day is written")
        guard file.errors.count == errorsBefore else { return nil }
        guard week.isEmpty, Weekday.allCases.contains(where: { has($0.key) }) else {
            return week.isEmpty ? .always : OpeningHours(ranges: week)
        }
        // A day is written, so the others are closed: nobody would ever be on duty.
        file.complain(
            .conflict,
            at: position,
            "\(shown(path)): no day has a range, so the duty service could never be reached; "
                + "allowed: at least one range in the week, no \(shown(path)) at all for day and "
                + "night, or duty: false in the contracts"
        )
        return nil
    }

    private mutating func ranges(fallback: String) -> [Weekday: [OpeningRange]] {
        var week: [Weekday: [OpeningRange]] = [:]
        for day in Weekday.allCases {
            let ranges = orderedRanges(day.key, fallback: fallback) ?? []
            if !ranges.isEmpty { week[day] = ranges }
        }
        return week
    }

    // The ranges of one day, in order; complains where they overlap.
    private mutating func orderedRanges(_ key: String, fallback: String) -> [OpeningRange]? {
        guard let written = list(key, of: .range, fallback: fallback) else { return nil }
        let ranges = written.sorted { $0.value.from < $1.value.from }
        for (earlier, later) in zip(ranges, ranges.dropFirst())
        where later.value.from < earlier.value.until {
            file.complain(
                .conflict,
                at: max(earlier.position, later.position),
                "\(shown(full(key))): \(earlier.value.text) and \(later.value.text) "
                    + "overlap; allowed: ranges that follow one another"
            )
        }
        return ranges.map(\.value)
    }

    // MARK: - Exceptions

    fileprivate mutating func closure() -> Closure? {
        let days = dayRange()
        let reason = value("reason", .text, default: "fermeture")
        return days.map { Closure(days: $0, reason: reason) }
    }

    /// The days from `from` to `until`, or `from` alone.
    mutating func dayRange() -> ClosedRange<CivilDay>? {
        let from = required("from", .day)
        let until = optional("until", .day, otherwise: "the day of from")
        guard let from, !has("until") || until != nil else { return nil }
        let last = until?.value ?? from.value
        guard from.value <= last else {
            file.complain(
                .conflict,
                at: until?.position ?? position,
                "\(shown(full("until"))): found \(last.text), before \(from.value.text); allowed: "
                    + "a day that is not before \"from\""
            )
            return nil
        }
        return from.value...last
    }

    fileprivate mutating func exceptionalOpening() -> ExceptionalOpening? {
        let day = required("day", .day)
        let ranges = orderedRanges("ranges", fallback: "mandatory")
        let reason = value("reason", .text, default: "ouverture exceptionnelle")
        guard let day, let ranges else { return nil }
        return ExceptionalOpening(day: day.value, ranges: ranges, reason: reason)
    }

    fileprivate mutating func weekChange() -> WeekChange? {
        let from = required("from", .day)
        let hours = openingHours()
        guard let from, let hours else { return nil }
        return WeekChange(from: from.value, hours: hours)
    }

    fileprivate func checkDistinctDays<Entry>(
        _ entries: [Located<Entry>],
        _ key: String,
        of day: (Entry) -> CivilDay
    ) {
        var seen: [CivilDay: YAMLPosition] = [:]
        for entry in entries {
            if let first = seen[day(entry.value)] {
                file.complain(
                    .conflict,
                    at: entry.position,
                    "\(shown(key)): \(day(entry.value).text) stands twice in the list, first at "
                        + "\(first.line):\(first.column); keep one"
                )
            } else {
                seen[day(entry.value)] = entry.position
            }
        }
    }
}

extension OpeningRange {
    /// As it is written in the settings: `08:30-12:30`.
    fileprivate var text: String { "\(from.text)-\(until.text)" }
}
