// How many letters may leave in a minute, as providers bound it. Pure: the moment is an argument.

package import Foundation

/// A bound on the letters of any 60 seconds.
package struct SendingRate: Hashable, Sendable {
    /// The most letters in 60 seconds; nil for no bound.
    package let perMinute: Int?
    private var departures: [Date] = []

    /// Bounds the letters of a minute.
    package init(perMinute: Int?) {
        precondition(perMinute.map { $0 > 0 } ?? true, "a rate lets some letters leave")
        self.perMinute = perMinute
    }

    /// How many letters may leave now; nil for any number.
    package func room(at now: Date) -> Int? {
        guard let perMinute else { return nil }
        return max(0, perMinute - recent(now).count)
    }

    /// When the next letter may leave: now, or when the oldest of the last minute is a minute old.
    package func nextRoom(at now: Date) -> Date {
        guard room(at: now) == 0, let oldest = recent(now).first else { return now }
        return oldest + 60
    }

    /// Notes that letters leave.
    package mutating func leave(_ count: Int, at now: Date) {
        guard perMinute != nil else { return }
        departures = recent(now) + Array(repeating: now, count: count)
    }

    // A clock that was set back must not hold letters up for longer than a minute.
    private func recent(_ now: Date) -> [Date] {
        departures.filter { abs(now.timeIntervalSince($0)) < 60 }
    }
}
