// guichet help, guichet version.

/// Tells how to use the program.
enum HelpCommand {
    static let command = Command(
        name: "help",
        operands: "[COMMAND]",
        operandCount: 0...1,
        summary: "list the commands, or tell more of one",
        details: ["`guichet help commands` lists the commands that staff write in their mails."],
        options: []
    ) { invocation in
        guard let name = invocation.operands.first else {
            invocation.output.lines(HelpText.overview)
            return .success
        }
        if name == "commands" {
            invocation.output.lines(HelpText.staffCommands)
            return .success
        }
        guard let command = Command.named(name) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("command", name, among: Command.all.map(\.name))
                    + " See `guichet help`."
            )
        }
        invocation.output.lines(HelpText.of(command))
        return .success
    }
}

/// Tells which version this is.
enum VersionCommand {
    /// The version, as in CHANGELOG.md.
    static let version = "0.1.0"

    static let command = Command(
        name: "version",
        operands: "",
        operandCount: 0...0,
        summary: "tell which version this is",
        details: [],
        options: [Command.json]
    ) { invocation in
        invocation.output.line(
            invocation.has(Command.json)
                ? JSON.object([("name", .text("guichet")), ("version", .text(version))]).line
                : "guichet \(version)"
        )
        return .success
    }
}
