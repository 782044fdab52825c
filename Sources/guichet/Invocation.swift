// One call of the program, read and checked against the command table.

import Desk
import Foundation

/// What the user asked for.
struct Invocation: Sendable {
    /// The words behind the command that are no options.
    let operands: [String]
    /// The options given, with their values ("" for a switch).
    let options: [String: String]
    /// What the process was given.
    let surroundings: Surroundings
    /// Where words go.
    let output: Output

    /// Whether a switch was given.
    func has(_ option: Option) -> Bool { options[option.name] != nil }

    /// The value of an option.
    func value(_ option: String) -> String? { options[option] }

    /// The folder of the settings.
    var configFolder: String { path(options["--config"] ?? "Mailboxes") }

    /// The folder of the templates.
    var templatesFolder: String { path(options["--templates"] ?? "Templates") }

    /// The folder of the database and the keys.
    var stateFolder: String {
        if let given = options["--state"] { return path(given) }
        // systemd gives several folders separated by colons; the first is ours.
        if let given = surroundings.environment["STATE_DIRECTORY"]?.split(separator: ":").first {
            return path(String(given))
        }
        return path("~/.local/state/guichet")
    }

    /// The same, for a command that needs the folder: it must be known where it is.
    func knownStateFolder() throws -> String {
        let folder = stateFolder
        guard surroundings.home.isEmpty, folder == path("~/.local/state/guichet") else {
            return folder
        }
        throw CommandFailure(
            .configuration,
            "HOME is not set, so nobody knows where the state folder is: name it with --state, "
                + "or set HOME or STATE_DIRECTORY."
        )
    }

    /// A path with `~` resolved and without a slash at its end.
    func path(_ text: String) -> String {
        var path = text == "~" || text.hasPrefix("~/") ? surroundings.home + text.dropFirst() : text
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}

extension Invocation {
    /// Reads the arguments behind a command's word.
    static func read(
        _ arguments: [String],
        for command: Command,
        _ surroundings: Surroundings,
        _ output: Output
    ) throws -> Invocation {
        let known = command.options + Command.commonOptions
        var operands: [String] = []
        var options: [String: String] = [:]
        var rest = arguments[...]
        var onlyOperands = false
        while let argument = rest.popFirst() {
            guard !onlyOperands, argument.hasPrefix("-"), argument != "-" else {
                operands.append(argument)
                continue
            }
            if argument == "--" {
                onlyOperands = true
                continue
            }
            let parts = argument.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let name = parts[0] == "-h" ? "--help" : String(parts[0])
            guard let option = known.first(where: { $0.name == name }) else {
                throw CommandFailure(
                    .usage,
                    unknown("option", name, among: known.map(\.name))
                        + " See `guichet help \(command.name)`."
                )
            }
            let value = try value(of: option, given: parts.dropFirst().first, from: &rest, known)
            guard options[name] ?? value == value else {
                throw CommandFailure(.usage, "\(name) is given twice, with two values.")
            }
            options[name] = value
        }
        if options["--help"] == nil, !command.operandCount.contains(operands.count) {
            throw CommandFailure(.usage, complaint(about: operands, for: command))
        }
        return Invocation(
            operands: operands,
            options: options,
            surroundings: surroundings,
            output: output
        )
    }

    private static func value(
        of option: Option,
        given: Substring?,
        from rest: inout ArraySlice<String>,
        _ known: [Option]
    ) throws -> String {
        guard let wanted = option.value else {
            guard given == nil else {
                throw CommandFailure(.usage, "\(option.name) takes no value.")
            }
            return ""
        }
        // The next option is hardly meant as a value; behind "=" it would be.
        let isForgotten = given == nil && known.contains { $0.name == rest.first }
        guard !isForgotten, let value = given.map(String.init) ?? rest.popFirst(), !value.isEmpty
        else {
            throw CommandFailure(.usage, "\(option.name) wants \(wanted) behind it.")
        }
        return value
    }

    private static func complaint(about operands: [String], for command: Command) -> String {
        let words = ["guichet", command.name, command.operands].filter { !$0.isEmpty }
        let usage = "Usage: \(words.joined(separator: " "))"
        guard operands.count > command.operandCount.upperBound else {
            return "\(command.name) wants more than that. \(usage)"
        }
        let surplus = operands[command.operandCount.upperBound]
        return "“\(surplus)” is one word too many for \(command.name). \(usage)"
    }

    /// The sentence about a word that is not known, with the nearest one that is, or else with
    /// all of them where they are few.
    static func unknown(_ kind: String, _ word: String, among known: [String]) -> String {
        let few = 1...8
        let advice =
            NearMiss.of(word, among: known).map { " Did you mean “\($0)”?" }
            ?? (few.contains(known.count) ? " Known: \(known.joined(separator: ", "))." : "")
        return "There is no \(kind) “\(word)”.\(advice)"
    }
}
