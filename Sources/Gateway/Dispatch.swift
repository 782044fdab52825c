// Stage "send": letters leave the outbox. The store commits `sending` before the first byte leaves,
// and what became of each letter afterwards. A letter that a crash has left in between is looked up
// in the evidence before it is sent again, so that no client gets it twice (invariant 4).

import Desk
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

    /// Nothing has happened yet.
    package init() {}
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

    /// Settles what a stop has left open, then sends what is due.
    package func run() throws -> DispatchReport {
        var report = DispatchReport()
        try settle(&report)
        while true {
            let due = try world.ledger.dueLetters(at: world.now(), limit: Self.groupMaximum)
            guard !due.isEmpty else { return report }
            try send(due, &report)
        }
    }

    private func settle(_ report: inout DispatchReport) throws {
        let interrupted = try world.ledger.interruptedLetters()
        for (postman, letters) in byPostman(interrupted) {
            let delivered = try postman.findDelivered(Set(letters.map(\.letter.id)))
            let now = world.now()
            let outcomes = letters.map { entry in
                delivered.contains(entry.letter.id)
                    ? (entry.row, SendOutcome.done(note: "found where it was delivered"))
                    : (entry.row, SendOutcome.later(now, note: "no trace of it; sent again"))
            }
            report.found += delivered.count
            try world.ledger.record(outcomes.map { (letter: $0.0, outcome: $0.1) }, at: now)
        }
    }

    private func send(_ due: [OutboxEntry], _ report: inout DispatchReport) throws {
        for (postman, letters) in byPostman(due) {
            try world.ledger.beginSending(letters.map(\.row), at: world.now())
            let outcomes: [(OutboxID, SendOutcome)]
            do {
                outcomes = try postman.deliver(letters, world.now())
            } catch let failure as any WorldFailure {
                try postpone(letters, because: failure)
                throw failure
            }
            for (_, outcome) in outcomes {
                switch outcome {
                case .done: report.sent += 1
                case .later: report.later += 1
                case .never: report.refused += 1
                case .uncertain: report.uncertain += 1
                }
            }
            try world.ledger.record(
                outcomes.map { (letter: $0.0, outcome: $0.1) },
                at: world.now()
            )
        }
    }

    // The way out failed as a whole: what had already been handed over is not known, so all of them
    // are uncertain and the evidence decides at the next turn.
    private func postpone(_ letters: [OutboxEntry], because failure: any WorldFailure) throws {
        try world.ledger.record(
            letters.map { (letter: $0.row, outcome: .uncertain(note: failure.sentence)) },
            at: world.now()
        )
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
