// A CRM's export, read row by row. Either every row is right, or nothing is imported: all problems
// are told at once, each with its line.

/// A client with the line of the file that describes it.
package struct ClientRow: Hashable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// The client.
    package let client: Client
}

/// A file of clients.
package struct ClientFile: Hashable, Sendable {
    /// The clients, as far as their rows could be read; to be used only where there are no
    /// problems.
    package private(set) var rows: [ClientRow] = []
    /// What forbids the import, in the order of the lines.
    package private(set) var problems: [ClientFileProblem] = []
    /// What does not forbid it and is worth knowing.
    package private(set) var notes: [ClientFileProblem] = []

    private let house: HouseSettings
    private var columns: [ClientColumn?] = []
    private var firstLines: [ClientName: Int] = [:]

    /// Whether the head has a column; what an absent one would say is not touched.
    func has(_ column: ClientColumn) -> Bool { columns.contains(column) }

    /// Whether a row names a company, be the rest of the row right or wrong.
    func names(_ company: ClientName) -> Bool { firstLines[company] != nil }

    /// Reads a file.
    package init(_ bytes: [UInt8], house: HouseSettings) {
        self.house = house
        let text = CSVText(bytes)
        problems = text.problems
        guard let head = text.rows.first else {
            if problems.isEmpty { problems = [ClientFileProblem(0, "the file is empty")] }
            return
        }
        guard readHead(head) else { return }
        for row in text.rows.dropFirst() { read(row) }
        if rows.isEmpty, problems.isEmpty {
            problems = [ClientFileProblem(0, "the file has a head and no client")]
        }
        findDoubles()
        problems.sort { $0.line < $1.line }
    }

    // MARK: - The head

    private mutating func readHead(_ head: CSVText.Row) -> Bool {
        let before = problems.count
        var unread: [String] = []
        for cell in head.cells {
            let column = ClientColumn(named: cell)
            columns.append(column)
            if let column, columns.dropLast().contains(column) {
                complain(head.line, "two columns are “\(column.rawValue)”; keep one of them")
            } else if column == nil, !cell.isEmpty {
                if let guess = ClientColumn.guess(cell),
                    !head.cells.contains(where: {
                        ClientColumn(named: $0) == guess
                    })
                {
                    complain(
                        head.line,
                        "there is no column “\(shown(cell))”; did you mean “\(guess.rawValue)”?"
                    )
                } else {
                    unread.append("“\(shown(cell))”")
                }
            }
        }
        let all = ClientColumn.allCases.map(\.rawValue).joined(separator: ", ")
        if !columns.contains(.company) {
            complain(head.line, "the head has no column “company”; the columns are: \(all)")
        }
        if !columns.contains(.domains), !columns.contains(.addresses), !columns.contains(.people) {
            complain(
                head.line,
                "the head has none of “domains”, “addresses” and “people”, so no mail could be "
                    + "recognised; the columns are: \(all)"
            )
        }
        if !unread.isEmpty {
            let names = unread.prefix(20).joined(separator: ", ")
            notes.append(ClientFileProblem(head.line, "not read: \(names)"))
        }
        return problems.count == before
    }

    // MARK: - A row

    private mutating func read(_ row: CSVText.Row) {
        guard row.cells.count >= columns.count,
            row.cells.dropFirst(columns.count).allSatisfy(\.isEmpty)
        else {
            complain(
                row.line,
                "\(row.cells.count) cells stand under the \(columns.count) columns of the head"
            )
            // Its company is named all the same.
            let place = columns.firstIndex(of: .company)
            if let place, place < row.cells.count, let name = ClientName(row.cells[place]) {
                firstLines[name] = firstLines[name] ?? row.line
            }
            return
        }
        var cells: [ClientColumn: String] = [:]
        for (column, cell) in zip(columns, row.cells) {
            if let column, !cell.isEmpty { cells[column] = cell }
        }
        guard let name = cells[.company].flatMap({ ClientName($0) }) else {
            complain(row.line, "the company’s name is missing, or longer than one line")
            return
        }
        if let first = firstLines[name] {
            complain(row.line, "the company “\(name.text)” stands in line \(first) already")
        }
        firstLines[name] = firstLines[name] ?? row.line
        var client = Client(name)
        readWho(cells, of: &client, line: row.line)
        readTerms(cells, of: &client, line: row.line)
        readStaff(cells, of: &client, line: row.line)
        client.sites = ClientCells.list(cells[.sites] ?? "").map {
            HeaderValue(flattening: $0).text
        }
        // Also where something is wrong: another row may claim what this one names.
        rows.append(ClientRow(line: row.line, client: client))
    }

    private mutating func readWho(
        _ cells: [ClientColumn: String],
        of client: inout Client,
        line: Int
    ) {
        let before = problems.count
        for text in ClientCells.list(cells[.domains] ?? "", also: [",", " "]) {
            guard let domain = ClientCells.domain(text) else {
                complain(line, "domains: “\(shown(text))” is not a domain such as client.example")
                continue
            }
            if let objection = objection(to: domain) {
                complain(line, "domains: \(objection)")
            } else if !client.domains.contains(domain) {
                client.domains.append(domain)
            }
        }
        var people: [NamedAddress] = []
        for text in ClientCells.list(cells[.addresses] ?? "", also: [",", " "]) {
            people += person(text, .addresses, line)
        }
        let entries = ClientCells.list(cells[.people] ?? "")
        if !entries.isEmpty, entries.allSatisfy({ !$0.contains("@") }) {
            // Names beside the column of addresses, in the same order.
            if entries.count == people.count {
                people = zip(people, entries).map { NamedAddress($0.address, name: shown($1)) }
            } else {
                complain(
                    line,
                    "people: \(entries.count) names for \(people.count) addresses; write "
                        + "Name <address>"
                )
            }
        } else {
            for text in entries { people += person(text, .people, line) }
        }
        for person in people {
            if let known = client.people.firstIndex(where: { $0.address == person.address }) {
                if !person.name.isEmpty { client.people[known] = person }
            } else {
                client.people.append(person)
            }
        }
        // Where a column is absent, the registry may know more: the import sees to that.
        let isWhole = has(.domains) && (has(.addresses) || has(.people))
        if isWhole, client.domains.isEmpty, client.people.isEmpty, problems.count == before {
            complain(line, client.isUnreachable)
        }
    }

    private mutating func person(
        _ text: String,
        _ column: ClientColumn,
        _ line: Int
    ) -> [NamedAddress] {
        guard let person = ClientCells.person(text) else {
            complain(line, "\(column.rawValue): “\(shown(text))” is not an e-mail address")
            return []
        }
        if let objection = house.objection(toClientAt: person.address) {
            complain(line, "\(column.rawValue): \(objection)")
            return []
        }
        return [person]
    }

    private func objection(to domain: String) -> String? {
        if house.company.owns(domain: domain) { return "\(domain) is our own" }
        if house.company.threading.isPublic(domain: domain) {
            return "\(domain) is a public provider, where anybody can have an address; list the "
                + "people’s addresses instead"
        }
        return nil
    }

    private mutating func readTerms(
        _ cells: [ClientColumn: String],
        of client: inout Client,
        line: Int
    ) {
        if let text = cells[.contract] {
            client.contract = ClientCells.contract(text)
            if client.contract == nil {
                complain(
                    line,
                    "contract: “\(shown(text))” is none of Premium, Comfort and Essential"
                )
            }
        }
        if let text = cells[.gti] {
            client.gti = ClientCells.gti(text)
            if client.gti == nil {
                complain(line, "gti: “\(shown(text))” is not a delay such as 4 h, 8 bh or 1 bd")
            }
        }
        if let text = cells[.language] {
            if let language = ClientCells.language(text) {
                client.language = language
            } else {
                complain(line, "language: “\(shown(text))” is neither fr nor en")
            }
        }
        client.startsOn = day(cells, .contractStart, line)
        client.endsOn = day(cells, .contractEnd, line)
        if let start = client.startsOn, let end = client.endsOn, end < start {
            complain(line, "the contract ends on \(end.text), before it starts on \(start.text)")
        }
    }

    private mutating func day(
        _ cells: [ClientColumn: String],
        _ column: ClientColumn,
        _ line: Int
    ) -> Day? {
        guard let text = cells[column] else { return nil }
        let day = Day(text)
        if day == nil {
            complain(
                line,
                "\(column.rawValue): “\(shown(text))” is not a day such as 2026-11-03 or "
                    + "03/11/2026"
            )
        }
        return day
    }

    private mutating func readStaff(
        _ cells: [ClientColumn: String],
        of client: inout Client,
        line: Int
    ) {
        client.accountManager = shown(cells[.accountManager] ?? "")
        client.technicalReferent = shown(cells[.technicalReferent] ?? "")
        for (column, text) in [
            (ClientColumn.accountManager, client.accountManager),
            (.technicalReferent, client.technicalReferent),
        ] where !text.isEmpty && house.company.person(called: text) == nil {
            notes.append(
                ClientFileProblem(line, "\(column.rawValue): “\(text)” is not on the staff")
            )
        }
    }

    // MARK: - Between rows

    private mutating func findDoubles() {
        var domains: [String: ClientRow] = [:]
        var addresses: [EmailAddress: ClientRow] = [:]
        for row in rows {
            let client = row.client
            for domain in client.domains {
                if let first = domains[domain], first.client.name != client.name {
                    complain(row.line, Self.claimed("the domain \(domain)", by: first))
                }
                domains[domain] = domains[domain] ?? row
            }
            for person in client.people {
                if let first = addresses[person.address], first.client.name != client.name {
                    complain(
                        row.line,
                        Self.claimed("the address \(person.address.text)", by: first)
                    )
                }
                addresses[person.address] = addresses[person.address] ?? row
            }
        }
    }

    private static func claimed(_ what: String, by first: ClientRow) -> String {
        "\(what) belongs to “\(first.client.name.text)” in line \(first.line) already"
    }

    // MARK: - Parts

    private mutating func complain(_ line: Int, _ sentence: String) {
        problems.append(ClientFileProblem(line, sentence))
    }

    private func shown(_ text: String) -> String {
        String(HeaderValue(flattening: text).text.prefix(80))
    }
}

extension HouseSettings {
    /// Why no client can have an address; nil where one can.
    package func objection(toClientAt address: EmailAddress) -> String? {
        if isOurs(address) { return "\(address.text) is one of our mailboxes" }
        if company.staff.contains(where: { $0.address == address }) {
            return "\(address.text) is a colleague’s address, and no client’s"
        }
        if company.owns(domain: address.domain) {
            return "\(address.text) stands under \(address.domain), which is our own"
        }
        return nil
    }
}

extension Client {
    /// What is told where no mail could ever be recognised as the client's.
    var isUnreachable: String { "\(name.text) has neither a domain nor an address" }
}

extension CompanySettings {
    /// The person on the staff of an address or a name, whatever its accents.
    package func person(called text: String) -> StaffMember? {
        if let address = EmailAddress(text) { return staff.first { $0.address == address } }
        let folded = Folding.text(of: text)
        return staff.first { Folding.text(of: $0.name) == folded }
    }
}
