// Why a session did not take a mail. The two cases could not be more different: with the first the
// mail will never pass here, with the second nothing at all has been found out about it.

/// A mail stays with the caller.
package enum NotEnqueued: Error, Hashable, Sendable {
    /// This server cannot take this mail.
    case obstacle(Obstacle)
    /// The session takes no mails: not yet, or not any more.
    case sessionNotOpen

    /// Whether the same mail may pass in another session.
    package var isTemporary: Bool {
        switch self {
        case .obstacle: false
        case .sessionNotOpen: true
        }
    }

    /// What the matter is, for a person.
    package var sentence: String {
        switch self {
        case .obstacle(let obstacle): obstacle.sentence
        case .sessionNotOpen:
            "The session with the server is not open; the mail waits for the next."
        }
    }
}
