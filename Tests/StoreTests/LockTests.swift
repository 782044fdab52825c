// Two locks: one for the moment of a transaction, one for a whole run.

import Desk
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Store

@Suite("The write lock")
struct WriteLockTests {
    private static func hurried() -> StoreLimits {
        var limits = StoreLimits()
        limits.lockWaitMilliseconds = 20
        return limits
    }

    @Test("is waited for, and not for ever")
    func bounded() throws {
        let place = try Workplace(Self.hurried())
        let other = try Store.open(folder: place.path, limits: Self.hurried())
        try place.store.filing { _ in
            let found = try failure { _ = try other.keep([Sample.mail(1)]) }
            #expect(found.code == .locked)
            #expect(found.isTemporary)
            #expect(found.sentence.contains("write.lock"))
        }
        #expect(try other.keep([Sample.mail(1)]).count == 1)
    }

    @Test("is let go after a success, a failure, and a failure of the caller")
    func released() throws {
        struct Interruption: Error {}
        let place = try Workplace(Self.hurried())
        let other = try Store.open(folder: place.path, limits: Self.hurried())
        try place.keep(1)
        _ = try failure { try place.store.releaseQuarantine(MailID(5)) }
        #expect(throws: Interruption.self) {
            try place.store.filing { _ in throw Interruption() }
        }
        #expect(try other.keep([Sample.mail(2)]).count == 1)
    }

    @Test("is not wanted by those who only read")
    func readers() throws {
        let place = try Workplace(Self.hurried())
        try place.store.filing { _ in
            #expect(try place.reader().tickets() == [])
            _ = try Store.open(folder: place.path, limits: Self.hurried())
        }
    }

    @Test("keeps two processes from giving out a number twice")
    func twoProcesses() throws {
        let folder = try TemporaryFolder()
        let children = try ["nord", "sud"].map { mailbox in
            try Child.start("take", folder.path("state"), mailbox, "50")
        }
        for child in children { #expect(try child.wait() == .exited(0)) }
        let reader = try StoreReader(folder: folder.path("state"))
        var filter = TicketFilter()
        filter.limit = 200
        let sequences = try reader.tickets(filter).map(\.number.sequence)
        #expect(sequences.sorted() == Array(1...100))
        #expect(try reader.problems(thorough: true) == [])
    }

    @Test("is taken by threads of one process in turn")
    func threads() async throws {
        let place = try Workplace()
        try await withThrowingTaskGroup { group in
            for uid in 1...40 as ClosedRange<UInt32> {
                group.addTask { _ = try place.openTicket(uid) }
            }
            try await group.waitForAll()
        }
        let sequences = try place.reader().tickets().map(\.number.sequence)
        #expect(sequences.sorted() == Array(1...40))
    }
}

@Suite("The service lock")
struct ServiceLockTests {
    @Test("is one service's at a time, and the second is told whose")
    func exclusive() throws {
        let folder = try TemporaryFolder()
        let first = try ServiceLock(folder: folder.path)
        let found = try failure { _ = try ServiceLock(folder: folder.path) }
        #expect(found.code == .served)
        #expect(found.isTemporary)
        #expect(found.sentence.contains("process \(getpid())"))
        first.release()
        let second = try ServiceLock(folder: folder.path)
        extendLifetime(second)
        extendLifetime(first)
    }

    @Test("ends with its process, however that ends")
    func killed() throws {
        let folder = try TemporaryFolder()
        let child = try Child.start("serve", folder.path)
        #expect(child.nextOutput() == "serving\n")
        let found = try failure { _ = try ServiceLock(folder: folder.path) }
        #expect(found.sentence.contains("process \(child.pid)"))
        child.kill()
        #expect(try child.wait() == .killed)
        let lock = try ServiceLock(folder: folder.path)
        extendLifetime(lock)
    }

    @Test("leaves commands their short transactions")
    func commands() throws {
        let place = try Workplace()
        let lock = try ServiceLock(folder: place.path)
        try place.openTicket(1)
        extendLifetime(lock)
    }
}
