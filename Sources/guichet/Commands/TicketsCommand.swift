// guichet tickets: the list.

import Desk
import Foundation
import Store

/// Lists tickets.
enum TicketsCommand {
    static let state = Option(
        name: "--ticket-state",
        value: "STATE",
        help: "only new, open, waiting-client, resolved or closed ones"
    )
    private static let due = Option(
        name: "--due",
        value: nil,
        help: "open promises with their dates, the most pressing first"
    )
    private static let overdue = Option(
        name: "--overdue",
        value: nil,
        help: "only promises whose time is over"
    )
    static let limit = Option(name: "--limit", value: "N", help: "at most so many (default: 50)")

    static let command = Command(
        name: "tickets",
        operands: "[WORD...]",
        operandCount: 0...Int.max,
        summary: "list tickets, the latest first",
        details: [
            "With words, only tickets with a mail that holds them all, in subject, text or sender;",
            "accents and case do not matter.",
        ],
        options: [state, due, overdue, limit, Command.json]
    ) { invocation in
        var filter = TicketFilter()
        filter.limit = try invocation.limit(limit, usually: filter.limit)
        filter.states = try states(invocation)
        if !invocation.operands.isEmpty {
            filter.text = invocation.operands.joined(separator: " ")
        }
        if invocation.has(due) || invocation.has(overdue) {
            return try listPromises(filter, invocation)
        }
        let shown = filter.limit
        // One more than is shown tells whether there are others.
        if filter.limit < .max { filter.limit += 1 }
        let found = try invocation.openReader().tickets(filter)
        let tickets = Array(found.prefix(shown))
        defer { tell(tickets.count, of: found.count, "the latest", invocation) }
        if invocation.has(Command.json) {
            invocation.output.lines(tickets.map { TicketJSON.value(of: $0).line })
        } else {
            let timeZone = try invocation.timeZone()
            invocation.output.lines(TicketText.table(of: tickets, in: timeZone))
            if tickets.isEmpty { invocation.output.line("No tickets.") }
        }
        return .success
    }

    private static func listPromises(
        _ filter: TicketFilter,
        _ invocation: Invocation
    ) throws -> ExitCode {
        let now = Clock.now()
        let isLate = invocation.has(overdue)
        let found = try DuePromise.all(filter, onlyOverdue: isLate, at: now, invocation)
        let promises = Array(found.prefix(filter.limit))
        defer { tell(promises.count, of: found.count, "the most pressing", invocation) }
        if invocation.has(Command.json) {
            invocation.output.lines(promises.map(\.json.line))
        } else if promises.isEmpty {
            invocation.output.line(isLate ? "Nothing is overdue." : "Nothing is due.")
        } else {
            let timeZone = try invocation.timeZone()
            let head = [["number", "due", "", "promise", "handler", "subject"]]
            let rows = promises.map { $0.row(in: timeZone, at: now) }
            invocation.output.lines(Table.lines(head + rows))
        }
        return .success
    }

    // Whoever counts lines must hear that some were left out.
    private static func tell(
        _ shown: Int,
        of found: Int,
        _ which: String,
        _ invocation: Invocation
    ) {
        guard found > shown else { return }
        invocation.output.complain("These are \(which) \(shown); --limit N shows more.")
    }

    /// The state that was asked for, if any.
    static func states(_ invocation: Invocation) throws -> Set<TicketState> {
        guard let word = invocation.value(state.name) else { return [] }
        guard let state = TicketState(rawValue: word) else {
            let known = TicketState.allCases.map(\.rawValue)
            throw CommandFailure(.usage, Invocation.unknown("state", word, among: known))
        }
        return [state]
    }
}

/// Tickets as JSON.
enum TicketJSON {
    /// One ticket, as it stands.
    static func value(of ticket: Ticket) -> JSON { .object(members(of: ticket)) }

    /// The members of a ticket's object.
    static func members(of ticket: Ticket) -> [(key: String, value: JSON)] {
        let opening = ticket.opening
        return [
            ("number", .text(ticket.number.text)),
            ("procedure", .text(opening.procedure.rawValue)),
            ("mailbox", .text(opening.mailbox.text)), ("state", .text(ticket.state.rawValue)),
            ("criticality", .optional(ticket.criticality?.rawValue)),
            ("urgent", .bool(ticket.isUrgent)), ("subject", .text(opening.subject)),
            ("requester", .optional(opening.requester?.address.text)),
            ("requesterName", .optional(opening.requester?.name)),
            ("participants", .array(ticket.participants.map { .text($0.text) })),
            ("handler", .optional(ticket.handler?.text)),
            ("language", .text(opening.language.rawValue)), ("quiet", .bool(opening.isQuiet)),
            ("openedAt", .text(Moments.machine(ticket.openedAt))),
            ("changedAt", .text(Moments.machine(ticket.changedAt))),
            ("lettersSent", .number(ticket.lettersSent)),
            ("lettersFailed", .number(ticket.lettersFailed)),
        ]
    }
}

extension Ticket {
    /// The class; of a complaint its urgency, and the class of the fault that it reports.
    var classWords: String? {
        let words = [isUrgent ? "urgent" : nil, criticality?.rawValue].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}

/// Tickets as lines.
enum TicketText {
    /// A table, with a head.
    static func table(of tickets: [Ticket], in timeZone: TimeZone) -> [String] {
        guard !tickets.isEmpty else { return [] }
        let rows = tickets.map { ticket in
            [
                ticket.number.text, ticket.state.rawValue,
                ticket.classWords ?? "-",
                Moments.human(ticket.openedAt, in: timeZone),
                (ticket.opening.requester?.shown ?? "nobody for certain").cut(to: 28),
                ticket.opening.subject.cut(to: 48),
            ]
        }
        return Table.lines([["number", "state", "class", "opened", "client", "subject"]] + rows)
    }
}
