// One line for each mail, as it is filed.

import Desk
import Synchronization

/// Prints journeys.
final class Journal: Sendable {
    private let invocation: Invocation
    private let count = Mutex(0)

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    /// Prints one mail's way.
    func note(_ journey: Journey) {
        count.withLock { $0 += 1 }
        invocation.output.line(
            invocation.has(Command.json) ? Self.json(journey).line : Self.line(journey)
        )
    }

    /// How many mails have been noted.
    var total: Int { count.withLock { $0 } }

    private static func line(_ journey: Journey) -> String {
        let kind =
            journey.criticality.map { "\(journey.nature.rawValue), \($0.rawValue)" }
            ?? journey.nature.rawValue
        let letter =
            journey.acknowledgement.isDue
            ? "letter to \(journey.recipient?.text ?? "")"
            : "no letter: \(journey.acknowledgement.reason)"
        let ticket = journey.ticket.map { " \($0.text)" } ?? ""
        return "\(journey.origin.mailbox.text)/\(journey.uid): \(journey.disposition.rawValue)"
            .withoutControls + "\(ticket) (\(kind)); \(letter)".withoutControls
    }

    private static func json(_ journey: Journey) -> JSON {
        .object([
            ("mailbox", .text(journey.origin.mailbox.text)), ("uid", .text(journey.uid)),
            ("from", .text(journey.sender)), ("subject", .text(journey.subject)),
            ("nature", .text(journey.nature.rawValue)),
            ("criticality", .optional(journey.criticality?.rawValue)),
            ("disposition", .text(journey.disposition.rawValue)),
            ("ticket", .optional(journey.ticket?.text)), ("reason", .text(journey.reason)),
            ("acknowledge", .bool(journey.acknowledgement.isDue)),
            ("acknowledgeReason", .text(journey.acknowledgement.reason)),
        ])
    }
}

extension Journey {
    /// The mail's UID as a text.
    var uid: String {
        switch origin.uid {
        case .number(let number): String(number)
        case .name(let name): name
        }
    }
}
