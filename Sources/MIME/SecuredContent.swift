// S/MIME in one piece (RFC 8551): a signed mail whose text lies within the signature, or a mail
// that is encrypted.
//
// Of the structure (CMS, RFC 5652) only the path to the content is walked; no signature is checked
// and nothing is decrypted. Lengths may be left open, and contents cut in pieces, as the standard
// allows; every step goes forward.

/// What an S/MIME file holds.
enum SecuredContent: Equatable {
    /// A mail in a signature.
    case signed([UInt8])
    /// Something encrypted.
    case encrypted
    /// Nothing that was understood.
    case unknown

    /// Looks into a file.
    init(_ bytes: [UInt8]) {
        self = Self.read(bytes) ?? .unknown
    }

    private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    private static let envelopedData: [UInt8] = [
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03,
    ]
    private static let authenticatedData: [UInt8] = [
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17,
    ]

    private static func read(_ bytes: [UInt8]) -> SecuredContent? {
        var reader = BERReader(bytes[...])
        guard reader.enter(0x30), let kind = reader.value(0x06) else { return nil }
        if kind.elementsEqual(envelopedData) || kind.elementsEqual(authenticatedData) {
            return .encrypted
        }
        guard kind.elementsEqual(signedData), reader.enter(0xA0), reader.enter(0x30),
            reader.value(0x02) != nil, reader.skip(0x31), reader.enter(0x30),
            reader.value(0x06) != nil, reader.enter(0xA0)
        else { return nil }
        return reader.octets().map { .signed($0) }
    }
}

/// Walks through nested elements of ASN.1 (X.690) by going into them.
struct BERReader {
    private var rest: Bytes

    /// Begins at the first element.
    init(_ bytes: Bytes) {
        rest = bytes
    }

    // An element's tag, and the length of its content; nil is an open length.
    private mutating func header() -> (tag: UInt8, length: Int?)? {
        guard rest.count >= 2, let tag = rest.popFirst(), let first = rest.popFirst() else {
            return nil
        }
        guard first & 0x80 != 0 else { return (tag, Int(first)) }
        let count = Int(first & 0x7F)
        guard count > 0 else { return (tag, nil) }
        guard count <= 4, count <= rest.count else { return nil }
        let length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(count)
        return (tag, length)
    }

    /// Goes into an element of this tag; false where there is another.
    mutating func enter(_ tag: UInt8) -> Bool {
        guard rest.first == tag, header() != nil else { return false }
        return true
    }

    /// The content of a simple element of this tag, and goes behind it.
    mutating func value(_ tag: UInt8) -> Bytes? {
        guard rest.first == tag, let length = header()?.length, length <= rest.count else {
            return nil
        }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }

    /// Goes behind an element of this tag, whatever is in it.
    mutating func skip(_ tag: UInt8) -> Bool {
        guard rest.first == tag else { return false }
        var open = 0
        repeat {
            guard let element = header() else { return false }
            if element.tag == 0, element.length == 0 {
                open -= 1
            } else if let length = element.length {
                guard length <= rest.count else { return false }
                rest = rest.dropFirst(length)
            } else {
                open += 1
            }
        } while open > 0
        return true
    }

    /// The bytes of an octet string, which may be cut into pieces.
    ///
    /// A cut end gives what is there.
    mutating func octets() -> [UInt8]? {
        if rest.first == 0x04 {
            guard let length = header()?.length else { return nil }
            return Array(rest.prefix(length))
        }
        guard rest.first == 0x24, let whole = header() else { return nil }
        if let length = whole.length { rest = rest.prefix(length) }
        var content: [UInt8] = []
        while rest.first == 0x04, let length = header()?.length {
            content += rest.prefix(length)
            rest = rest.dropFirst(length)
        }
        return content
    }
}
