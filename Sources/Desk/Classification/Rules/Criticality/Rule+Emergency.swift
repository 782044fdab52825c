// PROC-QUAL-006, 02: "situation d'urgence" is Critique. People, fire, burglary, a siren that nobody
// can stop, or what lives depend on.

extension Rule {
    /// People or the site are in danger now.
    static let emergency = Rule(
        "emergency",
        "Somebody is in danger or shut in, a break-in or fire is going on or has just "
            + "happened, a siren cannot be stopped, or a life-safety device fails: Critique."
    ) { reading in
        let situation = reading.situation
        let fact = situation.current.first { fact in
            switch fact.state {
            case .stuck, .unstoppable: true
            case .failing, .missing: fact.thing == .safety
            case .troubled, .impaired:
                fact.thing == .safety && !(fact.scope == .one && situation.isExceptional)
            case .event: fact.isNow && !situation.isAllWell
            case .working, .restored, .open, .exposed, .secured, .unwatched, .excluded, .watched,
                .exclusive:
                false
            }
        }
        return fact.map { (.criticality(.critical), situation.evidence($0)) }
    }
}
