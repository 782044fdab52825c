// How moments are printed: ISO 8601 in JSON, the company's own time in lists.

import Foundation

/// Prints moments.
enum Moments {
    /// ISO 8601 in UTC: `2026-09-01T08:22:06Z`.
    static func machine(_ moment: Date) -> String {
        moment.formatted(.iso8601)
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
