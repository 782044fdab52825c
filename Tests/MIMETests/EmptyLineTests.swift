// Where the empty line between header and body is missing or holds blanks, no text is lost and no
// field becomes text.

import Desk
import MIME
import Testing

@Suite("The empty line below a header")
struct EmptyLineTests {
    /// What stands below the fields of a mail, and the text that is read.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rest: String
        let text: String

        init(_ testDescription: String, _ rest: String, text: String) {
            self.testDescription = testDescription
            self.rest = rest
            self.text = text
        }
    }

    private static let fields = """
        From: Alice Roy <alice.roy@client.example>
        To: sav@mileo.example
        Subject: Panne

        """

    private static let rows = [
        Row("a space", " \nBonjour.\n\nMerci.\n", text: "Bonjour.\n\nMerci.\n"),
        Row("tabs", "\t \t\nBonjour.\n\nMerci.\n", text: "Bonjour.\n\nMerci.\n"),
        Row("no empty line at all", " \nBonjour.\n", text: "Bonjour.\n"),
        Row("no line", "Bonjour.\nIl fuit.\n\nMerci.\n", text: "Bonjour.\nIl fuit.\n\nMerci.\n"),
        Row(
            "a word with a colon",
            " \nUrgent : il fuit.\n\nOui.\n",
            text: "Urgent : il fuit.\n\nOui.\n"
        ),
        Row(
            "an indented text",
            " \n  Bonjour.\nOui.\n\nMerci.\n",
            text: "  Bonjour.\nOui.\n\nMerci.\n"
        ),
        Row("blanks, then nothing", " \n\nBonjour.\n", text: "\nBonjour.\n"),
        Row("a field below blanks", " \nX-Mailer: poste\n\nBonjour.\n", text: "Bonjour.\n"),
        Row("a folded field below", " \n en bas\nX-Mailer: a\n\nBonjour.\n", text: "Bonjour.\n"),
        Row("a broken field above one", "voici\nX-Mailer: a\n\nBonjour.\n", text: "Bonjour.\n"),
        Row(
            "encoded bytes",
            "Content-Transfer-Encoding: base64\n \nQm9uam91ci4K\n",
            text: "Bonjour.\n"
        ),
        Row(
            "a broken field above encoded bytes",
            "Content-Transfer-Encoding: base64\nceci est un\n\nQm9uam91ci4K\n",
            text: "Bonjour.\n"
        ),
        Row(
            "blanks in a part",
            """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain
            \u{20}
            Bonjour.

            Merci.
            --b--

            """,
            text: "Bonjour.\n\nMerci."
        ),
        Row(
            "blanks in a part without fields",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n \nBonjour.\n\nOui.\n--b--\n",
            text: "Bonjour.\n\nOui."
        ),
        Row(
            "no line in a part",
            """
            Content-Type: multipart/mixed; boundary=b

            --b
            Bonjour.
            --b
            Content-Type: text/plain

            Merci.
            --b--

            """,
            text: "Bonjour.\nMerci."
        ),
    ]

    @Test("loses no text", arguments: rows)
    func losesNothing(_ row: Row) {
        let mail = Array((Self.fields + row.rest).utf8)
        for bytes in [mail, mail.withCRLF] {
            let message = MailReader.read(bytes)
            #expect(message.text == row.text)
            #expect(message.subject.hasPrefix("Panne"))
            #expect(message.from?.address.text == "alice.roy@client.example")
        }
    }

    @Test("finds the fields of a mail within")
    func enclosed() {
        let mail = """
            From: Alice Roy <alice.roy@client.example>
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: message/rfc822
            \u{20}
            From: Bob Quinn <bob.quinn@client.example>
            Subject: Alarme
            \u{20}
            Il sonne.
            --b--

            """
        let inner = MailReader.read(Array(mail.utf8)).attachedMails.first
        #expect(inner?.subject == "Alarme")
        #expect(inner?.text == "Il sonne.")
    }

    @Test("tells the groups of a delivery report apart")
    func deliveryReport() {
        let mail = """
            From: MAILER-DAEMON@relay.example
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; relay.example
            \u{20}
            Final-Recipient: rfc822; a@client.example
            Action: failed
            Status: 5.1.1
            \t
            Final-Recipient: rfc822; b@client.example
            Action: delayed
            Status: 4.4.1
            --b--

            """
        let reports = MailReader.read(Array(mail.utf8)).deliveryReports
        #expect(reports.map(\.recipient?.text) == ["a@client.example", "b@client.example"])
        #expect(reports.map(\.status) == ["5.1.1", "4.4.1"])
    }
}
