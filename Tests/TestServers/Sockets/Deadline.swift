// A moment after which a test stops waiting, on the clock that nobody sets.
//
// Everything in this module that waits, waits in poll(2) for an event and for at most the rest of
// a deadline; nothing counts on an event being fast.

import Glibc

/// A moment after which waiting is over.
package struct Deadline: Sendable {
    private let moment: Int

    /// A deadline this many milliseconds from now.
    package init(milliseconds: Int) {
        moment = Self.milliseconds + milliseconds
    }

    /// How many milliseconds are left; 0 when it is over.
    package var rest: Int { max(0, moment - Self.milliseconds) }

    /// Whether nothing is left.
    package var isOver: Bool { rest == 0 }

    /// The monotonic clock, for measuring.
    package static var milliseconds: Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
