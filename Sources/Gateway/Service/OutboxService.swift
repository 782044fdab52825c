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
    private var full: [MailboxName: (letters: Set<MailboxName>, nextAt: Date)] = [:]
    private var complaints: Set<String> = []

    /// The longest rest: another process may have queued a letter.
    static let pollSeconds = 5.0
    /// How long the last group may go on when everything else has ended.
    static let lastSecondsMaximum = 1.5

    init(in world: World, desk: ServiceDesk, thread: ServiceThread) {
        self.world = world
        self.desk = desk
        self.thread = thread
    }

    mutating func turn() -> Date {
        let thread = thread
        return turn { !thread.isAskedToStop }
    }

    private mutating func turn(groupGoesOn: @Sendable () -> Bool) -> Date {
        let now = world.now()
        if let nextTry = trouble.nextTry, trouble.closes(at: now) { return nextTry }
        let closed = ways.values.filter { $0.trouble.closes(at: now) }
            .reduce(into: Set<MailboxName>()) { $0.formUnion($1.letters) }
        do {
            let thread = thread
            let report = try Dispatch(world).run(
                except: closed,
                goesOn: { thread.goesOn() },
                groupGoesOn: groupGoesOn
            )
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
    // hand too. One group at most, and not for long, for the one who stops waits.
    mutating func lastTurn() {
        let world = world
        // Counted from the wish: a turn that took its time has used that up.
        let asked = thread.stopAskedAt ?? world.now()
        let end = asked.addingTimeInterval(Self.lastSecondsMaximum)
        _ = turn { world.now() < end }
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
        full = report.full
        // The same complaint is met with every group; it is told once.
        for complaint in report.complaints where !complaints.contains(complaint) {
            desk.host.tell(.complained(thread.name, complaint))
        }
        if report.sent > 0 { complaints = Set(report.complaints) }
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
        let waiting = full.values.filter { $0.nextAt > now }
        var letters = closed.reduce(into: Set<MailboxName>()) { $0.formUnion($1.letters) }
        for way in waiting { letters.formUnion(way.letters) }
        let moments =
            [now.addingTimeInterval(Self.pollSeconds)] + waiting.map(\.nextAt)
            + closed.compactMap(\.trouble.nextTry)
            + [try world.ledger.nextLetterMoment(except: letters)].compactMap { $0 }
        return moments.min() ?? now
    }
}
