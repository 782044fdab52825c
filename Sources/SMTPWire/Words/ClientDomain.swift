// The name by which the client presents itself. Like a path it becomes part of a command.

/// The argument of EHLO: a domain name or an address literal (RFC 5321, 4.1.1.1).
package struct ClientDomain: Hashable, Sendable {
    /// The name as it is sent.
    package let text: String

    /// The longest domain name (RFC 5321, 4.5.3.1.2).
    package static let lengthMaximum = 255

    /// Refuses whatever is not made of letters, digits and the few signs of names and literals.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= Self.lengthMaximum,
            bytes.allSatisfy({ ASCII.isAlphanumeric($0) || "-._:[]".utf8.contains($0) })
        else { return nil }
        self.text = text
    }
}

extension ClientDomain: CustomStringConvertible {
    package var description: String { text }
}
