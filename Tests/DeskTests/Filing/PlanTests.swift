// What becomes of a mail: the plan for every identification and nature, and who gets a letter.

import Foundation
import Testing

@testable import Desk

@Suite("Plan")
struct PlanTests {
    private func planned(_ file: Case, sequence: Int = 5) throws -> FilingPlan {
        let number = try DeskWorld.number(sequence, prefix: file.destination.prefix)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    private func moves(in plan: FilingPlan) -> [TicketState] {
        plan.events.compactMap { event in
            if case .moved(let state, _) = event.fact { state } else { nil }
        }
    }

    @Test("opens a ticket for a person's request and acknowledges it")
    func request() throws {
        let plan = try planned(DeskWorld.file(DeskWorld.mail(), nature: .request))
        #expect(plan.disposition == .file)
        #expect(plan.ticket == (try DeskWorld.number(5)))
        let letter = try #require(plan.letters.first)
        #expect(plan.letters.count == 1)
        #expect(letter.kind == .savAcknowledgement)
        #expect(letter.to.address.text == "a.roy@client.example")
        #expect(letter.inReplyTo?.text == "m1@client.example")
        #expect(letter.envelopeSender == .null)
        #expect(plan.events.contains { $0.fact == .letterQueued(letter.kind, letter.id) })
    }

    @Test("gives the same plan for the same case")
    func determinism() throws {
        let file = try DeskWorld.file(DeskWorld.mail(), nature: .request)
        #expect(try planned(file) == planned(file))
    }

    @Test("names the handlers of complaints in turn, by their load")
    func rotation() throws {
        let handlers = try DeskWorld.house().company.handlers(of: .complaint).map(\.address)
        let names = try (1...4).map { sequence in
            var file = try DeskWorld.file(DeskWorld.mail(), mailbox: 1, nature: .complaint)
            file.loads[handlers[0]] = StaffLoad(openTickets: sequence / 2)
            file.loads[handlers[1]] = StaffLoad(openTickets: (sequence - 1) / 2)
            let plan = try planned(file, sequence: sequence)
            let letter = try #require(plan.letters.first)
            #expect(letter.kind == .complaintAcknowledgement)
            guard case .group(let handler)? = letter.values["handler"],
                case .text(let name)? = handler["name"]
            else { return "nobody" }
            return name
        }
        #expect(names == ["Nora Petit", "Hugo Blin", "Nora Petit", "Hugo Blin"])
    }

    @Test("names nobody as a complaint's handler who is away before it is answered")
    func handlerAwaySoon() throws {
        var file = try DeskWorld.file(DeskWorld.mail(), mailbox: 1, nature: .complaint)
        var house = try DeskWorld.house()
        let tomorrow = house.company.calendar.day(of: DeskWorld.monday).advanced(by: 1)
        house.company.staff[0].absences = [tomorrow...tomorrow]
        file.reading = Reading(
            try DeskWorld.mail(),
            mailbox: house.mailboxes[1],
            house: house,
            key: DeskWorld.key
        )
        let plan = try planned(file)
        #expect(plan.letters.first?.values["handler"] == .group(["name": .text("Hugo Blin")]))
    }

    @Test("files a complaint with the complaints, wherever it was sent")
    func misSentComplaint() throws {
        let file = try DeskWorld.file(DeskWorld.mail(), mailbox: 0, nature: .complaint)
        let plan = try planned(file)
        #expect(plan.ticket?.prefix == "REC")
        #expect(plan.letters.first?.from.address.text == "reclamations@mileo.example")
    }

    @Test("files a request with the service, wherever it was sent, and says so")
    func misSentRequest() throws {
        let text = "Bonjour,\nla caméra 3 du parking ne fonctionne plus depuis ce matin."
        let plan = try planned(DeskWorld.file(DeskWorld.mail(text: text), mailbox: 1))
        #expect(plan.ticket?.prefix == "SAV")
        let letter = try #require(plan.letters.first)
        #expect(letter.kind == .wrongMailbox)
        #expect(letter.from.address.text == "sav@mileo.example")
        #expect(letter.values["wroteTo"] == .text("reclamations@mileo.example"))
        #expect(letter.values["isSav"] == .flag(true))
    }

    @Test(
        "reopens what waited or was over, and leaves the rest in its state",
        arguments: TicketState.allCases
    )
    func followUp(state: TicketState) throws {
        var answer = ThreadAnswer()
        answer.parents = [
            KnownParent(
                id: try #require(MessageID("m0@client.example")),
                author: try DeskWorld.address("a.roy@client.example"),
                ticket: try DeskWorld.summary(3, state: state)
            )
        ]
        let file = try DeskWorld.file(DeskWorld.mail(), answer: answer, nature: .request)
        let plan = try planned(file)
        #expect(plan.disposition == .append)
        #expect(plan.ticket == (try DeskWorld.number(3)))
        #expect(plan.record.nature == .followup)
        #expect(plan.letters.isEmpty, "receipts are off")
        #expect(moves(in: plan) == (state == .new || state == .open ? [] : [.open]))
    }

    @Test(
        "never answers a machine, whatever it refers to",
        arguments: Nature.allCases.filter(\.isAutomatic),
        [true, false]
    )
    func machines(nature: Nature, known: Bool) throws {
        var answer = ThreadAnswer()
        if known { answer.sealed = [try DeskWorld.summary(3, state: .closed)] }
        let plan = try planned(DeskWorld.file(DeskWorld.mail(), answer: answer, nature: nature))
        #expect(plan.letters.isEmpty)
        #expect(!plan.acknowledgement.isDue)
        #expect(!plan.acknowledgement.reason.isEmpty)
        if known {
            #expect(plan.disposition == .fileQuiet)
            #expect(plan.ticket == (try DeskWorld.number(3)))
            #expect(moves(in: plan).isEmpty, "nothing automatic reopens")
        } else {
            #expect(plan.disposition == (nature == .spam ? .quarantine : .fileQuiet))
        }
    }

    @Test("answers nobody where the sender is nobody")
    func nobody() throws {
        var message = try DeskWorld.mail(from: nil)
        message.defects = [.ambiguousFrom]
        let plan = try planned(DeskWorld.file(message, nature: .request))
        #expect(plan.disposition == .file)
        #expect(plan.letters.isEmpty)
    }

    @Test(
        "answers no address at which nobody reads",
        arguments: ["noreply@shop.example", "mailer-daemon@client.example", "sav@mileo.example"]
    )
    func unread(address: String) throws {
        let plan = try planned(DeskWorld.file(DeskWorld.mail(from: address), nature: .request))
        #expect(plan.letters.isEmpty)
    }

    @Test("keeps a second copy quietly with the first")
    func duplicate() throws {
        var answer = ThreadAnswer()
        answer.original = KnownMail(mail: MailID(2), ticket: try DeskWorld.number(3))
        let plan = try planned(DeskWorld.file(DeskWorld.mail(), answer: answer, nature: .request))
        #expect(plan.disposition == .fileQuiet)
        #expect(plan.ticket == (try DeskWorld.number(3)))
        #expect(plan.letters.isEmpty)
    }

    @Test("gives a stranger who names a ticket a dossier of his own")
    func stranger() throws {
        var answer = ThreadAnswer()
        answer.mentioned = [try DeskWorld.summary(3, participants: ["other@firm.example"])]
        let plan = try planned(DeskWorld.file(DeskWorld.mail(), answer: answer, nature: .request))
        #expect(plan.disposition == .file)
        #expect(plan.ticket == (try DeskWorld.number(5)))
        #expect(plan.findings.contains { $0.verdict == .thread("stranger") })
    }

    @Test("bounds its letters to one address")
    func bounds() throws {
        var answer = ThreadAnswer()
        answer.lettersToCorrespondent = LetterBounds.standard.perAddress
        let plan = try planned(DeskWorld.file(DeskWorld.mail(), answer: answer, nature: .request))
        #expect(plan.disposition == .file)
        #expect(plan.letters.isEmpty)
    }

    @Test("quarantines spam until a person lets it out")
    func release() throws {
        let held = try planned(DeskWorld.file(DeskWorld.mail(), nature: .spam))
        #expect(held.disposition == .quarantine)
        #expect(held.ticket == nil)
        let released = try planned(
            DeskWorld.file(DeskWorld.mail(), nature: .spam, isReleased: true)
        )
        #expect(released.disposition == .file)
        #expect(released.letters.count == 1, "a person is answered")
        #expect(released.record.nature == .request)
    }

    @Test("marks the letter that a final report gives up, and no delayed one")
    func bounces() throws {
        let keyed = try KeyedMessageID(
            ticket: DeskWorld.number(3),
            kind: .savAcknowledgement,
            causedBy: DeskWorld.digest(1)
        )
        let letter = try #require(
            keyed.messageID(domain: "mileo.example", key: DeskWorld.key)
        )
        for action in [DeliveryReport.Action.failed, .delayed] {
            var message = try DeskWorld.mail(from: "mailer-daemon@client.example")
            let report = DeliveryReport(
                recipient: nil,
                action: action,
                status: action == .failed ? "5.1.1" : "4.4.1",
                diagnostic: "no such user",
                originalMessageID: letter
            )
            message.deliveryReports = [report]
            var answer = ThreadAnswer()
            answer.sealed = [try DeskWorld.summary(3)]
            var file = try DeskWorld.file(message, answer: answer, nature: .bounce)
            file.classification.bounce = report
            let plan = try planned(file)
            #expect(plan.disposition == .fileQuiet)
            #expect(plan.undelivered?.id == (action == .failed ? letter : nil))
            let undelivered = plan.events.contains { event in
                if case .letterUndelivered(letter, _, "5.1.1", _) = event.fact {
                    true
                } else {
                    false
                }
            }
            #expect(undelivered == (action == .failed))
        }
    }

