// The facts of the families are read back from the form in which they are stored, and no word
// belongs to two of them.

import Foundation
import Testing

@testable import Desk

@Suite("Facts of the promises")
struct FactFamilyTests {
    @Test("are read back from their records")
    func records() throws {
        let facts = try Self.facts()
        for fact in facts {
            #expect(FactRecord(fact).fact == fact)
            let record = FactRecord(fact)
            let cut = FactRecord(kind: record.kind, values: Array(record.values.dropLast()))
            #expect(cut.fact == nil, "\(record.kind), cut short")
        }
        let kinds = Set(facts.map { FactRecord($0).kind })
        #expect(kinds.count == 44, "one word for each kind of fact: \(kinds.sorted())")
    }

    @Test("change nothing of the ticket's state by themselves")
    func state() throws {
        let facts = try Self.facts()
        let opening = try DeskWorld.openedEvent()
        let events = facts.map { TicketEvent(at: DeskWorld.monday, $0) }
        let ticket = try #require(Ticket(folding: [opening] + events))
        #expect(ticket.state == .new)
        #expect(ticket.impossibleEvents == 0)
    }

    @Test("know which parts of a substantive answer are missing")
    func parts() {
        var answer = SubstantiveAnswer(
            facts: "Reconnus.",
            isContested: false,
            correction: " \n",
            compensation: ""
        )
        #expect(answer.missing == [.correction, .compensation])
        answer.correction = "Nouvelle visite."
        answer.compensation = "Aucune : rien n’a été facturé."
        #expect(answer.missing.isEmpty)
    }

    static func facts() throws -> [TicketFact] {
        let person = try DeskWorld.address("nora.petit@mileo.example")
        let letter = try #require(MessageID("a@mileo.example"))
        let message = PersonalMessage(by: person, letter: letter)
        let moment = DeskWorld.monday
        let key = PromiseKey(try #require(PromiseName("first-answer")), 2)
        let day = try #require(CivilDay("2026-10-05"))
        let answer = SubstantiveAnswer(
            facts: "a",
            isContested: true,
            correction: "b",
            compensation: "c"
        )
        let answers: [AnswerFact] = [
            .humanAnswer(message), .humanAnswer(PersonalMessage(by: person)),
            .formalAcknowledgement(message), .substantiveAnswer(message, answer),
            .interimReport(message, until: moment), .progressTold(message, next: moment),
            .progressTold(message, next: nil),
            .delayAnnounced(message, cause: "pièce", until: moment),
            .delayAnnounced(message, cause: "", until: nil), .informationAsked(message),
            .visitNeeded(by: person), .visitPlanned(message, at: moment),
            .visitDone(by: person), .phoneCalled(by: person, note: "rappelé"),
            .calledBack(by: person, outcome: "geste"), .escalationAnswered(message, level: 2),
        ]
        let closings: [ClosingFact] = [
            .asked(message), .reminded(letter: letter), .reminded(letter: nil),
            .confirmed(MailID(3)), .confirmed(nil), .refused(MailID(4)), .refused(nil),
            .thanked(MailID(5)), .concluded(.tacit), .concluded(.confirmed),
        ]
        let rights: [RightFact] = [
            .entered(.phone, by: person), .escalationAsked(level: 1, MailID(1)),
            .escalationAsked(level: 2, nil), .escalationProposed(letter: letter),
            .surveySent(letter: nil),
            .surveyAnswered(SurveyAnswer(notes: [5, 2, 4], verbatim: "Trop long"), MailID(9)),
            .surveyAnswered(SurveyAnswer(notes: []), nil),
            .badReport(by: person, note: "mécontent"),
            .replacementTold(absent: person, deputy: person, from: day),
        ]
        let promises: [PromiseFact] = [
            .warned(key, percent: 90), .broken(key, due: moment),
            .penalty(key, .waived, by: person, reason: "access refused"),
            .draftLaid(before: person),
            .delayRecalled(letter: letter), .delayRecalled(letter: nil),
        ]
        return answers.map { .answer($0) } + closings.map { .closing($0) }
            + rights.map { .right($0) } + promises.map { .promise($0) }
            + staff(person, letter).map { .staff($0) }
    }
}

extension FactFamilyTests {
    static func staff(_ person: EmailAddress, _ letter: MessageID) -> [StaffFact] {
        [
            .acted(by: person, proof: .dmarc, commands: "#prendre", code: "7f3a91c2", facts: 2),
            .noted(by: person, text: "badge chez le gardien"), .givenBack(by: person, reason: ""),
            .timeSpent(by: person, minutes: 45),
            .callPlanned(by: person, at: DeskWorld.monday, note: ""), .foundSpam(by: person),
            .undone(by: person, code: "7f3a91c2"),
            .draftKept(MailID(3), claimedBy: person, question: letter, text: "#prendre"),
            .draftKept(MailID(3), claimedBy: person, question: nil, text: "#prendre"),
            .yesAwaited(MailID(3), from: person),
            .draftDecided(MailID(3), by: person, isTheirs: true),
            .draftDecided(MailID(3), by: person, isTheirs: false),
            .replyRecalled(letter, by: person), .lossTold(letter, to: person),
            .callReminded(to: person, of: DeskWorld.monday),
        ]
    }
}

extension DeskWorld {
    /// The beginning of a ticket, on Monday at 10:00.
    static func openedEvent(
        _ procedure: Procedure = .sav,
        at moment: Date = monday
    ) throws -> TicketEvent {
        let isSAV = procedure == .sav
        let opening = TicketOpening(
            number: try number(1, prefix: isSAV ? "SAV" : "REC"),
            procedure: procedure,
            mailbox: try #require(MailboxName(isSAV ? "sav" : "reclamations")),
            mail: MailID(1),
            requester: NamedAddress(try address("a.roy@client.example"), name: "Alice Roy"),
            subject: "Caméra",
            language: .french,
            isQuiet: false
        )
        return TicketEvent(at: moment, .opened(opening))
    }
}
