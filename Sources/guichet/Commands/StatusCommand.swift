// guichet status: the balance. Every fetched mail is in exactly one disposition, and the sums show
// it.

import Desk
import Store

/// Tells how things stand.
enum StatusCommand {
    static let command = Command(
        name: "status",
        operands: "",
        operandCount: 0...0,
        summary: "show the balance of every mailbox, and the outbox",
        details: ["Every mail that was fetched stands in exactly one column."],
        options: [Command.json]
    ) { invocation in
        let reader = try invocation.openReader()
        if invocation.has(Command.json) {
            invocation.output.lines(try reader.balance().map { BalanceText.json($0).line })
        } else {
            invocation.output.lines(try BalanceText.lines(reader))
        }
        return .success
    }
}

/// Prints balances.
enum BalanceText {
    /// A table of the mailboxes with their sums, then the outbox by state.
    static func lines(_ reader: StoreReader) throws -> [String] {
        let balances = try reader.balance()
        let columns = Disposition.allCases
        let head = ["mailbox", "fetched", "="] + columns.map(\.rawValue) + ["waiting"]
        var rows = balances.map { balance in
            [balance.mailbox.text, "\(balance.fetched)", "="]
                + columns.map { "\(balance.counts[$0] ?? 0)" } + ["\(balance.unfiled)"]
        }
        if rows.count != 1 {
            let sums = columns.map { column in
                balances.map { $0.counts[column] ?? 0 }.reduce(0, +)
            }
            rows.append(
                ["total", "\(balances.map(\.fetched).reduce(0, +))", "="]
                    + sums.map(String.init) + ["\(balances.map(\.unfiled).reduce(0, +))"]
            )
        }
        return Table.lines([head] + rows) + [try outbox(reader)]
    }

    /// One mailbox's balance.
    static func json(_ balance: MailboxBalance) -> JSON {
        .object(
            [
                ("mailbox", .text(balance.mailbox.text)), ("fetched", .number(balance.fetched)),
            ]
                + Disposition.allCases.map {
                    (key: $0.rawValue, value: .number(balance.counts[$0] ?? 0))
                } + [("waiting", .number(balance.unfiled))]
        )
    }

    private static func outbox(_ reader: StoreReader) throws -> String {
        let counts = try reader.outboxCounts()
        let parts = OutboxState.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
        return "outbox: " + parts.joined(separator: ", ")
    }
}
