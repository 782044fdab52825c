// Stage "keep": mails become durable, whole, before anything reads them.

import Desk
import Foundation

extension Writer {
    /// Keeps a group of mails: one transaction, one flush.
    func keep(
        _ mails: [(mail: RawMessage, digest: ContentDigest)]
    ) throws(StoreError) -> [KeptMail] {
        let kept = try transaction { () throws(StoreError) in
            var intake = try Intake(connection, packBytes: limits.packBytes)
            var kept: [KeptMail] = []
            kept.reserveCapacity(mails.count)
            for (mail, digest) in mails { kept.append(try intake.take(mail, digest)) }
            for pack in try intake.finish() { try packs.append(pack) }
            return kept
        }
        for (mail, _) in mails { aside.leave(mail.bytes) }
        return kept
    }

    /// Hands out mails that wait to be filed.
    ///
    /// The oldest come first, so that no answer overtakes its question; a mail that a stop met at
    /// its reading keeps its place, unless that has happened again and again. Of those, and of
    /// those on hold, the least tried come first: none of them stands in front of the others.
    func takeUnfiled(limit: Int) throws(StoreError) -> [KeptMail] {
        try transaction { () throws(StoreError) in
            try connection.all(
                """
                SELECT \(KeptMail.columns) FROM mail
                WHERE disposition IS NULL OR disposition = 'hold'
                ORDER BY iif(disposition IS NULL AND unfinished < ?, 0, attempts), id LIMIT ?
                """,
                .integer(Self.unfinishedInPlaceMaximum + 1),
                .integer(limit)
            ) { row throws(StoreError) in try KeptMail(row) }
        }
    }

    /// A mail at which the program has ended more often than this waits behind the others.
    private static let unfinishedInPlaceMaximum = 2

    /// Counts that a mail is about to be read by itself; whoever comes back from a kill knows then
    /// which mail it was.
    ///
    /// Returns how many attempts in a row were never done with, this one
    /// included.
    func beginAttempt(_ mail: MailID) throws(StoreError) -> Int {
        try transaction { () throws(StoreError) in
            try connection.run(
                """
                UPDATE mail SET attempts = attempts + 1, unfinished = unfinished + 1 WHERE id = ?
                """,
                .integer(mail.row)
            )
            return try connection.first(
                "SELECT unfinished FROM mail WHERE id = ?",
                .integer(mail.row)
            ) { $0.count(0) } ?? 0
        }
    }

    /// Takes an attempt back: the mail was read, and the world failed afterwards.
    func takeBackAttempt(_ mail: MailID) throws(StoreError) {
        _ = try transaction { () throws(StoreError) in
            try connection.run(
                """
                UPDATE mail SET attempts = max(0, attempts - 1), unfinished = 0 WHERE id = ?
                """,
                .integer(mail.row)
            )
        }
    }

    /// Puts a mail on hold that could not be filed.
    func hold(_ mail: MailID, reason: String) throws(StoreError) {
        let changed = try transaction { () throws(StoreError) in
            try connection.run(
                """
                UPDATE mail SET disposition = 'hold', reason = ?, unfinished = 0
                WHERE id = ? AND (disposition IS NULL OR disposition = 'hold')
                """,
                .text(reason),
                .integer(mail.row)
            )
        }
        precondition(changed == 1, "only a mail that is kept and not filed can be put on hold")
    }

    /// Lets a mail out of the quarantine; its attempts begin anew.
    func releaseQuarantine(_ mail: MailID) throws(StoreError) {
        let changed = try transaction { () throws(StoreError) in
            try connection.run(
                """
                UPDATE mail SET disposition = NULL, released = 1, attempts = 0, unfinished = 0
                WHERE id = ? AND disposition = 'quarantine'
                """,
                .integer(mail.row)
            )
        }
        guard changed == 1 else {
            throw StoreError(
                .refused,
                "mail \(mail.row) is not in the quarantine: see guichet quarantine"
            )
        }
    }
}

