// What people do with what guards them: they leave a door open, they switch the alarm off; and what
// an entrance does that lets in whoever comes.
//
// These readings only ever add something wrong; none makes a text more harmless.

extension SituationReader {
    // "s'ouvre désormais sans que personne ne badge", "s'ouvre à toutes les plaques".
    mutating func readFreeEntry(_ clause: Clause, _ traits: ClauseTraits) {
        guard !clause.isQuestion,
            let place = clause.range.first(where: { place in
                words.words[place].count > 0 && SmallWord.openingVerbs.contains(lastWord(place))
            }),
            !words.isNegated(place, in: clause.range), isForAnybody(behind: place)
        else { return }
        let spoken = subject(for: place, in: clause, traits, preferring: .opening)
        add(.exposed, spoken ?? .unknown, at: place, clause, traits)
    }

    // The last word of a phrase: "s'ouvre" ends in the verb.
    private func lastWord(_ place: Int) -> Words.Word {
        words.words[place + max(0, Int(words.words[place].count) - 1)]
    }

    private func isForAnybody(behind place: Int) -> Bool {
        var index = place + 1
        let end = min(place + 8, words.words.count - 1)
        while index < end, words.words[index].gap < .colon {
            let word = words.words[index]
            let next = words.words[index + 1]
            if word.senses.contains(.without), SmallWord.unasked.contains(next) { return true }
            if SmallWord.toWhom.contains(word),
                next.senses.contains(.whole) || SmallWord.whoever.contains(next)
            {
                return true
            }
            index += 1
        }
        return false
    }

    // "nous laissons la porte décrochée", "we left the gate off its hook".
    mutating func readLeaving(_ clause: Clause, _ traits: ClauseTraits) {
        guard !clause.isQuestion,
            let place = clause.range.first(where: { SmallWord.leaving.contains(words.words[$0]) }),
            !words.isNegated(place, in: clause.range),
            !words.senses(in: clause.range).intersects(Senses(.closed, .closes))
        else { return }
        let behind = (place + 1)..<min(place + 6, max(place + 1, clause.range.upperBound))
        if let opening = words.firstPlace(of: Senses(.opening), in: behind) {
            let scope = words.scope(of: opening, in: clause.range)
            add(.open, Subject(thing: .opening, scope: scope), at: place, clause, traits)
        } else if let lastOpening, behind.contains(where: { isAgainst($0) }) {
            add(.open, lastOpening, at: place, clause, traits)
        } else if behind.contains(where: { SmallWord.off.contains(words.words[$0]) }) {
            guard let thing = guarded(in: clause) else { return }
            add(.excluded, thing, at: place, clause, traits)
        }
    }

    private func isAgainst(_ place: Int) -> Bool { SmallWord.against.contains(words.words[place]) }

    // The alarm or the system that a clause or the one before it speaks of.
    private func guarded(in clause: Clause) -> Subject? {
        if let named = words.firstPlace(of: Senses(.alarm, .system), in: clause.range) {
            return Subject(thing: thing(at: named), scope: .one)
        }
        guard let lastThing, lastThing.thing == .alarm || lastThing.thing == .system else {
            return nil
        }
        return lastThing
    }

    // "le rondier a fini par couper la centrale", "on a débranché l'alarme".
    mutating func readShutdown(_ clause: Clause, _ traits: ClauseTraits) {
        guard !clause.isQuestion,
            let place = clause.range.first(where: { SmallWord.shutdown.contains(words.words[$0]) }),
            !words.isNegated(place, in: clause.range), !words.isWished(place, in: clause.range)
        else { return }
        let behind = (place + 1)..<min(place + 4, max(place + 1, clause.range.upperBound))
        guard
            let named = words.firstPlace(of: Senses(.alarm), in: behind)
                ?? behind.first(where: { SmallWord.controlUnit.contains(words.words[$0]) }),
            !words.words[named].senses.contains(.device)
        else { return }
        add(.excluded, Subject(thing: .alarm, scope: .one), at: place, clause, traits)
    }
}
