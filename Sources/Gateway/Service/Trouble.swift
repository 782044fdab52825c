// A way that fails: told once when it begins and once when it is over, however often it fails in
// between.

import Desk
import Foundation

/// The failures of one way since it last worked.
struct Trouble {
    /// Failures in a row.
    private(set) var count = 0
    /// Since when.
    private(set) var since: Date?
    /// What the latest one said.
    private(set) var sentence: String?
    /// When the way is tried again; nil while it works.
    private(set) var nextTry: Date?

    /// Whether the way works, as far as is known.
    var isOver: Bool { count == 0 }

    /// Whether the way is left alone at a moment.
    func closes(at now: Date) -> Bool { nextTry.map { now < $0 } ?? false }

    /// Counts a failure; true for the first, which is told.
    mutating func begin(_ failure: any Error, at now: Date, chance: Double) -> Bool {
        let known = failure as? any WorldFailure
        count += 1
        since = since ?? now
        sentence = known?.sentence ?? "something unexpected happened: \(failure)"
        let pause = BackOff.seconds(
            afterFailures: count,
            isTemporary: known?.isTemporary ?? true,
            chance: chance
        )
        nextTry = now.addingTimeInterval(pause)
        return count == 1
    }

    /// The way works: how many failures are over; nil where there were none.
    mutating func end() -> Int? {
        guard count > 0 else { return nil }
        defer { self = Trouble() }
        return count
    }
}
