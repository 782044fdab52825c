// Every command and option in one table: the parser, the help texts, README's chapter and the tests
// of all three read it.

/// An option of the command line.
struct Option: Sendable {
    /// Its name with the hyphens.
    let name: String
    /// What stands behind it; nil for a switch.
    let value: String?
    /// What it does.
    let help: String
}

/// A command of the command line.
struct Command: Sendable {
    /// Its word.
    let name: String
    /// What stands behind the word, as the usage line shows it.
    let operands: String
    /// How many operands it takes.
    let operandCount: ClosedRange<Int>
    /// What it does, in one line.
    let summary: String
    /// What else there is to know; lines of at most 78 characters.
    let details: [String]
    /// Its own options, beside the common ones.
    let options: [Option]
    /// What it does with its arguments.
    let run: @Sendable (Invocation) throws -> ExitCode
}

extension Command {
    /// The options that every command takes.
    static let commonOptions = [
        Option(name: "--config", value: "DIR", help: "the settings (default: Mailboxes)"),
        Option(
            name: "--templates",
            value: "DIR",
            help: "the letters' templates (default: Templates)"
        ),
        Option(
            name: "--state",
            value: "DIR",
            help: "database and keys (default: $STATE_DIRECTORY, else ~/.local/state/guichet)"
        ),
        Option(name: "--help", value: nil, help: "this text"),
    ]

    static let json = Option(name: "--json", value: nil, help: "one JSON object a line")

    /// All commands, in the order of the help text.
    static let all: [Command] = [
        DemoCommand.command, RunCommand.command, IngestCommand.command, CheckCommand.command,
        ExplainCommand.command, SimulateCommand.command,
        TicketsCommand.command, BreachesCommand.command, SearchCommand.command,
        ShowCommand.command, OpenCommand.command,
        DoCommand.command, MergeCommand.command, SplitCommand.command, ReclassifyCommand.command,
        ClientsCommand.command, ClientCommand.command, WhatIfCommand.command,
        OutboxCommand.command,
        QuarantineCommand.command, StatusCommand.command, TemplateCommand.command,
        HelpCommand.command, VersionCommand.command,
    ]

    /// The command of that name.
    static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}
