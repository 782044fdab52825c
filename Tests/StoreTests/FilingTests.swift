// Stage "file": one plan, one transaction, nothing decided here.

import Desk
import Foundation
import Store
import TestSupport
import Testing

@Suite("Filing")
struct FilingTests {
    @Test("opens a ticket with its number, its events and its mail")
    func opens() throws {
        let place = try Workplace()
        let number = try place.openTicket(1, letters: ["ack"])
        let dossier = try #require(try place.reader().dossier(number))
        #expect(number.text == Sample.number(1).text)
        #expect(dossier.ticket.number == number)
        #expect(dossier.ticket.opening.subject == "Panne de climatisation")
        #expect(dossier.ticket.participants == [Sample.client])
        #expect(dossier.events.map(\.record.kind) == ["opened"])
        #expect(dossier.mails.map(\.kept.disposition) == [.file])
        #expect(dossier.letters.map(\.state) == [.queued])
    }

    @Test("adds a mail to its ticket, and its author to the participants")
    func joins() throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        let mail = try place.keep(2)
        try place.file(Sample.joining(number, with: mail.id, by: Sample.stranger))
        let dossier = try #require(try place.reader().dossier(number))
        #expect(dossier.ticket.participants == [Sample.client, Sample.stranger])
        #expect(dossier.mails.map(\.kept.disposition) == [.file, .append])
    }

    @Test("numbers tickets without a gap, for each prefix and year by itself")
    func numbers() throws {
        let place = try Workplace()
        for uid in 1...100 as ClosedRange<UInt32> {
            #expect(try place.openTicket(uid) == Sample.number(Int(uid)))
        }
        #expect(try place.nextNumber("REC", 2026).sequence == 1)
        #expect(try place.nextNumber("SAV", 2027).sequence == 1)
    }

    @Test("takes no number for what was asked and not filed")
    func asksOnly() throws {
        let place = try Workplace()
        for _ in 1...3 { #expect(try place.nextNumber("SAV", 2026) == Sample.number(1)) }
        #expect(try place.openTicket(1) == Sample.number(1))
    }

    @Test("says so when the clock makes a number impossible", arguments: [1970, 1999, 3000])
    func noNumber(_ year: Int) throws {
        let place = try Workplace()
        let found = try failure {
            try place.store.filing { _ = try $0.nextNumber(prefix: "SAV", year: year) }
        }
        #expect(found.code == .noNumber)
        #expect(found.sentence.contains("clock"))
    }

    @Test("makes a whole group durable together, or none of it")
    func allOrNothing() throws {
        struct Interruption: Error {}
        let place = try Workplace()
        let mails = try place.store.keep((1...2).map { Sample.mail($0) })
        #expect(throws: Interruption.self) {
            try place.store.filing { transaction in
                let plan = Sample.opening(Sample.number(1), with: mails[0].id)
                let letter = Sample.letter("ack", about: Sample.number(1))
                _ = try transaction.file(plan, letters: [letter], at: Sample.now)
                throw Interruption()
            }
        }
        let reader = try place.reader()
        #expect(try reader.tickets() == [])
        #expect(try reader.outbox() == [])
        #expect(try reader.balance().map(\.unfiled) == [2])
        #expect(try place.openTicket(3) == Sample.number(1))
    }

    @Test("does not commit what failed half-way, even if the caller went on")
    func swallowedFailure() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        let found = try failure {
            try place.store.filing { transaction in
                let plan = Sample.opening(Sample.number(1), with: mail.id)
                _ = try transaction.file(plan, letters: [], at: Sample.now)
                _ = try? transaction.nextNumber(prefix: "SAV", year: 1)
            }
        }
        #expect(found.code == .noNumber)
        #expect(try place.reader().tickets() == [])
    }

    @Test("shows later questions of a transaction what it filed earlier")
    func seesItsOwn() throws {
        let place = try Workplace()
        let mails = try place.store.keep([
            Sample.mail(1, content: "one"), Sample.mail(2, content: "one"),
        ])
        try place.store.filing { transaction in
            let plan = Sample.opening(Sample.number(1), with: mails[0].id)
            _ = try transaction.file(plan, letters: [], at: Sample.now)
            #expect(
                try transaction.nextNumber(prefix: "SAV", year: 2026) == Sample.number(2)
            )
            let question = Sample.question("one", parents: ["mail-1@client.example"])
            let answer = try transaction.answer(question, for: mails[1].id, at: Sample.now)
            #expect(answer.original == KnownMail(mail: mails[0].id, ticket: Sample.number(1)))
            #expect(answer.parents.first?.ticket.number == Sample.number(1))
        }
    }

    @Test("records what became of a mail, with every verdict and its evidence")
    func records() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        var plan = Sample.opening(Sample.number(1), with: mail.id)
        plan.acknowledgement = .due(.savAcknowledgement, reason: "a person opened a SAV request")
        plan.record.defects = [.badDate, .noMessageID]
        plan.findings = [
            Finding(rule: "a", verdict: .nature(.complaint), evidence: "« colère »"),
            Finding(rule: "b", verdict: .criticality(.critical), evidence: ""),
            Finding(rule: "c", verdict: .topic(.billing), evidence: "facture"),
            Finding(rule: "d", verdict: .urgent(true), evidence: "x"),
            Finding(rule: "e", verdict: .urgent(false), evidence: "x"),
            Finding(rule: "f", verdict: .thread("stranger"), evidence: "x"),
            Finding(rule: "g", verdict: .note("odd, very odd"), evidence: "x"),
        ]
        try place.file(plan)
        let filed = try #require(try place.reader().mail(mail.id))
        var record = plan.record
        record.text = ""
        #expect(filed.record == record)
        #expect(filed.findings == plan.findings)
        #expect(filed.acknowledgement == plan.acknowledgement)
        #expect(filed.reason == plan.reason)
        #expect(filed.filedAt == Sample.now)
    }

    @Test("keeps a mail of nobody, without id, subject or date")
    func bareMail() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        var plan = Sample.plan(mail.id, .quarantine, reason: "spam")
        plan.record = MailRecord(
            messageID: nil,
            sender: nil,
            senderText: "",
            subject: "",
            text: "",
            date: nil,
            nature: nil,
            defects: [.empty]
        )
        try place.file(plan)
        #expect(try place.reader().quarantine().map(\.record) == [plan.record])
    }

    @Test("keeps texts with quotation marks, NUL, separators and emoji from doing harm")
    func hostileTexts() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        let subject = "'); DROP TABLE mail; -- \" \0 \u{1F} \u{1E} 🔧 NEAR("
        let plan = Sample.opening(Sample.number(1), with: mail.id, subject: subject)
        try place.file(plan)
        let dossier = try #require(try place.reader().dossier(Sample.number(1)))
        #expect(dossier.mails.first?.record.subject == subject)
        // A separator of the store's own becomes a space, in the event and in the ticket alike.
        let cleaned = subject.replacing("\u{1F}", with: " ").replacing("\u{1E}", with: " ")
        #expect(dossier.ticket.opening.subject == cleaned)
        #expect(try place.reader().tickets().first?.opening.subject == cleaned)
    }

    @Test("queues the letter of one cause once")
    func oneLetterEach() throws {
        let place = try Workplace()
        let number = try place.openTicket(1, letters: ["ack"])
        let mail = try place.keep(2)
        try place.file(
            Sample.joining(number, with: mail.id),
            letters: [Sample.letter("ack", about: number)]
        )
        #expect(try place.reader().outbox().count == 1)
    }

    @Test("shows a letter that could not be written as failed, and tells its ticket")
    func unwritten() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        var letter = Sample.letter("ack", about: Sample.number(1))
        letter.bytes = []
        letter.failure = "the template names an unknown placeholder"
        try place.file(Sample.opening(Sample.number(1), with: mail.id), letters: [letter])
        let entry = try place.onlyLetter()
        #expect(entry.state == .failed)
        #expect(entry.note == letter.failure)
        #expect(try place.store.dueLetters(at: Sample.now, limit: 5) == [])
        #expect(try place.reader().dossier(Sample.number(1))?.ticket.lettersFailed == 1)
    }
}

