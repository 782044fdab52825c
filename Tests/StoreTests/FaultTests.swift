// The world's failures: what each is called, whether it passes by itself, and that nothing is lost.

import Desk
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Store

@Suite("A failure of the system or of SQLite")
struct StoreErrorTests {
    static let systemRows: [(number: Int32, code: StoreError.Code, isTemporary: Bool)] = [
        (ENOSPC, .full, true), (EDQUOT, .full, true), (EFBIG, .full, true),
        (EACCES, .noRights, false), (EPERM, .noRights, false), (EROFS, .noRights, false),
        (ENOENT, .absent, false), (ENOTDIR, .unsuitable, false), (EISDIR, .unsuitable, false),
        (ELOOP, .unsuitable, false), (ENAMETOOLONG, .unsuitable, false),
        (EMFILE, .exhausted, true), (ENFILE, .exhausted, true), (ENOMEM, .exhausted, true),
        (EIO, .inputOutput, true), (ENODEV, .inputOutput, true), (ESTALE, .inputOutput, true),
    ]

    @Test("has a kind, and says whether it passes by itself", arguments: systemRows)
    func system(_ row: (number: Int32, code: StoreError.Code, isTemporary: Bool)) {
        let found = StoreError.system(row.number, "write", "state/file")
        #expect(found.code == row.code)
        #expect(found.isTemporary == row.isTemporary)
        #expect(found.number == row.number)
        #expect(found.sentence.contains("state/file"))
        #expect(found.description == found.sentence)
    }

    // The numbers are SQLite's own, which this target cannot import: result codes, and how the
    // extended ones are made of them.
    static let sqliteRows: [(number: Int32, code: StoreError.Code, isTemporary: Bool)] = [
        (5, .locked, true), (5 | 2 << 8, .locked, true), (6, .locked, true), (15, .locked, true),
        (13, .full, true), (10, .inputOutput, true), (10 | 4 << 8, .inputOutput, true),
        (14, .inputOutput, true), (7, .exhausted, true), (8, .noRights, false),
        (3, .noRights, false), (23, .noRights, false), (11, .damaged, false),
        (11 | 1 << 8, .damaged, false), (26, .foreign, false), (19, .unexpected, false),
        (1, .unexpected, false), (18, .unexpected, false), (20, .unexpected, false),
    ]

    @Test("has a kind for each result of SQLite", arguments: sqliteRows)
    func sqlite(_ row: (number: Int32, code: StoreError.Code, isTemporary: Bool)) {
        let found = StoreError.sqlite(row.number, message: "told", path: "state/guichet.db")
        #expect(found.code == row.code)
        #expect(found.isTemporary == row.isTemporary)
        #expect(found.sentence.contains("state/guichet.db"))
    }

    @Test("is told by the system's number where SQLite met one")
    func underlying() {
        for (result, system, code) in [
            (10 | 3 << 8, EDQUOT, StoreError.Code.full), (14, EACCES, .noRights),
            (14, ENOENT, .absent), (14, EMFILE, .exhausted), (10, EIO, .inputOutput),
        ] {
            let found = StoreError.sqlite(
                Int32(result),
                system: system,
                message: "",
                path: "state/guichet.db"
            )
            #expect(found.code == code)
        }
    }

    @Test("equals another of its kind, whatever it says")
    func equality() {
        #expect(StoreError(.full, "a") == StoreError(.full, "b", number: 3))
        #expect(StoreError(.full, "a") != StoreError(.locked, "a"))
        #expect(Set([StoreError(.full, "a"), StoreError(.full, "b")]).count == 1)
    }
}

@Suite("A full disk")
struct FullDiskTests {
    @Test("stops keeping and filing, and loses nothing that was promised")
    func database() throws {
        let folder = try TemporaryFolder()
        var limits = StoreLimits()
        limits.databasePages = 60
        let store = try Store.open(folder: folder.path, limits: limits)
        var safe: [KeptMail] = []
        let found = try failure {
            for uid in 1...10_000 as ClosedRange<UInt32> {
                safe += try store.keep([Sample.mail(uid)])
            }
        }
        #expect(found.code == .full)
        #expect(found.isTemporary)
        #expect(found.sentence.contains("nothing was lost"))
        #expect(!safe.isEmpty)
        // With space again, the work goes on in the same process.
        let other = try Store.open(folder: folder.path)
        let next = try other.keep([Sample.mail(UInt32(safe.count + 1))])
        #expect(next.first?.id == MailID(Int64(safe.count + 1)))
        let reader = try StoreReader(folder: folder.path)
        #expect(try reader.balance().map(\.fetched) == [safe.count + 1])
        #expect(try reader.problems(thorough: true) == [])
    }

