// Mails to be read once more: those that a mailbox got since a moment, page by page.

package import Desk
package import Foundation

extension StoreReader {
    /// Filed mails that were received since a moment, oldest first, behind a given one; copies are
    /// left out, and so are mails of all other mailboxes where one is named.
    package func filedMails(
        of mailbox: MailboxName?,
        since moment: Date,
        behind mail: MailID?,
        limit: Int
    ) throws(StoreError) -> [FiledMail] {
        try read { connection throws(StoreError) in
            try connection.all(
                """
                \(FiledMail.query)
                WHERE mail.id > ?1 AND (?2 IS NULL OR mail.mailbox = ?2) AND received_at >= ?3
                    AND filed_at IS NOT NULL AND original IS NULL AND pack IS NOT NULL
                ORDER BY mail.id LIMIT ?4
                """,
                .integer(mail?.row ?? 0),
                .optional(mailbox?.text),
                .moment(moment),
                .integer(limit)
            ) { row throws(StoreError) in try FiledMail(row) }
        }
    }
}
