// guichet explain: what would happen to these mails, and why. Touches nothing, needs no database.

import Desk
import Foundation
import MIME
import Store

/// Explains mails.
enum ExplainCommand {
    static let mailbox = Option(
        name: "--mailbox",
        value: "NAME",
        help: "the mailbox they came to (default: told from their recipients)"
    )

    static let rules = Option(
        name: "--rules",
        value: nil,
        help: "list every rule in the order in which it is asked; no FILE is read"
    )

    static let command = Command(
        name: "explain",
        operands: "FILE...|NUMBER",
        operandCount: 0...Int.max,
        summary: "tell what would happen to mails, and why; touches nothing",
        details: [
            "Reads each file as one mail and prints what the rules make of it: what it is,",
            "where it would be filed, which letter would answer it, and the words that decided.",
            "No database is asked: a mail that names a dossier is judged as if it existed and the",
            "sender were on it; a stranger's would open a ticket of its own.",
            "Of a mail larger than its mailbox's limits.message-size the header alone is judged.",
            "A file that cannot be read gets its line all the same, and exit code 65.",
            "A ticket's number instead of a file tells the ticket's story from the database:",
            "who, why this dossier, which class by which words, what was rejected, which letter.",
        ],
        options: [mailbox, rules, Command.json]
    ) { invocation in
        if invocation.has(rules) {
            listRules(invocation)
            return .success
        }
        guard !invocation.operands.isEmpty else {
            throw CommandFailure(
                .usage,
                "explain wants more than that. Usage: guichet explain FILE...|NUMBER"
            )
        }
        if invocation.operands.count == 1, TicketNumber.Mention(invocation.operands[0]) != nil {
            return try explainTicket(
                try invocation.ticketNumber(invocation.operands[0]),
                invocation
            )
        }
        let house = try invocation.loadHouse()
        let wanted = try invocation.value(mailbox.name).map { name in
            try invocation.mailbox(named: name, in: house)
        }
        let reading = MailReading()
        var code = ExitCode.success
        for path in invocation.operands {
            switch FileContent.read(invocation.path(path)) {
            case .failure(let problem):
                code = .badData
                if invocation.has(Command.json) {
                    invocation.output.line(ExplanationJSON.unreadable(path, problem.sentence).line)
                }
                invocation.output.complain(problem.sentence)
            case .success(let bytes):
                let explanation = try explain(
                    bytes,
                    by: reading,
                    house: house,
                    mailbox: wanted
                )
                if invocation.has(Command.json) {
                    invocation.output.line(ExplanationJSON(explanation, file: path).value.line)
                } else {
                    invocation.output.lines(ExplanationText(explanation, file: path).lines)
                }
            }
        }
        return code
    }

    // In each list the first rule that concludes wins.
    private static func listRules(_ invocation: Invocation) {
        let judging = RuleBook.questions.map { question, rules in
            (question, rules.map { (name: $0.name, sentence: $0.sentence) })
        }
        for (question, rules) in [(ThreadRules.question, ThreadRules.all)] + judging {
            if !invocation.has(Command.json) { invocation.output.line(question) }
            for rule in rules {
                if invocation.has(Command.json) {
                    let fields: [(String, JSON)] = [
                        ("question", .text(question)), ("rule", .text(rule.name)),
                        ("sentence", .text(rule.sentence)),
                    ]
                    invocation.output.line(JSON.object(fields).line)
                } else {
                    invocation.output.line("  \(rule.name): \(rule.sentence)")
                }
            }
            if !invocation.has(Command.json) { invocation.output.line("") }
        }
    }

    private static func explainTicket(
        _ number: TicketNumber,
        _ invocation: Invocation
    ) throws -> ExitCode {
        let reader = try invocation.openReader()
        guard let dossier = try reader.dossier(number) else {
            throw CommandFailure(
                .badData,
                "There is no ticket \(number.text) in \(invocation.stateFolder)."
            )
        }
        let story = DossierStory(
            dossier: dossier,
            links: try reader.links(of: number),
            timeZone: try invocation.timeZone(),
            text: { mail in
                (try? reader.bytes(of: mail)).map { NewText(of: MailReader.read($0).text).new }
            }
        )
        if invocation.has(Command.json) {
            invocation.output.line(
                JSON.object([
                    ("number", .text(number.text)),
                    ("sentences", .array(story.sentences.map(JSON.text))),
                ]).line
            )
        } else {
            invocation.output.lines(story.sentences.map(\.withoutControls))
        }
        return .success
    }

    // Nothing is written for real, so any key will do; ids that a real key sealed are not ours
    // here.
    private static func explain(
        _ bytes: [UInt8],
        by reader: MailReading,
        house: HouseSettings,
        mailbox wanted: MailboxSettings?
    ) throws -> Explanation {
        let key = HouseKey.forExplanations
        // The limit is the mailbox's, and the header tells which it is.
        let limits = house.mailboxes.map(\.messageBytesMaximum)
        let isLarge = bytes.count > limits.min() ?? 0
        var message = try reader.read(isLarge ? RawMessage.header(of: bytes) : bytes)
        guard let mailbox = wanted ?? Explanation.mailbox(for: message, in: house) else {
            preconditionFailure("the settings have no mailbox; the loader refuses that")
        }
        let isCut = bytes.count > mailbox.messageBytesMaximum
        if isCut {
            message.defects.append(.tooLarge)
        } else if isLarge {
            message = try reader.read(bytes)
        }
        return Explanation(
            Reading(message, mailbox: mailbox, house: house, key: key),
            digest: ContentHash.digest(of: bytes),
            receivedAt: Clock.now(),
            key: key,
            isCut: isCut
        )
    }
}
