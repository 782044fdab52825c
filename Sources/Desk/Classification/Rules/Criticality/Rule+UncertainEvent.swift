// PROC-QUAL-006, 02: in doubt the highest class applies. A break-in, a fire or an assault is
// told of, and neither when it was nor that all is well again.

extension Rule {
    /// Something happened, and it may not be over.
    static let uncertainEvent = Rule(
        "uncertain-event",
        "A break-in, fire or assault is told of without a time, and nothing is said to work or "
            + "asked to know: in doubt Critique."
    ) { reading in
        let situation = reading.situation
        let wishes = Senses(.ask, .learn, .configure, .trade)
        let isAsking = reading.words.senses.intersects(wishes)
        guard !situation.isAtWork,
            let fact = situation.current.first(where: { fact in
                // "La salle a été visitée" is told of oneself; "un vol dans la rue" may only be
                // what a question is about.
                fact.state == .event && !fact.isPast && !fact.isOfOthers
                    && fact.range.lowerBound >= reading.words.textStart
                    && (fact.isEvent || !isAsking)
            })
        else { return nil }
        return (.criticality(.critical), "doubt: \(situation.evidence(fact))")
    }
}
