// Which flags last in a mailbox, and whether we may write a keyword that is new to it. A keyword
// that does not last is worse than none, since the next session would not see it: the owner asks
// here before it marks by keyword.

/// The flags of PERMANENTFLAGS (RFC 9051, 7.1).
package struct PermanentFlags: Hashable, Sendable {
    /// The flags that outlive the session.
    package let flags: [Flag]

    /// Whether the list holds `\*`: keywords that the mailbox has not seen may be written.
    package let acceptsNewKeywords: Bool

    /// The most flags that are read from one list.
    package static let countMaximum = 1_000

    /// Reads `(\Deleted \Seen \*)`; members outside the grammar are passed over.
    package init?(parsing text: some Collection<UInt8>) {
        let bytes = Array(text)
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")")
        else { return nil }
        let words = bytes.dropFirst().dropLast().split(separator: ASCII.space)
            .prefix(Self.countMaximum)
        flags = words.compactMap { Flag(parsing: $0) }
        acceptsNewKeywords = words.contains { $0.elementsEqual("\\*".utf8) }
    }

    /// Whether a keyword written now would last.
    package func keeps(_ keyword: Keyword) -> Bool {
        acceptsNewKeywords || flags.contains(Flag(keyword))
    }
}
