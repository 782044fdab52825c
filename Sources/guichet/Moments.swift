// How moments are printed: ISO 8601 in JSON, the company's own time in lists.

import Desk
import Foundation

/// Prints moments.
enum Moments {
    /// ISO 8601 in UTC: `2026-09-01T08:22:06Z`.
    static func machine(_ moment: Date) -> String {
        moment.formatted(.iso8601)
    }

    /// The year by the company's own calendar.
    static func year(of moment: Date, in timeZone: TimeZone) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar.component(.year, from: moment)
    }

    /// The moment that a user means: `30d`, `12h`, `4w` before now, or a day such as `2026-11-03`.
    static func read(_ text: String, before now: Date, in timeZone: TimeZone) -> Date? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if let amount = Int(digits), amount <= 100_000 {
            let seconds: Double? =
                switch text.dropFirst(digits.count) {
                case "h": 3_600
                case "d": 86_400
                case "w": 7 * 86_400
                default: nil
                }
            if let seconds { return now.addingTimeInterval(-Double(amount) * seconds) }
        }
        guard let day = Day(text) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = day.text.split(separator: "-").compactMap { Int($0) }
        return calendar.date(
            from: DateComponents(year: parts[0], month: parts[1], day: parts[2])
        )
    }

    /// The company's own time, to the minute: `2026-09-01 10:22`.
    static func human(_ moment: Date, in timeZone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: moment)
        let two = { (number: Int?) in
            let text = String(number ?? 0)
            return text.utf8.count < 2 ? "0" + text : text
        }
        return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) "
            + "\(two(parts.hour)):\(two(parts.minute))"
    }
}
