// The life of a ticket, as five states and the moves between them.
//
//   new ──► open ◄──► waiting-client
//    │       │ ▲           │
//    ▼       ▼ │           ▼
//   resolved (closing asked) ──► closed ──► open (reopened)

/// Where a ticket stands; the raw value is the word that lists and JSON print.
package enum TicketState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Filed; nobody has taken it up yet.
    case new
    /// A person is at work on it.
    case open
    /// The company waits for the client.
    case waitingClient = "waiting-client"
    /// The company has asked the client to confirm the closing.
    case resolved
    /// Over, until new elements reopen it.
    case closed

    /// The states that may follow this one: never itself, and `new` again only for what was closed
    /// by mistake before anybody had taken it up.
    package var successors: Set<TicketState> {
        switch self {
        case .new: [.open, .waitingClient, .resolved, .closed]
        case .open: [.waitingClient, .resolved, .closed]
        case .waitingClient: [.open, .resolved, .closed]
        case .resolved: [.open, .waitingClient, .closed]
        case .closed: [.open, .new]
        }
    }

    /// Whether a client's mail takes it up again.
    var isInterrupted: Bool {
        switch self {
        case .new, .open: false
        case .waitingClient, .resolved, .closed: true
        }
    }

    /// Whether a ticket may go from this state to another.
    package func canMove(to next: TicketState) -> Bool { successors.contains(next) }
}