/// Takes the mails of one group in: finds what is known already, gives the others rows and places.
private struct Intake {
    private let connection: Connection
    private let packBytes: Int
    private var pack: Int
    private var end: Int
    private var added: [[(place: PackPlace, bytes: [UInt8])]] = []

    /// Begins where the last pack ends.
    init(_ connection: Connection, packBytes: Int) throws(StoreError) {
        self.connection = connection
        self.packBytes = packBytes
        let last = try connection.first(
            "SELECT number, bytes FROM pack ORDER BY number DESC LIMIT 1"
        ) { (number: $0.count(0), bytes: $0.count(1)) }
        pack = last?.number ?? 1
        end = last?.bytes ?? 0
    }

    /// Takes one mail in; a known origin is not kept twice.
    mutating func take(_ mail: RawMessage, _ digest: ContentDigest) throws(StoreError) -> KeptMail {
        if let known = try known(mail.origin) { return known }
        let original = try connection.first(
            """
            SELECT id, pack, offset, length, cut FROM mail
            WHERE digest = ? AND original IS NULL
            """,
            .blob(digest.bytes)
        ) { (row: $0.integer(0), place: PackPlace($0, from: 1), isCut: $0.flag(4)) }
        let place: PackPlace
        // Of a mail that was too large for another mailbox, more may be known here.
        if let original, let known = original.place,
            !(original.isCut && known.length < mail.bytes.count)
        {
            place = known
        } else {
            place = try add(mail.bytes)
        }
        return try insert(mail, digest, at: place, copyOf: original?.row)
    }

    /// Notes how long the packs have become; returns what is to be written, pack by pack.
    func finish() throws(StoreError) -> [[(place: PackPlace, bytes: [UInt8])]] {
        for mails in added {
            guard let last = mails.last?.place else { continue }
            try connection.run(
                "UPDATE pack SET bytes = ? WHERE number = ?",
                .integer(last.end),
                .integer(last.pack)
            )
        }
        return added
    }

    private func known(_ origin: MailOrigin) throws(StoreError) -> KeptMail? {
        try connection.first(
            """
            SELECT \(KeptMail.columns) FROM mail
            WHERE mailbox = ? AND validity = ? AND uid = ?
            """,
            .text(origin.mailbox.text),
            .integer(Int64(origin.validity)),
            origin.uidValue
        ) { row throws(StoreError) in try KeptMail(row) }
    }

    private mutating func add(_ bytes: [UInt8]) throws(StoreError) -> PackPlace {
        var place = PackPlace(pack: pack, offset: end, length: bytes.count)
        if end > 0, place.end > packBytes {
            pack += 1
            place = PackPlace(pack: pack, offset: 0, length: bytes.count)
        }
        if place.offset == 0 {
            try connection.run("INSERT INTO pack VALUES (?, 0)", .integer(pack))
        }
        if added.last?.last?.place.pack != pack { added.append([]) }
        added[added.count - 1].append((place, bytes))
        end = place.end
        return place
    }

    private func insert(
        _ mail: RawMessage,
        _ digest: ContentDigest,
        at place: PackPlace,
        copyOf original: Int64?
    ) throws(StoreError) -> KeptMail {
        try connection.run(
            """
            INSERT INTO mail (
                mailbox, validity, uid, digest, original, pack, offset, length, received_at,
                cut, attempts
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """,
            .text(mail.origin.mailbox.text),
            .integer(Int64(mail.origin.validity)),
            mail.origin.uidValue,
            .blob(digest.bytes),
            .optional(original),
            .integer(place.pack),
            .integer(place.offset),
            .integer(place.length),
            .moment(mail.receivedAt),
            .integer(mail.isCut ? 1 : 0)
        )
        return KeptMail(
            id: MailID(connection.lastRow),
            origin: mail.origin,
            receivedAt: Date(microseconds: mail.receivedAt.microseconds),
            digest: digest,
            attempts: 0,
            disposition: nil,
            isReleased: false,
            isCut: mail.isCut
        )
    }
}
