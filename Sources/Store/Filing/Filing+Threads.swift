// The looks into the past that concern tickets: which ones a mail's references and numbers lead to,
// and which ones its sender has opened lately.

import Desk
import Foundation

extension Filing {
    /// The tickets of numbers that exist, in order; where one was merged, what it was merged into.
    func summaries(
        of numbers: [TicketNumber],
        merged: inout [TicketNumber: TicketNumber]
    ) throws(StoreError) -> [TicketSummary] {
        var found: [TicketSummary] = []
        for number in numbers {
            guard let stored = try shelf.survivor(of: number) else { continue }
            if stored.ticket.number != number { merged[number] = stored.ticket.number }
            guard !found.contains(where: { $0.number == stored.ticket.number }) else { continue }
            found.append(try summary(of: stored))
        }
        return found
    }

    /// The known mails among ids, the nearest first, of each ticket one.
    func parents(among ids: [MessageID]) throws(StoreError) -> [KnownParent] {
        var parents: [KnownParent] = []
        for id in ids where parents.count < ThreadQuestion.ticketsMaximum {
            // Of several mails that bear one id, the first counts: later ones may be meant to
            // mislead.
            let found = try connection.first(
                """
                SELECT ticket, sender FROM mail
                WHERE message_id = ? AND ticket IS NOT NULL ORDER BY id LIMIT 1
                """,
                .text(id.text)
            ) { (ticket: $0.integer(0), author: $0.optionalText(1)) }
            guard let found, let ticket = try summary(row: found.ticket),
                !parents.contains(where: { $0.ticket.number == ticket.number })
            else { continue }
            let author = found.author.flatMap { EmailAddress($0) }
            parents.append(KnownParent(id: id, author: author, ticket: ticket))
        }
        return parents
    }

    /// The tickets that share a reference with a mail to a mail that never came.
    func siblings(
        sharing ids: [MessageID],
        except known: [KnownParent]
    ) throws(StoreError) -> [KnownParent] {
        var siblings: [KnownParent] = []
        for id in ids where siblings.count < ThreadQuestion.ticketsMaximum {
            for row in try connection.ticketsReferring(to: id) {
                guard let ticket = try summary(row: row),
                    !(known + siblings).contains(where: { $0.ticket.number == ticket.number })
                else { continue }
                siblings.append(KnownParent(id: id, author: nil, ticket: ticket))
            }
        }
        return siblings
    }

    /// The tickets that somebody opened within a time, the latest first.
    func recent(
        by sender: EmailAddress,
        since moment: Date
    ) throws(StoreError) -> [TicketSummary] {
        let rows = try connection.all(
            """
            SELECT id FROM ticket WHERE requester = ? AND opened_at > ? AND quiet = 0
                AND survivor IS NULL
            ORDER BY opened_at DESC LIMIT ?
            """,
            .text(sender.text),
            .moment(moment),
            .integer(ThreadQuestion.ticketsMaximum)
        ) { $0.integer(0) }
        var recent: [TicketSummary] = []
        for row in rows {
            // Whose client it is does not matter here: the sender is its own requester.
            recent.append(TicketSummary(try shelf.ticket(row: row).ticket))
        }
        return recent
    }

    private func summary(row: Int64) throws(StoreError) -> TicketSummary? {
        let number = try shelf.ticket(row: row).ticket.number
        return try shelf.survivor(of: number).map { stored throws(StoreError) in
            try summary(of: stored)
        }
    }

    // The registry may have learned since to whom the ticket belongs.
    private func summary(of stored: StoredTicket) throws(StoreError) -> TicketSummary {
        var summary = TicketSummary(stored.ticket)
        if summary.client == nil {
            for person in summary.participants.prefix(3) where summary.client == nil {
                summary.client = try connection.clientName(of: person)
            }
        }
        return summary
    }
}
