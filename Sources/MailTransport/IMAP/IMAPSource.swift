// What an IMAP mailbox is to us: which server, which folder, and what is done with mails that are
// filed. Values only; the folder's and keyword's names are checked where they are made.

package import Desk
package import Foundation
import IMAPWire

/// What is written on a mail once it is filed.
package enum DoneMark: Hashable, Sendable {
    /// A keyword such as `$GuichetDone`, which people do not see.
    case keyword(String)
    /// `\Seen`, as if somebody had read it.
    case seen
    /// The mail moves to another folder.
    case move(String)
}

/// A folder on an IMAP server as a source of mail.
package struct IMAPSource: Sendable {
    /// The server.
    package var endpoint: Endpoint
    /// The account.
    package var account: Account
    /// The mailbox in whose name its mail is read.
    package var mailbox: Desk.MailboxName
    /// The folder, as people write it.
    package var folder = "INBOX"
    /// What is done with mails that are filed.
    package var done = DoneMark.keyword("$GuichetDone")
    /// Where mails go that are kept from the tickets; nil to treat them as the others.
    package var refused: String?
    /// Mails that were received before this moment are history: they stay where they are.
    package var adoptSince: Date?
    /// Whether the server's sizes are estimates, as Exchange gives them.
    package var areSizesEstimated = false
    /// Of larger mails only the header is read, and they stay where they are.
    package var messageBytesMaximum = 25_000_000
    /// The timeouts of its connections.
    package var timeouts = Timeouts()

    /// Describes a source.
    package init(endpoint: Endpoint, account: Account, mailbox: Desk.MailboxName) {
        self.endpoint = endpoint
        self.account = account
        self.mailbox = mailbox
    }

    /// Whether a text can be a folder's name.
    package static func isFolder(_ text: String) -> Bool { IMAPWire.MailboxName(text) != nil }

    /// Whether a text can be a keyword.
    package static func isKeyword(_ text: String) -> Bool { Keyword(text) != nil }

    /// A folder's name on the wire.
    static func folder(_ text: String) throws(TransportError) -> IMAPWire.MailboxName {
        guard let name = IMAPWire.MailboxName(text) else {
            throw TransportError(
                .unusableName,
                "\(text.fitForSentence) cannot be the name of a folder; change the settings"
            )
        }
        return name
    }
}

/// Some mails of a pass, and what was met on the way to them.
package struct IMAPBatch: Sendable {
    /// The mails, oldest first; none at the end of the pass.
    package var messages: [RawMessage] = []
    /// Mails that did not come and stay where they are, one sentence each.
    package var complaints: [String] = []
}
