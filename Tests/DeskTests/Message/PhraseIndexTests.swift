// Set phrases in folded texts.

import TestSupport
import Testing

@testable import Desk

@Suite("PhraseIndex")
struct PhraseIndexTests {
    private let index = PhraseIndex([["sera lu", "de retour"], ["merci", "merci de rappeler"]])

    @Test("finds phrases by whole first words, and the longer one too")
    func finds() {
        let text = "merci de rappeler, votre message sera luxueux"
        let found = index.found(in: Array(text.utf8)[...])
        #expect(found.first == ["sera lu", "merci de rappeler"])
        #expect(found.count == [1, 2])
    }

    @Test("a word inside another is none", arguments: ["remerciements", "le retour", "sera", ""])
    func misses(text: String) {
        #expect(index.first(in: Array(text.utf8)[...]) == nil)
    }

    @Test("tells the longest phrase that a text begins with")
    func prefix() {
        #expect(index.prefix(of: Array("merci de rappeler".utf8)[...]) == "merci de rappeler")
        #expect(index.prefix(of: Array("bien merci".utf8)[...]) == nil)
        #expect(index.prefix(of: [][...]) == nil)
    }

    @Test("reads words that are cut already like the text itself")
    func words() {
        let words = Words(
            FoldedText(subject: "Merci", text: "Il est de retour lundi"),
            vocabulary: ShippedWords.vocabulary
        )
        #expect(index.found(in: words).first == ["de retour", "merci"])
    }
}
