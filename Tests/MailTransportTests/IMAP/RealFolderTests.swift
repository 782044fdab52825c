// A folder on real servers: what is fetched, marked, moved and waited for is judged by what a
// witness, who shares nothing with the program, sees there.

import Desk
import Foundation
import MailTransport
import TestServers
import Testing

@Suite("A folder of Dovecot", .enabled(if: Dovecot.isAvailable, "dovecot-imapd is absent"))
struct RealFolderTests {
    @Test(
        "is fetched whole and marked, with every extension and without each",
        arguments: [nil] + Dovecot.Capability.allCases
    )
    func mainPath(_ missing: Dovecot.Capability?) throws {
        let dovecot = try Dovecot(.init(without: missing.map { [$0] } ?? []))
        try RealFolder(port: dovecot.port, witness: dovecot.witness("sav")).goMainPath()
    }

    @Test("moves filed mails to one folder and refused ones to another", arguments: [true, false])
    func moves(_ hasMove: Bool) throws {
        let dovecot = try Dovecot(.init(without: hasMove ? [] : [.move]))
        try RealFolder(port: dovecot.port, witness: dovecot.witness("sav")).goMoves()
    }

    @Test("is fetched over TLS with a large mail among small ones")
    func largeOverTLS() throws {
        let certificates = try TestCertificates.shared()
        let dovecot = try Dovecot(.init(certificate: certificates.server(.good)))
        let mails = [
            sampleMail(1), sampleMail(2, lines: 200_000), sampleMail(3), [],
        ]
        try dovecot.witness("sav").append(Array(mails.prefix(3)))
        let mailbox = try IMAPMailbox.sav(
            at: .here(.imap, dovecot.tlsPort, .tls, trusting: certificates.authority)
        )
        let (found, complaints) = try mailbox.pass()
        #expect(complaints == [])
        #expect(found.map(\.bytes) == Array(mails.prefix(3)))
    }

    @Test("is read oldest first by the moment of reception")
    func order() throws {
        let dovecot = try Dovecot()
        let witness = try dovecot.witness("sav")
        try witness.append([sampleMail(1)], internalDate: "17-Jul-2024 10:00:00 +0000")
        try witness.append([sampleMail(2)], internalDate: "16-Jul-2024 10:00:00 +0000")
        try witness.append([sampleMail(3)], internalDate: "17-Jul-2024 11:30:00 +0200")
        let (mails, _) = try IMAPMailbox.sav(at: .here(.imap, dovecot.port)).pass()
        #expect(mails.map(\.uid) == [2, 3, 1])
        #expect(mails.first?.receivedAt == Date(timeIntervalSince1970: 1_721_124_000))
    }

