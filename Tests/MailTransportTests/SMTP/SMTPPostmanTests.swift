// What becomes of letters, reply by reply. The server is a script; each letter is one transaction.

import Desk
import Foundation
import MailTransport
import TestSupport
import Testing

@Suite("SMTP postman")
struct SMTPPostmanTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test("hands letters over on one connection, dots doubled, and keeps it")
    func accepts() throws {
        let server = try ScriptedServer.smtp()
        defer { server.stop() }
        let postman = SMTPPostman(.to(server))
        let first = postman.deliver([.letter(1), .letter(2)], now: now)
        let second = postman.deliver([.letter(3)], now: now)
        #expect(first.outcomes.map(\.1) == [.done(note: "250 taken"), .done(note: "250 taken")])
        #expect(second.outcomes.map(\.0) == [OutboxID(3)])
        #expect(server.connections == 1)
        #expect(server.lines.contains("MAIL FROM:<>"))
        #expect(server.lines.contains("RCPT TO:<client3@example.org>"))
        #expect(server.lines.contains("..dot"))
    }

    @Test(
        "tells later from never by the stage and the code",
        arguments: [
            ("MAIL", "451 later", true), ("MAIL", "550 who are you", true),
            ("RCPT", "450 greylisted", true), ("RCPT", "550 5.1.1 no such user", false),
            ("DATA", "554 no", false), (".", "452 full", true), (".", "554 spam", false),
        ]
    )
    func refusals(_ stage: String, _ reply: String, _ isLater: Bool) throws {
        let server = try ScriptedServer.smtp(refusing: stage, with: reply)
        defer { server.stop() }
        let delivery = SMTPPostman(.to(server)).deliver([.letter(1)], now: now)
        let outcome = try #require(delivery.outcomes.first?.1)
        #expect(delivery.failure == nil)
        switch outcome {
        case .later(let moment, let note):
            #expect(isLater)
            #expect(moment == now + 60)
            #expect(note.contains(reply))
        case .never(let note):
            #expect(!isLater)
            #expect(note == reply)
        case .done, .uncertain, .untouched:
            Issue.record("a refused letter came to \(outcome)")
        }
    }

    @Test("is uncertain only where the final dot may have left")
    func dropAfterDot() throws {
        let server = try ScriptedServer.smtp(droppingAfterDotOn: 1)
        defer { server.stop() }
        let delivery = SMTPPostman(.to(server)).deliver([.letter(1), .letter(2)], now: now)
        guard case .uncertain = delivery.outcomes[0].1 else {
            Issue.record("the first letter came to \(delivery.outcomes[0].1)")
            return
        }
        #expect(delivery.outcomes[1].1 == .done(note: "250 taken"))
        #expect(server.connections == 2)
    }

    @Test("opens a new connection where the kept one has died")
    func staleConnection() throws {
        let server = try ScriptedServer.smtp(takingPerConnection: 1)
        defer { server.stop() }
        let postman = SMTPPostman(.to(server))
        for number in 1...3 {
            let delivery = postman.deliver([.letter(number)], now: now)
            #expect(delivery.outcomes.map(\.1) == [.done(note: "250 taken")])
        }
        #expect(server.connections == 3)
    }

    @Test("lets the others go first where the server goes away at one letter")
    func goesAway() throws {
        let script = SMTPScript("", "", 0, .max)
        let server = try ScriptedServer(greeting: "220 ready\r\n") { connection, line in
            line.hasPrefix("RCPT TO:<client1@")
                ? .sayAndHangUp("421 not that one\r\n") : script.answer(connection, line)
        }
        defer { server.stop() }
        let delivery = SMTPPostman(.to(server)).deliver((1...3).map { .letter($0) }, now: now)
        guard case .later(_, let note) = delivery.outcomes[0].1 else {
            Issue.record("the first letter came to \(delivery.outcomes[0].1)")
            return
        }
        #expect(note.contains("421 not that one"))
        #expect(delivery.outcomes.dropFirst().allSatisfy { $0.1 == .done(note: "250 taken") })
    }

    @Test("does not storm a server that goes away at every letter")
    func goesAwayAlways() throws {
        let server = try ScriptedServer(greeting: "220 ready\r\n") { _, line in
            line.hasPrefix("EHLO")
                ? .say("250 test\r\n") : .sayAndHangUp("421 busy\r\n")
        }
        defer { server.stop() }
        let delivery = SMTPPostman(.to(server)).deliver((1...50).map { .letter($0) }, now: now)
        #expect(delivery.failure?.code == .busy)
        #expect(server.connections == 3)
        #expect(delivery.outcomes.count == 50)
        // Those that it went away at have had an attempt; the others wait as before.
        let tried = delivery.outcomes.filter { if case .later = $0.1 { true } else { false } }
        let untouched = delivery.outcomes.filter {
            if case .untouched = $0.1 { true } else { false }
        }
        #expect(tried.map(\.0) == (1...3).map { OutboxID($0) })
        #expect(untouched.count == 47)
    }

    @Test("tries all letters later where nobody answers, and says why")
    func unreachable() throws {
        let server = try ScriptedServer.smtp()
        server.stop()
        let delivery = SMTPPostman(.to(server)).deliver([.letter(1), .letter(2)], now: now)
        #expect(delivery.failure?.code == .unreachable)
        for (_, outcome) in delivery.outcomes {
            guard case .later(let moment, _) = outcome else {
                Issue.record("a letter came to \(outcome)")
                return
            }
            #expect(moment == now + 60)
        }
    }

    @Test("gives a letter up after five days")
    func fiveDays() throws {
        let server = try ScriptedServer.smtp(refusing: "RCPT", with: "450 greylisted")
        defer { server.stop() }
        let late = now + 5 * 24 * 3600
        let delivery = SMTPPostman(.to(server)).deliver([.letter(1)], now: late)
        #expect(
            delivery.outcomes.map(\.1)
                == [.never(note: "given up after five days: 450 greylisted")]
        )
    }

    @Test("lets no more letters leave in a minute than it may")
    func rate() throws {
        let server = try ScriptedServer.smtp()
        defer { server.stop() }
        var sink = SMTPSink.to(server)
        sink.perMinute = 2
        let postman = SMTPPostman(sink)
        let delivery = postman.deliver((1...3).map { .letter($0) }, now: now)
        #expect(
            delivery.outcomes.last?.1
                == .untouched(note: "waits for its turn: 2 letters a minute may leave")
        )
        #expect(postman.room(at: now) == 0)
        #expect(postman.nextRoom(at: now + 1) == now + 60)
        #expect(postman.room(at: now + 60) == 2)
        #expect(server.lines.count { $0.hasPrefix("RCPT") } == 2)
    }
}

