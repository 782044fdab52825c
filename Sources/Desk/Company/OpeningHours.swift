// When the company is open.

/// A time of day, in minutes from midnight.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Minutes from midnight, 0 to 1440 (24:00).
    package let minutes: Int

    /// Refuses anything outside a day.
    package init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Earlier or later within a day.
    package static func < (one: TimeOfDay, other: TimeOfDay) -> Bool {
        one.minutes < other.minutes
    }

    /// As it is written in the settings: `08:30`.
    package var text: String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}

/// One stretch of opening, from before until.
package struct OpeningRange: Hashable, Sendable {
    /// The first minute.
    package let from: TimeOfDay
    /// The minute at which it closes.
    package let until: TimeOfDay

    /// Refuses a range that ends before it begins.
    package init?(from: TimeOfDay, until: TimeOfDay) {
        guard from < until else { return nil }
        self.from = from
        self.until = until
    }
}

/// A day of the week; Monday is 1, as in ISO 8601.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday
}

/// The regular week: several ranges a day, in order, without overlap.
package struct OpeningHours: Hashable, Sendable {
    /// The ranges of each open day.
    package var ranges: [Weekday: [OpeningRange]]

    /// Describes a week.
    package init(ranges: [Weekday: [OpeningRange]]) {
        self.ranges = ranges
    }
}
