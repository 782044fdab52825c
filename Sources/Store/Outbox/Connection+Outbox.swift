// The outbox's statements: which letters are due, which were interrupted, and how one is put in.

import Desk
import Foundation

extension Connection {
    private static let whole = """
        SELECT \(OutboxEntry.columns), outbox_bytes.bytes FROM \(OutboxEntry.tables)
            JOIN outbox_bytes ON outbox_bytes.letter = outbox.id
        """

    /// Letters that may leave now, by priority and then first come first served, but for those of
    /// some mailboxes.
    func dueLetters(
        at now: Date,
        limit: Int,
        except closed: Set<MailboxName>
    ) throws(StoreError) -> [OutboxEntry] {
        var letters: [OutboxEntry] = []
        // One query for each priority: sorting all that waits would cost more with each letter.
        for priority in LetterPriority.allCases where letters.count < limit {
            let kinds = priority.kinds
            guard !kinds.isEmpty else { continue }
            letters += try dueLetters(kinds, at: now, limit: limit - letters.count, except: closed)
        }
        return letters
    }

    private func dueLetters(
        _ kinds: [LetterKind],
        at now: Date,
        limit: Int,
        except closed: Set<MailboxName>
    ) throws(StoreError) -> [OutboxEntry] {
        let words = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try all(
            """
            \(Self.whole) WHERE outbox.state = 'queued' AND outbox.not_before <= ?
                AND instr(?, ',' || outbox.mailbox || ',') = 0 AND outbox.kind IN (\(words))
            ORDER BY outbox.id LIMIT ?
            """,
            .moment(now),
            .text(Self.list(closed)),
            .integer(limit)
        ) { row throws(StoreError) in try OutboxEntry(row, withBytes: true) }
    }

    /// The earliest moment at which a letter may leave; nil where none is queued.
    func nextLetterMoment(except closed: Set<MailboxName>) throws(StoreError) -> Date? {
        try first(
            """
            SELECT not_before FROM outbox
            WHERE state = 'queued' AND instr(?, ',' || mailbox || ',') = 0
            ORDER BY not_before LIMIT 1
            """,
            .text(Self.list(closed))
        ) { $0.moment(0) }
    }

    // A mailbox's name holds no comma.
    private static func list(_ mailboxes: Set<MailboxName>) -> String {
        ",\(mailboxes.map(\.text).sorted().joined(separator: ",")),"
    }

    /// Letters that a stop has left `sending`, and those `uncertain`.
    func interruptedLetters() throws(StoreError) -> [OutboxEntry] {
        try all(
            "\(Self.whole) WHERE outbox.state IN ('sending', 'uncertain') ORDER BY outbox.id"
        ) { row throws(StoreError) in try OutboxEntry(row, withBytes: true) }
    }

    /// One letter with its bytes.
    func outboxEntry(_ letter: OutboxID) throws(StoreError) -> OutboxEntry? {
        try first("\(Self.whole) WHERE outbox.id = ?", .integer(letter.row)) {
            row throws(StoreError) in try OutboxEntry(row, withBytes: true)
        }
    }

    /// Puts a letter in; nil where its Message-ID is there already.
    func insert(
        _ letter: ComposedLetter,
        ticket: Int64,
        at now: Date
    ) throws(StoreError) -> OutboxID? {
        let state: OutboxState = letter.failure == nil ? .queued : .failed
        let added = try run(
            """
            INSERT INTO outbox (
                message_id, ticket, kind, mailbox, envelope_sender, recipient, subject, queued_at,
                not_before, state, attempts, note, changed_at, enclosures
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
            ON CONFLICT (message_id) DO NOTHING
            """,
            .text(letter.id.text),
            .integer(ticket),
            .text(letter.kind.rawValue),
            .text(letter.mailbox.text),
            .text(letter.sender.text),
            .text(letter.recipient.text),
            .text(letter.subject),
            .moment(letter.queuedAt),
            .moment(letter.notBefore),
            .text(state.rawValue),
            .text(letter.failure ?? ""),
            .moment(now),
            .text(Enclosure.text(of: letter.enclosures))
        )
        guard added == 1 else { return nil }
        let id = OutboxID(lastRow)
        if letter.isWritten { try insert(letter.bytes, of: id) }
        return id
    }

    /// Gives a letter the words that it was put in without.
    func complete(_ letter: ComposedLetter, in row: OutboxID) throws(StoreError) {
        let state: OutboxState = letter.failure == nil ? .queued : .failed
        try run(
            "UPDATE outbox SET subject = ?, state = ?, note = ? WHERE id = ?",
            .text(letter.subject),
            .text(state.rawValue),
            .text(letter.failure ?? ""),
            .integer(row.row)
        )
        try insert(letter.bytes, of: row)
    }

    /// The bytes of a letter; none where they are kept no more.
    func bytes(of letter: OutboxID) throws(StoreError) -> [UInt8] {
        let found = try first(
            "SELECT bytes FROM outbox_bytes WHERE letter = ?",
            .integer(letter.row)
        ) { $0.bytes(0) }
        return found ?? []
    }

    private func insert(_ bytes: [UInt8], of letter: OutboxID) throws(StoreError) {
        try run("INSERT INTO outbox_bytes VALUES (?, ?)", .integer(letter.row), .blob(bytes))
    }

    /// Gives up a letter that a delivery report names.
    ///
    /// Where the letter is still being handed
    /// over, the report waits for the outcome, so that it overtakes nothing; an unknown letter is
    /// nobody's.
    func giveUp(_ letter: UndeliveredLetter, at now: Date) throws(StoreError) {
        try run(
            """
            UPDATE outbox SET report = ?2 WHERE message_id = ?1
                AND state IN ('sending', 'uncertain')
            """,
            .text(letter.id.text),
            .text(letter.reason)
        )
        try run(
            """
            UPDATE outbox SET state = 'failed', note = ?2, changed_at = ?3 WHERE message_id = ?1
                AND state IN ('queued', 'sent')
            """,
            .text(letter.id.text),
            .text(letter.reason),
            .moment(now)
        )
    }
}
