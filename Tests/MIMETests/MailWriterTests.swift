// Letters become bytes that any reader reads back as they were meant, ours included.

import Desk
import Foundation
import Testing

@testable import MIME

@Suite("MailWriter")
struct MailWriterTests {
    // Texts that have broken a writer somewhere.
    private static let nastyTexts = [
        "", " ", "Bonjour", "Votre demande SAV-2026-001237 – reçue", "😀 👩‍👩‍👧‍👦 🇫🇷",
        "  deux  blancs  ",
        "=?utf-8?Q?a?=", "=", "a=b", "\"guillemets\" et \\", "Martin, Anne", "a@b.example", "<b>",
        "(commentaire", "a\r\nBcc: victime@ailleurs.example", "a\nb", "a\0b", "a\u{202E}b",
        String(repeating: "é", count: 5000), String(repeating: "x", count: 5000),
        String(repeating: "mot ", count: 1250), String(repeating: "😀", count: 700),
        "a" + String(repeating: "\u{301}", count: 300), "\u{FFFD}", "Ünïcödé \u{1F1EB}\u{1F1F7}",
        "From sender", ".", "..", "-- ", "--=_x", "[x](http://y.example)", "ligne: valeur",
    ]

    private static func letter(
        subject: String = "Essai",
        name: String = "SAV Mileo",
        text: String = "Bonjour.\n",
        html: String = "<p>Bonjour.</p>\n",
        references: [MessageID] = []
    ) throws -> OutgoingMessage {
        let from = try #require(EmailAddress("sav@mileo.example"))
        let to = try #require(EmailAddress("h.tarrade@pharmacie.example"))
        return OutgoingMessage(
            id: try #require(MessageID("ack.1@mileo.example")),
            from: NamedAddress(from, name: name),
            to: NamedAddress(to, name: name),
            subject: HeaderValue(flattening: subject),
            date: Date(timeIntervalSince1970: 1_788_250_926),
            inReplyTo: MessageID("essai.1@pharmacie.example"),
            references: references,
            autoSubmitted: .replied,
            text: text,
            html: html
        )
    }

    @Test("writes a letter as it should look")
    func writesLetter() throws {
        let letter = try Self.letter(
            subject: "Votre demande – reçue",
            name: "Mileo, SAV",
            text: "Bonjour Hélène,\n\nMerci.\n",
            html: "",
            references: [try #require(MessageID("a@client.example"))]
        )
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        let text = String(decoding: MailWriter.bytes(of: letter, timeZone: paris), as: UTF8.self)
        let expected = """
            From: "Mileo, SAV" <sav@mileo.example>
            To: "Mileo, SAV" <h.tarrade@pharmacie.example>
            Subject: =?utf-8?Q?Votre_demande_=E2=80=93_re=C3=A7ue?=
            Date: Tue, 01 Sep 2026 10:22:06 +0200
            Message-ID: <ack.1@mileo.example>
            In-Reply-To: <essai.1@pharmacie.example>
            References: <a@client.example>
            Auto-Submitted: auto-replied
            X-Auto-Response-Suppress: All
            Content-Language: fr
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Bonjour H=C3=A9l=C3=A8ne,

            Merci.

            """
        #expect(text == expected.replacing("\n", with: "\r\n"))
    }

    @Test("writes the same bytes for the same letter, and other boundaries for other letters")
    func isDeterministic() throws {
        let letter = try Self.letter()
        #expect(MailWriter.bytes(of: letter) == MailWriter.bytes(of: letter))
        var other = letter
        other.id = try #require(MessageID("ack.2@mileo.example"))
        #expect(MailWriter.bytes(of: other).count == MailWriter.bytes(of: letter).count)
        #expect(MailWriter.bytes(of: other) != MailWriter.bytes(of: letter))
    }

    @Test("is read back as it was meant", arguments: nastyTexts)
    func isReadBack(_ nasty: String) throws {
        let letter = try Self.letter(subject: nasty, name: nasty, text: nasty, html: nasty)
        let bytes = MailWriter.bytes(of: letter)
        let message = MailReader.read(bytes)
        let flat = HeaderValue(flattening: nasty).text
        let subject = flat.prefixScalars(1000).trimmingCharacters(in: [" "])
        let name = flat.prefixScalars(200).trimmingCharacters(in: [" "])
        #expect(message.subject == subject)
        #expect(message.from?.address == letter.from.address)
        #expect(message.from?.name == name)
        #expect(message.to.map(\.address) == [letter.to.address])
        #expect(message.to.map(\.name) == [name])
        #expect(message.text == Self.cleaned(nasty))
        #expect(message.id == letter.id)
        #expect(message.inReplyTo == [letter.inReplyTo])
        #expect(message.date == letter.date)
        #expect(message.header("auto-submitted") == "auto-replied")
        #expect(message.defects.isEmpty)
        #expect(message.attachments.isEmpty)
        #expect(
            message.header("content-type")?.hasPrefix("multipart/alternative") == !nasty.isEmpty
        )
        Self.expectCanonical(bytes)
    }

