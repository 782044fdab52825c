// When a letter is withheld: the bounds' edges, and what a sender asks for.

import Testing

@testable import Desk

@Suite("Letters that are withheld")
struct LetterBoundsTests {
    @Test(
        "each bound holds at its own number",
        arguments: [
            (RecentLetters(onTicket: 2, toAddress: 9, toDomain: 19, toAnybody: 199), nil),
            (RecentLetters(onTicket: 3, toAddress: 3, toDomain: 3, toAnybody: 3), .ticket),
            (RecentLetters(onTicket: 0, toAddress: 10, toDomain: 10, toAnybody: 10), .address),
            (RecentLetters(onTicket: 0, toAddress: 0, toDomain: 20, toAnybody: 20), .domain),
            (RecentLetters(onTicket: 3, toAddress: 10, toDomain: 20, toAnybody: 200), .house),
        ] as [(RecentLetters, LetterBound?)]
    )
    func edges(letters: RecentLetters, bound: LetterBound?) {
        let bounds = LetterBounds(perHour: 200)
        #expect(bounds.bound(reachedBy: letters, isDomainExempt: false) == bound)
        let authenticated = bounds.bound(reachedBy: letters, isDomainExempt: true)
        #expect(authenticated == (bound == .domain ? nil : bound))
    }

    @Test(
        "the word of a broken promise waits for no letter of its ticket, but ends at its address's",
        arguments: [
            (RecentLetters(onTicket: 9, toAddress: 9, toDomain: 9, toAnybody: 9), nil),
            (RecentLetters(onTicket: 0, toAddress: 10, toDomain: 1, toAnybody: 1), .address),
            (RecentLetters(onTicket: 0, toAddress: 0, toDomain: 20, toAnybody: 20), .domain),
        ] as [(RecentLetters, LetterBound?)]
    )
    func breaches(letters: RecentLetters, bound: LetterBound?) {
        let bounds = LetterBounds.standard
        #expect(bounds.boundOfBreach(reachedBy: letters, isDomainExempt: false) == bound)
        let known = bounds.boundOfBreach(reachedBy: letters, isDomainExempt: true)
        #expect(known == (bound == .domain ? nil : bound))
    }

    @Test(
        "only our own server vouches for a domain",
        arguments: [
            ("mx1.mileo.example; dmarc=pass header.from=client.example", true),
            ("MX1.Mileo.example 1; spf=pass; dmarc=pass (p=none) header.from=client.example", true),
            ("mx1.mileo.example; dmarc=fail header.from=client.example", false),
            ("mx1.mileo.example; dmarc=pass header.from=other.example", false),
            ("mx.evil.example; dmarc=pass header.from=client.example", false),
            ("notmileo.example; dmarc=pass header.from=client.example", false), ("", false),
        ]
    )
    func authenticated(field: String, isProven: Bool) throws {
        var message = try DeskWorld.mail()
        message.headers = NatureCase.header("authentication-results", field)
        #expect(try DeskWorld.reading(message).isDomainAuthenticated == isProven)
    }

    @Test(
        "X-Auto-Response-Suppress is honoured, and makes no machine of a person",
        arguments: [
            ("All", false), ("all", false), ("AutoReply", false), ("DR, OOF, AutoReply", false),
            ("OOF", false), ("DR,NDR,RN,NRN", true), ("None", true), ("", true),
        ]
    )
    func suppress(value: String, isAnswered: Bool) throws {
        var message = try DeskWorld.mail()
        message.headers = NatureCase.header("x-auto-response-suppress", value)
        let plan = plan(
            try DeskWorld.file(message),
            number: try DeskWorld.number(5),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
        #expect(plan.disposition == .file)
        #expect(plan.letters.isEmpty != isAnswered)
        #expect(isAnswered || plan.acknowledgement.reason.contains("asks for no automatic answer"))
    }

    @Test(
        "a bulk service's mark alone keeps a letter back, and makes no machine of a person",
        arguments: [
            ("feedback-id", "1:2:3:esp", false), ("feedback-id", "1.eu-west-3.a=:AmazonSES", false),
            ("feedback-id", "i8771445c:Fastmail", true), ("feedback-id", "ib1: Fastmail", true),
            ("feedback-id", "", true), ("x-mailer", "Microsoft Outlook 16.0", true),
            ("importance", "high", true), ("precedence", "first-class", true),
        ]
    )
    func bulkMark(name: String, value: String, isAnswered: Bool) throws {
        var message = try DeskWorld.mail()
        message.headers = NatureCase.header(name, value)
        #expect(try classify(DeskWorld.reading(message)).nature == .request)
        let plan = plan(
            try DeskWorld.file(message),
            number: try DeskWorld.number(5),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
        #expect(plan.disposition == .file)
        #expect(plan.acknowledgement.isDue == isAnswered)
        #expect(isAnswered || plan.acknowledgement.reason.contains(value))
    }

    @Test(
        "a bulk service's mark beside a list's makes a mail to many",
        arguments: ["list-unsubscribe", "list-id", "list-post", "list-owner"]
    )
    func bulkMarks(name: String) throws {
        var message = try DeskWorld.mail()
        message.headers =
            NatureCase.header("feedback-id", "1:2:3:esp")
            + NatureCase.header(name, "<mailto:x@client.example>")
        #expect(try classify(DeskWorld.reading(message)).nature == .bulk)
    }

    @Test("a person's mail with an empty Return-Path is filed as a person's and not answered")
    func nullPath() throws {
        var message = try DeskWorld.mail()
        message.returnPath = .null
        let plan = plan(
            try DeskWorld.file(message),
            number: try DeskWorld.number(5),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
        #expect(plan.disposition == .file)
        #expect(plan.letters.isEmpty)
    }

    @Test("our letter that comes back under another name goes quietly on its ticket")
    func ownLetter() throws {
        let keyed = try KeyedMessageID(
            ticket: DeskWorld.number(3),
            kind: .savAcknowledgement,
            causedBy: DeskWorld.digest(1)
        )
        let id = try #require(keyed.messageID(domain: "mileo.example", key: DeskWorld.key))
        let message = try DeskWorld.mail(from: "liste@client.example", id: id.text)
        var answer = ThreadAnswer()
        answer.sealed = [try DeskWorld.summary(3)]
        #expect(
            ask(try DeskWorld.reading(message), digest: try DeskWorld.digest(2)).sealed.count == 1
        )
        let plan = plan(
            try DeskWorld.file(message, answer: answer),
            number: try DeskWorld.number(5),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
        #expect(plan.disposition == .fileQuiet)
        #expect(plan.ticket == (try DeskWorld.number(3)))
        #expect(plan.letters.isEmpty)
    }
}
