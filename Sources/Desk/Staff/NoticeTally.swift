// How many notifications a colleague gets within an hour, so that a flood buries nobody: what goes
// beyond is held, and told together in one letter when the hour is over.
//
// Kept as a line of text beside the clocks' other marks, in the transaction of what is told.

package import Foundation

/// What one colleague was told within the running hour, and what waits.
package struct NoticeTally: Hashable, Sendable {
    /// When the hour began.
    package private(set) var since: Date
    /// How many notifications have gone out in it.
    package private(set) var told: Int
    /// How many wait.
    package private(set) var held: Int
    /// The dossiers of those that wait, each once, the first of them.
    package private(set) var tickets: [TicketNumber]

    /// How many dossiers are named at most; of the others only the number is told.
    package static let ticketsMaximum = 50
    private static let seconds: TimeInterval = 3_600

    /// Has told nothing yet.
    package init(since: Date) {
        (self.since, told, held, tickets) = (since, 0, 0, [])
    }

    /// Whether one more may be told now; counts it, or holds it.
    ///
    /// What cannot wait may pass twice the number. Where the clock was set back, an hour begins.
    package mutating func admits(
        _ ticket: TicketNumber,
        isUrgent: Bool,
        at now: Date,
        hourly: Int
    ) -> Bool {
        if held == 0, now >= since + Self.seconds { self = NoticeTally(since: now) }
        if now < since { since = now }
        if told < (isUrgent ? 2 * hourly : hourly) {
            told += 1
            return true
        }
        held += 1
        if tickets.count < Self.ticketsMaximum, !tickets.contains(ticket) {
            tickets.append(ticket)
        }
        return false
    }

    /// Holds what must not be told one by one, to be told together at the end of the hour.
    package mutating func hold(_ ticket: TicketNumber, at now: Date) {
        _ = admits(ticket, isUrgent: false, at: now, hourly: 0)
    }

    /// When what waits is to be told; nil where nothing does.
    package var due: Date? { held > 0 ? since + Self.seconds : nil }

    // MARK: - As it is kept

    /// The line of text.
    package var text: String {
        let numbers = tickets.map(\.text).joined(separator: ",")
        return "\(since.stored) \(told) \(held) \(numbers)"
    }

    /// Reads it back; nil for what is none.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            .map(Substring.init)
        guard parts.count == 4, let since = Date(stored: String(parts[0])),
            let told = Int(parts[1]), let held = Int(parts[2]), told >= 0, held >= 0
        else { return nil }
        self.since = since
        self.told = told
        self.held = held
        tickets = parts[3].utf8.split(separator: UInt8(ascii: ","))
            .compactMap { TicketNumber(String(Substring($0))) }
    }

    /// The name under which a colleague's is kept.
    package static func mark(of person: EmailAddress) -> String { "notices.\(person.key)" }
    /// The name under which the earliest moment is kept at which something waits to be told.
    package static let dueMark = "notices-due"
}
