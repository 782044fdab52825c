// Mails with something before their first line: the header is read all the same, and a text that is
// no mail loses nothing.

import Desk
import Foundation
import MIME
import Testing

@Suite("What stands before a mail")
struct MailBeginningTests {
    private static let mail = """
        Received: from mx.client.example by mx.mileo.example; Mon, 5 Oct 2026 10:00:00 +0200
        From: Marie Lopez <m.lopez@agence.example>
        To: sav@mileo.example
        Subject: Porte
        Message-ID: <1@agence.example>
        Date: Mon, 5 Oct 2026 10:00:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b1

        --b1
        Content-Type: text/plain; charset=utf-8

        La porte bloque.
        --b1
        Content-Type: application/pdf; name="a.pdf"

        %PDF-1.7
        --b1--

        """

    @Test(
        "is passed over where a header follows",
        arguments: [
            "", "\n", "\r\n", "\n\n\n", "\r\n\r\n", "  \n", "\u{FEFF}", "\u{FEFF}\r\n",
            "From m.lopez@agence.example Mon Oct  5 10:00:00 2026\n",
            "\nFrom m.lopez@agence.example Mon Oct  5 10:00:00 2026\n",
            "From MAILER-DAEMON Mon Oct  5 10:00:00 2026\r\n",
        ]
    )
    func passedOver(before: String) throws {
        let bytes = Array((before + Self.mail).utf8)
        let message = MailReader.read(bytes)
        #expect(message.from?.address.text == "m.lopez@agence.example")
        #expect(message.subject == "Porte")
        #expect(message.id?.text == "1@agence.example")
        #expect(message.text == "La porte bloque.")
        #expect(message.defects == [])
        let file = try #require(message.attachments.first)
        #expect(MailFiles.contents(of: bytes, digests: [file.sha256]).count == 1)
        #expect(ReceivedMoment.of(bytes)?.timeIntervalSince1970 == 1_791_187_200)
    }

    @Test(
        "stays where none follows",
        arguments: ["\nBonjour,\nla porte bloque.\n", "\n\nÀ : vous\n", " \n x: y\n", "\n", "\r\r"]
    )
    func stays(text: String) {
        let message = MailReader.read(Array(text.utf8))
        #expect(message.from == nil && message.subject.isEmpty)
        #expect(message.defects.contains(.noFrom))
    }
}
