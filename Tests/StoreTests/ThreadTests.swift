// What the store knows of threads beyond parents: siblings of a parent that never came, mergers,
// repeats, namesakes.

import Desk
import Foundation
import Store
import Testing

@Suite("Threads in the store")
struct ThreadTests {
    private static let ghost = Sample.id("ghost@client.example")

    private func open(_ uid: UInt32, in place: Workplace, referringTo ids: [MessageID]) throws {
        let mail = try place.keep(uid)
        var plan = Sample.opening(Sample.number(Int(uid)), with: mail.id)
        plan.record.references = ids
        try place.file(plan)
    }

    @Test("mails that refer to a mail that never came find each other")
    func siblings() throws {
        let place = try Workplace()
        try open(1, in: place, referringTo: [Self.ghost])
        let mail = try place.keep(2, content: "a")
        let question = Sample.question("a", parents: [Self.ghost.text])
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.parents.isEmpty)
        #expect(answer.siblings.map(\.ticket.number) == [Sample.number(1)])
        #expect(answer.siblings.first?.id == Self.ghost)
    }

    @Test("a parent that comes late finds its answer")
    func lateParent() throws {
        let place = try Workplace()
        try open(1, in: place, referringTo: [Self.ghost])
        let mail = try place.keep(2, content: "a")
        var question = Sample.question("a")
        question.ownID = Self.ghost
        #expect(
            try place.answer(question, for: mail.id).siblings.map(\.ticket.number)
                == [Sample.number(1)]
        )
    }

    @Test("nobody takes an unknown id from its owner by claiming it first")
    func claimed() throws {
        let place = try Workplace()
        for uid in 1...9 as ClosedRange<UInt32> {
            try open(uid, in: place, referringTo: [Self.ghost])
        }
        let mail = try place.keep(10, content: "a")
        let question = Sample.question("a", parents: [Self.ghost.text])
        let found = try place.answer(question, for: mail.id).siblings.map(\.ticket.number)
        #expect(found == (1...3).map { Sample.number($0) })
    }

    @Test("references to a hundred tickets give five")
    func hundredParents() throws {
        let place = try Workplace()
        for uid in 1...30 as ClosedRange<UInt32> { try place.openTicket(uid) }
        let mail = try place.keep(31, content: "a")
        let ids = (1...30).reversed().map { "mail-\($0)@client.example" }
        let answer = try place.answer(Sample.question("a", parents: ids), for: mail.id)
        #expect(answer.parents.count == ThreadQuestion.ticketsMaximum)
        #expect(answer.parents.first?.ticket.number == Sample.number(30))
    }

    @Test("a merged ticket answers with its survivor, and circles end")
    func merged() throws {
        let place = try Workplace()
        for uid in 1...3 as ClosedRange<UInt32> { try place.openTicket(uid) }
        for (one, other) in [(1, 2), (2, 3)] {
            try merge(one, into: other, in: place, uid: UInt32(10 + one))
        }
        let mail = try place.keep(20, content: "a")
        var question = Sample.question("a")
        question.mentioned = [Sample.number(1)]
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.mentioned.map(\.number) == [Sample.number(3)])
        #expect(answer.merged == [Sample.number(1): Sample.number(3)])
        try merge(3, into: 1, in: place, uid: 13)
        #expect(try place.answer(question, for: mail.id).mentioned.count == 1)
    }

    private func merge(_ one: Int, into other: Int, in place: Workplace, uid: UInt32) throws {
        let mail = try place.keep(uid)
        var plan = Sample.plan(mail.id, .fileQuiet)
        plan.ticket = Sample.number(one)
        plan.events = [Sample.event(.merged(into: Sample.number(other)))]
        try place.file(plan)
    }

    @Test("lists the sender's tickets of the window, the latest first")
    func recent() throws {
        let place = try Workplace()
        for uid in 1...3 as ClosedRange<UInt32> { try place.openTicket(uid) }
        let mail = try place.keep(4, content: "a")
        var question = Sample.question("a")
        #expect(try place.answer(question, for: mail.id).recent.isEmpty)
        question.repeatSeconds = 3_600
        #expect(try place.answer(question, for: mail.id).recent.count == 3)
        question.sender = Sample.stranger
        #expect(try place.answer(question, for: mail.id).recent.isEmpty)
    }

    @Test("knows an earlier mail under the same Message-ID")
    func namesake() throws {
        let place = try Workplace()
        try place.openTicket(1)
        let mail = try place.keep(2, content: "a")
        var question = Sample.question("a")
        question.ownID = Sample.id("mail-1@client.example")
        let found = try place.answer(question, for: mail.id).namesake
        #expect(found?.ticket == Sample.number(1))
    }

    @Test("a link is found from both ends")
    func links() throws {
        let place = try Workplace()
        try place.openTicket(1)
        let mail = try place.keep(2)
        var plan = Sample.opening(Sample.number(2), with: mail.id)
        plan.events.append(Sample.event(.linked(TicketLink(Sample.number(1), .stranger))))
        try place.file(plan)
        let reader = try place.reader()
        #expect(try reader.links(of: Sample.number(2)).map(\.other) == [Sample.number(1)])
        #expect(try reader.links(of: Sample.number(1)).map(\.isIncoming) == [true])
    }
}
