// The real program with a command as its way out: what a single pass tells of letters that have
// failed, and that no stop waits for a command that hangs.

import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A sendmail command", .timeLimit(.minutes(10)))
struct SendmailTests {
    // A counter whose letters go to a script, with one mail that deserves one.
    private static func counter(_ script: String) throws -> Counter {
        let counter = try Counter()
        try counter.folder.write("mta", script + "\n")
        let path = counter.folder.path("mta")
        try counter.replace(
            "  maildir: $STATE/mail/sent",
            with: "  sendmail: [/bin/sh, \(path)]",
            in: "sav"
        )
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        return counter
    }

    @Test("that refuses a letter is told of by a single pass, on stderr and by its code")
    func refuses() throws {
        let counter = try Self.counter("echo 'no such user a.roy@client.example' >&2; exit 67")
        let run = try counter.run("run", "--once")
        #expect(run.code == 69)
        #expect(run.complaints.contains("letters of sav: 1 has failed for good: "))
        #expect(run.complaints.contains("no such user"))
        #expect(!run.complaints.contains("a.roy@client.example"), "\(run.complaints)")
        #expect(try counter.values("state", "outbox") == ["failed"])
        #expect(try counter.run("run", "--once").code == 0, "it is told once")
    }

    @Test("that breaks without a reason is tried again later")
    func breaks() throws {
        let counter = try Self.counter("exit 1")
        #expect(try counter.run("run", "--once").code == 75)
        #expect(try counter.values("state", "outbox") == ["queued"])
        let again = try counter.run("run", "--once")
        #expect(again.code == 75, "it still waits, though its next try is not due")
        #expect(again.complaints.contains("1 letter waits for another try"))
    }

    @Test("that hangs does not keep the service from its end")
    func hangs() throws {
        let counter = try Self.counter("echo $$ > \"$0.pid\"; exec sleep 600")
        let service = try RunningProgram(counter)
        try #require(service.line(with: "event=filed") != nil)
        var child: Int32?
        for _ in 0..<10_000 where child == nil {
            // Not a sleep: the log is listened to for a moment.
            _ = service.line(with: "outcome=", withinMilliseconds: 1)
            let text = try? counter.folder.read("mta.pid")
            child = text.flatMap {
                Int32(String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .newlines))
            }
        }
        let number = try #require(child)
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(!service.log.lines.contains { $0.contains("left-behind") })
        #expect(ProcessTable.status("State", of: number) == nil, "its child has ended too")
        let state = try #require(try counter.values("state", "outbox").first)
        #expect(["uncertain", "failed"].contains(state), "a person decides about it")
    }
}
