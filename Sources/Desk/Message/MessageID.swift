// The name that a mail carries through the world (RFC 5322, 3.6.4), without its angle brackets.

/// A Message-ID that can be stored, compared and written into a header.
package struct MessageID: Hashable, Sendable, Codable {
    /// The id without angle brackets, such as `abc@client.example`.
    package let text: String

    /// The longest id that is kept; longer ones were never written by a mail program.
    package static let lengthMaximum = 900

    /// Refuses what is empty, too long, or holds white space, a control character or a bracket.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.lengthMaximum,
            text.utf8.allSatisfy({ byte in
                byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "<")
                    && byte != UInt8(ascii: ">")
            })
        else { return nil }
        self.text = text
    }

    /// The part behind the last "@", in lower case; empty where there is none.
    package var domain: String {
        guard let at = text.lastIndex(of: "@") else { return "" }
        return text[text.index(after: at)...].lowercased()
    }
}

extension MessageID: CustomStringConvertible {
    package var description: String { "<\(text)>" }
}
