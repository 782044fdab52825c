// What is looked for in a header field. It may come from anywhere, so it is quoted or sent as a
// literal, never pasted. An empty text is refused, because every mail matches it, and a search for
// evidence would find some.

/// A text for SEARCH (RFC 9051, 6.4.4): one line of UTF-8.
package struct SearchText: Hashable, Sendable {
    package let text: String

    /// The longest text that is looked for.
    package static let lengthMaximum = 2_000

    /// Refuses an empty text, which every mail matches, CR, LF and NUL.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.lengthMaximum,
            text.utf8.allSatisfy({ $0 != 0 && $0 != 0x0A && $0 != 0x0D })
        else { return nil }
        self.text = text
    }

    /// Whether the server must be told the character set.
    var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
