// Stage "ask": what the store knows of a mail's past.

import Desk
import Foundation
import Store
import Testing

@Suite("What is known of a mail's past")
struct AnswerTests {
    @Test("is nothing for the first mail of all")
    func nothing() throws {
        let place = try Workplace()
        let mail = try place.keep(1, content: "a")
        var nothing = ThreadAnswer()
        nothing.asOf = Sample.now
        #expect(try place.answer(Sample.question("a"), for: mail.id) == nothing)
    }

    @Test("names the first filed mail of the same content, with its ticket")
    func original() throws {
        let place = try Workplace()
        let first = try place.keep(1, content: "a")
        try place.file(Sample.opening(Sample.number(1), with: first.id))
        let second = try place.keep(2, content: "a")
        var quiet = Sample.plan(second.id, .fileQuiet)
        quiet.ticket = Sample.number(1)
        try place.file(quiet)
        let third = try place.keep(3, content: "a")
        let known = KnownMail(mail: first.id, ticket: Sample.number(1))
        #expect(try place.answer(Sample.question("a"), for: third.id).original == known)
    }

    @Test("names a quarantined original without a ticket")
    func quarantined() throws {
        let place = try Workplace()
        let first = try place.keep(1, content: "a")
        try place.file(Sample.plan(first.id, .quarantine))
        let second = try place.keep(2, content: "a")
        let known = KnownMail(mail: first.id, ticket: nil)
        #expect(try place.answer(Sample.question("a"), for: second.id).original == known)
    }

    @Test("does not count an original that waits or is on hold; a filed copy then counts for it")
    func unfiledOriginal() throws {
        let place = try Workplace()
        let first = try place.keep(1, content: "a")
        let second = try place.keep(2, content: "a")
        #expect(try place.answer(Sample.question("a"), for: second.id).original == nil)
        try place.store.hold(first.id, reason: "stuck")
        #expect(try place.answer(Sample.question("a"), for: second.id).original == nil)
        try place.file(Sample.opening(Sample.number(1), with: second.id))
        let known = KnownMail(mail: second.id, ticket: Sample.number(1))
        #expect(try place.answer(Sample.question("a"), for: first.id).original == known)
    }

    @Test("names the nearest parent that is on a ticket, and its author")
    func parents() throws {
        let place = try Workplace()
        for uid in 1...2 as ClosedRange<UInt32> {
            let mail = try place.keep(uid)
            var plan = Sample.opening(Sample.number(Int(uid)), with: mail.id)
            plan.record.messageID = Sample.id("m\(uid)@client.example")
            plan.record.sender = NamedAddress(uid == 1 ? Sample.client : Sample.stranger)
            try place.file(plan)
        }
        let set = try place.keep(3)
        var aside = Sample.plan(set.id, .quarantine)
        aside.record.messageID = Sample.id("aside@client.example")
        try place.file(aside)
        let mail = try place.keep(4, content: "a")
        let question = Sample.question(
            "a",
            parents: ["aside", "no", "m2", "m1"].map { "\($0)@client.example" }
        )
        let parent = try #require(try place.answer(question, for: mail.id).parents.first)
        #expect(parent.id.text == "m2@client.example")
        #expect(parent.author == Sample.stranger)
        #expect(parent.ticket.number == Sample.number(2))
    }

    @Test("takes the first of several mails that bear one Message-ID")
    func stolenID() throws {
        let place = try Workplace()
        for uid in 1...2 as ClosedRange<UInt32> {
            let mail = try place.keep(uid)
            var plan = Sample.opening(Sample.number(Int(uid)), with: mail.id)
            plan.record.messageID = Sample.id("known@client.example")
            try place.file(plan)
        }
        let mail = try place.keep(3, content: "a")
        let question = Sample.question("a", parents: ["known@client.example"])
        let parent = try place.answer(question, for: mail.id).parents.first
        #expect(parent?.ticket.number == Sample.number(1))
    }

    @Test("lists the sealed and the mentioned tickets that exist, in the question's order")
    func tickets() throws {
        let place = try Workplace()
        for uid in 1...3 as ClosedRange<UInt32> { try place.openTicket(uid) }
        let mail = try place.keep(4, content: "a")
        var question = Sample.question("a")
        question.sealed = [3, 9, 1].map { Sample.number($0) }
        question.mentioned = [2, 3].map { Sample.number($0) } + [Sample.number(2, prefix: "REC")]
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.sealed.map(\.number) == [3, 1].map { Sample.number($0) })
        #expect(answer.mentioned.map(\.number) == [2, 3].map { Sample.number($0) })
        let summary = try #require(answer.sealed.first)
        #expect(summary.participants == [Sample.client])
        #expect(summary.mailbox == Sample.sav)
        #expect(summary.subject == "Panne de climatisation")
    }

    @Test("counts the letters of the last 24 hours to an address, by ticket, case set aside")
    func letters() throws {
        let place = try Workplace()
        let day: TimeInterval = 24 * 3_600
        for (uid, age) in zip(UInt32(1)..., [0, day - 1, day + 1]) {
            let mail = try place.keep(uid)
            let number = Sample.number(Int(uid))
            let letter = Sample.letter(
                "letter-\(uid)",
                about: number,
                queuedAt: Sample.now.addingTimeInterval(-age)
            )
            let other = Sample.letter("other-\(uid)", about: number, to: Sample.stranger)
            try place.file(Sample.opening(number, with: mail.id), letters: [letter, other])
        }
        let mail = try place.keep(9, content: "a")
        var question = Sample.question("a")
        question.correspondent = Sample.address("A.MARTIN@client.EXAMPLE")
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.lettersByTicket == [Sample.number(1): 1, Sample.number(2): 1])
        #expect(answer.lettersToCorrespondent == 2)
        question.correspondent = nil
        #expect(try place.answer(question, for: mail.id).lettersToCorrespondent == 0)
    }

    @Test("counts the letters of the last hour to a domain, and to anybody")
    func lettersOfTheHour() throws {
        let place = try Workplace()
        for (uid, age) in zip(UInt32(1)..., [3_601, 3_599, 0] as [TimeInterval]) {
            let mail = try place.keep(uid)
            let number = Sample.number(Int(uid))
            let moment = Sample.now.addingTimeInterval(-age)
            let letters = [Sample.client, Sample.stranger].enumerated().map { index, address in
                Sample.letter(
                    "letter-\(uid)-\(index)",
                    about: number,
                    to: address,
                    queuedAt: moment
                )
            }
            try place.file(Sample.opening(number, with: mail.id), letters: letters)
        }
        let mail = try place.keep(9, content: "a")
        var question = Sample.question("a")
        question.correspondent = Sample.address("somebody.else@CLIENT.example")
        let answer = try place.answer(question, for: mail.id)
        #expect(answer.lettersToCorrespondent == 0)
        #expect(answer.lettersToDomain == 2)
        #expect(answer.lettersToAnybody == 4)
    }

    @Test("does not count letters that failed")
    func failedLetters() throws {
        let place = try Workplace()
        try place.openTicket(1, letters: ["ack"])
        try place.store.cancelLetter(place.onlyLetter().row, at: Sample.now)
        let mail = try place.keep(2, content: "a")
        #expect(try place.answer(Sample.question("a"), for: mail.id).lettersToCorrespondent == 0)
    }
}
