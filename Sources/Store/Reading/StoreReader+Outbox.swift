// Lists of letters.

package import Desk

extension StoreReader {
    /// Letters in some states (none named: in all), oldest first, without their bytes; of more than
    /// the limit, the latest.
    package func outbox(
        states: Set<OutboxState> = [],
        limit: Int = 500
    ) throws(StoreError) -> [OutboxEntry] {
        let states = states.map(\.rawValue).sorted().joined(separator: ",")
        let latest = try read { connection throws(StoreError) in
            try connection.all(
                """
                SELECT \(OutboxEntry.columns) FROM \(OutboxEntry.tables)
                WHERE ?1 IS NULL OR instr(?1, ',' || outbox.state || ',') > 0
                ORDER BY outbox.id DESC LIMIT ?2
                """,
                states.isEmpty ? .null : .text(",\(states),"),
                .integer(max(0, limit))
            ) { row throws(StoreError) in try OutboxEntry(row, withBytes: false) }
        }
        return latest.reversed()
    }

    /// How many letters are in each state.
    package func outboxCounts() throws(StoreError) -> [OutboxState: Int] {
        try read { connection throws(StoreError) in try connection.outboxCounts() }
    }

    /// How many letters of each mailbox are in each state.
    package func outboxCountsByMailbox()
        throws(StoreError) -> [MailboxName: [OutboxState: Int]]
    {
        let rows = try read { connection throws(StoreError) in
            try connection.all("SELECT mailbox, state, count(*) FROM outbox GROUP BY 1, 2") {
                row throws(StoreError) in
                let mailbox = try row.require(MailboxName(row.text(0)), "outbox.mailbox")
                let state = try row.require(OutboxState(rawValue: row.text(1)), "outbox.state")
                return (mailbox: mailbox, state: state, count: row.count(2))
            }
        }
        return rows.reduce(into: [:]) { $0[$1.mailbox, default: [:]][$1.state] = $1.count }
    }

    /// One letter, with its bytes.
    package func outboxEntry(_ letter: OutboxID) throws(StoreError) -> OutboxEntry? {
        try read { connection throws(StoreError) in try connection.outboxEntry(letter) }
    }
}

extension Connection {
    /// How many letters are in each state.
    func outboxCounts() throws(StoreError) -> [OutboxState: Int] {
        let rows = try all("SELECT state, count(*) FROM outbox GROUP BY state") {
            row throws(StoreError) in
            let state = OutboxState(rawValue: row.text(0))
            return (state: try row.require(state, "outbox.state"), count: row.count(1))
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.state, $0.count) })
    }
}
