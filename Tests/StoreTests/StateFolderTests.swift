// The state folder belongs to one user, and every way in which it can be unfit has a sentence.

import Desk
import Foundation
import Glibc
import Store
import TestSupport
import Testing

@Suite("The state folder")
struct StateFolderTests {
    @Test("is made, with those above it, for its owner alone")
    func made() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a/b/state")
        let store = try Store.open(folder: path)
        _ = try store.keep([Sample.mail(1)])
        for name in ["a", "a/b", "a/b/state", "a/b/state/raw"] {
            #expect(try mode(folder.path(name)) == 0o700)
        }
        let files = ["guichet.db", "guichet.db-wal", "guichet.db-shm", "write.lock"]
        for name in files + ["raw/000001.pack"] {
            #expect(try mode("\(path)/\(name)") == 0o600)
        }
    }

    @Test("may be named with slashes at its end")
    func slashes() throws {
        let folder = try TemporaryFolder()
        let kept = try Store.open(folder: folder.path("s///")).keep([Sample.mail(1)])
        #expect(try StoreReader(folder: folder.path("s")).mail(kept[0].id) != nil)
    }

    @Test(
        "is refused where others can read it, with the line that mends it",
        arguments: [
            ("", 0o750, "chmod 700 "), ("", 0o701, "chmod 700 "), ("/raw", 0o755, "chmod 700 "),
            ("/guichet.db", 0o640, "chmod 600 "), ("/guichet.db", 0o604, "chmod 600 "),
            ("/guichet.db-wal", 0o644, "chmod 600 "),
        ]
    )
    func open(_ name: String, _ mode: Int, _ remedy: String) throws {
        let place = try Workplace()
        let path = place.path + name
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let calls: [() throws -> Void] = [
            { _ = try Store.open(folder: place.path) },
            { _ = try StoreReader(folder: place.path) },
        ]
        for call in calls {
            let found = try failure(of: call)
            #expect(found.code == .openToOthers)
            #expect(!found.isTemporary)
            #expect(found.sentence.contains(remedy + path))
        }
    }

    @Test("is refused where it is a file, or lies below one")
    func file() throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "")
        for name in ["file", "file/state"] {
            let found = try failure { _ = try Store.open(folder: folder.path(name)) }
            #expect(found.code == .unsuitable)
            #expect(found.sentence.contains(folder.path(name)))
        }
    }

    @Test("is refused where nobody may write", .enabled(if: Self.hasForbiddenPlace))
    func forbidden() throws {
        let found = try failure { _ = try Store.open(folder: "/sys/kernel/guichet") }
        #expect(found.code == .noRights)
        #expect(!found.isTemporary)
    }

    @Test(
        "is refused where it may only be read",
        .enabled(if: geteuid() != 0, "the system's administrator may write everywhere")
    )
    func readOnly() throws {
        let place = try Workplace()
        for (name, mode) in [("", 0o500), ("/guichet.db", 0o400)] {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode],
                ofItemAtPath: place.path + name
            )
        }
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o700],
                ofItemAtPath: place.path
            )
        }
        let found = try failure { _ = try Store.open(folder: place.path) }
        #expect(found.code == .noRights)
        #expect(found.sentence.contains("--state"))
    }

    @Test("may be reached through a link, as the service manager likes to make one")
    func linkedFolder() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"),
            withDestinationPath: folder.path("private")
        )
        _ = try Store.open(folder: folder.path("private"))
        let kept = try Store.open(folder: folder.path("link")).keep([Sample.mail(1)])
        #expect(try StoreReader(folder: folder.path("link")).mail(kept[0].id) != nil)
    }

    @Test("does not follow a link where a file of its own should be")
    func link() throws {
        let folder = try TemporaryFolder()
        try folder.write("elsewhere", "")
        try folder.makeFolder("state")
        let state = folder.path("state")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: state)
        try FileManager.default.createSymbolicLink(
            atPath: "\(state)/write.lock",
            withDestinationPath: folder.path("elsewhere")
        )
        #expect(try failure { _ = try Store.open(folder: state) }.code == .unsuitable)
    }

    @Test("is refused where the database is no database")
    func noDatabase() throws {
        let place = try Workplace()
        let folder = try place.folder
        let text = String(repeating: "not a database ", count: 500)
        try Data(text.utf8).write(to: folder.url.appending(path: "guichet.db"))
        for name in ["guichet.db-wal", "guichet.db-shm"] {
            try FileManager.default.removeItem(atPath: folder.path(name))
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: folder.path("guichet.db")
        )
        let found = try failure { _ = try Store.open(folder: folder.path) }
        #expect(found.code == .foreign)
        #expect(found.sentence.contains("backup"))
    }

    private static var hasForbiddenPlace: Bool {
        FileManager.default.fileExists(atPath: "/sys/kernel")
    }

    private func mode(_ path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return attributes[.posixPermissions] as? Int
    }
}
