// The letters that Guichet writes by itself.

/// A kind of letter; its raw value is the stem of its template's file name.
package enum LetterKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Acknowledges a SAV request: number, class, delay of handling.
    case savAcknowledgement = "sav-acknowledgement"
    /// Acknowledges a complaint: number, named handler, delays that apply.
    case complaintAcknowledgement = "complaint-acknowledgement"
    /// Tells that a further mail joined its ticket.
    case followUpReceipt = "follow-up-receipt"

    /// How soon it goes when not all letters can go at once.
    package var priority: LetterPriority {
        switch self {
        case .savAcknowledgement, .complaintAcknowledgement, .followUpReceipt: .acknowledgement
        }
    }
}

/// What goes first when not all letters can go at once, in this order.
package enum LetterPriority: Int, Hashable, Sendable, CaseIterable {
    /// Tells a client that a mail has come.
    case acknowledgement
    /// Answers a client.
    case reply
    /// Reminds somebody of something.
    case reminder
    /// Asks how it was.
    case survey

    /// The kinds of letters that have it.
    package var kinds: [LetterKind] { LetterKind.allCases.filter { $0.priority == self } }
}
