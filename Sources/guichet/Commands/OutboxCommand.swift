// guichet outbox: the letters on their way, and what a person may do about them.

import Desk
import Store

/// Looks into the outbox.
enum OutboxCommand {
    static let limit = Option(
        name: "--limit",
        value: "N",
        help: "at most so many, the latest (default: 500)"
    )

    static let command = Command(
        name: "outbox",
        operands: "[list | show ID | retry ID | cancel ID]",
        operandCount: 0...2,
        summary: "list letters, show one, send one again, or stop one",
        details: [
            "States: queued, sending, sent, failed, uncertain (nobody knows whether it arrived;",
            "the evidence is looked up before it is sent again). retry queues a failed letter",
            "again; cancel stops one that is queued. Both are final as soon as they are printed.",
        ],
        options: [limit, Command.json]
    ) { invocation in
        switch (invocation.operands.first ?? "list", invocation.operands.dropFirst().first) {
        case ("list", nil):
            try list(invocation)
        case ("show", let id?):
            try show(id, invocation)
        case ("retry", let id?):
            try change(id, .failed, invocation) { try $0.retryLetter($1, at: Clock.now()) }
            invocation.output.line("Letter \(id) is queued again.")
        case ("cancel", let id?):
            try change(id, .queued, invocation) { try $0.cancelLetter($1, at: Clock.now()) }
            invocation.output.line("Letter \(id) will not be sent.")
        case ("show", nil), ("retry", nil), ("cancel", nil):
            throw CommandFailure(
                .usage,
                "\(invocation.operands[0]) wants a letter's number; `guichet outbox` lists them."
            )
        case (let word, _):
            throw CommandFailure(
                .usage,
                Invocation.unknown("action", word, among: ["list", "show", "retry", "cancel"])
            )
        }
        return .success
    }

    private static func change(
        _ id: String,
        _ state: OutboxState,
        _ invocation: Invocation,
        _ work: (Store, OutboxID) throws -> Void
    ) throws {
        let letter = try number(id)
        do {
            try work(try invocation.openStore(), letter)
        } catch let failure as StoreError where failure.code == .refused {
            let there = try invocation.openReader().outbox(states: [state]).map(\.row.row)
            throw CommandFailure(
                .badData,
                failure.sentence + "; "
                    + Invocation.whatIsThere(
                        there,
                        "\(state.rawValue) letter",
                        none: "no letter is \(state.rawValue)"
                    )
            )
        }
    }

    private static func list(_ invocation: Invocation) throws {
        let limit = try invocation.limit(limit, usually: 500)
        let reader = try invocation.openReader()
        let entries = try reader.outbox(limit: limit)
        let all = try reader.outboxCounts().values.reduce(0, +)
        defer {
            if all > entries.count {
                invocation.output.complain(
                    "These are the latest \(entries.count) of \(all) letters; --limit N shows more."
                )
            }
        }
        guard !invocation.has(Command.json) else {
            return invocation.output.lines(entries.map { LetterJSON.value(of: $0).line })
        }
        guard !entries.isEmpty else { return invocation.output.line("No letters.") }
        let rows = entries.map { entry in
            [
                "\(entry.row.row)", entry.state.rawValue, entry.letter.kind.rawValue,
                entry.letter.ticket.text, entry.letter.recipient.text, entry.note.cut(to: 60),
            ]
        }
        invocation.output.lines(
            Table.lines([["letter", "state", "kind", "ticket", "to", "note"]] + rows)
        )
    }

    private static func show(_ id: String, _ invocation: Invocation) throws {
        guard let entry = try invocation.openReader().outboxEntry(number(id)) else {
            throw CommandFailure(.badData, "There is no letter \(id); `guichet outbox` lists them.")
        }
        guard !invocation.has(Command.json) else {
            return invocation.output.line(LetterJSON.value(of: entry).line)
        }
        invocation.output.lines([
            "letter \(entry.row.row): \(entry.state.rawValue) \(entry.note)".withoutControls, "",
        ])
        let text = String(decoding: entry.letter.bytes, as: UTF8.self)
        invocation.output.lines(
            text.split(separator: "\r\n", omittingEmptySubsequences: false)
                .map { String($0).withoutControls }
        )
    }

    private static func number(_ text: String) throws -> OutboxID {
        guard let row = Int64(text), row > 0 else {
            throw CommandFailure(.usage, "“\(text.withoutControls)” is not a letter's number.")
        }
        return OutboxID(row)
    }
}
