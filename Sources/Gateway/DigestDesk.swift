// Each morning, at the company's first opening of the day, every person of the staff gets one mail:
// what is due today, what is late, what waits for its client, what is new. Who is away is read by
// the deputy. A day that begins while nothing runs is told as soon as something does, if the
// company still works that day; a day is never told twice.

import Desk
import Foundation

/// Tells the mornings.
struct DigestDesk {
    private let world: World

    /// The name under which the last day that was told to everybody is noted.
    private static let mark = "digest"
    /// How many entries each of a letter's lists has at most; its count tells how many there are.
    private static let rowsMaximum = 50

    init(_ world: World) {
        self.world = world
    }

    /// The next morning to be told: now or earlier where one is late.
    func nextMoment(at now: Date) throws -> Date? {
        let calendar = world.house.company.calendar
        let today = calendar.day(of: now)
        if let morning = calendar.stretches(on: today).first, let end = lastEnd(of: today),
            now < end, try world.ledger.mark(Self.mark) ?? "" < today.text
        {
            return morning.from
        }
        guard let next = calendar.nextOpening(from: calendar.start(of: today.advanced(by: 1)))
        else {
            return nil
        }
        return next
    }

    /// Tells the morning to the next person who has not been told, if it is time: what is listed is
    /// found by an index, and mails wait for one letter at most.
    func tell(at now: Date) throws {
        try begin(at: now)
        guard let moment = try nextMoment(at: now), moment <= now else { return }
        let company = world.house.company
        let today = company.calendar.day(of: now)
        let before = try world.ledger.mark(Self.mark).flatMap { CivilDay($0) }
        for person in company.staff where person.isPresent(on: today) {
            var deed: ClockDeed?
            var isTold = false
            try world.ledger.filing { transaction in
                let name = Self.mark(of: person)
                let told = try transaction.mark(name)?.split(separator: " ").map(String.init) ?? []
                isTold = told.first ?? "" >= today.text
                guard !isTold else { return }
                let closed = told.count > 1 ? Int(told[1]) : nil
                let since = before.flatMap { company.calendar.stretches(on: $0).first?.from }
                let morning = Morning(since: since ?? now - 86_400, closed: closed, now: now)
                let total: Int
                (deed, total) = try tell(person, morning, in: transaction)
                try transaction.setMark(name, "\(today.text) \(total)")
            }
            if let deed { world.deed(deed) }
            if !isTold { return }
        }
        try world.ledger.filing { try $0.setMark(Self.mark, today.text) }
    }

    // The first morning of a house is the next one that comes.
    private func begin(at now: Date) throws {
        guard try world.ledger.mark(Self.mark) == nil else { return }
        let calendar = world.house.company.calendar
        let today = calendar.day(of: now)
        let isAhead = calendar.stretches(on: today).first.map { now < $0.from } ?? false
        let told = isAhead ? today.advanced(by: -1) : today
        try world.ledger.filing { try $0.setMark(Self.mark, told.text) }
    }

    private static func mark(of person: StaffMember) -> String { "\(mark).\(person.address.key)" }

    private func lastEnd(of day: CivilDay) -> Date? {
        world.house.company.calendar.stretches(on: day).last?.until
    }

    private struct Morning {
        /// Since when a dossier is new.
        let since: Date
        /// How many dossiers had ever been closed on the desk when it was told last; nil: never.
        let closed: Int?
        let now: Date
    }

    // Whose mornings a person reads: one's own, and those of whom one stands in for.
    private func desks(of person: StaffMember, on day: CivilDay) -> [EmailAddress] {
        let rotation = Rotation(world.house.company.staff)
        return world.house.company.staff.map(\.address).filter { address in
            rotation.standIn(for: address, on: day)?.person.address == person.address
        }
    }

    private func tell(
        _ person: StaffMember,
        _ morning: Morning,
        in transaction: any FilingTransaction
    ) throws -> (ClockDeed?, closed: Int) {
        let (now, calendar) = (morning.now, world.house.company.calendar)
        let today = calendar.day(of: now)
        let tomorrow = calendar.start(of: today.advanced(by: 1))
        let desk = try transaction.desk(
            of: desks(of: person, on: today),
            withUnassigned: person.looksAfterUnassigned,
            promisedBefore: tomorrow,
            openedSince: morning.since,
            limit: Self.rowsMaximum
        )
        var files: [TicketNumber: (clocked: ClockedTicket, file: ProcedureCase)] = [:]
        // Who has answered everything gets the balance all the same.
        let listed =
            desk.promised + desk.waiting + desk.new + [desk.anyOpen].compactMap(\.self)
        for number in listed where files[number] == nil {
            guard let clocked = try transaction.clockedTicket(number),
                let file = clocked.file(in: world.house)
            else { continue }
            files[number] = (clocked, file)
        }
        var digest = DigestMatter()
        digest.open = desk.open
        digest.closed = max(0, desk.closed - (morning.closed ?? desk.closed))
        for mention in desk.promised.compactMap({ files[$0]?.file }).flatMap({ file in
            file.ticket.handler != nil || person.handles(file.ticket)
                ? file.morningList(before: tomorrow, at: now) : []
        }) {
            if mention.due < now {
                digest.overdue.append(mention)
            } else {
                digest.dueToday.append(mention)
            }
        }
        digest.dueToday.sort { $0.due < $1.due }
        digest.overdue.sort { $0.due < $1.due }
        digest.waiting = desk.waiting.compactMap {
            files[$0].map { LetterDossier($0.file, at: now) }
        }
        digest.new = desk.new.compactMap { files[$0].map { LetterDossier($0.file, at: now) } }
        // What is beyond the list is the latest due, and so counted with the end of the list.
        let beyond = desk.promisedCount - desk.promised.count
        digest.counts.overdue = digest.overdue.count + (digest.dueToday.isEmpty ? beyond : 0)
        digest.counts.dueToday = digest.dueToday.count + (digest.dueToday.isEmpty ? 0 : beyond)
        digest.counts.waiting = desk.waitingCount
        digest.counts.new = desk.newCount
        let bearer = listed.lazy.compactMap { files[$0] }.first
        guard !digest.isEmpty, let (clocked, file) = bearer,
            let mailbox = clocked.mailbox(of: file.ticket, in: world.house)
        else { return (nil, desk.closed) }
        var matter = LetterMatter()
        matter.digest = digest
        var plan = ProcedurePlan()
        plan.letters = [
            ProcedureLetter(
                .digest,
                to: person.address,
                cause: "digest.\(today.text).\(person.address.text)",
                notBefore: now,
                matter: matter
            )
        ]
        let deed = try CaseDesk(world, transaction, mailbox: mailbox, at: now)
            .carryOut(plan, on: file, thread: clocked.thread)
        return (deed, desk.closed)
    }
}

extension StaffMember {
    /// Whether what nobody is designated for is this person's to look at.
    fileprivate var looksAfterUnassigned: Bool {
        roles.contains(.operationsManager)
            || Procedure.allCases.contains { roles.contains($0.handlingRole) }
    }

    fileprivate func handles(_ ticket: Ticket) -> Bool {
        roles.contains(.operationsManager) || roles.contains(ticket.opening.procedure.handlingRole)
    }
}
