// Bodies that are not what their fields say, or hardly anybody sends any more: a person reads them
// all the same.

import Desk
import MIME
import Testing

@Suite("Odd bodies")
struct OddBodyTests {
    /// The fields of a body, its bytes, and the text that is read.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: String
        let body: [UInt8]
        let text: String
        var defects: [MessageDefect] = []
    }

    private static func latin(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static let rows = [
        Row(
            testDescription: "UTF-8 called ISO-8859-1",
            fields: "Content-Type: text/plain; charset=iso-8859-1",
            body: Array("Déjà 120 €.\n".utf8),
            text: "Déjà 120 €.\n",
            defects: [.unknownCharset]
        ),
        Row(
            testDescription: "UTF-8 called ISO-8859-15",
            fields: "Content-Type: text/plain; charset=iso-8859-15",
            body: Array("Déjà 120 €.\n".utf8),
            text: "Déjà 120 €.\n",
            defects: [.unknownCharset]
        ),
        Row(
            testDescription: "ISO-8859-1 called so",
            fields: "Content-Type: text/plain; charset=iso-8859-1",
            body: latin("Déjà l’été.\n".replacing("’", with: "'")),
            text: "Déjà l'été.\n"
        ),
        Row(
            testDescription: "a page that alone names its charset",
            fields: "Content-Type: text/html",
            body: Array("<html><head><META http-equiv='Content-Type' content='text/html; ".utf8)
                + Array("charset=windows-1251'></head><p>".utf8)
                + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2],
            text: "Привет"
        ),
        Row(
            testDescription: "a page of UTF-8 that says something else",
            fields: "Content-Type: text/html",
            body: Array("<meta charset=windows-1251><p>Déjà".utf8),
            text: "Déjà",
            defects: [.unknownCharset]
        ),
        Row(
            testDescription: "a list server's foot below base64",
            fields: "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
            body: Array("Qm9uam91ciBOb8OrbC4K\n\n-- \nListe des gardiens\n".utf8),
            text: "Bonjour Noël.\n-- \nListe des gardiens\n"
        ),
        Row(
            testDescription: "enriched text",
            fields: "Content-Type: text/enriched; charset=utf-8",
            body: Array(
                "<bold>Bonjour</bold>,\n\nil <color><param>red</param>fuit</color>\nici : 1 << 2."
                    .utf8
            ),
            text: "Bonjour,\nil fuit ici : 1 < 2."
        ),
        Row(
            testDescription: "enriched text with a parameter without end",
            fields: "Content-Type: text/enriched",
            body: Array("<param>Bonjour".utf8),
            text: "Bonjour"
        ),
    ]

    @Test("are read as a person would", arguments: rows)
    func read(_ row: Row) {
        let head = """
            From: Alice Roy <alice.roy@client.example>
            Date: Mon, 05 Oct 2026 10:00:00 +0200
            Message-ID: <1@client.example>
            \(row.fields)


            """
        let message = MailReader.read(Array(head.utf8) + row.body)
        #expect(message.text.trimmingEnd == row.text.trimmingEnd)
        #expect(message.defects == row.defects)
        #expect(message.attachments.isEmpty)
    }
}

extension String {
    fileprivate var trimmingEnd: Substring {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
