// A child ends when it is told to, when its owner goes, and with everything it started.

import TestServers
import TestSupport
import Testing

@Suite("A child process")
struct ChildTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func child(_ script: String) throws -> Child {
        try Child(
            "/bin/sh",
            ["-c", script],
            folder: folder.path,
            logPath: folder.path("log")
        )
    }

    @Test func endsWhenItIsStopped() throws {
        let child = try child("exec sleep 1000")
        #expect(child.isRunning)
        child.stop()
        #expect(!child.isRunning)
    }

    @Test func takesWhatItStartedWithIt() throws {
        let child = try child("sleep 1000 & echo $!; wait")
        var process: String?
        let deadline = Deadline(milliseconds: 5000)
        while process == nil, !deadline.isOver {
            process = child.log.split(separator: "\n").first.map(String.init)
        }
        child.stop()
        // A process that is dead may wait for its new parent to notice.
        let state = try Tool.run("ps", ["-o", "stat=", "-p", process ?? ""]).output
        #expect(state.isEmpty || state.hasPrefix("Z"))
    }

    @Test func saysWhatItPrintedBeforeItEnded() throws {
        let child = try child("echo wrong setting; exit 3")
        let deadline = Deadline(milliseconds: 5000)
        while child.isRunning, !deadline.isOver {}
        #expect(child.log == "wrong setting\n")
    }
}
