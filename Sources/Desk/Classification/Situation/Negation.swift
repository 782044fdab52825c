// Whether a word of a clause is negated.
//
// French negates around the verb ("ne … plus"), in haste behind it only ("marche pas"), and through
// the subject ("aucun badge ne passe", "rien ne marche"); "ne … que" does not negate. English
// negates before the verb. "Impossible de", "n'arrive plus à", "refuse de" negate what follows.

extension Words {
    // How far a negation reaches, in words or phrases.
    private static let reachOfNe = 6
    private static let reachOfNot = 3
    private static let reachOfSubject = 8

    /// Whether the word at a place of a clause is negated.
    func isNegated(_ place: Int, in clause: Range<Int>) -> Bool {
        if words[place].count > 1, SmallWord.negators.contains(words[place]) { return false }
        return isNegatedBefore(place, in: clause) || isNegatedBehind(place, in: clause)
    }

    private func isNegatedBefore(_ place: Int, in clause: Range<Int>) -> Bool {
        var steps = 0
        var index = place - 1
        while index >= clause.lowerBound {
            defer { index -= 1 }
            let word = words[index]
            guard word.count > 0 else { continue }
            steps += 1
            if word.senses.isEmpty { continue }
            if word.senses.contains(.unable) { return true }
            if word.senses.contains(.ne), steps <= Self.reachOfNe, isNe(index) {
                return !isRestriction(from: index, verb: place, in: clause)
            }
            if steps <= Self.reachOfNot,
                word.senses.contains(.not) || word.senses.contains(.without)
            {
                return true
            }
            if steps <= Self.reachOfSubject,
                word.senses.contains(.nothing) || word.senses.contains(.none)
                    || word.senses.contains(.nobody)
            {
                return true
            }
            if word.senses.contains(.plus), steps == 1 || !isComparison(index) {
                return steps <= Self.reachOfSubject
            }
        }
        return false
    }

    // "marche pas", "repond toujours pas", "fonctionne plus".
    private func isNegatedBehind(_ place: Int, in clause: Range<Int>) -> Bool {
        guard words[place].senses.intersects(.verbs) else { return false }
        var index = place + Int(max(1, words[place].count))
        var steps = 0
        while index < clause.upperBound, steps < 3 {
            let word = words[index]
            guard word.count > 0 else {
                index += 1
                continue
            }
            if word.senses.contains(.not) || word.senses.contains(.nothing) { return true }
            if word.senses.contains(.plus) { return !isComparison(index) }
            guard word.senses.contains(.filler) || SmallWord.agents.contains(word) else {
                return false
            }
            steps += 1
            index += Int(word.count)
        }
        return false
    }

    // "n'" only before a vowel: "n° 3" is no negation.
    private func isNe(_ index: Int) -> Bool {
        let word = words[index]
        guard word.end - word.start == 1 else { return true }
        guard index + 1 < words.count else { return false }
        return "aeiouyh".utf8.contains(bytes[Int(words[index + 1].start)])
    }

    // "ne marche que le matin": works, but only then.
    private func isRestriction(from ne: Int, verb: Int, in clause: Range<Int>) -> Bool {
        let upper = min(clause.upperBound, verb + 4)
        guard verb < upper else { return false }
        for index in (ne + 1)..<upper where words[index].count > 0 {
            let senses = words[index].senses
            if senses.intersects(.negating) || senses.contains(.plus) { return false }
            if senses.contains(.que), index > verb { return true }
        }
        return false
    }

    /// Whether a "plus" says that something is over: "ne se lance plus", "no longer".
    func isNoLonger(_ place: Int, in clause: Range<Int>) -> Bool {
        guard words[place].count == 1 else { return true }
        return (max(clause.lowerBound, place - 5)..<place).contains { index in
            words[index].senses.contains(.ne) && isNe(index)
        } && !isComparison(place)
    }

