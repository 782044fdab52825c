// A device has failed where children, patients, cash or drugs are: whether the site's security
// suffers nobody says, and doubt weighs for the highest class.

extension Rule {
    /// What fails guards people or valuables, and nothing is said to cover for it.
    static let stakes = Rule(
        "stakes",
        "A device fails where vulnerable people or valuables are, and nothing is said to "
            + "cover for it: in doubt Critique."
    ) { reading in
        let situation = reading.situation
        guard reading.words.senses.contains(.stakes), !situation.isAtWork, !situation.isCovered,
            !situation.isContained, !reading.words.senses.contains(.bounded),
            let fact = situation.current.first(where: {
                $0.isBreakdown && $0.thing != .part && $0.thing != .minor
            })
        else { return nil }
        return (.criticality(.critical), "doubt: \(situation.evidence(fact))")
    }
}
