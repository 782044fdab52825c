// The cursor of an IMAP mailbox: which UIDs have been dealt with under one UIDVALIDITY. It is not
// kept beside the mails but read from them, so it can never say anything else than they do.

import Desk

extension Connection {
    /// The UIDs whose mails have found their end, as ranges in ascending order.
    ///
    /// A mail that is on hold or was not filed yet is not among them: it is fetched again, known by
    /// its origin, and filed then.
    func doneUIDs(
        of mailbox: MailboxName,
        validity: UInt32
    ) throws(StoreError) -> [ClosedRange<UInt32>] {
        try uids(of: mailbox, validity: validity, where: "disposition <> ?", .hold)
    }

    /// Those of them whose mails are in the quarantine.
    func refusedUIDs(
        of mailbox: MailboxName,
        validity: UInt32
    ) throws(StoreError) -> [ClosedRange<UInt32>] {
        try uids(of: mailbox, validity: validity, where: "disposition = ?", .quarantine)
    }

    private func uids(
        of mailbox: MailboxName,
        validity: UInt32,
        where condition: String,
        _ disposition: Disposition
    ) throws(StoreError) -> [ClosedRange<UInt32>] {
        let uids = try all(
            """
            SELECT uid FROM mail
            WHERE mailbox = ? AND validity = ? AND typeof(uid) = 'integer'
                AND disposition IS NOT NULL AND \(condition)
            ORDER BY uid
            """,
            .text(mailbox.text),
            .integer(Int64(validity)),
            .text(disposition.rawValue)
        ) { row throws(StoreError) in
            try row.require(UInt32(exactly: row.integer(0)), "mail.uid")
        }
        return uids.reduce(into: []) { ranges, uid in
            if let last = ranges.last, last.upperBound &+ 1 == uid {
                ranges[ranges.count - 1] = last.lowerBound...uid
            } else {
                ranges.append(uid...uid)
            }
        }
    }
}
