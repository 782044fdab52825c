// What a fact of a ticket's history says to people, for the timelines of `show` and `simulate`. The
// stored record is for machines: it holds letters' Message-IDs and moments as numbers, which tell
// nobody anything; `--json` still gives it whole.

import Desk
import Foundation

/// A fact, as a timeline names it.
struct FactWords {
    /// The word for it: `closing-reminded`.
    let kind: String
    /// What belongs to it, part by part; none where the word says it all.
    let parts: [String]

    init(_ fact: TicketFact, in timeZone: TimeZone) {
        let record = FactRecord(fact)
        kind = record.kind
        switch fact {
        case .promise(.warned(let key, let percent)):
            parts = ["\(key.text) at \(percent) %"]
        case .promise(.broken(let key, let due)):
            parts = [key.text, "due \(Moments.human(due, in: timeZone))"]
        case .right(.replacementTold(let absent, let deputy, let day)):
            parts = ["\(deputy.text) for \(absent.text) from \(day.text)"]
        case .promise(.delayRecalled), .closing(.reminded), .right(.surveySent),
            .right(.escalationProposed):
            parts = []
        case .opened, .classified, .assigned, .joined, .heard, .linked, .recognised, .merged,
            .absorbed, .splitOff, .noted, .letterQueued, .letterNotDue, .letterWithheld,
            .letterSent, .letterFailed, .letterUndelivered, .moved, .answer, .closing, .right,
            .promise, .staff:
            parts = record.values.filter { !$0.isEmpty }
        }
    }
}
