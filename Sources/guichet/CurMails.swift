// Mails that lie in a Maildir's cur/ and were never filed: an IMAP server or a mail program moves
// a mail there as soon as somebody looks at it, and Guichet reads new/ alone. Whoever shares a
// Maildir with people must hear of it, or clients wait for ever; the mails themselves are left
// alone, for they may be years of history that nobody wants answered.

import Desk
import MailTransport
import Store

/// How many mails a mailbox's cur/ holds that no pass has taken in.
struct CurMails {
    /// Their number, at least one.
    let count: Int
    private let path: String

    /// Looks; nil where there are none, or where the folder cannot be read.
    ///
    /// Without a store nothing was ever filed.
    init?(of mailbox: MailboxSettings, _ reader: StoreReader?) {
        guard case .maildir(let path) = mailbox.source,
            let names = try? MaildirSource(path: path, mailbox: mailbox.name).namesInCur()
        else { return nil }
        let filed = reader.map { reader in
            (try? reader.knownNames(among: names.flatMap(\.self), of: mailbox.name)) ?? []
        }
        count = names.count { filed?.isDisjoint(with: $0) ?? true }
        guard count > 0 else { return nil }
        self.path = path
    }

    /// What is wrong and what to do.
    var sentence: String {
        "\(count) \(count == 1 ? "mail lies" : "mails lie") in \(path)/cur that Guichet has never "
            + "filed, for it reads new/ alone; to have them taken in and answered: "
            + "mv \(path)/cur/* \(path)/new/ (those that are filed are recognised)"
    }
}
