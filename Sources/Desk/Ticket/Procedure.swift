// The two procedures that a ticket can follow.

/// Which promises a ticket is under.
package enum Procedure: String, Hashable, Sendable, Codable, CaseIterable {
    /// After-sales service (PROC-QUAL-006).
    case sav
    /// Complaint (PROC-CRM-001).
    case complaint
}
