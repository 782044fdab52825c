// Stage "ask", the store's side: what is known of a mail's past. Each look-up is one seek in an
// index; their number is bounded by the question.

import Desk
import Foundation

extension Filing {
    /// How long a letter counts against its recipient's and its ticket's bound.
    static let letterWindowSeconds: TimeInterval = 24 * 3_600

    /// Answers a question as of a moment.
    func lookUp(
        _ question: ThreadQuestion,
        for mail: MailID,
        at now: Date
    ) throws(StoreError) -> ThreadAnswer {
        var answer = ThreadAnswer()
        answer.asOf = now
        answer.original = try original(of: question.digest, for: mail)
        answer.sealed = try summaries(of: question.sealed, merged: &answer.merged)
        answer.parents = try parents(among: question.parents)
        // Whoever answered this mail before it came refers to it, too.
        let ids = question.parents + (question.ownID.map { [$0] } ?? [])
        answer.siblings = try siblings(sharing: ids, except: answer.parents)
        answer.mentioned = try summaries(of: question.mentioned, merged: &answer.merged)
        if let id = question.ownID { answer.namesake = try namesake(of: id, for: mail) }
        if let sender = question.sender {
            answer.client = try connection.clientTerms(of: sender)
            if let seconds = question.repeatSeconds {
                answer.recent = try recent(by: sender, since: now.addingTimeInterval(-seconds))
            }
        }
        if let address = question.correspondent {
            answer.lettersByTicket = try letters(to: address, since: now)
            answer.lettersToCorrespondent = try letters(
                answer.lettersByTicket,
                andBreachesTo: address,
                since: now
            )
            (answer.lettersToDomain, answer.lettersToAnybody) = try letters(
                toDomainOf: address,
                since: now
            )
        }
        return answer
    }

    // The mails of one content are the one that came first and the copies that point at it; any of
    // them may have been filed first.
    private func original(
        of digest: ContentDigest,
        for mail: MailID
    ) throws(StoreError) -> KnownMail? {
        let first = try connection.first(
            "SELECT id FROM mail WHERE digest = ? AND original IS NULL",
            .blob(digest.bytes)
        ) { $0.integer(0) }
        guard let first else { return nil }
        return try connection.first(
            """
            SELECT mail.id, ticket.prefix, ticket.year, ticket.sequence
            FROM mail LEFT JOIN ticket ON ticket.id = mail.ticket
            WHERE (mail.id = ?1 OR mail.original = ?1) AND mail.id <> ?2
                AND mail.disposition IS NOT NULL AND mail.disposition <> 'hold'
            ORDER BY mail.id LIMIT 1
            """,
            .integer(first),
            .integer(mail.row)
        ) { row throws(StoreError) in
            KnownMail(mail: MailID(row.integer(0)), ticket: try row.ticketNumber(from: 1))
        }
    }

    private func namesake(of id: MessageID, for mail: MailID) throws(StoreError) -> KnownMail? {
        try connection.first(
            """
            SELECT mail.id, ticket.prefix, ticket.year, ticket.sequence
            FROM mail JOIN ticket ON ticket.id = mail.ticket
            WHERE mail.message_id = ? AND mail.ticket IS NOT NULL AND mail.id <> ?
            ORDER BY mail.id LIMIT 1
            """,
            .text(id.text),
            .integer(mail.row)
        ) { row throws(StoreError) in
            KnownMail(mail: MailID(row.integer(0)), ticket: try row.ticketNumber(from: 1))
        }
    }

    // What people of the company have ordered is no automatic letter. What the staff are told has
    // bounds of its own (`NoticeTally`, the transcripts of an hour): however much a colleague has
    // worked, his own requests are answered as a client's are.
    static let unboundedKinds = LetterKind.allCases
        .filter { $0.isUnbounded || !$0.isForClient }
        .map { "'\($0.rawValue)'" }.joined(separator: ", ")
    // The same for a domain, of whose colleagues' letters none is a client's.
    static let staffKinds = LetterKind.allCases.filter { !$0.isForClient }
        .map { "'\($0.rawValue)'" }.joined(separator: ", ")

