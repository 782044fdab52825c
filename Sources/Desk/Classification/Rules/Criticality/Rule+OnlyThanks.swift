// Whoever only thanks reports no fault: there is nothing to doubt.

extension Rule {
    /// The client thanks, or praises, and says nothing else.
    static let onlyThanks = Rule(
        "only-thanks",
        "The mail thanks, and says nothing else but that all is well: no fault is possible in it."
    ) { reading in
        guard
            reading.isOnlyThanks || reading.isThankfulReport
                || praise(in: reading) != nil, reading.words.wish == nil,
            reading.situation.wrongs.isEmpty,
            !reading.words.senses.intersects(Senses(.displeased, .relapses, .hedges))
        else { return nil }
        return (.criticality(.informational), "only thanks")
    }
}
