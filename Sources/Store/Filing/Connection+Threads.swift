// Mails that belong together although their common parent never came: each id that a filed mail
// refers to and that no filed mail bears is kept with the ticket.

import Desk

extension Connection {
    /// How many tickets one id may lead to.
    private static let ticketsMaximum = 3

    /// Keeps the ids that a mail refers to and that are unknown.
    func noteReferences(of record: MailRecord, on ticket: Int64) throws(StoreError) {
        for id in record.references.prefix(MailRecord.referencesMaximum) {
            try run(
                """
                INSERT OR IGNORE INTO thread_reference
                SELECT ?1, ?2 WHERE NOT EXISTS (
                    SELECT 1 FROM mail WHERE message_id = ?1 AND ticket IS NOT NULL
                )
                """,
                .text(id.text),
                .integer(ticket)
            )
        }
    }

    /// The rows of the tickets whose mails refer to an id.
    func ticketsReferring(to id: MessageID) throws(StoreError) -> [Int64] {
        try all(
            "SELECT ticket FROM thread_reference WHERE message_id = ? ORDER BY ticket LIMIT ?",
            .text(id.text),
            .integer(Self.ticketsMaximum)
        ) { $0.integer(0) }
    }
}
