// Undoing Content-Transfer-Encoding (RFC 2045, 6), piece by piece.
//
// The content of a part is never kept whole but where it is a text: pieces go to whoever asks.

import Desk

/// How the content of a part is encoded.
enum TransferEncoding: Hashable {
    case identity
    case quotedPrintable
    case base64

    /// Reads a Content-Transfer-Encoding; an unknown one is a defect and decodes nothing.
    init(_ raw: Bytes?, defects: inout Set<MessageDefect>) {
        let word = raw?.trimmed.prefix { !$0.isBlankOrLineEnd && $0 != UInt8(ascii: ";") }
        switch word?.lowercasedText ?? "" {
        case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "8bits", "7bits":
            self = .identity
        case "quoted-printable":
            self = .quotedPrintable
        case "base64":
            self = .base64
        default:
            self = .identity
            defects.insert(.unknownEncoding)
        }
    }

    /// Hands the decoded bytes to `take`, a piece at a time; stops where `take` answers false.
    func decode(_ bytes: [UInt8], in range: Range<Int>, take: (Bytes) -> Bool) {
        guard self != .identity else {
            _ = take(bytes[range])
            return
        }
        let pieceSize = 32 * 1024
        var base64 = Base64()
        var output: [UInt8] = []
        output.reserveCapacity(pieceSize + 8)
        var start = range.lowerBound
        while start < range.upperBound {
            var end = min(start + pieceSize, range.upperBound)
            output.removeAll(keepingCapacity: true)
            switch self {
            case .identity:
                break
            case .base64:
                base64.decode(bytes[start..<end], into: &output)
            case .quotedPrintable:
                // Pieces end with a line, so that no escape and no trailing blank is cut in two.
                end = Self.lineEnd(bytes, in: start..<range.upperBound, near: end)
                QuotedPrintable.decode(bytes[start..<end], into: &output)
            }
            guard take(output[...]) else { return }
            start = end
        }
        if self == .base64 {
            output.removeAll(keepingCapacity: true)
            base64.finish(into: &output)
            if !output.isEmpty { _ = take(output[...]) }
        }
    }

    private static func lineEnd(_ bytes: [UInt8], in range: Range<Int>, near place: Int) -> Int {
        bytes.lineEnd(from: max(range.lowerBound, place - 1), before: range.upperBound)
    }
}
