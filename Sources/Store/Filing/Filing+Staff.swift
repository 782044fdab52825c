// What the commands of the staff look up within a filing transaction, and what they change beside
// their ticket: other tickets, the registry of clients, the house.

import Desk
import Foundation

extension Filing {
    func client(named name: ClientName) throws(StoreError) -> Client? {
        try guarded { () throws(StoreError) in
            guard let row = try connection.clientRow(named: name) else { return nil }
            return try connection.client(row: row)
        }
    }

    func clientNames() throws(StoreError) -> [ClientName] {
        try guarded { () throws(StoreError) in
            try connection.all("SELECT name FROM client ORDER BY key") { row throws(StoreError) in
                try row.require(ClientName(row.text(0)), "client.name")
            }
        }
    }

    func importedOwner(of address: EmailAddress) throws(StoreError) -> ClientName? {
        try guarded { () throws(StoreError) in try connection.importedOwner(of: address) }
    }

    func lettersToClient(
        on ticket: TicketNumber,
        limit: Int
    ) throws(StoreError) -> [OutboxEntry] {
        try guarded { () throws(StoreError) in
            guard let stored = try shelf.ticket(ticket) else { return [] }
            return try connection.lettersToClient(on: stored.row, limit: limit)
        }
    }

    func openCases(limit: Int) throws(StoreError) -> [ClockedTicket] {
        try guarded { () throws(StoreError) in
            let numbers = try connection.all(
                """
                SELECT prefix, year, sequence FROM ticket
                WHERE state <> 'closed' AND NOT quiet ORDER BY id DESC LIMIT ?
                """,
                .integer(limit)
            ) { row throws(StoreError) in try row.ticketNumber(from: 0) }
            return try clocked(numbers)
        }
    }

    func dossiers(
        changedSince moment: Date,
        limit: Int
    ) throws(StoreError) -> [[TicketEvent]] {
        try guarded { () throws(StoreError) in
            let numbers = try connection.all(
                """
                SELECT prefix, year, sequence FROM ticket
                WHERE changed_at >= ? AND NOT quiet ORDER BY id DESC LIMIT ?
                """,
                .moment(moment),
                .integer(limit)
            ) { row throws(StoreError) in try row.ticketNumber(from: 0) }
            return try clocked(numbers).map(\.events)
        }
    }

    func records(of address: EmailAddress) throws(StoreError) -> AddressRecords {
        try guarded { () throws(StoreError) in try connection.records(of: address) }
    }

    func balance() throws(StoreError) -> [MailboxBalance] {
        try guarded { () throws(StoreError) in try connection.balance() }
    }

    func outboxCounts() throws(StoreError) -> [OutboxState: Int] {
        try guarded { () throws(StoreError) in try connection.outboxCounts() }
    }

    func absences() throws(StoreError) -> [StaffAbsence] {
        try guarded { () throws(StoreError) in try connection.absences() }
    }

    func carryOut(_ further: FurtherEffects, at now: Date) throws(StoreError) {
        try guarded { () throws(StoreError) in
            try carryOut(further.tickets)
            for attachment in further.attachments {
                _ = try connection.attach(
                    attachment.address,
                    to: attachment.client,
                    on: shelf,
                    at: now,
                    contract: { $0.contract(on: attachment.day) }
                )
            }
            for letter in further.recalls { try connection.giveUp(letter, at: now) }
            for event in further.house { try connection.insert(event) }
        }
    }

    /// Adds events to tickets; those that begin with `opened` make one, and its mail goes there.
    func carryOut(_ orders: [TicketEvents]) throws(StoreError) {
        for order in orders {
            guard case .opened(let opening)? = order.events.first?.fact else {
                try shelf.append(order.events, to: order.number)
                continue
            }
            try takeNumber(order.number)
            try move(opening.mail, to: try shelf.open(order.events).row)
        }
    }

    /// Puts a mail and its copies on another ticket.
    func move(_ mail: MailID, to ticket: Int64) throws(StoreError) {
        try connection.run(
            "UPDATE mail SET ticket = ? WHERE id = ? OR original = ?",
            .integer(ticket),
            .integer(mail.row),
            .integer(mail.row)
        )
    }

    private func clocked(_ numbers: [TicketNumber?]) throws(StoreError) -> [ClockedTicket] {
        var tickets: [ClockedTicket] = []
        for number in numbers {
            guard let number, let ticket = try connection.clockedTicket(number) else { continue }
            tickets.append(ticket)
        }
        return tickets
    }
}

