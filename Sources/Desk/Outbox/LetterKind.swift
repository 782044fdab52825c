// The letters that Guichet writes by itself.

/// A kind of letter; its raw value is the stem of its template's file name.
package enum LetterKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Acknowledges a SAV request: number, class, delay of handling.
    case savAcknowledgement = "sav-acknowledgement"
    /// Acknowledges a complaint: number, named handler, delays that apply.
    case complaintAcknowledgement = "complaint-acknowledgement"
    /// Tells that a further mail joined its ticket.
    case followUpReceipt = "follow-up-receipt"
}
