// The program itself between a real IMAP server and a sink: what the settings say about folders,
// large mails and history is done, and `check` tells what it found.

import Foundation
import TestServers
import TestSupport
import Testing

@Suite(
    "The program with real servers",
    .enabled(if: Program.isBuilt && Dovecot.isAvailable && TestCertificates.isAvailable)
)
struct ProgramTests {
    @Test("files, archives, refuses and leaves large mails as the settings say")
    func onePass() throws {
        let place = try Place()
        let witness = try place.dovecot.witness("sav")
        for folder in ["Done", "Refused", "Sent"] { try witness.create(folder) }
        let old = "17-Jul-2019 02:44:25 +0000"
        try witness.append([Place.mail("old@client.example")], internalDate: old)
        try witness.append([
            Place.mail("new@client.example"),
            Place.mail("spam@client.example", head: "X-Spam-Flag: YES\r\n"),
            Place.mail("large@client.example", lines: 2_000),
        ])
        let run = try place.run(["run", "--once"])
        #expect(run.status == 0, "\(run.output)")
        let written = place.sink.mails.flatMap(\.recipients)
        #expect(
            written.filter { !$0.hasSuffix("@mileo.example") }.sorted() == [
                "large@client.example", "new@client.example",
            ]
        )
        #expect(written.contains("karim.haddad@mileo.example"), "the staff hear of the large one")
        #expect(try witness.mails().map(\.uid) == [1, 4], "history and the large one stay")
        #expect(try witness.mails().allSatisfy { $0.flags.isEmpty })
        #expect(try witness.mails(in: "Done").count == 1)
        #expect(try witness.mails(in: "Refused").count == 1)
        #expect(try witness.mails(in: "Sent").count == written.count)
        let tickets = try place.run(["tickets", "--ticket-state", "closed", "--json"])
        #expect(tickets.output.contains("closed"), "\(tickets.output)")
        let again = try place.run(["run", "--once"])
        #expect(again.status == 0, "\(again.output)")
        #expect(place.sink.mailCount == written.count)
        #expect(try witness.mails().map(\.uid) == [1, 4])
    }

    @Test("checks what it can reach, and warns of a certificate that ends soon")
    func check() throws {
        let place = try Place()
        let witness = try place.dovecot.witness("sav")
        let bad = try place.run(["check"])
        #expect(bad.status == 69, "\(bad.output)")
        #expect(bad.output.contains("no folder Done"), "\(bad.output)")
        for folder in ["Done", "Refused", "Sent"] { try witness.create(folder) }
        let good = try place.run(["check"])
        #expect(good.status == 0, "\(good.output)")
        #expect(good.output.contains("offers IDLE MOVE UIDPLUS CONDSTORE ESEARCH LITERAL+"))
        #expect(good.output.contains("folders INBOX, Done, Refused are there"))
        #expect(good.output.contains("offers PIPELINING SIZE 8BITMIME SMTPUTF8 DSN"))
        #expect(good.output.contains("it tells no time"))
        #expect(good.output.contains("WARN"), "\(good.output)")
        #expect(good.output.contains("ends in 1 days") || good.output.contains("ends in 2 days"))
        #expect(!(good.output + bad.output).contains("hunter2"))
    }
}

/// The program that the build has put beside these tests.
private enum Program {
    static let path: String = {
        let test =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: test).deletingLastPathComponent().appending(path: "guichet")
            .path(percentEncoded: false)
    }()

    static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

/// Settings, a state folder, and the servers that they name.
private struct Place {
    let folder: TemporaryFolder
    let dovecot: Dovecot
    let sink: TestServers.SMTPSink

    init() throws {
        let certificates = try TestCertificates.shared()
        folder = try TemporaryFolder()
        dovecot = try Dovecot(.init(certificate: certificates.server(.good)))
        sink = try TestServers.SMTPSink()
        try folder.makeFolder("config")
        let company = PackageRoot.file("Mailboxes/company.yaml")
        // Colleagues are told of large mails alone.
        let text = try String(contentsOf: company, encoding: .utf8)
            .replacing("staff-mail: {", with: "staff-mail: {notifications: false, ")
        try folder.write("config/company.yaml", text)
        try folder.write("config/sav.yaml", settings(certificates.authority))
    }

    private func settings(_ authority: String) -> String {
        """
        procedure: sav
        prefix: SAV
        address: sav@mileo.example
        limits: {message-size: 10 kB}
        source:
          imap:
            host: localhost
            port: \(dovecot.tlsPort)
            ca-file: \(authority)
            user: sav
            password: {environment: MAIL_PASSWORD}
            done: {move: Done}
            refused: Refused
            adopt-since: 2020-01-01
        letters:
          smtp:
            host: 127.0.0.1
            port: \(sink.port)
            security: none
            sent-folder: Sent
            append-sent: true

        """
    }

    func run(_ arguments: [String]) throws -> (status: Int, output: String) {
        let words =
            arguments + ["--config", folder.path("config"), "--state", folder.path("state")]
        let outcome = try Tool.run(
            Program.path,
            words,
            folder: PackageRoot.url.path(percentEncoded: false),
            environment: ["MAIL_PASSWORD": "pw", "HOME": folder.path]
                .merging(SanitizerSettings.variables) { $1 }
        )
        return (outcome.status, outcome.output)
    }

    static func mail(_ sender: String, head: String = "", lines: Int = 1) -> [UInt8] {
        let text = String(repeating: "Bonjour, le portail est en panne.\r\n", count: lines)
        return Array(
            ("From: <\(sender)>\r\nTo: sav@mileo.example\r\nMessage-ID: <m-\(sender)>\r\n"
                + "Date: Mon, 02 Nov 2026 10:00:00 +0100\r\n\(head)Subject: Portail\r\n\r\n\(text)")
                .utf8
        )
    }
}
