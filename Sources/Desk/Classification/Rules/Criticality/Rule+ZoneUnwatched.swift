// PROC-QUAL-006, 02: "zone non surveillée" is Critique; an entrance that anybody can pass is one.

extension Rule {
    /// A place is not watched, or stands open.
    static let zoneUnwatched = Rule(
        "zone-unwatched",
        "A place is without surveillance or protection, or an entrance does not close and "
            + "nothing else closes it: Critique."
    ) { reading in
        let situation = reading.situation
        let current = situation.current
        let isContained = situation.isContained
        let fact = current.first { fact in
            switch fact.state {
            case .unwatched: true
            case .excluded: fact.thing != .device || !(situation.isCovered || isContained)
            // A locker is no entrance.
            case .exposed: fact.thing != .minor
            case .open: !isContained
            case .exclusive: current.contains { $0.isBreakdown }
            case .failing, .impaired, .troubled, .missing, .working, .restored, .secured, .watched,
                .event,
                .stuck, .unstoppable:
                false
            }
        }
        return fact.map { (.criticality(.critical), situation.evidence($0)) }
    }
}
