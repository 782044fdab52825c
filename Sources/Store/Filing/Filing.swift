// Stage "file": carries plans out within one transaction, as they are. It decides nothing; what
// cannot be (a number that is not the next, a mail that is filed already) is the caller's
// mistake.

import Desk
import Foundation

/// One filing transaction; it may be used while its closure runs, and not after.
final class Filing: FilingTransaction {
    let connection: Connection
    let shelf: TicketShelf
    private var toIndex: [(mail: MailID, record: MailRecord)] = []
    private var unwritten: [MessageID: OutboxID] = [:]
    private var isOver = false
    private var failure: StoreError?

    init(_ connection: Connection) {
        self.connection = connection
        shelf = TicketShelf(connection)
    }

    /// Closes it.
    ///
    /// A call that failed half-way spoils the whole transaction, even if the caller
    /// went on.
    func end() throws(StoreError) {
        isOver = true
        if let failure { throw failure }
        precondition(unwritten.isEmpty, "letters were queued whose words never came")
        // Last, and all together: a statement on another table would make the index write out
        // what it has gathered, which costs three times as much.
        for (mail, record) in toIndex { try index(mail, record) }
    }

    func answer(
        _ question: ThreadQuestion,
        for mail: MailID,
        at now: Date
    ) throws(StoreError) -> ThreadAnswer {
        try guarded { () throws(StoreError) in
            try lookUp(question, for: mail, at: now)
        }
    }

    func nextNumber(prefix: String, year: Int) throws(StoreError) -> TicketNumber {
        try guarded { () throws(StoreError) in
            let last = try connection.first(
                "SELECT last FROM numbering WHERE prefix = ? AND year = ?",
                .text(prefix),
                .integer(year)
            ) { $0.count(0) }
            let next = TicketNumber(prefix: prefix, year: year, sequence: (last ?? 0) + 1)
            guard let next else {
                throw StoreError(
                    .noNumber,
                    "no ticket number can be made for \(prefix) in the year \(year) after "
                        + "\(last ?? 0): check the machine’s clock and the mailbox’s prefix"
                )
            }
            return next
        }
    }

    func file(
        _ plan: FilingPlan,
        letters: [ComposedLetter],
        at now: Date
    ) throws(StoreError) -> FilingReceipt {
        try guarded { () throws(StoreError) in
            let ticket = try carryOutEvents(of: plan)
            try update(plan, ticket: ticket, at: now)
            try carryOut(plan.further, at: now)
            for letter in letters { try queue(letter, at: now) }
            if let letter = plan.undelivered { try connection.giveUp(letter, at: now) }
            if let ticket, let number = plan.ticket {
                try connection.noteReferences(of: plan.record, on: ticket)
                var record = plan.record
                record.keywords.append(number.text)
                toIndex.append((plan.mail, record))
            }
            return FilingReceipt(
                mail: plan.mail,
                disposition: plan.disposition,
                ticket: plan.ticket
            )
        }
    }

    func guarded<Value>(
        _ work: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        precondition(!isOver, "a filing transaction is used after its end")
        do throws(StoreError) {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }

    // MARK: - Parts of filing

    /// The row of the ticket that the plan names.
    private func carryOutEvents(of plan: FilingPlan) throws(StoreError) -> Int64? {
        guard let number = plan.ticket else {
            precondition(plan.events.isEmpty, "events without a ticket")
            return nil
        }
        if case .opened(let opening)? = plan.events.first?.fact {
            precondition(opening.number == number, "a ticket opened under another number")
            try takeNumber(number)
            let row = try shelf.open(plan.events).row
            // A colleague's "oui" lets an earlier mail of his begin a ticket.
            if opening.mail != plan.mail { try move(opening.mail, to: row) }
            return row
        }
        try shelf.append(plan.events, to: number)
        guard let ticket = try shelf.ticket(number) else {
            preconditionFailure("a plan names \(number), which does not exist")
        }
        return ticket.row
    }

    func takeNumber(_ number: TicketNumber) throws(StoreError) {
        let next = try nextNumber(prefix: number.prefix, year: number.year)
        precondition(number == next, "\(number) is not the next number, which is \(next)")
        try connection.run(
            """
            INSERT INTO numbering VALUES (?, ?, ?)
            ON CONFLICT (prefix, year) DO UPDATE SET last = excluded.last
            """,
            .text(number.prefix),
            .integer(number.year),
            .integer(number.sequence)
        )
    }

    private func update(
        _ plan: FilingPlan,
        ticket: Int64?,
        at now: Date
    ) throws(StoreError) {
        let record = plan.record
        let letterKind: LetterKind? =
            switch plan.acknowledgement {
            case .due(let kind, _): kind
            case .notDue: nil
            }
        let changed = try connection.run(
            """
            UPDATE mail SET disposition = ?, filed_at = ?, reason = ?, letter_kind = ?,
                acknowledgement = ?, ticket = ?, message_id = ?, sender = ?, sender_name = ?,
                sender_text = ?, subject = ?, sent_at = ?, nature = ?, defects = ?, findings = ?
            WHERE id = ? AND (disposition IS NULL OR disposition = 'hold')
            """,
            .text(plan.disposition.rawValue),
            .moment(now),
            .text(plan.reason),
            .optional(letterKind?.rawValue),
            .text(plan.acknowledgement.reason),
            .optional(ticket),
            .optional(record.messageID?.text),
            .optional(record.sender?.address.text),
            .text(record.sender?.name ?? ""),
            .text(record.senderText),
            .text(record.subject),
            .optional(record.date),
            .optional(record.nature?.rawValue),
            .text(record.defects.map(\.rawValue).joined(separator: ",")),
            .text(Finding.text(of: plan.findings)),
            .integer(plan.mail.row)
        )
        precondition(changed == 1, "a plan for a mail that is filed already, or never was kept")
    }

    private func index(_ mail: MailID, _ record: MailRecord) throws(StoreError) {
        let sender =
            record.sender.map { "\($0.name) \($0.address.text)" } ?? record.senderText
        try connection.run(
            "INSERT INTO search (rowid, subject, body, sender) VALUES (?, ?, ?, ?)",
            .integer(mail.row),
            .text(SearchText.spelledOut(record.subject)),
            .text(SearchText.spelledOut(record.text)),
            .text(SearchText.spelledOut(([sender] + record.keywords).joined(separator: " ")))
        )
    }

    /// Puts a letter into the outbox; the letter of a cause that was queued before is there
    /// already.
    func queue(_ letter: ComposedLetter, at now: Date) throws(StoreError) {
        guard let ticket = try shelf.ticket(letter.ticket) else {
            preconditionFailure("a letter about \(letter.ticket), which does not exist")
        }
        guard let row = try connection.insert(letter, ticket: ticket.row, at: now) else { return }
        if !letter.isWritten { unwritten[letter.id] = row }
        try noteFailure(of: letter, at: now)
    }

    func complete(_ letters: [ComposedLetter], at now: Date) throws(StoreError) {
        try guarded { () throws(StoreError) in
            for letter in letters {
                // A cause that had queued its letter before has not queued it again.
                guard let row = unwritten.removeValue(forKey: letter.id) else { continue }
                try connection.complete(letter, in: row)
                try noteFailure(of: letter, at: now)
            }
        }
    }

    private func noteFailure(of letter: ComposedLetter, at now: Date) throws(StoreError) {
        guard let failure = letter.failure else { return }
        let event = TicketEvent(at: now, .letterFailed(letter.id, reason: failure))
        try shelf.append([event], to: letter.ticket)
    }
}
