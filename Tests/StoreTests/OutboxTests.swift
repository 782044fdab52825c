// Letters on their way: each change of state is one commit, and its ticket is told of it.

import Desk
import Foundation
import Store
import Testing

@Suite("The outbox")
struct OutboxTests {
    private let later = Sample.now.addingTimeInterval(60)

    @Test("hands out letters first come first served, once their moment has come")
    func due() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        let number = Sample.number(1)
        let moments = [0.0, 3_600, 0, 0].map { Sample.now.addingTimeInterval($0) }
        let letters = zip(1..., moments).map {
            Sample.letter("l\($0)", about: number, notBefore: $1)
        }
        try place.file(Sample.opening(number, with: mail.id), letters: letters)
        let names = { (entries: [OutboxEntry]) in entries.map(\.letter) }
        let due = try place.store.dueLetters(at: Sample.now, limit: 2)
        #expect(names(due) == [letters[0], letters[2]])
        #expect(due.allSatisfy { $0.state == .queued && $0.attempts == 0 })
        let all = try place.store.dueLetters(at: moments[1], limit: 9)
        #expect(names(all) == letters)
    }

    @Test("counts an attempt and commits `sending` before anything leaves")
    func beginSending() throws {
        let (place, letter) = try sending()
        let entry = try #require(try place.reader().outboxEntry(letter))
        #expect(entry.state == .sending)
        #expect(entry.attempts == 1)
        #expect(try place.store.dueLetters(at: later, limit: 9) == [])
        #expect(try place.store.interruptedLetters().map(\.row) == [letter])
    }

    /// What an outcome leads to.
    struct Case: CustomTestStringConvertible {
        let outcome: SendOutcome
        let state: OutboxState
        let kinds: [String]
        var testDescription: String { "\(outcome) → \(state)" }
    }

    private static let cases = [
        Case(outcome: .done(note: "250 ok"), state: .sent, kinds: ["letter-sent"]),
        Case(
            outcome: .later(Sample.now.addingTimeInterval(300), note: "451 busy"),
            state: .queued,
            kinds: []
        ),
        Case(outcome: .never(note: "550 no such user"), state: .failed, kinds: ["letter-failed"]),
        Case(outcome: .uncertain(note: "the line broke"), state: .uncertain, kinds: []),
    ]

    @Test("commits an outcome, and tells the ticket what is final", arguments: cases)
    private func outcomes(_ row: Case) throws {
        let (place, letter) = try sending()
        try place.store.record([(letter, row.outcome)], at: later)
        let entry = try #require(try place.reader().outboxEntry(letter))
        #expect(entry.state == row.state)
        #expect(entry.changedAt == later)
        #expect(!entry.note.isEmpty)
        let dossier = try #require(try place.reader().dossier(entry.letter.ticket))
        #expect(dossier.events.dropFirst().map(\.record.kind) == row.kinds)
        #expect(dossier.ticket.lettersSent == (row.state == .sent ? 1 : 0))
        #expect(dossier.ticket.lettersFailed == (row.state == .failed ? 1 : 0))
        #expect(try place.store.interruptedLetters().isEmpty == (row.state != .uncertain))
    }

    @Test("tries a letter again no sooner than it was told")
    func retryLater() throws {
        let (place, letter) = try sending()
        let moment = Sample.now.addingTimeInterval(300)
        try place.store.record([(letter, .later(moment, note: "451"))], at: later)
        #expect(try place.store.dueLetters(at: later, limit: 1) == [])
        #expect(try place.store.dueLetters(at: moment, limit: 1).map(\.attempts) == [1])
    }

    @Test("settles an uncertain letter by the evidence", arguments: [true, false])
    func uncertain(_ isFound: Bool) throws {
        let (place, letter) = try sending()
        try place.store.record([(letter, .uncertain(note: "?"))], at: later)
        let outcome: SendOutcome = isFound ? .done(note: "found") : .later(later, note: "no trace")
        try place.store.record([(letter, outcome)], at: later)
        #expect(try place.onlyLetter().state == (isFound ? .sent : .queued))
    }

    @Test("sends none of a group of which one was cancelled in the meantime")
    func cancelledMeanwhile() throws {
        let place = try Workplace()
        try place.openTicket(1, letters: ["a", "b"])
        let due = try place.store.dueLetters(at: Sample.now, limit: 9).map(\.row)
        try place.store.cancelLetter(due[1], at: Sample.now)
        let found = try failure { try place.store.beginSending(due, at: Sample.now) }
        #expect(found.code == .conflict)
        #expect(found.isTemporary)
        #expect(try place.store.dueLetters(at: Sample.now, limit: 9).map(\.row) == [due[0]])
        #expect(try place.store.interruptedLetters() == [])
    }

    // MARK: - Delivery reports

    @Test("gives up a letter that a delivery report names")
    func report() throws {
        let (place, letter) = try sending()
        try place.store.record([(letter, .done(note: "250"))], at: later)
        try fileReport(in: place)
        let entry = try place.onlyLetter()
        #expect(entry.state == .failed)
        #expect(entry.note == "550 unknown user")
        #expect(try place.reader().tickets().first?.lettersFailed == 1)
    }

    @Test("lets a report that overtakes the outcome have the last word", arguments: cases)
    private func earlyReport(_ row: Case) throws {
        let (place, letter) = try sending()
        try fileReport(in: place)
        #expect(try place.onlyLetter().state == .sending)
        try place.store.record([(letter, row.outcome)], at: later)
        #expect(try place.onlyLetter().state == .failed)
        #expect(try place.onlyLetter().note == "550 unknown user")
        let ticket = try #require(try place.reader().tickets().first)
        #expect(ticket.lettersFailed == 1)
        try place.store.retryLetter(letter, at: later)
        #expect(try place.onlyLetter().state == .queued)
    }

    @Test("shrugs at a report about a letter that is not ours")
    func foreignReport() throws {
        let place = try Workplace()
        try place.openTicket(1)
        try fileReport(in: place)
        #expect(try place.reader().outbox() == [])
    }

    private func sending() throws -> (Workplace, OutboxID) {
        let place = try Workplace()
        try place.openTicket(1, letters: ["ack"])
        let letter = try place.onlyLetter().row
        try place.store.beginSending([letter], at: Sample.now)
        return (place, letter)
    }

    private func fileReport(in place: Workplace) throws {
        let mail = try place.keep(99)
        let letter = Sample.id("ack@mileo.example")
        var plan = Sample.plan(mail.id, .fileQuiet, reason: "a letter did not arrive")
        plan.ticket = Sample.number(1)
        plan.undelivered = UndeliveredLetter(id: letter, reason: "550 unknown user")
        plan.events = [Sample.event(.letterFailed(letter, reason: "550 unknown user"))]
        try place.file(plan)
    }
}

