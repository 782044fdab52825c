// guichet show: one ticket, with everything that happened to it.

import Desk
import Foundation
import Store

/// Shows a ticket.
enum ShowCommand {
    private static let why = Option(
        name: "--why",
        value: nil,
        help: "every promise and why it is due when it is, day by day"
    )

    private static let mail = Option(
        name: "--mail",
        value: "ID",
        help: "write one of its mails, as it came, to standard output"
    )

    static let command = Command(
        name: "show",
        operands: "NUMBER",
        operandCount: 1...1,
        summary: "show a ticket: its events, mails and letters",
        details: [
            "NUMBER is the ticket's whole number. A number whose check digit does not fit is",
            "refused: it was mistyped, and must not lead into somebody else's ticket.",
        ],
        options: [why, mail, Command.json]
    ) { invocation in
        let number = try invocation.ticketNumber(invocation.operands[0])
        if let id = invocation.value(mail.name) { return try write(id, of: number, invocation) }
        guard !invocation.has(why) else { return try tellWhy(number, invocation) }
        guard let dossier = try invocation.openReader().dossier(number) else {
            throw CommandFailure(
                .badData,
                "There is no ticket \(number.text) in \(invocation.stateFolder)."
            )
        }
        if invocation.has(Command.json) {
            invocation.output.line(DossierJSON.value(of: dossier).line)
        } else {
            let timeZone = try invocation.timeZone()
            invocation.output.lines(DossierText.lines(of: dossier, in: timeZone))
        }
        return .success
    }

    // Into a file or a pipe: what a stranger wrote may drive a terminal.
    private static func write(
        _ id: String,
        of number: TicketNumber,
        _ invocation: Invocation
    ) throws -> ExitCode {
        let reader = try invocation.openReader()
        let mails = try reader.dossier(number)?.mails.map(\.kept.id) ?? []
        guard let mail = mails.first(where: { String($0.row) == id }) else {
            let there = Invocation.whatIsThere(mails.map(\.row), "mail", none: "it has none")
            throw CommandFailure(.badData, "\(number.text) has no mail \(id): \(there)")
        }
        guard !invocation.output.isTerminal else {
            throw CommandFailure(
                .usage,
                "The mail is not shown on a terminal; write it to a file: "
                    + "guichet show \(number.text) --mail \(id) > mail.eml"
            )
        }
        invocation.output.bytes(try reader.bytes(of: mail))
        return .success
    }

    private static func tellWhy(
        _ number: TicketNumber,
        _ invocation: Invocation
    ) throws -> ExitCode {
        let house = try invocation.loadHouse()
        let file = try invocation.openReader().clockedTicket(number)?.file(in: house)
        guard let file else {
            throw CommandFailure(
                .badData,
                "There is no ticket \(number.text) in \(invocation.stateFolder), or its mailbox "
                    + "has left the settings."
            )
        }
        let calendar = house.company.calendar
        let output = invocation.output
        let states = file.states(at: Clock.now())
        for (place, state) in states.enumerated() {
            let sentences = calendar.sentences(of: state, in: .english)
            if invocation.has(Command.json) {
                let fields: [(String, JSON)] = [
                    ("ticket", .text(number.text)), ("promise", .text(state.key.name.text)),
                    ("occurrence", .number(state.key.occurrence)),
                    ("startedAt", .text(Moments.machine(state.startedAt))),
                    ("startedBy", .text(state.startedBy.rawValue)),
                    ("due", .optional(state.due.map(Moments.machine))),
                    ("sentences", .array(sentences.map(JSON.text))),
                ]
                output.line(JSON.object(fields).line)
                continue
            }
            if place > 0 { output.line() }
            for (row, sentence) in sentences.enumerated() {
                output.line((row == 0 ? "" : "  ") + sentence.withoutControls)
            }
        }
        if states.isEmpty, !invocation.has(Command.json) {
            output.line(
                "\(number.text) is under no promise: nothing is ever sent for it by itself."
            )
        }
        return .success
    }
}

