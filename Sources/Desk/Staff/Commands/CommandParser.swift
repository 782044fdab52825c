// From the command lines of a mail to commands, or to the problems with them: all or nothing.
//
// A parser knows the staff, the calendar and the moment; it knows no dossier. Contradictions, too
// many lines and unknown words refuse the whole mail, each with a sentence that says what would be
// right.

package import Foundation

/// What command lines turned out to be.
package enum CommandReading: Hashable, Sendable {
    /// Commands, in the order in which they stand.
    case commands([ReadCommand])
    /// Nothing is carried out, for these reasons.
    case problems([CommandProblem])
}

/// Reads command lines.
package struct CommandParser: Sendable {
    let names: StaffNames
    let calendar: CompanyCalendar
    let now: Date
    /// Who writes, where that is known.
    let author: StaffMember?

    /// How many command lines one mail may have.
    package static let linesMaximum = 20
    /// How long a command line may be, in bytes.
    package static let lineBytesMaximum = 2000

    /// A parser for a moment.
    package init(company: CompanySettings, at now: Date, by author: StaffMember? = nil) {
        self.author = author
        calendar = company.calendar
        names = StaffNames(company.staff, on: company.calendar.day(of: now))
        self.now = now
    }

    /// Reads lines that begin with "#".
    package func read(_ given: [String]) -> CommandReading {
        let lines = given.flatMap(Self.separated)
        guard lines.count <= Self.linesMaximum else {
            return .problems([
                CommandProblem(
                    line: "",
                    "\(lines.count) lignes de commande : un mail en prend au plus "
                        + "\(Self.linesMaximum). Rien n’a été exécuté."
                )
            ])
        }
        var commands: [ReadCommand] = []
        var problems: [CommandProblem] = []
        for line in lines {
            do throws(CommandProblem.Cause) {
                let command = try read(line)
                if !commands.contains(where: { $0.command == command.command })
                    || command.verb == .time
                {
                    commands.append(command)
                }
            } catch {
                problems.append(CommandProblem(line: line.cut(toBytes: 200), error.sentence))
            }
        }
        problems += contradictions(among: commands)
        return problems.isEmpty ? .commands(commands) : .problems(problems)
    }

    private func read(_ line: String) throws(CommandProblem.Cause) -> ReadCommand {
        guard line.utf8.count <= Self.lineBytesMaximum else {
            throw .init("Cette ligne dépasse \(Self.lineBytesMaximum) octets.")
        }
        let words = line.drop { $0 == "#" || $0.isWhitespace }.split { $0.isWhitespace }
        guard let first = words.first else {
            throw .init("« # » seul n’est pas une commande ; #aide en donne la liste.")
        }
        let word = String(first).trimmedMarks.trimmingColon
        guard let verb = CommandTable.verb(named: word) else {
            guard let near = CommandTable.nearMiss(of: word) else {
                throw .init(
                    "« #\(word.cut(toBytes: 40)) » : commande inconnue ; #aide en donne la liste."
                )
            }
            throw .init("« #\(word) » : commande inconnue ; vouliez-vous dire « #\(near) » ?")
        }
        var arguments = CommandArguments(
            words: words.dropFirst().map(String.init),
            entry: CommandTable.entry(of: verb),
            parser: self
        )
        return ReadCommand(line: line, verb: verb, command: try arguments.command())
    }

    // "#prendre #critique porte HS" is two commands; behind #note and #aide stands anything.
    private static func separated(_ line: String) -> [String] {
        guard line.utf8.count <= lineBytesMaximum, line.dropFirst().contains(" #") else {
            return [line]
        }
        var lines: [String] = []
        var verb: StaffVerb?
        for word in line.split(separator: " ") {
            let isFree = verb == .note || verb == .help
            if lines.isEmpty || !isFree && isCommand(word) {
                verb = self.verb(of: word.drop { $0 == "#" })
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines
    }

    // A mistyped one counts: it must not be lost among another's words.
    private static func isCommand(_ word: Substring) -> Bool {
        guard word.hasPrefix("#"), word.utf8.count <= 40 else { return false }
        let name = String(word.dropFirst()).trimmedMarks.trimmingColon
        return CommandTable.verb(named: name) != nil || CommandTable.nearMiss(of: name) != nil
    }

    private static func verb(of word: Substring) -> StaffVerb? {
        CommandTable.verb(named: String(word).trimmedMarks.trimmingColon)
    }

    // MARK: - Contradictions

    private func contradictions(among commands: [ReadCommand]) -> [CommandProblem] {
        var problems: [CommandProblem] = []
        for (index, command) in commands.enumerated() {
            for earlier in commands[..<index] where Self.exclude(earlier, command) {
                problems.append(
                    CommandProblem(
                        line: command.line.cut(toBytes: 200),
                        "« \(command.word) » contredit « \(earlier.word) » : "
                            + "gardez l’une des deux."
                    )
                )
                break
            }
        }
        return problems
    }

    private static func exclude(_ one: ReadCommand, _ other: ReadCommand) -> Bool {
        if let group = one.verb.group, group == other.verb.group { return true }
        let verbs: Set = [one.verb, other.verb]
        // What goes to the client and what must not; what undoes and what does.
        if verbs.contains(.note) { return !verbs.isDisjoint(with: [.answer, .extend]) }
        if verbs.contains(.undo) { return verbs.count > 1 }
        if verbs.contains(.spam) {
            return !verbs.isDisjoint(with: [.answer, .extend, .visit, .escalate, .merge, .open])
        }
        // A dossier that goes on elsewhere is not closed, reopened or split here as well.
        if verbs.contains(where: \.endsDossier) {
            return !verbs.isDisjoint(with: [.close, .resolved, .wait, .reopen, .spam, .split])
        }
        if verbs.contains(.close) { return !verbs.isDisjoint(with: [.extend, .visit, .escalate]) }
        return false
    }
}

extension ReadCommand {
    /// The command's word as it was written.
    fileprivate var word: String {
        let words = line.drop { $0 == "#" || $0.isWhitespace }.split { $0.isWhitespace }
        return "#" + String(words.first ?? "").trimmedMarks.trimmingColon.cut(toBytes: 40)
    }
}

extension CommandProblem {
    /// A problem before it is known on which line.
    struct Cause: Error {
        let sentence: String
        init(_ sentence: String) { self.sentence = sentence }
    }
}

extension String {
    /// A word without a colon at its end.
    fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
