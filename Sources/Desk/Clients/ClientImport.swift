// What an import would change: shown by a dry run, carried out by an import. Clients that are not
// in the file stay as they are, and so does all that a column would say which the file has not;
// people whom staff attached stay attached.

/// What becomes of one client.
package struct ClientChange: Hashable, Sendable {
    /// One field, before and after.
    package struct Field: Hashable, Sendable {
        /// The column's name.
        package let name: String
        /// As the registry has it.
        package let before: String
        /// As the file has it.
        package let after: String
    }

    /// The client as it will be.
    package let client: Client
    /// Whether the registry does not know it yet.
    package let isNew: Bool
    /// What changes.
    package let fields: [Field]
}

/// The difference between a file and the registry.
package struct ClientImport: Hashable, Sendable {
    /// New and changed clients, in the order of the file.
    package private(set) var changes: [ClientChange] = []
    /// How many are in both and the same.
    package private(set) var unchanged = 0
    /// Clients of the registry that the file does not name; they stay.
    package private(set) var absent: [ClientName] = []
    /// What forbids the import.
    package private(set) var problems: [ClientFileProblem]

    /// Compares a file with the registry.
    package init(_ file: ClientFile, registry: [Client]) {
        problems = file.problems
        let known = Dictionary(registry.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
        absent = registry.map(\.name).filter { !file.names($0) }
        findClaims(in: file, against: registry)
        let rows = file.rows.map { row in
            let merged = row.client.completed(by: known[row.client.name], where: file)
            return ClientRow(line: row.line, client: merged)
        }
        findGaps(in: rows, of: file)
        problems.sort { $0.line < $1.line }
        guard problems.isEmpty else { return }
        for client in rows.map(\.client) {
            guard let before = known[client.name] else {
                changes.append(ClientChange(client: client, isNew: true, fields: []))
                continue
            }
            let fields = Self.fields(from: before, to: client)
            if fields.isEmpty {
                unchanged += 1
            } else {
                changes.append(ClientChange(client: client, isNew: false, fields: fields))
            }
        }
    }

    // A client that the file does not name keeps what it has; whoever staff attached belongs where
    // staff put him.
    private mutating func findClaims(
        in file: ClientFile,
        against registry: [Client]
    ) {
        var domains: [String: ClientName] = [:]
        var addresses: [EmailAddress: ClientName] = [:]
        for client in registry {
            for address in client.attached { addresses[address] = client.name }
            guard !file.names(client.name) else { continue }
            for domain in client.domains { domains[domain] = client.name }
            for person in client.people { addresses[person.address] = client.name }
        }
        for row in file.rows {
            for domain in row.client.domains {
                if let owner = domains[domain] {
                    complain(row, "the domain \(domain)", owner, "which this file does not name")
                }
            }
            for person in row.client.people {
                if let owner = addresses[person.address], owner != row.client.name {
                    let why = "where it was attached or imported before"
                    complain(row, "the address \(person.address.text)", owner, why)
                }
            }
        }
    }

    // What a row says and what the registry keeps beside it must go together. A row whose own
    // cells are wrong has been told already.
    private mutating func findGaps(in rows: [ClientRow], of file: ClientFile) {
        let wrong = Set(file.problems.map(\.line))
        for row in rows where !wrong.contains(row.line) {
            let client = row.client
            if client.domains.isEmpty, client.people.isEmpty, client.attached.isEmpty {
                problems.append(ClientFileProblem(row.line, client.isUnreachable))
            }
            if let start = client.startsOn, let end = client.endsOn, end < start {
                let told = "the contract ends on \(end.text), before it starts on \(start.text)"
                problems.append(ClientFileProblem(row.line, told))
            }
        }
    }

    private mutating func complain(
        _ row: ClientRow,
        _ what: String,
        _ owner: ClientName,
        _ why: String
    ) {
        problems.append(ClientFileProblem(row.line, "\(what) belongs to “\(owner.text)”, \(why)"))
    }

    private static func fields(from before: Client, to after: Client) -> [ClientChange.Field] {
        let parts = { (client: Client) in
            [
                ("company", client.name.text),
                ("domains", client.domains.sorted().joined(separator: ", ")),
                (
                    "people",
                    client.people.map {
                        $0.name.isEmpty ? $0.address.text : "\($0.name) <\($0.address.text)>"
                    }.sorted().joined(separator: ", ")
                ),
                ("contract", client.contract?.rawValue ?? ""),
                ("gti", client.gti?.description ?? ""),
                ("account manager", client.accountManager),
                ("technical referent", client.technicalReferent),
                ("sites", client.sites.joined(separator: ", ")),
                ("language", client.language.rawValue),
                ("contract start", client.startsOn?.text ?? ""),
                ("contract end", client.endsOn?.text ?? ""),
            ]
        }
        return zip(parts(before), parts(after)).compactMap { before, after in
            before.1 == after.1
                ? nil : ClientChange.Field(name: before.0, before: before.1, after: after.1)
        }
    }
}

extension Client {
    /// The client of a row with what the registry knows under the columns that the file has not.
    ///
    /// The file names people by either of two columns: where it has one of them, it names all of
    /// them, and a name that it does not give stays.
    fileprivate func completed(by before: Client?, where file: ClientFile) -> Client {
        guard let before else { return self }
        var client = self
        if !file.has(.domains) { client.domains = before.domains }
        if !file.has(.addresses), !file.has(.people) {
            client.people = before.people
        } else if !file.has(.people) {
            client.people = people.map { person in
                before.people.first { $0.address == person.address } ?? person
            }
        }
        if !file.has(.contract) { client.contract = before.contract }
        if !file.has(.gti) { client.gti = before.gti }
        if !file.has(.accountManager) { client.accountManager = before.accountManager }
        if !file.has(.technicalReferent) { client.technicalReferent = before.technicalReferent }
        if !file.has(.sites) { client.sites = before.sites }
        if !file.has(.language) { client.language = before.language }
        if !file.has(.contractStart) { client.startsOn = before.startsOn }
        if !file.has(.contractEnd) { client.endsOn = before.endsOn }
        client.attached = before.attached.filter { address in
            !client.people.contains { $0.address == address }
        }
        return client
    }
}
