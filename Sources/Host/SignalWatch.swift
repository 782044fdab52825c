// The signals that a service obeys, taken one by one on a thread of their own.
//
// They are held back in the whole process and waited for, so none can strike between two
// instructions, and none is lost, however early it comes. Nothing runs inside a signal handler.

import Foundation
import Glibc

/// What somebody asks of the service by a signal.
package enum SignalWish: Hashable, Sendable {
    /// SIGTERM, SIGINT: end, well.
    case stop
    /// SIGHUP: read the settings anew.
    case reload
}

/// The right to hear the process's signals.
package struct SignalWatch: Sendable {
    /// Holds the signals back: to be made before the process has a second thread.
    package init() {
        var held = Self.heard()
        // Writing to a reader that went away is an error to be seen, not an end.
        unsafe sigaddset(&held, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &held, nil)
    }

    /// Tells of every signal from now on, and of those that came before.
    package func begin(_ tell: @escaping @Sendable (SignalWish) -> Void) {
        Thread.detachNewThread {
            var heard = Self.heard()
            while true {
                var number: Int32 = 0
                guard unsafe sigwait(&heard, &number) == 0 else { continue }
                tell(number == SIGHUP ? .reload : .stop)
            }
        }
    }

    private static func heard() -> sigset_t {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&signals, number) }
        return signals
    }
}
