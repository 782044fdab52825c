// What an undone order had recorded and the clocks must not see any more: a visit that was noted by
// mistake, a visit that did not take place after all, an agreement that the client had not given.
//
// History keeps both facts. A promise that was found broken in between stays: what was told to a
// client, and what stands in the ledger, is not undone by a word.

/// The deeds of undone orders.
enum UndoneDeeds {
    /// The places of the facts that count no more.
    static func places(in events: [TicketEvent]) -> Set<Int> {
        var codes: Set<String> = []
        for case .staff(.undone(_, let code)) in events.map(\.fact) { codes.insert(code) }
        guard !codes.isEmpty else { return [] }
        var places: Set<Int> = []
        for (index, event) in events.enumerated() {
            guard case .staff(.acted(_, _, _, let code, let count)) = event.fact,
                codes.contains(code), index + 1 < events.count
            else { continue }
            let deeds = (index + 1)..<min(events.count, index + 1 + max(count, 0))
            for place in deeds where isTakenBack(events[place].fact, in: events[place...]) {
                places.insert(place)
            }
        }
        return places
    }

    /// Whether undoing takes a fact back, given what happened from it on.
    static func isTakenBack(_ fact: TicketFact, in later: ArraySlice<TicketEvent>) -> Bool {
        switch fact {
        case .closing(.confirmed), .closing(.concluded), .answer(.visitDone),
            .staff(.callPlanned):
            true
        case .answer(.visitNeeded): !later.contains { $0.fact.breaksVisit }
        case .opened, .classified, .assigned, .joined, .heard, .linked, .recognised, .merged,
            .absorbed, .splitOff, .noted, .letterQueued, .letterNotDue, .letterSent, .letterFailed,
            .letterWithheld, .letterUndelivered, .moved, .answer, .closing, .right, .promise,
            .staff:
            false
        }
    }
}

extension TicketFact {
    fileprivate var breaksVisit: Bool {
        if case .promise(.broken(let key, _)) = self { key.name.text == "visit" } else { false }
    }
}
