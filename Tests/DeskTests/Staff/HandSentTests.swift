// Answers that people send without us join their dossier and keep its promise, and cause nothing.

import Foundation
import Testing

@testable import Desk

@Suite("An answer sent by hand joins its dossier")
struct HandSentTests {
    private struct Given {
        var from = "sav@mileo.example"
        var name = "SAV Mileo"
        var to = "a.roy@client.example"
        var isFromSent = true
        var isAuthenticated = false
        var procedure = Procedure.sav
        var handler: String?
        var nature: Nature?
        var id = "hand1@mileo.example"
        var original: KnownMail?
        var facts: [TicketFact] = []
        var text: String?
    }

    private func planned(_ given: Given) throws -> (plan: FilingPlan, ticket: Ticket) {
        var house = try StaffWorld.house()
        house.company.staffMail.authority = "mx.mileo.example"
        house.mailboxes[0].handSentMaildir = "sent"
        var events = [try DeskWorld.openedEvent(given.procedure)]
        if let handler = given.handler {
            let person = try StaffWorld.address(of: handler)
            events.append(TicketEvent(at: DeskWorld.monday, .assigned(person, reason: "")))
        }
        events += given.facts.map { TicketEvent(at: DeskWorld.monday, $0) }
        let ticket = try #require(Ticket(folding: events))
        var mail = try DeskWorld.mail(from: given.from, subject: "Re: Caméra", id: given.id)
        mail.from = NamedAddress(try DeskWorld.address(given.from), name: given.name)
        mail.to = [NamedAddress(try DeskWorld.address(given.to))]
        if let text = given.text { mail.text = text }
        mail.cc = given.isFromSent ? [] : [NamedAddress(try DeskWorld.address("sav@mileo.example"))]
        mail.references = [try #require(MessageID("m1@client.example"))]
        if given.isAuthenticated { mail.headers = [DeskWorld.authenticated] }
        let mailbox = house.mailboxes[0]
        let reading = Reading(mail, mailbox: mailbox, house: house, key: DeskWorld.key)
        var answer = ThreadAnswer()
        answer.original = given.original
        answer.parents = [
            KnownParent(
                id: mail.references[0],
                author: ticket.participants.first,
                ticket: TicketSummary(ticket)
            )
        ]
        let place = given.isFromSent ? mailbox.handSentName : mailbox.name
        var file = Case(
            kept: KeptMail(
                id: MailID(9),
                origin: MailOrigin(
                    mailbox: try #require(place),
                    validity: 0,
                    uid: .name("9")
                ),
                receivedAt: DeskWorld.monday + 600,
                digest: try DeskWorld.digest(9),
                attempts: 1,
                disposition: nil,
                isReleased: false
            ),
            reading: reading,
            identified: identify(reading, answer: answer),
            classification: classify(reading),
            answer: answer
        )
        if let nature = given.nature { file.classification.nature = nature }
        let isFollowUp =
            if case .followUp = file.identified.identification { true } else { false }
        if file.handSentTicket != nil || isFollowUp {
            file.history = ClockedTicket(events: events)
        }
        let plan = plan(
            file,
            number: try DeskWorld.number(99),
            now: DeskWorld.monday + 700,
            key: DeskWorld.key
        )
        let after = plan.ticket == nil ? [] : plan.events
        return (plan, try #require(Ticket(folding: events + after)))
    }

    private func kinds(_ plan: FilingPlan) -> [String] {
        plan.events.map { FactRecord($0.fact).kind }
    }

    @Test("From the folder of sent mail: the promise is kept from its moment on, nothing is sent")
    func fromSent() throws {
        let (plan, ticket) = try planned(Given(name: "Karim Haddad - SAV Mileo"))
        #expect(plan.disposition == .append && plan.letters.isEmpty)
        #expect(!plan.acknowledgement.isDue)
        #expect(kinds(plan).contains("human-answer"))
        #expect(plan.events.allSatisfy { $0.at == DeskWorld.monday + 600 })
        #expect(ticket.handler?.localPart == "karim.haddad", "his name stands on it")
        #expect(ticket.impossibleEvents == 0)
    }

    @Test("Where no name is shown it is the handler’s, and makes nobody responsible")
    func nameless() throws {
        let handled = try planned(Given(handler: "Inès Rolland"))
        let author = handled.plan.events.compactMap { event in
            if case .answer(let fact) = event.fact { fact.author.localPart } else { nil }
        }
        #expect(author == ["ines.rolland"])
        let free = try planned(Given())
        #expect(free.ticket.handler == nil)
        #expect(kinds(free.plan).contains("human-answer"))
    }

    @Test("The first answer to a complaint is its formal acknowledgement")
    func complaint() throws {
        let (plan, _) = try planned(Given(procedure: .complaint, handler: "Léa Martin"))
        #expect(kinds(plan).contains("formal-acknowledgement") && plan.letters.isEmpty)
    }

    @Test("Three named parts to the client are the substantive answer, from Sent and in copy")
    func substance() throws {
        let text = "Faits : reconnus.\nCorrection : nouveau passage.\nCompensation : un avoir."
        for isFromSent in [true, false] {
            var given = Given(
                from: "lea.martin@mileo.example",
                name: "Léa Martin",
                isFromSent: isFromSent,
                isAuthenticated: true,
                procedure: .complaint,
                text: text
            )
            let whole = try planned(given).plan
            #expect(kinds(whole).contains("substantive-answer") && whole.letters.isEmpty)
            given.text = "Faits : reconnus.\nCorrection : nouveau passage."
            let part = try planned(given).plan
            #expect(kinds(part).contains("formal-acknowledgement") && part.letters.isEmpty)
        }
    }

    @Test("What the manager of an escalation writes by hand answers it")
    func escalated() throws {
        let asked = TicketFact.right(.escalationAsked(level: 2, nil))
        let claire = try planned(Given(name: "Claire Vasseur", facts: [asked])).plan
        #expect(kinds(claire).contains("escalation-answered"))
        let karim = try planned(Given(name: "Karim Haddad", facts: [asked])).plan
        #expect(kinds(karim).contains("human-answer"))
    }

    @Test("A copy that came by mail counts by our own mail server’s word, and not without it")
    func byCopy() throws {
        let proven = try planned(Given(isFromSent: false, isAuthenticated: true))
        #expect(proven.plan.disposition == .append && proven.plan.letters.isEmpty)
        #expect(kinds(proven.plan).contains("human-answer"))
        let forged = try planned(Given(isFromSent: false))
        #expect(forged.plan.disposition == .quarantine)
        #expect(forged.plan.events.isEmpty)
    }

    @Test("A colleague who writes to the client himself, with us in copy, is not sent once more")
    func directly() throws {
        let (plan, ticket) = try planned(
            Given(
                from: "karim.haddad@mileo.example",
                name: "Karim Haddad",
                isFromSent: false,
                isAuthenticated: true
            )
        )
        #expect(plan.disposition == .append && plan.letters.isEmpty)
        #expect(kinds(plan).contains("human-answer"))
        #expect(ticket.handler?.localPart == "karim.haddad")
    }

    @Test("What is about no dossier, a machine’s, and somebody else’s are set aside")
    func aside() throws {
        let others = [
            Given(to: "autre@ailleurs.example"), Given(nature: .autoreply),
            Given(from: "a.roy@client.example", to: "sav@mileo.example"),
        ]
        for given in others {
            let (plan, _) = try planned(given)
            #expect(plan.disposition == .fileQuiet && plan.events.isEmpty && plan.letters.isEmpty)
            #expect(plan.ticket == nil)
        }
        let own = KeyedMessageID(
            ticket: try DeskWorld.number(1),
            kind: .savAcknowledgement,
            cause: "1",
            key: DeskWorld.key
        )
        let id = try #require(own.messageID(domain: "mileo.example", key: DeskWorld.key)).text
        #expect(try planned(Given(id: id)).plan.events.isEmpty, "a copy of our own letter")
    }

    @Test("The same mail, in copy and among the sent ones, counts once")
    func twice() throws {
        let number = try #require(Ticket(folding: [DeskWorld.openedEvent()])).number
        let known = KnownMail(mail: MailID(8), ticket: number)
        let shared = try DeskWorld.address("sav@mileo.example")
        let counted = try planned(Given(original: known, facts: [.heard(MailID(8), from: shared)]))
        #expect(counted.plan.events.isEmpty && counted.plan.disposition == .fileQuiet)
        let unproven = KnownMail(mail: MailID(8), ticket: nil)
        let first = try planned(Given(original: unproven))
        #expect(kinds(first.plan).contains("human-answer"), "the copy before it proved nothing")
    }
}