extension Invocation {
    /// A ticket's number as a user typed it.
    func ticketNumber(_ text: String) throws -> TicketNumber {
        switch TicketNumber.Mention(typed: text) {
        case .valid(let number):
            return number
        case .mistyped(let shown):
            throw CommandFailure(
                .usage,
                "\(shown) is not a ticket number: its check digit does not fit. Compare it with "
                    + "the letter, or look it up with `guichet tickets`."
            )
        case nil:
            throw CommandFailure(
                .usage,
                "“\(text.withoutControls)” is not a ticket number; "
                    + "one looks like \(TicketNumber.sample)."
            )
        }
    }

    /// The database, for reading; a command that only looks makes nothing.
    func openReader() throws -> StoreReader {
        let stateFolder = try knownStateFolder()
        guard FileManager.default.fileExists(atPath: stateFolder) else {
            throw CommandFailure(
                .unavailable,
                "\(stateFolder): there is no such folder, so nothing has been filed yet; "
                    + "`guichet run --once` makes it, or name another with --state."
            )
        }
        return try StoreReader(folder: stateFolder)
    }

    /// The company's time zone, for lists; the usual one where the settings cannot be read.
    func timeZone() throws -> TimeZone {
        (try? loadHouse())?.company.timeZone ?? CompanySettings.usualTimeZone
    }
}

/// A dossier as JSON.
enum DossierJSON {
    static func value(of dossier: Dossier) -> JSON {
        .object(
            TicketJSON.members(of: dossier.ticket) + [
                ("events", .array(dossier.events.map(event))),
                ("mails", .array(dossier.mails.map(MailJSON.value))),
                ("letters", .array(dossier.letters.map(LetterJSON.value))),
            ]
        )
    }

    private static func event(_ event: StoredEvent) -> JSON {
        .object([
            ("at", .text(Moments.machine(event.at))), ("kind", .text(event.record.kind)),
            ("values", .array(event.record.values.map(JSON.text))),
        ])
    }
}

/// A filed mail as JSON.
enum MailJSON {
    static func value(of mail: FiledMail) -> JSON {
        .object([
            ("mail", .number(Int(mail.kept.id.row))),
            ("mailbox", .text(mail.kept.origin.mailbox.text)),
            ("receivedAt", .text(Moments.machine(mail.kept.receivedAt))),
            ("from", .optional(mail.record.sender?.address.text)),
            ("subject", .text(mail.record.subject)),
            ("messageID", .optional(mail.record.messageID?.text)),
            ("nature", .optional(mail.record.nature?.rawValue)),
            ("disposition", .optional(mail.kept.disposition?.rawValue)),
            ("reason", .text(mail.reason)), ("ticket", .optional(mail.ticket?.text)),
            ("acknowledge", .bool(mail.acknowledgement?.isDue ?? false)),
            ("acknowledgeReason", .text(mail.acknowledgement?.reason ?? "")),
            ("bytes", .number(mail.bytesCount)), ("attempts", .number(mail.kept.attempts)),
            ("defects", .array(mail.record.defects.map { .text($0.rawValue) })),
            ("findings", .array(mail.findings.map(ExplanationJSON.finding))),
        ])
    }
}

/// A letter as JSON.
enum LetterJSON {
    static func value(of entry: OutboxEntry) -> JSON {
        .object([
            ("letter", .number(Int(entry.row.row))), ("state", .text(entry.state.rawValue)),
            ("kind", .text(entry.letter.kind.rawValue)),
            ("ticket", .text(entry.letter.ticket.text)),
            ("mailbox", .text(entry.letter.mailbox.text)),
            ("to", .text(entry.letter.recipient.text)), ("subject", .text(entry.letter.subject)),
            ("messageID", .text(entry.letter.id.text)), ("attempts", .number(entry.attempts)),
            ("note", .text(entry.note)),
            ("queuedAt", .text(Moments.machine(entry.letter.queuedAt))),
            ("notBefore", .text(Moments.machine(entry.letter.notBefore))),
            ("changedAt", .text(Moments.machine(entry.changedAt))),
        ])
    }
}
