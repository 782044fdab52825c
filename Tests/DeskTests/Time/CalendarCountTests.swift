// Deadlines against a count of minutes: around both changes of the hour, holidays, the turn of the
// year, closures, exceptional openings, and a week that changes while clocks run.

import Foundation
import Testing

@testable import Desk

/// A calendar twice: as the house knows it, and as the minute count knows it.
struct CountedCalendar: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Around which day the questions are asked.
    let day: String
    var zone = "Europe/Paris"
    var week = ["1-5": "510-750 810-1080"]
    var region = HolidayRegion.france
    var change: (day: String, week: [String: String])?
    var closures: [String] = []
    var own: [String: String] = [:]

    static let holidays: Set = [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
        "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", "2027-01-01",
    ]

    static let all = [
        CountedCalendar(testDescription: "spring", day: "2026-03-28"),
        CountedCalendar(testDescription: "autumn", day: "2026-10-24"),
        CountedCalendar(
            testDescription: "spring, open through the missing hour",
            day: "2026-03-28",
            week: ["1-7": "0-150 165-1440"]
        ),
        CountedCalendar(
            testDescription: "autumn, open through the double hour",
            day: "2026-10-24",
            week: ["1-7": "0-150 165-1440"]
        ),
        CountedCalendar(testDescription: "May's holidays", day: "2026-05-06"),
        CountedCalendar(testDescription: "the turn of the year", day: "2026-12-29"),
        CountedCalendar(
            testDescription: "Good Friday in Alsace-Moselle",
            day: "2026-04-01",
            region: .alsaceMoselle
        ),
        CountedCalendar(
            testDescription: "the day after Christmas in Alsace-Moselle, on a working Saturday",
            day: "2026-12-23",
            week: ["1-6": "420-600 615-720 780-900 905-1020"],
            region: .alsaceMoselle
        ),
        CountedCalendar(
            testDescription: "closures and exceptional openings",
            day: "2026-07-09",
            closures: ["2026-07-10", "2026-07-13"],
            own: ["2026-07-14": "600-720", "2026-07-11": "540-600 660-700"]
        ),
        CountedCalendar(
            testDescription: "a week that changes",
            day: "2026-09-10",
            change: ("2026-09-15", ["1-4": "480-1140", "6": "540-720"])
        ),
        CountedCalendar(
            testDescription: "midnight is skipped in Cairo",
            day: "2026-04-23",
            zone: "Africa/Cairo",
            week: ["1-7": "0-300 1200-1440"]
        ),
        CountedCalendar(
            testDescription: "the far side of the world",
            day: "2026-04-04",
            zone: "Pacific/Auckland"
        ),
    ]

    func calendar() throws -> CompanyCalendar {
        var exceptions = CalendarExceptions()
        exceptions.holidays = region
        exceptions.closures = try closures.map {
            let day = try #require(CivilDay($0))
            return Closure(days: day...day, reason: "inventaire")
        }
        exceptions.openings = try own.map { text, ranges in
            ExceptionalOpening(
                day: try #require(CivilDay(text)),
                ranges: try Self.ranges(ranges).map(Self.opening),
                reason: "salon"
            )
        }
        if let change {
            exceptions.changes = [
                WeekChange(
                    from: try #require(CivilDay(change.day)),
                    hours: try Self.hours(change.week)
                )
            ]
        }
        return CompanyCalendar(
            timeZone: try #require(TimeZone(identifier: zone)),
            hours: try Self.hours(week),
            exceptions: exceptions
        )
    }

    func count() throws -> MinuteCount {
        var count = try MinuteCount(
            zone: zone,
            hours: try Self.minutes(week),
            closed: Self.holidays.union(closures).union(
                region == .alsaceMoselle ? ["2026-04-03", "2026-12-26"] : []
            )
        )
        if let change { count.later = (change.day, try Self.minutes(change.week)) }
        count.own = try own.mapValues(Self.ranges)
        return count
    }

    private static func weekdays(_ text: String) throws -> ClosedRange<Int> {
        let ends = try text.split(separator: "-").map { try #require(Int($0)) }
        return try #require(ends.first)...(try #require(ends.last))
    }

    private static func ranges(_ text: String) throws -> [Range<Int>] {
        try text.split(separator: " ").map { range in
            let ends = try range.split(separator: "-").map { try #require(Int($0)) }
            return try #require(ends.first)..<(try #require(ends.last))
        }
    }

    private static func opening(_ range: Range<Int>) throws -> OpeningRange {
        let from = try #require(TimeOfDay(minutes: range.lowerBound))
        let until = try #require(TimeOfDay(minutes: range.upperBound))
        return try #require(OpeningRange(from: from, until: until))
    }

    private static func hours(_ week: [String: String]) throws -> OpeningHours {
        var ranges: [Weekday: [OpeningRange]] = [:]
        for (days, text) in week {
            for day in try weekdays(days) {
                ranges[try #require(Weekday(rawValue: day))] = try Self.ranges(text).map(opening)
            }
        }
        return OpeningHours(ranges: ranges)
    }

    // Foundation's Sunday is 1, ISO's is 7.
    private static func minutes(_ week: [String: String]) throws -> MinuteCount.Hours {
        var hours: MinuteCount.Hours = [:]
        for (days, text) in week {
            for day in try weekdays(days) { hours[day % 7 + 1] = try ranges(text) }
        }
        return hours
    }
}

@Suite("Deadlines")
struct CalendarCountTests {
    @Test("agree with a count of minutes", arguments: CountedCalendar.all)
    func agree(_ counted: CountedCalendar) throws {
        let calendar = try counted.calendar()
        let count = try counted.count()
        var chance = SeededChance(UInt64(counted.day.utf8.reduce(0) { $0 + Int($1) }))
        let first = calendar.start(of: try #require(CivilDay(counted.day)))
        #expect(count.day(of: first) == counted.day)
        #expect(count.day(of: first - 60) != counted.day)
        for _ in 0..<5 {
            let start = first + Double(Int.random(in: 0..<4 * 1440, using: &chance) * 60)
            let hours = Int.random(in: 1...12, using: &chance)
            let business = try #require(
                calendar.deadline(of: BusinessHours(hours), from: start)
            )
            #expect(
                business.due == count.end(ofMinutes: hours * 60, from: start),
                "\(hours) bh from \(start)"
            )
            let half = calendar.moment(ofPercent: 50, of: business.derivation)
            #expect(half == count.end(ofMinutes: hours * 30, from: start))
            #expect(calendar.openSeconds(from: start, to: business.due) == Double(hours * 3600))
            let days = Int.random(in: 1...3, using: &chance)
            #expect(
                calendar.deadline(of: BusinessDays(days), from: start)?.due
                    == count.end(ofDays: days, from: start),
                "\(days) bd from \(start)"
            )
            #expect(calendar.deadline(of: ElapsedHours(48), from: start).due == start + 172_800)
            for minute in stride(from: 0, to: 3 * 1440, by: 15) {
                let moment = start + Double(minute * 60)
                guard calendar.isOpen(at: moment) == count.isOpen(at: moment) else {
                    Issue.record("\(moment) is open for one and closed for the other")
                    return
                }
            }
        }
    }

    @Test("of the duty service pass day and night")
    func duty() throws {
        let calendar = try CountedCalendar.all[1].calendar()
        let start = try Date("2026-10-24T23:30:00Z", strategy: .iso8601)
        let deadline = try #require(calendar.deadline(of: BusinessHours(4), from: start, .duty))
        #expect(deadline.due == start + 4 * 3600)
        #expect(calendar.isOpen(at: start, .duty))
        #expect(!calendar.isOpen(at: start))
    }
}
