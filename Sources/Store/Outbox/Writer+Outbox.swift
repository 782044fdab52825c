// Letters change their state here and nowhere else, along OutboxState's arrows, each change in one
// transaction with what it tells the letter's ticket.

import Desk
import Foundation

extension Writer {
    /// Commits that letters are being handed over.
    ///
    /// A letter that has left the queue in the meantime
    /// (a person cancelled it) stops the whole group: the caller asks anew which are due.
    func beginSending(_ letters: [OutboxID], at now: Date) throws(StoreError) {
        try transaction { () throws(StoreError) in
            for letter in letters {
                let changed = try connection.run(
                    """
                    UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed_at = ?
                    WHERE id = ? AND state = 'queued'
                    """,
                    .moment(now),
                    .integer(letter.row)
                )
                guard changed == 1 else {
                    throw StoreError(
                        .conflict,
                        "letter \(letter.row) is no longer queued; none of its group was sent; "
                            + "the next round sends the others"
                    )
                }
            }
        }
    }

    /// Commits what became of letters, and tells their tickets.
    func record(
        _ outcomes: [(letter: OutboxID, outcome: SendOutcome)],
        at now: Date
    ) throws(StoreError) {
        try transaction { () throws(StoreError) in
            let shelf = TicketShelf(connection)
            for (letter, outcome) in outcomes {
                try record(outcome, of: letter, at: now, on: shelf)
            }
        }
    }

    private func record(
        _ outcome: SendOutcome,
        of letter: OutboxID,
        at now: Date,
        on shelf: TicketShelf
    ) throws(StoreError) {
        guard let before = try connection.status(of: letter) else {
            preconditionFailure("an outcome for letter \(letter.row), which does not exist")
        }
        var after = Status(outcome, after: before)
        precondition(
            before.state.successors.contains(after.state),
            "letter \(letter.row) cannot go from \(before.state) to \(after.state)"
        )
        if let event = after.event {
            let number = try shelf.ticket(row: before.ticket).ticket.number
            try shelf.append([TicketEvent(at: now, event)], to: number)
        }
        if let report = before.report { (after.state, after.note) = (.failed, report) }
        try connection.set(
            after.state,
            note: after.note,
            notBefore: after.notBefore,
            attemptsBack: after.attemptsBack,
            repeats: before.state == .uncertain && after.state == .queued ? .more : .same,
            of: letter,
            now
        )
    }

    /// Queues a failed letter once more.
    func retryLetter(_ letter: OutboxID, at now: Date) throws(StoreError) {
        try move(letter, from: .failed, note: "queued again by a person", at: now) { before in
            (.queued, .letterQueued(before.kind, before.id))
        }
    }

    /// Takes a queued letter out of the queue.
    func cancelLetter(_ letter: OutboxID, at now: Date) throws(StoreError) {
        let note = "cancelled by a person"
        try move(letter, from: .queued, note: note, at: now) { before in
            (.failed, .letterFailed(before.id, reason: note))
        }
    }

    private func move(
        _ letter: OutboxID,
        from old: OutboxState,
        note: String,
        at now: Date,
        to end: (LetterStatus) -> (OutboxState, TicketFact)
    ) throws(StoreError) {
        try transaction { () throws(StoreError) in
            guard let before = try connection.status(of: letter) else {
                throw StoreError(.refused, "there is no letter \(letter.row): see guichet outbox")
            }
            guard before.state == old else {
                throw StoreError(
                    .refused,
                    "letter \(letter.row) is \(before.state.rawValue); this is only for letters "
                        + "that are \(old.rawValue)"
                )
            }
            let (new, fact) = end(before)
            guard new != .queued || before.hasBytes else {
                throw StoreError(
                    .refused,
                    "letter \(letter.row) was never written, so it cannot be sent: mend its "
                        + "template, then answer the client by hand"
                )
            }
            let shelf = TicketShelf(connection)
            let number = try shelf.ticket(row: before.ticket).ticket.number
            try shelf.append([TicketEvent(at: now, fact)], to: number)
            // Whoever sends it again has found out, or takes it upon himself.
            try connection.set(new, note: note, notBefore: now, repeats: .none, of: letter, now)
        }
    }
}

/// What a change of state needs to know of a letter.
private struct LetterStatus {
    let state: OutboxState
    let ticket: Int64
    let kind: LetterKind
    let id: MessageID
    let report: String?
    let hasBytes: Bool
}

/// What becomes of the count of a letter's repeats.
private enum Repeats {
    /// It stays.
    case same
    /// One more.
    case more
    /// It begins anew.
    case none
}

/// Where an outcome leads.
private struct Status {
    var state: OutboxState
    var note: String
    var notBefore: Date?
    var attemptsBack = 0
    var event: TicketFact?

    init(_ outcome: SendOutcome, after before: LetterStatus) {
        switch outcome {
        case .done(let note):
            self.init(state: .sent, note: note, event: .letterSent(before.id))
        case .later(let moment, let note):
            self.init(state: .queued, note: note, notBefore: moment)
        case .never(let note):
            // A report that came first has told the ticket already.
            let event: TicketFact? =
                before.report == nil ? .letterFailed(before.id, reason: note) : nil
            self.init(state: .failed, note: note, event: event)
        case .uncertain(let note):
            self.init(state: .uncertain, note: note)
        case .untouched(let note):
            self.init(state: .queued, note: note)
            attemptsBack = 1
        }
    }

    private init(
        state: OutboxState,
        note: String,
        notBefore: Date? = nil,
        event: TicketFact? = nil
    ) {
        self.state = state
        self.note = note
        self.notBefore = notBefore
        self.event = event
    }
}

extension Connection {
    fileprivate func status(of letter: OutboxID) throws(StoreError) -> LetterStatus? {
        try first(
            """
            SELECT state, ticket, kind, message_id, report, length(bytes) > 0
            FROM outbox JOIN outbox_bytes ON letter = id WHERE id = ?
            """,
            .integer(letter.row)
        ) { row throws(StoreError) in
            LetterStatus(
                state: try row.require(OutboxState(rawValue: row.text(0)), "outbox.state"),
                ticket: row.integer(1),
                kind: try row.require(LetterKind(rawValue: row.text(2)), "outbox.kind"),
                id: try row.require(MessageID(row.text(3)), "outbox.message_id"),
                report: row.optionalText(4),
                hasBytes: row.flag(5)
            )
        }
    }

    fileprivate func set(
        _ state: OutboxState,
        note: String,
        notBefore: Date?,
        attemptsBack: Int = 0,
        repeats: Repeats,
        of letter: OutboxID,
        _ now: Date
    ) throws(StoreError) {
        try run(
            """
            UPDATE outbox SET state = ?, note = ?, not_before = coalesce(?, not_before),
                attempts = max(0, attempts - ?), repeats = repeats * ? + ?, report = NULL,
                changed_at = ?
            WHERE id = ?
            """,
            .text(state.rawValue),
            .text(note),
            .optional(notBefore),
            .integer(attemptsBack),
            .integer(repeats == .none ? 0 : 1),
            .integer(repeats == .more ? 1 : 0),
            .moment(now),
            .integer(letter.row)
        )
    }
}
