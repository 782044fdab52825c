// How the parts of a mail's row become the core's values and back.

import Desk
import Foundation

extension MailOrigin {
    // A UID is a number from IMAP and a name from a Maildir; the column keeps each as it is.
    var uidValue: SQLValue {
        switch uid {
        case .number(let number): .integer(Int64(number))
        case .name(let name): .text(name)
        }
    }
}

extension KeptMail {
    /// The columns that `init(_:)` reads, in its order.
    static let columns =
        "id, mailbox, validity, uid, received_at, digest, attempts, disposition, released, cut"

    /// Reads a row of `columns`.
    init(_ row: Row) throws(StoreError) {
        let uid: MailUID =
            row.isInteger(3)
            ? .number(try row.require(UInt32(exactly: row.integer(3)), "mail.uid"))
            : .name(row.text(3))
        self.init(
            id: MailID(row.integer(0)),
            origin: MailOrigin(
                mailbox: try row.require(MailboxName(row.text(1)), "mail.mailbox"),
                validity: try row.require(UInt32(exactly: row.integer(2)), "mail.validity"),
                uid: uid
            ),
            receivedAt: row.moment(4),
            digest: try row.require(ContentDigest(row.bytes(5)), "mail.digest"),
            attempts: row.count(6),
            disposition: try row.disposition(7),
            isReleased: row.flag(8),
            isCut: row.flag(9)
        )
    }

    /// Whether it still waits for its end.
    var isUnfiled: Bool {
        switch disposition {
        case nil, .hold: true
        case .file, .append, .fileQuiet, .quarantine: false
        }
    }
}

extension Row {
    func disposition(_ column: Int32) throws(StoreError) -> Disposition? {
        guard let text = optionalText(column) else { return nil }
        return try require(Disposition(rawValue: text), "mail.disposition")
    }
}

extension PackPlace {
    /// Reads pack, offset and length; nil where the mail was erased.
    init?(_ row: Row, from column: Int32) {
        guard !row.isNull(column), !row.isNull(column + 1) else { return nil }
        self.init(
            pack: row.count(column),
            offset: row.count(column + 1),
            length: row.count(column + 2)
        )
    }
}

extension Connection {
    /// Where the bytes of a mail lie.
    func place(of mail: MailID) throws(StoreError) -> PackPlace {
        let found = try first(
            "SELECT pack, offset, length FROM mail WHERE id = ?",
            .integer(mail.row)
        ) { PackPlace($0, from: 0) }
        guard let found else {
            throw StoreError(.absent, "there is no mail \(mail.row): see guichet quarantine")
        }
        guard let place = found else {
            throw StoreError(.absent, "the bytes of mail \(mail.row) were erased")
        }
        return place
    }
}
