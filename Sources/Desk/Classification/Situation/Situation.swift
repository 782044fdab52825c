// What a client's text says about the state of the world: its facts, in order.
//
// The reader goes clause by clause. In each it looks for words that state something (fails, works,
// stands open, is watched …), asks whether they are negated or imagined, and finds the thing that
// they are said of: the nearest before them, else behind them, else the one that the last clause
// spoke of. It never decides on a class; the rules do, from the facts.

/// The facts of a text.
package struct Situation: Sendable {
    /// What was said, in order.
    package let facts: [Fact]
    /// What holds now: stated, not imagined, not over.
    package let current: [Fact]
    /// What was wrong, and is over by the client's own words.
    let overcome: [Fact]
    /// The words that it was read from.
    package let words: Words
    /// The clauses that it was read by.
    let clauses: [Clause]

    /// Whether the facts come from a letter that was passed on.
    package private(set) var isForwarded = false

    /// Reads a text.
    package init(_ words: Words) {
        self.words = words
        clauses = words.senses.intersects(.telling) ? words.clauses : []
        var reader = SituationReader(words)
        for clause in clauses { reader.read(clause) }
        facts = reader.facts
        var standing: [Fact] = []
        var overcome: [Fact] = []
        for fact in facts where fact.isActual {
            if facts.tellEnd(of: fact, textStart: words.textStart) {
                overcome.append(fact)
            } else {
                standing.append(fact)
            }
        }
        self.overcome = overcome
        current = facts.current(of: standing, textStart: words.textStart)
    }

    /// Reads a person's own words; where they say nothing is wrong and ask nothing, also the letter
    /// that they pass on.
    package init(_ words: Words, forwarded: String?, vocabulary: Vocabulary) {
        let own = Situation(words)
        // The subject of a letter that is passed on is that letter's.
        let said = words.senses(in: words.textStart..<words.words.count)
        guard let forwarded, !said.intersects(.wishes),
            !own.current.contains(where: \.isAdverse)
        else {
            self = own
            return
        }
        let letter = FoldedText(subject: "", text: forwarded)
        self.init(Words(letter, vocabulary: vocabulary))
        isForwarded = true
    }

    /// Whether everything works again, as far as the client says.
    var isRestored: Bool { facts.tellRestored }

    /// The words of a fact, as evidence.
    package func evidence(_ fact: Fact) -> String { words.text(of: fact.range) }
}

extension [Fact] {
    /// What holds now of the facts that are stated and not over.
    ///
    /// A past tense tells of the past where all works again; what happened is over where a later
    /// sentence says so.
    fileprivate func current(of standing: [Fact], textStart: Int) -> [Fact] {
        let isRestored = tellRestored
        let end =
            last { $0.state == .restored && $0.isActual && $0.thing != .part }?.range.lowerBound
            ?? 0
        let tellsMore = contains { $0.isAdverse && $0.range.lowerBound >= textStart }
        return standing.filter { fact in
            // The heading "Plus rien" says nothing that the text does not say better.
            let isHeading = fact.range.upperBound <= textStart && fact.range.count <= 2
            if isHeading, fact.thing == .unknown, tellsMore { return false }
            if fact.isPast && isRestored { return false }
            return !((fact.isEvent || fact.isPast) && fact.range.lowerBound < end)
        }
    }

    /// Whether a fault is told as over.
    ///
    /// "La centrale s'est coupée. Depuis, tout est normal.": told as a tale, or in the heading, and
    /// later it is said that it works again. A break-in is not undone by that.
    fileprivate func tellEnd(of fault: Fact, textStart: Int) -> Bool {
        guard fault.isAdverse else { return false }
        switch fault.state {
        case .event, .stuck, .exclusive, .unstoppable: return false
        case .failing, .impaired, .troubled, .missing, .open, .exposed, .unwatched, .excluded,
            .working, .restored, .secured, .watched:
            break
        }
        let isHeading = fault.range.upperBound <= textStart
        guard fault.isTale || isHeading else { return false }
        return contains { later in
            guard later.isActual, !later.isPast, !later.isOfOthers, let again = later.again,
                later.covers(fault)
            else { return false }
            return isHeading || again > fault.range.lowerBound
        }
    }

    /// Whether everything is said to work again.
    fileprivate var tellRestored: Bool {
        contains { fact in
            guard fact.isActual, !fact.isPast, !fact.isOfOthers else { return false }
            switch fact.state {
            case .restored: return true
            case .working:
                return fact.scope == .all || fact.thing == .system || fact.thing == .unknown
            case .failing, .impaired, .troubled, .missing, .open, .exposed, .secured, .unwatched,
                .excluded, .watched, .exclusive, .event, .stuck, .unstoppable:
                return false
            }
        }
    }
}

extension Fact {
    /// Whether what is said to be well is what was wrong, or all of it.
    fileprivate func covers(_ fault: Fact) -> Bool {
        let isWhole = thing == .unknown || scope == .all && fault.thing != .opening
        switch fault.thing {
        case .unknown: return true
        case .opening, .place: return isWhole || thing == .opening || thing == .place
        case .safety: return isWhole || thing == .safety || thing == .system
        case .system, .alarm, .picture:
            return isWhole || thing == .system || thing == .alarm || thing == .picture
        case .device, .minor, .part:
            return thing != .opening && thing != .place && (scope != .one || fault.scope == .one)
                || isWhole
        }
    }

    /// Whether it speaks of something wrong.
    package var isAdverse: Bool {
        switch state {
        case .failing, .impaired, .troubled, .missing, .open, .exposed, .unwatched, .excluded,
            .event,
            .stuck, .unstoppable:
            true
        case .working, .restored, .secured, .watched, .exclusive:
            false
        }
    }
}

extension Senses {
    /// What a person may want who reports nothing.
    static let wishes = Senses(.ask, .mayAsk, .learn, .configure, .trade)
    /// Without any of these a text tells nothing of the state of the world.
    static let telling = Senses(
        .dead,
        .degraded,
        .trouble,
        .works,
        .worksIfThing,
        .acts,
        .arms,
        .lacks,
        .restored,
        .fine,
        .open,
        .exposed,
        .closes,
        .closed,
        .watched,
        .sees,
        .unwatched,
        .excluded,
        .event,
        .stuck,
        .sounds,
        .plus,
        .none,
        .without,
        .not,
        .unable,
        .nothing,
        .nobody,
        .refuses,
        .others
    )
}
