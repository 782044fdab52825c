// What a client writes when a survey has asked: notes in many shapes, blame without a note, and a
// new fault beside the notes (S7, R3).

import Foundation
import Testing

@testable import Desk

@Suite("Answers to a survey")
struct SurveyReplyTests {
    private let opening = DeskWorld.monday.addingTimeInterval(-7_200)

    private func written(_ text: String) throws -> FilingPlan {
        let handler = try DeskWorld.address("hugo.blin@mileo.example")
        let opened = try DeskWorld.openedEvent(.sav, at: opening)
        let number = try #require(Ticket(folding: [opened])).number
        let facts: [TicketFact] = [
            .assigned(handler, reason: ""), .closing(.concluded(.confirmed)),
            .moved(.closed, reason: "the client confirmed"), .right(.surveySent(letter: nil)),
        ]
        let events = [opened] + facts.map { TicketEvent(at: opening + 60, $0) }
        var answer = ThreadAnswer()
        answer.sealed = [TicketSummary(try #require(Ticket(folding: events)))]
        let mail = try DeskWorld.mail(subject: "Re: [\(number.text)] Votre avis", text: text)
        var file = try DeskWorld.file(mail, answer: answer)
        file.history = ClockedTicket(events: events)
        let number50 = try DeskWorld.number(50)
        return plan(file, number: number50, now: DeskWorld.monday, key: DeskWorld.key)
    }

    private func notes(_ plan: FilingPlan) -> [Int]? {
        plan.events.lazy.compactMap { event in
            guard case .right(.surveyAnswered(let answer, _)) = event.fact else { return nil }
            return answer.notes
        }.first
    }

    private func isReopened(_ plan: FilingPlan) -> Bool {
        plan.events.contains { if case .moved(.open, _) = $0.fact { true } else { false } }
    }

    private func kinds(_ plan: FilingPlan) -> Set<LetterKind> { Set(plan.letters.map(\.kind)) }

    @Test(
        "are read in the shapes that people write, and open nothing",
        arguments: [
            ("Réactivité : 4/5, qualité 3/5, communication 2/5", [4, 3, 2]),
            ("un, deux, cinq", [1, 2, 5]), ("0 5 5", [1, 5, 5]), ("10 10 10", [5, 5, 5]),
            ("5/5 partout, rien à redire", [5, 5, 5]), ("5 4 5, merci à Hugo", [5, 4, 5]),
            ("4 4 4 la caméra en panne a été remplacée en deux jours", [4, 4, 4]),
            ("5 5 5, tout refonctionne", [5, 5, 5]),
        ] as [(String, [Int])]
    )
    func shapes(text: String, expected: [Int]) throws {
        let plan = try written(text)
        #expect(notes(plan) == expected)
        #expect(!isReopened(plan))
        #expect(kinds(plan).contains(.surveyThanks))
    }

    @Test(
        "reach the handler by one letter",
        arguments: ["5 4 5, merci à Hugo", "1 1 1 nul", "5 5 5"]
    )
    func oneLetter(text: String) throws {
        let plan = try written(text)
        let handler = try DeskWorld.address("hugo.blin@mileo.example")
        let letters = plan.letters.filter { $0.to.address == handler }
        #expect(letters.map(\.kind) == [text == "5 5 5" ? .notification : .verbatim])
    }

    @Test("out of ten are counted out of five, and the handler is told so")
    func outOfTen() throws {
        let letter = try #require(written("10 10 10").letters.first { $0.kind == .verbatim })
        #expect("\(letter.values)".contains("sur 10"))
    }

    @Test("that are no notes reopen nothing: a colleague reads them, and the survey stays open")
    func unclear() throws {
        let plan = try written("12 15 20")
        #expect(!isReopened(plan))
        #expect(notes(plan) == nil)
        #expect(kinds(plan).contains(.verbatim) && !kinds(plan).contains(.surveyThanks))
    }

    @Test(
        "may be none: who answers no surveys has told nothing new of his case",
        arguments: [
            "Je ne réponds pas aux enquêtes.", "Merci de ne plus m’envoyer de questionnaire.",
            "Bonjour, inutile de m'envoyer vos sondages. Cordialement",
            "I don't answer surveys, thank you.",
        ]
    )
    func declined(text: String) throws {
        let plan = try written(text)
        #expect(!isReopened(plan))
        #expect(notes(plan) == nil)
        #expect(kinds(plan) == [.notification])
    }

    @Test(
        "that blame without a note promise the call of the account manager",
        arguments: [
            "Nul. Personne ne répond jamais, je suis très déçu.",
            "Très mécontent de votre service.", "I am very disappointed.",
        ]
    )
    func blame(text: String) throws {
        let plan = try written(text)
        #expect(!isReopened(plan))
        #expect(notes(plan) == [])
        #expect(
            plan.events.contains { if case .right(.badReport) = $0.fact { true } else { false } }
        )
        let thanks = try #require(plan.letters.first { $0.kind == .surveyThanks })
        #expect(thanks.values["callBack"] == .flag(true))
    }

    @Test(
        "that report a new fault are kept, and open the case again for the same handler",
        arguments: [
            "5 5 5 mais la caméra est de nouveau en panne !",
            "5/5 partout, mais l'alarme ne fonctionne plus depuis ce matin",
            "4 4 4, the camera is down again.",
        ]
    )
    func fault(text: String) throws {
        let plan = try written(text)
        #expect(notes(plan)?.count == 3)
        #expect(isReopened(plan))
        #expect(kinds(plan).contains(.reopened))
        #expect(!kinds(plan).contains(.surveyThanks), "one letter for one mail")
        #expect(!plan.events.contains { if case .assigned = $0.fact { true } else { false } })
    }
}
