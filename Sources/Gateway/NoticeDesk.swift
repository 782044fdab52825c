// What the staff are told, beyond a single mail: how much each of them was told within the hour,
// what waits for its end, and whom a letter goes to that did not arrive. All of it within the
// transactions of filing and of the clock, so that nobody is told twice and nothing is forgotten.

import Desk
import Foundation

/// How much each colleague was told lately, within one filing transaction.
struct NoticeBook {
    /// The tallies, by person.
    private(set) var tallies: [EmailAddress: NoticeTally] = [:]
    private var changed: Set<EmailAddress> = []
    private let isOn: Bool

    /// How far back mergers are looked for.
    static let eventsMaximum = 1_000

    /// Opens the book; where nobody is to be told, nothing is read.
    init(_ house: HouseSettings, _ transaction: any FilingTransaction) throws {
        isOn = house.company.staffMail.notifies
        guard isOn else { return }
        for person in house.company.staff {
            let line = try transaction.mark(NoticeTally.mark(of: person.address))
            tallies[person.address] = line.flatMap { NoticeTally($0) }
        }
    }

    /// The last exchanges on a ticket, as far as a letter repeats them.
    func exchanges(
        on ticket: TicketNumber,
        _ history: [TicketEvent],
        _ transaction: any FilingTransaction
    ) throws -> [StaffNotification.Exchange] {
        guard isOn else { return [] }
        return try transaction.exchanges(
            on: ticket,
            history,
            limit: StaffNotification.exchangesMaximum
        )
    }

    /// Takes in what a plan has told.
    mutating func note(_ told: [EmailAddress: NoticeTally]) {
        for (person, tally) in told {
            tallies[person] = tally
            changed.insert(person)
        }
    }

    /// Writes down what has changed, and when what waits is due.
    func keep(_ transaction: any FilingTransaction) throws {
        guard !changed.isEmpty else { return }
        for person in changed.sorted(by: { $0.key < $1.key }) {
            guard let tally = tallies[person] else { continue }
            try transaction.setMark(NoticeTally.mark(of: person), tally.text)
        }
        guard let due = tallies.values.compactMap(\.due).min() else { return }
        try NoticeDesk.set(due: due, transaction)
    }
}

/// Tells what has waited for the end of its hour.
struct NoticeDesk {
    private let world: World

    init(_ world: World) {
        self.world = world
    }

    /// When something is to be told; nil for nothing.
    func nextMoment() throws -> Date? {
        Self.moment(try world.ledger.mark(NoticeTally.dueMark))
    }

    /// Tells it, if it is time.
    func tell(at now: Date) throws {
        guard let moment = try nextMoment(), moment <= now else { return }
        var deeds: [ClockDeed] = []
        try world.ledger.filing { transaction in
            var next: Date?
            for person in world.house.company.staff {
                let mark = NoticeTally.mark(of: person.address)
                guard let tally = try transaction.mark(mark).flatMap({ NoticeTally($0) }),
                    let due = tally.due
                else { continue }
                guard due <= now else {
                    next = min(next ?? due, due)
                    continue
                }
                let told = try tell(person, tally, at: now, in: transaction)
                deeds += told.map { [$0] } ?? []
                try transaction.setMark(mark, NoticeTally(since: now).text)
            }
            try Self.set(due: next, transaction)
        }
        for deed in deeds { world.deed(deed) }
    }

    private func tell(
        _ person: StaffMember,
        _ tally: NoticeTally,
        at now: Date,
        in transaction: any FilingTransaction
    ) throws -> ClockDeed? {
        let cases = try tally.tickets.compactMap { number in
            try transaction.clockedTicket(number).flatMap { clocked in
                clocked.file(in: world.house).map { (clocked: clocked, file: $0) }
            }
        }
        guard let (clocked, file) = cases.first,
            let mailbox = clocked.mailbox(of: file.ticket, in: world.house)
        else { return nil }
        var matter = LetterMatter()
        matter.count = tally.held
        matter.dossiers = cases.map { LetterDossier($0.file, at: now) }
        var plan = ProcedurePlan()
        plan.letters = [
            ProcedureLetter(
                .noticesGrouped,
                to: person.address,
                cause: "notices.\(person.address.key).\(tally.text)",
                notBefore: now,
                matter: matter
            )
        ]
        return try CaseDesk(world, transaction, mailbox: mailbox, at: now)
            .carryOut(plan, on: file, thread: clocked.thread)
    }

    // MARK: - The moment

    static func set(due: Date?, _ transaction: any FilingTransaction) throws {
        let text = due.map { String(Int($0.timeIntervalSince1970.rounded(.up))) } ?? ""
        guard try transaction.mark(NoticeTally.dueMark) ?? "" != text else { return }
        try transaction.setMark(NoticeTally.dueMark, text)
    }

    private static func moment(_ mark: String?) -> Date? {
        mark.flatMap { Double($0) }.map { Date(timeIntervalSince1970: $0) }
    }
}

extension FilingTransaction {
    /// The last exchanges on a ticket and on those that were merged into it, the latest first.
    func exchanges(
        on ticket: TicketNumber,
        _ history: [TicketEvent],
        limit: Int
    ) throws -> [StaffNotification.Exchange] {
        var found = try exchanges(on: ticket, limit: limit)
        for event in history.suffix(NoticeBook.eventsMaximum) {
            guard case .absorbed(let other, _) = event.fact else { continue }
            // A merger may have been undone.
            let standing = try clockedTicket(other).flatMap { Ticket(folding: $0.events) }
            guard standing?.survivor == ticket else { continue }
            found += try exchanges(on: other, limit: limit)
        }
        let ordered = found.sorted { ($1.at, $1.mail) < ($0.at, $0.mail) }
        return Array(ordered.prefix(limit))
    }
}
