// An address with the name that its owner shows beside it.

/// An address and its display name, as in `Léa Martin <lea.martin@mileo.example>`.
package struct NamedAddress: Hashable, Sendable, Codable {
    /// The address; the only part that ever decides anything.
    package let address: EmailAddress
    /// The decoded display name, without control characters; empty where none was written.
    package let name: String

    /// Pairs an address with a name that is only ever shown.
    package init(_ address: EmailAddress, name: String = "") {
        self.address = address
        self.name = name
    }

    /// The name where there is one, else the address.
    package var shown: String { name.isEmpty ? address.text : name }
}
