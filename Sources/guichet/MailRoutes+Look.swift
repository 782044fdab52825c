// A look at a mailbox's ways for `guichet check`: everything is connected to, nothing is changed.

import Desk
import Foundation
import MailTransport

extension MailRoutes {
    /// What a look at a source tells, in one line.
    func look(at source: MailSource, of mailbox: MailboxSettings) throws -> String {
        switch source {
        case .maildir(let path):
            let waiting = try maildirSource(mailbox, path).pass().remaining
            return "Maildir \(path); \(waiting) waiting"
        case .imap(let imap):
            let look = try imapMailbox(mailbox, imap).look()
            guard look.complaints.isEmpty else {
                throw CommandFailure(.unavailable, sentences: look.complaints)
            }
            let place = "\(imap.server.host):\(imap.server.port), \(imap.folder)"
            return "IMAP \(place); \(look.mails) mails; offers \(look.capabilities)"
                + Self.expiry(look.certificateExpiry)
        }
    }

    /// What a look at a way out tells, in one line.
    func look(at sink: MailSink, of mailbox: MailboxSettings) throws -> String {
        switch sink {
        case .maildir(let path):
            try MaildirSink(path: path, host: ProcessInfo.processInfo.hostName).createIfMissing()
            return "Maildir \(path)"
        case .smtp(let smtp):
            let look = try smtpSink(smtp).look(now: Clock.now())
            try sentFolder(mailbox, smtp)?.look(now: Clock.now())
            let evidence =
                smtp.sentFolder.map { "; copies in \($0)" }
                ?? "; no sent-folder, so staff decide about a letter whose fate is unknown"
            return "SMTP \(smtp.server.host):\(smtp.server.port); offers "
                + look.keywords.joined(separator: " ") + Self.expiry(look.certificateExpiry)
                + evidence
        case .sendmail(let command):
            try sendmail(command).look()
            return "command \(command.joined(separator: " "))"
        }
    }

    private static func expiry(_ date: String?) -> String {
        date.map { "; certificate until \($0)" } ?? ""
    }
}
