// In which language a letter answers.

import Testing

@testable import Desk

@Suite("Language of a text")
struct LanguageDetectionTests {
    @Test(
        "French and English by their small words",
        arguments: [
            ("Bonjour, la caméra du hall ne marche plus depuis ce matin.", Language.french),
            ("bjr jai un pb avec mon alarm svp rappeler", .french),
            ("Hello, the camera in the lobby has been down since this morning.", .english),
            ("Could you call me back please?", .english),
            ("Oui", .french), ("Yes", .english), ("5", .french), ("", .french),
            ("Merci", .french), ("Thanks", .english),
            ("La caméra « front desk » est offline, merci de regarder le status.", .french),
            ("Our recorder at rue des Lilas is offline, could you look at it?", .english),
        ]
    )
    func texts(text: String, language: Language) {
        #expect(Language(ofText: text, subject: "") == language)
    }

    @Test("the subject helps where the text is short")
    func subject() {
        #expect(Language(ofText: "NVR", subject: "The recorder is down") == .english)
        #expect(Language(ofText: "NVR", subject: "L'enregistreur est en panne") == .french)
    }
}
