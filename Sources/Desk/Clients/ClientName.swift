// The name of a company that is a client; what the registry knows it by.

/// A company's name: what is shown, and what is compared.
package struct ClientName: Sendable {
    /// The name as the registry writes it.
    package let text: String
    /// What is compared: no case, no accents, one space between words.
    package let key: String

    /// The longest name, in bytes.
    package static let bytesMaximum = 200

    /// Refuses what is empty, too long, or holds a control character.
    package init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
        let text = words.joined(separator: " ")
        guard !text.isEmpty, text.utf8.count <= Self.bytesMaximum,
            HeaderValue(flattening: text).text == text
        else { return nil }
        let key = Folding.text(of: text)
        guard !key.isEmpty else { return nil }
        self.text = text
        self.key = key
    }
}

// MARK: - Equality is by key

extension ClientName: Hashable {
    package static func == (one: ClientName, other: ClientName) -> Bool { one.key == other.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension ClientName: CustomStringConvertible {
    package var description: String { text }
}
