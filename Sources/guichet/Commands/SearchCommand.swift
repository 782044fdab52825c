// guichet search: tickets by the words of their mails, with filters.

import Desk
import Foundation
import Store

/// Searches.
enum SearchCommand {
    static let criticality = Option(
        name: "--class",
        value: "CLASS",
        help: "only critical, standard or informational ones"
    )
    static let client = Option(
        name: "--client",
        value: "NAME",
        help: "only tickets of this client of the registry"
    )
    static let handler = Option(
        name: "--handler",
        value: "ADDRESS",
        help: "only tickets of this person"
    )
    static let since = Option(
        name: "--since",
        value: "30d|DAY",
        help: "only tickets opened since then"
    )
    static let until = Option(
        name: "--until",
        value: "30d|DAY",
        help: "only tickets opened before then"
    )

    static let command = Command(
        name: "search",
        operands: "WORD...",
        operandCount: 1...Int.max,
        summary: "find tickets by subjects, texts, people, companies, numbers and files",
        details: [
            "Finds the tickets with a mail that holds all words, or words that begin with them,",
            "the latest such mail first; accents and case do not matter. Texts, senders, names",
            "of companies and of attached files, and tickets' numbers are searched.",
        ],
        options: [
            TicketsCommand.state, criticality, client, handler, since, until,
            TicketsCommand.limit, Command.json,
        ]
    ) { invocation in
        let query = try query(invocation)
        let hits = try invocation.openReader().search(query)
        if invocation.has(Command.json) {
            invocation.output.lines(
                hits.map { hit in
                    let mail: (String, JSON) = (
                        "mail", hit.mail.map { .number(Int($0.row)) } ?? .null
                    )
                    return JSON.object(TicketJSON.members(of: hit.ticket) + [mail]).line
                }
            )
        } else {
            let timeZone = try invocation.timeZone()
            invocation.output.lines(TicketText.table(of: hits.map(\.ticket), in: timeZone))
            if hits.isEmpty { invocation.output.line("No tickets.") }
        }
        return .success
    }

    private static func query(_ invocation: Invocation) throws -> SearchQuery {
        var query = SearchQuery(invocation.operands.joined(separator: " "))
        query.limit = try invocation.limit(TicketsCommand.limit, usually: query.limit)
        query.states = try TicketsCommand.states(invocation)
        if let word = invocation.value(criticality.name) {
            guard let level = Criticality(rawValue: word) else {
                let known = Criticality.allCases.map(\.rawValue)
                throw CommandFailure(.usage, Invocation.unknown("class", word, among: known))
            }
            query.criticality = level
        }
        if let name = invocation.value(client.name) {
            guard let name = ClientName(name) else {
                throw CommandFailure(.usage, "--client wants a client’s name.")
            }
            let reader = try invocation.openReader()
            guard try reader.client(named: name) != nil else {
                throw try ClientCommand.unknown(name.text, reader)
            }
            query.client = name
        }
        if let text = invocation.value(handler.name) {
            guard let address = EmailAddress(text) else {
                throw CommandFailure(
                    .usage,
                    "--handler wants an e-mail address, not “\(text.withoutControls)”."
                )
            }
            query.handler = address
        }
        query.since = try moment(since, invocation)
        query.until = try moment(until, invocation)
        return query
    }

    private static func moment(_ option: Option, _ invocation: Invocation) throws -> Date? {
        guard let text = invocation.value(option.name) else { return nil }
        let timeZone = try invocation.timeZone()
        guard let moment = Moments.read(text, before: Clock.now(), in: timeZone) else {
            throw CommandFailure(
                .usage,
                "\(option.name) wants a time such as 30d or 12h, or a day such as 2026-11-03, not "
                    + "“\(text.withoutControls)”."
            )
        }
        return moment
    }
}
