// The other source of action beside the mails: what the clock makes due. A tick asks the store
// which tickets want a look, asks the core what is due on each, and files that: events and letters
// together, in one transaction for a small group.
//
// Safe at any moment: what was done leaves facts, so a tick that is repeated, late, or run by a
// clock that was set back does nothing twice. A ticket that cannot be dealt with is put off and
// leaves the others their turn.

package import Desk
package import Foundation

/// What the clock did on one ticket.
package struct ClockDeed: Hashable, Sendable {
    /// The ticket.
    package var ticket: TicketNumber
    /// When.
    package var at: Date
    /// What was added to it.
    package var events: [TicketEvent]
    /// The letters that were queued.
    package var letters: [ComposedLetter]
}

/// Keeps promises.
package struct PromiseDesk: Sendable {
    private let world: World

    /// How many tickets share a transaction at most: one reminder tells a person of all of them.
    package static let groupMaximum = 400
    /// How often one tick looks at one ticket.
    package static let turnsMaximum = 10
    /// For how long a ticket is put off that cannot be dealt with.
    package static let putOffSeconds = 3_600.0

    /// Works in a world.
    package init(_ world: World) {
        self.world = world
    }

    /// Does what is due by a moment, group after group while it may go on; returns the next moment
    /// at which something is.
    package func tick(at now: Date, goesOn: () -> Bool = { true }) throws -> Date? {
        try reckonBySettings()
        var turns: [TicketNumber: Int] = [:]
        while goesOn() {
            guard try tickGroup(at: now, &turns) else { break }
        }
        let mornings = DigestDesk(world)
        let notices = NoticeDesk(world)
        if goesOn() {
            try mornings.tell(at: now)
            try notices.tell(at: now)
        }
        return [
            try world.ledger.nextTickMoment(), try mornings.nextMoment(at: now),
            try notices.nextMoment(),
        ].compactMap(\.self).min()
    }

    /// Lets the clocks of all tickets be reckoned anew where other settings were the last.
    package func reckonBySettings() throws {
        try world.lookWhoIsAway()
        if let settings = world.clockMark { try world.ledger.reckonClocks(by: settings) }
    }

    // Whether there was anything to look at.
    private func tickGroup(
        at now: Date,
        _ turns: inout [TicketNumber: Int]
    ) throws -> Bool {
        do {
            return try look(at: now, limit: Self.groupMaximum, &turns)
        } catch let failure as any WorldFailure where failure.isTemporary {
            throw failure
        } catch {
            return try tickAlone(at: now, &turns)
        }
    }

    private func tickAlone(
        at now: Date,
        _ turns: inout [TicketNumber: Int]
    ) throws -> Bool {
        do {
            return try look(at: now, limit: 1, &turns)
        } catch let failure as any WorldFailure where !failure.isTemporary {
            try world.ledger.filing { transaction in
                for number in try transaction.ticketsDue(at: now, limit: 1) {
                    try transaction.putOff(number, until: now + Self.putOffSeconds)
                }
            }
            return true
        }
    }

    private func look(
        at now: Date,
        limit: Int,
        _ turns: inout [TicketNumber: Int]
    ) throws -> Bool {
        var deeds: [ClockDeed] = []
        var wasAny = false
        try world.ledger.filing { transaction in
            let due = try transaction.ticketsDue(at: now, limit: limit)
            guard !due.isEmpty else { return }
            wasAny = true
            var round = try ClockRound(world, transaction, at: now)
            var turn: [TicketNumber] = []
            for number in due {
                turns[number, default: 0] += 1
                // What has left a fact is not due again; should it be, the others go on.
                if turns[number] ?? 0 > Self.turnsMaximum {
                    try transaction.putOff(number, until: now + Self.putOffSeconds)
                } else {
                    turn.append(number)
                }
            }
            try round.look(at: turn)
            deeds = try round.carryOut()
        }
        for deed in deeds { world.deed(deed) }
        return wasAny
    }
}

extension FilingTransaction {
    // What cannot be looked at owes nobody anything that could be listed.
    fileprivate func putOff(_ ticket: TicketNumber, until moment: Date?) throws {
        try setNextLook(at: ticket, moment, promised: nil)
    }
}

/// One group of tickets within one transaction.
private struct ClockRound {
    private let world: World
    private let transaction: any FilingTransaction
    private let now: Date
    private var loads: [EmailAddress: StaffLoad]
    private var looks: [Look] = []

    /// A ticket on which something is due.
    private struct Look {
        let found: Finding
        let redirected: [RedirectedNotice]

        var file: ProcedureCase { found.file }
        var mailbox: MailboxSettings { found.mailbox }
    }

    /// What a ticket says by itself.
    fileprivate struct Finding: Sendable {
        let clocked: ClockedTicket
        let file: ProcedureCase
        let mailbox: MailboxSettings
        let look: TicketLook
        let lost: [LostNotice]
    }

    init(_ world: World, _ transaction: any FilingTransaction, at now: Date) throws {
        self.world = world
        self.transaction = transaction
        self.now = now
        loads = try transaction.staffLoads()
    }

