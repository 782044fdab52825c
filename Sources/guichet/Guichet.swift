// The executable's door. Everything behind it is a value that a test can make: what the process was
// given, where it writes, which clock it reads.

import Foundation
import Host

@main
enum Guichet {
    static func main() {
        let process = ProcessInfo.processInfo
        guard process.arguments.dropFirst().first != MailReading.workerWord else {
            return MailReading.serve()
        }
        guard process.arguments.dropFirst().first != FileReading.workerWord else {
            return FileReading.serve()
        }
        // A limit on file sizes is a full disk like any other: an error, not an end.
        ignoreFileSizeSignal()
        let surroundings = Surroundings(
            program: process.arguments.first ?? "guichet",
            arguments: Array(process.arguments.dropFirst()),
            environment: process.environment
        )
        let output = Output(surroundings)
        let code = Program(surroundings, output).run()
        output.flush()
        guard output.hasFailed, code == .success else { exit(code.rawValue) }
        output.complain("the results could not be written out; is the disk full?")
        exit(ExitCode.unavailable.rawValue)
    }
}

/// What the process was given.
struct Surroundings: Sendable {
    /// The program as it was called: what a user types to call it again.
    var program = "guichet"
    /// The arguments behind the program's name.
    var arguments: [String]
    /// The environment.
    var environment: [String: String]

    /// The user's own folder, where `~` leads.
    ///
    /// Empty where nobody says where it is.
    var home: String { environment["HOME"] ?? "" }
}
