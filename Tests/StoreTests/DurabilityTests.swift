// The order of the steps, which is what durability rests on, and the write-ahead log, which is
// copied under the write lock and at no other moment.

import Desk
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite("The steps of a transaction")
struct StepOrderTests {
    @Test("make the packs durable before the commit that refers to them")
    func packsFirst() throws {
        let steps = Recorder()
        let folder = try TemporaryFolder()
        let store = try Store.open(folder: folder.path) { steps.note($0, $1) }
        steps.forget()
        _ = try store.keep([Sample.mail(1), Sample.mail(2)])
        let kept = steps.all.filter { !$0.hasPrefix("BEGIN") && !$0.hasPrefix("INSERT INTO mail") }
        #expect(
            kept == [
                "INSERT INTO pack VALUES (?, 0)", "UPDATE pack SET bytes = ? WHERE number = ?",
                "open the pack", "write to the pack", "write to the pack", "flush the pack",
                "flush the folder of packs", "COMMIT",
            ]
        )
        #expect(steps.all.first == "BEGIN IMMEDIATE")
        #expect(steps.all.last == "COMMIT")
    }

    @Test("are counted from 1 without a gap")
    func counted() throws {
        let steps = Recorder()
        let folder = try TemporaryFolder()
        let store = try Store.open(folder: folder.path) { steps.note($0, $1) }
        _ = try store.keep([Sample.mail(1)])
        #expect(steps.numbers == Array(1...steps.numbers.count))
    }

    @Test("share one commit, and one flush, among all mails of a group")
    func groupCommit() throws {
        let steps = Recorder()
        let folder = try TemporaryFolder()
        let store = try Store.open(folder: folder.path) { steps.note($0, $1) }
        steps.forget()
        let kept = try store.keep((1...50).map { Sample.mail($0) })
        try store.filing { transaction in
            for mail in kept {
                let number = try transaction.nextNumber(prefix: "SAV", year: 2026)
                let plan = Sample.opening(number, with: mail.id)
                _ = try transaction.file(plan, letters: [], at: Sample.now)
            }
        }
        #expect(steps.all.filter { $0 == "COMMIT" }.count == 2)
        #expect(steps.all.filter { $0 == "flush the pack" }.count == 1)
    }

    @Test("are none where only reading was asked for")
    func reading() throws {
        let steps = Recorder()
        let folder = try TemporaryFolder()
        let store = try Store.open(folder: folder.path) { steps.note($0, $1) }
        let kept = try store.keep([Sample.mail(1)])
        steps.forget()
        _ = try store.bytes(of: kept[0].id)
        _ = try store.dueLetters(at: Sample.now, limit: 5)
        _ = try store.interruptedLetters()
        _ = try Store.open(folder: folder.path) { steps.note($0, $1) }
        #expect(steps.all == [])
    }
}

@Suite("The write-ahead log")
struct LogTests {
    @Test("is copied and cut as it grows")
    func bounded() throws {
        var limits = StoreLimits()
        limits.logBytes = 100_000
        limits.logFileBytes = 100_000
        let place = try Workplace(limits)
        for uid in 1...60 as ClosedRange<UInt32> { try place.openTicket(uid) }
        #expect(try size("guichet.db-wal", in: place.path) < 300_000)
        #expect(try size("guichet.db", in: place.path) > 150_000)
        #expect(try place.reader().problems(thorough: true) == [])
    }

    @Test("grows on while a reader needs it, and is copied and cut afterwards")
    func pinned() throws {
        var limits = StoreLimits()
        limits.logBytes = 50_000
        limits.logFileBytes = 50_000
        let place = try Workplace(limits)
        try place.keep(1)
        let store = place.store
        let counts = try place.reader().read { connection throws(StoreError) in
            let count = { () throws(StoreError) -> Int? in
                try connection.first("SELECT count(*) FROM mail") { $0.count(0) }
            }
            let before = try count()
            for uid in 2...60 as ClosedRange<UInt32> { _ = try store.keep([Sample.mail(uid)]) }
            return [before, try count()]
        }
        #expect(counts == [1, 1])
        #expect(try size("guichet.db-wal", in: place.path) > 500_000)
        for uid in 61...70 as ClosedRange<UInt32> { try place.keep(uid) }
        #expect(try size("guichet.db-wal", in: place.path) < 200_000)
        #expect(try place.reader().balance().map(\.fetched) == [70])
    }

    @Test("is not copied when a store or a reader is closed")
    func closing() throws {
        let folder = try TemporaryFolder()
        func work() throws -> Int {
            let store = try Store.open(folder: folder.path)
            let before = try folder.read("guichet.db")
            _ = try store.keep((1...50).map { Sample.mail($0) })
            _ = try StoreReader(folder: folder.path).balance()
            #expect(try folder.read("guichet.db") == before)
            return before.count
        }
        let bytesCount = try work()
        #expect(try size("guichet.db", in: folder.path) == bytesCount)
        #expect(try size("guichet.db-wal", in: folder.path) > 4_096)
        #expect(try StoreReader(folder: folder.path).balance().map(\.fetched) == [50])
    }
}

/// How large a file is.
private func size(_ name: String, in folder: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
    return try #require(attributes[.size] as? Int)
}

/// Remembers the steps of a store.
private final class Recorder: Sendable {
    private let steps = Mutex<[(number: Int, name: String)]>([])

    var all: [String] { steps.withLock { $0.map(\.name) } }
    var numbers: [Int] { steps.withLock { $0.map(\.number) } }

    func note(_ number: Int, _ name: String) { steps.withLock { $0.append((number, name)) } }
    func forget() { steps.withLock { $0 = [] } }
}
