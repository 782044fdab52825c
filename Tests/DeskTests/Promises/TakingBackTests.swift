// A closing that is taken back by our own people leaves the promises as they stood: nothing begins
// anew, nobody is told of a breach, and what ran before runs on. A true reopening is another thing.

import Foundation
import Testing

@testable import Desk

@Suite("A closing is taken back")
struct TakingBackTests {
    private struct Bench {
        var counter: StaffMailTests.Counter

        init(isAnswered: Bool) throws {
            counter = try StaffMailTests.Counter()
            add(.classified(criticality: .standard, urgent: false, reason: ""))
            if isAnswered { try write("Bonjour, c’est réparé.", leavesAfter: 150) }
        }

        mutating func add(_ fact: TicketFact) {
            counter.events.append(TicketEvent(at: counter.now, fact))
        }

        // What waits leaves, unless it was stopped.
        mutating func leave(after seconds: TimeInterval) {
            counter.now += seconds
            var gone: Set<MessageID> = []
            var queued: [MessageID] = []
            for event in counter.events {
                switch event.fact {
                case .letterQueued(_, let id): queued.append(id)
                case .letterSent(let id), .staff(.replyRecalled(let id, _)): gone.insert(id)
                default: continue
                }
            }
            for id in queued where !gone.contains(id) { add(.letterSent(id)) }
        }

        @discardableResult
        mutating func write(
            _ text: String,
            answering id: MessageID? = nil,
            leavesAfter seconds: TimeInterval? = nil
        ) throws -> FilingPlan {
            let plan = try counter.write(text, answering: id)
            if let seconds { leave(after: seconds) }
            return plan
        }

        mutating func takeBack(_ plan: FilingPlan, _ word: String) throws {
            let codes = plan.events.compactMap { event in
                if case .staff(.acted(_, _, _, let code, _)) = event.fact { code } else { nil }
            }
            let text = word == "#annuler" ? "#annuler \(codes.last ?? "")" : word
            try write(text, answering: plan.letters.last?.id)
        }

        func file() throws -> ProcedureCase {
            try #require(
                ProcedureCase(
                    events: counter.events,
                    mailbox: counter.house.mailboxes[0],
                    company: counter.house.company
                )
            )
        }

        // The promises by name, with what they run from and until.
        func promises() throws -> [String] {
            try file().states(at: counter.now).map { state in
                "\(state.key.text) \(state.startedAt) \(String(describing: state.due)) "
                    + "\(state.status)"
            }
        }

