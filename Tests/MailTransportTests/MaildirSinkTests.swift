// Delivering: whole files under recognisable names, evidence that survives a mail client, and what
// each crash point leaves behind. A crash is shown by the files that it leaves, made by hand; that
// synchronising makes them durable cannot be shown by a test without cutting the power.

import Desk
import Foundation
import Glibc
import MailTransport
import TestSupport
import Testing

@Suite("Maildir sink")
struct MaildirSinkTests {
    private static let monday = MaildirFixture.monday

    private func letter(_ id: String, _ text: String = "Subject: x\n\nx\n") throws -> MaildirLetter
    {
        MaildirLetter(id: try #require(MessageID(id)), bytes: Array(text.utf8))
    }

    @Test("puts whole letters into new/, with rights for the owner alone")
    func delivers() throws {
        let maildir = try MaildirFixture()
        let letters = try [letter("a@mileo.example", "one"), letter("b@mileo.example", "")]
        try maildir.sink.deliver(letters, now: Self.monday + 0.9)
        let names = try maildir.folder.names(in: "new")
        #expect(
            names == [
                "1791187200.a@mileo=2Eexample.desk.mileo.example",
                "1791187200.b@mileo=2Eexample.desk.mileo.example",
            ]
        )
        #expect(try maildir.folder.read("new/\(names[0])") == Array("one".utf8))
        #expect(try maildir.folder.read("new/\(names[1])").isEmpty)
        #expect(try maildir.folder.names(in: "tmp").isEmpty)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: maildir.folder.path("new/\(names[0])")
        )
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("delivers more letters than files may be open at once")
    func large() throws {
        let maildir = try MaildirFixture()
        let count = 2 * MaildirSink.filesAtOnceMaximum + 1
        let letters = try (0..<count).map { try letter("\($0)@mileo.example", "letter \($0)") }
        try maildir.sink.deliver(letters, now: Self.monday)
        #expect(try maildir.folder.names(in: "new").count == count)
        #expect(try maildir.sink.delivered(among: Set(letters.map(\.id))).count == count)
        try maildir.sink.deliver([], now: Self.monday)
        #expect(try maildir.folder.names(in: "new").count == count)
    }

    @Test("tells whether it failed before any letter was handed over")
    func failsBefore() throws {
        let maildir = try MaildirFixture()
        let letters = try (1...3).map { try letter("\($0)@mileo.example") }
        // A folder that has a letter's final name: two are there when the third fails.
        try maildir.folder.makeFolder("new/1791187200.3@mileo=2Eexample.desk.mileo.example")
        func failure() -> TransportError? {
            do throws(TransportError) {
                try maildir.sink.deliver(letters, now: Self.monday)
                return nil
            } catch {
                return error
            }
        }
        #expect(failure()?.isBeforeAnyLetter == false)
        try FileManager.default.removeItem(atPath: maildir.folder.path("tmp"))
        #expect(failure()?.isBeforeAnyLetter == true)
    }

    @Test("what it delivers, a source can read")
    func roundTrip() throws {
        let maildir = try MaildirFixture()
        try maildir.sink.deliver([letter("a@mileo.example", "S: é\r\n\r\n\0")], now: Self.monday)
        let mail = try #require(try maildir.readAll().first?.messages.first)
        #expect(mail.bytes == Array("S: é\r\n\r\n\0".utf8))
        try maildir.source.markDone([mail.origin])
        #expect(try maildir.sink.contains(letter("a@mileo.example").id))
    }

    @Test(
        "finds no letter by another's name",
        arguments: [
            ("a.b@x.example", "a@x.example"), ("a@x.example", "A@x.example"),
            ("a/b@x.example", "a_b@x.example"), ("a=2Fb@x.example", "a/b@x.example"),
            ("a@x.example", "a@x.example.desk.mileo.example"), ("a:2,S@x.example", "a@x.example"),
            ("é@x.example", "e@x.example"), ("..", "."),
        ]
    )
    func names(_ one: String, _ other: String) throws {
        let maildir = try MaildirFixture()
        let first = try letter(one)
        let second = try letter(other)
        try maildir.sink.deliver([first], now: Self.monday)
        #expect(try maildir.sink.delivered(among: [first.id, second.id]) == [first.id])
        try maildir.sink.deliver([second], now: Self.monday)
        #expect(try maildir.sink.delivered(among: [first.id, second.id]).count == 2)
        let names = try maildir.folder.names(in: "new")
        #expect(names.count == 2)
        #expect(names.allSatisfy { !$0.contains(":") && !$0.contains(",") && !$0.hasPrefix(".") })
    }

