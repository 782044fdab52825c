// Orders about whole tickets: what they change, and what they refuse.

import Foundation
import Testing

@testable import Desk

@Suite("Merging and splitting")
struct MergingTests {
    private func ticket(
        _ sequence: Int,
        by address: String = "a.roy@client.example",
        prefix: String = "SAV",
        facts: [TicketFact] = []
    ) throws -> Ticket {
        let number = try DeskWorld.number(sequence, prefix: prefix)
        let opening = TicketOpening(
            number: number,
            procedure: prefix == "SAV" ? .sav : .complaint,
            mailbox: try #require(MailboxName("sav")),
            mail: MailID(Int64(sequence)),
            requester: NamedAddress(try DeskWorld.address(address)),
            subject: "Caméra",
            language: .french,
            isQuiet: false
        )
        let events = ([.opened(opening)] + facts).map { TicketEvent(at: DeskWorld.monday, $0) }
        return try #require(Ticket(folding: events))
    }

    private func folded(_ ticket: Ticket, _ orders: [TicketEvents]) -> Ticket {
        var ticket = ticket
        for order in orders where order.number == ticket.number {
            for event in order.events { ticket.apply(event) }
        }
        return ticket
    }

    @Test("the survivor goes on for both: people, class, urgency")
    func merging() throws {
        let one = try ticket(
            1,
            by: "b.roy@client.example",
            facts: [.classified(criticality: .critical, urgent: false, reason: "")]
        )
        let other = try ticket(
            2,
            facts: [.classified(criticality: .standard, urgent: false, reason: "")]
        )
        let orders = try merge(one, into: other, at: DeskWorld.monday)
        let gone = folded(one, orders)
        let kept = folded(other, orders)
        #expect(gone.state == .closed)
        #expect(gone.survivor == other.number)
        #expect(kept.criticality == .critical)
        #expect(kept.participants.map(\.text) == ["a.roy@client.example", "b.roy@client.example"])
        #expect(gone.impossibleEvents + kept.impossibleEvents == 0)
    }

    @Test("a closed survivor opens again for one that is under way")
    func reopening() throws {
        let over = try ticket(2, facts: [.moved(.closed, reason: "")])
        let orders = try merge(ticket(1), into: over, at: DeskWorld.monday)
        #expect(folded(over, orders).state == .open)
    }

    @Test("refuses what would break a promise or show one client another's business")
    func refusals() throws {
        let one = try ticket(1)
        #expect(throws: OrderRefusal.self) { try merge(one, into: one, at: DeskWorld.monday) }
        let complaint = try ticket(2, prefix: "REC")
        #expect(throws: OrderRefusal.self) {
            try merge(one, into: complaint, at: DeskWorld.monday)
        }
        let foreign = try ticket(3, by: "x@other.example")
        #expect(throws: OrderRefusal.self) { try merge(one, into: foreign, at: DeskWorld.monday) }
        let orders = try merge(one, into: foreign, acrossClients: true, at: DeskWorld.monday)
        let gone = folded(one, orders)
        #expect(throws: OrderRefusal.self) { try merge(gone, into: foreign, at: DeskWorld.monday) }
        #expect(throws: OrderRefusal.self) { try merge(foreign, into: gone, at: DeskWorld.monday) }
        let public1 = try ticket(4, by: "a@gmail.com")
        let public2 = try ticket(5, by: "b@gmail.com")
        #expect(throws: OrderRefusal.self) {
            try merge(public1, into: public2, at: DeskWorld.monday)
        }
    }

    @Test("a mail that is split off opens a ticket that is linked to the old one")
    func splitting() throws {
        let old = try ticket(1)
        let number = try DeskWorld.number(9)
        let reading = try DeskWorld.reading(
            try DeskWorld.mail(subject: "Portail", text: "Le portail reste ouvert la nuit.")
        )
        let orders = try split(
            MailID(8),
            off: old,
            reading: reading,
            number: number,
            at: DeskWorld.monday
        )
        let new = try #require(Ticket(folding: orders[0].events))
        #expect(new.number == number)
        #expect(new.opening.subject == "Portail")
        #expect(new.criticality != nil)
        #expect(
            orders[0].events.contains {
                $0.fact == .linked(TicketLink(old.number, .split))
            }
        )
        #expect(orders[1].events.map(\.fact) == [.splitOff(MailID(8), to: number)])
        // The subject of our letter says nothing of what is new.
        let reply = try DeskWorld.reading(
            try DeskWorld.mail(
                subject: "Re: [\(old.number.text)] Accusé de réception : Caméra",
                text: "Bonjour,\n\nAutre chose : le badge 12 ne marche plus.\n"
            )
        )
        let other = try split(
            MailID(8),
            off: old,
            reading: reply,
            number: number,
            at: DeskWorld.monday
        )
        let subject = Ticket(folding: other[0].events)?.opening.subject
        #expect(subject == "Autre chose : le badge 12 ne marche plus.")
        #expect(throws: OrderRefusal.self) {
            try split(MailID(1), off: old, reading: reading, number: number, at: DeskWorld.monday)
        }
    }

    @Test("staff alone lower a class")
    func lowering() throws {
        let one = try ticket(
            1,
            facts: [.classified(criticality: .critical, urgent: false, reason: "")]
        )
        let orders = try reclassify(
            one,
            as: .informational,
            because: "a question",
            at: DeskWorld.monday
        )
        #expect(folded(one, orders).criticality == .informational)
        #expect(throws: OrderRefusal.self) {
            try reclassify(one, as: .critical, because: "", at: DeskWorld.monday)
        }
        let complaint = try ticket(2, prefix: "REC")
        #expect(throws: OrderRefusal.self) {
            try reclassify(complaint, as: .critical, because: "", at: DeskWorld.monday)
        }
    }

    @Test("every fact survives its stored form")
    func records() throws {
        let name = try #require(ClientName("Ateliers Roy"))
        let number = try DeskWorld.number(3)
        let people = try ["a@client.example", "b@client.example"].map(DeskWorld.address)
        let facts: [TicketFact] =
            TicketRelation.allCases.map { .linked(TicketLink(number, $0)) } + [
                .heard(MailID(3), from: people[0]), .recognised(name, contract: nil),
                .recognised(name, contract: .premium), .merged(into: number),
                .absorbed(number, participants: people), .absorbed(number, participants: []),
                .splitOff(MailID(3), to: number),
            ]
        for fact in facts { #expect(FactRecord(fact).fact == fact) }
    }
}
