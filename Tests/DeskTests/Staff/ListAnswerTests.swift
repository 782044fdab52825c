// What a colleague answers to a letter that lists dossiers acts on the dossier that it names, and
// never reaches a client unasked.

import Foundation
import Testing

@testable import Desk

@Suite("Answers to reminders, reports and digests")
struct ListAnswerTests {
    private func counter() throws -> StaffMailTests.Counter {
        var counter = try StaffMailTests.Counter(.complaint)
        counter.now = DeskWorld.monday.addingTimeInterval(21 * 86_400)
        return counter
    }

    private func letter(
        _ kind: LetterKind,
        _ counter: StaffMailTests.Counter,
        cause: String = "several"
    ) throws -> MessageID {
        let capability = StaffCapability(
            on: counter.number,
            for: try StaffWorld.address(of: "Paul Delorme"),
            until: counter.now.addingTimeInterval(86_400)
        )
        let id = KeyedMessageID(
            kind: kind,
            cause: cause,
            capability: capability,
            key: DeskWorld.key
        )
        return try #require(id.messageID(domain: "mileo.example", key: DeskWorld.key))
    }

    private func told(_ plan: FilingPlan) -> String { "\(plan.letters.map(\.values))" }

    private func ruling(_ plan: FilingPlan) -> [String] {
        plan.events.compactMap { event in
            guard case .promise(.penalty(let key, let decision, _, _)) = event.fact else {
                return nil
            }
            return "\(key.text) \(decision.rawValue)"
        }
    }

    @Test(
        "that name no dossier act on none, and nothing goes to a client",
        arguments: [LetterKind.breachReport, .digest, .reminder, .noticesGrouped],
        ["Que s’est-il passé ?", "#pénalité écartée site fermé", "#note vu avec lui"]
    )
    func nameless(kind: LetterKind, text: String) throws {
        for isProven in [true, false] {
            var counter = try counter()
            let id = try letter(kind, counter)
            let plan = try counter.write(text, by: "Paul Delorme", answering: id) { mail in
                mail.subject = "Re: Engagements non tenus"
                if !isProven { mail.headers = [] }
            }
            #expect(plan.letters.map(\.kind) == [.transcript])
            #expect(ruling(plan).isEmpty)
            #expect(told(plan).contains("plusieurs dossiers"), "\(told(plan))")
        }
    }

    @Test("A command that needs no dossier is answered all the same")
    func ownList() throws {
        var counter = try counter()
        let id = try letter(.digest, counter)
        let plan = try counter.write("#aide", by: "Paul Delorme", answering: id) { mail in
            mail.subject = "Re: Vos dossiers ce matin"
        }
        #expect(!told(plan).contains("plusieurs dossiers"))
    }

    @Test("#pénalité in answer to the report of one broken promise decides on that one")
    func penalty() throws {
        for name in ["formal-acknowledgement.1", "substantive-answer.1"] {
            var counter = try counter()
            let paul = try StaffWorld.address(of: "Paul Delorme")
            let key = try #require(PromiseKey(name))
            let cause = reportCause(of: key, on: counter.number, to: paul)
            let id = try letter(.breachReport, counter, cause: cause)
            let text = "#pénalité écartée site fermé"
            let plan = try counter.write(text, by: "Paul Delorme", answering: id)
            #expect(ruling(plan) == ["\(name) waived"], "\(told(plan))")
            let other = try counter.write(text, by: "Paul Delorme")
            #expect(told(other).contains("précisez lequel"))
        }
    }

    @Test("The cause of a report is the one under which it is grouped")
    func cause() throws {
        let paul = try StaffWorld.address(of: "Paul Delorme")
        let key = try #require(PromiseKey("first-answer.1"))
        let number = try DeskWorld.number(3)
        var matter = LetterMatter()
        matter.promises = [PromiseMention(ticket: number, key: key, due: DeskWorld.monday)]
        var plan = ProcedurePlan()
        plan.letters = [
            ProcedureLetter(
                .breachReport,
                to: paul,
                cause: "broken.first-answer.1.\(paul.text)",
                notBefore: DeskWorld.monday,
                matter: matter
            )
        ]
        #expect(
            grouped([plan]).reminders.map(\.cause) == [reportCause(of: key, on: number, to: paul)]
        )
    }

    @Test("Words that answer a report are asked about before they leave")
    func words() throws {
        var counter = try counter()
        let id = try letter(.breachReport, counter)
        let text = "Que s’est-il passé ? Rappelez-moi."
        let plan = try counter.write(text, by: "Paul Delorme", answering: id)
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(told(plan).contains("est-il pour le client"), "\(told(plan))")
    }

    @Test("The dossier that the subject names is meant, not the first of the list")
    func named() throws {
        let counter = try counter()
        let (first, second) = (try DeskWorld.summary(3), try DeskWorld.summary(4))
        var mail = try DeskWorld.mail(
            from: "paul.delorme@mileo.example",
            subject: "Re: Engagements non tenus \(second.number.text)",
            text: "#pénalité appliquée"
        )
        mail.inReplyTo = [try letter(.breachReport, counter)]
        var answer = ThreadAnswer()
        (answer.sealed, answer.mentioned) = ([first], [second])
        let reading = Reading(
            mail,
            mailbox: counter.house.mailboxes[0],
            house: counter.house,
            key: DeskWorld.key
        )
        guard case .followUp(let found, _) = identify(reading, answer: answer).identification
        else {
            Issue.record("it belongs to a dossier")
            return
        }
        #expect(found.number == second.number)
    }
}
