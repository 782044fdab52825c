// Where one run of one promise stands.

package import Foundation

/// The state of one run of a promise at a moment.
package struct PromiseState: Hashable, Sendable {
    /// How it stands.
    package enum Status: Hashable, Sendable {
        /// The clock runs.
        case running
        /// The clock runs, and who must keep it was warned.
        case warned(percent: Int)
        /// The clock stands still: the company waits for the client.
        case paused(since: Date)
        /// It was kept in time.
        case kept(at: Date, through: PromiseEvent, by: EmailAddress?)
        /// It was not kept in time; since then it may have been made good.
        case broken(since: Date, madeGoodAt: Date?, by: EmailAddress?)
        /// It no longer matters.
        case lapsed(at: Date, through: PromiseEvent)
    }

    /// The row of the table.
    package var rule: PromiseRule
    /// Which run.
    package var key: PromiseKey
    /// When it started.
    package var startedAt: Date
    /// On which event.
    package var startedBy: PromiseEvent
    /// The last moment that is in time; nil while the clock stands still.
    package var due: Date?
    /// Why, where a delay was counted.
    package var derivation: Derivation?
    /// The date to which it was prolonged, where it was (C4).
    package var extendedTo: Date?
    /// How it stands.
    package var status: Status
    /// Until when a breach does not count yet, where that is later than its due moment.
    package var tolerated: Date?

    /// Whether its clock is still of interest.
    package var isOpen: Bool {
        switch status {
        case .running, .warned, .paused: true
        case .broken(_, let madeGoodAt, _): madeGoodAt == nil
        case .kept, .lapsed: false
        }
    }

    /// Since when a client waits for an answer to a further mail; nil for any other promise.
    package var clientWaitsSince: Date? { startedBy == .clientWaits ? startedAt : nil }

    /// Whether its clock can still be met.
    package var isRunning: Bool {
        switch status {
        case .running, .warned: true
        case .paused, .kept, .broken, .lapsed: false
        }
    }
}

/// One proven breach, for the ledger (R11).
package struct Breach: Hashable, Sendable {
    /// The ticket.
    package var ticket: TicketNumber
    /// The contract under which it was promised.
    package var contract: ContractLevel
    /// The promise.
    package var key: PromiseKey
    /// When it was due.
    package var due: Date
    /// When it was made good; nil while it is not.
    package var madeGoodAt: Date?
    /// Whether the lateness is counted while somebody works, and not by the clock.
    package var isOfBusiness: Bool
    /// By how much: seconds of the clock that counts for it, up to the making good or to now.
    package var lateSeconds: Double
    /// What was decided about a penalty; nil while a person has to.
    package var penalty: PenaltyRuling?
    /// What letters call the promise; nil for the words that go with its name.
    package var label: PromiseLabel?
}

/// A decision about a penalty, with who took it, when and why (R11).
package struct PenaltyRuling: Hashable, Sendable {
    /// What was decided.
    package var decision: PenaltyDecision
    /// Who decided.
    package var person: EmailAddress
    /// When.
    package var at: Date
    /// Why, in the person's words; empty where nothing was said.
    package var reason: String

    /// States a decision.
    package init(
        _ decision: PenaltyDecision,
        by person: EmailAddress,
        at moment: Date,
        reason: String
    ) {
        (self.decision, self.person, at, self.reason) = (decision, person, moment, reason)
    }
}
