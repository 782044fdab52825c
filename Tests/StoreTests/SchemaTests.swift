// The form of the database: migrated step by step, each step whole or not at all, and never by a
// program that does not know it.

import Desk
import Foundation
import TestSupport
import Testing

@testable import Store

@Suite("The database's form")
struct SchemaTests {
    @Test("is numbered from 1 without a gap")
    func numbers() {
        #expect(Schema.migrations.map(\.number) == Array(1...Schema.version))
    }

    @Test("is durable, in a write-ahead log that nobody copies unasked")
    func settings() throws {
        let place = try Workplace()
        let connection = try Connection(path: "\(place.path)/guichet.db", access: .write)
        #expect(try connection.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
        let expected = [
            ("synchronous", 2), ("foreign_keys", 1), ("wal_autocheckpoint", 0),
            ("page_size", Int64(Schema.pageBytes)), ("user_version", Int64(Schema.version)),
            ("application_id", Schema.applicationID),
        ]
        for (pragma, value) in expected { #expect(try connection.number(pragma) == value) }
    }

    @Test("of a newer Guichet is refused, for writing and for reading, and left as it is")
    func newer() throws {
        let folder = try folder(after: "PRAGMA user_version = \(Schema.version + 1)")
        let calls: [() throws -> Void] = [
            { _ = try Store.open(folder: folder.path) },
            { _ = try StoreReader(folder: folder.path) },
        ]
        for call in calls {
            let found = try failure(of: call)
            #expect(found.code == .newer)
            #expect(!found.isTemporary)
            #expect(
                found.sentence.contains(
                    "schema \(Schema.version + 1), this one knows \(Schema.version)"
                )
            )
        }
    }

    @Test("of an older Guichet is brought up to date by the next writer; a reader says so")
    func older() throws {
        let folder = try TemporaryFolder()
        try folder.write("guichet.db", "")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: folder.path("guichet.db")
        )
        #expect(try failure { _ = try StoreReader(folder: folder.path) }.code == .older)
        _ = try Store.open(folder: folder.path)
        #expect(try StoreReader(folder: folder.path).tickets() == [])
    }

    @Test(
        "of another program is refused",
        arguments: [
            ["PRAGMA application_id = 5"],
            ["PRAGMA application_id = 0", "PRAGMA user_version = 0"],
        ]
    )
    func foreign(_ statements: [String]) throws {
        let folder = try folder(after: statements)
        #expect(try failure { _ = try Store.open(folder: folder.path) }.code == .foreign)
    }

    @Test("changes by a whole migration or not at all")
    func halfMigration() throws {
        let place = try Workplace()
        let connection = try Connection(path: "\(place.path)/guichet.db", access: .write)
        let next = Schema.version + 1
        let broken = Migration(
            number: next,
            statements: ["CREATE TABLE extra (id INTEGER)", "CREATE TABLE mail (id INTEGER)"]
        )
        #expect(throws: StoreError.self) {
            try Schema.migrate(connection, by: Schema.migrations + [broken])
        }
        #expect(try connection.number("user_version") == Int64(Schema.version))
        let sound = Migration(number: next, statements: ["CREATE TABLE extra (id INTEGER)"])
        try Schema.migrate(connection, by: Schema.migrations + [sound])
        #expect(try connection.number("user_version") == Int64(next))
    }

    @Test(
        "lets nobody change or delete an event",
        arguments: [
            "UPDATE event SET detail = 'x'", "DELETE FROM event",
            "REPLACE INTO event VALUES (1, 1, 0, 'opened', '')",
        ]
    )
    func eventsStay(_ statement: String) throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        let connection = try Connection(path: "\(place.path)/guichet.db", access: .write)
        let found = try failure { try connection.execute(statement) }
        #expect(found.sentence.contains("events are only ever added"))
        #expect(try place.reader().dossier(number)?.events.map(\.record.kind) == ["opened"])
    }

    @Test("shows events of a kind that this program does not know, and folds the others")
    func unknownKind() throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        let connection = try Connection(path: "\(place.path)/guichet.db", access: .write)
        try connection.execute("INSERT INTO event VALUES (1, 2, 0, 'surveyed', '5')")
        let dossier = try #require(try place.reader().dossier(number))
        #expect(dossier.events.map(\.record.kind) == ["opened", "surveyed"])
        #expect(dossier.ticket.number == number)
    }

    private func folder(after statement: String) throws -> TemporaryFolder {
        try folder(after: [statement])
    }

    private func folder(after statements: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try Store.open(folder: folder.path)
        let connection = try Connection(path: folder.path("guichet.db"), access: .write)
        for statement in statements { try connection.execute(statement) }
        return folder
    }
}
