// The tick against time that does not run smoothly: stops of any length, repeated ticks, disabled
// promises, many tickets at once; and against histories that nobody would write.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("Tick")
struct TickTests {
    @Test("tells once and merged what a long stop has made late")
    func late() throws {
        // Asked for a visit, promised a date, gave no answer: all late when the service comes back.
        let karim = try ScenarioHouse.address("karim")
        let message = PersonalMessage(by: karim)
        let history = [
            try DeskWorld.openedEvent(),
            event(60, .classified(criticality: .critical, urgent: false, reason: "")),
            event(120, .answer(.visitNeeded(by: karim))),
            event(180, .answer(.visitPlanned(message, at: DeskWorld.monday + 7200))),
            event(240, .answer(.progressTold(message, next: DeskWorld.monday + 9000))),
            event(300, .moved(.open, reason: "")),
        ]
        let now = DeskWorld.monday + 30 * 86_400
        let plan = due(try file(history, contract: .premium), at: now, name: name)
        let letters = plan.letters.filter { $0.to == nil }
        #expect(letters.map(\.kind) == [.breach], "one letter for the client")
        #expect(
            Set(letters.first?.matter.promises.map(\.key.name.text) ?? [])
                == ["visit", "visit-date", "next-news"]
        )
        #expect(plan.letters.filter { $0.kind == .reminder }.isEmpty, "too late to warn")
        let managers = plan.letters.filter { $0.kind == .breachReport }
        #expect(Set(managers.map(\.to)).count == managers.count, "one report for each person")
        let after = history + plan.events
        #expect(due(try file(after, contract: .premium), at: now, name: name).isEmpty)
        #expect(try file(after, contract: .premium).nextMoment(at: now) == nil)
    }

    @Test("skips the lower of two warnings that have passed")
    func warnings() throws {
        let history = [
            try DeskWorld.openedEvent(),
            event(0, .classified(criticality: .standard, urgent: false, reason: "")),
        ]
        // Opened at 10:00: 70 % is at 13:48, 90 % at 14:36, due at 15:00.
        let now = DeskWorld.monday + 4.8 * 3600
        let plan = due(try file(history), at: now, name: name)
        let warned = plan.events.compactMap { event -> Int? in
            guard case .promise(.warned(let key, let percent)) = event.fact,
                key.name.text == "first-answer"
            else { return nil }
            return percent
        }
        #expect(warned == [90])
        #expect(plan.letters.filter { $0.kind == .reminder }.count == 1)
    }

    @Test("tells the author, once, that a message did not reach the client")
    func losses() throws {
        let (karim, ines) = (try ScenarioHouse.address("karim"), try ScenarioHouse.address("ines"))
        let letter = try #require(MessageID("answer@mileo.example"))
        let other = try #require(MessageID("answer2@mileo.example"))
        let history = [
            try DeskWorld.openedEvent(), event(0, .assigned(karim, reason: "")),
            event(60, .answer(.humanAnswer(PersonalMessage(by: ines, letter: letter)))),
            event(90, .answer(.humanAnswer(PersonalMessage(by: karim, letter: other)))),
            event(95, .staff(.replyRecalled(other, by: karim))),
            event(
                120,
                .letterUndelivered(
                    letter,
                    recipient: nil,
                    status: "5.1.1",
                    reason: "no such user"
                )
            ),
        ]
        let now = DeskWorld.monday + 180
        let lost = try file(history)
        #expect(lost.nextMoment(at: now).map { $0 <= now } == true)
        let plan = due(lost, at: now, name: name)
        let told = plan.letters.filter { $0.kind == .transcript }
        #expect(told.map(\.to) == [ines], "what was stopped by its author is no loss")
        let text = try #require(told.first).matter.text
        #expect(text.hasPrefix("Votre message du lundi 5 octobre 2026"), "\(text)")
        #expect(text.contains("« no such user »"))
        let after = try file(history + plan.events)
        #expect(due(after, at: now, name: name).letters.isEmpty)
    }

    @Test("reminds within the hours of the calendar, and of the share that is over then")
    func shares() throws {
        // An urgent complaint has 48 hours, without a stop; Monday 6 April 2026 is Easter Monday.
        let cases: [(from: String, expected: [String])] = [
            // 70 % and 90 % lie on Good Friday evening and Saturday: brought forward to Friday.
            ("2026-04-02 10:00", ["2026-04-03 17:00: 64 %"]),
            // Due on Sunday: half an hour after the notification, what there is left of the hours.
            ("2026-04-03 17:30", ["2026-04-03 17:45: 0 %"]),
            // Due on Easter Monday, and no hour of business before: at the share itself.
            ("2026-04-04 10:00", ["2026-04-05 19:36: 70 %", "2026-04-06 05:12: 90 %"]),
            // So too where it came after the last closing.
            ("2026-04-03 18:20", ["2026-04-05 03:56: 70 %", "2026-04-05 13:32: 90 %"]),
            // Tuesday brings 90 % in the morning; 70 % is on the holiday.
            ("2026-04-05 12:00", ["2026-04-07 08:30: 92 %"]),
            ("2026-04-07 10:00", ["2026-04-09 08:30: 96 %"]),
        ]
        for (from, expected) in cases {
            var told: [String] = []
            var now = try moment(from)
            let lea = try ScenarioHouse.address("lea")
            var history = [
                try DeskWorld.openedEvent(.complaint, at: now),
                TicketEvent(at: now, .classified(criticality: nil, urgent: true, reason: "")),
                TicketEvent(at: now, .assigned(lea, reason: "")),
                TicketEvent(at: now, .answer(.formalAcknowledgement(PersonalMessage(by: lea)))),
            ]
            let end = now + 47 * 3600
            while let next = try file(history, .complaint).nextMoment(at: now), next < end {
                now = max(now, next)
                let plan = due(try file(history, .complaint), at: now, name: name)
                try #require(!plan.isEmpty)
                history += plan.events
                for letter in plan.letters where letter.kind == .reminder {
                    let shares = letter.matter.promises.map { "\($0.percent ?? 0) %" }
                    let calendar = try ScenarioHouse.house().company.calendar
                    let day = calendar.day(of: now).text
                    let time = calendar.timeOfDay(of: now).text
                    told.append("\(day) \(time): \(shares.joined(separator: ", "))")
                }
            }
            #expect(told == expected, "\(from)")
        }
    }

    // Paris wall time in summer.
    private func moment(_ text: String) throws -> Date {
        let words = text.split(separator: " ").map(String.init)
        let parts = words[1].split(separator: ":").compactMap { Int($0) }
        let calendar = try ScenarioHouse.house().company.calendar
        return calendar.start(of: try #require(CivilDay(words[0])))
            + Double(parts[0] * 3600 + parts[1] * 60)
    }

    @Test("keeps a late warning for the next opening")
    func nightly() throws {
        let history = [
            try DeskWorld.openedEvent(.complaint),
            event(0, .assigned(try ScenarioHouse.address("lea"), reason: "")),
            event(
                3600,
                .answer(.humanAnswer(PersonalMessage(by: try ScenarioHouse.address("lea"))))
            ),
        ]
        // 70 % of the five days is on Friday at 10:39; the service comes back at 22:00.
        let friday = DeskWorld.monday + (4 * 24 + 12) * 3600
        let complaint = try file(history, .complaint)
        let plan = due(complaint, at: friday, name: name)
        #expect(plan.letters.filter { $0.kind == .reminder }.isEmpty)
        let rest = try file(history + plan.events, .complaint)
        let next = try #require(rest.nextMoment(at: friday))
        let calendar = complaint.company.calendar
        #expect(calendar.words(next, in: .english) == "Monday 12 October 2026 at 08:30")
    }

    @Test("is silent about what is disabled, and about quiet tickets")
    func disabled() throws {
        let history = [try DeskWorld.openedEvent()]
        var house = try ScenarioHouse.house()
        for index in house.mailboxes[0].promises.indices {
            house.mailboxes[0].promises[index].isEnabled = false
        }
        let silent = try #require(
            ProcedureCase(events: history, mailbox: house.mailboxes[0], company: house.company)
        )
        let now = DeskWorld.monday + 10 * 86_400
        #expect(silent.states(at: now).isEmpty)
        #expect(silent.nextMoment(at: now) == nil)
        #expect(due(silent, at: now, name: name).isEmpty)
    }

    @Test("gathers the reminders of many tickets into one letter for each person")
    func grouping() throws {
        let history = [
            try DeskWorld.openedEvent(),
            event(0, .assigned(try ScenarioHouse.address("ines"), reason: "")),
        ]
        let plans = try (0..<3).map { _ in
            due(try file(history), at: DeskWorld.monday + 4 * 3600, name: name)
        }
        let (rest, reminders) = grouped(plans)
        #expect(rest.allSatisfy { plan in !plan.letters.contains { $0.kind == .reminder } })
        #expect(rest.map(\.events) == plans.map(\.events))
        let forInes = reminders.filter { $0.kind == .reminder }
        #expect(forInes.count == 1)
        #expect(forInes.first?.matter.promises.count == 3)
        #expect(
            Set(reminders.map { "\($0.kind) \(String(describing: $0.to))" }).count
                == reminders.count
        )
    }

    @Test("comes to rest on any history, however odd", arguments: 0..<60)
    func anyHistory(seed: Int) throws {
        var chance = SeededChance(UInt64(seed))
        let facts =
            try FactFamilyTests.facts() + [
                .moved(.open, reason: ""), .moved(.resolved, reason: ""),
                .moved(.closed, reason: ""),
                .moved(.waitingClient, reason: ""), .joined(MailID(5), from: try client()),
                .joined(MailID(77), from: try client()),
                .classified(criticality: .critical, urgent: true, reason: ""),
                .letterFailed(try #require(MessageID("a@mileo.example")), reason: "no"),
                .assigned(try ScenarioHouse.address("karim"), reason: ""),
            ]
        let procedure: Procedure = seed.isMultiple(of: 2) ? .sav : .complaint
        var history = [try DeskWorld.openedEvent(procedure)]
        var now = DeskWorld.monday
        var fired: Set<String> = []
        for _ in 0..<12 {
            now += Double(Int.random(in: 0..<200_000, using: &chance))
            if let fact = facts.randomElement(using: &chance) {
                history.append(TicketEvent(at: now, fact))
            }
            for _ in 0..<8 {
                let file = try file(history, procedure, contract: .premium)
                guard let next = file.nextMoment(at: now), next <= now else { break }
                let plan = due(file, at: now, name: name)
                #expect(!plan.isEmpty, "seed \(seed): a timer that asks for nothing")
                for letter in plan.letters {
                    let isNew = fired.insert("\(letter.kind) \(letter.cause)").inserted
                    let isOfRun = letter.kind != .handlerReplaced
                    #expect(isNew || !isOfRun, "seed \(seed): \(letter.kind) \(letter.cause) twice")
                }
                history += plan.events
            }
            let file = try file(history, procedure, contract: .premium)
            let next = file.nextMoment(at: now)
            #expect(next.map { $0 > now } ?? true, "seed \(seed): it never comes to rest")
            #expect(file.ticket.impossibleEvents <= history.count)
        }
    }

    @Test("looks at two hundred tickets in far less than a second, even unoptimized")
    func speed() throws {
        let history = [
            try DeskWorld.openedEvent(),
            event(0, .classified(criticality: .standard, urgent: false, reason: "")),
        ]
        let now = DeskWorld.monday + 3600
        let file = try file(history)
        let (moments, seconds) = ProcessorTime.measured {
            (0..<200).compactMap { _ in file.nextMoment(at: now) }
        }
        #expect(moments.count == 200)
        #expect(seconds < 1, "\(seconds) s")
    }

    // MARK: - Parts

    private func event(_ seconds: Double, _ fact: TicketFact) -> TicketEvent {
        TicketEvent(at: DeskWorld.monday + seconds, fact)
    }

    private func client() throws -> EmailAddress { try DeskWorld.address("a.roy@client.example") }

    private let name: LetterNaming = { kind, cause in
        MessageID("\(kind.rawValue).\(cause.utf8.count)@mileo.example")
    }

    private func file(
        _ events: [TicketEvent],
        _ procedure: Procedure = .sav,
        contract: ContractLevel = .essential
    ) throws -> ProcedureCase {
        let house = try ScenarioHouse.house()
        let mailbox = try #require(house.mailboxes.first { $0.procedure == procedure })
        return try #require(
            ProcedureCase(
                events: events,
                mailbox: mailbox,
                company: house.company,
                contract: contract
            )
        )
    }
}
