// The bytes that SMTP's grammar is made of, and comparing its words without building a string.

/// Names and classes of ASCII bytes (RFC 5234, B.1).
enum ASCII {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let hyphen: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39

    /// The value of a decimal digit.
    static func digit(_ byte: UInt8) -> Int? {
        byte >= zero && byte <= nine ? Int(byte - zero) : nil
    }

    /// Whether a byte is a letter or a decimal digit.
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            zero...nine:
            true
        default: false
        }
    }

    /// A word in upper case; bytes that are not ASCII letters stay as they are.
    static func uppercased(_ bytes: some Collection<UInt8>) -> String {
        String(
            decoding: bytes.map { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
            },
            as: UTF8.self
        )
    }
}