        // What the clock sends in the days that follow.
        func lettersToClient(within days: Int) throws -> [LetterKind] {
            let naming = letterNaming(
                about: counter.number,
                domain: "mileo.example",
                key: DeskWorld.key
            )
            var bench = self
            var kinds: [LetterKind] = []
            for _ in 0..<(days * 24) {
                bench.counter.now += 3600
                let plan = due(try bench.file(), at: bench.counter.now, name: naming)
                bench.counter.events += plan.events
                kinds += plan.letters.map(\.kind).filter(\.isForClient)
            }
            return kinds
        }
    }

    static let orders: [(text: String, word: String)] = [
        ("#clore accord donné au téléphone\n\nBonjour, je ferme comme convenu.", "stop"),
        ("#résolu\n\nBonjour, tout est en ordre.", "stop"),
        ("#clore accord donné au téléphone\n\nBonjour, je ferme.", "#annuler"),
        ("#clore accord donné au téléphone", "#annuler"),
        ("#résolu", "#annuler"),
        ("#spam", "#annuler"),
    ]

    @Test("After an answer nothing begins anew, and no breach is told", arguments: orders)
    func answered(order: (text: String, word: String)) throws {
        var bench = try Bench(isAnswered: true)
        bench.counter.now += 60
        let before = try bench.promises()
        #expect(before.contains { $0.hasPrefix("first-answer.1") && $0.contains("kept") })
        let plan = try bench.write(order.text)
        bench.counter.now += 40
        try bench.takeBack(plan, order.word)
        #expect(try bench.file().ticket.state == .open)
        #expect(try bench.promises() == before)
        bench.leave(after: 300)
        #expect(try bench.promises() == before, "what has left meanwhile changes nothing")
        #expect(try bench.file().outcome(at: bench.counter.now).reopenings == 0)
        #expect(try bench.lettersToClient(within: 8).isEmpty)
    }

    @Test("The same where the letters of the order had left", arguments: orders.suffix(3))
    func late(order: (text: String, word: String)) throws {
        var bench = try Bench(isAnswered: true)
        let before = try bench.promises()
        let plan = try bench.write(order.text, leavesAfter: 1200)
        try bench.takeBack(plan, order.word)
        #expect(try bench.promises() == before)
        #expect(try bench.lettersToClient(within: 8).isEmpty)
    }

    @Test("A first answer that is still owed is owed by its old deadline", arguments: orders)
    func owed(order: (text: String, word: String)) throws {
        var bench = try Bench(isAnswered: false)
        let old = try bench.file().states(at: bench.counter.now).first { state in
            state.key.text == "first-answer.1"
        }
        let plan = try bench.write(order.text)
        bench.counter.now += 40
        try bench.takeBack(plan, order.word)
        let runs = try bench.file().states(at: bench.counter.now).filter { state in
            state.key.name.text == "first-answer"
        }
        #expect(runs.map(\.due) == [old?.due] && runs.allSatisfy(\.isRunning), "\(runs)")
    }

    @Test("A dossier that is truly opened again has its promise, and loses it where undone")
    func reopened() throws {
        var bench = try Bench(isAnswered: true)
        try bench.write("#clore accord donné au téléphone", leavesAfter: 300)
        let closed = try bench.promises()
        let plan = try bench.write("#rouvrir il a rappelé")
        #expect(try bench.promises().contains { $0.hasPrefix("first-answer.2") })
        #expect(try bench.file().outcome(at: bench.counter.now).reopenings == 1)
        try bench.takeBack(plan, "#annuler")
        #expect(try bench.file().ticket.state == .closed)
        #expect(try bench.promises() == closed)
        #expect(try bench.lettersToClient(within: 3) == [.survey])
    }

    @Test("A client who refuses the closing after one was taken back waits for a first answer")
    func refused() throws {
        var bench = try Bench(isAnswered: true)
        let plan = try bench.write("#résolu\n\nBonjour, tout est en ordre.")
        try bench.takeBack(plan, "stop")
        bench.counter.now += 600
        try bench.write("#résolu", leavesAfter: 600)
        bench.add(.moved(.open, reason: "the client refused the closing"))
        #expect(try bench.promises().contains { $0.hasPrefix("first-answer.2") })
    }

    @Test(
        "A question that was stopped is none: nobody waits for the client",
        arguments: [true, false]
    )
    func question(isAnswered: Bool) throws {
        var bench = try Bench(isAnswered: isAnswered)
        let plan = try bench.write("#attente\n\nBonjour, quel est le numéro du badge ?")
        #expect(try bench.file().ticket.state == .waitingClient)
        bench.counter.now += 40
        let stop = try bench.counter.write("stop", answering: plan.letters.last?.id)
        #expect(try bench.file().ticket.state == .open)
        guard case .list(let rows)? = stop.letters.first?.values["words"] else { return }
        #expect("\(rows)".contains("de nouveau en cours"), "\(rows)")
    }

    @Test("Who waited for the client before the stopped question still does")
    func earlierQuestion() throws {
        var bench = try Bench(isAnswered: true)
        try bench.write("#attente\n\nBonjour, quel est le badge ?", leavesAfter: 600)
        let plan = try bench.write("#attente\n\nBonjour, et quelle est la porte ?")
        try bench.takeBack(plan, "stop")
        #expect(try bench.file().ticket.state == .waitingClient)
    }
}
