// The tickets that one transaction has taken out, so that several mails of one thread read its
// ticket once. Whatever is added here is written at once: events, and the row that sums them up.

import Desk
import Foundation

/// The tickets within one transaction.
final class TicketShelf {
    private let connection: Connection
    private var taken: [TicketNumber: StoredTicket] = [:]

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The ticket of a number.
    func ticket(_ number: TicketNumber) throws(StoreError) -> StoredTicket? {
        if let known = taken[number] { return known }
        guard let stored = try connection.storedTicket(number) else { return nil }
        taken[number] = stored
        return stored
    }

    /// The ticket that stands for a number today: a merged one leads to its survivor.
    func survivor(of number: TicketNumber) throws(StoreError) -> StoredTicket? {
        guard var stored = try ticket(number) else { return nil }
        // Merging refuses circles; a damaged history must not make one of us.
        for _ in 0..<Self.mergersMaximum {
            guard let next = stored.ticket.survivor, let found = try ticket(next) else { break }
            stored = found
        }
        return stored
    }

    /// How many mergers are followed.
    private static let mergersMaximum = 10

    /// The ticket of a row, which exists.
    func ticket(row: Int64) throws(StoreError) -> StoredTicket {
        guard let stored = try connection.storedTicket(row: row) else {
            throw .damaged(connection.path, "ticket row \(row) is missing")
        }
        // What this transaction has added already is in the row, too: it is written at once.
        taken[stored.ticket.number] = stored
        return stored
    }

    /// Opens a ticket with its first events, which begin with `opened`.
    func open(_ events: [TicketEvent]) throws(StoreError) -> StoredTicket {
        let events = events.map(Self.asStored)
        guard let ticket = Ticket(folding: events) else {
            preconditionFailure("a new ticket’s events begin with `opened`")
        }
        try insert(ticket, events: events.count)
        let stored = StoredTicket(row: connection.lastRow, ticket: ticket, events: events.count)
        try insert(events, of: stored.row, after: 0)
        try insertParticipants(of: stored, from: 0)
        taken[ticket.number] = stored
        return stored
    }

    /// Adds events to a ticket that exists.
    func append(_ events: [TicketEvent], to number: TicketNumber) throws(StoreError) {
        guard !events.isEmpty else { return }
        guard var stored = try ticket(number) else {
            preconditionFailure("events for \(number), which does not exist")
        }
        let participants = stored.ticket.participants
        let events = events.map(Self.asStored)
        for event in events { stored.ticket.apply(event) }
        // Whoever came with a merger that was undone is gone again.
        let isShortened = !stored.ticket.participants.starts(with: participants)
        if isShortened { try removeParticipants(of: stored) }
        try insert(events, of: stored.row, after: stored.events)
        stored.events += events.count
        try update(stored)
        try insertParticipants(of: stored, from: isShortened ? 0 : participants.count)
        taken[number] = stored
    }

    // What is folded is what will be read back: moments in microseconds, texts without separators.
    private static func asStored(_ event: TicketEvent) -> TicketEvent {
        let record = FactRecord(event.fact)
        let fact = FactRecord(kind: record.kind, detail: record.detail).fact
        return TicketEvent(
            at: Date(microseconds: event.at.microseconds),
            fact ?? event.fact
        )
    }

    private func insert(
        _ events: [TicketEvent],
        of row: Int64,
        after last: Int
    ) throws(StoreError) {
        for (place, event) in zip((last + 1)..., events) {
            let record = FactRecord(event.fact)
            try connection.run(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?)",
                .integer(row),
                .integer(place),
                .moment(event.at),
                .text(record.kind),
                .text(record.detail)
            )
            if case .linked(let link) = event.fact { try insert(link, of: row) }
        }
    }

    private func insert(_ link: TicketLink, of row: Int64) throws(StoreError) {
        guard let other = try ticket(link.ticket) else { return }
        try connection.run(
            "INSERT OR IGNORE INTO ticket_link VALUES (?, ?, ?)",
            .integer(row),
            .integer(other.row),
            .text(link.relation.rawValue)
        )
    }

    private func insert(_ ticket: Ticket, events: Int) throws(StoreError) {
        let opening = ticket.opening
        try connection.run(
            """
            INSERT INTO ticket (
                prefix, year, sequence, procedure, mailbox, mail, requester, requester_name,
                subject, language, quiet, opened_at, changed_at, state, criticality, urgent,
                handler, letters_sent, letters_failed, impossible_events, events, client,
                client_key, contract, survivor
            ) VALUES (
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            )
            """,
            .text(opening.number.prefix),
            .integer(opening.number.year),
            .integer(opening.number.sequence),
            .text(opening.procedure.rawValue),
            .text(opening.mailbox.text),
            .integer(opening.mail.row),
            .optional(opening.requester?.address.text),
            .text(opening.requester?.name ?? ""),
            .text(opening.subject),
            .text(opening.language.rawValue),
            .flag(opening.isQuiet),
            .moment(ticket.openedAt),
            .moment(ticket.changedAt),
            .text(ticket.state.rawValue),
            .optional(ticket.criticality?.rawValue),
            .flag(ticket.isUrgent),
            .optional(ticket.handler?.text),
            .integer(ticket.lettersSent),
            .integer(ticket.lettersFailed),
            .integer(ticket.impossibleEvents),
            .integer(events),
            .optional(ticket.client?.text),
            .optional(ticket.client?.key),
            .optional(ticket.contract?.rawValue),
            .optional(ticket.survivor?.text)
        )
    }

    private func update(_ stored: StoredTicket) throws(StoreError) {
        let ticket = stored.ticket
        try connection.run(
            """
            UPDATE ticket SET changed_at = ?, state = ?, criticality = ?, urgent = ?, handler = ?,
                letters_sent = ?, letters_failed = ?, impossible_events = ?, events = ?,
                client = ?, client_key = ?, contract = ?, survivor = ?
            WHERE id = ?
            """,
            .moment(ticket.changedAt),
            .text(ticket.state.rawValue),
            .optional(ticket.criticality?.rawValue),
            .flag(ticket.isUrgent),
            .optional(ticket.handler?.text),
            .integer(ticket.lettersSent),
            .integer(ticket.lettersFailed),
            .integer(ticket.impossibleEvents),
            .integer(stored.events),
            .optional(ticket.client?.text),
            .optional(ticket.client?.key),
            .optional(ticket.contract?.rawValue),
            .optional(ticket.survivor?.text),
            .integer(stored.row)
        )
    }

    private func removeParticipants(of stored: StoredTicket) throws(StoreError) {
        try connection.run(
            "DELETE FROM ticket_participant WHERE ticket = ?",
            .integer(stored.row)
        )
    }

    private func insertParticipants(
        of stored: StoredTicket,
        from first: Int
    ) throws(StoreError) {
        for (place, address) in stored.ticket.participants.enumerated().dropFirst(first) {
            try connection.run(
                "INSERT INTO ticket_participant VALUES (?, ?, ?)",
                .integer(stored.row),
                .integer(place),
                .text(address.text)
            )
        }
    }
}