extension ScriptedServer {
    /// An SMTP server that takes everything but what it is told to refuse.
    static func smtp(
        refusing stage: String = "",
        with reply: String = "",
        droppingAfterDotOn dropped: Int = 0,
        takingPerConnection letters: Int = .max
    ) throws -> ScriptedServer {
        let script = SMTPScript(stage, reply, dropped, letters)
        return try ScriptedServer(greeting: "220 ready\r\n") { script.answer($0, $1) }
    }
}

extension SMTPSink {
    static func to(_ server: ScriptedServer) -> SMTPSink {
        SMTPSink(
            endpoint: Endpoint(.smtp, host: "127.0.0.1", port: server.port, protection: .none),
            account: .anonymous,
            clientName: "mileo.example"
        )
    }
}

extension OutboxEntry {
    /// A letter with a line that begins with a dot.
    static func letter(_ number: Int, to address: String? = nil) -> OutboxEntry {
        guard let id = MessageID("letter\(number)@mileo.example"),
            let ticket = TicketNumber(prefix: "SAV", year: 2026, sequence: number),
            let mailbox = MailboxName("sav"),
            let recipient = EmailAddress(address ?? "client\(number)@example.org")
        else { preconditionFailure("a letter of the tests is well formed") }
        let moment = Date(timeIntervalSince1970: 1_790_000_000)
        let letter = ComposedLetter(
            kind: .savAcknowledgement,
            id: id,
            ticket: ticket,
            mailbox: mailbox,
            sender: .null,
            recipient: recipient,
            subject: "Sample",
            queuedAt: moment,
            notBefore: moment,
            bytes: Array("Subject: Sample\n\n.dot\nend\n".utf8)
        )
        return OutboxEntry(
            row: OutboxID(Int64(number)),
            letter: letter,
            state: .queued,
            attempts: 0,
            note: "",
            changedAt: moment
        )
    }
}
