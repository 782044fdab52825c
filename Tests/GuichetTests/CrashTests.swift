// Exactly once, whatever happens: the real program is killed, or its disk fails it, at one I/O step
// after the other; then it is started again. Judged is only what lies in the mailboxes and what was
// delivered.

import Foundation
import TestSupport
import Testing

@Suite("Interrupted at any step")
struct CrashTests {
    // A check of every change takes a sample of the steps; `make crash-test` takes them all.
    private static let sweep = Sweep(usualStride: 12)

    @Test(
        "loses nothing and repeats nothing",
        arguments: [Interruption.Action.kill, .enospc, .eio, .full]
    )
    func sweep(action: Interruption.Action) throws {
        guard Self.sweep.concerns(action) else { return }
        let steps = try countSteps(action)
        try #require(steps > 40, "the library that interrupts was not loaded")
        for interruption in Self.sweep.interruptions(action, of: steps) {
            let counter = try prepared()
            let struck = counter.folder.path("struck")
            let run = try counter.run(
                "run",
                "--once",
                environment: interruption.environment(struck: struck)
            )
            let call = (try? String(contentsOfFile: struck, encoding: .utf8)) ?? "nothing"
            let moment = "\(interruption) (\(call)); to repeat: \(interruption.recipe)"
            if action == .kill {
                #expect(run.code == 137, "\(moment)")
            } else {
                #expect([0, 69, 75].contains(run.code), "\(moment): \(run.code) \(run.complaints)")
                #expect(run.code == 0 || run.complaints.contains(": "), "\(moment)")
            }
            let after = try counter.run("run", "--once")
            #expect(after.code == 0, "\(moment): \(after.complaints)")
            try judge(counter, "\(moment): \(run.complaints)")
        }
    }

    private func judge(_ counter: Counter, _ moment: String) throws {
        #expect(
            try counter.letterFields("In-Reply-To")
                == ["<1@client.example>", "<4@other.example>"],
            "\(moment)"
        )
        #expect(try counter.values("number", "tickets").count == 3, "\(moment)")
        #expect(try counter.balance() == [2, 1, 2, 0, 0, 0], "\(moment)")
        #expect(try counter.values("state", "outbox") == ["sent", "sent"], "\(moment)")
        let waiting = try FileManager.default.contentsOfDirectory(
            atPath: counter.folder.path("state/mail/sav/new")
        )
        #expect(waiting.isEmpty, "\(moment)")
        let check = try counter.run("check")
        #expect(check.code == 0, "\(moment): \(check.output)")
    }

    private func prepared() throws -> Counter {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        try counter.lay(
            Counter.mail(
                id: "2@client.example",
                extra: "References: <1@client.example>\n",
                text: "Toujours rien."
            ),
            name: "2"
        )
        try counter.lay(
            Counter.mail(id: "3@robot.example", extra: "Auto-Submitted: auto-generated\n"),
            name: "3"
        )
        try counter.lay(
            Counter.mail(id: "4@other.example", from: "b@other.example", subject: "Autre"),
            name: "4"
        )
        try counter.lay(
            Counter.mail(id: "4@other.example", from: "b@other.example", subject: "Autre"),
            name: "5"
        )
        return counter
    }

    private func countSteps(_ action: Interruption.Action) throws -> Int {
        let counter = try prepared()
        let file = counter.folder.path("steps")
        var environment = Interruption(action: action, step: 0).environment(struck: "/dev/null")
        environment["CRASH_COUNT_FILE"] = file
        let run = try counter.run("run", "--once", environment: environment)
        try #require(run.code == 0, "\(run.complaints)")
        try judge(counter, "without any interruption")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }
}