    @Test(
        "archives what was received before the mailbox was taken over, closed and unanswered",
        arguments: [Nature.request, .spam, .bulk, .bounce]
    )
    func history(_ nature: Nature) throws {
        let file = try DeskWorld.file(
            DeskWorld.mail(),
            nature: nature,
            adoptSince: DeskWorld.monday.addingTimeInterval(1)
        )
        let plan = try planned(file)
        #expect(plan.disposition == .fileQuiet)
        #expect(plan.letters.isEmpty)
        #expect(!plan.acknowledgement.isDue)
        #expect(plan.ticket == (try DeskWorld.number(5)))
        #expect(moves(in: plan) == [.closed])
    }

    @Test("dates history by its mail, however old, and no clock ever ran for it")
    func clocksOfHistory() throws {
        for days in [1.0, 250] {
            var file = try DeskWorld.file(
                DeskWorld.mail(),
                nature: .request,
                adoptSince: DeskWorld.monday
            )
            file.kept.receivedAt = DeskWorld.monday.addingTimeInterval(-days * 86_400)
            let plan = try planned(file)
            #expect(Set(plan.events.map(\.at)) == [file.kept.receivedAt])
            let house = file.reading.house
            let procedure = try #require(ClockedTicket(events: plan.events).file(in: house))
            let later = DeskWorld.monday.addingTimeInterval(30 * 86_400)
            #expect(procedure.states(at: later).isEmpty)
            #expect(procedure.book.breaches(of: procedure.line, at: later).isEmpty)
            // Whoever answers one day is promised what everybody is.
            let reopened = procedure.adding([
                TicketEvent(at: DeskWorld.monday, .moved(.open, reason: "something new"))
            ])
            #expect(!reopened.states(at: later).isEmpty)
        }
    }

    @Test("puts history with the thread that it belongs to, and wakes nobody")
    func historyOfThread() throws {
        var answer = ThreadAnswer()
        answer.parents = [
            KnownParent(
                id: try #require(MessageID("m0@client.example")),
                author: try DeskWorld.address("a.roy@client.example"),
                ticket: try DeskWorld.summary(3, state: .closed)
            )
        ]
        let file = try DeskWorld.file(
            DeskWorld.mail(),
            answer: answer,
            nature: .request,
            adoptSince: DeskWorld.monday.addingTimeInterval(1)
        )
        let plan = try planned(file)
        #expect(plan.disposition == .fileQuiet)
        #expect(plan.ticket == (try DeskWorld.number(3)))
        #expect(moves(in: plan) == [])
        #expect(plan.letters.isEmpty)
    }

    @Test("treats what came at the moment of adoption like any mail")
    func noHistory() throws {
        let file = try DeskWorld.file(
            DeskWorld.mail(),
            nature: .request,
            adoptSince: DeskWorld.monday
        )
        #expect(try planned(file).disposition == .file)
    }
}
