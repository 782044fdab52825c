// A client agrees with the substantive answer to a complaint in a few words, and quotes nothing
// (C6); or does not agree, or agrees with something else.

import Foundation
import Testing

@testable import Desk

@Suite("Agreement with an answer")
struct AgreementTests {
    private func closes(_ text: String) throws -> Bool {
        let person = PersonalMessage(by: try DeskWorld.address("nora.petit@mileo.example"))
        let answer = SubstantiveAnswer(
            facts: "reconnus",
            isContested: false,
            correction: "nouvelle visite",
            compensation: "avoir"
        )
        let at = DeskWorld.monday - 3_600
        let events =
            [try DeskWorld.openedEvent(.complaint, at: at - 60)]
            + ([.moved(.open, reason: ""), .answer(.substantiveAnswer(person, answer))]
            as [TicketFact]).map { TicketEvent(at: at, $0) }
        let ticket = try #require(Ticket(folding: events))
        var known = ThreadAnswer()
        known.sealed = [TicketSummary(ticket)]
        let mail = try DeskWorld.mail(subject: "Re: [\(ticket.number.text)] Réponse", text: text)
        var file = try DeskWorld.file(mail, mailbox: 1, answer: known)
        file.history = ClockedTicket(events: events)
        let plan = plan(
            file,
            number: try DeskWorld.number(50, prefix: "REC"),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
        return plan.events.contains { $0.fact == .closing(.concluded(.confirmed)) }
    }

    @Test(
        "closes the complaint, whatever the words",
        arguments: [
            "I agree, thank you.", "I agree", "Je suis d'accord, merci.", "D'accord, merci",
            "That is fine with me.", "Your answer suits me, thank you.",
            "Votre réponse me convient, merci.", "J'accepte votre proposition.",
            "Ok pour nous, merci", "We accept your offer.", "Oui", "Yes, thank you",
            "Bonjour, cela nous convient. Cordialement",
        ]
    )
    func agrees(text: String) throws {
        #expect(try closes(text))
    }

    @Test(
        "is none where the client does not agree, or says more",
        arguments: [
            "Je ne suis pas d'accord, il manque la TVA.", "I do not agree.",
            "Cela ne nous convient pas.", "Merci, je vous réponds demain.",
            "Nous acceptons l'avoir, mais la porte ne ferme toujours pas.",
            "J'accepte si l'avoir est de 300 €.",
        ]
    )
    func differs(text: String) throws {
        #expect(try !closes(text))
    }
}
