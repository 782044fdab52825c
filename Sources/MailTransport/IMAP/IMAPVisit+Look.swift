// A look for `guichet check`: what the server can do, and whether the folders are there that mails
// are to be moved to.

import Desk
import IMAPWire

extension IMAPVisit {
    private static let wanted = [
        "IDLE", "MOVE", "UIDPLUS", "CONDSTORE", "ESEARCH", "LITERAL+",
    ]

    /// What can be told without changing anything.
    func look() throws(TransportError) -> IMAPMailbox.Look {
        let complaints = try notedComplaints() + findTargets()
        return IMAPMailbox.Look(
            server: ServerLook(conversation.connection, wanted: Self.wanted) { name in
                Capability(parsing: name.utf8).map(conversation.session.capabilities.contains)
                    ?? false
            },
            mails: Int(conversation.session.mailbox?.exists ?? 0),
            targets: targets.values.map(\.text).sorted(),
            complaints: complaints
        )
    }
}
