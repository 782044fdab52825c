// Slips of the pen: which are read as the word that was meant, and which words are left as they
// are, because the language has them.

import TestSupport
import Testing

@testable import Desk

@Suite("Slips of the pen")
struct NeighboursTests {
    // The senses of a single word of a text.
    private func senses(_ word: String) -> Senses {
        let text = FoldedText(subject: "", text: word)
        return Words(text, vocabulary: ShippedWords.vocabulary).words.reduce(into: Senses()) {
            $0.formUnion($1.senses)
        }
    }

    @Test(
        "a letter that is missing, too many, wrong or has changed places is read over",
        arguments: [
            ("enregitreur", "enregistreur"), ("enregisteur", "enregistreur"),
            ("detcteur", "detecteur"), ("detecteru", "detecteur"), ("alrame", "alarme"),
            ("lectuer", "lecteur"), ("telesurveillence", "telesurveillance"),
            ("videosurveilance", "videosurveillance"), ("transmeteur", "transmetteur"),
            ("deconecte", "deconnecte"), ("barrierre", "barriere"), ("recoder", "recorder"),
            ("keybpad", "keypad"),
            ("Detctuer", "Detctuer"),
        ]
    )
    func read(slip: String, word: String) {
        #expect(senses(slip) == senses(word))
        if slip != word { #expect(!senses(slip).isEmpty) }
    }

    @Test(
        "words of the language are no slips",
        arguments: [
            "sécurité", "modèle", "surveillant", "capture", "lecture", "contexte", "plainte",
            "personnel", "porteur", "servir", "centre", "soldes", "pertes", "casser", "autant",
            "regarder", "fermeture", "signale",
        ]
    )
    func left(word: String) {
        let bytes = Folding.bytes(of: word)
        let words = Words(folded: bytes, lexicon: ShippedWords.vocabulary.lexicon).words
        #expect(words.first?.key == Words.key(of: bytes[...]))
    }

    @Test("a short word, a number and an address are never corrected")
    func never() {
        for text in ["sirne", "12345678", "alrame@client.example"] {
            #expect(senses(text).isEmpty, "\(text)")
        }
    }

    @Test("a slip makes no good news out of an unknown word")
    func noGoodNews() {
        let soothing = Senses(.watched, .fine, .bounded, .restored, .closed, .others)
        for word in ["securite", "surveillant", "protegea", "couverts", "fermetures", "reparti"] {
            let known = senses(word).intersects(soothing)
            let bytes = Folding.bytes(of: word)
            let isKnown =
                Words(folded: bytes, lexicon: ShippedWords.vocabulary.lexicon).words.first?.key
                == Words.key(of: bytes[...])
            #expect(isKnown || !known, "\(word)")
        }
    }

    @Test("a mail with slips gets the class of the grid")
    func mail() throws {
        let found = try DeskWorld.classified(
            subject: "",
            text: "L'enregitreur ne fonctoinne plus et les detcteurs non plus."
        )
        #expect(found.criticality == .critical)
        #expect(found.findings.last?.rule == "system-down", "\(found.reasons)")
    }
}
