// Help texts, made from the command table.

import Desk

/// Writes help.
enum HelpText {
    /// What `guichet help` prints.
    static var overview: [String] {
        [
            "Guichet files clients' mails as numbered tickets and keeps the promises made to them.",
            "",
        ]
            + ["Usage: guichet COMMAND [OPTIONS]", "", "Commands:"]
            + columns(Command.all.map { ($0.name, $0.summary) })
            + ["", "Options of every command:"]
            + columns(Command.commonOptions.map { (label($0), $0.help) })
            + ["", "`guichet help COMMAND` tells more of one. `guichet demo` shows it at work."]
    }

    /// What `guichet help COMMAND` prints.
    static func of(_ command: Command) -> [String] {
        let operands = command.operands.isEmpty ? "" : " \(command.operands)"
        var lines = [
            "guichet \(command.name): \(command.summary)", "",
            "Usage: guichet \(command.name)\(operands) [OPTIONS]", "",
        ]
        if !command.details.isEmpty { lines += command.details + [""] }
        return lines + ["Options:"]
            + columns((command.options + Command.commonOptions).map { (label($0), $0.help) })
    }

    /// What `guichet help commands` prints: what staff write at the top of their mails.
    static var staffCommands: [String] {
        let rows = CommandTable.entries.flatMap { entry in
            let also = entry.synonyms.map { "#\($0)" }.joined(separator: ", ")
            return [
                "", entry.usage(in: .english), "  \(entry.english)", "  also: \(also)",
                "  for example: \(entry.example)",
            ]
        }
        return [
            "Commands stand at the very top of a mail, each on a line that begins with “#”.",
            "What follows the first other line goes to the client. Accents may be left out.",
        ] + rows
    }

    private static func label(_ option: Option) -> String {
        option.value.map { "\(option.name) \($0)" } ?? option.name
    }

    private static func columns(_ rows: [(String, String)]) -> [String] {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { left, right in
            "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)"
        }
    }
}
