// Another process that works on a state folder, and that may be killed: Tests/CrashChild.

import Foundation
import Glibc
import Testing

/// A running CrashChild.
final class Child {
    /// How a process ended.
    enum End: Equatable {
        case exited(Int32)
        case killed
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts one; it lies beside the tests.
    static func start(_ arguments: String...) throws -> Child {
        try Child(arguments)
    }

    private init(_ arguments: [String]) throws {
        let tests = try #require(Bundle.main.executableURL)
        process.executableURL = tests.deletingLastPathComponent().appending(path: "CrashChild")
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// The system's number for it.
    var pid: Int32 { process.processIdentifier }

    /// Waits for its end.
    func wait() throws -> End {
        process.waitUntilExit()
        switch process.terminationReason {
        case .exit: return .exited(process.terminationStatus)
        case .uncaughtSignal:
            try #require(process.terminationStatus == SIGKILL)
            return .killed
        @unknown default: throw NothingFailed()
        }
    }

    /// What it has said up to now, without the line's end.
    func line() throws -> String {
        String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .newlines)
    }

    /// Stops it dead.
    func kill() { Glibc.kill(pid, SIGKILL) }
}
