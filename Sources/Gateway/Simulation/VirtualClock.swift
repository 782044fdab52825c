// Time that moves only when it is told to.

package import Foundation
import Synchronization

/// A clock for simulations.
package final class VirtualClock: Sendable {
    private let moment: Mutex<Date>

    /// Sets the clock.
    package init(_ moment: Date) {
        self.moment = Mutex(moment)
    }

    /// The moment.
    package var now: Date { moment.withLock { $0 } }

    /// Sets it to another moment; like any clock, it can be set back.
    package func set(to other: Date) { moment.withLock { $0 = other } }
}
