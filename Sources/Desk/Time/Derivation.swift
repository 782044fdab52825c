// Why a deadline is what it is, day by day: the record that the count leaves behind.
//
// It is made by the count itself and never reckoned a second time, so it cannot tell another story
// than the deadline.

package import Foundation

/// How a deadline came about.
package struct Derivation: Hashable, Sendable {
    /// What one day gave to the count.
    package enum Share: Hashable, Sendable {
        /// Time of that day, and what was left to count at its end, in seconds.
        case time([Stretch], left: Double)
        /// The day is the nth business day.
        case counted(Int)
        /// The day on which a delay in days begins; it does not count.
        case first
        /// The office does not open.
        case closed
        /// The clock stood still at closing time, so the day does not count.
        case paused
    }

    /// One day of the count.
    package struct Day: Hashable, Sendable {
        /// The day.
        package let day: CivilDay
        /// What kind of day it is.
        package let kind: CompanyCalendar.DayKind
        /// What it gave.
        package let share: Share
    }

    /// What was counted.
    package let measure: DelayMeasure
    /// Whose hours.
    package let service: CalendarService
    /// The moment of the cause.
    package let from: Date
    /// The moment at which the clock began to run.
    package let began: Date
    /// The stretches in which it stood still.
    package let pauses: [Stretch]
    /// The days; none where the clock never stops.
    package let days: [Day]
    /// The result.
    package let due: Date
}

/// A moment that is due, with its reason.
package struct Deadline: Hashable, Sendable {
    /// The last moment that is in time.
    package let due: Date
    /// Why.
    package let derivation: Derivation
}
