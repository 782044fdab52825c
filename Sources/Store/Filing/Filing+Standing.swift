// Where a mail stands, asked within the transaction that would file it: two processes, or two
// services of one, may have taken up the same mail.

import Desk

extension Filing {
    func disposition(of mail: MailID) throws(StoreError) -> Disposition? {
        try guarded { () throws(StoreError) in
            let found = try connection.first(
                "SELECT disposition FROM mail WHERE id = ?",
                .integer(mail.row)
            ) { row throws(StoreError) -> Disposition? in
                guard let text = row.optionalText(0) else { return nil }
                return try row.require(Disposition(rawValue: text), "mail.disposition")
            }
            return found ?? nil
        }
    }
}
