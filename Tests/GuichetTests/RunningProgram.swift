// The real program while it runs: its log line by line, its signals, its end.

import Foundation
import Glibc
import TestSupport
import Testing

/// A service that was started, and is stopped at the latest with the test.
final class RunningProgram {
    private let process = Process()
    private let errors = Pipe()
    private(set) var log: LineStream

    /// Starts `guichet run` on a counter.
    init(
        _ counter: Counter,
        _ arguments: [String] = ["run"],
        environment: [String: String] = [:]
    ) throws {
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments =
            arguments + [
                "--config", counter.folder.path("config"), "--state", counter.folder.path("state"),
            ]
        process.currentDirectoryURL = BuiltProgram.root
        process.environment = ["HOME": "/nonexistent", "LANG": "C.UTF-8"]
            .merging(SanitizerSettings.variables) { $1 }.merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        process.standardError = errors
        log = LineStream(descriptor: errors.fileHandleForReading.fileDescriptor)
        try process.run()
    }

    deinit {
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    }

    var number: Int32 { process.processIdentifier }

    /// Waits for a line of the log.
    func line(with text: String, withinMilliseconds limit: Int = 10_000) -> String? {
        log.line(with: text, withinMilliseconds: limit)
    }

    /// A line of the log, whether it was read already or is still to come: what two services tell
    /// comes in any order.
    func anyLine(with text: String) -> String? {
        log.lines.first { $0.contains(text) } ?? log.line(with: text)
    }

    /// Sends it a signal.
    func send(_ signal: Int32) { Glibc.kill(process.processIdentifier, signal) }

    /// The exit code, once it has closed its log, which it must do in ten seconds.
    func end() throws -> Int32 {
        let hasEnded = log.readToEnd()
        try #require(hasEnded, "it still runs")
        process.waitUntilExit()
        let signalled = process.terminationReason == .uncaughtSignal
        return signalled ? 128 + process.terminationStatus : process.terminationStatus
    }
}
