// A look for `guichet check`: what the server can do, and whether the folders are there that mails
// are to be moved to.

import Desk
import IMAPWire

extension IMAPVisit {
    /// What can be told without changing anything.
    func look() throws(TransportError) -> IMAPMailbox.Look {
        var complaints = notedComplaints()
        for folder in targetFolders where try !exists(folder) {
            complaints.append(
                "\(conversation.server) has no folder \(folder.fitForSentence); create it, or "
                    + "change done and refused in the settings"
            )
        }
        return IMAPMailbox.Look(
            capabilities: conversation.session.capabilities.description,
            mails: Int(conversation.session.mailbox?.exists ?? 0),
            certificateExpiry: conversation.connection.certificateExpiry,
            complaints: complaints
        )
    }

    private func exists(_ folder: String) throws(TransportError) -> Bool {
        let name = try IMAPSource.folder(folder)
        let (_, events) = try conversation.run(.list(name))
        return events.contains { event in
            if case .listed(let listing) = event { listing.name == name } else { false }
        }
    }
}