    @Test("leaves a filing undone as a whole")
    func filing() throws {
        let folder = try TemporaryFolder()
        var limits = StoreLimits()
        limits.databasePages = 60
        let store = try Store.open(folder: folder.path, limits: limits)
        let mail = try #require(try store.keep([Sample.mail(1)]).first)
        var letter = Sample.letter("ack", about: Sample.number(1))
        letter.bytes = Array(repeating: 65, count: 1_000_000)
        let found = try failure {
            try store.filing { transaction in
                let plan = Sample.opening(Sample.number(1), with: mail.id)
                _ = try transaction.file(plan, letters: [letter], at: Sample.now)
            }
        }
        #expect(found.code == .full)
        #expect(try StoreReader(folder: folder.path).tickets() == [])
        letter.bytes = [65]
        try store.filing { transaction in
            let plan = Sample.opening(Sample.number(1), with: mail.id)
            _ = try transaction.file(plan, letters: [letter], at: Sample.now)
        }
        #expect(try StoreReader(folder: folder.path).outbox().count == 1)
    }

    @Test(
        "is met in the database and in the packs alike",
        arguments: [(bytes: 500_000, size: 500), (bytes: 1_000_000, size: 60_000)]
    )
    func packs(_ row: (bytes: Int, size: Int)) throws {
        let folder = try TemporaryFolder()
        let state = folder.path("state")
        let child = try Child.start("fill", state, "\(row.bytes)", "\(row.size)")
        #expect(try child.wait() == .exited(0))
        let said = child.nextOutput().split(separator: " ")
        let safe = try #require(said.first.flatMap { Int($0) })
        #expect(safe > 0)
        #expect(said.dropFirst().prefix(2) == ["full", "true"])
        let reader = try StoreReader(folder: state)
        #expect(try reader.balance().map(\.fetched).reduce(0, +) == safe)
        #expect(try reader.problems(thorough: true) == [])
        let next = Sample.mail(1, in: Sample.complaints)
        let kept = try Store.open(folder: state).keep([next])
        #expect(try reader.bytes(of: kept[0].id) == next.mail.bytes)
        #expect(try reader.problems(thorough: true) == [])
    }
}

@Suite("A damaged database")
struct DamageTests {
    @Test("is refused by a check before the work, never crashed upon", arguments: 0..<40)
    func anywhere(_ step: Int) throws {
        let folder = try TemporaryFolder()
        try fill(folder)
        var bytes = try folder.read("guichet.db")
        let start = bytes.count * step / 40
        for offset in start..<min(start + 600, bytes.count) { bytes[offset] ^= 0x5A }
        try folder.write("guichet.db", bytes)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: folder.path("guichet.db")
        )
        do {
            let store = try Store.open(folder: folder.path, isCheckedFirst: true)
            // Damage within a free page or a text is no damage to the form.
            _ = try store.takeUnfiled(limit: 5)
            _ = try StoreReader(folder: folder.path).tickets()
        } catch {
            #expect([.damaged, .foreign, .newer, .unexpected].contains(error.code))
            #expect(!error.isTemporary)
        }
    }

    private func fill(_ folder: TemporaryFolder) throws {
        var limits = StoreLimits()
        limits.logBytes = 0
        let store = try Store.open(folder: folder.path, limits: limits)
        for uid in 1...20 as ClosedRange<UInt32> {
            let mail = try store.keep([Sample.mail(uid)])[0]
            try store.filing { transaction in
                let number = try transaction.nextNumber(prefix: "SAV", year: 2026)
                let plan = Sample.opening(number, with: mail.id)
                _ = try transaction.file(plan, letters: [], at: Sample.now)
            }
        }
        // Everything was copied into the database; without its log it stands alone.
        for name in ["guichet.db-wal", "guichet.db-shm"] {
            try FileManager.default.removeItem(atPath: folder.path(name))
        }
    }
}
