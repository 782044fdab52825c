// How long something has taken. The time of day is an argument everywhere; a wait on a socket must
// not be confused by a clock that is set, so it counts the machine's own seconds.

import Glibc

/// A watch that was started when it was made.
struct Stopwatch: Sendable {
    private let start = Stopwatch.milliseconds()

    /// The milliseconds since it was made.
    var elapsed: Int { Self.milliseconds() - start }

    private static func milliseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
