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

    /// The moment that ends something: `2026-11-03` (the end of the day) or `2026-11-03 18:00`, in
    /// the company's own time, or ISO 8601 with its zone.
    static func end(_ text: String, in timeZone: TimeZone) -> Date? {
        if let moment = try? Date(text, strategy: .iso8601) { return moment }
        let parts = text.split { $0 == " " || $0 == "T" }.map(String.init)
        guard (1...2).contains(parts.count), let day = parts.first.flatMap({ Day($0) }) else {
            return nil
        }
        let date = day.text.split(separator: "-").compactMap { Int($0) }
        var components = DateComponents(year: date[0], month: date[1], day: date[2], hour: 24)
        if parts.count == 2 {
            let time = parts[1].split(separator: ":").map { Int($0) }
            guard (2...3).contains(time.count), let hour = time[0], let minute = time[1],
                (0...24).contains(hour), (0...59).contains(minute)
            else { return nil }
            (components.hour, components.minute) = (hour, minute)
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar.date(from: components)
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
