// What a client writes after his dossier was closed: a yes that came late changes nothing, and
// whatever else he says opens it again.

import Foundation
import Testing

@testable import Desk

@Suite("Mails after the closing")
struct LateWordTests {
    private func written(_ text: String) throws -> FilingPlan {
        var summary = try DeskWorld.summary(3, state: .closed)
        let opened = try DeskWorld.openedEvent(.sav)
        let number = try #require(Ticket(folding: [opened])).number
        summary.number = number
        var answer = ThreadAnswer()
        answer.sealed = [summary]
        var file = try DeskWorld.file(
            DeskWorld.mail(subject: "Re: [\(number.text)] Caméra", text: text),
            answer: answer
        )
        let closed: [TicketFact] = [
            .closing(.concluded(.confirmed)), .moved(.closed, reason: "the client confirmed"),
        ]
        let earlier = DeskWorld.monday.addingTimeInterval(-3_600)
        file.history = ClockedTicket(
            events: [opened] + closed.map { TicketEvent(at: earlier, $0) }
        )
        return plan(
            file,
            number: try DeskWorld.number(50),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
    }

    private func isReopened(_ plan: FilingPlan) -> Bool {
        plan.events.contains { if case .moved(.open, _) = $0.fact { true } else { false } }
    }

    @Test(
        "A yes that comes after the closing opens nothing and causes no letter",
        arguments: [
            "Oui, c’est résolu.", "Oui, c'est résolu, merci beaucoup.", "Merci, tout fonctionne.",
            "Vous pouvez clore le dossier.", "Yes, it is solved.", "ok",
        ]
    )
    func confirmsLate(text: String) throws {
        let plan = try written(text)
        #expect(!isReopened(plan))
        #expect(plan.letters.isEmpty)
        #expect(plan.disposition == .append)
    }

    @Test(
        "Something new opens it again",
        arguments: [
            "Non, la caméra ne répond toujours pas.", "La caméra est de nouveau en panne.",
            "Oui, mais la caméra du hall est maintenant en panne.",
            "Pouvez-vous m’envoyer le rapport de la visite ?",
        ]
    )
    func bringsNews(text: String) throws {
        #expect(isReopened(try written(text)))
    }
}
