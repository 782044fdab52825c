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
        return (.urgent(false), "no incident is said to be going on")
    }
}
