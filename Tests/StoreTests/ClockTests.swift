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
        _ moment: Date?
    ) throws {
        try place.store.filing { try $0.setNextLook(at: number, moment) }
    }
}
