// The deciding words, shown in the sentence that the client wrote.

import Testing

@testable import Desk

@Suite("Quotation")
struct QuotationTests {
    private let quotation = Quotation(
        "Alarme\nBonjour Léa. La centrale d’alarme est ÉTEINTE, version 4.2 !\nMerci."
    )

    @Test("marks the words, with their accents and capitals")
    func marks() {
        #expect(
            quotation.sentence(with: "centrale d'alarme est eteinte")
                == "La «centrale d’alarme est ÉTEINTE», version 4.2 !"
        )
    }

    @Test("says nothing where the words do not stand there", arguments: ["doubt", "", "xy", "é"])
    func absent(evidence: String) {
        #expect(quotation.sentence(with: evidence) == nil)
    }
}
