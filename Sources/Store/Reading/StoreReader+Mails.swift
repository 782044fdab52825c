// Lists of mails: one mail, the quarantine, the balance.

package import Desk
package import Foundation

/// A mail with what became of it.
package struct FiledMail: Hashable, Sendable {
    /// The mail.
    package let kept: KeptMail
    /// The mail whose bytes it shares, where the same content came before.
    package let original: MailID?
    /// Its length in bytes.
    package let bytesCount: Int
    /// When it found its end; nil while it waits.
    package let filedAt: Date?
    /// Why it ended where it did, or why it is on hold.
    package let reason: String
    /// The decision about the automatic answer; nil while the mail waits.
    package let acknowledgement: Acknowledgement?
    /// The ticket that it is on.
    package let ticket: TicketNumber?
    /// What lists show; the text is not among it.
    package let record: MailRecord
    /// What the rules found.
    package let findings: [Finding]
}

extension StoreReader {
    /// One mail.
    package func mail(_ mail: MailID) throws(StoreError) -> FiledMail? {
        try read { connection throws(StoreError) in
            try connection.first("\(FiledMail.query) WHERE mail.id = ?", .integer(mail.row)) {
                row throws(StoreError) in try FiledMail(row)
            }
        }
    }

    /// What a person should look at, oldest first.
    package func quarantine() throws(StoreError) -> [FiledMail] {
        try mails(in: .quarantine)
    }

    /// The mails that ended in a disposition, oldest first.
    package func mails(in disposition: Disposition) throws(StoreError) -> [FiledMail] {
        try read { connection throws(StoreError) in
            try connection.all(
                "\(FiledMail.query) WHERE mail.disposition = ? ORDER BY mail.id",
                .text(disposition.rawValue)
            ) { row throws(StoreError) in try FiledMail(row) }
        }
    }

    /// Which of these names the mails of a Maildir are known by.
    package func knownNames(
        among names: [String],
        of mailbox: MailboxName
    ) throws(StoreError) -> Set<String> {
        try read { connection throws(StoreError) in
            var known: Set<String> = []
            for name in names {
                let found = try connection.first(
                    "SELECT 1 FROM mail WHERE mailbox = ? AND validity = 0 AND uid = ?",
                    .text(mailbox.text),
                    .text(name)
                ) { $0.count(0) }
                if found != nil { known.insert(name) }
            }
            return known
        }
    }

    /// Where all mails have ended, mailbox by mailbox.
    package func balance() throws(StoreError) -> [MailboxBalance] {
        try read { connection throws(StoreError) in try connection.balance() }
    }
}

extension Connection {
    /// Where all mails have ended, mailbox by mailbox.
    func balance() throws(StoreError) -> [MailboxBalance] {
        let rows = try all(
            "SELECT mailbox, disposition, count(*) FROM mail GROUP BY disposition, mailbox"
        ) { row throws(StoreError) in
            let mailbox = try row.require(MailboxName(row.text(0)), "mail.mailbox")
            return (mailbox: mailbox, end: try row.disposition(1), count: row.count(2))
        }
        return Dictionary(grouping: rows, by: \.mailbox).map { mailbox, rows in
            var counts: [Disposition: Int] = [:]
            for row in rows {
                if let end = row.end { counts[end] = row.count }
            }
            let unfiled = rows.first { $0.end == nil }?.count ?? 0
            return MailboxBalance(mailbox: mailbox, counts: counts, unfiled: unfiled)
        }.sorted { $0.mailbox.text < $1.mailbox.text }
    }

    /// The mails of a ticket, oldest first.
    func mails(of ticket: Int64) throws(StoreError) -> [FiledMail] {
        try all("\(FiledMail.query) WHERE mail.ticket = ? ORDER BY mail.id", .integer(ticket)) {
            row throws(StoreError) in try FiledMail(row)
        }
    }
}

extension FiledMail {
    static let query = """
        SELECT mail.id, mail.mailbox, validity, uid, received_at, digest, attempts, disposition,
            released, cut, original, length, filed_at, reason, letter_kind, acknowledgement,
            ticket.prefix, ticket.year, ticket.sequence, message_id, sender, sender_name,
            sender_text, mail.subject, sent_at, nature, defects, findings
        FROM mail LEFT JOIN ticket ON ticket.id = mail.ticket
        """

    init(_ row: Row) throws(StoreError) {
        kept = try KeptMail(row)
        original = row.optionalInteger(10).map { MailID($0) }
        bytesCount = row.count(11)
        filedAt = row.optionalMoment(12)
        reason = row.text(13)
        let letterKind = row.optionalText(14).flatMap { LetterKind(rawValue: $0) }
        if filedAt == nil {
            acknowledgement = nil
        } else if let letterKind {
            acknowledgement = .due(letterKind, reason: row.text(15))
        } else {
            acknowledgement = .notDue(reason: row.text(15))
        }
        ticket = try row.ticketNumber(from: 16)
        let sender = row.optionalText(20).flatMap { EmailAddress($0) }
        record = MailRecord(
            messageID: row.optionalText(19).flatMap { MessageID($0) },
            sender: sender.map { NamedAddress($0, name: row.text(21)) },
            senderText: row.text(22),
            subject: row.text(23),
            text: "",
            date: row.optionalMoment(24),
            nature: row.optionalText(25).flatMap { Nature(rawValue: $0) },
            defects: row.text(26).split(separator: ",").compactMap {
                MessageDefect(rawValue: String($0))
            }
        )
        findings = Finding.all(in: row.text(27))
    }
}
