// The table and its states, where scenarios do not show them: the standard rows against the
// documents' figures, contract and class, extensions, and the words of `--why`.

import Foundation
import Testing

@testable import Desk

@Suite("PromiseBook")
struct PromiseBookTests {
    @Test(
        "has the documents' figures",
        arguments: [
            (Procedure.sav, "acknowledgement", "30 min"), (.sav, "first-answer", "first-answer"),
            (.sav, "visit", "on-site"), (.sav, "closing", "5 d"), (.sav, "survey", "24 h"),
            (.sav, "escalation-1", "24 h"), (.sav, "escalation-2", "48 h"),
            (.sav, "call-back", "48 h"), (.complaint, "acknowledgement", "30 min"),
            (.complaint, "written-confirmation", "2 h"),
            (.complaint, "formal-acknowledgement", "formal-acknowledgement"),
            (.complaint, "substantive-answer", "substantive-answer"),
            (.complaint, "tacit-closing", "5 bd"), (.complaint, "escalation-1", "24 h"),
        ]
    )
    func figures(procedure: Procedure, name: String, term: String) throws {
        let rules = PromiseRule.standard(for: procedure)
        let rule = try #require(rules.first { $0.name.text == name })
        #expect(rule.within == PromiseTerm(term))
        #expect(rule.within.text == term)
    }

    @Test("has rows that can start and end, each under its own name", arguments: Procedure.allCases)
    func wellFormed(_ procedure: Procedure) {
        let rules = PromiseRule.standard(for: procedure)
        #expect(Set(rules.map(\.name)).count == rules.count)
        for rule in rules {
            #expect(!rule.starts.isEmpty && !rule.ends.isEmpty, "\(rule.name.text)")
            let events = rule.starts + rule.ends + rule.lapses + rule.extends
            #expect(events.allSatisfy { $0.procedure == nil || $0.procedure == procedure })
            #expect(rule.step != nil || !rule.tell.isEmpty || rule.by == .generalManagement)
            #expect(!rule.name.words(in: .french).hasPrefix("«"), "\(rule.name.text) has words")
        }
    }

    @Test("holds a row for its contracts and classes only")
    func conditions() throws {
        var house = try ScenarioHouse.house()
        var rule = PromiseRule(
            try #require(PromiseName("news")),
            starts: [.opened],
            ends: [.humanAnswer],
            within: try #require(PromiseTerm("2 h"))
        )
        rule.contracts = [.premium]
        rule.classes = [.critical]
        house.mailboxes[0].promises = [rule]
        let states = { (contract: ContractLevel, criticality: Criticality) in
            let events = [
                try DeskWorld.openedEvent(),
                TicketEvent(
                    at: DeskWorld.monday,
                    .classified(criticality: criticality, urgent: false, reason: "")
                ),
            ]
            let file = ProcedureCase(
                events: events,
                mailbox: house.mailboxes[0],
                company: house.company,
                contract: contract
            )
            return try #require(file).states(at: DeskWorld.monday + 60).count
        }
        #expect(try states(.premium, .critical) == 1)
        #expect(try states(.premium, .standard) == 0)
        #expect(try states(.comfort, .critical) == 0)
    }

    @Test("says why a promise is due, in sentences")
    func words() throws {
        let house = try ScenarioHouse.house()
        let lea = try ScenarioHouse.address("lea")
        let until = DeskWorld.monday + 10 * 86_400
        let events = [
            try DeskWorld.openedEvent(.complaint),
            TicketEvent(
                at: DeskWorld.monday + 3600,
                .answer(.interimReport(PersonalMessage(by: lea), until: until))
            ),
        ]
        let mailbox = try #require(house.mailboxes.first { $0.procedure == .complaint })
        let file = try #require(
            ProcedureCase(events: events, mailbox: mailbox, company: house.company)
        )
        let states = file.states(at: DeskWorld.monday + 7200)
        let formal = try #require(states.first { $0.key.name.text == "formal-acknowledgement" })
        let lines = house.company.calendar.sentences(of: formal, in: .french)
        #expect(
            lines.first?.replacingOccurrences(of: "\u{A0}", with: " ")
                == "l’accusé de réception formel (formal-acknowledgement.1) : tenu le lundi "
                + "5 octobre 2026 à 11 h (human-answer, lea@mileo.example)"
        )
        let answer = try #require(states.first { $0.key.name.text == "substantive-answer" })
        #expect(answer.extendedTo == until)
        #expect(answer.due == until)
        let english = house.company.calendar.sentences(of: answer, in: .english)
        #expect(english.contains("Wednesday 7 October 2026: day 2."))
        #expect(
            english.last
                == "Moved to Thursday 15 October 2026 at 10:00 by a report sent in time."
        )
        #expect(file.nextPromised(at: DeskWorld.monday + 7200)?.key == answer.key)
    }
}
