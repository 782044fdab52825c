// What was wrong and is so no more: the client tells of a failure, and that all works again.
// Somebody looks into it, but no site is unguarded meanwhile.

extension Rule {
    /// A failure that is over.
    static let overcome = Rule(
        "overcome",
        "Something had failed, and the client says that it works again; nothing else is wrong: "
            + "Standard."
    ) { reading in
        let situation = reading.situation
        guard let fault = situation.overcome.first ?? mended(in: reading), situation.wrongs.isEmpty,
            !situation.hasEvent, !situation.leavesAlone,
            !reading.words.senses.contains(.unsure)
        else { return nil }
        // "Suite à la panne de mai, résolue depuis, il nous faut la notice": something else is
        // wanted.
        let wanted = reading.words.senses
        guard !wanted.intersects(Senses(.learn, .configure, .trade)) || wanted.contains(.intervene)
        else { return nil }
        return (.criticality(.standard), "over: \(situation.evidence(fault))")
    }

    // "La panne d'hier est résolue : la caméra remarche": the fault is named only to say that it is
    // over, and nothing is asked.
    private static func mended(in reading: Reading) -> Fact? {
        let (words, situation) = (reading.words, reading.situation)
        guard words.senses.contains(.trouble), situation.unreadLoss == nil, !words.isAsking,
            !situation.hasUnreadLossOfThing, !words.senses.intersects(.wishes),
            !reading.isOnlyThanks
        else { return nil }
        return situation.facts.first { fact in
            fact.state == .restored && fact.isActual && !fact.isPast && !fact.isOfOthers
                && fact.thing != .part
        }
    }
}
