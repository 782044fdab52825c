// How the process ends: the codes that scripts rely on (sysexits.h).

/// An exit code of the stable command line.
enum ExitCode: Int32, Sendable {
    /// All is well.
    case success = 0
    /// The command was called wrongly.
    case usage = 64
    /// The input is unusable.
    case badData = 65
    /// Something that is needed is not there.
    case unavailable = 69
    /// Try again later.
    case tryLater = 75
    /// The configuration is wrong.
    case configuration = 78
}

/// Why a command ends early: sentences for stderr, and the code.
struct CommandFailure: Error {
    /// The code.
    let code: ExitCode
    /// One sentence each: what, where, what to do.
    let sentences: [String]

    init(_ code: ExitCode, _ sentences: String...) {
        self.code = code
        self.sentences = sentences
    }

    init(_ code: ExitCode, sentences: [String]) {
        self.code = code
        self.sentences = sentences
    }
}
