// The name of a mailbox, as people write it and as the wire does. Names come from configuration and
// from LIST; none of them can carry a line break into a command. Two names are the same when their
// bytes on the wire are: what looks alike to people may be two folders.

/// The name of a mailbox (RFC 9051, 5.1): modified UTF-7 on the wire, INBOX in any case.
package struct MailboxName: Hashable, Sendable {
    /// The name as people write it.
    package let text: String

    /// The name as it crosses the wire: printable ASCII.
    package let wire: [UInt8]

    /// The longest wire form that is taken; servers stop long before.
    package static let lengthMaximum = 1_000

    /// The one mailbox that every account has.
    package static let inbox = MailboxName(known: "INBOX")

    /// Refuses an empty name, a control character, and a name that is too long for a command.
    package init?(_ text: String) {
        let wire = ModifiedUTF7.encode(text)
        guard Self.isAcceptable(text), wire.count <= Self.lengthMaximum else { return nil }
        let isInbox = wire.count == 5 && ASCII.equal(wire, "INBOX")
        self.init(text: isInbox ? "INBOX" : text, wire: isInbox ? Array("INBOX".utf8) : wire)
    }

    /// Reads a name as LIST gives it; refuses what is not modified UTF-7.
    package init?(wire: [UInt8]) {
        guard wire.count <= Self.lengthMaximum, let text = ModifiedUTF7.decode(wire) else {
            return nil
        }
        self.init(text)
    }

    private init(text: String, wire: [UInt8]) {
        self.text = text
        self.wire = wire
    }

    private init(known name: String) {
        self.init(text: name, wire: Array(name.utf8))
    }

    private static func isAcceptable(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                !(0x00...0x1F).contains(scalar.value) && !(0x7F...0x9F).contains(scalar.value)
            }
    }

    /// Names are the same when their wire forms are.
    package static func == (one: MailboxName, other: MailboxName) -> Bool {
        one.wire == other.wire
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(wire)
    }
}

extension MailboxName: CustomStringConvertible {
    package var description: String { text }
}
