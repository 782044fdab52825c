// How much a server may send. Every number here bounds memory or time whatever the server says, and
// none of them is met by an honest one. The owner of a session chooses one of them, the size of a
// mail; the others are the same for all.

/// The bounds of one session.
package struct Limits: Hashable, Sendable {
    /// The largest literal that is kept; a larger one is skipped and its mail held.
    package let literalBytesMaximum: Int

    /// Refuses to keep nothing, and more than one gigabyte.
    package init?(literalBytesMaximum: Int) {
        guard (1...1 << 30).contains(literalBytesMaximum) else { return nil }
        self.literalBytesMaximum = literalBytesMaximum
    }

    /// The largest announcement that is skipped over; beyond it the session is closed.
    package static let skippedBytesMaximum = 256 << 20

    /// The longest line without its literals and its long sets.
    package static let lineBytesMaximum = 64 << 10

    /// The most members of a set in one response.
    package static let setMembersMaximum = 2_000_000

    /// The most literals in one response.
    package static let literalsMaximum = 100

    /// The deepest parentheses of one response.
    package static let nestingMaximum = 20

    /// The most untagged responses between two tagged ones.
    ///
    /// Somebody else may empty a mailbox of hundreds of thousands of mails while we look.
    package static let untaggedMaximum = 1_000_000

    /// The most bytes that are thrown away before our first answer is found.
    package static let leftoverBytesMaximum = 1 << 20

    /// The most commands in flight.
    package static let commandsInFlightMaximum = 16
}
