// A colleague's text within a letter of ours: one greeting, one signature, and a cause that reads
// as a cause when it is repeated.

import Testing

@testable import Desk

@Suite("A colleague's text in a letter")
struct CourtesyFrameTests {
    @Test(
        "that greets leaves no second greeting to us, and its cause is what it says",
        arguments: [
            (
                "Bonjour Madame Blin,\n\nLa pièce est en rupture.\n\nCordialement,\nKarim Haddad",
                "La pièce est en rupture."
            ),
            ("Bonjour, la pièce est en rupture.", "La pièce est en rupture."),
            ("Bonjour\nLa pièce arrive.", "La pièce arrive."),
            ("Madame, Monsieur,\nLa pièce arrive.", "La pièce arrive."),
            ("Dear Ms Blin,\nThe part is late.\nKind regards\nKarim", "The part is late."),
        ]
    )
    func greets(text: String, core: String) {
        let frame = CourtesyFrame(text)
        #expect(frame.greets)
        #expect(!frame.body.contains("Cordialement") && !frame.body.contains("regards"))
        let said = frame.core.replacing("Monsieur,\n", with: "")
        #expect(said == core)
    }

    @Test(
        "that greets nobody stays as it is, without its closing formula",
        arguments: [
            ("La pièce est en rupture.", "La pièce est en rupture."),
            ("Madame Blin attend la pièce.", "Madame Blin attend la pièce."),
            ("La pièce arrive lundi.\nCordialement", "La pièce arrive lundi."),
            ("Cordialement", "Cordialement"),
        ]
    )
    func plain(text: String, core: String) {
        let frame = CourtesyFrame(text)
        #expect(!frame.greets)
        #expect(frame.core == core)
        #expect(frame.body == core)
    }
}
