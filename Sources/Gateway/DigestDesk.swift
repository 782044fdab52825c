// Each morning, at the company's first opening of the day, every person of the staff gets one mail:
// what is due today, what is late, what waits for its client, what is new. Who is away is read by
// the deputy. A day that begins while nothing runs is told as soon as something does, if the
// company still works that day; a day is never told twice.

import Desk
import Foundation

/// Tells the mornings.
struct DigestDesk {
    private let world: World

    /// The name under which the last day that was told is noted.
    private static let mark = "digest"

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

    /// Tells the morning, if it is time.
    func tell(at now: Date) throws {
        guard let moment = try nextMoment(at: now), moment <= now else { return }
        let company = world.house.company
        let today = company.calendar.day(of: now)
        let before = try world.ledger.mark(Self.mark).flatMap { CivilDay($0) }
        let since = before.flatMap { company.calendar.stretches(on: $0).first?.from }
        var deeds: [ClockDeed] = []
        try world.ledger.filing { transaction in
            guard try transaction.mark(Self.mark) ?? "" < today.text else { return }
            try transaction.setMark(Self.mark, today.text)
            // A house that begins today has no yesterday: its first morning is tomorrow's.
            guard before != nil else { return }
            let cases = try transaction.casesOnDesks().compactMap { clocked in
                clocked.file(in: world.house).map { (clocked, $0) }
            }
            for person in company.staff where person.isPresent(on: today) {
                let own = cases.filter { reader(of: $0.1.ticket, on: today) == person.address }
                guard let deed = try tell(person, own, since: since, at: now, in: transaction)
                else { continue }
                deeds.append(deed)
            }
        }
        for deed in deeds { world.deed(deed) }
    }

    private func lastEnd(of day: CivilDay) -> Date? {
        world.house.company.calendar.stretches(on: day).last?.until
    }

    // Whose morning a case belongs to: its handler's, or of who stands in.
    private func reader(of ticket: Ticket, on day: CivilDay) -> EmailAddress? {
        let rotation = Rotation(world.house.company.staff)
        return ticket.handler.flatMap { rotation.standIn(for: $0, on: day)?.person.address }
    }

    private func tell(
        _ person: StaffMember,
        _ cases: [(clocked: ClockedTicket, file: ProcedureCase)],
        since: Date?,
        at now: Date,
        in transaction: any FilingTransaction
    ) throws -> ClockDeed? {
        let company = world.house.company
        let tomorrow = company.calendar.start(of: company.calendar.day(of: now).advanced(by: 1))
        var digest = DigestMatter()
        digest.open = cases.count
        for (_, file) in cases {
            for state in file.states(at: now) where state.rule.step == nil && state.isOpen {
                guard let due = state.due, state.rule.by == .handler else { continue }
                let mention = PromiseMention(ticket: file.ticket.number, key: state.key, due: due)
                if due < now {
                    digest.overdue.append(mention)
                } else if due < tomorrow {
                    digest.dueToday.append(mention)
                }
            }
            if file.ticket.state == .waitingClient {
                digest.waiting.append(LetterDossier(file, at: now))
            }
            if file.ticket.openedAt >= since ?? now - 86_400 {
                digest.new.append(LetterDossier(file, at: now))
            }
        }
        digest.dueToday.sort { $0.due < $1.due }
        digest.overdue.sort { $0.due < $1.due }
        guard !digest.isEmpty, let (clocked, file) = cases.first,
            let mailbox = clocked.mailbox(of: file.ticket, in: world.house)
        else { return nil }
        var matter = LetterMatter()
        matter.digest = digest
        let day = company.calendar.day(of: now).text
        var plan = ProcedurePlan()
        plan.letters = [
            ProcedureLetter(
                .digest,
                to: person.address,
                cause: "digest.\(day).\(person.address.text)",
                notBefore: now,
                matter: matter
            )
        ]
        return try CaseDesk(world, transaction, mailbox: mailbox, at: now)
            .carryOut(plan, on: file, thread: clocked.thread)
    }
}
