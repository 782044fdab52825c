// Marking: new/ → cur/ after the commit, as often as one likes, and never over another mail. Every
// row is done three times, for a restart may repeat it, and what lay in cur/ before must still be
// there with its own bytes.

import Desk
import Foundation
import Glibc
import MailTransport
import TestSupport
import Testing

@Suite("Maildir source: marking done")
struct MaildirMarkDoneTests {
    struct Move: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let new: [String]
        var cur: [String] = []
        let done: String
        var newAfter: [String] = []
        let curAfter: [String]
    }

    @Test(
        "moves by the book",
        arguments: [
            Move(
                testDescription: "a plain name",
                new: ["1791187200.M1.mx", "1791187200.M2.mx"],
                done: "1791187200.M1.mx",
                newAfter: ["1791187200.M2.mx"],
                curAfter: ["1791187200.M1.mx:2,S"]
            ),
            Move(
                testDescription: "moved already",
                new: [],
                cur: ["1791187200.M1.mx:2,S"],
                done: "1791187200.M1.mx",
                curAfter: ["1791187200.M1.mx:2,S"]
            ),
            Move(
                testDescription: "deleted by somebody",
                new: [],
                done: "1791187200.M1.mx",
                curAfter: []
            ),
            Move(
                testDescription: "flags are kept, in order",
                new: ["1791187200.M1.mx:2,TF"],
                done: "1791187200.M1.mx",
                curAfter: ["1791187200.M1.mx:2,FST"]
            ),
            Move(
                testDescription: "an unknown info is dropped",
                new: ["1791187200.M1.mx:1,exp"],
                done: "1791187200.M1.mx",
                curAfter: ["1791187200.M1.mx:2,S"]
            ),
            Move(
                testDescription: "the name is taken",
                new: ["1791187200.M1.mx"],
                cur: ["1791187200.M1.mx:2,S", "1791187200.M1.mx_2:2,S"],
                done: "1791187200.M1.mx",
                curAfter: [
                    "1791187200.M1.mx:2,S", "1791187200.M1.mx_2:2,S", "1791187200.M1.mx_3:2,S",
                ]
            ),
            Move(
                testDescription: "the longest name",
                new: [String(repeating: "n", count: 251)],
                done: String(repeating: "n", count: 251) + "/1791187200000000000",
                curAfter: [String(repeating: "n", count: 251) + ":2,S"]
            ),
            Move(
                testDescription: "a person's name, the same file",
                new: ["test.eml"],
                done: "test.eml/1791187200000000000",
                curAfter: ["test.eml:2,S"]
            ),
            Move(
                testDescription: "a person's name, another file since",
                new: ["test.eml"],
                done: "test.eml/1791187140000000000",
                newAfter: ["test.eml"],
                curAfter: []
            ),
        ]
    )
    func move(_ move: Move) throws {
        let maildir = try MaildirFixture()
        for name in move.new { try maildir.receive(name, "waiting") }
        for name in move.cur { try maildir.folder.write("cur/\(name)", "older") }
        // Repeatable: the second and third time change nothing.
        for _ in 1...3 {
            try maildir.source.markDone([maildir.origin(move.done)])
            #expect(try maildir.folder.names(in: "new") == move.newAfter)
            #expect(try maildir.folder.names(in: "cur") == move.curAfter)
        }
        for name in move.cur {
            #expect(try maildir.folder.read("cur/\(name)") == Array("older".utf8))
        }
    }

    @Test("ends a move that another program began by a second link")
    func secondLink() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx")
        let names = ["new/1791187200.M1.mx", "cur/1791187200.M1.mx:2,S"]
        try FileManager.default.linkItem(
            atPath: maildir.folder.path(names[0]),
            toPath: maildir.folder.path(names[1])
        )
        try maildir.source.markDone([maildir.origin("1791187200.M1.mx")])
        #expect(try maildir.folder.names(in: "new").isEmpty)
        #expect(try maildir.folder.names(in: "cur") == ["1791187200.M1.mx:2,S"])
    }

    @Test("marks exactly what was read, so that the next pass is empty")
    func roundTrip() throws {
        let maildir = try MaildirFixture()
        let names = ["1791187200.M1.mx", "1791187200.M2.mx:2,F", "été.eml", "x y.eml"]
        for name in names { try maildir.receive(name, name) }
        let mails = try maildir.readAll().flatMap(\.messages)
        #expect(mails.count == names.count)
        try maildir.source.markDone(mails.map(\.origin))
        #expect(try maildir.source.pass().remaining == 0)
        #expect(try maildir.folder.names(in: "cur").count == names.count)
    }

    @Test("keeps the moment of reception")
    func moment() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx", after: 77)
        try maildir.source.markDone([maildir.origin("1791187200.M1.mx")])
        let attributes = try FileManager.default.attributesOfItem(
            atPath: maildir.folder.path("cur/1791187200.M1.mx:2,S")
        )
        #expect(attributes[.modificationDate] as? Date == MaildirFixture.monday + 77)
    }

    @Test("says so where cur/ is gone")
    func noCur() throws {
        let maildir = try MaildirFixture()
        try maildir.receive("1791187200.M1.mx")
        try FileManager.default.removeItem(atPath: maildir.folder.path("cur"))
        let error = try #require(throws: TransportError.self) {
            try maildir.source.markDone([maildir.origin("1791187200.M1.mx")])
        }
        #expect(error.code == .absent)
        #expect(error.errorNumber == ENOENT)
        #expect(try maildir.folder.names(in: "new") == ["1791187200.M1.mx"])
    }

    @Test(
        "takes an origin that it never gave out for our mistake",
        arguments: [
            "", "x", "../x", "1791187200.M1.mx/5", "1791187200.M1.mx:2,S", "x/", "x/y", "x/1/2",
            "../1",
        ]
    )
    func foreignOrigin(_ uid: String) async {
        await #expect(processExitsWith: .failure) { [uid] in
            // No folder is opened before the origins are looked at, so none is needed; and a
            // failure of the world would end this process well.
            guard let mailbox = MailboxName("sav") else { return }
            let source = MaildirSource(path: "/nowhere/at/all", mailbox: mailbox)
            let origin = MailOrigin(mailbox: mailbox, validity: 0, uid: .name(uid))
            try? source.markDone([origin])
        }
    }
}
