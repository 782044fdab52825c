// Commands from the shell: the same parser, the same rules, the same transcript as by mail, in one
// transaction. What proves who acts is the machine itself.

package import Desk
import Foundation

/// Carries out what a colleague orders at the shell.
package struct StaffCounter: Sendable {
    private let world: World

    /// Why an order cannot even be looked at.
    package enum Refusal: Error, Hashable, Sendable {
        /// There is no such dossier.
        case unknownTicket(TicketNumber)
        /// Its mailbox has left the settings.
        case noMailbox(TicketNumber)
    }

    /// What a colleague orders.
    package struct Order: Sendable {
        /// Who.
        package var person: StaffMember
        /// The dossier; nil for commands that need none.
        package var ticket: TicketNumber?
        /// The command lines.
        package var lines: [String]
        /// The message to the client; empty for none.
        package var message: String
        /// Although somebody else has just answered.
        package var isAnyway = false

        /// Whether it is nothing but the word that stops what waits to leave.
        var isStop: Bool {
            lines.count == 1 && message.isEmpty
                && (lines[0] == "stop" || RecallWord.isCommand(lines[0]))
        }

        /// Orders.
        package init(
            person: StaffMember,
            ticket: TicketNumber?,
            lines: [String],
            message: String
        ) {
            self.person = person
            self.ticket = ticket
            self.lines = lines
            self.message = message
        }
    }

    /// Works in a world.
    package init(_ world: World) {
        self.world = world
    }

    /// Carries an order out, whole or not at all; returns what came of it.
    package func carryOut(_ order: Order) throws -> Transcript {
        try world.lookWhoIsAway()
        let now = world.now()
        let commands: [ReadCommand]
        let isStop = order.ticket != nil && order.isStop
        let parser = CommandParser(company: world.house.company, at: now, by: order.person)
        switch parser.read(isStop ? [] : order.lines) {
        case .problems(let problems): return Transcript(refusing: problems)
        case .commands(let read): commands = read
        }
        var transcript = Transcript()
        try world.ledger.filing { transaction in
            let work = Work(
                world: world,
                transaction: transaction,
                now: now,
                order: order,
                commands: commands
            )
            transcript = try work.carryOut()
        }
        return transcript
    }
}

/// One order within its transaction.
private struct Work {
    let world: World
    let transaction: any FilingTransaction
    let now: Date
    let order: StaffCounter.Order
    let commands: [ReadCommand]

    private var house: HouseSettings { world.house }
    private var person: StaffMember { order.person }
    private var cause: String { "shell.\(Int(now.timeIntervalSince1970 * 1_000_000))" }

    func carryOut() throws -> Transcript {
        let lookUp = StaffLookUp(world: world, transaction: transaction, now: now)
        guard let number = order.ticket else {
            let known = try lookUp.knowledge(for: commands.map(\.command), on: nil)
            let outcome = Desk.carryOut(
                staffOrder(order.message, nil),
                in: house.company,
                knowing: known,
                at: now
            )
            try transaction.carryOut(outcome.further, at: now)
            return outcome.transcript
        }
        guard let clocked = try transaction.clockedTicket(number) else {
            throw StaffCounter.Refusal.unknownTicket(number)
        }
        guard let file = clocked.file(in: house, loads: try transaction.staffLoads()),
            let mailbox = clocked.mailbox(of: file.ticket, in: house)
        else { throw StaffCounter.Refusal.noMailbox(number) }
        if case .undo(let code)? = commands.first?.command, commands.count == 1 {
            return try undo(code, clocked.events, on: number, merged: lookUp.merged(with: clocked))
        }
        if order.isStop { return try stop(clocked.events, on: number) }
        let known = try lookUp.knowledge(for: commands.map(\.command), on: clocked)
        let reply = ClientReply(words, on: file.ticket, house: house, mailbox: mailbox)
        if let doubt = doubt(about: reply, on: clocked.events) { return doubt }
        let naming = letterNaming(about: number, domain: house.company.domain, key: world.key)
        let outcome = Desk.carryOut(
            staffOrder(reply.text, number, replyID: naming(.answer, cause)),
            on: file,
            knowing: known,
            at: now,
            name: naming
        )
        guard !outcome.isRefused else { return outcome.transcript }
        return try keep(outcome, reply, on: file, clocked.thread, mailbox)
    }

    private func staffOrder(
        _ message: String,
        _ number: TicketNumber?,
        replyID: MessageID? = nil
    ) -> StaffOrder {
        StaffOrder(
            person: person,
            proof: .shell,
            commands: commands,
            message: message,
            cause: cause,
            replyID: replyID,
            code: number.map { UndoCode.code(of: cause, on: $0, key: world.key) } ?? ""
        )
    }

    // The text without the name that its writer has put under it, as by mail.
    private var words: String {
        let parts = StaffText(of: order.message, signedBy: person.name)
        return parts.commandLines.isEmpty ? parts.message : order.message
    }