    @Test("tells of new mail by IDLE while it waits")
    func idle() throws {
        let dovecot = try Dovecot()
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, dovecot.port))
        #expect(try mailbox.pass().mails.isEmpty)
        try dovecot.witness("sav").append([sampleMail(1)])
        #expect(try mailbox.waitForNews(milliseconds: 20_000) == .mail)
        #expect(try mailbox.pass().mails.map(\.uid) == [1])
    }

    @Test("is asked under its new numbers after a repair")
    func newNumbers() throws {
        let dovecot = try Dovecot()
        try dovecot.witness("sav").append([sampleMail(1), sampleMail(2)])
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, dovecot.port))
        let before = try mailbox.pass().mails
        mailbox.close()
        try dovecot.changeUIDValidity("sav")
        let after = try mailbox.pass().mails
        #expect(after.map(\.bytes) == before.map(\.bytes))
        #expect(after.map(\.origin.validity) == before.map { $0.origin.validity + 1 })
    }

    @Test("comes back by itself after its server was restarted")
    func restart() throws {
        let dovecot = try Dovecot()
        try dovecot.witness("sav").append([sampleMail(1)])
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, dovecot.port))
        #expect(try mailbox.pass().mails.count == 1)
        dovecot.kill()
        let error = #expect(throws: TransportError.self) { try mailbox.pass() }
        expectSentence(error, .unreachable)
        try dovecot.restart()
        #expect(try mailbox.pass().mails.count == 1)
    }

    @Test("that is missing is said to be missing, with what to do")
    func missing() throws {
        let dovecot = try Dovecot()
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, dovecot.port)) { $0.folder = "SAV/2026" }
        let error = #expect(throws: TransportError.self) { try mailbox.pass() }
        expectSentence(error, .absent)
        #expect(error?.sentence.contains("SAV/2026") == true)
    }

    @Test("loses nothing where filed mails cannot be moved: no such folder")
    func missingTarget() throws {
        let dovecot = try Dovecot()
        let witness = try dovecot.witness("sav")
        try witness.append([sampleMail(1)])
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, dovecot.port)) { source in
            source.done = .move("Traités")
        }
        let (mails, complaints) = try mailbox.pass()
        try mailbox.markDone(mails.map(\.origin))
        #expect(try mailbox.next(count: 1, bytes: 1).complaints == [])
        #expect(complaints.count == 1)
        for words in ["no folder Traités", "mailbox sav", "create it there"] {
            #expect(complaints.first?.contains(words) == true, "\(complaints)")
        }
        #expect(try witness.mails().map(\.uid) == [1])
        // What could not be moved goes there once the folder is made.
        try witness.create("Trait&AOk-s")
        #expect(try mailbox.pass().complaints == [])
        #expect(try witness.mails().isEmpty)
        #expect(try witness.mails(in: "Trait&AOk-s").count == 1)
    }

    @Test("is found by its usual name where names are parted by dots", arguments: [true, false])
    func dots(_ isBelowInbox: Bool) throws {
        let settings = """
            namespace inbox {
              separator = .
              prefix = \(isBelowInbox ? "INBOX." : "")
            }
            """
        let dovecot = try Dovecot(.init(settings: settings))
        try RealFolder(port: dovecot.port, witness: dovecot.witness("sav"))
            .goLevels(isBelowInbox ? "INBOX.Guichet." : "Guichet.")
    }

    @Test("that is over its quota takes no copies, and says so with its mailbox and its words")
    func quota() throws {
        let settings = """
            mail_plugins = quota
            protocol imap {
              mail_plugins = quota imap_quota
            }
            plugin {
              quota = maildir:User quota
              quota_rule = *:storage=1K
            }
            """
        let dovecot = try Dovecot(.init(settings: settings))
        let sent = SentFolder(
            endpoint: .here(.imap, dovecot.port),
            account: .sav(),
            folder: "INBOX"
        )
        let error = #expect(throws: TransportError.self) {
            try sent.append([sampleMail(1, lines: 200)], now: momentOfTests)
        }
        expectSentence(error, .full)
    }
}

@Suite("A folder of Cyrus", .enabled(if: Cyrus.isAvailable, "Cyrus is not unpacked"))
struct CyrusFolderTests {
    @Test("is fetched whole and marked")
    func mainPath() throws {
        let cyrus = try Cyrus()
        try RealFolder(port: cyrus.port, witness: cyrus.witness()).goMainPath()
    }

    @Test("moves filed mails to one folder and refused ones to another")
    func moves() throws {
        let cyrus = try Cyrus()
        try RealFolder(port: cyrus.port, witness: cyrus.witness()).goMoves()
    }

    @Test("is found by its usual name where all folders are below INBOX", arguments: [true, false])
    func levels(_ hasDots: Bool) throws {
        let cyrus = try Cyrus(hasDots: hasDots, isBelowInbox: true)
        let mark = hasDots ? "." : "/"
        try RealFolder(port: cyrus.port, witness: cyrus.witness())
            .goLevels("INBOX\(mark)Guichet\(mark)")
    }

    @Test("tells of new mail by IDLE while it waits")
    func idle() throws {
        let cyrus = try Cyrus()
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, cyrus.port))
        #expect(try mailbox.pass().mails.isEmpty)
        try cyrus.witness().append([sampleMail(1)])
        #expect(try mailbox.waitForNews(milliseconds: 20_000) == .mail)
    }

    @Test("gives evidence of letters whose copies it holds")
    func evidence() throws {
        let cyrus = try Cyrus()
        try cyrus.witness().create("Sent")
        try RealFolder.findsCopies(port: cyrus.port)
    }
}