@Suite("Filing stops the process over the caller's mistakes")
struct FilingMistakeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a number that is not the next")
    func wrongNumber() async {
        await #expect(processExitsWith: .failure) { [path = folder.path as String] in
            let place = try Workplace(at: path)
            let mail = try place.keep(1)
            try place.file(Sample.opening(Sample.number(7), with: mail.id))
        }
    }

    @Test("a mail that is filed already")
    func filedTwice() async {
        await #expect(processExitsWith: .failure) { [path = folder.path as String] in
            let place = try Workplace(at: path)
            let mail = try place.keep(1)
            try place.file(Sample.plan(mail.id, .quarantine))
            try place.file(Sample.plan(mail.id, .quarantine))
        }
    }

    @Test("an event for a ticket that does not exist")
    func noTicket() async {
        await #expect(processExitsWith: .failure) { [path = folder.path as String] in
            let place = try Workplace(at: path)
            let mail = try place.keep(1)
            try place.file(Sample.joining(Sample.number(1), with: mail.id))
        }
    }

    @Test("an outcome for a letter that is not being handed over")
    func wrongOutcome() async {
        await #expect(processExitsWith: .failure) { [path = folder.path as String] in
            let place = try Workplace(at: path)
            try place.openTicket(1, letters: ["ack"])
            let letter = try place.onlyLetter().row
            try place.store.record([(letter, .done(note: ""))], at: Sample.now)
        }
    }

    @Test("a transaction that is used after its end")
    func afterTheEnd() async {
        await #expect(processExitsWith: .failure) { [path = folder.path as String] in
            let place = try Workplace(at: path)
            var escaped: (any FilingTransaction)?
            try place.store.filing { escaped = $0 }
            _ = try escaped?.nextNumber(prefix: "SAV", year: 2026)
        }
    }
}
