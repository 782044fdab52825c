// Exactly once, whatever happens: the real program is killed, or its disk fails it, at one I/O step
// after the other; then it is started again. Judged is only what lies in the mailboxes and what was
// delivered.

import Foundation
import TestSupport
import Testing

@Suite("Interrupted at any step")
struct CrashTests {
    // Every step takes half a second, so a check of every change takes a sample of them;
    // `make crash-test` takes them all.
    private static let stride =
        ProcessInfo.processInfo.environment["GUICHET_CRASH_STRIDE"].flatMap(Int.init) ?? 6

    @Test("loses nothing and repeats nothing", arguments: ["kill", "enospc", "eio"])
    func sweep(action: String) throws {
        let steps = try countSteps()
        try #require(steps > 40, "the library that interrupts was not loaded")
        let first = ["kill": 1, "enospc": 3, "eio": 5][action] ?? 1
        for step in Swift.stride(from: min(first, Self.stride), through: steps, by: Self.stride) {
            let counter = try prepared()
            let interrupted = try counter.run(
                "run",
                "--once",
                environment: order(step: step, action: action)
            )
            if action == "kill" {
                #expect(interrupted.code == 137, "step \(step) did not strike")
            }
            let after = try counter.run("run", "--once")
            #expect(after.code == 0, "\(action) at step \(step): \(after.complaints)")
            try judge(counter, "\(action) at step \(step)")
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

    private func countSteps() throws -> Int {
        let counter = try prepared()
        let file = counter.folder.path("steps")
        var environment = order(step: 0, action: "kill")
        environment["CRASH_COUNT_FILE"] = file
        let run = try counter.run("run", "--once", environment: environment)
        try #require(run.code == 0, "\(run.complaints)")
        try judge(counter, "without any interruption")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    private func order(step: Int, action: String) -> [String: String] {
        [
            "LD_PRELOAD": BuiltProgram.folder.appendingPathComponent("libCrashShim.so").path,
            "CRASH_STEP": "\(step)", "CRASH_ACTION": action,
        ]
    }
}
