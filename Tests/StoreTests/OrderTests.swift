// Orders about whole tickets, carried out in the store: follow-ups land where they belong.

import Desk
import Foundation
import Store
import Testing

@Suite("Orders about tickets")
struct OrderTests {
    @Test("a merged ticket's number and mails lead to the survivor")
    func merging() throws {
        let place = try Workplace()
        for uid in 1...2 as ClosedRange<UInt32> { try place.openTicket(uid) }
        try place.store.ordering { orders in
            let one = try #require(try orders.ticket(Sample.number(1)))
            let other = try #require(try orders.ticket(Sample.number(2)))
            try orders.carryOut(merge(one, into: other, at: Sample.now))
        }
        let mail = try place.keep(3, content: "a")
        var question = Sample.question("a", parents: ["mail-1@client.example"])
        question.sealed = [Sample.number(1)]
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.sealed.map(\.number) == [Sample.number(2)])
        #expect(answer.parents.map(\.ticket.number) == [Sample.number(2)])
        #expect(try place.reader().dossier(Sample.number(1))?.ticket.state == .closed)
    }

    @Test("a mail that was split off takes its answers with it")
    func splitting() throws {
        let place = try Workplace()
        try place.openTicket(1)
        let second = try place.keep(2)
        try place.file(Sample.joining(Sample.number(1), with: second.id))
        try place.store.ordering { orders in
            #expect(try orders.ticket(of: second.id) == Sample.number(1))
            let number = try orders.nextNumber(prefix: "SAV", year: 2026)
            #expect(number == Sample.number(2))
            let opening = TicketOpening(
                number: number,
                procedure: .sav,
                mailbox: Sample.sav,
                mail: second.id,
                requester: NamedAddress(Sample.client),
                subject: "Portail",
                language: .french,
                isQuiet: false
            )
            try orders.carryOut([
                TicketEvents(number, [Sample.event(.opened(opening))]),
                TicketEvents(
                    Sample.number(1),
                    [Sample.event(.splitOff(second.id, to: number))]
                ),
            ])
        }
        let mail = try place.keep(3, content: "a")
        let question = Sample.question("a", parents: ["mail-\(second.id.row)@client.example"])
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.parents.map(\.ticket.number) == [Sample.number(2)])
        #expect(try place.reader().dossier(Sample.number(2))?.mails.count == 1)
    }

    @Test("an order that is refused half-way changes nothing")
    func refused() throws {
        struct Refusal: Error {}
        let place = try Workplace()
        try place.openTicket(1)
        #expect(throws: Refusal.self) {
            try place.store.ordering { orders in
                let event = Sample.event(.moved(.closed, reason: ""))
                try orders.carryOut([TicketEvents(Sample.number(1), [event])])
                throw Refusal()
            }
        }
        #expect(try place.reader().dossier(Sample.number(1))?.ticket.state == .new)
    }
}
