// What makes two fetched mails the same mail.

/// SHA-256 over what the sender wrote: his own header fields and the whole body.
///
/// Trace fields that servers add on the way (Received, Delivered-To…) are left out, so that the
/// same mail is recognised in two mailboxes, after a move, and after a change of UIDVALIDITY. Of a
/// mail that is too large to be fetched, the size of the body stands for the body.
package struct ContentDigest: Hashable, Sendable, Codable {
    /// The 32 bytes of the hash.
    package let bytes: [UInt8]

    /// Refuses anything but 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The bytes in hexadecimal.
    package var hexadecimal: String { bytes.hexadecimal }
}

extension Sequence<UInt8> {
    /// The bytes as lower-case hexadecimal digits.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0F)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