extension Connection {
    /// The latest letters to a ticket's client, with their bytes, the latest first.
    func lettersToClient(on ticket: Int64, limit: Int) throws(StoreError) -> [OutboxEntry] {
        let kinds = LetterKind.allCases.filter(\.isForClient).map { "'\($0.rawValue)'" }
        return try all(
            """
            SELECT \(OutboxEntry.columns), outbox_bytes.bytes FROM \(OutboxEntry.tables)
                JOIN outbox_bytes ON outbox_bytes.letter = outbox.id
            WHERE outbox.ticket = ? AND outbox.kind IN (\(kinds.joined(separator: ", ")))
            ORDER BY outbox.id DESC LIMIT ?
            """,
            .integer(ticket),
            .integer(limit)
        ) { row throws(StoreError) in try OutboxEntry(row, withBytes: true) }
    }

    /// Who is away by what staff have noted.
    func absences() throws(StoreError) -> [StaffAbsence] {
        let events = try all(
            """
            SELECT at, person, proof, kind, detail FROM house_event
            WHERE kind IN ('absence', 'presence') ORDER BY id
            """
        ) { row throws(StoreError) -> HouseEvent? in
            let record = FactRecord(kind: row.text(3), detail: row.text(4))
            guard let person = EmailAddress(row.text(1)), let fact = HouseFact(record),
                let proof = StaffProof(rawValue: row.text(2))
            else { return nil }
            return HouseEvent(at: row.moment(0), by: person, proof: proof, fact)
        }
        return StaffAbsence.all(in: events.compactMap(\.self))
    }

    fileprivate func insert(_ event: HouseEvent) throws(StoreError) {
        let record = event.fact.record
        try run(
            "INSERT INTO house_event (at, person, proof, kind, detail) VALUES (?, ?, ?, ?, ?)",
            .moment(event.at),
            .text(event.by.text),
            .text(event.proof.rawValue),
            .text(record.kind),
            .text(record.detail)
        )
    }

    /// All that is kept about an address; of each kind the latest, within a limit.
    fileprivate func records(of address: EmailAddress) throws(StoreError) -> AddressRecords {
        var records = AddressRecords()
        let limit = SQLValue.integer(AddressRecords.rowsMaximum)
        records.client = try client(of: address)
        let rows = try all(
            """
            SELECT id FROM ticket WHERE requester = ?1
            UNION SELECT ticket FROM ticket_participant WHERE address = ?1
            ORDER BY 1 DESC LIMIT ?2
            """,
            .text(address.text),
            limit
        ) { $0.integer(0) }
        for row in rows {
            guard let stored = try storedTicket(row: row) else { continue }
            records.tickets.append(stored.ticket)
            guard stored.ticket.opening.requester?.address == address else { continue }
            records.notes += try notes(on: stored.ticket.number)
        }
        records.mails = try all(
            """
            SELECT received_at, mail.subject, mail.id, mail.length, prefix, year, sequence
            FROM mail LEFT JOIN ticket ON ticket.id = mail.ticket
            WHERE sender = ? AND original IS NULL ORDER BY mail.id DESC LIMIT ?
            """,
            .text(address.text),
            limit
        ) { row throws(StoreError) in
            AddressRecords.Mail(
                at: row.moment(0),
                subject: row.text(1),
                ticket: try row.ticketNumber(from: 4),
                id: MailID(row.integer(2)),
                size: row.count(3)
            )
        }
        records.letters = try all(
            """
            SELECT queued_at, outbox.subject, outbox.id, prefix, year, sequence
            FROM outbox JOIN ticket ON ticket.id = outbox.ticket
            WHERE recipient = ? ORDER BY outbox.id DESC LIMIT ?
            """,
            .text(address.text),
            limit
        ) { row throws(StoreError) in
            let number = try row.require(try row.ticketNumber(from: 3), "ticket.sequence")
            return AddressRecords.Letter(
                at: row.moment(0),
                subject: row.text(1),
                ticket: number,
                id: OutboxID(row.integer(2))
            )
        }
        return records
    }

    private func notes(
        on number: TicketNumber
    ) throws(StoreError) -> [AddressRecords.Note] {
        try (clockedTicket(number)?.events ?? []).compactMap { event in
            guard case .staff(.noted(let author, let text)) = event.fact else { return nil }
            return AddressRecords.Note(at: event.at, author: author, text: text, ticket: number)
        }
    }
}
