// Whatever a row of the table says, each run of a step comes to one event; and whom a letter about
// a breach says to be informed is there.

import Foundation
import Testing

@testable import Desk

@Suite("A run of a step")
struct OneStepTests {
    private let name: LetterNaming = { kind, cause in
        MessageID("\(kind.rawValue).\(cause.utf8.count)@mileo.example")
    }

    private func event(_ seconds: Double, _ fact: TicketFact) -> TicketEvent {
        TicketEvent(at: DeskWorld.monday + seconds, fact)
    }

    private func file(_ events: [TicketEvent], in house: HouseSettings) throws -> ProcedureCase {
        let mailbox = try #require(house.mailboxes.first)
        return try #require(
            ProcedureCase(events: events, mailbox: mailbox, company: house.company)
        )
    }

    // Ticks as the service does, every ten minutes, for some days; what came of it.
    private func played(
        _ beginning: [TicketEvent],
        in house: HouseSettings,
        days: Double
    ) throws -> [TicketEvent] {
        var events = beginning
        var now = try #require(events.last).at
        let end = now + days * 86_400
        while now < end {
            now += 600
            guard let next = try file(events, in: house).nextMoment(at: now) else { break }
            now = max(now, next)
            guard now < end else { break }
            events += due(try file(events, in: house), at: now, name: name).events
        }
        return Array(events.dropFirst(beginning.count))
    }

    @Test("writes one event, even where nothing ends the row")
    func endless() throws {
        let karim = try ScenarioHouse.address("karim")
        let asked = try [
            DeskWorld.openedEvent(),
            event(0, .assigned(karim, reason: "")),
            event(60, .answer(.humanAnswer(PersonalMessage(by: karim)))),
            event(120, .closing(.asked(PersonalMessage(by: karim)))),
            event(120, .moved(.resolved, reason: "")),
        ]
        var house = try ScenarioHouse.house()
        for index in house.mailboxes[0].promises.indices
        where house.mailboxes[0].promises[index].step != nil {
            house.mailboxes[0].promises[index].ends = []
        }
        let events = try played(asked, in: house, days: 60)
        let count = { (isCounted: (TicketFact) -> Bool) in events.count { isCounted($0.fact) } }
        #expect(count { if case .closing(.reminded) = $0 { true } else { false } } == 1)
        #expect(count { if case .moved(.closed, _) = $0 { true } else { false } } == 1)
        #expect(count { if case .right(.surveySent) = $0 { true } else { false } } == 1)
        #expect(events.count < 12, "\(events.count) events")
    }

    @Test("is not taken again because its letter did not arrive")
    func lost() throws {
        let karim = try ScenarioHouse.address("karim")
        let until = DeskWorld.monday + 40 * 86_400
        let announced = AnswerFact.delayAnnounced(
            PersonalMessage(by: karim),
            cause: "rupture de stock",
            until: until
        )
        var events = try [
            DeskWorld.openedEvent(),
            event(0, .assigned(karim, reason: "")), event(60, .answer(announced)),
            event(60, .moved(.open, reason: "")),
        ]
        let house = try ScenarioHouse.house()
        let moment = DeskWorld.monday + 8 * 86_400
        let first = due(try file(events, in: house), at: moment, name: name)
        let letter = try #require(
            first.events.lazy.compactMap { event -> MessageID? in
                guard case .promise(.delayRecalled(let letter)) = event.fact else { return nil }
                return letter
            }.first
        )
        let lost = TicketFact.letterUndelivered(
            letter,
            recipient: nil,
            status: "5.1.1",
            reason: "no such user"
        )
        events += first.events + [TicketEvent(at: moment + 60, lost)]
        let later = try played(events, in: house, days: 20)
        let recalls = later.filter {
            if case .promise(.delayRecalled) = $0.fact { true } else { false }
        }
        #expect(recalls.isEmpty)
    }

    @Test(
        "that tells a client of a breach names who is there and was told",
        arguments: [
            ([], PromiseRole.operationsManager), (["paul"], .generalManagement),
            (["paul", "claire"], nil),
        ] as [([String], PromiseRole?)]
    )
    func informed(absent: [String], expected: PromiseRole?) throws {
        let day = try #require(CivilDay("2026-10-05"))
        let days = [day...day.advanced(by: 5)]
        let house = try ScenarioHouse.house(
            absences: Dictionary(uniqueKeysWithValues: absent.map { ($0, days) })
        )
        let events = [
            try DeskWorld.openedEvent(),
            event(0, .classified(criticality: .standard, urgent: false, reason: "")),
        ]
        let plan = due(try file(events, in: house), at: DeskWorld.monday + 18_010, name: name)
        let letter = try #require(plan.letters.first { $0.kind == .breach })
        #expect(letter.matter.informed == expected)
        let role = expected?.staffRole
        guard let role else { return }
        let told = plan.letters.filter {
            $0.kind == .breachReport && $0.notBefore <= letter.notBefore
        }
        #expect(
            told.contains { report in
                house.company.staff.contains { $0.address == report.to && $0.roles.contains(role) }
            },
            "and was told at the same moment"
        )
    }
}