    /// "les autres n'ont rien", and no participle behind it.
    func isNothingWrong(_ place: Int, in clause: Range<Int>) -> Bool {
        guard place > clause.lowerBound, words[place].count == 1 else { return false }
        // "il n'y a rien" is no good news.
        if place - 1 > clause.lowerBound, SmallWord.there.contains(words[place - 2]) {
            return false
        }
        return SmallWord.having.contains(words[place - 1]) && place + 1 >= clause.upperBound
    }

    /// "il n'y a plus que la caméra 4": all but this is over.
    func isOnlyLeft(_ place: Int, in clause: Range<Int>) -> Bool {
        let next = place + Int(max(1, words[place].count))
        return next < clause.upperBound && words[next].senses.contains(.que)
    }

    /// Whether what stands behind a word says that it is over.
    func isOver(behind place: Int, in clause: Range<Int>) -> Bool {
        (place + 1..<max(place + 1, clause.upperBound)).contains { index in
            words[index].count > 0 && words[index].senses.contains(.plus)
                && isNoLonger(index, in: place..<clause.upperBound)
        }
    }

    // "plus lentement", "plus de dix": more, not no longer.
    private func isComparison(_ index: Int) -> Bool {
        guard index + 1 < words.count, words[index + 1].gap <= .space else { return false }
        let next = words[index + 1]
        if next.number >= 0 { return true }
        if SmallWord.de.contains(next), index + 2 < words.count {
            let behind = words[index + 2]
            return behind.number >= 0 || SmallWord.la.contains(behind)
        }
        return SmallWord.afterMore.contains(next) || ends(index + 1, with: Ending.ment)
    }

    /// Whether a thing is missing, and from which word on that is said: "plus d'image", "aucun
    /// signal", "no picture"; never "ne commande plus le portail".
    func absence(of place: Int, in clause: Range<Int>) -> (isMissing: Bool, start: Int) {
        var index = place - 1
        var steps = 0
        while index >= clause.lowerBound, steps < 4 {
            defer { index -= 1 }
            let word = words[index]
            guard word.count > 0 else { continue }
            steps += 1
            let senses = word.senses
            if senses.contains(.plus) {
                return (takesNoun(index) && !isComparison(index), index)
            }
            // "sans changer de disque" is without a change.
            if senses.contains(.without), place - index > 2 { return (false, place) }
            if senses.contains(.none) || senses.contains(.without) {
                // "aucune alarme" may well be good news.
                let isGoodNews = words[place].senses.contains(.alarm) && !senses.contains(.without)
                // "plus aucune caméra": gone, rather than none.
                if index > clause.lowerBound, words[index - 1].senses.contains(.plus) {
                    return (true, index - 1)
                }
                return (!isGoodNews, index)
            }
            if senses.contains(.not) {
                return (takesNoun(index) && !words[place].senses.contains(.alarm), index)
            }
            // Only articles and adjectives stand between.
            if senses.intersects(.things) || senses.intersects(.verbs) { return (false, place) }
        }
        return (false, place)
    }

    // "plus de", "pas d'", "plus la moindre".
    private func takesNoun(_ index: Int) -> Bool {
        let next = index + Int(max(1, words[index].count))
        guard next < words.count else { return false }
        // "n'ouvre plus la porte" negates a verb; "plus la moindre image" misses one.
        if SmallWord.la.contains(words[next]) {
            return next + 1 < words.count && SmallWord.slightest.contains(words[next + 1])
        }
        // "n'a plus l'image".
        if index > 0, SmallWord.having.contains(words[index - 1]),
            SmallWord.articles.contains(words[next]) || words[next].senses.contains(.one)
        {
            return true
        }
        return SmallWord.beforeMissing.contains(words[next])
    }
}

extension Senses {
    /// What a negation can stand behind.
    static let verbs = Senses(
        .works,
        .worksIfThing,
        .acts,
        .arms,
        .closes,
        .sees,
        .watched,
        .sounds,
        .restored,
        .dead
    )
}
