// One whole response before it is understood: its line, with every literal taken out of it. Where a
// literal stood, the line has a NUL, which no other text of a server may hold. So the scanner sees
// short lines however large the mails are, and a literal's bytes are never looked at.

/// The bytes of one response: a line and its literals.
struct Frame {
    /// The line without its CRLF; each NUL stands for the next literal.
    var line: [UInt8] = []

    /// The literals in their order.
    var literals: [ReceivedLiteral] = []

    /// The members of a long set that were taken out of the line as they came.
    var longSet: LongSet?

    /// What stands in the line where a literal was.
    static let literalMark: UInt8 = 0

    mutating func removeAll() {
        line.removeAll(keepingCapacity: true)
        literals.removeAll(keepingCapacity: true)
        longSet = nil
    }
}

/// A literal as it was received.
enum ReceivedLiteral: Hashable, Sendable {
    /// All its bytes.
    case bytes([UInt8])
    /// It was larger than the limit; only its length is known.
    case skipped(length: Int)
}