    @Test("is read back without HTML, too", arguments: nastyTexts)
    func isReadBackWithoutHTML(_ nasty: String) throws {
        let bytes = MailWriter.bytes(of: try Self.letter(text: nasty, html: ""))
        #expect(MailReader.read(bytes).text == Self.cleaned(nasty))
        Self.expectCanonical(bytes)
    }

    @Test("keeps the beginning and the end of a long thread")
    func trimsThread() throws {
        let ids = try (0..<40).map { try #require(MessageID("\($0)@client.example")) }
        let message = MailReader.read(MailWriter.bytes(of: try Self.letter(references: ids)))
        #expect(message.references == Array(ids.prefix(4) + ids.suffix(6)))
    }

    @Test("takes the longest ids and addresses that the core allows")
    func takesLongest() throws {
        let id = try #require(
            MessageID(String(repeating: "a", count: MessageID.lengthMaximum - 2) + "@b")
        )
        let local = String(repeating: "a", count: 64)
        let label = String(repeating: "b", count: 57)
        let long = try #require(EmailAddress("\(local)@\(label).\(label).\(label).example"))
        var letter = try Self.letter(references: Array(repeating: id, count: 12))
        letter.id = id
        letter.from = NamedAddress(long, name: String(repeating: "Anne ", count: 30))
        let bytes = MailWriter.bytes(of: letter)
        let message = MailReader.read(bytes)
        #expect(message.id == id)
        #expect(message.from?.address == long)
        #expect(message.references.count == 10)
        Self.expectCanonical(bytes)
    }

    @Test("says nothing of machines in a person's letter")
    func leavesPersonsAlone() throws {
        var letter = try Self.letter()
        letter.autoSubmitted = nil
        let message = MailReader.read(MailWriter.bytes(of: letter))
        #expect(message.header("auto-submitted") == nil)
        #expect(message.header("x-auto-response-suppress") == nil)
    }

    // What a text is after reading: LF, no control characters, ended.
    private static func cleaned(_ text: String) -> String {
        var defects: Set<MessageDefect> = []
        let clean = String(
            decoding: TextCleaning.lines(Array(text.utf8), defects: &defects),
            as: UTF8.self
        )
        return clean.isEmpty || clean.hasSuffix("\n") ? clean : clean + "\n"
    }

    // No bare CR or LF, no long line, nothing but ASCII, no line that a mail server could mistake.
    private static func expectCanonical(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
        #expect(lines.allSatisfy { $0.utf8.count <= 998 })
        #expect(lines.allSatisfy { !$0.utf8.contains(0x0D) && !$0.utf8.contains(0x0A) })
        #expect(lines.allSatisfy { $0 != "." && !$0.hasPrefix("From ") })
        #expect(lines.last == "")
    }
}
