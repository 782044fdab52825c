// What stands between the angle brackets of MAIL FROM and RCPT TO. It is the only text of the
// outside that becomes part of a command, so what could end a command cannot be in it.

/// A reverse-path or forward-path (RFC 5321, 4.1.2), without its brackets.
package struct Path: Hashable, Sendable {
    /// The bytes between the brackets.
    package let bytes: [UInt8]

    /// Whether only a server with SMTPUTF8 can take it (RFC 6531, 3.3).
    package let needsSMTPUTF8: Bool

    /// The longest path is 256 bytes with its brackets (RFC 5321, 4.5.3.1.3).
    package static let lengthMaximum = 254

    /// Nobody is to be told of a failure (RFC 5321, 4.5.5); only a sender may be that.
    package static let null = Path()

    /// Refuses nothing at all, any control character, a space, a bracket, and too many bytes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.lengthMaximum,
            bytes.allSatisfy(Self.isAllowed)
        else { return nil }
        self.bytes = bytes
        needsSMTPUTF8 = bytes.contains { $0 >= 0x80 }
    }

    private init() {
        bytes = []
        needsSMTPUTF8 = false
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"): false
        default: true
        }
    }
}

extension Path: CustomStringConvertible {
    package var description: String { "<\(String(decoding: bytes, as: UTF8.self))>" }
}
