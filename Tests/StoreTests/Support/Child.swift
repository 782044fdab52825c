// Another process that works on a state folder, and that may be killed: Tests/CrashChild, which the
// build puts beside the tests.

import Foundation
import Glibc
import TestSupport
import Testing

/// A running CrashChild.
enum Child {
    /// Starts one.
    static func start(_ arguments: String...) throws -> ChildProcess {
        let tests = try #require(Bundle.main.executableURL)
        let child = tests.deletingLastPathComponent().appending(path: "CrashChild")
        return try ChildProcess(child.path(percentEncoded: false), arguments)
    }
}

extension ChildProcess.End {
    /// Ended by the signal that cannot be caught.
    static let killed = ChildProcess.End.signalled(SIGKILL)
}
