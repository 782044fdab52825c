// The frames themselves: what stands between the typed text and the quote, and how the quote is
// marked, one program after the other.

import Desk

extension MailProgram {
    // Lines of a plain part.
    func plain(_ answer: Answer) -> String? {
        let typed = answer.lines.joined(separator: "\n")
        let letter = answer.letter
        let who = "\(letter.author) <\(letter.address)>"
        let quote = letter.lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
        let bare = letter.lines.joined(separator: "\n")
        switch self {
        case .outlookFrench:
            return
                "\(typed)\n\n\(Self.signature)\n\n\(Self.header(letter, "Envoyé : "))\n\n\(bare)\n"
        case .gmail:
            return "\(typed)\n\n\(Self.signature)\n\nLe lun. 5 oct. 2026 à 10:02, \(letter.author) "
                + "<\(letter.address)>\na écrit :\n\n\(quote)\n"
        case .appleMail:
            return "\(typed)\n\n\(Self.signature)\n\n"
                + "> Le 5 oct. 2026 à 10:02, \(who) a écrit :\n> \n\(quote)\n"
        case .iPhone:
            return "\(typed)\n\nEnvoyé de mon iPhone\n\n"
                + "> Le 5 oct. 2026 à 10:02, \(who) a écrit :\n> \n> \u{FEFF}\n\(quote)\n"
        case .thunderbird:
            return "\(typed)\n\n-- \n\(Self.signature)\n\n"
                + "Le 05/10/2026 à 10:02, \(letter.author) a écrit :\n\(quote)\n"
        case .roundcube:
            return "\(typed)\n\nLe 2026-10-05 10:02, \(letter.author) a écrit :\n\(quote)\n"
        case .zimbra:
            return """
                \(typed)

                \(Self.signature)

                ----- Mail original -----
                De: "\(letter.author)" <\(letter.address)>
                À: "Karim Haddad" <karim.haddad@mileo.example>
                Envoyé: Lundi 5 Octobre 2026 10:02:11
                Objet: \(letter.message.subject)

                \(bare)

                """
        case .kNine:
            return "\(typed)\n\nLe 5 octobre 2026 10:02:11 GMT+02:00, \(who) a écrit :\n\(quote)\n"
                + "\n-- \nEnvoyé de mon appareil Android avec Courriel K-9 Mail. "
                + "Veuillez excuser ma brièveté.\n"
        case .notes:
            return """
                \(typed)

                \(Self.signature)



                De :    "\(letter.author)" <\(letter.address)>
                A :     "Karim Haddad" <karim.haddad@mileo.example>,
                Date :  05/10/2026 10:02
                Objet : \(letter.message.subject)

                \(bare)

                """
        case .evolution:
            return "\(typed)\n\n\(Self.signature)\n\n"
                + "Le lundi 05 octobre 2026 à 10:02 +0200, \(letter.author) a écrit :\n\(quote)\n"
        case .outlookNew, .outlookMobile, .samsung, .spark, .yahoo, .proton:
            return nil
        }
    }

    // An HTML part.
    func html(_ answer: Answer) -> String? {
        switch self {
        case .outlookFrench: Self.outlookFrenchHTML(answer)
        case .outlookNew: Self.outlookNewHTML(answer)
        case .outlookMobile: Self.outlookMobileHTML(answer)
        case .gmail: Self.gmailHTML(answer)
        case .iPhone, .appleMail: Self.iPhoneHTML(answer)
        case .roundcube: Self.roundcubeHTML(answer)
        case .zimbra: Self.zimbraHTML(answer)
        case .samsung: Self.samsungHTML(answer)
        case .kNine: Self.kNineHTML(answer)
        case .spark: Self.sparkHTML(answer)
        case .yahoo: Self.yahooHTML(answer)
        case .proton: Self.protonHTML(answer)
        case .thunderbird, .notes, .evolution: nil
        }
    }

