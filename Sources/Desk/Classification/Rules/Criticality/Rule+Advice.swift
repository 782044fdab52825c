// PROC-QUAL-006, 02: "demande de conseil, question de configuration, demande de formation
// complémentaire" is Informatif.

extension Rule {
    /// Nothing is wrong; the client wants to know, to learn, to change or to buy.
    static let advice = Rule(
        "advice",
        "Nothing is said to be wrong, and the client asks for advice, documents, training, a "
            + "setting or a price: Informatif."
    ) { reading in
        let words = reading.words
        let situation = reading.situation
        guard !situation.isUnbounded, !situation.hasUnreadEmptiness,
            !situation.hasUnreadLossOfThing
        else { return nil }
        // "On peut attendre la prochaine visite": no question, and something can wait.
        let isWaiting = situation.isBounded && situation.namesDevice && !words.isAsking
        if isWaiting, !words.senses.intersects(Senses(.ask, .learn, .configure, .wished)) {
            return nil
        }
        // "Est-ce grave ?" asks what to make of something that nobody has called well.
        if situation.asksForAssessment, !situation.isAtWork { return nil }
        if situation.isAllWell, situation.wrongs.isEmpty, !situation.namesDevice,
            !words.senses.intersects(Senses(.unsure, .several)),
            let question = words.clauses.last(where: \.isQuestion)
        {
            return (.criticality(.informational), words.text(of: question.range))
        }
        // "Tout marche à merveille, merci": nothing is wrong, and nobody is called.
        if situation.isAllWell, situation.wrongs.isEmpty,
            !words.senses.intersects(Senses(.intervene, .unsure, .trouble)),
            let well = situation.facts.first(where: { $0.isWell && $0.isActual && !$0.isPast })
        {
            return (.criticality(.informational), situation.evidence(well))
        }
        // "Est-ce normal ? Chez nous c'est le cas depuis l'orage": something has begun.
        if situation.tellsSince, !situation.isAtWork,
            !words.senses.intersects(Senses(.learn, .configure, .trade))
        {
            return nil
        }
        if let question = situation.mereQuestion {
            return (.criticality(.informational), words.text(of: question))
        }
        guard let place = words.wish else { return nil }
        let evidence = words.text(of: words.span(around: place, from: nil, in: words.all))
        // "Peut-on changer la mélodie ?": nobody is called for.
        if words.asksWithoutCalling { return (.criticality(.informational), evidence) }
        // A mere "pouvez-vous m'indiquer …" beside a call for a technician may hide a fault that no
        // rule has seen.
        let isPlain = words.senses.intersects(Senses(.learn, .configure, .trade, .ask))
        guard isPlain || !words.senses.contains(.intervene) else { return nil }
        return (.criticality(.informational), evidence)
    }
}
