// What a server offers beyond the base. Only the names that change what we send have a constant;
// all others are kept as they were named, for the operator's eyes. A name is an atom: what is not
// one cannot be asked for.

/// The name of one capability (RFC 9051, 7.2.2), in upper case.
package struct Capability: Hashable, Sendable {
    /// The name, such as `CONDSTORE` or `AUTH=PLAIN`.
    package let name: String

    package static let imap4rev1 = Capability(known: "IMAP4REV1")
    package static let imap4rev2 = Capability(known: "IMAP4REV2")
    package static let condstore = Capability(known: "CONDSTORE")
    package static let qresync = Capability(known: "QRESYNC")
    package static let enable = Capability(known: "ENABLE")
    package static let esearch = Capability(known: "ESEARCH")
    package static let move = Capability(known: "MOVE")
    package static let uidplus = Capability(known: "UIDPLUS")
    package static let idle = Capability(known: "IDLE")
    package static let literalPlus = Capability(known: "LITERAL+")
    package static let literalMinus = Capability(known: "LITERAL-")
    package static let specialUse = Capability(known: "SPECIAL-USE")
    package static let namespace = Capability(known: "NAMESPACE")
    package static let id = Capability(known: "ID")
    package static let unselect = Capability(known: "UNSELECT")
    package static let loginDisabled = Capability(known: "LOGINDISABLED")

    /// The longest name that is kept.
    package static let lengthMaximum = 100

    /// Refuses an empty name, a name that is too long, and every byte that an atom cannot hold.
    package init?(parsing text: some Collection<UInt8>) {
        guard !text.isEmpty, text.count <= Self.lengthMaximum, text.allSatisfy(ASCII.isAtom) else {
            return nil
        }
        name = ASCII.uppercased(text)
    }

    /// The mechanism of an `AUTH=` capability, such as `XOAUTH2`.
    package var authenticationMechanism: String? {
        name.hasPrefix("AUTH=") ? String(name.dropFirst(5)) : nil
    }

    private init(known name: String) { self.name = name }
}

extension Capability: CustomStringConvertible {
    package var description: String { name }
}
