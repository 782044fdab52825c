// How often a colleague's registered address was asked "was this yours?" within a day, over all
// dossiers: each mail about no dossier begins one, so that a count by dossier bounds nothing.
//
// Counted are the questions alone. What else a colleague was written to silences none, and a mail
// that names another address for answers escapes no bound.

package import Foundation

/// The questions of the last day to one address.
package struct QuestionTally: Hashable, Sendable {
    /// When they were asked.
    private var moments: [Date] = []

    /// Questions to one address in 24 hours, over all dossiers.
    package static let dailyMaximum = 10
    private static let seconds: TimeInterval = 86_400

    /// Nothing was asked yet.
    package init() {}

    /// How many were asked within the last 24 hours.
    package func count(at now: Date) -> Int {
        moments.count { $0 > now.addingTimeInterval(-Self.seconds) }
    }

    /// Counts one more.
    package mutating func add(at now: Date) {
        moments.removeAll { $0 <= now.addingTimeInterval(-Self.seconds) }
        moments.append(now)
    }

    // MARK: - As it is kept

    /// The line of text.
    package var text: String { moments.map(\.stored).joined(separator: " ") }

    /// Reads it back; what cannot be read was never asked.
    package init(_ text: String) {
        moments = text.split(separator: " ").compactMap { Date(stored: String($0)) }
    }

    /// The name under which a colleague's is kept.
    package static func mark(of person: EmailAddress) -> String { "questions.\(person.key)" }
}
