// When a letter that could not leave is tried again, and when it is given up. Pure: the number of
// attempts and the moments are arguments.

package import Foundation

/// The delays between the attempts to send one letter.
package enum SendingSchedule {
    /// Minutes after the first, second, third… attempt; the last one goes on.
    package static let minutes = [1, 2, 4, 8, 15, 30, 60]

    /// How long a letter is tried: the five days of RFC 5321 (4.5.4.1).
    package static let lifetime: TimeInterval = 5 * 24 * 3600

    /// The moment of the next attempt; nil where the letter's time is over.
    ///
    /// The attempts are counted with the last one, which is made now.
    package static func next(after attempts: Int, queuedAt: Date, now: Date) -> Date? {
        precondition(attempts > 0, "a letter that was never tried needs no second attempt")
        let end = queuedAt + lifetime
        guard now < end else { return nil }
        let delay = minutes[min(attempts, minutes.count) - 1]
        // The last attempt is made at the end, not some minutes short of it.
        return min(now + Double(delay) * 60, end)
    }
}
