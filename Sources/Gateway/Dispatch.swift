// Stage "send": letters leave the outbox. The store commits `sending` before the first byte leaves,
// and what became of each letter afterwards. A letter that a crash has left in between is looked up
// in the evidence before it is sent again, so that no client gets it twice (invariant 4).
//
// Each mailbox's way out fails by itself: the letters of the others leave all the same.

package import Desk
import Foundation

/// What sending came to.
package struct DispatchReport: Sendable {
    /// Letters that were accepted.
    package var sent = 0
    /// Letters found to have left before a stop.
    package var found = 0
    /// Letters that will be tried again.
    package var later = 0
    /// Letters that were refused for good.
    package var refused = 0
    /// Letters of which nobody knows.
    package var uncertain = 0
    /// The ways out that failed as a whole, by the mailbox in whose name they carry, and the
    /// mailboxes whose letters wait for that.
    package var failures: [(way: MailboxName, letters: Set<MailboxName>, failure: any Error)] = []
    /// The ways out that did their work.
    package var reached: Set<MailboxName> = []

    /// Nothing has happened yet.
    package init() {}

    /// Takes in what another run came to.
    mutating func add(_ other: DispatchReport) {
        sent += other.sent
        found += other.found
        later += other.later
        refused += other.refused
        uncertain += other.uncertain
        failures += other.failures
        reached.formUnion(other.reached)
    }
}

/// Carries letters out.
package struct Dispatch: Sendable {
    private let world: World

    /// How many letters are handed over between two commits.
    package static let groupMaximum = 100

    /// Works in a world.
    package init(_ world: World) {
        self.world = world
    }

    /// Settles what a stop has left open, then sends what is due, but for the letters of some
    /// mailboxes; between two groups it asks whether it goes on.
    package func run(
        except closed: Set<MailboxName> = [],
        goesOn: () -> Bool = { true }
    ) throws -> DispatchReport {
        var report = DispatchReport()
        var closed = closed
        let interrupted = try world.ledger.interruptedLetters()
        try carry(interrupted.filter { !closed.contains($0.letter.mailbox) }, &report, &closed) {
            try settle($1, by: $0, &$2)
        }
        while true {
            let due = try world.ledger.dueLetters(
                at: world.now(),
                limit: Self.groupMaximum,
                except: closed
            )
            guard !due.isEmpty else { return report }
            try carry(due, &report, &closed) { try send($1, by: $0, &$2) }
            guard goesOn() else { return report }
        }
    }

    // One way out after the other. What the store refuses ends the whole; a way that fails closes
    // the mailboxes whose letters it would have carried.
    private func carry(
        _ entries: [OutboxEntry],
        _ report: inout DispatchReport,
        _ closed: inout Set<MailboxName>,
        _ work: (Postman, [OutboxEntry], inout DispatchReport) throws -> (any Error)?
    ) throws {
        for (postman, letters) in byPostman(entries) {
            if let failure = try work(postman, letters, &report) {
                let mailboxes = Set(letters.map(\.letter.mailbox))
                closed.formUnion(mailboxes)
                report.failures.append((postman.mailbox, mailboxes, failure))
            } else {
                report.reached.insert(postman.mailbox)
            }
        }
    }

    private func settle(
        _ letters: [OutboxEntry],
        by postman: Postman,
        _ report: inout DispatchReport
    ) throws -> (any Error)? {
        let delivered: Set<MessageID>
        do {
            delivered = try postman.findDelivered(Set(letters.map(\.letter.id)))
        } catch {
            return error
        }
        let now = world.now()
        report.found += delivered.count
        try record(
            letters.map { entry in
                delivered.contains(entry.letter.id)
                    ? (entry.row, .done(note: "found where it was delivered"))
                    : (entry.row, .later(now, note: "no trace of it; sent again"))
            },
            of: letters
        )
        return nil
    }

    private func send(
        _ letters: [OutboxEntry],
        by postman: Postman,
        _ report: inout DispatchReport
    ) throws -> (any Error)? {
        try world.ledger.beginSending(letters.map(\.row), at: world.now())
        let outcomes: [(OutboxID, SendOutcome)]
        do {
            outcomes = try postman.deliver(letters, world.now())
        } catch {
            // What had already been handed over is not known, so all of them are uncertain and the
            // evidence decides at the next turn.
            let note = (error as? any WorldFailure)?.sentence ?? "\(error)"
            try record(letters.map { ($0.row, .uncertain(note: note)) }, of: letters)
            return error
        }
        for (_, outcome) in outcomes {
            switch outcome {
            case .done: report.sent += 1
            case .later: report.later += 1
            case .never: report.refused += 1
            case .uncertain: report.uncertain += 1
            }
        }
        try record(outcomes, of: letters)
        return nil
    }

    private func record(
        _ outcomes: [(OutboxID, SendOutcome)],
        of letters: [OutboxEntry]
    ) throws {
        try world.ledger.record(
            outcomes.map { (letter: $0.0, outcome: $0.1) },
            at: world.now()
        )
        let entries = Dictionary(
            letters.map { ($0.row, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (row, outcome) in outcomes {
            if let entry = entries[row] { world.postmark(entry, outcome) }
        }
    }

    private func byPostman(_ entries: [OutboxEntry]) -> [(Postman, [OutboxEntry])] {
        let known = Set(world.postmen.map(\.mailbox))
        return world.postmen.enumerated().compactMap { place, postman in
            let own = entries.filter { entry in
                // Letters of a mailbox that has left the settings go out the first way.
                entry.letter.mailbox == postman.mailbox
                    || place == 0 && !known.contains(entry.letter.mailbox)
            }
            return own.isEmpty ? nil : (postman, own)
        }
    }
}
