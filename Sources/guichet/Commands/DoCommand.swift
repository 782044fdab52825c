// guichet do: what staff write at the top of their mails, from the shell. The same commands, rules
// and transcript; whoever may use the machine's state folder has proved enough.

import Desk
import Foundation
import Gateway

/// Carries out commands of the staff.
enum DoCommand {
    private static let actor = Option(
        name: "--as",
        value: "NAME",
        help:
            "who of the staff acts: a name or an address (default: by the login)"
    )
    private static let message = Option(
        name: "--message",
        value: "TEXT",
        help: "the text for the client; - reads it from stdin"
    )
    private static let anyway = Option(
        name: "--anyway",
        value: nil,
        help:
            "send the text although a colleague has just answered, or something in it is odd"
    )

    static let command = Command(
        name: "do",
        operands: "[NUMBER] ['#COMMAND'...]",
        operandCount: 1...40,
        summary: "carry out commands of the staff, as a mail with them would",
        details: [
            "`guichet help commands` lists them. All are carried out or none; the transcript",
            "is printed. A text alone answers the client. It waits as one that came by mail,",
            "and `guichet do NUMBER stop` stops it until then. Exit code 65 where nothing was",
            "carried out.",
        ],
        options: [actor, message, anyway, Command.json]
    ) { invocation in
        let house = try invocation.loadHouse()
        var lines = invocation.operands[...]
        var number: TicketNumber?
        if let first = lines.first, !first.hasPrefix("#") {
            number = try invocation.ticketNumber(first)
            lines.removeFirst()
        }
        let text = StandardInput.text(else: invocation.value(message.name) ?? "")
        // A text alone answers the client, as a mail without commands does.
        let isAnswer = number != nil && text.contains { !$0.isWhitespace }
        let isStop = number != nil && lines.count == 1 && lines.first == "stop"
        let commands =
            isStop ? ["stop"] : isAnswer && lines.isEmpty ? [] : try commandLines(lines)
        var order = StaffCounter.Order(
            person: try person(invocation, house),
            ticket: number,
            lines: commands,
            message: text
        )
        order.isAnyway = invocation.has(anyway)
        if let opened = try open(order, house, invocation) {
            return tell(opened.transcript, about: opened.ticket, house, invocation)
        }
        let world = try invocation.makeWorld(
            house,
            store: try invocation.openStore(),
            templates: try invocation.loadTemplates()
        ) { _ in }
        do {
            let transcript = try StaffCounter(world).carryOut(order)
            return tell(transcript, about: number, house, invocation)
        } catch let refusal as StaffCounter.Refusal {
            switch refusal {
            case .unknownTicket(let number):
                throw CommandFailure(
                    .badData,
                    "There is no ticket \(number.text) in \(invocation.stateFolder)."
                )
            case .noMailbox(let number):
                throw CommandFailure(
                    .configuration,
                    "The settings have no mailbox for \(number.text); bring its file back."
                )
            }
        }
    }

    // MARK: - What was asked

    private static func commandLines(_ operands: ArraySlice<String>) throws -> [String] {
        let lines = operands.flatMap { operand in
            operand.split(whereSeparator: \.isNewline).map(String.init)
        }
        guard !lines.isEmpty else {
            throw CommandFailure(
                .usage,
                "do wants commands, such as `guichet do \(TicketNumber.sample) '#prendre'`."
            )
        }
        if let odd = lines.first(where: { !$0.hasPrefix("#") }) {
            throw CommandFailure(
                .usage,
                "“\(odd.withoutControls.cut(toBytes: 80))” is no command: commands begin with # "
                    + "(in quotes, for the shell); a text for the client goes behind --message."
            )
        }
        return lines
    }

    private static func person(
        _ invocation: Invocation,
        _ house: HouseSettings
    ) throws -> StaffMember {
        let today = house.company.calendar.day(of: Clock.now())
        let names = StaffNames(house.company.staff, on: today)
        guard let text = invocation.value(actor.name) else {
            let environment = invocation.surroundings.environment
            let login = environment["USER"] ?? environment["LOGNAME"] ?? ""
            let own = house.company.staff.filter { person in
                person.works(on: today) && person.address.localPart.lowercased() == login
            }
            guard let person = own.first, own.count == 1 else {
                throw CommandFailure(
                    .usage,
                    "do wants --as NAME, the person of the staff who acts: the login says nobody."
                )
            }
            return person
        }
        switch names.find(text) {
        case .one(let person): return person
        case .several(let people):
            let named = people.map(\.address.text).joined(separator: ", ")
            throw CommandFailure(.usage, "“\(text.withoutControls)” may be \(named); say which.")
        case .nobody(let near):
            let guess = near.map { " Did you mean “\($0)”?" } ?? ""
            throw CommandFailure(
                .usage,
                "There is nobody called “\(text.withoutControls)” on the staff.\(guess)"
            )
        }
    }

