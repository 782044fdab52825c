// guichet breaches: the ledger of promises that were not kept (R11), with what was decided about a
// penalty, by whom and when. Reckoned from the events of every ticket: a list for people, not for a
// tick. It decides nothing; `guichet do NUMBER '#pénalité ...'` does.

import Desk
import Foundation
import Store

/// Lists breaches.
enum BreachesCommand {
    private static let undecided = Option(
        name: "--undecided",
        value: nil,
        help: "only those whose penalty waits for a decision"
    )

    static let command = Command(
        name: "breaches",
        operands: "",
        operandCount: 0...0,
        summary: "the ledger of broken promises, and their penalties",
        details: [
            "The longest due first: contract, promise, by how much, and what was decided about a",
            "penalty, by whom and when. The management decides, in a mail or here:",
            "guichet do NUMBER '#pénalité appliquée' --as NAME",
        ],
        options: [undecided, TicketsCommand.limit, Command.json]
    ) { invocation in
        let limit = try invocation.limit(TicketsCommand.limit, usually: 50)
        let house = try invocation.loadHouse()
        let now = Clock.now()
        var rows = try rows(of: house, at: now, invocation)
        if invocation.has(undecided) { rows.removeAll { $0.breach.penalty != nil } }
        let shown = rows.prefix(limit)
        if invocation.has(Command.json) {
            invocation.output.lines(shown.map { $0.json.line })
            return .success
        }
        guard !rows.isEmpty else {
            invocation.output.line(
                invocation.has(undecided)
                    ? "No penalty waits for a decision." : "Every promise was kept."
            )
            return .success
        }
        let head = [
            ["number", "contract", "promise", "due", "made good", "late", "penalty", "client"]
        ]
        invocation.output.lines(Table.lines(head + shown.map { $0.cells(in: house.company) }))
        if shown.count < rows.count {
            invocation.output.line("… and \(rows.count - shown.count) more; see --limit.")
        }
        return .success
    }

    fileprivate struct Row {
        let breach: Breach
        let client: String?
    }

    private static func rows(
        of house: HouseSettings,
        at now: Date,
        _ invocation: Invocation
    ) throws -> [Row] {
        let reader = try invocation.openReader()
        var every = TicketFilter()
        every.limit = .max
        let rows = try reader.tickets(every).flatMap { ticket -> [Row] in
            guard let file = try reader.clockedTicket(ticket.number)?.file(in: house) else {
                return []
            }
            let client = ticket.client?.text ?? ticket.opening.requester?.shown
            return file.book.breaches(of: file.line, at: now).map {
                Row(breach: $0, client: client)
            }
        }
        return rows.sorted {
            ($0.breach.due, $0.breach.ticket.text, $0.breach.key.text)
                < ($1.breach.due, $1.breach.ticket.text, $1.breach.key.text)
        }
    }
}

extension BreachesCommand.Row {
    fileprivate func cells(in company: CompanySettings) -> [String] {
        let zone = company.timeZone
        let late = breach.lateness(in: .english)
        let penalty = breach.penalty.map { ruling in
            let name = company.staff.first { $0.address == ruling.person }?.name
            let why = ruling.reason.isEmpty ? "" : " (\(ruling.reason.cut(to: 40)))"
            return "\(ruling.decision.rawValue) by \(name ?? ruling.person.text), "
                + "\(Moments.human(ruling.at, in: zone))\(why)"
        }
        return [
            breach.ticket.text, breach.contract.rawValue, breach.key.text,
            Moments.human(breach.due, in: zone),
            breach.madeGoodAt.map { Moments.human($0, in: zone) } ?? "not yet",
            late.replacing("\u{A0}", with: " "), penalty ?? "to decide",
            (client ?? "nobody for certain").cut(to: 28),
        ]
    }

    fileprivate var json: JSON {
        .object([
            ("ticket", .text(breach.ticket.text)), ("client", .optional(client)),
            ("contract", .text(breach.contract.rawValue)),
            ("promise", .text(breach.key.name.text)),
            ("occurrence", .number(breach.key.occurrence)),
            ("due", .text(Moments.machine(breach.due))),
            ("madeGoodAt", .optional(breach.madeGoodAt.map(Moments.machine))),
            ("lateSeconds", .number(Int(breach.lateSeconds.rounded()))),
            ("clock", .text(breach.isOfBusiness ? "business" : "elapsed")),
            ("penalty", .optional(breach.penalty?.decision.rawValue)),
            ("decidedBy", .optional(breach.penalty?.person.text)),
            ("decidedAt", .optional((breach.penalty?.at).map(Moments.machine))),
            ("reason", .optional(breach.penalty?.reason)),
        ])
    }
}
