// Answers to our own questions: may we close, and how was it. What was asked decides what is read.

import Foundation
import Testing

@testable import Desk

@Suite("Answers")
struct AnswerTests {
    static let attribution = "Le 5 oct. 2026 à 09:00, SAV Mileo <sav@mileo.example> a écrit :"
    static let closing = """
        > Bonjour,
        > Le matériel a été remplacé. Pouvez-vous nous confirmer que le problème est résolu ?
        > Sans réponse sous 5 jours, la demande sera close.
        """
    static let survey = """
        > Bonjour,
        > Comment jugez-vous notre service ? Répondez avec une note de 1 à 5.
        """

    static func answer(_ text: String, to question: String) throws -> Classification {
        classify(try reading(text, to: question))
    }

    static func reading(_ text: String, to question: String) throws -> Reading {
        let number = try DeskWorld.number(107).text
        let lines = text.replacingOccurrences(of: "\\n", with: "\n")
        return try DeskWorld.reading(
            DeskWorld.mail(
                subject: "Re: [\(number)] Votre demande",
                text: "\(lines)\n\n\(attribution)\n\(question)"
            )
        )
    }

    @Test("confirms, refuses or leaves it open")
    func closings() throws {
        for row in try Sentence.rows(of: "closings", fields: 2) {
            let found = try Self.answer(row.fields[1], to: Self.closing)
            let wanted = try #require(ClosingAnswer(rawValue: row.fields[0]), "line \(row.line)")
            row.expect(found.closing, wanted, found.reasons)
            #expect(found.surveyScore == nil)
        }
    }

    @Test("takes the lowest note, and no figure that counts something else")
    func notes() throws {
        for row in try Sentence.rows(of: "notes", fields: 2) {
            let found = try Self.answer(row.fields[1], to: Self.survey)
            row.expect(found.surveyScore.map(String.init) ?? "-", row.fields[0], found.reasons)
            #expect(found.closing == nil, "line \(row.line)")
        }
    }

    @Test(
        "nothing is confirmed where nothing was asked",
        arguments: [
            "> Quelles dates vous arrangent pour la visite ?",
            "> Votre réclamation est enregistrée. Elle est suivie par Nora Petit.",
            "> La pièce est commandée, nous revenons vers vous.",
        ]
    )
    func unasked(question: String) throws {
        let found = try Self.answer("Oui, parfait.", to: question)
        #expect(found.closing == nil, "\(found.reasons)")
        #expect(found.surveyScore == nil)
    }

    @Test("only the letter that is answered counts, not the older ones below it")
    func olderLetters() throws {
        let thread = """
            > Bonjour, le technicien passera jeudi à 9h.
            >
            >> Le 1 oct. 2026 à 08:00, SAV Mileo <sav@mileo.example> a écrit :
            >> Le problème est-il résolu ? Pouvons-nous clore ?
            """
        #expect(try Self.answer("Oui, jeudi me convient.", to: thread).closing == nil)
    }

    @Test("an Outlook reply is read like any other")
    func outlook() throws {
        let text = """
            La porte tient, vous pouvez clôturer.

            De : SAV Mileo <sav@mileo.example>
            Envoyé : lundi 5 octobre 2026 09:00
            À : Alice Roy <a.roy@client.example>
            Objet : Votre demande est-elle résolue ?

            Pouvez-vous nous confirmer que la porte se verrouille de nouveau ?
            """
        let number = try DeskWorld.number(107).text
        let found = try DeskWorld.classified(subject: "RE: [\(number)] Votre demande", text: text)
        #expect(found.closing == .confirms, "\(found.reasons)")
    }
}
