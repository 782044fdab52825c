// Something to wait on besides a socket: whoever rings ends the wait of another thread. It is made
// of a pipe (Swift sees no eventfd), so that a ring is never lost, even one before the wait.

import Glibc

/// A bell that one thread rings and another hears.
package final class Bell: Sendable {
    private let button: Int32
    let descriptor: Int32

    /// Makes a bell.
    package init() throws(TransportError) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else {
            throw TransportError(errorNumber: errno, deed: "make a bell for a mailbox")
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        button = ends[1]
    }

    deinit {
        _ = close(button)
        _ = close(descriptor)
    }

    /// Ends the wait that is under way, or the next one.
    package func ring() {
        // Where the pipe is full, there have been rings enough.
        var one: UInt8 = 1
        _ = unsafe write(button, &one, 1)
    }

    /// Forgets all rings so far; true if there was one.
    func silence() -> Bool {
        var rings = [UInt8](repeating: 0, count: 64)
        var isRung = false
        while unsafe read(descriptor, &rings, rings.count) > 0 { isRung = true }
        return isRung
    }

    /// Waits for a ring; false when the time is over.
    func wait(milliseconds: Int) -> Bool {
        var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&question, 1, Int32(clamping: milliseconds))
        return silence()
    }
}
