// Words of the protocol are ASCII and their case means nothing; comparing them never builds a
// string. Every class of bytes of the grammar that more than one file needs is here. What a server
// says to people goes through `sentence`, so that no control character reaches a terminal or a log.

/// Comparisons and classes of ASCII bytes (RFC 9051, 9).
enum ASCII {
    static let carriageReturn: UInt8 = 0x0D
    static let lineFeed: UInt8 = 0x0A
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let backslash: UInt8 = 0x5C

    /// Whether bytes are a word, whatever the case of their letters.
    static func equal(_ bytes: some Collection<UInt8>, _ word: StaticString) -> Bool {
        // A StaticString's bytes can only be reached unsafely; its description is the safe way.
        equal(bytes, Array(word.description.utf8))
    }

    /// Whether bytes are the same word, whatever the case of their letters.
    static func equal(_ bytes: some Collection<UInt8>, _ word: some Collection<UInt8>) -> Bool {
        bytes.count == word.count && zip(bytes, word).allSatisfy { upper($0) == upper($1) }
    }

    /// A letter in upper case; any other byte as it is.
    static func upper(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 0x20 : byte
    }

    /// Whether a byte may stand in an atom (RFC 9051, 9: `ATOM-CHAR`).
    static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, 0x7F...0xFF: false
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"): false
        case UInt8(ascii: "%"), UInt8(ascii: "*"), quote, backslash, UInt8(ascii: "]"): false
        default: true
        }
    }

    /// A word in upper case, for what is stored under its name.
    static func uppercased(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.map(upper), as: UTF8.self)
    }

    /// A server's words for a person: one line, no control characters, at most 500 bytes of it.
    static func sentence(_ bytes: some Collection<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in String(decoding: bytes.prefix(500), as: UTF8.self).unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            text.append(isControl ? " " : scalar)
        }
        return String(text)
    }
}
