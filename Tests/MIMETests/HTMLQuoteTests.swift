// What mail programs quote in HTML comes out as lines that begin with ">", as in a plain text.

import Desk
import Testing

@testable import MIME

/// A letter as a mail program writes it, and its text.
private struct Letter: Sendable, CustomTestStringConvertible {
    let program: String
    let html: String
    let text: String

    init(_ program: String, _ html: String, _ text: String) {
        self.program = program
        self.html = html
        self.text = text
    }

    var testDescription: String { program }
}

@Suite("Quotes in HTML")
struct HTMLQuoteTests {
    private static let outlookHeader =
        "<p class=MsoNormal><b>De :</b> SAV &lt;sav@mileo.example&gt;<br><b>Envoyé :</b> lundi"
        + "<br><b>À :</b> Léa<br><b>Objet :</b> Alarme</p>"

    private static let letters = [
        Letter(
            "Gmail",
            "<div>Oui.</div><div class=\"gmail_quote\"><div dir=ltr class=\"gmail_attr\">Le lun. 1"
                + " sept., SAV a écrit :<br></div><blockquote class=\"gmail_quote\">Et là ?"
                + "</blockquote></div>",
            "Oui.\n> Le lun. 1 sept., SAV a écrit :\n> Et là ?"
        ),
        Letter(
            "Gmail with answers between the quotes",
            "<div class=gmail_quote><div class=gmail_attr>Le lun. 1 sept., SAV a écrit :</div>"
                + "<blockquote class=gmail_quote>Un ?</blockquote><div>Oui.</div>"
                + "<blockquote class=gmail_quote>Deux ?</blockquote><div>Non.</div></div>",
            "> Le lun. 1 sept., SAV a écrit :\n> Un ?\n\nOui.\n> Deux ?\n\nNon."
        ),
        Letter(
            "Gmail, a forwarded letter",
            "<div>Voir.</div><div class=gmail_quote><div class=gmail_attr>---------- Forwarded "
                + "message ---------<br>De : Léa</div>Bonjour</div>",
            "Voir.\n---------- Forwarded message ---------\nDe : Léa\nBonjour"
        ),
        Letter(
            "Apple Mail",
            "Oui.<div>Le 1 sept., SAV a écrit :</div><br><blockquote type=\"cite\"><div>Un</div>"
                + "<div>deux</div></blockquote>",
            "Oui.\nLe 1 sept., SAV a écrit :\n\n> Un\n> deux"
        ),
        Letter(
            "Thunderbird",
            "<p>Oui.</p><div class=\"moz-cite-prefix\">Le 01/09/2026, SAV a écrit :<br></div>"
                + "<blockquote type=cite cite=\"mid:1\"><p>Un</p></blockquote>",
            "Oui.\n\n> Le 01/09/2026, SAV a écrit :\n>\n> Un"
        ),
        Letter(
            "Yahoo",
            "<div>Oui.</div><div id=\"yahoo_quoted_1\" class=\"yahoo_quoted\"><div>Le lundi, SAV "
                + "a écrit :</div><div>Un</div></div>",
            "Oui.\n> Le lundi, SAV a écrit :\n> Un"
        ),
        Letter(
            "Outlook",
            "<p class=MsoNormal>Oui.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;"
                + "padding:3.0pt 0cm'>\(outlookHeader)</div><p class=MsoNormal>Un</p>"
                + "<p class=MsoNormal>deux</p>",
            "Oui.\nDe : SAV <sav@mileo.example>\nEnvoyé : lundi\nÀ : Léa\nObjet : Alarme\n\n"
                + "> Un\n> deux"
        ),
        Letter(
            "Outlook on the web",
            "<div>Oui.</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">"
                + "\(outlookHeader)</div><div>Un</div>",
            "Oui.\n\nDe : SAV <sav@mileo.example>\nEnvoyé : lundi\nÀ : Léa\nObjet : Alarme\n\n"
                + "> Un"
        ),
        Letter(
            "Outlook on a phone, without a header",
            "<div>Oui.</div><div id=\"ms-outlook-mobile-appendonsend\"></div><div>Un</div>",
            "Oui.\n> Un"
        ),
        Letter(
            "Outlook, a bare forwarded letter",
            "<div style='border-top:solid #E1E1E1 1.0pt'>\(outlookHeader)</div><p>Un</p>",
            "De : SAV <sav@mileo.example>\nEnvoyé : lundi\nÀ : Léa\nObjet : Alarme\n\nUn"
        ),
        Letter(
            "a signature below a line",
            "<p>Oui.</p><div style='border-top: 1px solid red'>Léa Martin<br>Cliente</div>"
                + "<p>PS</p>",
            "Oui.\n\nLéa Martin\nCliente\n\nPS"
        ),
    ]

    @Test("begin with a mark", arguments: letters)
    private func beginWithMark(_ letter: Letter) {
        var defects: Set<MessageDefect> = []
        let text = HTMLText.read(Array(letter.html.utf8), limits: .standard, defects: &defects)
        #expect(String(decoding: text, as: UTF8.self) == letter.text)
        #expect(defects.isEmpty)
    }
}
