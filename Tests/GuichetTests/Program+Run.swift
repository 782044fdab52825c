// The real program, run as its user runs it.

import Foundation
import TestSupport
import Testing

/// What one run of the program came to.
struct ProgramRun {
    /// The exit code; 128 and the signal's number where a signal ended it.
    var code: Int32
    /// What it printed.
    var output: String
    /// What it complained of.
    var complaints: String

    /// The lines of the output.
    var lines: [String] {
        output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(1)
    }
}

/// The program that this package builds.
enum BuiltProgram {
    /// The folder in which the build has put everything.
    static let folder: URL = {
        let test =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: test).deletingLastPathComponent()
    }()

    /// The program itself; `GUICHET_PROGRAM` names another build of it.
    static let path =
        ProcessInfo.processInfo.environment["GUICHET_PROGRAM"]
        ?? folder.appendingPathComponent("guichet").path

    /// The package's root, where `Mailboxes` and `Templates` lie.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Runs the program from the package's root, with a file as its input, and waits for its end.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String? = nil,
        program: String = BuiltProgram.path
    ) throws -> ProgramRun {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = root
        let inherited = ProcessInfo.processInfo.environment.filter { $0.key == "PATH" }
        process.environment = inherited.merging(["HOME": "/nonexistent", "LANG": "C.UTF-8"]) { $1 }
            .merging(SanitizerSettings.variables) { $1 }.merging(environment) { $1 }
        let output = Pipe()
        let complaints = Pipe()
        process.standardOutput = output
        process.standardError = complaints
        process.standardInput =
            try input.map { try FileHandle(forReadingFrom: URL(filePath: $0)) }
            ?? FileHandle.nullDevice
        try process.run()
        // The two streams are read side by side, or a full pipe would stop the program.
        let errors = Reader(complaints.fileHandleForReading)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let signalled = process.terminationReason == .uncaughtSignal
        return ProgramRun(
            code: signalled ? 128 + process.terminationStatus : process.terminationStatus,
            output: String(decoding: text, as: UTF8.self),
            complaints: String(decoding: errors.wait(), as: UTF8.self)
        )
    }
}

/// Reads a stream to its end on a thread of its own.
private final class Reader: @unchecked Sendable {
    // The thread writes `data` before it signals, and `wait` reads it after the signal.
    private var data = Data()
    private let done = DispatchSemaphore(value: 0)

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            data = handle.readDataToEndOfFile()
            done.signal()
        }
    }

    func wait() -> Data {
        done.wait()
        return data
    }
}