    private static func outlookFrenchHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let head = htmlHeader(letter)
        let typed = each(answer, "<p class=\"MsoNormal\">", "<o:p></o:p></p>")
        return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body lang=\"FR\">"
            + "<div class=\"WordSection1\">\(typed)<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>"
            + "<p class=\"MsoNormal\">Karim HADDAD<o:p></o:p></p>"
            + "<div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm "
            + "0cm 0cm\"><p class=\"MsoNormal\">\(head)<o:p></o:p></p></div></div>"
            + "\(letter.html)</div></body></html>"
    }

    private static func outlookNewHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let head = htmlHeader(letter)
        let typed = each(
            answer,
            "<div class=\"elementToProof\" style=\"font-size:12pt\">",
            "</div>"
        )
        return "<html><body dir=\"ltr\">\(typed)<div id=\"Signature\" class=\"elementToProof\">"
            + "<p>Karim Haddad</p><p>Technicien</p></div><div id=\"appendonsend\"></div>"
            + "<hr style=\"display:inline-block;width:98%\" tabindex=\"-1\">"
            + "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font face=\"Calibri\">\(head)</font>"
            + "<div>&nbsp;</div></div>\(letter.html)</body></html>"
    }

    private static func outlookMobileHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let head = htmlHeader(letter)
        let typed = each(answer, "<div dir=\"auto\">", "</div>")
        return
            "<html><body>\(typed)<div id=\"ms-outlook-mobile-body-separator-line\"><br></div>"
            + "<div id=\"ms-outlook-mobile-signature\" dir=\"auto\">Obtenez <a "
            + "href=\"https://aka.ms/o0ukef\">Outlook pour iOS</a></div>"
            + "<hr style=\"display:inline-block;width:98%\" tabindex=\"-1\">"
            + "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font>\(head)</font><div>&nbsp;</div></div>"
            + "\(letter.html)</body></html>"
    }

    private static func gmailHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let who = who(letter)
        let typed = each(answer, "<div>", "</div>")
        return "<div dir=\"ltr\">\(typed)<div><br></div><span class=\"gmail_signature_prefix\">"
            + "-- </span><br><div dir=\"ltr\" class=\"gmail_signature\">Karim Haddad</div></div>"
            + "<br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" "
            + "class=\"gmail_attr\">Le lun. 5 oct. 2026 à 10:02, \(who) a écrit :<br></div>"
            + "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex\">"
            + "\(letter.html)</blockquote></div>"
    }

    private static func iPhoneHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let who = who(letter)
        let typed = each(answer, "<div>", "</div>")
        return "<html><body dir=\"auto\">\(typed)<div><br></div><div dir=\"ltr\">Envoyé de mon "
            + "iPhone</div><div dir=\"ltr\"><br><blockquote type=\"cite\">Le 5 oct. 2026 à "
            + "10:02, \(who) a écrit :<br><br></blockquote></div><blockquote type=\"cite\">"
            + "<div dir=\"ltr\">\u{FEFF}\(letter.html)</div></blockquote></body></html>"
    }

    private static func roundcubeHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let typed = each(answer, "<p>", "</p>")
        return "<html><body style=\"font-size: 10pt\">\(typed)<p id=\"reply-intro\">"
            + "Le 2026-10-05 10:02, \(letter.author) a écrit :</p><blockquote type=\"cite\" "
            + "style=\"padding: 0 0.4em; border-left: #1010ff 2px solid\">"
            + "<div id=\"replybody1\">\(letter.html)</div></blockquote></body></html>"
    }

    private static func zimbraHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let head = htmlHeader(letter)
        let typed = each(answer, "<div>", "</div>")
        return "<html><body><div style=\"font-family: arial\">\(typed)<div><br></div>"
            + "<div data-marker=\"__SIG_PRE__\"><div>Karim Haddad</div></div><br>"
            + "<hr id=\"zwchr\" data-marker=\"__DIVIDER__\"><div data-marker=\"__HEADERS__\">"
            + "<blockquote style=\"border-left:2px solid #1010FF\">\(head)<br></blockquote></div>"
            + "<div data-marker=\"__QUOTED_TEXT__\"><blockquote style=\"border-left:2px solid "
            + "#1010FF\">\(letter.html)</blockquote></div></div></body></html>"
    }

    private static func samsungHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let who = who(letter)
        let typed = each(answer, "<div dir=\"auto\">", "</div>")
        return "<html><body>\(typed)<div dir=\"auto\"><br></div><div id=\"composer_signature\" "
            + "dir=\"auto\"><div style=\"font-size:12px;color:#575757\">Envoyé depuis mon "
            + "appareil Galaxy</div></div><div dir=\"auto\"><br></div><div><br></div>"
            + "<div align=\"left\" dir=\"auto\" style=\"font-size:100%;color:#000000\">"
            + "<div>-------- Message d'origine --------</div><div>De : \(who) </div>"
            + "<div>Date : 05/10/2026  10:02  (GMT+01:00) </div><div>À : Karim Haddad "
            + "&lt;karim.haddad@mileo.example&gt; </div><div>Objet : \(letter.message.subject) "
            + "</div><div><br></div></div>\(letter.html)</body></html>"
    }

    private static func kNineHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let who = who(letter)
        let typed = answer.lines.map(escaped).joined(separator: "<br>")
        return "<!DOCTYPE html><html><body><div dir=\"auto\">\(typed)<br><br></div>"
            + "<div class=\"k9mail-signature\">-- <br>Envoyé de mon appareil Android avec "
            + "Courriel K-9 Mail. Veuillez excuser ma brièveté.</div><br><br>"
            + "<div class=\"gmail_quote\"><div dir=\"auto\">Le 5 octobre 2026 10:02:11 "
            + "GMT+02:00, \(who) a écrit&nbsp;:</div><blockquote class=\"gmail_quote\">"
            + "\(letter.html)</blockquote></div></body></html>"
    }

    private static func sparkHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let who = who(letter)
        let typed = each(answer, "<div dir=\"auto\">", "</div>")
        return "<html><body><div name=\"messageBodySection\">\(typed)</div>"
            + "<div name=\"messageSignatureSection\"><br/><div class=\"matchFont\">Envoyé avec "
            + "<a href=\"https://sparkmailapp.com/source\">Spark</a></div></div>"
            + "<div name=\"messageReplySection\">Le 5 oct. 2026 à 10:02 +0200, \(who), a écrit :"
            + "<br/><blockquote type=\"cite\" style=\"border-left: thin solid #1abc9c;\">"
            + "\(letter.html)</blockquote></div></body></html>"
    }

    private static func yahooHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let who = who(letter)
        let typed = each(answer, "<div dir=\"ltr\" data-setdir=\"false\">", "</div>")
        return "<html><body><div class=\"ydp1yahoo-style-wrap\">\(typed)<div><br></div></div>"
            + "<div id=\"yahoo_quoted_1\" class=\"yahoo_quoted\"><div><div>Le lundi 5 octobre "
            + "2026 à 10:02:11 UTC+2, \(who) a écrit :</div><div><br></div><div><br></div>"
            + "<div>\(letter.html)</div></div></div></body></html>"
    }

    private static func protonHTML(_ answer: Answer) -> String {
        let letter = answer.letter
        let who = who(letter)
        let typed = each(answer, "<div style=\"font-family: Arial\">", "</div>")
        return "\(typed)<div><br></div><div class=\"protonmail_signature_block\"><div "
            + "class=\"protonmail_signature_block-proton\">Envoyé avec la messagerie sécurisée "
            + "<a href=\"https://proton.me/\">Proton Mail.</a></div></div><div><br></div>"
            + "<div class=\"protonmail_quote\">Le lundi 5 octobre 2026 à 10:02, \(who) a écrit :"
            + "<br><br><blockquote class=\"protonmail_quote\" type=\"cite\">\(letter.html)"
            + "</blockquote><br></div>"
    }

    // MARK: - Parts

    private static let signature = "Cordialement,\n\nKarim Haddad\nTechnicien SAV\n01 99 00 10 12"

    private static func who(_ letter: ReceivedLetter) -> String {
        let address = letter.address
        return "\(letter.author) &lt;<a href=\"mailto:\(address)\">\(address)</a>&gt;"
    }

    private static func header(_ letter: ReceivedLetter, _ sent: String) -> String {
        """
        De : \(letter.author) <\(letter.address)>
        \(sent)lundi 5 octobre 2026 10:02
        À : Karim Haddad <karim.haddad@mileo.example>
        Objet : \(letter.message.subject)
        """
    }

    private static func htmlHeader(_ letter: ReceivedLetter) -> String {
        "<b>De :</b> \(letter.author) &lt;\(letter.address)&gt;<br><b>Envoyé :</b> lundi 5 octobre "
            + "2026 10:02<br><b>À :</b> Karim Haddad &lt;karim.haddad@mileo.example&gt;<br>"
            + "<b>Objet :</b> \(escaped(letter.message.subject))"
    }

    private static func each(_ answer: Answer, _ before: String, _ after: String) -> String {
        answer.lines.map { line in
            before + (line.isEmpty ? "<br>" : escaped(line)) + after
        }.joined(separator: "\n")
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
