// Changes to the registry: an import writes all its clients in one transaction, or none. Open
// tickets of people who are known from now on get their client in the same transaction, so that
// the clocks follow.

import Desk
import Foundation

extension Writer {
    /// Writes clients as a file describes them; returns how many open tickets found their client.
    func importClients(
        _ clients: [Client],
        at now: Date,
        contract: (Client) -> ContractLevel?
    ) throws(StoreError) -> Int {
        try transaction { () throws(StoreError) in
            // Domains and people may move between clients of one file: first everything is taken
            // down.
            var rows: [(row: Int64, client: Client)] = []
            for client in clients {
                let row = try connection.upsert(client, at: now)
                try connection.clearLists(of: row)
                rows.append((row, client))
            }
            for (row, client) in rows { try connection.insertLists(of: client, row: row) }
            let shelf = TicketShelf(connection)
            return try connection.recogniseTickets(on: shelf, at: now, contract: contract)
        }
    }

    /// Attaches an address to a client; returns how many open tickets found their client.
    func attach(
        _ address: EmailAddress,
        to name: ClientName,
        at now: Date,
        contract: (Client) -> ContractLevel?
    ) throws(StoreError) -> Int {
        try transaction { () throws(StoreError) in
            try connection.attach(
                address,
                to: name,
                on: TicketShelf(connection),
                at: now,
                contract: contract
            )
        }
    }
}

extension Connection {
    /// The client for whom an address was imported.
    func importedOwner(of address: EmailAddress) throws(StoreError) -> ClientName? {
        try first(
            """
            SELECT client.name FROM client_person JOIN client ON client.id = client
            WHERE address = ? AND attached = 0
            """,
            .text(address.text)
        ) { row throws(StoreError) in try row.require(ClientName(row.text(0)), "client.name") }
    }

    /// Attaches an address to a client, within a transaction; returns how many open tickets found
    /// their client.
    func attach(
        _ address: EmailAddress,
        to name: ClientName,
        on shelf: TicketShelf,
        at now: Date,
        contract: (Client) -> ContractLevel?
    ) throws(StoreError) -> Int {
        guard let row = try clientRow(named: name) else {
            throw StoreError(
                .refused,
                "there is no client “\(name.text)”: see `guichet clients`, or import it first"
            )
        }
        if let owner = try importedOwner(of: address), owner != name {
            throw StoreError(
                .refused,
                "that address was imported as one of “\(owner.text)”: correct it in the export and "
                    + "import that again"
            )
        }
        try run(
            """
            INSERT INTO client_person (address, client, place, name, attached)
            VALUES (?, ?, 0, '', 1)
            ON CONFLICT (address) DO UPDATE SET client = excluded.client
            """,
            .text(address.text),
            .integer(row)
        )
        return try recogniseTickets(on: shelf, at: now, contract: contract)
    }

    // The present of every open ticket's requester, compared with what the ticket says.
    fileprivate func recogniseTickets(
        on shelf: TicketShelf,
        at now: Date,
        contract: (Client) -> ContractLevel?
    ) throws(StoreError) -> Int {
        let numbers = try all(
            """
            SELECT prefix, year, sequence FROM ticket
            WHERE state <> 'closed' AND requester IS NOT NULL AND survivor IS NULL
            """
        ) { row throws(StoreError) in try row.ticketNumber(from: 0) }
        var count = 0
        for number in numbers {
            guard let number, let stored = try shelf.ticket(number),
                let requester = stored.ticket.opening.requester,
                let client = try clientTerms(of: requester.address)
            else { continue }
            let level = contract(client)
            guard stored.ticket.client != client.name || stored.ticket.contract != level else {
                continue
            }
            let event = TicketEvent(at: now, .recognised(client.name, contract: level))
            try shelf.append([event], to: number)
            count += 1
        }
        return count
    }
}

extension Connection {
    fileprivate func upsert(_ client: Client, at now: Date) throws(StoreError) -> Int64 {
        try run(
            """
            INSERT INTO client (
                key, name, contract, gti, account_manager, technical_referent, language,
                starts_on, ends_on, changed_at
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, contract = excluded.contract,
                gti = excluded.gti, account_manager = excluded.account_manager,
                technical_referent = excluded.technical_referent, language = excluded.language,
                starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                changed_at = excluded.changed_at
            """,
            .text(client.name.key),
            .text(client.name.text),
            .optional(client.contract?.rawValue),
            .optional(client.gti?.description),
            .text(client.accountManager),
            .text(client.technicalReferent),
            .text(client.language.rawValue),
            .optional(client.startsOn?.text),
            .optional(client.endsOn?.text),
            .moment(now)
        )
        guard let row = try clientRow(named: client.name) else {
            throw .damaged(path, "a client that was just written is missing")
        }
        return row
    }

    fileprivate func clearLists(of row: Int64) throws(StoreError) {
        try run("DELETE FROM client_domain WHERE client = ?", .integer(row))
        try run("DELETE FROM client_person WHERE client = ? AND attached = 0", .integer(row))
        try run("DELETE FROM client_site WHERE client = ?", .integer(row))
    }

    fileprivate func insertLists(of client: Client, row: Int64) throws(StoreError) {
        for (place, domain) in client.domains.enumerated() {
            try run(
                "INSERT INTO client_domain (domain, client, place) VALUES (?, ?, ?)",
                .text(domain),
                .integer(row),
                .integer(place)
            )
        }
        for (place, person) in client.people.enumerated() {
            // Whoever was attached by hand and is in the file now is the file's.
            try run(
                """
                INSERT INTO client_person (address, client, place, name, attached)
                VALUES (?, ?, ?, ?, 0)
                ON CONFLICT (address) DO UPDATE SET client = excluded.client,
                    place = excluded.place, name = excluded.name, attached = 0
                """,
                .text(person.address.text),
                .integer(row),
                .integer(place),
                .text(person.name)
            )
        }
        for (place, site) in client.sites.enumerated() {
            try run(
                "INSERT INTO client_site (client, place, name) VALUES (?, ?, ?)",
                .integer(row),
                .integer(place),
                .text(site)
            )
        }
    }
}
