// A command's exit code as the outcome of a letter; the command is a small script of the test.

import Desk
import Foundation
import MailTransport
import TestSupport
import Testing

@Suite("Sendmail sink")
struct SendmailSinkTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test("gives the envelope as arguments and the letter as input")
    func accepts() throws {
        let folder = try TemporaryFolder()
        let script = "printf '%s ' \"$@\" > \(folder.path)/words; cat > \(folder.path)/letter"
        let outcomes = try sink(script, in: folder).deliver([.letter(1)], now: now)
        #expect(outcomes.map(\.1) == [.done(note: "taken by /bin/sh")])
        let words = try String(contentsOfFile: "\(folder.path)/words", encoding: .utf8)
        #expect(words == "-first -i -f <> -- client1@example.org ")
        let letter = try String(contentsOfFile: "\(folder.path)/letter", encoding: .utf8)
        #expect(letter == "Subject: Sample\n\n.dot\nend\n")
    }

    @Test(
        "reads the exit code",
        arguments: [
            (75, true), (71, true), (77, true), (78, true), (69, true), (1, true), (2, true),
            (64, false), (67, false), (68, false),
        ]
    )
    func codes(_ code: Int, _ isLater: Bool) throws {
        let folder = try TemporaryFolder()
        let outcomes = try sink("exit \(code)", in: folder).deliver([.letter(1)], now: now)
        switch try #require(outcomes.first?.1) {
        case .later(let moment, _):
            #expect(isLater)
            #expect(moment == now + 60)
        case .never(let note):
            #expect(!isLater)
            #expect(note.hasSuffix("it ended with the code \(code)"))
        case .done, .uncertain, .untouched:
            Issue.record("a refused letter was taken")
        }
    }

    @Test("repeats what the command complains of, on one line and not without end")
    func complaints() throws {
        let folder = try TemporaryFolder()
        for (code, head) in [(75, "/bin/sh ended with the code 75"), (67, "/bin/sh refuses")] {
            let script = "printf 'queue is full,\\n  sorry\\n%0900d' 7 >&2; exit \(code)"
            let outcome = try #require(
                sink(script, in: folder).deliver([.letter(1)], now: now).first?.1
            )
            let note =
                switch outcome {
                case .later(_, let note), .never(let note): note
                case .done, .uncertain, .untouched: ""
                }
            #expect(note.hasPrefix(head))
            #expect(note.contains("code \(code); it says: queue is full, sorry 0"))
            #expect(note.utf8.count < 700)
        }
    }

    @Test("ends a command that hangs when there is no more time, and begins no other")
    func stopped() throws {
        let folder = try TemporaryFolder()
        let sink = try sink("echo here > \(folder.path)/begun; sleep 600", in: folder, stop: 0)
        let outcomes = sink.deliver([.letter(1), .letter(2)], now: now) {
            !FileManager.default.fileExists(atPath: "\(folder.path)/begun")
        }
        guard case .uncertain(let note) = try #require(outcomes.first?.1),
            case .untouched = try #require(outcomes.last?.1)
        else {
            Issue.record("it came to \(outcomes)")
            return
        }
        #expect(note.hasPrefix("/bin/sh was still at it when Guichet ended"))
    }

    @Test("does not know what a command did that was stopped, or that takes no end")
    func killed() throws {
        let folder = try TemporaryFolder()
        for script in ["kill -9 $$", "sleep 20"] {
            let outcomes = try sink(script, in: folder).deliver([.letter(1)], now: now)
            guard case .uncertain = try #require(outcomes.first?.1) else {
                Issue.record("\(script) came to \(outcomes)")
                return
            }
        }
    }

    @Test("tries again where the command cannot be run")
    func missing() throws {
        let sink = SendmailSink(command: ["/nowhere/mta"], environment: [:])
        guard case .later(_, let note) = try #require(sink.deliver([.letter(1)], now: now).first?.1)
        else {
            Issue.record("a missing command took a letter")
            return
        }
        #expect(note.hasPrefix("/nowhere/mta cannot be run: No such file or directory"))
        #expect(throws: TransportError(.absent, "")) { try sink.look() }
    }

    private func sink(
        _ script: String,
        in folder: TemporaryFolder,
        stop: Int = 4_000
    ) throws -> SendmailSink {
        let path = "\(folder.path)/mta"
        // Read by the shell: a file that was just written may be busy when it is to be run itself.
        try Data("\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
        return SendmailSink(
            command: ["/bin/sh", path, "-first"],
            environment: ["PATH": "/usr/bin:/bin"],
            millisecondsMaximum: stop == 0 ? 60_000 : 2_000,
            stopMillisecondsMaximum: stop
        )
    }
}
