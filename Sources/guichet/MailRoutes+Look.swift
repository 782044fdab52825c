// A look at a mailbox's ways for `guichet check`: everything is connected to, nothing is changed.

import Desk
import Foundation
import MailTransport

/// What a look came to where nothing is wrong.
struct WayReport {
    /// What is there, in one line.
    var detail: String
    /// What will be wrong one day, one sentence each.
    var warnings: [String] = []
}

extension MailRoutes {
    /// A certificate that ends in fewer days is told before it ends.
    static let certificateDaysMinimum = 21
    /// A clock that differs by more seconds is told.
    static let clockSecondsMaximum = 120.0

    /// What a look at a source tells.
    func look(at source: MailSource, of mailbox: MailboxSettings) throws -> WayReport {
        switch source {
        case .maildir(let path):
            let maildir = maildirSource(mailbox, path)
            let waiting = try maildir.pass().remaining
            try Self.require(maildir.obstacles())
            return WayReport(detail: "Maildir \(path); \(waiting) waiting")
        case .imap(let imap):
            let look = try imapMailbox(mailbox, imap).look()
            guard look.complaints.isEmpty else {
                throw CommandFailure(.unavailable, sentences: look.complaints)
            }
            let folders = [imap.folder] + look.targets
            let detail =
                "IMAP \(imap.server.host):\(imap.server.port); \(look.mails) mails; "
                + "folders \(folders.joined(separator: ", ")) are there"
            return Self.report(detail, look.server, imap.server, imap.login)
        }
    }

    /// What a look at a way out tells.
    func look(at sink: MailSink, of mailbox: MailboxSettings) throws -> WayReport {
        switch sink {
        case .maildir(let path):
            let maildir = MaildirSink(path: path, host: ProcessInfo.processInfo.hostName)
            try maildir.createIfMissing()
            try Self.require(maildir.obstacles())
            return WayReport(detail: "Maildir \(path)")
        case .smtp(let smtp):
            let look = try smtpSink(smtp).look(now: Clock.now())
            try sentFolder(mailbox, smtp)?.look(now: Clock.now())
            let detail = "SMTP \(smtp.server.host):\(smtp.server.port); \(Self.evidence(smtp))"
            return Self.report(detail, look, smtp.server, smtp.login)
        case .sendmail(let command):
            try sendmail(command).look()
            return WayReport(
                detail: "command \(command.joined(separator: " ")); nothing can tell what became "
                    + "of a letter, so staff decide where its fate is unknown"
            )
        }
    }

    // Our own copies are made after the server's answer: where that does not come, none tells.
    private static func evidence(_ smtp: SMTPSettings) -> String {
        guard let folder = smtp.sentFolder else {
            return "no sent-folder, so staff decide about a letter whose fate is unknown"
        }
        return smtp.appendsSent
            ? "our copies go to \(folder), which is there; they tell nothing of a letter whose "
                + "fate is unknown, so staff decide about it"
            : "copies in \(folder), which is there"
    }

    private static func require(_ obstacles: [String]) throws {
        guard obstacles.isEmpty else { throw CommandFailure(.unavailable, sentences: obstacles) }
    }

    private static func report(
        _ detail: String,
        _ look: ServerLook,
        _ server: ServerSettings,
        _ login: LoginSettings
    ) -> WayReport {
        var parts = [detail, "offers \(list(look.offers))"]
        if !look.lacks.isEmpty { parts.append("works without \(list(look.lacks))") }
        var warnings: [String] = []
        let name = "\(server.host):\(server.port)"
        switch login {
        case .none: parts.append("no login")
        case .password: parts.append("the password is taken")
        case .oauth2: parts.append("a token was had and is taken")
        }
        if let end = look.certificateEnd {
            parts.append("certificate until \(Moments.machine(end))")
            let days = Int(end.timeIntervalSince(Clock.now()) / 86_400)
            if days < certificateDaysMinimum {
                warnings.append(
                    "the certificate of \(name) ends in \(days) days, on \(Moments.machine(end)); "
                        + "have it renewed before"
                )
            }
        } else {
            parts.append("no TLS")
        }
        if let difference = look.clockDifference {
            parts.append("its clock is \(Int(difference.rounded())) s ahead of this one")
            if abs(difference) > clockSecondsMaximum {
                warnings.append(
                    "this machine's clock and that of \(name) differ by "
                        + "\(Int(abs(difference).rounded())) s; set the clock, for promises and "
                        + "tokens depend on it"
                )
            }
        } else {
            parts.append("it tells no time")
        }
        return WayReport(detail: parts.joined(separator: "; "), warnings: warnings)
    }

    private static func list(_ words: [String]) -> String {
        words.isEmpty ? "nothing" : words.joined(separator: " ")
    }
}
