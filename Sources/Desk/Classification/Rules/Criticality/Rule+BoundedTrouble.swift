// What is wrong stands in words that no table knows, but the client bounds it: one device is spoken
// of, and the rest is said to work or to cover for it.

extension Rule {
    /// Something about one device, and the rest is well.
    static let boundedTrouble = Rule(
        "bounded-trouble",
        "A device is spoken of, and the client says that the others work, that something "
            + "covers for it, or that it has no consequence: Standard."
    ) { reading in
        let situation = reading.situation
        let words = reading.words
        guard situation.namesDevice, !situation.isUnbounded, !situation.hasEvent,
            situation.unreadLoss == nil, !situation.leavesAlone, !situation.speaksOfSeveral,
            !situation.speaksOfSystem
        else { return nil }
        if let fact = situation.facts.first(where: {
            $0.isActual && ($0.isWell || $0.state == .watched || $0.state == .secured)
        }) {
            return (.criticality(.standard), situation.evidence(fact))
        }
        let place = words.firstPlace(of: Senses(.bounded), in: words.all)
        return place.map {
            (
                .criticality(.standard),
                words.text(of: words.span(around: $0, from: nil, in: words.all))
            )
        }
    }
}
