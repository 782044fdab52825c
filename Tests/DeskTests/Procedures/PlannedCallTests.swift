// #rappel: whoever looks after a dossier is reminded of a call at its moment, within the hours, and
// finds it in the morning's list; and what a client is told of a date that has passed.

import Foundation
import Testing

@testable import Desk

@Suite("Planned calls and missed dates")
struct PlannedCallTests {
    private let monday = DeskWorld.monday
    private let name: LetterNaming = { kind, cause in
        MessageID("\(kind.rawValue).\(cause)@mileo.example")
    }

    private func file(_ facts: [TicketFact]) throws -> ProcedureCase {
        let hugo = try DeskWorld.address("hugo.blin@mileo.example")
        let all = [.assigned(hugo, reason: "")] + facts
        let events =
            [try DeskWorld.openedEvent(at: monday)]
            + all.map { TicketEvent(at: monday + 60, $0) }
        return try #require(ClockedTicket(events: events).file(in: DeskWorld.house()))
    }

    private func call(at date: Date) throws -> TicketFact {
        let hugo = try DeskWorld.address("hugo.blin@mileo.example")
        return .staff(.callPlanned(by: hugo, at: date, note: "le portail"))
    }

    private func reminders(_ file: ProcedureCase, at now: Date) -> [ProcedureLetter] {
        look(at: file, now, name: name).plan.letters.filter { $0.kind == .transcript }
    }

    @Test("remind the handler at their moment, once, and not before")
    func reminds() throws {
        let nine30 = monday + 23.5 * 3600
        let file = try file([call(at: nine30)])
        #expect(reminders(file, at: nine30 - 60).isEmpty)
        let letter = try #require(reminders(file, at: nine30).first)
        #expect(letter.to?.text == "hugo.blin@mileo.example")
        #expect(letter.notBefore == nine30)
        #expect(letter.matter.text.contains("le portail"))
        let told = look(at: file, nine30, name: name).plan.events
        #expect(reminders(file.adding(told), at: nine30 + 60).isEmpty)
    }

    @Test("outside the hours remind before the office closes, or when it opens")
    func outside() throws {
        let evening = try file([call(at: monday + 9 * 3600)])
        #expect(reminders(evening, at: monday + 7.75 * 3600).count == 1, "17:45 for 19:00")
        let early = try file([call(at: monday + 21 * 3600)])
        #expect(reminders(early, at: monday + 21 * 3600).isEmpty, "07:00")
        #expect(reminders(early, at: monday + 22.5 * 3600).count == 1, "08:30")
    }

    @Test("of a client of a closed dossier are remembered too: a bad note comes after the closing")
    func closed() throws {
        let at = monday + 4 * 3600
        let after = try file([.moved(.closed, reason: ""), call(at: at)])
        #expect(reminders(after, at: at).count == 1)
        let before = try file([call(at: at), .moved(.closed, reason: "")])
        #expect(reminders(before, at: at).isEmpty)
    }

    @Test("stand in the morning's list with subject and client, and wake the index")
    func morning() throws {
        let file = try file([call(at: monday + 60)])
        let list = file.morningList(before: monday + 3600, at: monday)
        let row = try #require(list.first { $0.key.name.text == "client-call" })
        #expect(row.subject == "Caméra")
        #expect(row.client?.name == "Alice Roy")
        #expect(look(at: file, monday, name: name).rest.owed == monday + 60)
    }

    @Test("what nobody is designated for is owed as well, and says so")
    func unassigned() throws {
        let events = [
            try DeskWorld.openedEvent(at: monday),
            TicketEvent(
                at: monday,
                .classified(criticality: .standard, urgent: false, reason: "")
            ),
        ]
        let file = try #require(ClockedTicket(events: events).file(in: DeskWorld.house()))
        #expect(look(at: file, monday, name: name).rest.owed != nil)
        let list = file.morningList(before: monday + 86_400, at: monday)
        #expect(!list.isEmpty && list.allSatisfy(\.isUnassigned))
    }

    @Test("a client who asks reads the date that was missed beside the one that comes next")
    func missed() throws {
        let own = PersonalMessage(by: try hugo())
        let file = try file([
            .classified(criticality: .standard, urgent: false, reason: ""),
            .answer(.progressTold(own, next: monday + 3600)),
            .answer(.visitPlanned(own, at: monday + 2 * 86_400)),
        ])
        let dossier = LetterDossier(file, at: monday + 7200)
        #expect(dossier.late?.due == monday + 3600)
        #expect(dossier.late?.key.name.text == "next-news")
        #expect(dossier.next?.due == monday + 2 * 86_400)
        #expect(LetterDossier(file, at: monday + 1800).late == nil)
    }

    private func hugo() throws -> EmailAddress {
        try DeskWorld.address("hugo.blin@mileo.example")
    }
}
