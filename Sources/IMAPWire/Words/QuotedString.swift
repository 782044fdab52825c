// A text between quotes: what most arguments of commands become. What cannot stand between quotes
// becomes a literal. The type holds the text, not its spelling, so it is escaped in one place and
// once.

/// A text that may stand between quotes (RFC 9051, 9: `quoted`).
///
/// It holds no CR, LF or NUL and, before UTF-8 is enabled, nothing beyond ASCII.
package struct QuotedString: Hashable, Sendable {
    /// The text without quotes and without backslashes.
    package let bytes: [UInt8]

    /// The longest text that is quoted; RFC 9051 (4.3) leaves the limit to us, and a longer one
    /// goes as a literal.
    package static let lengthMaximum = 1_000

    /// Refuses control characters, bytes beyond ASCII, and a text that should be a literal.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.lengthMaximum,
            bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { return nil }
        self.bytes = bytes
    }

    /// The text as commands write it.
    package var wire: [UInt8] {
        var wire = [ASCII.quote]
        for byte in bytes {
            if byte == ASCII.quote || byte == ASCII.backslash { wire.append(ASCII.backslash) }
            wire.append(byte)
        }
        wire.append(ASCII.quote)
        return wire
    }
}
