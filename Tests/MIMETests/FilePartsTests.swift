// Files that go with a letter come back as they went in, under their names, from any reader.

import Desk
import Foundation
import Testing

@testable import MIME

@Suite("Files that go with a letter")
struct FilePartsTests {
    private static func letter(
        _ files: [OutgoingFile],
        html: String = "<p>Voici.</p>\n"
    ) throws
        -> OutgoingMessage
    {
        let from = NamedAddress(try #require(EmailAddress("sav@mileo.example")), name: "SAV Mileo")
        let to = NamedAddress(try #require(EmailAddress("a.roy@client.example")))
        var letter = OutgoingMessage(
            id: try #require(MessageID("answer.1@mileo.example")),
            from: from,
            to: to,
            subject: HeaderValue(flattening: "Le plan"),
            date: Date(timeIntervalSince1970: 1_788_250_926),
            text: "Voici.\n",
            html: html
        )
        letter.files = files
        return letter
    }

    private static let contents: [[UInt8]] = [
        [], [0], Array("a\r\nb\n".utf8), (0..<57).map { UInt8($0) }, (0..<58).map { UInt8($0) },
        (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7) },
        Array("--=_x\r\n.\r\nFrom me\r\n".utf8),
    ]

    @Test("come back byte by byte", arguments: contents, ["", "<p>Voici.</p>\n"])
    func content(bytes: [UInt8], html: String) throws {
        let file = OutgoingFile(name: "plan.pdf", type: "application/pdf", content: bytes)
        let mail = MailWriter.bytes(of: try Self.letter([file, file], html: html))
        let message = MailReader.read(mail)
        #expect(message.text.hasPrefix("Voici."))
        #expect(message.attachments.map(\.name) == ["plan.pdf", "plan.pdf"])
        #expect(message.attachments.map(\.size) == [bytes.count, bytes.count])
        #expect(message.defects.isEmpty)
        let digest = try #require(message.attachments.first?.sha256)
        let found = MailFiles.contents(of: mail, digests: [digest, "0"])
        #expect(found == [digest: bytes])
        let lines = String(decoding: mail, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 || $0.hasPrefix("Content-Type: ") })
    }

    @Test("are found in a mail that is attached, and in one that is attached to that")
    func withinMails() throws {
        let file = OutgoingFile(name: "plan.pdf", type: "application/pdf", content: [1, 2, 3])
        var mail = MailWriter.bytes(of: try Self.letter([file]))
        for depth in 1...3 {
            mail = Self.enclosing(mail)
            let read = MailReader.read(mail)
            #expect(read.attachments.map(\.isMail) == [true])
            let inner = read.attachedMails.flatMap(\.attachments).first { !$0.isMail }
            // Deeper than mails are read, nothing is listed and nothing found.
            #expect(inner?.name == (depth < 3 ? "plan.pdf" : nil))
            let digest = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"
            let found = MailFiles.contents(of: mail, digests: [digest])
            #expect(found == (depth < 3 ? [digest: [1, 2, 3]] : [:]))
        }
    }

    private static func enclosing(_ mail: [UInt8]) -> [UInt8] {
        Array(
            """
            From: h.tarrade@pharmacie.example\r
            Subject: TR\r
            MIME-Version: 1.0\r
            Content-Type: message/rfc822\r
            Content-Disposition: attachment\r
            \r

            """.utf8
        ) + mail
    }

    static let names = [
        "plan.pdf", "relevé d’août.pdf", "a b.pdf", "a;b=c.pdf", "a\"b.pdf", "a\\b.pdf",
        String(repeating: "é", count: 150) + ".pdf", "図面.pdf", "%41.pdf", "a'b''c.pdf", "😀.pdf",
        "x\r\nBcc: y@z.example\r\n.pdf",
    ]

    @Test("keep their names, whatever stands in them", arguments: names)
    func name(name: String) throws {
        let file = OutgoingFile(name: name, type: "application/pdf", content: [1])
        let mail = MailWriter.bytes(of: try Self.letter([file]))
        let read = try #require(MailReader.read(mail).attachments.first?.name)
        // What our own reader would not keep on any file system, it does not keep here.
        var ignored: Set<MessageDefect> = []
        let flat = HeaderValue(flattening: name).text
        #expect(read == AttachmentName.safe(flat, limits: .standard, defects: &ignored))
        #expect(!String(decoding: mail, as: UTF8.self).contains("\r\nBcc"))
    }

    @Test("bear a type that cannot break out, and none that needs more than bytes")
    func types() throws {
        let types = [
            "image/jpeg": "image/jpeg", "text/html": "application/octet-stream",
            "message/rfc822": "application/octet-stream", "x": "application/octet-stream",
            "a/b\r\nBcc: c@d.example": "application/octet-stream",
            "application/vnd.oasis.opendocument.text": "application/vnd.oasis.opendocument.text",
        ]
        for (given, written) in types {
            let file = OutgoingFile(name: "f", type: given, content: [1])
            let text = String(
                decoding: MailWriter.bytes(of: try Self.letter([file])),
                as: UTF8.self
            )
            #expect(text.contains("\r\nContent-Type: \(written)\r\n"))
        }
    }

    @Test("give the same mail when they are put in afterwards")
    func afterwards() throws {
        let file = OutgoingFile(name: "plan.pdf", type: "application/pdf", content: [1, 2, 3])
        for html in ["", "<p>Voici.</p>\n"] {
            let whole = try Self.letter([file], html: html)
            let bare = MailWriter.bytes(of: try Self.letter([], html: html))
            let later = MailWriter.bytes(of: bare, named: whole.id, with: [file])
            #expect(later == MailWriter.bytes(of: whole))
            #expect(MailWriter.bytes(of: bare, named: whole.id, with: []) == bare)
        }
    }

    @Test("are asked of a confined process and answered in order, or not at all")
    func question() throws {
        let files = [[UInt8]("eins".utf8), Array("zwei\n7\n".utf8), []].map {
            OutgoingFile(name: "f.bin", type: "application/x-f", content: $0)
        }
        let mail = MailWriter.bytes(of: try Self.letter(files))
        let digests = MailReader.read(mail).attachments.map(\.sha256)
        let answer = MailFiles.answer(to: MailFiles.question(digests.reversed(), of: mail))
        let contents = MailFiles.files(in: answer, count: 3)
        #expect(contents == files.reversed().map(\.content))
        let other = MailFiles.answer(to: MailFiles.question(["0"], of: mail))
        #expect(MailFiles.files(in: other, count: 1) == nil)
        #expect(MailFiles.files(in: [], count: 1) == nil)
        for length in 0..<answer.count {
            #expect(MailFiles.files(in: Array(answer.prefix(length)), count: 3) == nil)
        }
    }

    @Test("stand beside copies that the header names, in one line each")
    func copies() throws {
        var letter = try Self.letter([])
        letter.cc = try ["b@client.example", "c@client.example"].map {
            NamedAddress(try #require(EmailAddress($0)), name: "Syndic, Mme Éloïse Marchand")
        }
        let message = MailReader.read(MailWriter.bytes(of: letter))
        #expect(message.cc == letter.cc)
        letter.cc = [NamedAddress(try #require(EmailAddress("b@client.example")))]
        let text = String(decoding: MailWriter.bytes(of: letter), as: UTF8.self)
        #expect(text.contains("\r\nCc: b@client.example\r\n"))
    }
}
