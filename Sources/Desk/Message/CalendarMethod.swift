// What a calendar part wants of its reader (RFC 5546): rules tell a person's letter from the answer
// of a calendar by it.

/// The METHOD of a calendar part.
package enum CalendarMethod: String, Hashable, Sendable, Codable, CaseIterable {
    /// Tells of an event; nothing is asked.
    case publish
    /// Invites, or changes an invitation.
    case request
    /// Answers an invitation: accepted, refused or perhaps.
    case reply
    /// Adds to an event.
    case add
    /// Calls off.
    case cancel
    /// Asks for the latest state.
    case refresh
    /// Proposes another time.
    case counter
    /// Refuses another time.
    case declineCounter = "declinecounter"
}
