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
    package static let groupMaximum = 100
    /// For how long a ticket is put off that cannot be dealt with.
    package static let putOffSeconds = 3_600.0

    /// Works in a world.
    package init(_ world: World) {
        self.world = world
    }

    /// Does what is due by a moment, group after group while it may go on; returns the next moment
    /// at which something is.
    package func tick(at now: Date, goesOn: () -> Bool = { true }) throws -> Date? {
        while goesOn() {
            guard try tickGroup(at: now) else { break }
        }
        return try world.ledger.nextTickMoment()
    }

    // Whether there was anything to look at.
    private func tickGroup(at now: Date) throws -> Bool {
        do {
            return try look(at: now, limit: Self.groupMaximum)
        } catch let failure as any WorldFailure where failure.isTemporary {
            throw failure
        } catch {
            return try tickAlone(at: now)
        }
    }

    private func tickAlone(at now: Date) throws -> Bool {
        do {
            return try look(at: now, limit: 1)
        } catch let failure as any WorldFailure where !failure.isTemporary {
            try world.ledger.filing { transaction in
                for number in try transaction.ticketsDue(at: now, limit: 1) {
                    try transaction.setNextLook(at: number, now + Self.putOffSeconds)
                }
            }
            return true
        }
    }

    private func look(at now: Date, limit: Int) throws -> Bool {
        var deeds: [ClockDeed] = []
        var wasAny = false
        try world.ledger.filing { transaction in
            let due = try transaction.ticketsDue(at: now, limit: limit)
            guard !due.isEmpty else { return }
            wasAny = true
            var round = try ClockRound(world, transaction, at: now)
            for number in due { try round.look(at: number) }
            deeds = try round.carryOut()
        }
        for deed in deeds { world.deed(deed) }
        return wasAny
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
        let clocked: ClockedTicket
        let file: ProcedureCase
        let mailbox: MailboxSettings
        let plan: ProcedurePlan
    }

    init(_ world: World, _ transaction: any FilingTransaction, at now: Date) throws {
        self.world = world
        self.transaction = transaction
        self.now = now
        loads = try transaction.staffLoads()
    }

    /// Looks at a ticket: plans what is due, or says when the next look is.
    mutating func look(at number: TicketNumber) throws {
        guard let clocked = try transaction.clockedTicket(number),
            let file = clocked.file(in: world.house, loads: loads),
            let mailbox = clocked.mailbox(of: file.ticket, in: world.house)
        else { return try transaction.setNextLook(at: number, nil) }
        let naming = letterNaming(
            about: number,
            domain: world.house.company.domain,
            key: world.key
        )
        let plan = due(file, at: now, name: naming)
        guard plan.isEmpty else {
            count(plan)
            looks.append(Look(clocked: clocked, file: file, mailbox: mailbox, plan: plan))
            return
        }
        // A timer that is due and asks for nothing would ask for ever.
        let next = file.nextMoment(at: now)
        let later = next.map { $0 > now ? $0 : now + PromiseDesk.putOffSeconds }
        try transaction.setNextLook(at: number, later)
    }

    // Whoever got a ticket in this group is the last in turn for the next one.
    private mutating func count(_ plan: ProcedurePlan) {
        for event in plan.events {
            guard case .assigned(let person, _) = event.fact else { continue }
            loads[person, default: StaffLoad(openTickets: 0)].openTickets += 1
            loads[person]?.assignedAt = now
        }
    }

    /// Files what is due, with one reminder for each person.
    func carryOut() throws -> [ClockDeed] {
        let (plans, reminders) = grouped(looks.map(\.plan))
        var deeds: [ClockDeed] = []
        for (look, plan) in zip(looks, plans) {
            deeds.append(try carryOut(plan.events, plan.letters, of: look))
        }
        for reminder in reminders {
            let number = reminder.matter.promises.first?.ticket
            guard let look = looks.first(where: { $0.file.ticket.number == number }) else {
                continue
            }
            deeds.append(try carryOut([], [reminder], of: look))
        }
        return deeds
    }

    private func carryOut(
        _ events: [TicketEvent],
        _ orders: [ProcedureLetter],
        of look: Look
    ) throws -> ClockDeed {
        let ticket = look.file.ticket
        var events = events
        var letters: [ComposedLetter] = []
        let house = LetterHouse(
            company: world.house.company,
            mailbox: look.mailbox,
            key: world.key,
            now: now
        )
        var dossier = LetterDossier(look.file, at: now)
        dossier.contract = ticket.contract
        dossier.terms = look.file.book.terms
        dossier.thread = look.clocked.thread
        for order in orders {
            guard let letter = house.letter(order, about: dossier) else { continue }
            var notBefore = order.notBefore
            if order.kind.isForClient, let bound = try bound(on: letter) {
                notBefore = max(notBefore, bound.isOfTheHour ? now + 3_600 : now + 86_400)
                let reason = world.house.company.letterBounds.reason(bound) + ": put off"
                events.append(
                    TicketEvent(at: now, .letterWithheld(ticket.opening.mail, bound, reason: reason))
                )
            }
            events.append(TicketEvent(at: now, .letterQueued(letter.kind, letter.id)))
            letters.append(world.write(letter, from: look.mailbox, notBefore: notBefore))
        }
        try transaction.carryOut(events, on: ticket.number, letters: letters, at: now)
        return ClockDeed(ticket: ticket.number, at: now, events: events, letters: letters)
    }

    // The clock's letters are bounded as all are; what they say is true already, so they are put
    // off, and never dropped. A ticket that is open has proved its domain as far as it matters.
    private func bound(on letter: Letter) throws -> LetterBound? {
        let recent = try transaction.recentLetters(
            to: letter.to.address,
            about: letter.ticket,
            at: now
        )
        return world.house.company.letterBounds.bound(
            reachedBy: recent,
            isDomainExempt: true
        )
    }
}

extension LetterBound {
    fileprivate var isOfTheHour: Bool {
        switch self {
        case .domain, .house: true
        case .ticket, .address: false
        }
    }
}
