// A kill in the middle of sending where nothing outside can tell what has left: no folder of sent
// letters, no copy that comes back. What was handed over is known by the program's own notes, but
// for the one letter whose last byte may have left: that one is a person's to decide. Judged is by
// what the SMTP server took.

import Foundation
import Glibc
import Synchronization
import TestServers
import TestSupport
import Testing

@Suite("Killed while it sends, without evidence", .timeLimit(.minutes(10)))
struct NoEvidenceCrashTests {
    private static let sweep = Sweep(usualStride: 3).thinned(by: 20)

    @Test("is in doubt of the one letter that was leaving, and sends each other exactly once")
    func inMidSending() throws {
        let taken = DispatchSemaphore(value: 0)
        let goOn = DispatchSemaphore(value: 0)
        let count = Mutex(0)
        let scene = try Scene(mails: 12) { _ in
            let place = count.withLock { count in
                count += 1
                return count
            }
            guard place == 5 else { return }
            // Taken and recorded, and nobody is told: here the program dies.
            taken.signal()
            goOn.wait()
        }
        let service = try RunningProgram(scene.counter, ["run", "--once"])
        #expect(taken.wait(timeout: .distantFuture) == .success)
        service.send(SIGKILL)
        #expect(try service.end() == 128 + SIGKILL)
        goOn.signal()
        #expect(scene.sink.waitForQuiet())
        _ = try scene.counter.run("run", "--once", environment: Interruption.later(minutes: 8))
        let letters = try scene.letters()
        #expect(letters.filter { $0.state == "failed" }.count == 1)
        #expect(letters.filter { $0.state == "sent" }.count == 11)
        #expect(scene.sink.mailCount == 12, "the letter in doubt was taken and is not repeated")
        try scene.judge("killed at the fifth letter", doubtful: 1)
    }

    @Test("repeats no letter and loses none, at whatever step it is killed")
    func anyStep() throws {
        guard Self.sweep.concerns(.kill) else { return }
        let whole = try Scene(mails: 6)
        let file = whole.counter.folder.path("steps")
        var environment = Interruption(action: .kill, step: 0).environment(struck: "/dev/null")
        environment["CRASH_COUNT_FILE"] = file
        let run = try whole.counter.run("run", "--once", environment: environment)
        try #require(run.code == 0, "\(run.complaints)")
        try whole.judge("without any interruption", doubtful: 0)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let steps = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        try #require(steps > 100, "the library that interrupts was not loaded")
        for interruption in Self.sweep.interruptions(.kill, of: steps) {
            let scene = try Scene(mails: 6)
            let moment = "\(interruption); to repeat: \(interruption.recipe)"
            _ = try scene.counter.run(
                "run",
                "--once",
                environment: interruption.environment(struck: "/dev/null")
            )
            #expect(scene.sink.waitForQuiet(), "\(moment)")
            _ = try scene.counter.run("run", "--once", environment: Interruption.later(minutes: 8))
            try scene.judge(moment, doubtful: 1)
        }
    }
}

/// A mailbox with mails that each deserve an answer, and a server that takes their letters.
private struct Scene {
    let counter: Counter
    let sink: SMTPSink
    private let count: Int

    init(mails count: Int, onAccept: (@Sendable (ReceivedMail) -> Void)? = nil) throws {
        self.count = count
        var options = SMTPSink.Options()
        options.onAccept = onAccept
        sink = try SMTPSink(options)
        counter = try Counter()
        let old = try counter.folder.read("config/sav.yaml")
        let text = String(decoding: old, as: UTF8.self).replacing(
            "  maildir: $STATE/mail/sent",
            with: "  smtp: {host: 127.0.0.1, port: \(sink.port), security: none}"
        )
        try counter.folder.write("config/sav.yaml", text)
        for number in 1...count {
            let mail = Counter.mail(
                id: "\(number)@client.example",
                from: "client\(number)@firm\(number).example",
                subject: "Lecteur \(number)"
            )
            try counter.lay(mail, name: "\(number)")
        }
    }

    /// The letters with their states.
    func letters() throws -> [(state: String, recipient: String)] {
        Array(
            zip(
                try counter.values("state", "outbox"),
                try counter.values("to", "outbox")
            )
        )
    }

    func judge(_ moment: String, doubtful: Int) throws {
        let letters = try letters()
        #expect(letters.count == count, "\(moment)")
        let failed = letters.filter { $0.state != "sent" }
        #expect(failed.count <= doubtful, "\(moment): \(failed)")
        #expect(failed.allSatisfy { $0.state == "failed" }, "\(moment): \(failed)")
        let taken = sink.mails.flatMap(\.recipients).sorted()
        let sent = letters.filter { $0.state == "sent" }.map(\.recipient)
        #expect(Set(taken).count == taken.count, "\(moment): \(taken)")
        #expect(Set(sent).isSubset(of: taken), "\(moment): \(taken)")
        #expect(Set(taken).isSubset(of: letters.map(\.recipient)), "\(moment): \(taken)")
    }
}
