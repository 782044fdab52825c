// guichet client: one client, and the addresses that staff attach to it.

import Desk
import Foundation
import Store

/// Shows a client, and attaches addresses.
enum ClientCommand {
    static let command = Command(
        name: "client",
        operands: "show NAME|ADDRESS, attach ADDRESS NAME",
        operandCount: 2...Int.max,
        summary: "show a client, or attach a prospect's address to one",
        details: [
            "show finds a client by its name, or by any address that belongs to it: one that",
            "was imported or attached, or any at one of its domains.",
            "attach makes an address one of the client's; its open tickets follow the client's",
            "contract from then on.",
        ],
        options: [Command.json]
    ) { invocation in
        let rest = invocation.operands.dropFirst()
        switch invocation.operands[0] {
        case "show": return try show(rest.joined(separator: " "), invocation)
        case "attach":
            guard rest.count >= 2, let address = rest.first else {
                throw CommandFailure(.usage, "client attach wants ADDRESS and NAME.")
            }
            return try attach(address, rest.dropFirst().joined(separator: " "), invocation)
        case let verb:
            throw CommandFailure(
                .usage,
                Invocation.unknown("order", verb, among: ["show", "attach"])
                    + " Usage: guichet client show NAME|ADDRESS, attach ADDRESS NAME"
            )
        }
    }

    private static func show(_ text: String, _ invocation: Invocation) throws -> ExitCode {
        let reader = try invocation.openReader()
        let client: Client?
        if let address = EmailAddress(text) {
            client = try reader.client(of: address)
            if client == nil {
                throw CommandFailure(
                    .badData,
                    "\(address.text) belongs to no client: a prospect. Attach it with "
                        + "`guichet client attach \(address.text) NAME`."
                )
            }
        } else {
            client = try ClientName(text).flatMap { name in try reader.client(named: name) }
        }
        guard let client else { throw try unknown(text, reader) }
        if invocation.has(Command.json) {
            invocation.output.line(ClientJSON.value(of: client).line)
        } else {
            let timeZone = try invocation.timeZone()
            let today = Day(of: Clock.now(), in: timeZone)
            invocation.output.lines(ClientText.lines(of: client, on: today))
        }
        return .success
    }

    private static func attach(
        _ text: String,
        _ name: String,
        _ invocation: Invocation
    ) throws -> ExitCode {
        let house = try invocation.loadHouse()
        guard let address = EmailAddress(text) else {
            throw CommandFailure(.usage, "“\(text.withoutControls)” is not an e-mail address.")
        }
        if let objection = house.objection(toClientAt: address) {
            throw CommandFailure(.badData, "\(objection).")
        }
        let reader = try invocation.openReader()
        guard let name = ClientName(name), let client = try reader.client(named: name) else {
            throw try unknown(name, reader)
        }
        let owner = try reader.client(of: address).map(\.name)
        let now = Clock.now()
        let count = try invocation.openStore().attach(
            address,
            to: client.name,
            at: now,
            contract: { $0.contract(at: now, in: house) }
        )
        let tickets = count == 0 ? "" : "; \(count) open tickets follow its contract from now on"
        let left = owner == nil || owner == client.name ? nil : owner?.text
        let before = left.map { "; until now it belonged to \($0)" } ?? ""
        invocation.output.line(
            "\(address.text) belongs to \(client.name.text)\(before)\(tickets).".withoutControls
        )
        return .success
    }

    /// What is told where the registry has no client of a name.
    static func unknown(_ text: String, _ reader: StoreReader) throws -> CommandFailure {
        let names = try reader.clients().map(\.name.text)
        return CommandFailure(
            .badData,
            Invocation.unknown("client", text.withoutControls, among: names)
                + " See `guichet clients`."
        )
    }
}
