// A message counts when it leaves, and not at all where it does not arrive.

import Foundation
import Testing

@testable import Desk

@Suite("Messages that leave")
struct LeavingTests {
    @Test("keep a promise at the moment of leaving, and not while they wait")
    func held() throws {
        // Opened at 10:00, due at 15:00; written at 14:59, leaves at 15:01.
        let letter = try #require(MessageID("answer@mileo.example"))
        let written = try [
            DeskWorld.openedEvent(),
            event(0, .classified(criticality: .standard, urgent: false, reason: "")),
            event(17_940, .assigned(karim(), reason: "")),
            event(17_940, .answer(.humanAnswer(PersonalMessage(by: karim(), letter: letter)))),
            event(17_940, .letterQueued(.answer, letter)),
        ]
        let waiting = try first(written, at: 17_950)
        #expect(waiting.isRunning, "it has not left")
        let atDue = try file(written)
        let plan = due(atDue, at: DeskWorld.monday + 18_001, name: name)
        #expect(plan.letters.allSatisfy { $0.kind != .breach }, "it is on its way")
        let late = try first(written + [event(18_060, .letterSent(letter))], at: 18_100)
        #expect(
            late.status
                == .broken(
                    since: DeskWorld.monday + 18_000,
                    madeGoodAt: DeskWorld.monday + 18_060,
                    by: try karim()
                )
        )
        let inTime = try first(written + [event(17_990, .letterSent(letter))], at: 18_100)
        #expect(
            inTime.status
                == .kept(
                    at: DeskWorld.monday + 17_990,
                    through: .humanAnswer,
                    by: try karim()
                )
        )
        let stuck = due(atDue, at: DeskWorld.monday + 19_000, name: name)
        #expect(stuck.letters.contains { $0.kind == .breach }, "it never left")
    }

    @Test("tell the handler of a closing question or reminder that bounced, and close nothing")
    func lostClosing() throws {
        let asked = try #require(MessageID("asked@mileo.example"))
        let reminder = try #require(MessageID("reminder@mileo.example"))
        let beginning = try [
            DeskWorld.openedEvent(),
            event(0, .assigned(karim(), reason: "")),
            event(60, .answer(.humanAnswer(PersonalMessage(by: karim())))),
            event(120, .closing(.asked(PersonalMessage(by: karim(), letter: asked)))),
            event(120, .moved(.resolved, reason: "")),
        ]
        let cases: [(String, [TicketEvent])] = [
            ("Votre demande de clôture", [bounce(of: asked, 200)]),
            (
                "Notre relance de clôture",
                [
                    event(200_000, .closing(.reminded(letter: reminder))),
                    bounce(of: reminder, 200_060),
                ]
            ),
        ]
        for (words, more) in cases {
            let history = beginning + more
            let now = try #require(history.last).at + 1
            let plan = due(try file(history), at: now, name: name)
            let told = plan.letters.filter { $0.kind == .transcript }
            #expect(told.map(\.to) == [try karim()])
            #expect(told.first?.matter.text.hasPrefix(words) == true, "\(words)")
            let later = try file(history + plan.events)
            let owed = later.owed(at: now).map(\.key.name.text)
            #expect(owed.contains("closing-contact"), "it stays on the handler's list")
            let month = due(later, at: now + 30 * 86_400, name: name)
            #expect(month.letters.allSatisfy { $0.kind != .closed })
            #expect(month.letters.contains { $0.kind == .breachReport }, "and is reported")
        }
    }

    @Test("a client who was answered before is not told that the first answer is late")
    func namesAfterReopening() throws {
        let name = try #require(PromiseName("first-answer"))
        let ticket = try DeskWorld.number(1)
        let words = { (number: Int) in
            PromiseMention(ticket: ticket, key: PromiseKey(name, number), due: DeskWorld.monday)
                .words(in: .french, isForClient: true)
        }
        #expect(words(1) == "la première réponse")
        #expect(words(2) == "la réponse à votre nouveau message")
    }

    @Test("the date that a delay brought is no date of mere news")
    func namesAfterDelay() throws {
        let name = try #require(PromiseName("next-news"))
        var mention = PromiseMention(
            ticket: try DeskWorld.number(1),
            key: PromiseKey(name, 1),
            due: DeskWorld.monday
        )
        mention.startedBy = .progressTold
        #expect(mention.words(in: .english, isForClient: true) == "the next news")
        mention.startedBy = .delayAnnounced
        #expect(mention.words(in: .english, isForClient: true) == "the new date that we gave you")
    }

    // MARK: - Parts

    private func karim() throws -> EmailAddress { try ScenarioHouse.address("karim") }

    private func event(_ seconds: Double, _ fact: TicketFact) -> TicketEvent {
        TicketEvent(at: DeskWorld.monday + seconds, fact)
    }

    private func bounce(of letter: MessageID, _ seconds: Double) -> TicketEvent {
        event(
            seconds,
            .letterUndelivered(letter, recipient: nil, status: "5.1.1", reason: "no such user")
        )
    }

    private let name: LetterNaming = { kind, cause in
        MessageID("\(kind.rawValue).\(cause.utf8.count)@mileo.example")
    }

    private func first(_ events: [TicketEvent], at seconds: Double) throws -> PromiseState {
        let states = try file(events).states(at: DeskWorld.monday + seconds)
        return try #require(states.first { $0.key.name.text == "first-answer" })
    }

    private func file(_ events: [TicketEvent]) throws -> ProcedureCase {
        let house = try ScenarioHouse.house()
        let mailbox = try #require(house.mailboxes.first { $0.procedure == .sav })
        return try #require(
            ProcedureCase(events: events, mailbox: mailbox, company: house.company)
        )
    }
}
