// The one place that asks what time it is. Everywhere else the moment is an argument.

import Foundation

/// The world's clock.
enum Clock {
    /// This moment.
    static let now: @Sendable () -> Date = { Date() }
}
