// The outbox's service: sends what is due, then rests until a letter becomes due or somebody wakes
// it. Each mailbox's way out fails and recovers by itself.

import Desk
import Foundation

/// Sends letters.
struct OutboxService: Service {
    private let world: World
    private let desk: ServiceDesk
    private let thread: ServiceThread
    private var trouble = Trouble()
    private var ways: [MailboxName: (trouble: Trouble, letters: Set<MailboxName>)] = [:]

    /// The longest rest: another process may have queued a letter.
    static let pollSeconds = 5.0

    init(in world: World, desk: ServiceDesk, thread: ServiceThread) {
        self.world = world
        self.desk = desk
        self.thread = thread
    }

    mutating func turn() -> Date {
        let now = world.now()
        if let nextTry = trouble.nextTry, trouble.closes(at: now) { return nextTry }
        let closed = ways.values.filter { $0.trouble.closes(at: now) }
            .reduce(into: Set<MailboxName>()) { $0.formUnion($1.letters) }
        do {
            let thread = thread
            let report = try Dispatch(world).run(except: closed) { thread.goesOn() }
            desk.recover(&trouble, of: thread.name)
            note(report)
            return try nextMoment()
        } catch {
            desk.fail(&trouble, of: thread.name, error)
            return trouble.nextTry ?? now
        }
    }

    mutating func rest(until moment: Date) {
        _ = thread.bell.wait(moment)
    }

    // The mails in hand were filed before the outbox was asked to stop: their letters are mail in
    // hand too. One group at most, for the one who stops waits.
    mutating func lastTurn() {
        _ = turn()
    }

    private mutating func note(_ report: DispatchReport) {
        for (way, letters, failure) in report.failures {
            var trouble = ways[way]?.trouble ?? Trouble()
            desk.fail(&trouble, of: thread.name, way: way, failure)
            ways[way] = (trouble, letters.union(ways[way]?.letters ?? []))
        }
        let failed = Set(report.failures.map(\.way))
        for way in report.reached.subtracting(failed) {
            guard var trouble = ways.removeValue(forKey: way)?.trouble else { continue }
            desk.recover(&trouble, of: thread.name, way: way)
        }
        let now = world.now()
        let troubles = ways.values.map(\.trouble)
        desk.note(thread.name) { standing in
            standing.lastTurn = now
            standing.failures = troubles.map(\.count).reduce(0, +)
            standing.nextTry = troubles.compactMap(\.nextTry).min()
        }
    }

    private func nextMoment() throws -> Date {
        let now = world.now()
        let closed = ways.values.filter { $0.trouble.closes(at: now) }
        let letters = closed.reduce(into: Set<MailboxName>()) { $0.formUnion($1.letters) }
        let moments =
            [now.addingTimeInterval(Self.pollSeconds)]
            + closed.compactMap(\.trouble.nextTry)
            + [try world.ledger.nextLetterMoment(except: letters)].compactMap { $0 }
        return moments.min() ?? now
    }
}