/// What every server must do alike.
struct RealFolder {
    let port: Int
    let witness: IMAPWitness

    func goMainPath() throws {
        let mails = (1...230).map { sampleMail($0, lines: $0 % 7) }
        try witness.append(mails)
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, port))
        let (found, complaints) = try mailbox.pass()
        #expect(complaints == [])
        #expect(found.sorted { $0.uid < $1.uid }.map(\.bytes) == mails)
        #expect(try witness.mails().allSatisfy { $0.flags.isEmpty })
        try mailbox.markDone(found.map(\.origin))
        #expect(try mailbox.pass().mails.isEmpty)
        #expect(try witness.mails().allSatisfy { $0.flags == ["$GuichetDone"] })
        #expect(try witness.mails().count == 230)
        mailbox.close()
    }

    func goMoves() throws {
        for folder in ["Done", "Refused", "Sent"] { try witness.create(folder) }
        try witness.append((1...3).map { sampleMail($0) })
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, port)) { source in
            source.done = .move("Done")
            source.refused = "Refused"
        }
        let (mails, _) = try mailbox.pass()
        try mailbox.markDone(mails.filter { $0.uid != 2 }.map(\.origin))
        try mailbox.markRefused(mails.filter { $0.uid == 2 }.map(\.origin))
        #expect(try mailbox.pass().complaints == [])
        #expect(try witness.mails().isEmpty)
        #expect(try witness.mails(in: "Done").count == 2)
        let refused = try witness.mails(in: "Refused")
        #expect(try refused.map { try witness.bytes(of: $0.uid, in: "Refused") } == [sampleMail(2)])
        try Self.findsCopies(port: port)
    }

    /// The settings part names by "/", whatever the server does.
    func goLevels(_ prefix: String) throws {
        let names = ["Guichet/Fait", "Guichet/Refus", "Guichet/Envoi"]
        let mailbox = try IMAPMailbox.sav(at: .here(.imap, port)) { source in
            source.done = .move(names[0])
            source.refused = names[1]
        }
        let missing = try mailbox.look().complaints
        #expect(missing.count == 2, "\(missing)")
        #expect(missing.allSatisfy { $0.contains("nor \(prefix)") }, "\(missing)")
        for name in ["Fait", "Refus", "Envoi"] { try witness.create(prefix + name) }
        #expect(try mailbox.look().targets == ["\(prefix)Fait", "\(prefix)Refus"])
        try witness.append((1...3).map { sampleMail($0) })
        let (mails, complaints) = try mailbox.pass()
        #expect(complaints == [])
        try mailbox.markDone(mails.filter { $0.uid != 2 }.map(\.origin))
        try mailbox.markRefused(mails.filter { $0.uid == 2 }.map(\.origin))
        #expect(try mailbox.pass().complaints == [])
        #expect(try witness.mails().isEmpty)
        #expect(try witness.mails(in: "\(prefix)Fait").count == 2)
        #expect(try witness.mails(in: "\(prefix)Refus").count == 1)
        let sent = SentFolder(endpoint: .here(.imap, port), account: .sav(), folder: names[2])
        try sent.append([sampleMail(7)], now: momentOfTests)
        let id = try #require(MessageID("7@client.example"))
        #expect(try sent.delivered(among: [id], now: momentOfTests) == [id])
        // The mailbox's own folder is found in the same way.
        let inner = try IMAPMailbox.sav(at: .here(.imap, port)) { $0.folder = names[0] }
        #expect(try inner.pass().mails.count == 2)
    }

    static func findsCopies(port: Int) throws {
        let sent = SentFolder(endpoint: .here(.imap, port), account: .sav(), folder: "Sent")
        try sent.append((1...3).map { sampleMail($0) }, now: momentOfTests)
        let ids = try [2, 9].map { try #require(MessageID("\($0)@client.example")) }
        #expect(try sent.delivered(among: Set(ids), now: momentOfTests) == [ids[0]])
        try sent.append([sampleMail(9)], now: momentOfTests)
        #expect(try sent.delivered(among: Set(ids), now: momentOfTests) == Set(ids))
    }
}
