// The escalation right of CHR-CRM-001, 03, where a client makes use of it.

extension Rule {
    /// The level that is demanded.
    static let escalation = Rule(
        "escalation",
        "A sentence demands the operations manager (level 1) or general management (level 2): "
            + "asked for now, neither threatened nor told of the past."
    ) { reading in
        Escalation.demand(in: reading).map { (.escalation($0.level), $0.evidence) }
    }
}
