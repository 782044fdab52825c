// A client who asks how his case stands while none of his is open; and in which language whoever
// writes a word or two is answered.

import Foundation
import Testing

@testable import Desk

@Suite("A question about cases, where none is open")
struct StatusOfNothingTests {
    private func planned(_ file: Case) throws -> FilingPlan {
        let number = try DeskWorld.number(50)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    @Test(
        "is answered by the status letter, and opens nothing",
        arguments: ["statut", "status", "Bonjour,\n\nOù en est mon dossier ?\n\nAlice Roy"]
    )
    func opensNothing(text: String) throws {
        for mailbox in [0, 1] {
            let mail = try DeskWorld.mail(subject: "Question", text: text)
            var file = try DeskWorld.file(mail, mailbox: mailbox)
            file.dossiers = []
            let plan = try planned(file)
            #expect(plan.letters.map(\.kind) == [.status], "\(plan.reason)")
            #expect(plan.letters.first?.values["hasDossiers"] == .flag(false))
            #expect(plan.letters.first?.from == file.reading.mailbox.address)
            #expect(plan.disposition == .file)
            let kept = try #require(ClockedTicket(events: plan.events).file(in: DeskWorld.house()))
            #expect(kept.ticket.state == .closed)
            let month = DeskWorld.monday + 30 * 86_400
            #expect(kept.states(at: month).allSatisfy { !$0.isOpen }, "nor is a survey awaited")
            #expect(kept.nextMoment(at: month) == nil, "no clock runs")
        }
    }

    @Test("of a complaint that was answered tells so, and when silence closes it")
    func answered() throws {
        let answer = SubstantiveAnswer(
            facts: "reconnus",
            isContested: false,
            correction: "La caméra a été remplacée",
            compensation: "avoir"
        )
        let nora = try DeskWorld.address("nora.petit@mileo.example")
        let message = PersonalMessage(by: nora)
        let opened = try DeskWorld.openedEvent(.complaint, at: DeskWorld.monday - 3 * 86_400)
        let events = [
            opened,
            TicketEvent(at: opened.at + 60, .moved(.open, reason: "")),
            TicketEvent(
                at: DeskWorld.monday - 3600,
                .answer(.substantiveAnswer(message, answer))
            ),
        ]
        var file = try DeskWorld.file(DeskWorld.mail(subject: "statut", text: "statut"))
        file.dossiers = [ClockedTicket(events: events)]
        let letter = try #require(try planned(file).letters.first)
        guard case .list(let rows)? = letter.values["dossiers"], case .group(let row)? = rows.first
        else { return }
        #expect(row["answered"] == .text("lundi 5 octobre 2026 à 9\u{A0}h"))
        #expect(row["closing"] == .text("lundi 12 octobre 2026 à 18\u{A0}h"))
        #expect(row["state"] == .text("réponse envoyée"))
    }

    @Test("is bounded as every answer is: three letters on a case in a day, then none")
    func bounded() throws {
        for count in [2, 3] {
            var file = try DeskWorld.file(DeskWorld.mail(subject: "statut", text: "statut"))
            let opened = try DeskWorld.openedEvent(at: DeskWorld.monday - 3600)
            file.dossiers = [ClockedTicket(events: [opened])]
            let number = try #require(Ticket(folding: [opened])).number
            file.answer.lettersByTicket = [number: count]
            file.answer.lettersToCorrespondent = count
            let plan = try planned(file)
            #expect(plan.letters.count == (count == 2 ? 1 : 0))
            #expect(plan.disposition == (count == 2 ? .append : .fileQuiet))
            let isWithheld = plan.events.contains { event in
                if case .letterWithheld(_, .ticket, _) = event.fact { true } else { false }
            }
            #expect(isWithheld == (count == 3))
        }
    }

    @Test("stays on the closed case that it answers, without opening it again")
    func onClosedCase() throws {
        var answer = ThreadAnswer()
        answer.sealed = [try DeskWorld.summary(3, state: .closed)]
        let mail = try DeskWorld.mail(subject: "Re: Dossier clos", text: "Où en est mon dossier ?")
        var file = try DeskWorld.file(mail, answer: answer)
        file.dossiers = []
        let plan = try planned(file)
        #expect(plan.letters.map(\.kind) == [.status])
        #expect(plan.ticket == answer.sealed.first?.number && plan.disposition == .append)
        #expect(!plan.events.contains { if case .moved = $0.fact { true } else { false } })
    }

    @Test("opens a request as ever where nobody was asked what is open, and for machines nothing")
    func unasked() throws {
        let mail = try DeskWorld.mail(subject: "statut", text: "statut")
        #expect(
            try planned(DeskWorld.file(mail)).letters.contains { $0.kind == .savAcknowledgement }
        )
        var machine = try DeskWorld.file(mail, nature: .autoreply)
        machine.dossiers = []
        #expect(try planned(machine).letters.isEmpty)
    }

    @Test(
        "and every mail that is too short to tell is answered in the registry's language",
        arguments: [
            ("status", Language.english, Language.english), ("Camera 5 KO", .english, .english),
            ("Camera 5 KO", .french, .french),
            ("Bonjour, la caméra 5 est en panne.", .english, .french),
            ("The camera in the hall is down.", .french, .english),
        ]
    )
    func language(text: String, registry: Language, expected: Language) throws {
        var client = Client(try #require(ClientName("Cinema Ltd")))
        client.language = registry
        var answer = ThreadAnswer()
        answer.client = client
        let mail = try DeskWorld.mail(subject: "Hall", text: text)
        let plan = try planned(DeskWorld.file(mail, answer: answer))
        #expect(plan.letters.first { $0.kind.isForClient }?.language == expected)
        guard case .opened(let opening)? = plan.events.first?.fact else { return }
        #expect(opening.language == expected)
    }
}
