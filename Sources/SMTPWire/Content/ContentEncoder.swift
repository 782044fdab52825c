// What stands after DATA, made piece by piece, so that a letter of 30 MB never exists twice.
//
// It promises: every line ends with CRLF; no CR and no LF stands alone; a line that begins with a
// dot has one more (RFC 5321, 4.5.2); hence no receiver, however it understands line ends, finds
// the end of the mail before `endOfData`. Every byte is looked at once.

/// Canonical, dot-stuffed content in pieces.
struct ContentEncoder: Sendable {
    /// The line that ends a mail; before it stands a CRLF or nothing at all (RFC 5321, 4.1.1.4).
    static let endOfData: [UInt8] = [ASCII.dot, ASCII.carriageReturn, ASCII.lineFeed]

    /// How much of the content is turned into one piece.
    static let pieceMaximum = 65_536

    private let bytes: [UInt8]
    private var position = 0
    private var isAtLineStart = true

    init(_ body: MailBody) {
        bytes = body.bytes
    }

    /// Whether some of the content has been given out.
    var hasBegun: Bool { position > 0 }

    /// Appends the next piece; true when that was the last, and the last line has its end.
    mutating func appendPiece(to output: inout [UInt8]) -> Bool {
        let bytes = self.bytes
        let span = bytes.span
        var index = position
        let end = min(index + Self.pieceMaximum, span.count)
        // Bytes from here to `index` go out as they are.
        var runStart = index
        while index < end {
            let byte = span[index]
            if isAtLineStart, byte == ASCII.dot {
                output.append(contentsOf: bytes[runStart..<index])
                output.append(ASCII.dot)
                runStart = index
            }
            isAtLineStart = byte == ASCII.lineFeed || byte == ASCII.carriageReturn
            guard isAtLineStart else {
                index += 1
                continue
            }
            let isPair =
                byte == ASCII.carriageReturn && index + 1 < span.count
                && span[index + 1] == ASCII.lineFeed
            if isPair {
                index += 2
            } else {
                output.append(contentsOf: bytes[runStart..<index])
                Self.endLine(in: &output)
                index += 1
                runStart = index
            }
        }
        output.append(contentsOf: bytes[runStart..<index])
        position = index
        guard index == span.count else { return false }
        if !isAtLineStart {
            Self.endLine(in: &output)
            isAtLineStart = true
        }
        return true
    }

    private static func endLine(in output: inout [UInt8]) {
        output.append(ASCII.carriageReturn)
        output.append(ASCII.lineFeed)
    }
}
