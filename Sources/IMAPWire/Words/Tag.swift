// The name of one of our commands. The prefix keeps us apart from the tags that the opening of the
// connection used before our session began. A tagged answer with any other name answers nothing of
// ours and ends the session.

/// The tag of a command (RFC 9051, 2.2.1): "G" and a counting number.
package struct Tag: Hashable, Sendable {
    /// The number, from 1 up, never repeated within a session.
    package let number: UInt32

    /// Refuses zero.
    package init?(_ number: UInt32) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Reads one of our tags; nil for any other word, which then names no command of ours.
    package init?(parsing text: some Collection<UInt8>) {
        guard text.first == Self.prefix,
            let number = Digits.positive(text.dropFirst(), maximum: UInt64(UInt32.max))
        else { return nil }
        self.number = UInt32(number)
    }

    /// The tag as it stands before the command.
    package var text: String { "G\(number)" }

    private static let prefix = UInt8(ascii: "G")
}

extension Tag: CustomStringConvertible {
    package var description: String { text }
}
