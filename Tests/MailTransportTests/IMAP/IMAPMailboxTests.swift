// A folder as a source, against a script: what is fetched, what is marked, and what happens where
// the server does not give what it promised. TLS, MOVE and IDLE are tested with the real servers.

import Desk
import Foundation
import MailTransport
import Synchronization
import TestSupport
import Testing

@Suite("IMAP mailbox")
struct IMAPMailboxTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test("fetches what is not done, oldest first, and marks what is filed")
    func fetches() throws {
        let server = try ScriptedServer.folder(IMAPScript())
        defer { server.stop() }
        let mailbox = try mailbox(server, done: [7...7])
        try mailbox.beginPass()
        let batch = try mailbox.next(count: 10, bytes: 1_000)
        #expect(batch.complaints == [])
        #expect(batch.messages.map(\.origin.uid) == [.number(9), .number(8)])
        #expect(batch.messages.map(\.origin.validity) == [42, 42])
        #expect(
            batch.messages.map { String(decoding: $0.bytes, as: UTF8.self) } == ["nine", "eight"]
        )
        try mailbox.markDone(batch.messages.map(\.origin))
        #expect(try mailbox.next(count: 10, bytes: 1_000).messages.isEmpty)
        let stores = server.lines.filter { $0.contains("STORE") }
        #expect(stores.count == 2)
        #expect(stores.last?.hasSuffix("UID STORE 8:9 +FLAGS.SILENT ($GuichetDone)") == true)
        #expect(server.lines.allSatisfy { !$0.contains("BODY[]") })
    }

    @Test("finds nothing more in a second pass on the same connection")
    func secondPass() throws {
        let server = try ScriptedServer.folder(IMAPScript())
        defer { server.stop() }
        let mailbox = try mailbox(server)
        for count in [3, 0] {
            try mailbox.beginPass()
            let mails = try mailbox.next(count: 10, bytes: 1_000).messages
            #expect(mails.count == count)
            try mailbox.markDone(mails.map(\.origin))
        }
        #expect(server.connections == 1)
    }

    @Test("hands history over like any mail, and leaves it where and as it is")
    func history() throws {
        for (done, marked) in [
            (DoneMark.keyword("$Filed"), "7:9"), (.seen, "8"), (.move("Done"), "8"),
        ] {
            let server = try ScriptedServer.folder(IMAPScript())
            defer { server.stop() }
            let mailbox = try mailbox(server) { source in
                // Only mail 8 was received later.
                source.adoptSince = Date(timeIntervalSince1970: 1_789_000_000)
                source.done = done
            }
            try mailbox.beginPass()
            let mails = try mailbox.next(count: 10, bytes: 1_000).messages
            #expect(mails.map(\.origin.uid) == [.number(9), .number(7), .number(8)])
            try mailbox.markDone(mails.map(\.origin))
            let words = server.lines.last?.split(separator: " ") ?? []
            #expect(words.dropFirst(3).first == Substring(marked), "\(words)")
        }
    }

    @Test("holds a mail whose size is not the one announced, and tells it")
    func wrongSize() throws {
        var script = IMAPScript()
        script.bodies["9"] = "nine and more"
        let server = try ScriptedServer.folder(script)
        defer { server.stop() }
        let mailbox = try mailbox(server)
        try mailbox.beginPass()
        let batch = try mailbox.next(count: 10, bytes: 1_000)
        #expect(batch.messages.map(\.origin.uid) == [.number(7), .number(8)])
        #expect(batch.complaints.count == 1)
        let complaint = try #require(batch.complaints.first)
        #expect(complaint.hasPrefix("mail 9 in INBOX on 127.0.0.1:"))
        #expect(complaint.contains(", mailbox sav, stays there: The server says that the mail has"))
        #expect(complaint.contains("read it with a mail program"))
        #expect(complaint.contains("sizes: estimated"))
    }

    @Test("reads only the header of a mail that is too large")
    func tooLarge() throws {
        let server = try ScriptedServer.folder(IMAPScript())
        defer { server.stop() }
        let mailbox = try mailbox(server, done: [7...7, 9...9]) { $0.messageBytesMaximum = 4 }
        try mailbox.beginPass()
        let mails = try mailbox.next(count: 10, bytes: 1_000).messages
        #expect(mails.map(\.isCut) == [true])
        #expect(mails.allSatisfy { $0.bytesLeftOut > 0 })
        #expect(server.lines.contains { $0.contains("BODY.PEEK[HEADER]") })
    }

    @Test(
        "tells a busy server from one that refuses",
        arguments: [
            ("NO [OVERQUOTA] too much today", TransportError.Code.busy),
            ("NO [THROTTLED] slowly", .busy), ("NO [UNAVAILABLE] away", .busy),
            ("NO [LIMIT] enough", .busy),
        ]
    )
    func busy(_ answer: String, _ code: TransportError.Code) throws {
        var script = IMAPScript()
        script.fetchAnswer = answer
        let server = try ScriptedServer.folder(script)
        defer { server.stop() }
        let mailbox = try mailbox(server)
        try mailbox.beginPass()
        let error = #expect(throws: TransportError.self) {
            try mailbox.next(count: 10, bytes: 1_000)
        }
        #expect(error?.code == code)
        #expect(error?.isTemporary == true)
        #expect(server.connections == 1)
    }

    @Test("asks mail by mail where all were refused together, and tells each")
    func refused() throws {
        var script = IMAPScript()
        script.fetchAnswer = "NO [SERVERBUG] sorry"
        let server = try ScriptedServer.folder(script)
        defer { server.stop() }
        let mailbox = try mailbox(server)
        try mailbox.beginPass()
        let batch = try mailbox.next(count: 10, bytes: 1_000)
        #expect(batch.messages.isEmpty)
        #expect(batch.complaints.count == 3)
        #expect(server.lines.count { $0.contains("BODY.PEEK[]") } == 4)
    }

    @Test("says which folder is missing")
    func missingFolder() throws {
        var script = IMAPScript()
        script.selectAnswer = "NO [NONEXISTENT] no such thing"
        let server = try ScriptedServer.folder(script)
        defer { server.stop() }
        let error = #expect(throws: TransportError.self) { try mailbox(server).beginPass() }
        #expect(error?.code == .absent)
        #expect(error?.sentence.contains("no folder INBOX") == true)
    }

    @Test("opens a new connection where the kept one was dropped")
    func dropped() throws {
        var script = IMAPScript()
        script.hangsUpAtSearch = 2
        let server = try ScriptedServer.folder(script)
        defer { server.stop() }
        let mailbox = try mailbox(server)
        for _ in 1...2 {
            try mailbox.beginPass()
            #expect(try mailbox.next(count: 10, bytes: 1_000).messages.count == 3)
        }
        #expect(server.connections == 2)
    }

    private func mailbox(
        _ server: ScriptedServer,
        done: [ClosedRange<UInt32>] = [],
        _ change: (inout IMAPSource) -> Void = { _ in }
    ) throws -> IMAPMailbox {
        var source = IMAPSource(
            endpoint: Endpoint(.imap, host: "127.0.0.1", port: server.port, protection: .none),
            account: .password(user: "sav") { Secret("hunter2") },
            mailbox: try #require(MailboxName("sav"))
        )
        change(&source)
        let now = now
        return IMAPMailbox(source, now: { now }, done: { _ in done })
    }
}
