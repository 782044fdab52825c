// Bytes with their length in front: the only way to send what holds line breaks. A synchronising
// literal makes the client wait for the server's "+"; LITERAL+ and LITERAL- take the wait away.
// Which announcement a server takes is decided here and nowhere else.

/// Bytes that go as a literal (RFC 9051, 4.3; RFC 7888).
package struct Literal: Hashable, Sendable {
    /// The bytes, which hold no NUL.
    package let bytes: [UInt8]

    /// Refuses a NUL, for which the grammar has no place outside `literal8`.
    package init?(_ bytes: [UInt8]) {
        guard !bytes.contains(0) else { return nil }
        self.bytes = bytes
    }

    /// How a literal of some length may be announced to a server.
    package enum Announcement: Hashable, Sendable {
        /// `{n}`: the bytes wait for the server's "+".
        case synchronising
        /// `{n+}`: the bytes follow at once.
        case nonSynchronising

        /// The longest literal that LITERAL- lets go without waiting (RFC 7888, 5).
        package static let literalMinusMaximum = 4_096

        /// The quickest announcement that the server's capabilities allow.
        package init(length: Int, capabilities: CapabilitySet) {
            if capabilities.contains(.literalPlus) {
                self = .nonSynchronising
            } else if capabilities.contains(.literalMinus), length <= Self.literalMinusMaximum {
                self = .nonSynchronising
            } else {
                self = .synchronising
            }
        }
    }

    /// The announcement with its line break, such as `{5}` or `{5+}`.
    package func header(_ announcement: Announcement) -> [UInt8] {
        switch announcement {
        case .synchronising: Array("{\(bytes.count)}\r\n".utf8)
        case .nonSynchronising: Array("{\(bytes.count)+}\r\n".utf8)
        }
    }
}
