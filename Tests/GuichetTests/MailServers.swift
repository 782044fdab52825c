// The servers around the real program: a Dovecot with one account for each mailbox, and an SMTP
// server that records what it takes and, as many providers do, puts a copy of it into the sender's
// folder of sent letters before it answers. So the evidence is the server's own, and complete.
// Where the server keeps no copies, the program puts them there itself.

import Foundation
import TestServers
import TestSupport
import Testing

/// The mail servers of one counter.
final class MailServers {
    /// The mailboxes by the names of their files; the accounts are called after them.
    static let mailboxes = ["sav", "reclamations"]

    let dovecot: Dovecot
    let sink: SMTPSink
    let keepsCopies: Bool
    private let suffix: String
    private var witnesses: [String: IMAPWitness] = [:]

    /// Where the copies of letters lie.
    static let sent = "Sent"

    /// What Dovecot needs for it: the folder is there from the start.
    static let options = Dovecot.Options(
        settings: """
            namespace inbox {
              mailbox \(sent) {
                auto = create
              }
            }
            """
    )

    /// Accounts of their own on a server that several counters may share.
    init(_ dovecot: Dovecot, suffix: String = "", keepsCopies: Bool = true) throws {
        self.dovecot = dovecot
        self.keepsCopies = keepsCopies
        self.suffix = suffix
        var options = SMTPSink.Options()
        options.offersAuthentication = true
        options.onAccept = { mail in
            guard keepsCopies else { return }
            let sender = mail.header("From") ?? ""
            let mailbox = Self.mailboxes.first { sender.contains("\($0)@") } ?? "sav"
            let witness = try? dovecot.witness(mailbox + suffix)
            try? witness?.append([mail.bytes], to: Self.sent)
        }
        sink = try SMTPSink(options)
    }

    /// A mailbox's account.
    func user(_ mailbox: String) -> String { mailbox + suffix }

    /// Puts a mail into a mailbox, as received at a moment.
    func append(
        _ mail: String,
        to mailbox: String,
        folder: String = "INBOX",
        minute: Int = 0
    ) throws {
        let date = "05-Oct-2026 08:\(minute < 10 ? "0" : "")\(minute):00 +0000"
        let bytes = Array(mail.replacing("\n", with: "\r\n").utf8)
        try witness(mailbox).append([bytes], to: folder, internalDate: date)
    }

    /// What lies in a mailbox.
    func mails(in mailbox: String, folder: String = "INBOX") throws -> [WitnessedMail] {
        try witness(mailbox).mails(in: folder)
    }

    private func witness(_ mailbox: String) throws -> IMAPWitness {
        if let witness = witnesses[mailbox] { return witness }
        let witness = try dovecot.witness(user(mailbox))
        witnesses[mailbox] = witness
        return witness
    }
}

extension Counter {
    /// A counter whose mailboxes lie on servers.
    init(on servers: MailServers, poll: String = "60 s", notifies: Bool = false) throws {
        try self.init(notifies: notifies)
        for mailbox in MailServers.mailboxes {
            try folder.write("config/\(mailbox).password", "pw\n")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600],
                ofItemAtPath: folder.path("config/\(mailbox).password")
            )
            let isComplaint = mailbox == "reclamations"
            try folder.write(
                "config/\(mailbox).yaml",
                """
                procedure: \(isComplaint ? "complaint" : "sav")
                prefix: \(isComplaint ? "REC" : "SAV")
                address: \(mailbox)@mileo.example
                source:
                  imap:
                    host: 127.0.0.1
                    port: \(servers.dovecot.port)
                    security: none
                    user: \(servers.user(mailbox))
                    password: {file: \(mailbox).password}
                    poll: \(poll)
                letters:
                  smtp:
                    host: 127.0.0.1
                    port: \(servers.sink.port)
                    security: none
                    user: \(servers.user(mailbox))
                    password: {file: \(mailbox).password}
                    sent-folder: \(MailServers.sent)
                    append-sent: \(!servers.keepsCopies)

                """
            )
        }
    }
}
