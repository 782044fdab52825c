// Short runs of the system's own tools, such as openssl, and the question whether they are here.

import Foundation
import Glibc
import TestSupport

/// A program of the system.
package enum Tool {
    /// Where this program lies, also where only root's PATH would find it; nil when absent.
    package static func path(_ name: String) -> String? {
        ["/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin"]
            .map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What a finished run left.
    package struct Outcome: Sendable {
        /// 0 when all went well; 128 and the signal's number when it was ended by one.
        package let status: Int
        /// Standard output and standard error, as they came.
        package let output: String
    }

    /// Runs a tool to its end, at most for a minute.
    package static func run(
        _ name: String,
        _ arguments: [String],
        input: String = "",
        folder: String = "/",
        environment: [String: String] = [:]
    ) throws -> Outcome {
        guard let path = name.hasPrefix("/") ? name : path(name) else {
            throw ServerError("\(name) is not installed: Packaging/dev/needs.sh installs it.")
        }
        let spawn = Spawn(
            words: ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "tool", folder, path]
                + arguments,
            environment: Spawn.inherited.merging(environment) { $1 }
        )
        let (process, output) = try start(spawn, input: Array(input.utf8))
        return finish(process, output: output)
    }

    // The writing ends end with this call: a reading end sees its end when nobody else holds them.
    private static func start(
        _ spawn: Spawn,
        input: [UInt8]
    ) throws -> (Int32, output: Descriptor) {
        // A pipe takes a page at once, also when nobody reads yet.
        precondition(input.count <= 4096, "A tool is given at most a page of input.")
        let (stdin, writing) = try Descriptor.pipe()
        let (output, stdout) = try Descriptor.pipe()
        let process = try spawn.start([(stdin, 0), (stdout, 1), (stdout, 2)])
        _ = writing.write(input, Deadline(milliseconds: 1000))
        return (process, output)
    }

    private static func finish(_ process: Int32, output: Descriptor) -> Outcome {
        var bytes: [UInt8] = []
        let deadline = Deadline(milliseconds: 60_000)
        while let count = output.read(appendingTo: &bytes, deadline), count > 0 {}
        if deadline.isOver { Glibc.kill(-process, SIGKILL) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return Outcome(
            status: signal == 0 ? Int(status >> 8) & 0xff : 128 + Int(signal),
            output: String(decoding: bytes, as: UTF8.self)
        )
    }
}
