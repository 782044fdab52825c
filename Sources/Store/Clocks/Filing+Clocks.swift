// The clocks within a filing transaction: what a tick looks at, and what it leaves. A tick that
// changed something leaves its ticket due at once; only a look that found nothing to do says when
// the next one is.

import Desk
import Foundation

extension Filing {
    func ticketsDue(at moment: Date, limit: Int) throws(StoreError) -> [TicketNumber] {
        try guarded { () throws(StoreError) in
            try connection.ticketsDue(at: moment, limit: limit)
        }
    }

    func clockedTicket(_ number: TicketNumber) throws(StoreError) -> ClockedTicket? {
        try guarded { () throws(StoreError) in try connection.clockedTicket(number) }
    }

    /// How many dossiers one status letter lists at most.
    private static let listedMaximum = 20

    func openTickets(of requester: EmailAddress) throws(StoreError) -> [ClockedTicket] {
        try guarded { () throws(StoreError) in
            let numbers = try connection.all(
                """
                SELECT prefix, year, sequence FROM ticket
                WHERE requester = ? AND state <> 'closed' AND NOT quiet
                ORDER BY opened_at DESC LIMIT ?
                """,
                .text(requester.text),
                .integer(Self.listedMaximum)
            ) { row throws(StoreError) in try row.ticketNumber(from: 0) }
            var tickets: [ClockedTicket] = []
            for number in numbers.reversed() {
                guard let number, let ticket = try connection.clockedTicket(number) else {
                    continue
                }
                tickets.append(ticket)
            }
            return tickets
        }
    }

    func exchanges(
        on ticket: TicketNumber,
        limit: Int
    ) throws(StoreError) -> [StaffNotification.Exchange] {
        try guarded { () throws(StoreError) in
            guard let stored = try shelf.ticket(ticket) else { return [] }
            return try connection.exchanges(on: stored.row, limit: limit)
        }
    }

    func staffLoads() throws(StoreError) -> [EmailAddress: StaffLoad] {
        try guarded { () throws(StoreError) in try connection.staffLoads() }
    }

    func recentLetters(
        to address: EmailAddress,
        about ticket: TicketNumber,
        at now: Date
    ) throws(StoreError) -> RecentLetters {
        try guarded { () throws(StoreError) in
            let byTicket = try letters(to: address, since: now)
            let others = try letters(toDomainOf: address, since: now)
            return RecentLetters(
                onTicket: byTicket[ticket] ?? 0,
                toAddress: try letters(byTicket, andBreachesTo: address, since: now),
                toDomain: others.domain,
                toAnybody: others.anybody
            )
        }
    }

    func carryOut(
        _ events: [TicketEvent],
        on ticket: TicketNumber,
        letters: [ComposedLetter],
        at now: Date
    ) throws(StoreError) {
        try guarded { () throws(StoreError) in
            try shelf.append(events, to: ticket)
            for letter in letters { try queue(letter, at: now) }
        }
    }

    func mark(_ name: String) throws(StoreError) -> String? {
        try guarded { () throws(StoreError) in try connection.mark(name) }
    }

    func setMark(_ name: String, _ value: String) throws(StoreError) {
        try guarded { () throws(StoreError) in try connection.set(mark: name, value) }
    }

    func setNextLook(
        at ticket: TicketNumber,
        _ moment: Date?,
        promised: Date?
    ) throws(StoreError) {
        try guarded { () throws(StoreError) in
            guard let stored = try shelf.ticket(ticket) else {
                preconditionFailure("a look at \(ticket), which does not exist")
            }
            try connection.run(
                "UPDATE ticket_timer SET due_at = ? WHERE ticket = ?",
                .optional(moment),
                .integer(stored.row)
            )
            try connection.setPromised(promised, on: stored.row)
        }
    }
}
