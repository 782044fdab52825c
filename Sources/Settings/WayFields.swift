// Reads the ways of a mailbox: where its mail comes from, and where its letters go. Of several ways
// exactly one is written; that and what does not fit together is reported with its place.

import Desk
import Foundation

extension MapReader {
    /// Where mail comes from.
    mutating func source(in places: SettingsPlaces) -> Located<MailSource>? {
        let maildir = optional("maildir", places.kind, otherwise: "mandatory without imap")
        let imap = map("imap") { $0.imap(in: places) }
        guard hasOne(of: ["maildir", "imap"], for: "as the source of mail") else { return nil }
        if let maildir {
            return Located(value: .maildir(maildir.value), position: maildir.position)
        }
        return imap.map { Located(value: .imap($0), position: place(of: "imap")) }
    }

    /// The Maildir of the mails that people send by hand.
    mutating func handSentMaildir(in places: SettingsPlaces) -> Located<String>? {
        guard let path = optional("sent", places.kind, otherwise: "not read") else { return nil }
        if !isSilent, !has("maildir") {
            file.complain(
                .conflict,
                at: path.position,
                "\(shown(full("sent"))): found a Maildir beside a source that is none; allowed: "
                    + "together with maildir; with imap, imap.sent names a folder"
            )
        }
        return path
    }

    private mutating func imap(in places: SettingsPlaces) -> IMAPSettings? {
        let server = server(in: places, ports: [.tls: 993, .startTLS: 143, .none: 143])
        let login = login(in: places, isMandatory: true)
        let folder = value("folder", .folder, default: "INBOX")
        let done = map("done") { $0.done() }
        let refused = optional("refused", .folder, otherwise: "as done")
        let sent = optional("sent", .folder, otherwise: "not read")
        let since = optional(
            "adopt-since",
            .moment(in: places.timeZone),
            otherwise: "all mails are new"
        )
        let poll = value("poll", .pause(from: 10), default: "60 s")
        let trust = value("sizes", ScalarKind<SizeTrust>.word(), default: "exact")
        guard let server, let login else { return nil }
        var settings = IMAPSettings(server: server, login: login)
        settings.folder = folder
        settings.done = done
        settings.refused = refused?.value
        settings.handSentFolder = sent?.value
        settings.adoptSince = since?.value
        settings.pollSeconds = poll
        settings.areSizesEstimated = trust == .estimated
        return settings
    }

    private mutating func done() -> DoneSettings {
        let keyword = value("keyword", .keyword, default: "$GuichetDone")
        let isSeen = value("seen", .flag, default: "false")
        let folder = optional("move", .folder)
        if ["keyword", "seen", "move"].contains(where: has) {
            _ = hasOne(of: ["keyword", "seen", "move"], for: "as the mark of filed mails")
        }
        if let folder { return .move(folder.value) }
        return isSeen ? .seen : .keyword(keyword)
    }

    /// Where letters go.
    mutating func letters(in places: SettingsPlaces) -> Located<MailSink>? {
        let others = "mandatory without smtp or sendmail"
        let maildir = optional("maildir", places.kind, otherwise: others)
        let smtp = map("smtp") { $0.smtp(in: places) }
        let sendmail = command("sendmail", in: places)
        guard hasOne(of: ["maildir", "smtp", "sendmail"], for: "as the way of letters") else {
            return nil
        }
        if let maildir {
            return Located(value: .maildir(maildir.value), position: maildir.position)
        }
        if let sendmail {
            return Located(value: .sendmail(sendmail), position: place(of: "sendmail"))
        }
        return smtp.map { Located(value: .smtp($0), position: place(of: "smtp")) }
    }

    private mutating func smtp(in places: SettingsPlaces) -> SMTPSettings? {
        let server = server(in: places, ports: [.tls: 465, .startTLS: 587, .none: 25])
        let login = login(in: places, isMandatory: false)
        let rate = optional("rate-per-minute", .number("number", 1...10_000), otherwise: "no bound")
        let folder = optional("sent-folder", .folder)
        let appends = value("append-sent", .flag, default: "false")
        let evidence = value("evidence-delay", .pause(from: 0), default: "60 s")
        guard let server, let login else { return nil }
        if appends, !has("sent-folder"), !mayLack {
            file.complain(
                .conflict,
                at: place(of: "append-sent"),
                "\(shown(full("append-sent"))): found \"true\" without a folder; allowed: true "
                    + "together with sent-folder"
            )
        }
        var settings = SMTPSettings(server: server, login: login)
        settings.ratePerMinute = rate?.value
        settings.sentFolder = folder?.value
        settings.appendsSent = appends
        settings.evidenceSeconds = evidence
        return settings
    }
}
