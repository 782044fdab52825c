// Broken lines are joined, doubled ones halved, files leave the text, armour goes.

import Desk
import Testing

@testable import MIME

/// A plain text mail, its text, and the files that stood in it.
private struct Letter: Sendable, CustomTestStringConvertible {
    let name: String
    let type: String
    let body: String
    let text: String
    let files: [String]
    let defects: Set<MessageDefect>

    init(
        _ name: String,
        type: String = "text/plain; charset=utf-8",
        _ body: String,
        _ text: String,
        files: [String] = [],
        defects: Set<MessageDefect> = []
    ) {
        self.name = name
        self.type = type
        self.body = body
        self.text = text
        self.files = files
        self.defects = defects
    }

    var testDescription: String { name }

    func read() -> InboundMessage {
        let mail = """
            From: a@client.example
            Date: Tue, 01 Sep 2026 10:22:06 +0200
            Message-ID: <1@client.example>
            Content-Type: \(type)

            \(body)
            """
        return MailReader.read(Array(mail.utf8))
    }
}

private let flowed = "text/plain; charset=utf-8; format=flowed"

@Suite("Plain texts")
struct PlainLayoutTests {
    private static let letters = [
        Letter(
            "flowed",
            type: flowed,
            "un \ndeux\ntrois \n\nquatre\n",
            "un deux\ntrois \nquatre\n"
        ),
        Letter("flowed with DelSp", type: flowed + "; delsp=yes", "trai \nté\n", "traité\n"),
        Letter(
            "flowed quotes of several depths",
            type: flowed,
            "> un \n> deux\n>> trois \n> quatre \ncinq\n",
            "> un deux\n>> trois \n> quatre \ncinq\n"
        ),
        Letter("flowed with a stuffed mark", type: flowed, " >un\n From x\n", ">un\nFrom x\n"),
        Letter("flowed with a signature", type: flowed, "un \n-- \nLéa\n", "un \n-- \nLéa\n"),
        Letter("not flowed", "un \ndeux\n", "un \ndeux\n"),
        Letter(
            "doubled line ends",
            "Bonjour,\n\n\n\nUn\n\ndeux.\n\n\n\nLéa\n",
            "Bonjour,\n\nUn\ndeux.\n\nLéa\n"
        ),
        Letter(
            "paragraphs of one line",
            "un\n\ndeux\n\ntrois\n\nquatre\n",
            "un\n\ndeux\n\ntrois\n\nquatre\n"
        ),
        Letter(
            "uuencode",
            "Voici.\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n\nLéa\n",
            "Voici.\n\n\nLéa\n",
            files: ["cat.txt 3"]
        ),
        Letter(
            "uuencode that does not end",
            "Voici.\nbegin 644 cat.txt\n#0V%T\n\nCordialement\n",
            "Voici.\nCordialement\n",
            files: ["cat.txt 3"],
            defects: [.brokenEnclosure]
        ),
        Letter(
            "a person who writes the first line of uuencode",
            "begin 644 times\nWhat now?\n",
            "begin 644 times\nWhat now?\n"
        ),
        Letter(
            "yEnc",
            "Voici.\n=ybegin line=128 size=3 name=cat.txt\nm\u{2C}\u{7E}\n=yend size=3\nLéa\n",
            "Voici.\nLéa\n",
            files: ["cat.txt 3"]
        ),
        Letter(
            "yEnc that lies about its size",
            "=ybegin line=128 size=9 name=../cat.txt\nabc\n=yend size=9\nLéa\n",
            "Léa\n",
            files: ["cat.txt 3"],
            defects: [.brokenEnclosure, .unsafeName]
        ),
        Letter(
            "yEnc that lies about its bytes",
            "=ybegin line=128 size=3 name=a\nabc\n=yend size=3 crc32=00000000\n",
            "",
            files: ["a 3"],
            defects: [.brokenEnclosure]
        ),
        Letter(
            "yEnc without end",
            "=ybegin line=128 size=3 name=a\nabc\n",
            "",
            files: ["a 3"],
            defects: [.brokenEnclosure]
        ),
        Letter(
            "a signed text",
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nBonjour\n"
                + "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n",
            "Bonjour\n"
        ),
        Letter(
            "an encrypted text",
            "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n",
            "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n",
            defects: [.encrypted]
        ),
        Letter(
            "a signed text whose signature begins at once",
            "-----BEGIN PGP SIGNED MESSAGE-----\n\n-----BEGIN PGP SIGNATURE-----\n",
            ""
        ),
    ]

    @Test("are laid out as they were meant", arguments: letters)
    private func areLaidOut(_ letter: Letter) {
        let message = letter.read()
        #expect(message.text == letter.text)
        #expect(message.attachments.map { "\($0.name) \($0.size)" } == letter.files)
        #expect(Set(message.defects) == letter.defects)
    }

    @Test("lose the second CR of a doubled line end")
    func loseDoubledReturns() {
        let mail = "From: a@client.example\r\n\r\nun\r\r\ndeux\r\r\n"
        #expect(MailReader.read(Array(mail.utf8)).text == "un\ndeux\n")
    }

    @Test("give way to HTML where they only excuse themselves")
    func giveWayToHTML() {
        let mail = { (plain: String) in
            "From: a@client.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
                + "Content-Type: text/plain\n\n\(plain)\n--b\n"
                + "Content-Type: text/html\n\n<p>En panne</p>\n--b--\n"
        }
        let read = { MailReader.read(Array(mail($0).utf8)) }
        #expect(read("Your mail client does not support HTML.").text == "En panne")
        #expect(read("Votre logiciel ne supporte pas le HTML.").text == "En panne")
        #expect(read("L'export HTML de la centrale est vide.").text.hasPrefix("L'export"))
    }
}
