// Whom a client's mail is told to, on its whole way through the plan.

import Foundation
import Testing

@testable import Desk

@Suite("A client’s mail is told to whoever looks after its dossier")
struct NotifyingPlanTests {
    private func planned(
        _ mail: InboundMessage,
        on events: [TicketEvent] = [],
        nature: Nature = .request,
        change: (inout Case) throws -> Void = { _ in }
    ) throws -> FilingPlan {
        var answer = ThreadAnswer()
        if let ticket = Ticket(folding: events) {
            answer.parents = [
                KnownParent(
                    id: try #require(MessageID("m0@client.example")),
                    author: ticket.participants.first,
                    ticket: TicketSummary(ticket)
                )
            ]
        }
        let house = try StaffWorld.house()
        let mailbox = house.mailboxes[nature == .complaint ? 1 : 0]
        let reading = Reading(mail, mailbox: mailbox, house: house, key: DeskWorld.key)
        var file = try DeskWorld.file(mail, answer: answer, nature: nature)
        file.reading = reading
        if !events.isEmpty { file.history = ClockedTicket(events: events) }
        try change(&file)
        let number = try DeskWorld.number(5, prefix: file.destination.prefix)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    private func told(_ plan: FilingPlan) -> [String] {
        plan.letters.filter { $0.kind == .notification }.map(\.to.address.localPart)
    }

    @Test("A new request goes to the technicians at work, behind its acknowledgement")
    func newRequest() throws {
        let plan = try planned(DeskWorld.mail())
        #expect(plan.letters.map(\.kind.priority).first == .acknowledgement)
        #expect(told(plan) == ["karim.haddad", "ines.rolland", "paul.vernet"])
        let queued = plan.events.filter { event in
            if case .letterQueued(.notification, _) = event.fact { true } else { false }
        }
        #expect(queued.count == 3)
        #expect(Set(plan.letters.map(\.id)).count == 4)
        #expect(LetterPriority.acknowledgement.rawValue < LetterKind.notification.priority.rawValue)
    }

    @Test("A mail whose sender is uncertain is told as any other, by what it says of its author")
    func uncertainSender() throws {
        var mail = try DeskWorld.mail()
        mail.from = nil
        mail.fromText = "Zoé <z@client.example>, Luc <l@client.example>"
        let plan = try planned(mail)
        #expect(plan.letters.allSatisfy { $0.kind == .notification })
        #expect(told(plan) == ["karim.haddad", "ines.rolland", "paul.vernet"])
        let notice = "\(plan.letters.first?.values["notice"] ?? .text(""))"
        #expect(notice.contains("Zoé <z@client.example>, Luc <l@client.example>"))
    }

    @Test("A complaint goes to the person whom its acknowledgement names")
    func complaint() throws {
        let plan = try planned(DeskWorld.mail(), nature: .complaint)
        #expect(told(plan) == ["lea.martin"])
    }

    @Test(
        "The notification of a complaint bears the draft of its acknowledgement: one mail, not two"
    )
    func bearsDraft() throws {
        let plan = try planned(DeskWorld.mail(), nature: .complaint)
        let lea = try StaffWorld.address(of: "Léa Martin")
        let letter = try #require(plan.letters.first { $0.kind == .notification })
        let notice = try #require(letter.values["notice"])
        #expect(
            "\(notice)".contains("draftDelay")
                && plan.events.map(\.fact).contains(
                    .promise(.draftLaid(before: lea))
                )
        )
        let house = try StaffWorld.house()
        let file = try #require(
            ClockedTicket(events: plan.events).file(in: house)
        )
        let later = DeskWorld.monday + 3_600
        let letters = due(file, at: later) { _, _ in nil }.letters.map(\.kind)
        #expect(!letters.contains(.formalAcknowledgement), "\(letters)")
        // Where nobody is notified, the draft comes by itself.
        let silent = ClockedTicket(
            events: plan.events.filter { $0.fact != .promise(.draftLaid(before: lea)) }
        )
        let alone = try #require(silent.file(in: house))
        let kinds = due(alone, at: later) { _, _ in nil }.letters.map(\.kind)
        #expect(kinds.contains(.formalAcknowledgement))
        let request = try planned(DeskWorld.mail()).events.map { FactRecord($0.fact).kind }
        #expect(!request.contains("draft-laid"))
    }

    @Test("A further mail goes to the handler, threads with the first, and is never his own doing")
    func further() throws {
        let karim = try StaffWorld.address(of: "Karim Haddad")
        let events = [
            try DeskWorld.openedEvent(),
            TicketEvent(at: DeskWorld.monday, .assigned(karim, reason: "")),
        ]
        let plan = try planned(DeskWorld.mail(id: "m2@client.example"), on: events)
        #expect(plan.disposition == .append)
        #expect(told(plan) == ["karim.haddad"])
        let first = try planned(DeskWorld.mail(id: "m3@client.example"), on: events) { file in
            file.kept.id = MailID(77)
        }
        let letters = [plan, first].compactMap { $0.letters.last }
        #expect(Set(letters.map(\.id)).count == 2)
        #expect(Set(letters.map(\.references)).count == 1, "one thread")
        #expect(letters.allSatisfy { $0.envelopeSender.text == "sav@mileo.example" })
        let own = try planned(DeskWorld.mail(from: karim.text), on: events) { file in
            file.answer.parents[0].ticket.participants = [karim]
            file.identified = identify(file.reading, answer: file.answer)
        }
        #expect(told(own) == [])
    }

    @Test(
        "What a machine wrote, spam, and a second copy are told to nobody",
        arguments: Nature.allCases.filter(\.isAutomatic)
    )
    func machines(nature: Nature) throws {
        #expect(told(try planned(DeskWorld.mail(), nature: nature)) == [])
        let known = try planned(
            DeskWorld.mail(),
            on: [try DeskWorld.openedEvent()],
            nature: nature
        )
        #expect(told(known) == [])
        let copy = try planned(DeskWorld.mail()) { file in
            var answer = ThreadAnswer()
            answer.original = KnownMail(mail: MailID(2), ticket: try DeskWorld.number(3))
            file.identified = identify(file.reading, answer: answer)
        }
        #expect(told(copy) == [])
    }

    @Test("A house that has switched them off sends none")
    func off() throws {
        let plan = try planned(DeskWorld.mail()) { file in
            var house = try StaffWorld.house()
            house.company.staffMail.notifies = false
            file.reading = Reading(
                file.reading.message,
                mailbox: house.mailboxes[0],
                house: house,
                key: DeskWorld.key
            )
        }
        #expect(plan.letters.map(\.kind) == [.savAcknowledgement] && plan.tallies.isEmpty)
    }

    @Test("Beyond the hour’s number nobody is told, and it is noted who waits")
    func flood() throws {
        let karim = try StaffWorld.address(of: "Karim Haddad")
        var tally = NoticeTally(since: DeskWorld.monday)
        for _ in 0..<40 {
            let other = try DeskWorld.number(1)
            _ = tally.admits(other, isUrgent: true, at: DeskWorld.monday, hourly: 20)
        }
        let plan = try planned(DeskWorld.mail()) { $0.tallies[karim] = tally }
        #expect(told(plan) == ["ines.rolland", "paul.vernet"])
        #expect(plan.tallies[karim]?.held == 1)
    }

    @Test("Its answer finds the dossier by its address alone, where replies are tagged")
    func tagged() throws {
        var house = try StaffWorld.house()
        house.company.threading.tagsReplies = true
        let plan = try planned(DeskWorld.mail()) { file in
            file.reading = Reading(
                file.reading.message,
                mailbox: house.mailboxes[0],
                house: house,
                key: DeskWorld.key
            )
        }
        let letter = try #require(plan.letters.last)
        let address = try #require(letter.replyTo?.address)
        #expect(address.localPart.hasPrefix("sav+s.sav-2026-"))
        var answer = try DeskWorld.mail(from: letter.to.address.text, subject: "Bonjour")
        answer.to = [NamedAddress(address)]
        var other = answer
        other.from = NamedAddress(try StaffWorld.address(of: "Léa Martin"))
        for (mail, isHis) in [(answer, true), (other, false)] {
            let reading = Reading(
                mail,
                mailbox: house.mailboxes[0],
                house: house,
                key: DeskWorld.key
            )
            #expect(reading.marks.grants == (isHis ? [letter.ticket] : []))
            let asked = ask(reading, digest: try DeskWorld.digest(9)).sealed
            #expect(asked == (isHis ? [letter.ticket] : []))
        }
    }
}
