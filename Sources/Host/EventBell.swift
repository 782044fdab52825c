// A bell that one thread waits for and any thread may ring: a pipe to itself, so that it can stand
// in one poll beside connections.
//
// A ring is never lost: one that came before the waiting ends the waiting at once. Waiting knows
// no clock; it is told how long.

import Glibc

/// A bell of the operating system.
package final class EventBell: Sendable {
    /// Becomes readable when the bell was rung; for those who wait for connections too.
    package let descriptor: Int32
    private let far: Int32

    /// Hangs the bell up.
    package init() throws(HostError) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw HostError(.exhausted) }
        (descriptor, far) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(descriptor)
        close(far)
    }

    /// Rings.
    package func ring() {
        var one: UInt8 = 1
        // A pipe that is full has been rung.
        _ = unsafe write(far, &one, 1)
    }

    /// Waits for at most so long and tells whether it was rung; what was heard is over then.
    package func wait(milliseconds: Int) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, Int32(clamping: max(0, milliseconds))) > 0 else {
            return false
        }
        var rings = [UInt8](repeating: 0, count: 64)
        var isRung = false
        while unsafe read(descriptor, &rings, rings.count) > 0 { isRung = true }
        return isRung
    }
}
