// What is not there: a piece that is missing, an image that no longer comes, nothing where
// something should be.

extension SituationReader {
    // "il manque tous les enregistrements", "une vis manque".
    mutating func readLack(
        at place: Int,
        _ isNegated: Bool,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        guard !isNegated, let found = traits.firstThing else { return }
        let isPicture = words.words[found].senses.contains(.picture)
        let spoken = Subject(
            thing: thing(at: found),
            scope: isPicture ? .all : words.scope(of: found, in: clause.range)
        )
        let isLost = isPicture || (spoken.isDevice && spoken.scope != .one)
        add(isLost ? .missing : .impaired, spoken, at: place, clause, traits)
    }

    // "Aucune alarme depuis lundi": good news, where nothing else is said of it.
    private func isQuiet(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) -> Bool {
        guard senses.contains(.alarm), !senses.contains(.device), traits.isSince,
            !clause.isQuestion, place > clause.range.lowerBound,
            words.words[place - 1].senses.contains(.none),
            place - 1 == clause.range.lowerBound
                || !words.words[place - 2].senses.contains(.plus)
        else { return false }
        return words.firstPlace(of: .verbs, in: clause.range) == nil
            && words.firstPlace(of: Senses(.ne, .not), in: clause.range) == nil
    }

    // "Pas d'alarme depuis lundi, personne n'est venu": whoever waits for help in vain, or is cross
    // about it, does not praise a quiet week.
    private func isDeprived(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) -> Int? {
        guard senses.contains(.alarm), !senses.contains(.device), !clause.isQuestion,
            words.senses.intersects(.forsaken),
            !words.senses.intersects(Senses(.money, .calm, .bounded))
        else { return nil }
        let lasts = clause.range.contains { index in
            words.words[index].count > 0
                && words.words[index].senses.intersects(Senses(.since, .delay))
        }
        let before = max(clause.range.lowerBound, place - 3)..<place
        guard lasts || traits.isSince,
            let start = words.firstPlace(of: Senses(.none, .not, .without), in: before),
            words.firstPlace(of: .verbs, in: clause.range) == nil
        else { return nil }
        return start
    }

    mutating func readAbsence(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        if let start = isDeprived(at: place, senses, clause, traits) {
            let alarm = Subject(thing: .alarm, scope: .all)
            add(.missing, alarm, at: place, from: start, clause, traits)
            return
        }
        if isQuiet(at: place, senses, clause, traits) {
            add(.working, Subject(thing: .unknown, scope: .all), at: place, clause, traits)
            return
        }
        let (isMissing, start) = words.absence(of: place, in: clause.range)
        guard isMissing else { return }
        let isPicture = senses.contains(.picture)
        let negator = words.words[start].senses
        // "aucun badge", "pas de caméra" are subjects or wishes; "plus de caméra" is a loss.
        guard
            isPicture || negator.contains(.plus) || senses.contains(.system)
                || negator.contains(.without)
        else { return }
        guard !senses.contains(.place) else { return }
        if senses.contains(.part) {
            // "has no sound any more": the device that it belongs to does less than it should.
            let before = clause.range.lowerBound..<start
            let owner = words.lastPlace(of: Senses(.device), in: before)
                .map { Subject(thing: thing(at: $0), scope: words.scope(of: $0, in: before)) }
            guard let owner = owner ?? sentenceThing, owner.isDevice else { return }
            add(.impaired, owner, at: place, from: start, clause, traits)
            return
        }
        if !negator.contains(.plus), SmallWord.generic.contains(words.words[place]) { return }
        var spoken = Subject(thing: thing(at: place), scope: .all)
        if isPicture {
            let end = place + Int(words.words[place].count)
            let owners = Senses(.device, .system, .place)
            if let owner = words.firstPlace(of: owners, in: end..<clause.range.upperBound) {
                spoken = Subject(
                    thing: thing(at: owner),
                    scope: words.scope(of: owner, in: clause.range)
                )
            } else if let owner = words.lastPlace(
                of: Senses(.device, .system),
                in: clause.range.lowerBound..<start
            ) {
                spoken = Subject(
                    thing: thing(at: owner),
                    scope: words.scope(of: owner, in: clause.range)
                )
            } else if let known = sentenceThing
                ?? (start == clause.range.lowerBound ? lastThing : nil),
                known.isDevice
            {
                spoken = known
            }
        }
        add(.missing, spoken, at: place, from: start, clause, traits)
    }
}

extension Senses {
    /// What whoever is left without help says.
    fileprivate static let forsaken = Senses(.nobody, .displeased, .complains, .delay)
}
