// What is written on a mail at the server. Flags say what people and programs did to it; whether we
// have filed it is never read from them. Servers have flags that the grammar does not allow; such
// flags are passed over, the mails that bear them are not.

/// A flag of a mail (RFC 9051, 2.3.2): a system flag such as `\Seen`, or a keyword.
package struct Flag: Sendable {
    /// The flag as it was written.
    package let text: String

    package static let seen = Flag(known: "\\Seen")
    package static let answered = Flag(known: "\\Answered")
    package static let flagged = Flag(known: "\\Flagged")
    package static let deleted = Flag(known: "\\Deleted")
    package static let draft = Flag(known: "\\Draft")

    /// The flag of a keyword.
    package init(_ keyword: Keyword) { text = keyword.text }

    /// Refuses what is neither an atom nor a backslash and an atom; `\*` is no flag of a mail.
    package init?(parsing text: some Collection<UInt8>) {
        let name = text.first == ASCII.backslash ? text.dropFirst() : text[...]
        // Real servers have keywords with a closing bracket, which the grammar forgot to forbid.
        guard !name.isEmpty, text.count <= Keyword.lengthMaximum,
            name.allSatisfy({ ASCII.isAtom($0) || $0 == UInt8(ascii: "]") })
        else { return nil }
        self.text = String(decoding: text, as: UTF8.self)
    }

    /// Whether the flag is a system flag, which begins with a backslash.
    package var isSystem: Bool { text.hasPrefix("\\") }

    private init(known text: String) { self.text = text }
}

// MARK: - Equality: flags are the same whatever the case of their letters

extension Flag: Hashable {
    package static func == (one: Flag, other: Flag) -> Bool {
        ASCII.equal(one.text.utf8, other.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(ASCII.upper(byte)) }
    }
}

extension Flag: CustomStringConvertible {
    package var description: String { text }
}
