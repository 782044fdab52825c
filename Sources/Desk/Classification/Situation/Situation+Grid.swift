// The facts in the terms of the grid: what bounds a fault, and what makes it worse.

extension Fact {
    /// Whether something does nothing any more.
    var isBreakdown: Bool { state == .failing || state == .missing }

    /// Whether something does its work, or does it again.
    var isWell: Bool { state == .working || state == .restored }
}

extension Situation {
    /// Whether an entrance that was spoken of is closed all the same.
    var isContained: Bool {
        facts.contains { fact in
            fact.state == .secured && fact.isActual && !fact.isPast && !fact.isOfOthers
        }
    }

    /// Whether something else covers for what fails.
    var isCovered: Bool {
        facts.contains { fact in
            fact.isActual && !fact.isPast && fact.state == .watched
        }
    }

    /// Whether the others of its kind are said to work.
    var isExceptional: Bool {
        facts.contains { fact in
            fact.isActual && !fact.isPast && fact.isWell && fact.isOfOthers
        }
    }

    /// Whether the client says that something does its work all the same.
    var isAtWork: Bool {
        facts.contains { $0.isActual && !$0.isPast && ($0.isWell || $0.state == .watched) }
    }

    /// Whether the client says that all is well.
    var isAllWell: Bool {
        facts.contains { fact in
            fact.isWell && fact.isActual && !fact.isPast
                && (fact.scope == .all || fact.thing == .system || fact.thing == .alarm
                    || fact.thing == .unknown)
        } && !current.contains { $0.isAdverse && $0.state != .event }
    }

    /// A question that nothing else stands beside: no call for help, no "since", no "now".
    var mereQuestion: Range<Int>? {
        guard !words.senses.intersects(Senses(.intervene, .since, .now, .haste, .trouble, .unsure)) else {
            return nil
        }
        return words.clauses.last { $0.isQuestion && $0.range.count >= 2 }?.range
    }

    /// Whether a single device or piece is spoken of at all.
    var namesDevice: Bool { words.senses.intersects(Senses(.device, .part)) }
}

extension Words {
    /// All places.
    var all: Range<Int> { words.indices }
}