    @Test("knows a letter again after a mail client has moved and flagged it")
    func movedByClient() throws {
        let maildir = try MaildirFixture()
        let sent = try letter("sav-2026-001237.sav-acknowledgement.0f.9a@mileo.example")
        try maildir.sink.deliver([sent], now: Self.monday)
        let name = try #require(try maildir.folder.names(in: "new").first)
        for later in ["cur/\(name):2,", "cur/\(name):2,RS", "cur/\(name),S=12,W=13:2,FRST"] {
            let old =
                try maildir.folder.names(in: "new").map { "new/\($0)" }
                + maildir.folder.names(in: "cur").map { "cur/\($0)" }
            try FileManager.default.moveItem(
                atPath: maildir.folder.path(try #require(old.first)),
                toPath: maildir.folder.path(later)
            )
            #expect(try maildir.sink.contains(sent.id))
        }
    }

    @Test("takes nothing that lies in tmp/ for delivered, and writes over it")
    func leftover() throws {
        let maildir = try MaildirFixture()
        let sent = try letter("a@mileo.example", "the whole letter")
        let name = "1791187200.a@mileo=2Eexample.desk.mileo.example"
        try maildir.folder.write("tmp/\(name)", "the whole le")
        #expect(try !maildir.sink.contains(sent.id))
        try maildir.sink.deliver([sent], now: Self.monday)
        #expect(try maildir.folder.names(in: "tmp").isEmpty)
        #expect(try maildir.folder.read("new/\(name)") == sent.bytes)
    }

    @Test("the same letter in the same second is one letter")
    func repeated() throws {
        let maildir = try MaildirFixture()
        for _ in 1...2 { try maildir.sink.deliver([letter("a@mileo.example")], now: Self.monday) }
        #expect(try maildir.folder.names(in: "new").count == 1)
    }

    @Test("after a failure nothing of the group is in tmp/, and evidence tells what is delivered")
    func failureInGroup() throws {
        let maildir = try MaildirFixture()
        let letters = try ["a", "b", "c"].map { try letter("\($0)@mileo.example") }
        // A folder in the place of the second letter can be neither written nor removed.
        try maildir.folder.makeFolder("tmp/1791187200.b@mileo=2Eexample.desk.mileo.example")
        let error = try #require(throws: TransportError.self) {
            try maildir.sink.deliver(letters, now: Self.monday)
        }
        #expect(!error.sentence.contains("b@mileo"))
        #expect(try maildir.folder.names(in: "tmp").count == 1)
        #expect(try maildir.sink.delivered(among: Set(letters.map(\.id))).isEmpty)
        try maildir.sink.deliver(letters, now: Self.monday + 1)
        #expect(try maildir.sink.delivered(among: Set(letters.map(\.id))).count == 3)
    }

    @Test("removes leftovers after 36 hours, and only those")
    func sweep() throws {
        let maildir = try MaildirFixture()
        let limit = MaildirSink.leftoverSecondsMaximum
        try maildir.folder.write("tmp/old", "x", at: Self.monday - limit - 1)
        try maildir.folder.write("tmp/young", "x", at: Self.monday - limit)
        try maildir.folder.write("tmp/of-tomorrow", "x", at: Self.monday + 86_400)
        try maildir.folder.makeFolder("tmp/folder")
        #expect(try maildir.sink.sweepLeftovers(now: Self.monday) == 1)
        #expect(try maildir.folder.names(in: "tmp") == ["folder", "of-tomorrow", "young"])
        #expect(try maildir.sink.sweepLeftovers(now: Self.monday) == 0)
    }

    @Test("makes a missing Maildir, only on request, and never its parent")
    func creates() throws {
        let folder = try TemporaryFolder()
        let sink = MaildirSink(path: folder.path("out"), host: "h")
        let error = try #require(throws: TransportError.self) {
            try sink.deliver([letter("a@mileo.example")], now: Self.monday)
        }
        #expect(error.code == .absent)
        #expect(error.sentence.hasPrefix("there is no Maildir for letters at "))
        #expect(sink.obstacles().count == 2)
        for _ in 1...2 { try sink.createIfMissing() }
        #expect(sink.obstacles().isEmpty)
        #expect(try folder.names(in: "out") == ["cur", "new", "tmp"])
        try sink.deliver([letter("a@mileo.example")], now: Self.monday)
        #expect(try sink.contains(letter("a@mileo.example").id))
        let orphan = MaildirSink(path: folder.path("no/where"), host: "h")
        #expect(throws: TransportError.self) { try orphan.createIfMissing() }
    }

    @Test("refuses an id too long for a file name before it writes anything")
    func longID() throws {
        let maildir = try MaildirFixture()
        let long = try letter(String(repeating: "i", count: 171))
        let error = try #require(throws: TransportError.self) {
            try maildir.sink.deliver([letter("a@mileo.example"), long], now: Self.monday)
        }
        #expect(error.code == .unusableName)
        #expect(!error.isTemporary)
        #expect(try maildir.folder.names(in: "new").isEmpty)
        try maildir.sink.deliver([letter(String(repeating: "i", count: 170))], now: Self.monday)
    }

    @Test(
        "writes any host name as part of a file name",
        arguments: [
            ("desk.mileo.example", "desk.mileo.example"), ("", "localhost"), ("a/b:c\n", "a_b_c_"),
            (String(repeating: "h", count: 99), String(repeating: "h", count: 40)),
        ]
    )
    func host(_ host: String, _ written: String) throws {
        let maildir = try MaildirFixture()
        try MaildirSink(path: maildir.folder.path, host: host)
            .deliver([letter("a@x.example")], now: Self.monday)
        #expect(try maildir.folder.names(in: "new") == ["1791187200.a@x=2Eexample.\(written)"])
    }
}
