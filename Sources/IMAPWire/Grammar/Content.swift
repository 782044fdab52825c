// What stood where a string was expected: the string, or one of the ways in which there is none.
// NIL, an empty string, a piece and a string too large to keep are four different things, and only
// one of them can ever be a mail.

/// What stood where a string or NIL was expected.
package enum Content: Hashable, Sendable {
    /// NIL: there is no such string, which is not the same as an empty one.
    case absent
    /// The whole string.
    case bytes([UInt8])
    /// A literal that was too large to be kept.
    case skipped(length: Int)
    /// A string that begins at an origin: a piece, and we never ask for pieces.
    case piece
}
