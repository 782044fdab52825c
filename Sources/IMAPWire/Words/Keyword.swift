// A word that we may write on a mail ourselves, such as the one that says that it was filed. It
// comes from the operator's configuration, so it is checked before it can stand in a command.
// System flags are not keywords, and cannot be written by mistake for one.

/// A keyword (RFC 9051, 2.3.2: `flag-keyword`): an atom, so never a system flag.
package struct Keyword: Hashable, Sendable {
    /// The word as it is written.
    package let text: String

    /// The longest flag or keyword that is read or written.
    package static let lengthMaximum = 200

    /// Refuses an empty word, a backslash, and every byte that an atom cannot hold.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.lengthMaximum,
            text.utf8.allSatisfy(ASCII.isAtom)
        else { return nil }
        self.text = text
    }
}

extension Keyword: CustomStringConvertible {
    package var description: String { text }
}
