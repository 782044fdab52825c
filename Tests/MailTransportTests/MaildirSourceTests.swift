// Reading new/: which files, in which order, in which portions, under which identity. The moments
// are in October 2026, set on the files themselves, so that nothing depends on when the tests run
// or on how fast they are.

import Desk
import Foundation
import Glibc
import MailTransport
import TestSupport
import Testing

@Suite("Maildir source: reading")
struct MaildirSourceTests {
    @Test("gives whole mails with their origin and the moment of their reception")
    func wholeMails() throws {
        let maildir = try MaildirFixture()
        try maildir.folder.write(
            "new/1791187200.M1P2.mx",
            [0x53, 0x3A, 0x20, 0x00, 0xFF, 0x0A],
            at: MaildirFixture.monday + 5
        )
        let mails = try maildir.readAll().flatMap(\.messages)
        let mail = try #require(mails.first)
        #expect(mails.count == 1)
        #expect(mail.bytes == [0x53, 0x3A, 0x20, 0x00, 0xFF, 0x0A])
        #expect(mail.origin == maildir.origin("1791187200.M1P2.mx"))
        #expect(mail.receivedAt == MaildirFixture.monday + 5)
        #expect(!mail.isCut)
    }

    @Test("reads by moment of delivery: the name's, else the file's; then by name")
    func order() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187260.M5.mx", after: 9000)
        try maildir.receive("1791187200.M9.mx", after: 9000)
        try maildir.receive("1791187200.M7.mx", after: 9000)
        try maildir.receive("b.eml", after: 30)
        try maildir.receive("a.eml", after: 30)
        try maildir.receive("20261005-x.eml", after: 40)
        let uids = try maildir.readAll().flatMap(\.messages).map {
            $0.uidText.prefix { $0 != "/" }
        }
        #expect(
            uids == [
                "1791187200.M7.mx", "1791187200.M9.mx", "a.eml", "b.eml", "20261005-x.eml",
                "1791187260.M5.mx",
            ]
        )
    }

    @Test("does not read cur/, tmp/ or names that begin with a dot")
    func onlyNew() throws {
        let maildir = try MaildirFixture()
        try maildir.receive(".hidden")
        try maildir.folder.write("cur/1791187200.M1.mx:2,S", "x")
        try maildir.folder.write("tmp/1791187200.M2.mx", "x")
        let batches = try maildir.readAll()
        #expect(batches.count == 1)
        #expect(batches.allSatisfy { $0.messages.isEmpty && $0.complaints.isEmpty })
    }

    struct Portion: CustomTestStringConvertible, Sendable {
        let count: Int
        let bytes: Int
        let sizes: [[Int]]
        var testDescription: String { "\(count) mails, \(bytes) bytes" }
    }

    @Test(
        "keeps to the count and, beyond the first mail, to the bytes",
        arguments: [
            Portion(count: 10, bytes: 1000, sizes: [[10, 20, 30, 40, 0], []]),
            Portion(count: 2, bytes: 1000, sizes: [[10, 20], [30, 40], [0], []]),
            Portion(count: 10, bytes: 30, sizes: [[10, 20], [30], [40], [0], []]),
            Portion(count: 10, bytes: 29, sizes: [[10], [20], [30], [40], [0], []]),
            Portion(count: 10, bytes: 1, sizes: [[10], [20], [30], [40], [0], []]),
        ]
    )
    func portions(_ portion: Portion) throws {
        let maildir = try MaildirFixture()
        for (number, size) in [10, 20, 30, 40, 0].enumerated() {
            try maildir.receive("179118720\(number).M1.mx", String(repeating: "x", count: size))
        }
        let batches = try maildir.readAll(count: portion.count, bytes: portion.bytes)
        #expect(batches.map { $0.messages.map(\.bytes.count) } == portion.sizes)
    }

    @Test("lists once: a mail that arrives during a pass waits for the next")
    func listsOnce() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx")
        try maildir.receive("1791187200.M2.mx")
        var pass = try maildir.source.pass()
        #expect(pass.remaining == 2)
        #expect(try pass.next(count: 1, bytes: 1000).messages.count == 1)
        try maildir.receive("1791187200.M3.mx")
        #expect(try pass.next(count: 9, bytes: 1000).messages.count == 1)
        #expect(try pass.next(count: 9, bytes: 1000).messages.isEmpty)
        #expect(try pass.next(count: 9, bytes: 1000).messages.isEmpty)
        #expect(try maildir.source.pass().remaining == 3)
    }

    @Test("counts and skips a file that somebody takes away during the pass")
    func vanished() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx")
        try maildir.receive("1791187201.M2.mx")
        var pass = try maildir.source.pass()
        try FileManager.default.removeItem(atPath: maildir.folder.path("new/1791187200.M1.mx"))
        let batch = try pass.next(count: 1, bytes: 1000)
        #expect(batch.vanished == 1)
        #expect(batch.messages.map(\.uidText) == ["1791187201.M2.mx"])
        #expect(batch.complaints.isEmpty)
    }

    struct Cut: CustomTestStringConvertible, Sendable {
        let name: String
        let mail: String
        let kept: String
        let isCut: Bool
        var testDescription: String { name }
    }

    private static let body = String(repeating: "b", count: 200)
    private static let longHeader = "X: " + String(repeating: "h", count: 300_000)

    @Test(
        "reads the header alone of a mail above the limit",
        arguments: [
            Cut(name: "at the limit", mail: body, kept: body, isCut: false),
            Cut(name: "one byte more", mail: body + "b", kept: body + "b", isCut: true),
            Cut(name: "LF", mail: "A: b\nC: d\n\n\(body)", kept: "A: b\nC: d\n\n", isCut: true),
            Cut(name: "CRLF", mail: "A: b\r\n\r\n\(body)", kept: "A: b\r\n\r\n", isCut: true),
            Cut(name: "no header", mail: "\n\(body)\n\n", kept: "\n", isCut: true),
            Cut(
                name: "a header without end",
                mail: longHeader,
                kept: String(longHeader.prefix(RawMessage.headerBytesMaximum)),
                isCut: true
            ),
        ]
    )
    func cut(_ cut: Cut) throws {
        let maildir = try MaildirFixture(messageBytesMaximum: 200)
        try maildir.receive("1791187200.M1.mx", cut.mail)
        let mail = try #require(try maildir.readAll().first?.messages.first)
        #expect(mail.bytes == Array(cut.kept.utf8))
        #expect(mail.isCut == cut.isCut)
        #expect(mail.bytes.count + mail.bytesLeftOut == cut.mail.utf8.count)
    }

    @Test("lets a mail that is too large be read through for its digest")
    func digestOfLarge() throws {
        let folder = try TemporaryFolder()
        for name in ["new", "cur"] { try folder.makeFolder(name) }
        try folder.write("new/1791187200.M1.mx", "A: b\n\n" + String(repeating: "x", count: 300))
        try folder.write("new/1791187200.M2.mx", "A: b\n\nsmall")
        let digest = try #require(ContentDigest([UInt8](repeating: 7, count: 32)))
        let source = MaildirSource(
            path: folder.path,
            mailbox: try #require(MailboxName("sav")),
            messageBytesMaximum: 200,
            digest: { size, read throws(TransportError) in
                let bytes = try read(0..<4) + read(size - 1..<size + 9)
                #expect(size == 306)
                #expect(bytes == Array("A: bx".utf8))
                return digest
            }
        )
        var pass = try source.pass()
        let mails = try pass.next(count: 9, bytes: 1_000_000).messages
        #expect(mails.map(\.wholeDigest) == [digest, nil])
        #expect(
            mails.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "A: b\n\n", "A: b\n\nsmall",
            ]
        )
    }

    @Test("knows a mail by the unique part of its name, whatever flags it has")
    func uniquePart() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1,S=12.mx:2,FS")
        #expect(try maildir.readAll().first?.messages.map(\.uidText) == ["1791187200.M1,S=12.mx"])
    }

    @Test("takes a name that a person gave for another mail when the file is another")
    func personsName() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("test.eml", "one", after: 0)
        let first = try #require(try maildir.readAll().first?.messages.first)
        #expect(try maildir.readAll().first?.messages.first?.origin == first.origin)
        try maildir.receive("test.eml", "two", after: 60)
        let second = try #require(try maildir.readAll().first?.messages.first)
        #expect(first.origin != second.origin)
        #expect(first.uidText == "test.eml/1791187200000000000")
    }

    @Test("reads 1,000 waiting mails with one listing and in order")
    func backlog() throws {
        let maildir = try MaildirFixture()
        for number in 0..<1000 {
            let file = maildir.folder.path("new/\(1_791_187_200 + number).M1.mx")
            #expect(FileManager.default.createFile(atPath: file, contents: Data("x".utf8)))
        }
        let batches = try maildir.readAll(count: 50)
        #expect(batches.count == 21)
        let uids = batches.flatMap(\.messages).map(\.uidText)
        #expect(uids.count == 1000)
        #expect(uids == uids.sorted())
    }
}
