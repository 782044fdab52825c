// What is true of a clause as a whole, read once for all its statements.

/// The traits of a clause.
struct ClauseTraits {
    private(set) var firstThing: Int?
    private(set) var isWhole = false
    var isOfOthers = false
    private(set) var isAlike = false
    private(set) var isRestored = false
    private(set) var isRelative = false
    private(set) var hasNothing = false
    private(set) var hasPronoun = false
    /// Whether one of the things named before is meant by its number: "le numéro 2".
    private(set) var isByNumber = false
    private(set) var hasPlace = false
    private(set) var hasAlarm = false
    private(set) var isEndless = false
    private(set) var isNow = false
    private(set) var isSince = false
    private(set) var isIndeed = false
    private(set) var isDegraded = false
    private(set) var isPast = false
    /// Whether the verb's subject is a person: nobody answers, nobody came.
    private(set) var isOfPeople = false

    /// Reads a clause.
    init(_ clause: Clause, in words: Words) {
        for place in clause.range where words.words[place].count > 0 {
            let senses = words.words[place].senses
            guard !senses.isEmpty else { continue }
            if senses.intersects(.things) {
                if firstThing == nil || isOnlyPlace(firstThing, in: words) { firstThing = place }
                if senses.contains(.place) { hasPlace = true }
                if senses.contains(.alarm) { hasAlarm = true }
            }
            if senses.contains(.whole) { isWhole = true }
            if senses.contains(.others) { isOfOthers = true }
            if senses.contains(.relative), place == clause.range.lowerBound { isRelative = true }
            if senses.contains(.restored), !words.isNegated(place, in: clause.range) {
                isRestored = true
            }
            if senses.contains(.alike) { isAlike = true }
            if senses.contains(.nothing) { hasNothing = true }
            if senses.contains(.nobody), !isObject(place, in: words, clause) { isOfPeople = true }
            if senses.contains(.pronoun) { hasPronoun = true }
            if senses.contains(.endless) { isEndless = true }
            if senses.contains(.atPresent) || senses.contains(.justNow) { isNow = true }
            if senses.contains(.since) { isSince = true }
            if senses.contains(.past) { isPast = true }
            if senses.contains(.indeed) || senses.contains(.fine) { isIndeed = true }
            if senses.contains(.degraded) { isDegraded = true }
        }
        readAdverb(behind: clause, in: words)
        isByNumber = firstThing == nil && Self.beginsWithNumber(clause, in: words)
        if isByNumber { hasPronoun = true }
    }

    // "le numéro 2", "la 4", "number 7".
    private static func beginsWithNumber(_ clause: Clause, in words: Words) -> Bool {
        let start = clause.range.prefix(3)
        guard let number = start.first(where: { words.words[$0].number >= 0 }),
            number > clause.range.lowerBound, number + 1 < clause.range.upperBound
        else { return false }
        return (clause.range.lowerBound..<number).allSatisfy { place in
            SmallWord.numbering.contains(words.words[place])
                || words.words[place].senses.contains(.one)
                || words.words[place].senses.contains(.conjunction)
        }
    }

    // "arme et désarme normalement": the adverb behind a conjunction belongs to both verbs.
    private mutating func readAdverb(behind clause: Clause, in words: Words) {
        var place = clause.range.upperBound
        guard place < words.words.count, words.words[place].gap < .comma,
            words.words[place].senses.contains(.conjunction)
        else { return }
        while place < words.words.count, words.words[place].gap < .comma {
            let senses = words.words[place].senses
            if senses.intersects(.things) || senses.intersects(.negating) { return }
            if senses.contains(.fine) || senses.contains(.indeed) {
                isIndeed = true
                return
            }
            place += 1
        }
    }

    // "la centrale n'appelle plus personne": whom the thing no longer calls is not what fails.
    private func isObject(_ place: Int, in words: Words, _ clause: Clause) -> Bool {
        guard place > clause.range.lowerBound, words.words[place - 1].senses.contains(.plus),
            let thing = firstThing
        else { return false }
        return words.words[thing].senses.intersects(Senses(.system, .alarm, .device))
            && (thing..<place).contains { words.words[$0].senses.contains(.ne) }
    }

    private func isOnlyPlace(_ place: Int?, in words: Words) -> Bool {
        guard let place else { return true }
        let senses = words.words[place].senses
        return senses.contains(.place) && !senses.intersects(.apparatus)
    }
}
