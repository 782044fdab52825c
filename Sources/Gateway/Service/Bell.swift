// How a service waits: until a moment, or until somebody wakes it. The executable hangs up real
// bells; tests hang up bells of a simulated clock, so that no test sleeps.

package import Foundation

/// One service's bell.
package struct Bell: Sendable {
    /// Wakes the service; a ring that comes while it works ends its next waiting at once.
    package var ring: @Sendable () -> Void
    /// Waits until it is rung or until a moment; whether it was rung.
    package var wait: @Sendable (Date) -> Bool
    /// Becomes readable when it is rung, for those who wait for a connection too; nil where the
    /// clock is simulated.
    package var descriptor: Int32?

    /// Hangs a bell up.
    package init(
        ring: @escaping @Sendable () -> Void,
        wait: @escaping @Sendable (Date) -> Bool,
        descriptor: Int32? = nil
    ) {
        self.ring = ring
        self.wait = wait
        self.descriptor = descriptor
    }
}
