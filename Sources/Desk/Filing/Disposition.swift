// Where every fetched mail ends (invariant 2). There is no "drop".

/// What becomes of a mail; the raw value is the word that `explain` and the balance print.
package enum Disposition: String, Hashable, Sendable, Codable, CaseIterable {
    /// A new ticket.
    case file
    /// On a ticket that exists.
    case append
    /// Kept on a ticket or as one; nothing is sent.
    case fileQuiet = "file-quiet"
    /// Listed for a person to look at; can be released.
    case quarantine
    /// Tried again later.
    case hold
}