    /// Looks at tickets: plans what is due, or says when the next look is.
    ///
    /// Each is reckoned by itself, on all processors at once.
    mutating func look(at numbers: [TicketNumber]) throws {
        var tickets: [(number: TicketNumber, clocked: ClockedTicket)] = []
        for number in numbers {
            if let clocked = try transaction.clockedTicket(number) {
                tickets.append((number, clocked))
            } else {
                try transaction.putOff(number, until: nil)
            }
        }
        let before = loads
        let findings = Parallel.begin(tickets.map(\.clocked)) { [world, now] clocked in
            Finding(clocked, in: world, before, at: now)
        }
        for ((number, clocked), found) in zip(tickets, findings.take()) {
            guard var found else {
                try transaction.putOff(number, until: nil)
                continue
            }
            // Somebody got a ticket meanwhile, and is the last in turn for this one.
            if loads != before, !found.look.plan.isEmpty {
                found = Finding(clocked, in: world, loads, at: now) ?? found
            }
            try take(found, of: number)
        }
    }

    private mutating func take(_ found: Finding, of number: TicketNumber) throws {
        let redirected = try redirected(found)
        guard found.look.plan.isEmpty, redirected.isEmpty else {
            count(found.look.plan)
            looks.append(Look(found: found, redirected: redirected))
            return
        }
        // A timer that is due and asks for nothing would ask for ever.
        let rest = found.look.rest
        let later = rest.look.map { $0 > now ? $0 : now + PromiseDesk.putOffSeconds }
        try transaction.setNextLook(at: number, later, promised: rest.owed)
    }

    // Whoever got a ticket in this group is the last in turn for the next one.
    private mutating func count(_ plan: ProcedurePlan) {
        for event in plan.events {
            guard case .assigned(let person, _) = event.fact else { continue }
            let open = loads[person]?.openTickets ?? 0
            loads[person] = StaffLoad(openTickets: open + 1, assignedAt: now)
        }
    }

    /// Files what is due, with one reminder for each person.
    func carryOut() throws -> [ClockDeed] {
        let (plans, reminders) = grouped(looks.map(\.found.look.plan))
        var deeds: [ClockDeed] = []
        for (look, plan) in zip(looks, plans) {
            deeds.append(try carryOut(plan, of: look))
            deeds += try look.redirected.map { try carryOut($0, of: look) }
        }
        for reminder in reminders {
            let number = reminder.matter.promises.first?.ticket
            guard let look = looks.first(where: { $0.file.ticket.number == number }) else {
                continue
            }
            var plan = ProcedurePlan()
            plan.letters = [reminder]
            deeds.append(try carryOut(plan, of: look))
        }
        return deeds
    }

    private func carryOut(_ notice: RedirectedNotice, of look: Look) throws -> ClockDeed {
        let letters = notice.letter.map { letter in
            [world.write(letter, from: look.mailbox, notBefore: now)]
        }
        let number = look.file.ticket.number
        try transaction.carryOut(notice.events, on: number, letters: letters ?? [], at: now)
        return ClockDeed(ticket: number, at: now, events: notice.events, letters: letters ?? [])
    }

    private func carryOut(_ plan: ProcedurePlan, of look: Look) throws -> ClockDeed {
        try CaseDesk(world, transaction, mailbox: look.mailbox, at: now)
            .carryOut(plan, on: look.file, thread: look.found.clocked.thread)
    }

    // Whom the notifications go to that did not arrive.
    private func redirected(_ found: Finding) throws -> [RedirectedNotice] {
        guard !found.lost.isEmpty else { return [] }
        let exchanges = try transaction.exchanges(
            on: found.file.ticket.number,
            found.clocked.events,
            limit: LostNotice.exchangesMaximum
        )
        let house = LetterHouse(
            company: world.house.company,
            mailbox: found.mailbox,
            key: world.key,
            now: now
        )
        return found.lost.map { notice in
            notice.redirected(
                on: found.file,
                found.clocked.client,
                exchanges,
                files: files(of: notice.mail),
                from: house
            )
        }
    }

    // The files of a mail; a mail that cannot be had any more is told of without them.
    private func files(of mail: MailID) -> [Attachment] {
        (try? world.read(try world.original(mail)))?.attachments ?? []
    }
}

extension ClockRound.Finding {
    /// Reckons; nil where nothing in the settings looks after the ticket any more.
    fileprivate init?(
        _ clocked: ClockedTicket,
        in world: World,
        _ loads: [EmailAddress: StaffLoad],
        at now: Date
    ) {
        let house = world.house
        guard let file = clocked.file(in: house, loads: loads),
            let mailbox = clocked.mailbox(of: file.ticket, in: house)
        else { return nil }
        let naming = letterNaming(
            about: file.ticket.number,
            domain: house.company.domain,
            key: world.key
        )
        self.clocked = clocked
        self.file = file
        self.mailbox = mailbox
        look = Desk.look(at: file, now, name: naming)
        lost = LostNotice.all(on: clocked.events, in: house, key: world.key)
    }
}
