// The second opinion: what the words of a mail weigh, taken together, in the scales of the grid.
//
// What is certain (an emergency, an unwatched zone, a dead system) is decided before. Where the
// other rules read a single device or a question, heavy words are a doubt, and doubt is Critique;
// where they only doubted, words that weigh lightly settle the doubt. Between Standard and
// Informatif the heavier side wins where it is clearly the heavier.

extension Rule {
    /// The words taken together say something else than the sentences that were read.
    static let weighedWords = Rule(
        "weighed-words",
        "The words taken together weigh clearly more, or less, than the sentences that were read: "
            + "Critique where they are heavy, and no mere doubt where they are light."
    ) { reading in
        let weights = reading.house.vocabulary.weights
        let balance = weights.balance(reading.words)
        guard balance.count >= Scales.wordsMinimum else { return nil }
        let read = RuleBook.rest.lazy.compactMap { $0.finding(in: reading) }.first
        guard case .criticality(let criticality)? = read?.verdict else { return nil }
        guard let settled = Scales.settle(criticality, balance) else { return nil }
        // "Voir photo, merci d'avance": nothing is named that could be light.
        if criticality == .critical, !reading.situation.isTold, reading.words.wish == nil {
            return nil
        }
        let words = weights.heaviest(in: reading.words) { weight in
            switch settled {
            case .critical: Int(weight.alarm)
            case .standard: -max(Int(weight.alarm), Int(weight.advice))
            case .informational: Int(weight.advice)
            }
        }
        return (.criticality(settled), "weighed: \(words.joined(separator: ", "))")
    }
}

/// From when on the words outweigh what was read.
private enum Scales {
    /// Fewer known words weigh nothing.
    static let wordsMinimum = 8
    /// Heavy enough for Critique, where one device was read.
    static let alarmingDevice = 0.7
    /// Heavy enough for Critique, where a question was read.
    static let alarmingQuestion = 0.7
    /// Light enough to settle a doubt.
    static let harmless = -0.9
    /// Clearly a fault, or clearly a question.
    static let clear = 1.5

    /// The class by the words, where it differs from the one that was read.
    static func settle(_ read: Criticality, _ balance: WordWeights.Balance) -> Criticality? {
        switch read {
        case .critical:
            guard balance.alarm < harmless else { return nil }
            return balance.advice > 0 ? .informational : .standard
        case .standard:
            if balance.alarm > alarmingDevice { return .critical }
            return balance.alarm < harmless && balance.advice > clear ? .informational : nil
        case .informational:
            if balance.alarm > alarmingQuestion { return .critical }
            return balance.advice < -clear ? .standard : nil
        }
    }
}
