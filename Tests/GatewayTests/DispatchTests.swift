// Letters on their way out: room is asked for before an attempt is counted, a failing way keeps
// what became of its letters, and an uncertain letter is repeated only where evidence allows it.

import Desk
import Foundation
import Gateway
import Store
import Synchronization
import TestSupport
import Testing

@Suite("Dispatch")
struct DispatchTests {
    @Test("hands over no more than there is room for, and counts no attempt of the others")
    func room() throws {
        let place = try DispatchPlace(letters: 5)
        let report = try place.run { postman in
            postman.room = { SendingRoom(letters: 2, nextAt: $0.addingTimeInterval(60)) }
        }
        #expect(report.sent == 2)
        #expect(report.full.values.map(\.nextAt) == [place.clock.now.addingTimeInterval(60)])
        #expect(try place.states() == ["sent 1", "sent 1", "queued 0", "queued 0", "queued 0"])
    }

    @Test("gives back the attempt of a letter whose turn did not come")
    func untouched() throws {
        let place = try DispatchPlace(letters: 2)
        _ = try place.run { postman in
            postman.handOver = { letters, _, _ in
                HandedOver([
                    (letters[0].row, .done(note: "fine")),
                    (letters[1].row, .untouched(note: "stopped")),
                ])
            }
        } groupGoesOn: {
            false
        }
        #expect(try place.states() == ["sent 1", "queued 0"])
    }

    @Test("records what became of letters, and the failure of their way too")
    func failure() throws {
        let place = try DispatchPlace(letters: 2)
        let report = try place.run { postman in
            postman.handOver = { letters, now, _ in
                HandedOver(
                    [
                        (letters[0].row, .done(note: "fine")),
                        (letters[1].row, .later(now.addingTimeInterval(60), note: "gone")),
                    ],
                    failure: ScriptedInbox.Failure(sentence: "the server is gone"),
                    complaints: ["no copy was kept"]
                )
            }
        }
        #expect(report.failures.count == 1)
        #expect(report.complaints == ["no copy was kept"])
        #expect(report.reached.isEmpty)
        #expect(try place.states() == ["sent 1", "queued 1"])
    }

    @Test("looks for an uncertain letter only when its trace has had time to appear")
    func age() throws {
        let place = try DispatchPlace(letters: 1)
        _ = try place.run { $0.handOver = DispatchPlace.losing }
        let asked = Mutex(0)
        let change: (inout Postman) -> Void = { postman in
            postman.evidenceSeconds = 60
            postman.findDelivered = { ids in
                asked.withLock { $0 += 1 }
                return ids
            }
        }
        _ = try place.run(change)
        #expect(asked.withLock { $0 } == 0)
        #expect(try place.states() == ["uncertain 1"])
        place.clock.advance(by: 60, resting: 0)
        let report = try place.run(change)
        #expect(report.found == 1)
        #expect(try place.states() == ["sent 1"])
    }

    @Test("sends an uncertain letter again where there is no trace of it")
    func noTrace() throws {
        let place = try DispatchPlace(letters: 1)
        _ = try place.run { $0.handOver = DispatchPlace.losing }
        _ = try place.run { $0.findDelivered = { _ in [] } }
        #expect(try place.states() == ["sent 2"])
    }

    @Test("takes a missing copy of its own for no proof: a person decides, and is told once")
    func ownCopies() throws {
        let place = try DispatchPlace(letters: 1)
        _ = try place.run { $0.handOver = DispatchPlace.losing }
        let change: (inout Postman) -> Void = { postman in
            postman.absenceTells = false
            postman.handOver = DispatchPlace.losing
        }
        let reports = try (1...3).map { _ in try place.run(change) }
        #expect(reports.map(\.refused) == [1, 0, 0])
        #expect(try place.states() == ["failed 1"])
        let note = try #require(try place.letters().first?.note)
        #expect(note.contains("our own copy (append-sent) is made after the server's answer"))
    }

    @Test("believes a copy of its own that is there")
    func ownCopyIsThere() throws {
        let place = try DispatchPlace(letters: 1)
        _ = try place.run { $0.handOver = DispatchPlace.losing }
        let report = try place.run { postman in
            postman.absenceTells = false
            postman.findDelivered = { $0 }
        }
        #expect((report.found, report.refused) == (1, 0))
        #expect(try place.states() == ["sent 1"])
    }

