// When clocks want a look, and how busy people are: caches that no writer can forget.

import Desk
import Foundation
import Store
import TestSupport
import Testing

@Suite("Clocks in the store")
struct ClockTests {
    private let later = Sample.now + 86_400

    @Test("every event asks for a look at once, whoever wrote it")
    func events() throws {
        let place = try Workplace()
        let number = try place.openTicket(1, letters: ["ack"])
        #expect(try due(place) == [number])
        try setNextLook(place, number, later)
        #expect(try due(place).isEmpty)
        #expect(try place.store.nextTickMoment() == later)
        // The outbox tells the ticket that its letter has left.
        let letter = try #require(try place.store.dueLetters(at: Sample.now, limit: 1).first)
        try place.store.beginSending([letter.row], at: Sample.now)
        try place.store.record([(letter.row, .done(note: ""))], at: Sample.now)
        #expect(try due(place) == [number])
    }

    @Test("a look that found nothing to do ever is not asked for again")
    func never() throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        try setNextLook(place, number, nil)
        #expect(try place.store.nextTickMoment() == nil)
        #expect(try place.reader().nextLooks() == [number: nil])
    }

    @Test("other settings ask for a look at every ticket, the same ones at none")
    func settings() throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        try place.store.reckonClocks(by: "one")
        try setNextLook(place, number, later)
        try place.store.reckonClocks(by: "one")
        #expect(try due(place).isEmpty)
        try place.store.reckonClocks(by: "two")
        #expect(try due(place) == [number])
    }

    @Test("a letter goes on from the mails of the client’s people, and from no other’s")
    func thread() throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        let second = try place.keep(2).id
        try place.file(Sample.joining(number, with: second))
        for (uid, author) in [(3, Sample.stranger), (4, Sample.address("karim@mileo.example"))] {
            let mail = try place.keep(UInt32(uid)).id
            var plan = Sample.joining(number, with: mail, by: author)
            plan.events = [Sample.event(.heard(mail, from: author))]
            try place.file(plan)
        }
        var thread: [MessageID] = []
        try place.store.filing { transaction in
            thread = try transaction.clockedTicket(number)?.thread ?? []
        }
        #expect(thread.last == Sample.id("mail-\(second.row)@client.example"))
    }

    @Test("loads follow tickets from desk to desk and out of the house")
    func loads() throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        let (one, other) = (Sample.address("karim@mileo.example"), Sample.client)
        try add(place, number, .assigned(one, reason: ""))
        #expect(try place.reader().staffLoads()[one]?.openTickets == 1)
        try add(place, number, .assigned(other, reason: ""))
        #expect(try open(place, one, other) == [0, 1])
        try add(place, number, .moved(.closed, reason: ""))
        #expect(try open(place, one, other) == [0, 0])
        try add(place, number, .moved(.open, reason: ""))
        #expect(try open(place, one, other) == [0, 1])
    }

    @Test("what people have ordered counts nowhere, and a broken promise for its address alone")
    func counted() throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        let kinds: [LetterKind] = [.savAcknowledgement, .answer, .visitPlanned, .breach, .closed]
        var counts: [Int] = []
        try place.store.filing { transaction in
            let letters = kinds.map { Sample.letter($0.rawValue, about: number, kind: $0) }
            try transaction.carryOut([], on: number, letters: letters, at: Sample.now)
            let recent = try transaction.recentLetters(
                to: Sample.client,
                about: number,
                at: Sample.now
            )
            counts = [recent.onTicket, recent.toAddress]
        }
        #expect(counts == [2, 3])
    }

    @Test("a desk is found by its people: what is owed, what waits, what is new, what was closed")
    func desk() throws {
        let place = try Workplace()
        let (karim, ines) = (
            Sample.address("karim@mileo.example"), Sample.address("ines@mileo.example")
        )
        var numbers: [TicketNumber] = []
        for uid in UInt32(1)...5 { numbers.append(try place.openTicket(uid)) }
        for (number, person) in zip(numbers, [karim, karim, ines, karim, karim]) {
            try add(place, number, .assigned(person, reason: ""))
        }
        try add(place, numbers[1], .moved(.waitingClient, reason: ""))
        try add(place, numbers[4], .moved(.closed, reason: ""))
        let owed: [Date?] = [later, Sample.now - 60, Sample.now - 60, later + 60, Sample.now]
        for (number, promised) in zip(numbers, owed) {
            try setNextLook(place, number, later, promised: promised)
        }
        let own = try desk(place, [karim])
        #expect(
            own.promised == [numbers[1], numbers[4], numbers[0]],
            "the longest due first, not too early, and a call about what is closed"
        )
        #expect(own.promisedCount == 3)
        #expect(own.waiting == [numbers[1]] && own.waitingCount == 1)
        #expect(own.new == [numbers[0], numbers[1], numbers[3]] && own.newCount == 3)
        #expect(own.open == 3 && own.closed == 1)
        let both = try desk(place, [karim, ines], limit: 1)
        #expect(both.promised.count == 1 && both.promisedCount == 4)
        #expect(both.open == 4)
        #expect(try desk(place, [Sample.client]) == StaffDesk())
        #expect(try desk(place, []) == StaffDesk())
        // A question about the closing waits for its client, too.
        try add(place, numbers[0], .moved(.resolved, reason: ""))
        #expect(try desk(place, [karim]).waiting == [numbers[0], numbers[1]])
        // What nobody has lies on every desk that asks for it.
        let alone = try place.openTicket(6)
        try setNextLook(place, alone, later, promised: Sample.now - 90)
        #expect(try desk(place, [ines]).promised == [numbers[2]])
        #expect(try desk(place, [ines], withUnassigned: true).promised == [alone, numbers[2]])
    }

    private func desk(
        _ place: Workplace,
        _ people: [EmailAddress],
        withUnassigned: Bool = false,
        limit: Int = 50
    ) throws -> StaffDesk {
        var desk = StaffDesk()
        try place.store.filing { transaction in
            desk = try transaction.desk(
                of: people,
                withUnassigned: withUnassigned,
                promisedBefore: later + 1,
                openedSince: Sample.now - 86_400,
                limit: limit
            )
        }
        return desk
    }

    private func open(_ place: Workplace, _ people: EmailAddress...) throws -> [Int] {
        let loads = try place.reader().staffLoads()
        return people.map { loads[$0]?.openTickets ?? 0 }
    }

    private func add(_ place: Workplace, _ number: TicketNumber, _ fact: TicketFact) throws {
        try place.store.filing { transaction in
            try transaction.carryOut(
                [Sample.event(fact)],
                on: number,
                letters: [],
                at: Sample.now
            )
        }
    }

    private func due(_ place: Workplace) throws -> [TicketNumber] {
        var found: [TicketNumber] = []
        try place.store.filing { found = try $0.ticketsDue(at: Sample.now, limit: 10) }
        return found
    }

    private func setNextLook(
        _ place: Workplace,
        _ number: TicketNumber,
        _ moment: Date?,
        promised: Date? = nil
    ) throws {
        try place.store.filing { try $0.setNextLook(at: number, moment, promised: promised) }
    }
}
