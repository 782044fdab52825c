// The questions about threading on which careful dispatchers differ, as settings: company.yaml,
// `threading`. Whatever is kept apart becomes a new ticket that is linked to the old one, so no
// choice here can lose a mail.

import Foundation

/// Whether a mail with a good proof goes on its ticket all the same.
package enum JoiningChoice: String, Hashable, Sendable, CaseIterable {
    /// On the ticket.
    case join
    /// A new ticket, linked to it.
    case apart
    /// On the ticket while it is under way; a new ticket once it is closed.
    case apartWhenClosed = "apart-when-closed"

    /// Whether a mail is kept apart from a ticket in a state.
    func keepsApart(from state: TicketState) -> Bool {
        switch self {
        case .join: false
        case .apart: true
        case .apartWhenClosed: state == .closed
        }
    }
}

/// How threading decides where both answers are defensible.
package struct ThreadingPolicy: Hashable, Sendable {
    /// A mail that a participant passes on ("TR:", "Fwd:") instead of answering.
    package var forwards = JoiningChoice.join
    /// A mail that carries our seal, by somebody who is not of the client: our letter was passed on
    /// to him.
    package var thirdParties = JoiningChoice.join
    /// An answer under a subject that has nothing in common with the ticket's.
    package var newSubject = JoiningChoice.apartWhenClosed
    /// After so long without a word, an answer on a closed ticket is a matter of its own.
    package var lateReply = Delay.days(365)
    /// Within this time a second request of one sender on one subject is probably a repeat.
    package var repeatWindow = Delay.hours(24)
    /// Further domains at which anybody can have an address, beside those of `PublicProviders`.
    package var publicDomains: Set<String> = []
    /// Whether letters ask for answers to an address that names the ticket under our seal.
    package var tagsReplies = false

    /// The defaults.
    package init() {}

    /// Whether two people at this domain (lower case) may have nothing to do with each other.
    package func isPublic(domain: String) -> Bool {
        PublicProviders.contains(domain) || publicDomains.contains(domain)
    }
}

extension Delay {
    /// The delay in seconds; business units are taken for elapsed ones.
    var elapsedSeconds: TimeInterval {
        let unitSeconds: TimeInterval =
            switch unit {
            case .minutes: 60
            case .hours, .businessHours: 3_600
            case .days, .businessDays: 86_400
            }
        return TimeInterval(amount) * unitSeconds
    }

    fileprivate static func days(_ amount: Int) -> Delay { made(amount, .days) }

    fileprivate static func hours(_ amount: Int) -> Delay { made(amount, .hours) }

    private static func made(_ amount: Int, _ unit: Unit) -> Delay {
        guard let delay = Delay(amount, unit) else {
            preconditionFailure("a delay that is written here is within the bounds")
        }
        return delay
    }
}
