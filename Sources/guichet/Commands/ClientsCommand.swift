// guichet clients: the registry of clients, and its import from a CRM's export.

import Desk
import Foundation
import Store

/// Lists clients, and imports them.
enum ClientsCommand {
    static let dryRun = Option(
        name: "--dry-run",
        value: nil,
        help: "show what an import would change, and change nothing"
    )

    static let command = Command(
        name: "clients",
        operands: "[import FILE.csv]",
        operandCount: 0...2,
        summary: "list the clients, or import them from a CSV file",
        details: [
            "The columns of the file are listed in Mailboxes/README.md. Every row is checked",
            "first: where one is wrong, all mistakes are told with their lines, and nothing is",
            "imported. Clients that the file does not name stay as they are, and so does what an",
            "absent column would say, so an import can be repeated at any time.",
        ],
        options: [dryRun, Command.json]
    ) { invocation in
        guard let verb = invocation.operands.first else { return try list(invocation) }
        guard verb == "import" else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("order", verb, among: ["import"])
                    + " Usage: guichet clients [import FILE.csv]"
            )
        }
        guard invocation.operands.count == 2 else {
            throw CommandFailure(.usage, "clients import wants the file: FILE.csv.")
        }
        return try importFile(invocation)
    }

    private static func list(_ invocation: Invocation) throws -> ExitCode {
        let clients = try invocation.openReader().clients()
        if invocation.has(Command.json) {
            invocation.output.lines(clients.map { ClientJSON.value(of: $0).line })
            return .success
        }
        guard !clients.isEmpty else {
            invocation.output.line("No clients; import them: guichet clients import FILE.csv")
            return .success
        }
        let rows = clients.map { client in
            [
                client.name.text, client.contract?.rawValue ?? "-",
                client.gti?.description ?? "-",
                client.accountManager.isEmpty
                    ? "-" : client.accountManager,
                (client.domains + ["\(client.people.count + client.attached.count) people"])
                    .joined(separator: ", "),
            ]
        }
        invocation.output.lines(
            Table.lines([["client", "contract", "gti", "account manager", "known by"]] + rows)
        )
        return .success
    }

    // MARK: - Import

    private static func importFile(_ invocation: Invocation) throws -> ExitCode {
        let house = try invocation.loadHouse()
        let path = invocation.operands[1]
        let bytes: [UInt8]
        switch FileContent.read(invocation.path(path)) {
        case .failure(let problem): throw CommandFailure(.badData, problem.sentence)
        case .success(let content): bytes = content
        }
        let file = ClientFile(bytes, house: house)
        let plan = ClientImport(file, registry: try registry(invocation))
        for note in file.notes { invocation.output.complain("note: \(shown(note, in: path))") }
        guard plan.problems.isEmpty else {
            let sentences = plan.problems.map { shown($0, in: path) }
            throw CommandFailure(
                .badData,
                sentences: sentences + ["\(path): nothing was imported."]
            )
        }
        let isDry = invocation.has(dryRun)
        var recognised = 0
        if !isDry, !plan.changes.isEmpty {
            let now = Clock.now()
            recognised = try invocation.openStore().importClients(
                plan.changes.map(\.client),
                at: now,
                contract: { $0.contract(at: now, in: house) }
            )
        }
        if invocation.has(Command.json) {
            invocation.output.lines(plan.changes.map { ClientJSON.value(of: $0).line })
        } else {
            invocation.output.lines(ClientText.lines(of: plan, isDry: isDry))
            if recognised > 0 {
                invocation.output.line("\(recognised) open tickets found their client by it.")
            }
        }
        return .success
    }

    // A dry run makes nothing, not even the state folder.
    private static func registry(_ invocation: Invocation) throws -> [Client] {
        if !invocation.has(dryRun) { _ = try invocation.openStore() }
        do {
            return try StoreReader(folder: invocation.stateFolder).clients()
        } catch let failure where failure.code == .absent {
            return []
        }
    }

    private static func shown(_ problem: ClientFileProblem, in path: String) -> String {
        problem.line == 0
            ? "\(path): \(problem.sentence)." : "\(path):\(problem.line): \(problem.sentence)."
    }
}

