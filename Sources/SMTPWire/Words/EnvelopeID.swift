// A mark that a server repeats in its delivery reports, so that a report finds its letter even
// where the letter itself is not quoted.

/// An envelope identifier (RFC 3461, 4.4).
package struct EnvelopeID: Hashable, Sendable {
    /// The mark in plain text.
    package let text: String

    /// The mark as it stands in a command: printable ASCII in `xtext` (RFC 3461, 4).
    package let xtext: [UInt8]

    /// The longest mark, counted as it was before its encoding.
    package static let lengthMaximum = 100

    /// Refuses nothing at all, what is not printable ASCII, and too many bytes.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= Self.lengthMaximum,
            bytes.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        self.text = text
        xtext = bytes.flatMap(Self.encoded)
    }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case ASCII.space, UInt8(ascii: "+"), UInt8(ascii: "="):
            let digits = Array("0123456789ABCDEF".utf8)
            return [UInt8(ascii: "+"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
        default:
            return [byte]
        }
    }
}

extension EnvelopeID: CustomStringConvertible {
    package var description: String { text }
}