    // MARK: - #ouvrir

    // A telephone call becomes a dossier the way `guichet open` makes one.
    private static func open(
        _ order: StaffCounter.Order,
        _ house: HouseSettings,
        _ invocation: Invocation
    ) throws -> (ticket: TicketNumber?, transcript: Transcript)? {
        let parser = CommandParser(company: house.company, at: Clock.now())
        guard case .commands(let commands) = parser.read(order.lines),
            let first = commands.first(where: { $0.verb == .open }),
            case .open(let client, let subject) = first.command
        else { return nil }
        guard commands.count == 1, order.ticket == nil else {
            let problem = CommandProblem(line: first.line, "« #ouvrir » s’écrit seul, sans numéro.")
            return (nil, Transcript(refusing: [problem]))
        }
        guard order.message.contains(where: { !$0.isWhitespace }) else {
            let problem = CommandProblem(
                line: first.line,
                "Il manque ce que le client a dit : --message."
            )
            return (nil, Transcript(refusing: [problem]))
        }
        guard let mailbox = house.mailboxes.first(where: { $0.procedure == .sav }) else {
            throw CommandFailure(.configuration, "No mailbox follows the procedure sav.")
        }
        let journey = try OpenCommand.enter(
            order.message,
            titled: subject.isEmpty ? order.message.firstWords : subject,
            from: NamedAddress(try OpenCommand.check(client, house)),
            at: mailbox,
            as: EnteredRequest(.phone, by: order.person.address),
            house,
            invocation
        )
        guard let ticket = journey?.ticket else {
            throw CommandFailure(.tryLater, "The request is kept and not filed yet; see status.")
        }
        var transcript = Transcript()
        let result = "Dossier \(ticket.text) ouvert pour \(client.text) ; il lui est confirmé."
        transcript.entries = [.init(line: first.line, result: result)]
        // What the client gets, as the outbox holds it.
        let world = try invocation.makeWorld(
            house,
            store: try invocation.openStore(),
            templates: try invocation.loadTemplates()
        ) { _ in }
        let copy = StaffCounter.Order(
            person: order.person,
            ticket: ticket,
            lines: ["#copie"],
            message: ""
        )
        transcript.lists = try StaffCounter(world).carryOut(copy).lists
        return (ticket, transcript)
    }

    // MARK: - What came of it

    private static func tell(
        _ transcript: Transcript,
        about number: TicketNumber?,
        _ house: HouseSettings,
        _ invocation: Invocation
    ) -> ExitCode {
        if invocation.has(Command.json) {
            invocation.output.line(TranscriptJSON.value(of: transcript, about: number).line)
        } else {
            let text = transcript.text(in: house.company.calendar)
            invocation.output.lines(
                text.split(separator: "\n", omittingEmptySubsequences: false).map {
                    String($0).withoutControls
                }
            )
        }
        return transcript.isRefused ? .badData : .success
    }
}

/// A transcript as JSON.
enum TranscriptJSON {
    /// The one object of a transcript.
    static func value(of transcript: Transcript, about number: TicketNumber?) -> JSON {
        .object([
            ("ticket", .optional(number?.text)), ("done", .bool(!transcript.isRefused)),
            (
                "results",
                .array(
                    transcript.entries.map { entry in
                        .object([("line", .text(entry.line)), ("result", .text(entry.result))])
                    }
                )
            ), ("standing", .text(transcript.standing)),
            ("lists", .array(transcript.lists.map { .text($0) })),
            ("undo", .optional(transcript.code)), ("copy", .optional(transcript.copy)),
            ("leavesAt", .optional(transcript.leavesAt.map(Moments.machine))),
            ("warnings", .array(transcript.warnings.map { .text($0) })),
        ])
    }
}
