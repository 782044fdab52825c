// The same questions answered the slow way: by Foundation's calendar, one minute after the other,
// with a printed list of holidays. It shares no code with what it judges.

import Foundation
import Testing

@testable import Desk

/// Counts minutes.
struct MinuteCount {
    /// One stretch of a weekday (1 is Sunday, as Foundation counts), in minutes.
    typealias Hours = [Int: [Range<Int>]]

    let calendar: Calendar
    var hours: Hours
    /// Hours from a day on, such as `2026-12-01`.
    var later: (day: String, hours: Hours)?
    var closed: Set<String>
    var own: [String: [Range<Int>]] = [:]
    var isDuty = false

    init(zone: String, hours: Hours, closed: Set<String>) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        self.calendar = calendar
        self.hours = hours
        self.closed = closed
    }

    func day(of moment: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        let two = { (number: Int?) in String(format: "%02d", number ?? 0) }
        return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))"
    }

    func isOpen(at moment: Date) -> Bool {
        if isDuty { return true }
        let parts = calendar.dateComponents([.weekday, .hour, .minute], from: moment)
        let minute = (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
        let day = day(of: moment)
        if let ranges = own[day] { return ranges.contains { $0.contains(minute) } }
        if closed.contains(day) { return false }
        var week = hours
        if let later, day >= later.day { week = later.hours }
        return (week[parts.weekday ?? 0] ?? []).contains { $0.contains(minute) }
    }

    /// The end of so many open minutes; the moment is on a full minute.
    func end(ofMinutes minutes: Int, from: Date) -> Date {
        var moment = from
        var left = minutes
        while true {
            if isOpen(at: moment) { left -= 1 }
            moment += 60
            if left == 0 { return moment }
        }
    }

    /// The closing of the nth open day after the one on which a delay begins.
    func end(ofDays count: Int, from: Date) -> Date {
        var moment = from
        while !isOpen(at: moment) { moment += 60 }
        let first = day(of: moment)
        var current = first
        var seen = 0
        var closing = moment
        while true {
            let day = day(of: moment)
            if day != current {
                if seen == count { return closing }
                current = day
            }
            if isOpen(at: moment) {
                if day != first, day != self.day(of: closing - 60) { seen += 1 }
                closing = moment + 60
            }
            moment += 60
        }
    }
}

/// A small generator, so that every run asks the same questions.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
