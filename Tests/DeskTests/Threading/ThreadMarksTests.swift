// Which numbers and references a mail carries, before anything is looked up.

import Testing

@testable import Desk

@Suite("ThreadMarks")
struct ThreadMarksTests {
    private func marks(subject: String = "", text: String = "") throws -> ThreadMarks {
        try DeskWorld.reading(try DeskWorld.mail(subject: subject, text: text)).marks
    }

    @Test("reads numbers of the subject first, then of the text, each once")
    func order() throws {
        let one = try DeskWorld.number(1)
        let two = try DeskWorld.number(2, prefix: "REC")
        let found = try marks(
            subject: "Re: [\(two.text)] suite",
            text: "Voir \(one.text), et aussi \(two.text)."
        )
        #expect(found.numbers == [two, one])
        #expect(found.mistyped.isEmpty)
    }

    @Test(
        "finds a number among brackets, punctuation and other letters",
        arguments: ["[#]", "(#)", "n°#.", "\"#\",", "#:", "Ticket:#;", "«#»", "<#>"]
    )
    func surroundings(frame: String) throws {
        let number = try DeskWorld.number(123)
        let text = String(frame.map { String($0) }.joined()).replacing("#", with: number.text)
        #expect(try marks(text: "Bonjour, \(text) merci").numbers == [number])
    }

    @Test("case does not matter; a longer word is no number")
    func wholeWords() throws {
        let number = try DeskWorld.number(123)
        #expect(try marks(subject: number.text.lowercased()).numbers == [number])
        #expect(try marks(subject: "X\(number.text)").numbers.isEmpty)
        #expect(try marks(subject: "\(number.text)7").numbers.isEmpty)
        #expect(try marks(subject: "\(number.text)-2").numbers.isEmpty)
    }

    @Test(
        "a number is known however it is typed",
        arguments: [
            "sav 2026 DIGITS", "SAV-2026 DIGITS", "SAV2026DIGITS", "Sav–2026–DIGITS",
            "sav 2026-DIGITS", "SAV\u{A0}2026\u{202F}DIGITS", "SAV / 2026 / DIGITS",
            "SAV_2026_DIGITS",
        ]
    )
    func typed(form: String) throws {
        let number = try DeskWorld.number(123)
        let text = form.replacing("DIGITS", with: String(number.text.dropFirst(9)))
        #expect(try marks(subject: "Re: \(text) porte").numbers == [number])
        #expect(try marks(text: "Bonjour, le dossier \(text).").numbers == [number])
    }

    @Test(
        "only a right number of our own is taken from such a text, and none is called mistyped",
        arguments: [
            "sav 2026 001111", "mai 2026 001238", "DEV 2026 DIGITS", "XSAV 2026 DIGITS",
            "SAV 2026 DIGITS-2", "SAV 2026 DIGITS7", "le sav 2026", "SAV 2026, DIGITS",
        ]
    )
    func typedOtherwise(form: String) throws {
        let digits = try DeskWorld.number(123).text.dropFirst(9)
        let found = try marks(subject: form.replacing("DIGITS", with: String(digits)))
        #expect(found.numbers.isEmpty && found.mistyped.isEmpty)
    }

    @Test("a slip of the pen is kept as one, and leads nowhere")
    func mistyped() throws {
        let found = try marks(subject: "[SAV-2026-00111] suite")
        #expect(found.numbers.isEmpty)
        #expect(found.mistyped == ["SAV-2026-00111"])
    }

    @Test(
        "other references are no numbers",
        arguments: ["F-2026-0587", "M-1142", "CVE-20261", "2026-10-05"]
    )
    func others(text: String) throws {
        let found = try marks(subject: "Facture \(text)", text: "Voir \(text)")
        #expect(found.numbers.isEmpty)
        #expect(found.mistyped.isEmpty)
    }

    @Test("a hundred numbers are bounded, and quotes are not searched")
    func bounded() throws {
        let numbers = try (1...100).map { try DeskWorld.number($0).text }
        let flood = try marks(subject: numbers.joined(separator: " "))
        #expect(flood.numbers.count == ThreadMarks.numbersMaximum)
        let quoted = try marks(
            text:
                """
                Merci.

                Le 5 oct. 2026 à 09:00, SAV <sav@mileo.example> a écrit :
                > \(numbers[0])
                """
        )
        #expect(quoted.numbers.isEmpty)
    }

    @Test("the number within an id of a letter is not a number that somebody wrote")
    func withinIDs() throws {
        let one = try DeskWorld.number(14)
        let two = try DeskWorld.number(15)
        let number = one.text.lowercased()
        let id = "\(number).sav-acknowledgement.f7dfa713bbc90d61.3ade39@mileo.example"
        #expect(try marks(text: "Message-ID: <\(id)> et \(two.text)").numbers == [two])
    }
}
