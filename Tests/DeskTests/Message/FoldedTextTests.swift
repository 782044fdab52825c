// Texts as lexicons compare them.

import Testing

@testable import Desk

@Suite("FoldedText")
struct FoldedTextTests {
    @Test(
        "takes case, accents and typography away",
        arguments: [
            ("Éteint", "eteint"), ("ÉTEINT", "eteint"), ("e\u{301}teint", "eteint"),
            ("Cœur, ŒUVRE, Æther", "coeur, oeuvre, aether"), ("Straße", "strasse"),
            ("Łódź, Žižek, Ñandú", "lodz, zizek, nandu"), ("ça, où, là", "ca, ou, la"),
            ("l\u{2019}alarme", "l'alarme"), ("l\u{2BC}alarme", "l'alarme"),
            ("l`alarme", "l'alarme"),
            ("«\u{A0}noir\u{A0}»", "\" noir \""), ("\u{201C}noir\u{201D}", "\"noir\""),
            ("quai \u{2013} nord", "quai - nord"), ("rendez\u{2011}vous", "rendez-vous"),
            ("voilà\u{2026}", "voila..."), ("n°3", "n 3"), ("co\u{AD}upe", "coupe"),
            ("a\u{200B}b\u{FEFF}c", "abc"), ("Ÿ ÿ", "y y"),
        ]
    )
    func letters(text: String, folded: String) {
        #expect(Folding.text(of: text) == folded)
    }

    @Test(
        "any run of white space is one space, or one line end where the person ended a line",
        arguments: [
            ("a  b\tc", "a b c"), ("a\u{A0}\u{202F}b", "a b"), ("  a  ", "a"), ("a\nb", "a\nb"),
            ("a\r\n\r\n b", "a\nb"), ("a\n\n\n\nb", "a\nb"), ("\n\na\n\n", "a"), ("", ""),
            (" \n ", ""),
        ]
    )
    func spaces(text: String, folded: String) {
        #expect(Folding.text(of: text) == folded)
    }

    @Test("a line that a program wrapped goes on, a list point begins a new one")
    func wrapping() {
        let wrapped = "la caméra du couloir du deuxième étage de la résidence Sud ne\nrépond plus"
        #expect(!Folding.text(of: wrapped).contains("\n"))
        let list =
            "la caméra du couloir du deuxième étage de la résidence Sud ne va\n- ping\n- voyant"
        #expect(Folding.text(of: list).split(separator: "\n").count == 3)
    }

    @Test("other scripts, emoji and bad bytes pass unharmed")
    func others() {
        #expect(Folding.text(of: "Привет 漢字 👍🏽 \u{FFFD}") == "Привет 漢字 👍🏽 \u{FFFD}")
        #expect(Folding.text(of: "a\u{0}b\u{7F}c") == "a b c")
    }

    @Test("never grows by more than a half, and folding again changes nothing")
    func bounded() {
        for text in ["œŒæÆß", "ĳĲŉ", "\u{2026}\u{2026}\u{2026}", "Élève, où ça ? « Ici »"] {
            let once = Folding.text(of: text)
            #expect(once.utf8.count * 2 <= text.utf8.count * 3 + 2)
            #expect(Folding.text(of: once) == once)
        }
    }
}
