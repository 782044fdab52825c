// A ticket is what its events add up to (invariant 3). Whatever the store keeps beside the events
// is a cache of this fold.
//
// The fold is total: an event that cannot be (a move that is not allowed, an event before the
// opening) changes nothing and is counted, so that a damaged history is shown rather than crashed
// upon.

package import Foundation

/// The present of one ticket.
package struct Ticket: Hashable, Sendable {
    /// How it began.
    package private(set) var opening: TicketOpening
    /// When it began.
    package private(set) var openedAt: Date
    /// Where it stands.
    package private(set) var state: TicketState = .new
    /// Its class; nil for complaints.
    package private(set) var criticality: Criticality?
    /// For complaints: whether an incident or an emergency is at stake.
    package private(set) var isUrgent = false
    /// The person responsible.
    package private(set) var handler: EmailAddress?
    /// Who has written as a client on it: the requester, then others in order.
    package private(set) var participants: [EmailAddress] = []
    /// The moment of its latest event.
    package private(set) var changedAt: Date
    /// Letters that have left.
    package private(set) var lettersSent = 0
    /// Letters that will never arrive.
    package private(set) var lettersFailed = 0
    /// The client that it belongs to; nil for a prospect.
    package private(set) var client: ClientName?
    /// The contract that the client had when it was recognised.
    package private(set) var contract: ContractLevel?
    /// The ticket that goes on in its place.
    package private(set) var survivor: TicketNumber?
    /// Events that could not be.
    package private(set) var impossibleEvents = 0

    /// The ticket that a list of events adds up to; nil where the list does not begin with
    /// `opened`.
    package init?(folding events: some Sequence<TicketEvent>) {
        var ticket: Ticket?
        for event in events {
            if ticket != nil {
                ticket?.apply(event)
            } else if case .opened(let opening) = event.fact {
                ticket = Ticket(opening, at: event.at)
            }
        }
        guard let ticket else { return nil }
        self = ticket
    }

    private init(_ opening: TicketOpening, at moment: Date) {
        self.opening = opening
        openedAt = moment
        changedAt = moment
        participants = opening.requester.map { [$0.address] } ?? []
    }

    /// Takes a fold up where it was left: the store keeps the present of each ticket beside its
    /// events.
    package init(
        resuming opening: TicketOpening,
        openedAt: Date,
        changedAt: Date,
        state: TicketState,
        criticality: Criticality?,
        isUrgent: Bool,
        handler: EmailAddress?,
        participants: [EmailAddress],
        lettersSent: Int,
        lettersFailed: Int,
        client: ClientName? = nil,
        contract: ContractLevel? = nil,
        survivor: TicketNumber? = nil,
        impossibleEvents: Int
    ) {
        self.opening = opening
        self.openedAt = openedAt
        self.changedAt = changedAt
        self.state = state
        self.criticality = criticality
        self.isUrgent = isUrgent
        self.handler = handler
        self.participants = participants
        self.lettersSent = lettersSent
        self.lettersFailed = lettersFailed
        self.client = client
        self.contract = contract
        self.survivor = survivor
        self.impossibleEvents = impossibleEvents
    }

    /// Its number.
    package var number: TicketNumber { opening.number }

    /// Adds one event.
    package mutating func apply(_ event: TicketEvent) {
        changedAt = max(changedAt, event.at)
        switch event.fact {
        case .opened:
            impossibleEvents += 1
        case .classified(let criticality, let urgent, _):
            self.criticality = criticality
            isUrgent = urgent
        case .assigned(let person, _):
            handler = person
        case .joined(_, let author):
            add([author])
        case .noted, .heard, .linked, .splitOff, .letterQueued, .letterNotDue, .letterWithheld,
            .answer, .closing, .right, .promise:
            break
        case .staff(.givenBack):
            handler = nil
        case .staff(.mergeUndone(let other, _, let people)):
            if survivor == other { survivor = nil }
            let requester = opening.requester?.address
            participants.removeAll { people.contains($0) && $0 != requester }
        case .staff:
            break
        case .recognised(let client, let contract):
            self.client = client
            self.contract = contract
        case .merged(let survivor):
            self.survivor = survivor
        case .absorbed(_, let people):
            add(people)
        case .letterSent:
            lettersSent += 1
        case .letterFailed, .letterUndelivered:
            lettersFailed += 1
        case .moved(let next, _):
            guard state.canMove(to: next) else {
                impossibleEvents += 1
                return
            }
            state = next
        }
    }

    private mutating func add(_ people: [EmailAddress]) {
        for person in people where !participants.contains(person) { participants.append(person) }
    }
}