    func letters(
        to address: EmailAddress,
        since now: Date
    ) throws(StoreError) -> [TicketNumber: Int] {
        let counts = try connection.all(
            """
            SELECT ticket.prefix, ticket.year, ticket.sequence, count(*)
            FROM outbox JOIN ticket ON ticket.id = outbox.ticket
            WHERE outbox.recipient = ? AND outbox.queued_at > ?
                AND (outbox.state <> 'failed' OR outbox.attempts > 0)
                AND outbox.kind NOT IN (\(Self.unboundedKinds))
            GROUP BY ticket.id
            """,
            .text(address.text),
            .moment(now.addingTimeInterval(-Self.letterWindowSeconds))
        ) { row throws(StoreError) in
            (number: try row.ticketNumber(from: 0), count: row.count(3))
        }
        var letters: [TicketNumber: Int] = [:]
        for (number, count) in counts {
            if let number { letters[number] = count }
        }
        return letters
    }
}

extension Filing {
    /// How many letters an address was sent lately: those on its tickets, and the words of broken
    /// promises, which count for the address alone.
    func letters(
        _ byTicket: [TicketNumber: Int],
        andBreachesTo address: EmailAddress,
        since now: Date
    ) throws(StoreError) -> Int {
        let breaches = try connection.first(
            """
            SELECT count(*) FROM outbox
            WHERE recipient = ? AND queued_at > ? AND kind = ?
                AND (state <> 'failed' OR attempts > 0)
            """,
            .text(address.text),
            .moment(now.addingTimeInterval(-Self.letterWindowSeconds)),
            .text(LetterKind.breach.rawValue)
        ) { $0.count(0) }
        return byTicket.values.reduce(0, +) + (breaches ?? 0)
    }

    /// How long a letter counts against its domain's bound and the house's.
    static let domainWindowSeconds: TimeInterval = 3_600
    /// Letters to one domain are counted up to their bound: beyond it nothing else is decided.
    static let domainLettersCounted = LetterBounds.standard.perDomain

    // Letters are numbered as they are queued, so the house's count is the distance between the
    // last one and the last one before this hour: two look-ups however many there are. To one
    // domain more than a few are never counted. A letter that was sent and came back counts.
    func letters(
        toDomainOf address: EmailAddress,
        since now: Date
    ) throws(StoreError) -> (domain: Int, anybody: Int) {
        let counts = try connection.first(
            """
            SELECT
                coalesce((SELECT max(id) FROM outbox), 0) - coalesce(
                    (
                        SELECT id FROM outbox WHERE queued_at <= ?1
                        ORDER BY queued_at DESC, id DESC LIMIT 1
                    ), 0
                ),
                (
                    SELECT count(*) FROM (
                        SELECT 1 FROM outbox
                        WHERE lower(substr(recipient, instr(recipient, '@') + 1)) = ?2
                            AND queued_at > ?1
                            AND kind NOT IN (\(Self.staffKinds))
                            AND (state <> 'failed' OR attempts > 0)
                        LIMIT ?3
                    )
                )
            """,
            .moment(now.addingTimeInterval(-Self.domainWindowSeconds)),
            .text(address.domain),
            .integer(Self.domainLettersCounted)
        ) { (anybody: $0.count(0), domain: $0.count(1)) }
        return (counts?.domain ?? 0, counts?.anybody ?? 0)
    }
}

extension Row {
    /// Reads prefix, year and sequence; nil where they are NULL.
    func ticketNumber(from column: Int32) throws(StoreError) -> TicketNumber? {
        guard !isNull(column) else { return nil }
        let number = TicketNumber(
            prefix: text(column),
            year: count(column + 1),
            sequence: count(column + 2)
        )
        return try require(number, "ticket.sequence")
    }
}