@Suite("What a person may do")
struct ActingTests {
    @Test("queue a failed letter again, and the ticket is told")
    func retry() throws {
        let place = try Workplace()
        let number = try place.openTicket(1, letters: ["ack"])
        let letter = try place.onlyLetter().row
        try place.store.cancelLetter(letter, at: Sample.now)
        #expect(try place.onlyLetter().note == "cancelled by a person")
        try place.store.retryLetter(letter, at: Sample.now)
        #expect(try place.store.dueLetters(at: Sample.now, limit: 1).map(\.row) == [letter])
        let events = try place.reader().dossier(number)?.events.map(\.record.kind)
        #expect(events == ["opened", "letter-failed", "letter-queued"])
    }

    @Test("not queue a letter again that was never written")
    func neverWritten() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        var letter = Sample.letter("ack", about: Sample.number(1))
        letter.bytes = []
        letter.failure = "no such template"
        try place.file(Sample.opening(Sample.number(1), with: mail.id), letters: [letter])
        let found = try failure {
            try place.store.retryLetter(place.onlyLetter().row, at: Sample.now)
        }
        #expect(found.code == .refused)
        #expect(found.sentence.contains("never written"))
    }

    @Test("nothing about a letter that does not exist or stands elsewhere")
    func refused() throws {
        let place = try Workplace()
        try place.openTicket(1, letters: ["ack"])
        let letter = try place.onlyLetter().row
        let calls: [() throws -> Void] = [
            { try place.store.retryLetter(OutboxID(99), at: Sample.now) },
            { try place.store.cancelLetter(OutboxID(99), at: Sample.now) },
            { try place.store.retryLetter(letter, at: Sample.now) },
            {
                try place.store.beginSending([letter], at: Sample.now)
                try place.store.cancelLetter(letter, at: Sample.now)
            },
            { try place.store.releaseQuarantine(MailID(99)) },
            { try place.store.releaseQuarantine(MailID(1)) },
        ]
        for call in calls {
            let found = try failure(of: call)
            #expect(found.code == .refused)
            #expect(!found.isTemporary)
        }
        #expect(try place.onlyLetter().state == .sending)
    }

    @Test("let a mail out of the quarantine; its attempts begin anew")
    func release() throws {
        let place = try Workplace()
        let mail = try place.keep(1)
        try place.file(Sample.plan(mail.id, .quarantine, reason: "marked as spam"))
        try place.store.releaseQuarantine(mail.id)
        let taken = try place.store.takeUnfiled(limit: 5)
        #expect(taken.map(\.id) == [mail.id])
        #expect(taken.map(\.isReleased) == [true])
        #expect(taken.map(\.attempts) == [0])
        try place.file(Sample.opening(Sample.number(1), with: mail.id))
        #expect(try place.reader().quarantine() == [])
        #expect(try place.reader().tickets().count == 1)
    }
}
