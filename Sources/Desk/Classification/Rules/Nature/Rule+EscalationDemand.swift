// Whoever turns to the next level (CHR-CRM-001, 03) has a complaint, wherever he writes.

extension Rule {
    /// Whoever demands the next level complains.
    static let escalationDemand = Rule(
        "escalation-demand",
        "The client demands to be heard above the service: a complaint, whatever the mailbox."
    ) { reading in
        Escalation.demand(in: reading).map { (.nature(.complaint), $0.evidence) }
    }
}
