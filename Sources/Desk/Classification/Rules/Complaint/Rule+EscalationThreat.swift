// A threat with the next level is no demand, but a person should see it.

extension Rule {
    /// An addressee is named, but only as a threat.
    static let escalationThreat = Rule(
        "escalation-threat",
        "A sentence threatens with the next level: worth a person's look, no demand."
    ) { reading in
        Escalation.threat(in: reading).map { (.note("escalation-threatened"), $0) }
    }
}
