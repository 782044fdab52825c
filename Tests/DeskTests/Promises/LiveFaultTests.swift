// A complaint that reports a live fault: one dossier that owes the promises of both procedures.

import Foundation
import Testing

@testable import Desk

@Suite("Complaints with a live fault")
struct LiveFaultTests {
    private static let both = "Votre technicien n'est jamais venu lundi. L'alarme ne se met plus."
    private static let anger = "Votre technicien n'est jamais venu lundi et personne ne rappelle."

    private func planned(_ text: String, answer: ThreadAnswer = ThreadAnswer()) throws -> FilingPlan
    {
        let mail = try DeskWorld.mail(subject: "Réclamation", text: text)
        let file = try DeskWorld.file(mail, mailbox: 1, answer: answer)
        let number = try DeskWorld.number(1, prefix: file.destination.prefix)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    // What the dossier's clocks say an hour later.
    private func states(_ events: [TicketEvent]) throws -> [PromiseState] {
        let house = try ScenarioHouse.house()
        let mailbox = try #require(house.mailboxes.first { $0.procedure == .complaint })
        let file = ProcedureCase(
            events: events,
            mailbox: mailbox,
            company: house.company,
            contract: .premium
        )
        return try #require(file).states(at: DeskWorld.monday + 3600)
    }

    private func names(_ events: [TicketEvent]) throws -> Set<String> {
        Set(try states(events).map(\.key.name.text))
    }

    @Test("one dossier has the clocks of both, from its receipt")
    func both() throws {
        let plan = try planned(Self.both)
        #expect(plan.ticket?.prefix == "REC")
        let ticket = try #require(Ticket(folding: plan.events))
        #expect(ticket.criticality == .critical)
        let reasons = plan.events.compactMap { event in
            if case .classified(_, _, let reason) = event.fact { reason } else { nil }
        }
        #expect(reasons.first?.contains("live-fault: ") == true, "\(reasons)")
        let names = try names(plan.events)
        for name in ["formal-acknowledgement", "substantive-answer", "first-answer"] {
            #expect(names.contains(name), "\(name) is missing")
        }
        let first = try #require(
            states(plan.events).first { $0.key.name.text == "first-answer" }
        )
        #expect(first.startedBy == .faultReported)
        #expect(first.startedAt == ticket.openedAt)
    }

    @Test("a complaint without a fault owes the service nothing")
    func complaintAlone() throws {
        let plan = try planned(Self.anger)
        #expect(Ticket(folding: plan.events)?.criticality == nil)
        #expect(try !names(plan.events).contains("first-answer"))
    }

    @Test("a later mail that reports a fault starts the service's clock, once")
    func later() throws {
        let opened = try planned(Self.anger)
        let ticket = try #require(Ticket(folding: opened.events))
        var answer = ThreadAnswer()
        answer.sealed = [TicketSummary(ticket)]
        let worse = try planned("Et maintenant la centrale est éteinte.", answer: answer)
        #expect(worse.ticket == ticket.number)
        let events = opened.events + worse.events
        #expect(Ticket(folding: events)?.criticality == .critical)
        #expect(try names(events).contains("first-answer"))
        answer.sealed = [TicketSummary(try #require(Ticket(folding: events)))]
        let again = try planned("La centrale est toujours éteinte.", answer: answer)
        let runs = try states(events + again.events).filter { $0.key.name.text == "first-answer" }
        #expect(runs.count == 1)
    }

    @Test("a person's answer keeps the promises of both")
    func answered() throws {
        let plan = try planned(Self.both)
        let lea = try ScenarioHouse.address("lea")
        let told = TicketEvent(
            at: DeskWorld.monday + 1800,
            .answer(.humanAnswer(PersonalMessage(by: lea)))
        )
        for state in try states(plan.events + [told])
        where ["first-answer", "formal-acknowledgement"].contains(state.key.name.text) {
            guard case .kept = state.status else {
                Issue.record("\(state.key.text) is not kept")
                continue
            }
        }
    }
}
