// What happens in a simulation, line by line: for people in the company's own time, for scripts as
// one JSON object a line.

import Desk
import Foundation
import Gateway
import Host
import Synchronization

/// Prints happenings, and writes the letters that left.
final class PlayedTimeline: Sendable {
    private let invocation: Invocation
    private let calendar: CompanyCalendar
    private let folder: String?
    private let letters = Mutex(0)

    init(_ invocation: Invocation, calendar: CompanyCalendar, letters folder: String?) {
        self.invocation = invocation
        self.calendar = calendar
        self.folder = folder
    }

    /// Writes a letter's file, which begins with its number in the order of leaving.
    func write(_ entry: OutboxEntry) throws {
        let number = letters.withLock { count in
            count += 1
            return count
        }
        guard let folder else { return }
        let path = "\(folder)/\(Self.name(number, entry))"
        do {
            try Data(entry.letter.bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure(
                .unavailable,
                "\(path.withoutControls): the letter cannot be written: "
                    + "\(error.systemReason). Make room there, or name another with --out."
            )
        }
    }

    /// Prints what happened.
    func note(_ happening: Happening, at moment: Date) {
        switch happening {
        case .filed(let journey): note(journey, at: moment)
        case .answered(let answer, let deed):
            line(
                moment,
                answer.ticket,
                "answered by \(answer.person.text): \(answer.kind)",
                [
                    ("what", .text("answer")), ("mail", .text(answer.mail)),
                    ("by", .text(answer.person.text)), ("kind", .text(answer.kind)),
                ]
            )
            note(deed)
        case .deed(let deed): note(deed)
        case .sent(let entry): note(entry, at: moment)
        }
    }

    /// Prints how a promise stands at the end.
    func note(_ state: PromiseState, of ticket: TicketNumber, at moment: Date) {
        let (word, ended) = Self.standing(of: state)
        let due = state.due.map { "; due \(Self.text($0, calendar))" } ?? ""
        let end = ended.map { " \(Self.text($0, calendar))" } ?? ""
        line(
            moment,
            ticket,
            "promise \(state.key.text) \(word)\(end)\(due)",
            [
                ("what", .text("promise")), ("promise", .text(state.key.name.text)),
                ("occurrence", .number(state.key.occurrence)), ("status", .text(word)),
                ("startedAt", .text(Moments.machine(state.startedAt))),
                ("due", .optional(state.due.map(Moments.machine))),
                ("endedAt", .optional(ended.map(Moments.machine))),
            ]
        )
    }

    /// Prints a breach, for the ledger (R11).
    func note(_ breach: Breach, at moment: Date) {
        let late = breach.lateness(in: .english).replacing("\u{A0}", with: " ")
        let penalty = breach.penalty?.decision.rawValue ?? "to validate"
        line(
            moment,
            breach.ticket,
            "breach \(breach.key.text) \(breach.contract.rawValue) late \(late), "
                + "penalty \(penalty)",
            [
                ("what", .text("breach")), ("promise", .text(breach.key.name.text)),
                ("occurrence", .number(breach.key.occurrence)),
                ("contract", .text(breach.contract.rawValue)),
                ("due", .text(Moments.machine(breach.due))),
                ("madeGoodAt", .optional(breach.madeGoodAt.map(Moments.machine))),
                ("lateSeconds", .number(Int(breach.lateSeconds.rounded()))),
                ("clock", .text(breach.isOfBusiness ? "business" : "elapsed")),
                ("penalty", .optional(breach.penalty?.decision.rawValue)),
            ]
        )
    }

    /// Prints what became of a ticket that is closed (C7, S8).
    func note(_ outcome: TicketOutcome, at moment: Date) {
        guard outcome.state == .closed else { return }
        let time = CompanyCalendar.words(outcome.handlingSeconds, in: .english)
            .replacing("\u{A0}", with: " ")
        let words = [
            "outcome closed", outcome.ground?.rawValue, "in \(time)",
            outcome.isFirstContactResolution ? "at first contact" : nil,
            outcome.solution.map { "solution: \($0.correction.cut(to: 80))" },
        ]
        line(
            moment,
            outcome.ticket,
            words.compactMap(\.self).joined(separator: ", "),
            [
                ("what", .text("outcome")), ("state", .text(outcome.state.rawValue)),
                ("ground", .optional(outcome.ground?.rawValue)),
                ("handlingSeconds", .number(Int(outcome.handlingSeconds.rounded()))),
                ("firstContact", .bool(outcome.isFirstContactResolution)),
                ("reopenings", .number(outcome.reopenings)),
                ("solution", .optional(outcome.solution?.correction)),
            ]
        )
    }

    // MARK: - Parts

    private func note(_ journey: Journey, at moment: Date) {
        let kind =
            journey.criticality.map { "\(journey.nature.rawValue), \($0.rawValue)" }
            ?? journey.nature.rawValue
        line(
            moment,
            journey.ticket,
            "\(journey.disposition.rawValue) \(journey.uid) from \(journey.sender) (\(kind)); "
                + journey.reason,
            [
                ("what", .text("mail")), ("mail", .text(journey.uid)),
                ("mailbox", .text(journey.origin.mailbox.text)), ("from", .text(journey.sender)),
                ("subject", .text(journey.subject)), ("nature", .text(journey.nature.rawValue)),
                ("criticality", .optional(journey.criticality?.rawValue)),
                ("disposition", .text(journey.disposition.rawValue)),
                ("acknowledge", .bool(journey.acknowledgement.isDue)),
                ("reason", .text(journey.reason)),
            ]
        )
    }

    private func note(_ deed: ClockDeed) {
        for event in deed.events {
            let record = FactRecord(event.fact)
            let isLetter = record.kind.hasPrefix("letter-queued")
            guard !isLetter else { continue }
            let words = FactWords(event.fact, in: calendar.timeZone)
            let parts = words.parts.map { $0.cut(to: 80) }.joined(separator: " | ")
            line(
                event.at,
                deed.ticket,
                parts.isEmpty ? words.kind : "\(words.kind) \(parts)",
                [
                    ("what", .text("event")), ("kind", .text(record.kind)),
                    ("values", .array(record.values.map(JSON.text))),
                ]
            )
        }
    }

    private func note(_ entry: OutboxEntry, at moment: Date) {
        let letter = entry.letter
        let file = folder.map { _ in Self.name(letters.withLock { $0 }, entry) }
        line(
            moment,
            letter.ticket,
            "letter \(letter.kind.rawValue) to \(letter.recipient.text): \(letter.subject)",
            [
                ("what", .text("letter")), ("kind", .text(letter.kind.rawValue)),
                ("to", .text(letter.recipient.text)), ("subject", .text(letter.subject)),
                ("messageID", .text(letter.id.text)), ("file", .optional(file)),
            ]
        )
    }

    private func line(
        _ moment: Date,
        _ ticket: TicketNumber?,
        _ words: String,
        _ members: [(String, JSON)]
    ) {
        guard !invocation.has(Command.json) else {
            let head: [(String, JSON)] = [
                ("at", .text(Moments.machine(moment))), ("ticket", .optional(ticket?.text)),
            ]
            invocation.output.line(JSON.object(head + members).line)
            return
        }
        let name = ticket?.text ?? "-"
        let place = name + String(repeating: " ", count: max(0, 17 - name.count))
        let time = Self.text(moment, calendar)
        invocation.output.line("\(time)  \(place) \(words.withoutControls)")
    }

    private static func name(_ number: Int, _ entry: OutboxEntry) -> String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 5 - digits.count))
        return "\(zeros)\(digits)-\(entry.letter.ticket.text)-\(entry.letter.kind.rawValue).eml"
    }

    private static func text(_ moment: Date, _ calendar: CompanyCalendar) -> String {
        Moments.human(moment, in: calendar.timeZone)
    }

    private static func standing(of state: PromiseState) -> (word: String, ended: Date?) {
        switch state.status {
        case .running: ("running", nil)
        case .warned(let percent): ("warned at \(percent) %", nil)
        case .paused(let since): ("paused", since)
        case .kept(let at, _, _): ("kept", at)
        case .broken(_, let madeGoodAt, _): ("broken", madeGoodAt)
        case .lapsed(let at, _): ("lapsed", at)
        }
    }
}
