// The capabilities of one server in one session. They may change at any time: after the login,
// after ENABLE, in any OK. What IMAP4rev2 includes is offered by a server of IMAP4rev2 even if it
// does not name it.

/// What a server said it can do (RFC 9051, 6.1.1 and 7.2.2).
package struct CapabilitySet: Hashable, Sendable {
    /// The capabilities that the server named.
    package let named: Set<Capability>

    /// The most names that are read from one list.
    package static let countMaximum = 500

    package init(_ named: Set<Capability> = []) { self.named = named }

    /// Reads names between spaces.
    ///
    /// Names outside the grammar are passed over: a capability that we cannot name is one that we
    /// cannot use.
    package init(parsing text: some Collection<UInt8>) {
        let words = text.split(separator: ASCII.space).prefix(Self.countMaximum)
        named = Set(words.compactMap { Capability(parsing: $0) })
    }

    /// Whether the server offers it, by name or because IMAP4rev2 includes it (RFC 9051, 2.2).
    package func contains(_ capability: Capability) -> Bool {
        named.contains(capability)
            || (named.contains(.imap4rev2) && Self.includedInRev2.contains(capability))
    }

    /// The mechanisms of `AUTH=`, in alphabetical order.
    package var authenticationMechanisms: [String] {
        named.compactMap(\.authenticationMechanism).sorted()
    }

    private static let includedInRev2: Set<Capability> = [
        .enable, .esearch, .move, .uidplus, .idle, .literalMinus, .namespace, .unselect,
    ]
}

extension CapabilitySet: CustomStringConvertible {
    package var description: String { named.map(\.name).sorted().joined(separator: " ") }
}
