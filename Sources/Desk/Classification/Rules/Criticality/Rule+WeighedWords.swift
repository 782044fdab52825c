// The second opinion: what the words and meanings of a mail weigh, taken together, in the scales of
// the grid.
//
// An emergency is decided before. Of other readings the scales know how far they are to be trusted
// (the lean, measured on mails that the rules had never seen); lean, words and meanings are laid
// into one scale each for Critique and for Informatif, against Standard. Critique wins where it is
// the heavier, and where it is lighter by less than a margin: who is wrong shall be wrong there.

extension Rule {
    /// The words taken together say something else than the sentences that were read.
    static let weighedWords = Rule(
        "weighed-words",
        "The words taken together weigh clearly more, or less, than the sentences that were read: "
            + "Critique where they are heavy, and no mere doubt where they are light."
    ) { reading in
        let weights = reading.house.vocabulary.weights
        let meanings = reading.words.meanings
        let balance = weights.balance(reading.features + meanings.map(\.key))
        guard balance.count >= Scales.wordsMinimum else { return nil }
        let read = RuleBook.weighable.lazy.compactMap { $0.finding(in: reading) }.first
        guard let read, let lean = Scales.leans[read.rule],
            case .criticality(let criticality) = read.verdict
        else { return nil }
        // "Le badge est lent. L'alarme est morte.": a dead system is dead, whatever else is told;
        // but the reader may have found it where there is none: "rien à voir avec l'alarme".
        let isDead = read.rule == systemDown.name && reading.situation.tellsOfDeadSystem
        // "Voir photo, merci d'avance": nothing is named that could be light.
        if criticality == .critical, !reading.situation.isTold, reading.words.wish == nil {
            return nil
        }
        let margin = isDead ? Scales.deadMargin : Scales.margin
        let settled = Scales.settle(lean, balance, margin: margin)
        guard settled != criticality else { return nil }
        // "Les 39 autres vont bien": whoever counts what works has looked.
        if settled == .critical, criticality == .standard, reading.situation.isOneAmongCounted {
            return nil
        }
        func side(_ weight: WordWeights.Weight) -> Int {
            switch settled {
            case .critical: Int(weight.alarm)
            case .standard: -max(Int(weight.alarm), Int(weight.advice))
            case .informational: Int(weight.advice)
            }
        }
        let words =
            weights.heaviest(in: reading.words, by: side)
            + weights.heaviest(of: meanings, by: side)
        return (.criticality(settled), "weighed: \(words.joined(separator: ", "))")
    }
}

/// Where readings and words are laid together.
private enum Scales {
    /// How far a reading speaks for Critique and for Informatif, against Standard.
    struct Lean {
        let alarm: Double
        let advice: Double
    }

    /// Fewer known words weigh nothing.
    static let wordsMinimum = 6
    /// What a lean counts beside the weights, which know more of mails that no rule was made for.
    static let leanShare = 0.6
    /// By so much Critique may be the lighter and yet win.
    static let margin = 1.2
    /// The same, where a system is said to be dead.
    static let deadMargin = 3.0

    /// The leans, by logistic regression over mails that no rule was made for; a reading that is
    /// not listed stands.
    static let leans: [String: Lean] = [
        "zone-unwatched": Lean(alarm: 1.98, advice: 0.4),
        "system-down": Lean(alarm: 1.93, advice: -0.43),
        "uncertain-trouble": Lean(alarm: 2.16, advice: 0.53),
        "uncertain-event": Lean(alarm: 1.92, advice: 0.21),
        "stakes": Lean(alarm: 0.23, advice: 0.09),
        "unread-loss": Lean(alarm: 0.49, advice: -0.09),
        "single-device": Lean(alarm: -0.44, advice: -0.54),
        "advice": Lean(alarm: 0.58, advice: 1.51),
        "bounded-trouble": Lean(alarm: -0.44, advice: -0.28),
        "doubt": Lean(alarm: 0.71, advice: -0.09),
    ]

    /// The class by reading and words together.
    static func settle(
        _ lean: Lean,
        _ balance: WordWeights.Balance,
        margin: Double
    ) -> Criticality {
        let advice = leanShare * lean.advice + balance.advice
        let alarm = leanShare * lean.alarm + balance.alarm + max(0, balance.advice)
        if alarm > max(0, advice) - margin { return .critical }
        return advice > 0 ? .informational : .standard
    }
}

extension Situation {
    /// Whether one thing is said to fail, and others, which are counted, to work; or something of
    /// little weight, and its kind to work; or that nothing is urgent, because all is watched.
    fileprivate var isOneAmongCounted: Bool {
        guard !leavesAlone, unreadLoss == nil, !hasEvent,
            !wrongs.contains(where: { !isHarmless($0) })
        else { return false }
        let isCounted = facts.contains { fact in
            fact.isActual && !fact.isPast && fact.isWell && fact.isOfOthers
                && fact.range.contains { isCount(words.words[$0]) }
        }
        let isSlight = wrongs.allSatisfy { $0.thing == .minor || $0.thing == .part }
        // "Tout marche, seulement le clavier bipe."
        let isAllElse = facts.contains { fact in
            fact.isActual && !fact.isPast && fact.isWell && fact.scope == .all
                && fact.thing == .unknown
        }
        let isWeak =
            wrongs.contains(where: isSingledOut)
            && wrongs.allSatisfy { $0.scope == .one && $0.state == .impaired }
        return isCounted && wrongs.allSatisfy { $0.scope == .one } || isAllElse && isWeak
            || isSlight && isExceptional || isCovered && words.senses.contains(.calm)
    }

    // "39", "onze".
    private func isCount(_ word: Words.Word) -> Bool {
        word.number > 1 || SmallWord.many.contains(word)
    }

    /// Whether the client says in so many words that the system, or its alarm, does nothing now.
    fileprivate var tellsOfDeadSystem: Bool {
        current.contains { fact in
            [.system, .alarm].contains(fact.thing) && fact.isBreakdown && !fact.isPast
                && !fact.isOfOthers && !isOneOfManyUnits(fact)
        }
    }
}