    @Test("repeats a letter once and no more where the folder of copies stays empty")
    func emptyFolder() throws {
        let place = try DispatchPlace(letters: 1)
        for _ in 1...9 {
            _ = try place.run { $0.handOver = DispatchPlace.losing }
            place.clock.advance(by: 3_600, resting: 0)
        }
        #expect(try place.states() == ["failed 2"])
        let note = try #require(try place.letters().first?.note)
        #expect(note.contains("it was sent again once already"))
        // A person who has found out has it sent again, with the same bounds as before.
        try place.store.retryLetter(place.rows[0], at: place.clock.now)
        for _ in 1...9 { _ = try place.run { $0.handOver = DispatchPlace.losing } }
        #expect(try place.states() == ["failed 4"])
    }

    @Test("repeats a letter that kills have caught no more than three times")
    func caughtAgain() throws {
        let place = try DispatchPlace(letters: 1)
        for _ in 1...9 {
            let due = try place.store.dueLetters(at: place.clock.now, limit: 1)
            try place.store.beginSending(due.map(\.row), at: place.clock.now)
            _ = try place.run { $0.room = { SendingRoom(letters: 0, nextAt: $0) } }
        }
        #expect(try place.states() == ["failed 4"])
    }

    @Test("believes its notes after a kill, and asks for the one letter that they leave in doubt")
    func notes() throws {
        for hasEvidence in [false, true] {
            let place = try DispatchPlace(letters: 4)
            let ids = try place.letters().map(\.letter.id)
            // The process died before it recorded anything of this group.
            try place.store.beginSending(place.rows, at: place.clock.now)
            let asked = Mutex<Set<MessageID>>([])
            let find: @Sendable (Set<MessageID>) -> Set<MessageID> = { ids in
                asked.withLock { $0 = ids }
                return ids
            }
            let report = try place.run { postman in
                postman.notes = { _ in [ids[0]: true, ids[2]: false, ids[3]: false] }
                postman.findDelivered = hasEvidence ? find : nil
            }
            #expect((report.found, report.sent) == (hasEvidence ? 2 : 1, 2))
            #expect(report.refused == (hasEvidence ? 0 : 1))
            #expect(asked.withLock { $0 } == (hasEvidence ? [ids[1]] : []))
            let doubtful = hasEvidence ? "sent 1" : "failed 1"
            #expect(try place.states() == ["sent 1", doubtful, "sent 2", "sent 2"])
        }
    }

    @Test("asks the evidence for every letter of a group of which there are no notes")
    func withoutNotes() throws {
        let place = try DispatchPlace(letters: 3)
        let ids = try place.letters().map(\.letter.id)
        try place.store.beginSending(place.rows, at: place.clock.now)
        let report = try place.run { $0.findDelivered = { _ in [ids[2]] } }
        #expect((report.found, report.sent) == (1, 2))
        #expect(try place.states() == ["sent 2", "sent 2", "sent 1"])
    }

    @Test("asks no notes of a letter whose answer did not come")
    func notesOfUncertain() throws {
        let place = try DispatchPlace(letters: 1)
        let ids = try place.letters().map(\.letter.id)
        _ = try place.run { $0.handOver = DispatchPlace.losing }
        let report = try place.run { postman in
            postman.notes = { _ in [ids[0]: false] }
            postman.findDelivered = nil
        }
        #expect((report.refused, report.sent) == (1, 0))
        #expect(try place.states() == ["failed 1"])
    }

    @Test("never repeats an uncertain letter where nothing can tell: a person decides")
    func noEvidence() throws {
        let place = try DispatchPlace(letters: 1)
        _ = try place.run { $0.handOver = DispatchPlace.losing }
        let report = try place.run { $0.findDelivered = nil }
        #expect((report.refused, report.sent) == (1, 0))
        #expect(try place.states() == ["failed 1"])
        let note = try #require(try place.letters().first?.note)
        #expect(note.contains("the connection broke"))
        #expect(note.contains("guichet outbox retry \(place.rows[0].row)"))
        try place.store.retryLetter(place.rows[0], at: place.clock.now)
        _ = try place.run { $0.findDelivered = nil }
        #expect(try place.states() == ["sent 2"])
    }
}
