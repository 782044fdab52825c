// One made month, played with crashes between any two steps of the store and a clock that jumps,
// and watched: after each step, what must always hold is looked at.

import Desk
import Foundation
import Gateway
import Store
import Synchronization

/// Something that must never be, and was.
struct BrokenInvariant: Error {
    let sentence: String
}

/// What a month came to.
struct SeedReport {
    var mails = 0
    var tickets = 0
    var letters = 0
    var crashes = 0
    var steps = 0
}

/// Plays one seed.
struct SeedRun {
    private let seed: UInt64
    private let days: Int
    private let house: HouseSettings
    private let folder: String
    private let makeWorld: (Store) throws -> World

    init(
        seed: UInt64,
        days: Int,
        house: HouseSettings,
        folder: String,
        makeWorld: @escaping (Store) throws -> World
    ) {
        self.seed = seed
        self.days = days
        self.house = house
        self.folder = folder
        self.makeWorld = makeWorld
    }

    /// Plays the month; throws a `BrokenInvariant` where one is found.
    func play() throws -> SeedReport {
        let chance = Chance(seed: seed)
        let begin = Date(timeIntervalSince1970: 1_791_158_400 + Double(chance.below(365) * 86_400))
        let end = begin + Double(days * 86_400)
        let month = MadeMonth(chance, house: house, from: begin, days: days)
        let (clock, fuse, witness) = (VirtualClock(begin), CrashFuse(), SeedWitness(month))
        var report = SeedReport()
        var simulation = try open(clock, fuse, witness)
        var latest = begin
        while let next = try simulation.nextMoment(after: month.queue), next <= end {
            clock.set(to: max(clock.now, next))
            if chance.happens(2) { clock.set(to: clock.now - Double(chance.below(7_200))) }
            if chance.happens(2) { clock.set(to: clock.now + Double(chance.below(86_400))) }
            if chance.happens(10) { fuse.light(chance.below(40)) }
            do {
                try advance(simulation, month, clock, witness)
            } catch is PlayedCrash {
                report.crashes += 1
                fuse.extinguish()
                simulation = try open(clock, fuse, witness)
            }
            fuse.extinguish()
            report.steps += 1
            try witness.check()
            // While a clock that was set back catches up, stored moments know a later now.
            latest = max(latest, clock.now)
            if report.steps % 25 == 0, clock.now >= latest { try check(witness, clock) }
            guard report.steps < 20_000 else {
                throw BrokenInvariant(sentence: "the month does not come to its end")
            }
        }
        clock.set(to: max(end, latest))
        try simulation.step()
        try check(witness, clock)
        (report.mails, report.letters) = witness.counts
        report.tickets = try StoreReader(folder: folder).tickets(everyTicket).count
        return report
    }

    private var everyTicket: TicketFilter {
        var filter = TicketFilter()
        filter.limit = .max
        return filter
    }

    private func advance(
        _ simulation: Simulation,
        _ month: MadeMonth,
        _ clock: VirtualClock,
        _ witness: SeedWitness
    ) throws {
        while let mail = month.queue.take(by: clock.now) {
            witness.comes(mail.name)
            do {
                try simulation.receive(mail)
            } catch let crash as PlayedCrash {
                // It was not marked as done, so it is met again.
                month.queue.add(mail)
                throw crash
            }
        }
        try simulation.step()
    }

    // What the next process does: everything is opened anew.
    private func open(
        _ clock: VirtualClock,
        _ fuse: CrashFuse,
        _ witness: SeedWitness
    ) throws -> Simulation {
        let store = try Store.open(folder: folder)
        var world = try makeWorld(store)
        world.ledger = FragileLedger(store, fuse)
        let simulation = Simulation(
            world,
            clock: clock,
            evidence: { witness.delivered(among: $0) },
            send: { witness.sent($0, at: clock.now) },
            tell: { witness.note($1, at: $0) }
        )
        try simulation.resume()
        return simulation
    }

    // MARK: - What must hold

