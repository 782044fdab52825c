// A closing that our own people take back, by "stop" or #annuler, is none, and so is a reopening:
// the client has neither refused nor asked for anything, and the promises stand as they did before.
//
// History keeps both moves. They are told apart from a true reopening by the reason that only these
// two words of ours write.

import Foundation

/// The taking back of a closing, or of a reopening.
enum TakingBack {
    /// Why a dossier goes on whose closing was stopped before the client heard of it.
    static let stopped = "the closing was stopped"

    /// Why a dossier goes back to where it was before an order that was undone.
    static func undone(by person: EmailAddress) -> String { "\(undone)\(person.text)" }

    private static let undone = "undone by "

    /// Whether a move is the taking back of another.
    static func isReason(_ reason: String) -> Bool {
        reason == stopped || reason.hasPrefix(undone)
    }

    /// What did not happen where a closing, or a reopening, is taken back.
    static let events: Set<PromiseEvent> = [
        .closed, .reopened, .closingAsked, .closingReminded, .closingLost,
    ]
}

extension TicketTimeline {
    /// How a ticket stood before a step towards its end, or back from it.
    struct Turn {
        let before: TicketState
        /// How many of the line's moments came before it.
        let place: Int
        let waitingSince: Date?
        let ground: ClosingGround?

        /// Remembers how it stands; nil where the step is neither.
        init?(from state: TicketState, to next: TicketState, _ line: TicketTimeline) {
            let ends: Set<TicketState> = [.resolved, .closed]
            guard ends.contains(state) || ends.contains(next) else { return nil }
            before = state
            place = line.moments.count
            waitingSince = line.waitingSince
            ground = line.ground
        }
    }
}
