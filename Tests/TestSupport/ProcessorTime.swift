// How much of the processor something took: for tests that compare two sizes of the same work.
// Unlike the time on the wall it hardly depends on what else the machine does; no test asks how
// long anything took by itself.

import Glibc

/// Processor time of this thread.
package enum ProcessorTime {
    /// What the work gives, and the seconds that this thread was at work for it.
    package static func measured<Result>(_ work: () throws -> Result) rethrows -> (Result, Double) {
        let start = now
        let result = try work()
        return (result, now - start)
    }

    private static var now: Double {
        var time = timespec()
        // The pointer is to a local value and is not kept.
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