    private func check(_ witness: SeedWitness, _ clock: VirtualClock) throws {
        let reader = try StoreReader(folder: folder)
        for balance in try reader.balance() {
            guard balance.unfiled == 0 else {
                throw BrokenInvariant(sentence: "\(balance.unfiled) mails have found no end")
            }
            // Nothing in a made month stands in a mail's way; what is held back, we refused.
            guard let held = balance.counts[.hold], held > 0 else { continue }
            throw BrokenInvariant(sentence: "\(held) mails are on hold")
        }
        let looks = try reader.nextLooks()
        let loads = try reader.staffLoads()
        for ticket in try reader.tickets(everyTicket) {
            let name = ticket.number.text
            guard let clocked = try reader.clockedTicket(ticket.number),
                let folded = Ticket(folding: clocked.events)
            else { throw BrokenInvariant(sentence: "\(name) has no history") }
            guard folded == ticket, folded.impossibleEvents == 0 else {
                throw BrokenInvariant(
                    sentence: "\(name) is not what its events add up to, or one could not be"
                )
            }
            guard let stored = looks[ticket.number] else { continue }
            let reckoned = clocked.file(in: house, loads: loads)?.nextMoment(at: clock.now)
            guard Self.agree(stored, reckoned, at: clock.now) else {
                throw BrokenInvariant(
                    sentence:
                        "\(name): the stored moment is \(String(describing: stored)), and its "
                        + "events say \(String(describing: reckoned))"
                )
            }
        }
    }

    // A clock that was set back may have put a look off to a moment that has not come yet.
    private static func agree(_ stored: Date?, _ reckoned: Date?, at now: Date) -> Bool {
        guard let stored, let reckoned else { return stored == nil && reckoned == nil }
        return abs(stored.timeIntervalSince(reckoned)) < 0.01
            || stored > now && reckoned <= now
    }
}

/// Sees everything that leaves.
final class SeedWitness: Sendable {
    private let month: MadeMonth
    private let seen = Mutex(Seen())

    private struct Seen {
        var names: Set<String> = []
        var delivered: [MessageID: Int] = [:]
        var faults: [String] = []
        /// The letters that are answered: each once, however often this process dies.
        var answered: Set<MessageID> = []
        var followed: Set<String> = []
    }

    init(_ month: MadeMonth) { self.month = month }

    var counts: (mails: Int, letters: Int) {
        seen.withLock { ($0.names.count, $0.delivered.count) }
    }

    func comes(_ name: String) { _ = seen.withLock { $0.names.insert(name) } }

    func delivered(among ids: Set<MessageID>) -> Set<MessageID> {
        seen.withLock { seen in ids.filter { seen.delivered[$0] != nil } }
    }

    func sent(_ entry: OutboxEntry, at now: Date) {
        let isFirst = seen.withLock { seen in
            seen.delivered[entry.letter.id, default: 0] += 1
            if seen.delivered[entry.letter.id] ?? 0 > 1 {
                seen.faults.append("\(entry.letter.kind.rawValue) \(entry.letter.id) left twice")
            }
            if entry.letter.recipient.localPart == "mailer-daemon"
                || entry.letter.recipient.localPart == "lettre"
            {
                seen.faults.append("a robot got \(entry.letter.kind.rawValue)")
            }
            return seen.answered.insert(entry.letter.id).inserted
        }
        if isFirst { month.answer(entry.letter, at: now) }
    }

    func note(_ happening: Happening, at now: Date) {
        switch happening {
        case .filed(let journey):
            let isFirst = seen.withLock { seen in
                if month.isByMachine(journey.uid), journey.recipient != nil {
                    seen.faults.append("a machine's mail \(journey.uid) caused a letter")
                }
                return seen.followed.insert(journey.uid).inserted
            }
            if isFirst { month.answer(journey, at: now) }
        case .answered, .deed, .sent: break
        }
    }

    /// Throws what was seen that must never be.
    func check() throws {
        let fault = seen.withLock { $0.faults.first }
        if let fault { throw BrokenInvariant(sentence: fault) }
    }
}
