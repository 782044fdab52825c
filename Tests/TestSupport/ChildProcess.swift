// Another program, started by a test, spoken to through its input and output, and perhaps killed.
//
// It goes straight to the system: Foundation's Process leaves memory behind now and then, which
// the search for leaks would take for ours. It gives no time limit: a child that hangs is the
// test's find.

import Foundation
import Glibc

/// A running program.
package final class ChildProcess {
    /// How a program ended.
    package enum End: Equatable, Sendable {
        /// By itself, with this code.
        case exited(Int32)
        /// By this signal.
        case signalled(Int32)
    }

    /// The system's number for it.
    package let pid: Int32
    private let input: FileHandle
    private let output: FileHandle
    private var end: End?

    /// Starts a program with arguments; its error output is the test's own.
    package init(_ program: String, _ arguments: [String]) throws {
        let (childInput, input) = try Self.pipe()
        let (output, childOutput) = try Self.pipe()
        self.input = input
        self.output = output
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, childInput.fileDescriptor, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, childOutput.fileDescriptor, 1)
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for place in unsafe words.indices { unsafe free(words[place]) } }
        var pid: Int32 = 0
        let result = unsafe posix_spawn(&pid, program, &actions, nil, &words, environ)
        guard result == 0 else { throw POSIXError(.init(rawValue: result) ?? .EIO) }
        self.pid = pid
    }

    deinit {
        // A test that failed half-way leaves nobody behind.
        if end == nil {
            kill()
            _ = try? wait()
        }
    }

    /// Waits for its end.
    package func wait() throws -> End {
        if let end { return end }
        var status: Int32 = 0
        while unsafe waitpid(pid, &status, 0) != pid {
            guard errno == EINTR else { throw POSIXError(.ECHILD) }
        }
        let signal = status & 0x7F
        let found: End = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
        end = found
        return found
    }

    /// What it says next: waits until there is something, or the end of its output.
    package func nextOutput() -> String {
        String(decoding: output.availableData, as: UTF8.self)
    }

    /// Ends its input.
    package func closeInput() throws { try input.close() }

    /// Stops it dead.
    package func kill() { Glibc.kill(pid, SIGKILL) }

    // A pair of sockets can be made closed to the children of other tests in one step; a pipe not.
    private static func pipe() throws -> (reading: FileHandle, writing: FileHandle) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw POSIXError(.EMFILE) }
        return (
            FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
            FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        )
    }
}
