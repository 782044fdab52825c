// Opening hours against moments of the world. Arithmetic is done in civil time, day by day, so that
// a change of the hour moves nothing.

package import Foundation

extension OpeningHours {
    /// How far ahead an opening is looked for; a company closed for longer is never open.
    package static let daysAheadMaximum = 370

    /// Whether the company is open at a moment.
    package func isOpen(at moment: Date, in timeZone: TimeZone) -> Bool {
        let calendar = Self.calendar(timeZone)
        let day = calendar.startOfDay(for: moment)
        return stretches(of: day, calendar).contains { $0.from <= moment && moment < $0.until }
    }

    /// The moment itself where the company is open, else the next opening; nil if there is none.
    package func nextOpening(from moment: Date, in timeZone: TimeZone) -> Date? {
        let calendar = Self.calendar(timeZone)
        var day = calendar.startOfDay(for: moment)
        for _ in 0..<Self.daysAheadMaximum {
            for stretch in stretches(of: day, calendar) where moment < stretch.until {
                return max(stretch.from, moment)
            }
            guard let next = calendar.date(byAdding: .day, value: 1, to: day) else { return nil }
            day = next
        }
        return nil
    }

    private func stretches(of day: Date, _ calendar: Calendar) -> [(from: Date, until: Date)] {
        // Foundation counts Sunday as 1; ISO counts Monday as 1.
        let number = (calendar.component(.weekday, from: day) + 5) % 7 + 1
        guard let weekday = Weekday(rawValue: number) else { return [] }
        return (ranges[weekday] ?? []).compactMap { range in
            guard let from = Self.date(range.from, on: day, calendar),
                let until = Self.date(range.until, on: day, calendar)
            else { return nil }
            return (from, until)
        }
    }

    private static func date(_ time: TimeOfDay, on day: Date, _ calendar: Calendar) -> Date? {
        if time.minutes == 1440 { return calendar.date(byAdding: .day, value: 1, to: day) }
        return calendar.date(
            bySettingHour: time.minutes / 60,
            minute: time.minutes % 60,
            second: 0,
            of: day
        )
    }

    private static func calendar(_ timeZone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }
}
