// PROC-CRM-001, 02: 48 hours where a complaint is tied to an ongoing security incident or to an
// emergency. The same facts decide that make a request Critique; "urgent" alone decides nothing.

extension Rule {
    /// An incident is going on, or somebody is in danger.
    static let complaintUrgency = Rule(
        "complaint-urgency",
        "The complaint tells of a system down, a zone unwatched or an emergency that is not "
            + "over."
    ) { reading in
        for rule in [Rule.emergency, .zoneUnwatched, .systemDown] {
            if let (_, evidence) = rule.judge(reading) { return (.urgent(true), evidence) }
        }
        let situation = reading.situation
        // "La centrale est toujours en panne": what is wrong with the whole is going on.
        if let fact = situation.current.first(where: { fact in
            [.system, .alarm].contains(fact.thing) && fact.state == .troubled && !fact.isPast
                && !fact.isOfOthers && !situation.isOneOfManyUnits(fact)
        }) {
            return (.urgent(true), situation.evidence(fact))
        }
        // An entrance that has failed may stand open, and nobody says that it does not.
        if let fact = situation.current.first(where: { fact in
            fact.isBreakdown && fact.thing == .opening && !fact.isPast && !situation.isBounded
        }) {
            return (.urgent(true), situation.evidence(fact))
        }
        return (.urgent(false), "no incident is said to be going on")
    }
}
