// What an answer to each letter may mean: only the letters that ask whether a case may be closed
// are confirmed or refused, and only the survey is answered by notes, however the answer quotes
// them.

import Desk
import Testing

@testable import Letters

@Suite("An answer to a letter")
struct AnsweredLetterTests {
    static let letters = LetterKind.allCases.filter(\.isForClient).flatMap { kind in
        Language.allCases.map { (kind, $0) }
    }

    /// Letters after which "yes" can only mean one thing, whatever the reader makes of it.
    private static let ends: Set<LetterKind> = [.closed, .tacitlyClosed]

    private func reading(
        _ text: String,
        to letter: OutgoingMessage,
        quoting: (OutgoingMessage) -> String
    ) throws -> Reading {
        var message = InboundMessage()
        message.id = MessageID("answer@client.example")
        message.from = letter.to
        message.to = [letter.from]
        message.subject = "Re: \(letter.subject.text)"
        message.text = "\(text)\n\n\(quoting(letter))"
        let house = SampleWorld.house(letter.from)
        let key = KeyedHash { _ in [UInt8](repeating: 7, count: 32) }
        return Reading(message, mailbox: house.mailboxes[0], house: house, key: key)
    }

    private static let quotations: [@Sendable (OutgoingMessage) -> String] = [
        { letter in
            "Le 5 oct. 2026 à 09:00, \(letter.from.name) <\(letter.from.address)> a écrit :\n"
                + letter.text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "> \($0)" }
                .joined(separator: "\n")
        },
        { letter in
            "De : \(letter.from.name) <\(letter.from.address)>\n"
                + "Envoyé : lundi 5 octobre 2026 09:00\n"
                + "À : \(letter.to.name) <\(letter.to.address)>\nObjet : \(letter.subject.text)\n\n"
                + letter.text
        },
    ]

    @Test("confirms, refuses and notes only where that was asked", arguments: letters)
    func answers(kind: LetterKind, language: Language) throws {
        guard !Self.ends.contains(kind) else { return }
        let library = try LetterPlaces.library()
        let asksToClose = kind == .closingAsked || kind == .closingReminder
        let (yes, no) = language == .french ? ("Oui", "Non") : ("Yes", "No")
        for sample in LetterSample.allCases {
            let letter = try library.compose(kind.sampleLetter(in: language, sample))
            for quoting in Self.quotations {
                let yes = classify(try reading(yes, to: letter, quoting: quoting))
                #expect(yes.closing == (asksToClose ? .confirms : nil))
                #expect(yes.surveyScore == nil)
                let no = classify(try reading(no, to: letter, quoting: quoting))
                #expect(no.closing == (asksToClose ? .refuses : nil))
                let notes = try reading("4 2 5", to: letter, quoting: quoting)
                #expect(classify(notes).surveyScore == (kind == .survey ? 2 : nil))
                #expect(notes.surveyAnswer?.notes == (kind == .survey ? [4, 2, 5] : nil))
            }
        }
    }
}