    // What a mail's author is asked about is refused here until it is ordered again with a yes: a
    // second colleague's answer within minutes, an attachment that is missing, another's number.
    private func doubt(about reply: ClientReply, on events: [TicketEvent]) -> Transcript? {
        guard !order.message.isEmpty, !order.isAnyway,
            !commands.contains(where: { [.note, .spam].contains($0.verb) })
        else { return nil }
        let since = now.addingTimeInterval(-ClientReply.holdSeconds(in: house.company))
        let other = Collision(on: events, besides: person.address, since: since)
        let answered = other.map { "\($0.name(in: house)) vient de répondre au client." }
        let doubts = [answered].compactMap(\.self) + reply.doubts
        guard !doubts.isEmpty else { return nil }
        return Transcript(
            refusing: [
                CommandProblem(
                    line: "",
                    doubts.joined(separator: "\n")
                        + "\nAvec --anyway, votre message part quand même."
                )
            ]
        )
    }

    private func stop(_ events: [TicketEvent], on number: TicketNumber) throws -> Transcript {
        let line = order.lines.first ?? ""
        let stopped = StoppedReply(
            on: events,
            by: person.address,
            in: house.company,
            at: now
        )
        guard let stopped else {
            return Transcript(refusing: [CommandProblem(line: line, StoppedReply.tooLate)])
        }
        var further = FurtherEffects()
        further.recalls = stopped.letters
        further.tellAuthors(
            ofStopped: stopped.letters.map(\.id),
            on: events,
            by: person,
            cause: cause,
            at: now
        )
        try carryOut(stopped.events, further, on: number)
        var transcript = Transcript()
        transcript.entries = [.init(line: line, result: stopped.sentence)]
        return transcript
    }

    // Facts of the dossier, with what is changed and told beside it.
    private func carryOut(
        _ events: [TicketEvent],
        _ given: FurtherEffects,
        on number: TicketNumber
    ) throws {
        var further = given
        let letters = further.writeLetters(of: house, key: world.key, at: now)
        try transaction.carryOut(events, on: number, letters: [], at: now)
        try transaction.carryOut(further, at: now)
        for letter in letters {
            guard let sender = house.mailboxes.first(where: { $0.address == letter.from }) else {
                continue
            }
            let written = world.write(letter, from: sender, notBefore: now)
            try transaction.carryOut([], on: letter.ticket, letters: [written], at: now)
        }
    }

    private func keep(
        _ given: StaffPlan,
        _ reply: ClientReply,
        on file: ProcedureCase,
        _ thread: [MessageID],
        _ mailbox: MailboxSettings
    ) throws -> Transcript {
        var outcome = given
        var plan = ProcedurePlan()
        plan.events = outcome.events
        plan.letters = outcome.letters
        // The facts and the letters that procedures order, as the clocks carry them out.
        let desk = CaseDesk(world, transaction, mailbox: mailbox, at: now)
        let ordered = try desk.carryOut(plan, on: file, thread: thread, isOrdered: true)
        var copies = desk.exactCopies(of: plan, written: ordered.letters, on: file, thread: thread)
        var further = outcome.further
        let others = further.writeLetters(of: house, key: world.key, at: now)
        try transaction.carryOut(further, at: now)
        for letter in others {
            let sender = house.mailboxes.first { $0.address == letter.from } ?? mailbox
            let written = world.write(letter, from: sender, notBefore: now)
            copies += [world.exactCopy(of: letter, written: written)].compactMap(\.self)
            try transaction.carryOut([], on: letter.ticket, letters: [written], at: now)
        }
        let stationery = LetterHouse(
            company: house.company,
            mailbox: mailbox,
            key: world.key,
            now: now
        )
        let letters = outcome.write(
            reply,
            by: person,
            on: file,
            thread: thread,
            cause: cause,
            from: stationery
        )
        // What the colleague has written leaves first.
        var own: [ExactCopy] = []
        for letter in letters {
            let written = world.write(letter, from: mailbox, notBefore: letter.notBefore ?? now)
            own += [world.exactCopy(of: letter, written: written)].compactMap(\.self)
            try transaction.carryOut(
                [TicketEvent(at: now, .letterQueued(letter.kind, letter.id))],
                on: letter.ticket,
                letters: [written],
                at: now
            )
        }
        copies = own + copies
        if !copies.isEmpty { outcome.transcript.copy = ExactCopy.text(of: copies) }
        return outcome.transcript
    }

    private func undo(
        _ code: String,
        _ events: [TicketEvent],
        on number: TicketNumber,
        merged: [TicketNumber: [TicketEvent]]
    ) throws -> Transcript {
        let undone = Desk.undo(
            code,
            by: person.address,
            in: events,
            merged: merged,
            waiting: ClientReply.waiting(
                on: events + merged.values.flatMap(\.self),
                in: house.company,
                at: now
            ),
            staff: house.company.staff,
            at: now
        )
        var further = FurtherEffects()
        further.tickets = undone.others
        further.recalls = undone.recalls.map {
            UndeliveredLetter(id: $0, reason: "stopped by \(person.address.text)")
        }
        if !undone.isRefused {
            further.tellAuthors(
                ofStopped: undone.recalls,
                undone: code,
                on: events,
                by: person,
                cause: cause,
                at: now
            )
        }
        try carryOut(undone.events, further, on: number)
        let line = commands.first?.line ?? ""
        var transcript = Transcript()
        transcript.isRefused = undone.isRefused
        transcript.entries = undone.results.map { .init(line: line, result: $0) }
        return transcript
    }
}
