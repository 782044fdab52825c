// The registry of clients, row by row. Each look-up by address is at most two seeks: the person,
// then the domain.

import Desk
import Foundation

extension Connection {
    /// The client to whom an address belongs: what it has bought, without its lists.
    func clientTerms(of address: EmailAddress) throws(StoreError) -> Client? {
        guard let row = try clientRow(of: address) else { return nil }
        return try clientTerms(row: row)
    }

    /// The client to whom an address belongs, whole.
    func client(of address: EmailAddress) throws(StoreError) -> Client? {
        guard let row = try clientRow(of: address) else { return nil }
        return try client(row: row)
    }

    /// The name of the client to whom an address belongs.
    func clientName(of address: EmailAddress) throws(StoreError) -> ClientName? {
        guard let row = try clientRow(of: address) else { return nil }
        return try first("SELECT name FROM client WHERE id = ?", .integer(row)) {
            row throws(StoreError) in try row.require(ClientName(row.text(0)), "client.name")
        }
    }

    /// All clients, by name.
    func clients() throws(StoreError) -> [Client] {
        let rows = try all("SELECT id FROM client ORDER BY key") { $0.integer(0) }
        var clients: [Client] = []
        for row in rows {
            if let client = try client(row: row) { clients.append(client) }
        }
        return clients
    }

    /// The row of a client of that name.
    func clientRow(named name: ClientName) throws(StoreError) -> Int64? {
        try first("SELECT id FROM client WHERE key = ?", .text(name.key)) { $0.integer(0) }
    }

    private func clientRow(of address: EmailAddress) throws(StoreError) -> Int64? {
        let person = try first(
            "SELECT client FROM client_person WHERE address = ?",
            .text(address.text)
        ) { $0.integer(0) }
        if let person { return person }
        return try first(
            "SELECT client FROM client_domain WHERE domain = ?",
            .text(address.domain)
        ) { $0.integer(0) }
    }

    private func clientTerms(row id: Int64) throws(StoreError) -> Client? {
        let terms = try first(
            """
            SELECT name, contract, gti, account_manager, technical_referent, language, starts_on,
                ends_on
            FROM client WHERE id = ?
            """,
            .integer(id)
        ) { row throws(StoreError) in
            var client = Client(try row.require(ClientName(row.text(0)), "client.name"))
            client.contract = row.optionalText(1).flatMap { ContractLevel(rawValue: $0) }
            client.gti = row.optionalText(2).flatMap { Delay($0) }
            client.accountManager = row.text(3)
            client.technicalReferent = row.text(4)
            client.language = try row.require(Language(rawValue: row.text(5)), "client.language")
            client.startsOn = row.optionalText(6).flatMap { Day($0) }
            client.endsOn = row.optionalText(7).flatMap { Day($0) }
            return client
        }
        guard var client = terms else { return nil }
        client.sites = try all(
            "SELECT name FROM client_site WHERE client = ? ORDER BY place",
            .integer(id)
        ) { $0.text(0) }
        return client
    }

    /// The client of a row, whole.
    func client(row id: Int64) throws(StoreError) -> Client? {
        guard var client = try clientTerms(row: id) else { return nil }
        client.domains = try all(
            "SELECT domain FROM client_domain WHERE client = ? ORDER BY place",
            .integer(id)
        ) { $0.text(0) }
        let people = try all(
            """
            SELECT address, name, attached FROM client_person WHERE client = ?
            ORDER BY attached, place
            """,
            .integer(id)
        ) { row throws(StoreError) in
            let address = try row.require(EmailAddress(row.text(0)), "client_person.address")
            return (person: NamedAddress(address, name: row.text(1)), isAttached: row.flag(2))
        }
        client.people = people.filter { !$0.isAttached }.map(\.person)
        client.attached = people.filter(\.isAttached).map(\.person.address)
        return client
    }
}
