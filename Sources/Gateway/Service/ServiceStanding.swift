// How the services stand, for whoever asks: a value that is handed out after every turn.

import Desk
package import Foundation

/// How one service stands.
package struct ServiceStanding: Hashable, Sendable {
    /// When it last did its work, well or not.
    package var lastTurn: Date?
    /// How long the oldest mail of the latest group had waited for its filing, in seconds.
    package var lagSeconds: Double?
    /// Failures since it last worked.
    package var failures = 0
    /// What the latest failure said; it stays to be read when it is over.
    package var lastError: String?
    /// The moment of the latest failure.
    package var lastErrorAt: Date?
    /// When a way that failed is tried again; nil while all is well.
    package var nextTry: Date?
    /// What its latest turn could not deal with, one sentence each: mails that stay where they lie,
    /// marks that are refused.
    package var complaints: [String] = []
    /// How many of them are kept.
    package static let complaintsMaximum = 20

    /// Nothing has happened yet.
    package init() {}
}

/// How the whole service stands.
package struct ServiceSnapshot: Sendable {
    /// The supervisor's state.
    package var state: Supervisor.State
    /// Since when the service runs.
    package var since: Date
    /// The moment of this picture.
    package var at: Date
    /// How each service stands.
    package var services: [ServiceName: ServiceStanding]
}
