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

    /// Looks; nil where there are none, or where the folder or the store cannot be read: what was
    /// filed is known by the store alone, and nobody may be told to have it answered again.
    init?(of mailbox: MailboxSettings, _ reader: StoreReader) {
        guard case .maildir(let path) = mailbox.source,
            let names = try? MaildirSource(path: path, mailbox: mailbox.name).namesInCur(),
            let filed = try? reader.knownNames(among: names.flatMap(\.self), of: mailbox.name)
        else { return nil }
        count = names.count { filed.isDisjoint(with: $0) }
        guard count > 0 else { return nil }
        self.path = path
    }

    /// What is wrong and what to do.
    var sentence: String {
        "\(count) \(count == 1 ? "mail lies" : "mails lie") in \(path)/cur that this database "
            + "has never filed, for new/ alone is read; to have them taken in and answered: "
            + "mv \(path)/cur/* \(path)/new/ (those that it has filed are recognised; those that "
            + "another database had filed would be answered again)"
    }
}
