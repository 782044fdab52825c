// From the arguments to a command and its exit code; every failure ends here as sentences on
// stderr.

import Desk

/// One run of the program.
struct Program {
    private let surroundings: Surroundings
    private let output: Output

    init(_ surroundings: Surroundings, _ output: Output) {
        self.surroundings = surroundings
        self.output = output
    }

    /// Does what the arguments say.
    func run() -> ExitCode {
        do {
            return try dispatch()
        } catch let failure as CommandFailure {
            return end(failure.code, failure.sentences)
        } catch let failure as any WorldFailure {
            return end(failure.isTemporary ? .tryLater : .unavailable, [failure.sentence])
        } catch {
            return end(.unavailable, ["\(error)"])
        }
    }

    private func dispatch() throws -> ExitCode {
        guard let word = surroundings.arguments.first else {
            output.lines(HelpText.overview)
            return .usage
        }
        let name =
            switch word {
            case "--help", "-h": "help"
            case "--version": "version"
            default: word
            }
        guard !name.hasPrefix("-") else {
            throw CommandFailure(
                .usage,
                "“\(word)” stands before the command; options follow it: guichet COMMAND \(word). "
                    + "See `guichet help`."
            )
        }
        guard let command = Command.named(name) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("command", word, among: Command.all.map(\.name))
                    + " See `guichet help`."
            )
        }
        let invocation = try Invocation.read(
            Array(surroundings.arguments.dropFirst()),
            for: command,
            surroundings,
            output
        )
        guard invocation.options["--help"] == nil else {
            output.lines(HelpText.of(command))
            return .success
        }
        return try command.run(invocation)
    }

    private func end(_ code: ExitCode, _ sentences: [String]) -> ExitCode {
        output.endProgress()
        for sentence in sentences { output.complain(sentence) }
        return code
    }
}
