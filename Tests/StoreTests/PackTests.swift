// The packs: append-only files of whole mails, of which the database says how much counts.

import Desk
import Foundation
import TestSupport
import Testing

@testable import Store

@Suite("Packs")
struct PackTests {
    @Test("begin anew when one is full; a mail larger than a pack has one of its own")
    func rollover() throws {
        var limits = StoreLimits()
        limits.packBytes = 1_000
        let place = try Workplace(limits)
        let sizes = [300, 300, 300, 5_000, 300]
        let mails = zip(1..., sizes).map { Sample.mail($0, bytesCount: $1) }
        let kept = try place.store.keep(mails)
        #expect(try place.folder.names(in: "raw").count == 3)
        for (mail, kept) in zip(mails, kept) {
            #expect(try place.store.bytes(of: kept.id) == mail.mail.bytes)
        }
        #expect(try place.reader().problems(thorough: true) == [])
    }

    @Test("lose what a crash has left behind their end at the next append")
    func garbage() throws {
        let place = try Workplace()
        let first = try place.keep(1)
        let path = "\(place.path)/raw/000001.pack"
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(repeating: 0xFF, count: 10_000))
        try file.close()
        #expect(try place.reader().problems(thorough: true) == [])
        let second = try place.keep(2)
        #expect(try place.folder.read("raw/000001.pack").count == 2 * 224)
        #expect(try place.store.bytes(of: first.id) == Sample.mail(1).mail.bytes)
        #expect(try place.store.bytes(of: second.id) == Sample.mail(2).mail.bytes)
    }

    @Test("give up no mail that an older database beside them does not know")
    func olderDatabase() throws {
        var limits = StoreLimits()
        limits.packBytes = 500
        let folder = try TemporaryFolder()
        let path = folder.path("state")
        let open = { try Store.open(folder: path, limits: limits) }
        _ = try open().keep([Sample.mail(1)])
        let old = try folder.names(in: "state").filter { $0.hasPrefix("guichet.db") }
            .map { (name: $0, bytes: try folder.read("state/\($0)")) }
        let later = (2...5).map { Sample.mail($0) }
        _ = try open().keep(later)
        #expect(try folder.names(in: "state/raw") == ["000001.pack", "000002.pack", "000003.pack"])

        for name in try folder.names(in: "state") where name.hasPrefix("guichet.db") {
            try FileManager.default.removeItem(atPath: folder.path("state/\(name)"))
        }
        for (name, bytes) in old {
            try folder.write("state/\(name)", bytes)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600],
                ofItemAtPath: folder.path("state/\(name)")
            )
        }
        let store = try open()
        #expect(try #require(store.openingNotes.first).contains("holds 4 mails"))
        let aside = try folder.names(in: "state/raw/aside").map {
            try folder.read("state/raw/aside/\($0)")
        }
        #expect(Set(aside) == Set(later.map(\.mail.bytes)))

        // Those that come again leave, whoever brings them; the others stay, and are told of.
        let kept = try store.keep([later[0], Sample.mail(6)])
        #expect(try store.bytes(of: kept[0].id) == later[0].mail.bytes)
        #expect(try folder.names(in: "state/raw/aside").count == 3)
        #expect(try #require(open().openingNotes.first).contains("holds 3 mails"))
        _ = try store.keep(Array(later.dropFirst()))
        #expect(try folder.names(in: "state/raw/aside") == [])
        #expect(try open().openingNotes == [])
        #expect(try StoreReader(folder: path).problems(thorough: true) == [])
    }

    @Test("show damage anywhere in a mail or its head", arguments: [0, 8, 16, 23, 24, 100, 223])
    func damage(_ offset: Int) throws {
        let place = try Workplace()
        let kept = try place.keep(1)
        var bytes = try place.folder.read("raw/000001.pack")
        bytes[offset] ^= 0x10
        try place.folder.write("raw/000001.pack", bytes)
        let found = try failure { _ = try place.reader().bytes(of: kept.id) }
        #expect(found.code == .damaged)
        #expect(!found.isTemporary)
        #expect(found.sentence.contains("000001.pack"))
        #expect(try place.reader().problems(thorough: true).count == 1)
    }

    @Test("that were cut are found when the next mail comes, and by a check")
    func cut() throws {
        let place = try Workplace()
        try place.keep(1)
        try place.folder.write("raw/000001.pack", Array(repeating: UInt8(0), count: 100))
        #expect(try failure { try place.keep(2) }.code == .damaged)
        #expect(try place.reader().problems(thorough: false).count == 1)
        #expect(try failure { try place.store.checkIntegrity() }.code == .damaged)
    }

    @Test("that are missing are an error, and are not made again empty")
    func missing() throws {
        let place = try Workplace()
        let kept = try place.keep(1)
        try FileManager.default.removeItem(atPath: "\(place.path)/raw/000001.pack")
        #expect(try failure { _ = try place.reader().bytes(of: kept.id) }.code == .absent)
        #expect(try failure { try place.keep(2) }.code == .absent)
        #expect(try place.folder.names(in: "raw") == [])
    }

    @Test("can be read without the database")
    func selfDescribing() throws {
        let place = try Workplace()
        let mails = (1...3).map { Sample.mail($0, bytesCount: 100 * Int($0)) }
        _ = try place.store.keep(mails)
        var rest = try place.folder.read("raw/000001.pack")[...]
        var found: [[UInt8]] = []
        while !rest.isEmpty {
            let head = try #require(PackHead(Array(rest.prefix(PackHead.bytesCount))))
            let mail = Array(rest.dropFirst(PackHead.bytesCount).prefix(head.length))
            #expect(PackHead(of: mail) == head)
            found.append(mail)
            rest = rest.dropFirst(PackHead.bytesCount + head.length)
        }
        #expect(found == mails.map(\.mail.bytes))
    }
}
