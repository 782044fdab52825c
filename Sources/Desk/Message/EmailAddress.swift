// An address that can be compared, stored and written to without a second look.
//
// The failable initializer is the only door: what passed it holds exactly one "@", no white space,
// no control character and nothing that a mail server could read as a command. Identity is decided
// on `key`; what is shown is the text as it was written.

/// One addr-spec, such as `a.martin@client.example`.
package struct EmailAddress: Sendable {
    /// The address as it was written.
    package let text: String
    /// What is compared: ASCII letters in lower case, everything else untouched.
    package let key: String

    /// The longest address that SMTP can carry (RFC 5321, 4.5.3.1.3, less the angle brackets).
    package static let lengthMaximum = 254

    /// Refuses whatever is not one plain `local@domain`.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count <= Self.lengthMaximum, let at = bytes.lastIndex(of: UInt8(ascii: "@"))
        else { return nil }
        let local = bytes[..<at]
        let domain = bytes[bytes.index(after: at)...]
        guard !local.isEmpty, local.count <= 64, local.allSatisfy(Self.isAllowedInLocalPart),
            Self.isDomain(domain)
        else { return nil }
        self.text = text
        self.key = Self.lowercasedASCII(text)
    }

    /// The part behind the "@", in lower case.
    package var domain: String {
        guard let at = key.lastIndex(of: "@") else { return key }
        return String(key[key.index(after: at)...])
    }

    /// The part before the "@", in lower case.
    package var localPart: String {
        guard let at = key.lastIndex(of: "@") else { return key }
        return String(key[..<at])
    }

    // Quoted local parts are refused on purpose: no client has one, and every one seen was an
    // attempt to hide a second address.
    private static func isAllowedInLocalPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), 0x80...:
            true
        default:
            "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    private static func isDomain(_ bytes: Substring.UTF8View) -> Bool {
        var labelLength = 0
        var last: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "."):
                guard labelLength > 0, last != UInt8(ascii: "-") else { return false }
                labelLength = 0
            case UInt8(ascii: "-"):
                guard labelLength > 0 else { return false }
                labelLength += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
                labelLength += 1
            default:
                return false
            }
            guard labelLength <= 63 else { return false }
            last = byte
        }
        return labelLength > 0 && last != UInt8(ascii: "-")
    }

    private static func lowercasedASCII(_ text: String) -> String {
        // Most are written in lower case, and need no second text.
        guard text.utf8.contains(where: (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains) else {
            return text
        }
        return String(
            decoding: text.utf8.map { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            },
            as: UTF8.self
        )
    }
}

// MARK: - Equality is by key

extension EmailAddress: Hashable {
    package static func == (one: EmailAddress, other: EmailAddress) -> Bool {
        one.key == other.key
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}

extension EmailAddress: CustomStringConvertible {
    package var description: String { text }
}

extension EmailAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let address = EmailAddress(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not an e-mail address"
            )
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