extension Client {
    /// The contract in force at a moment, by the company's calendar.
    func contract(at moment: Date, in house: HouseSettings) -> ContractLevel? {
        Day(of: moment, in: house.company.timeZone).map { contract(on: $0) } ?? contract
    }
}

/// Clients as lines.
enum ClientText {
    /// What an import changes, or would change.
    static func lines(of plan: ClientImport, isDry: Bool) -> [String] {
        var lines: [String] = []
        for change in plan.changes {
            if change.isNew {
                let client = change.client
                let terms = [client.contract?.rawValue ?? "no contract", client.gti?.description]
                lines.append(
                    "+ \(client.name.text): \(terms.compactMap { $0 }.joined(separator: ", ")); "
                        + (client.domains + client.people.map(\.address.text))
                        .joined(separator: ", ")
                )
            } else {
                lines.append("~ \(change.client.name.text)")
                for field in change.fields {
                    lines.append(
                        "    \(field.name): \(field.before.isEmpty ? "-" : field.before) → "
                            + (field.after.isEmpty ? "-" : field.after)
                    )
                }
            }
        }
        let added = plan.changes.filter(\.isNew).count
        lines.append(
            "\(added) new, \(plan.changes.count - added) changed, \(plan.unchanged) as they were"
                + (plan.absent.isEmpty
                    ? "." : "; \(plan.absent.count) that the file does not name stay.")
        )
        if isDry { lines.append("This was a dry run: nothing was changed.") }
        return lines.map(\.withoutControls)
    }

    /// One client.
    static func lines(of client: Client, on day: Day?) -> [String] {
        let inForce = day.map { client.contract(on: $0) } ?? client.contract
        let contract = [
            client.contract?.rawValue ?? "none",
            client.startsOn.map { "from \($0.text)" }, client.endsOn.map { "until \($0.text)" },
            client.contract != nil && inForce == nil ? "not in force" : nil,
        ]
        let people = client.people.map {
            $0.name.isEmpty ? $0.address.text : "\($0.name) <\($0.address.text)>"
        }
        let rows: [(String, String)] = [
            ("contract", contract.compactMap { $0 }.joined(separator: ", ")),
            ("gti", client.gti?.description ?? ""), ("account mgr", client.accountManager),
            ("referent", client.technicalReferent), ("language", client.language.rawValue),
            ("domains", client.domains.joined(separator: ", ")),
            ("people", people.joined(separator: ", ")),
            ("attached", client.attached.map(\.text).joined(separator: ", ")),
            ("sites", client.sites.joined(separator: ", ")),
        ]
        let table = Table.lines(
            rows.map { ["  \($0.0)", $0.1.isEmpty ? "-" : $0.1.withoutControls] }
        )
        return [client.name.text.withoutControls] + table
    }
}

/// Clients as JSON.
enum ClientJSON {
    /// One client.
    static func value(of client: Client) -> JSON { .object(members(of: client)) }

    /// One change of an import.
    static func value(of change: ClientChange) -> JSON {
        let fields = change.fields.map { field in
            JSON.object([
                ("name", .text(field.name)), ("before", .text(field.before)),
                ("after", .text(field.after)),
            ])
        }
        return .object(
            members(of: change.client) + [
                ("change", .text(change.isNew ? "new" : "changed")), ("fields", .array(fields)),
            ]
        )
    }

    private static func members(of client: Client) -> [(key: String, value: JSON)] {
        [
            ("client", .text(client.name.text)),
            ("contract", .optional(client.contract?.rawValue)),
            ("gti", .optional(client.gti?.description)),
            ("accountManager", .text(client.accountManager)),
            ("technicalReferent", .text(client.technicalReferent)),
            ("language", .text(client.language.rawValue)),
            ("contractStart", .optional(client.startsOn?.text)),
            ("contractEnd", .optional(client.endsOn?.text)),
            ("domains", .array(client.domains.map(JSON.text))),
            (
                "people",
                .array(
                    client.people.map {
                        .object([
                            ("address", .text($0.address.text)), ("name", .text($0.name)),
                        ])
                    }
                )
            ), ("attached", .array(client.attached.map { .text($0.text) })),
            ("sites", .array(client.sites.map(JSON.text))),
        ]
    }
}
