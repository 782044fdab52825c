// Which thing a word is said of.

extension SituationReader {
    // The thing that the word at a place is said of.
    func subject(
        for place: Int,
        in clause: Clause,
        _ traits: ClauseTraits,
        preferring sense: Sense? = nil
    ) -> Subject? {
        let range = clause.range
        if words.words[place].senses.intersects(.concrete) {
            return Subject(thing: thing(at: place), scope: words.scope(of: place, in: range))
        }
        if let sense {
            let wanted = Senses(sense, .safety)
            let before = words.lastPlace(of: wanted, in: range.lowerBound..<place)
            if let found = before ?? words.firstPlace(of: wanted, in: place..<range.upperBound) {
                return Subject(thing: thing(at: found), scope: words.scope(of: found, in: range))
            }
            // "nous le fermons avec la télécommande": what closes is the entrance just named.
            if let lastOpening, traits.hasPronoun || words.hasObject(before: place, in: range) {
                return lastOpening
            }
        }
        // "Le centre signale une batterie faible sur la sirène": told by one, said of the other.
        let told = (range.lowerBound..<place).last { SmallWord.telling.contains(words.words[$0]) }
        let said = (told.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
        if told != nil,
            let found = words.headThing(before: place, in: said) ?? thingBehind(place, in: said),
            !words.words[found].senses.contains(.picture)
        {
            return Subject(thing: thing(at: found), scope: words.scope(of: found, in: range))
        }
        let head = words.headThing(before: place, in: range)
        let nothing = words.lastPlace(of: Senses(.nothing), in: range.lowerBound..<place)
        // "Plus rien ne s'affiche sur l'écran de la cave."
        if let nothing, nothing > head ?? -1,
            let shown = words.firstPlace(of: Senses(.device), in: place..<range.upperBound),
            (place..<shown).contains(where: { SmallWord.upon.contains(words.words[$0]) })
        {
            return Subject(thing: thing(at: shown), scope: words.scope(of: shown, in: range))
        }
        if let nothing, nothing > head ?? -1 { return Subject(thing: .unknown, scope: .all) }
        // "ni de mettre l'alarme": what an act is done to weighs more than a piece named before.
        if words.words[place].senses.contains(.acts), let head,
            !words.words[head].senses.intersects(.apparatus),
            !words.words[head].senses.contains(.picture),
            let object = words.firstPlace(
                of: .apparatus,
                in: (place + 1)..<max(place + 1, range.upperBound)
            )
        {
            return Subject(thing: thing(at: object), scope: words.scope(of: object, in: range))
        }
        if let head, let owner = ownerOfPicture(head, in: range) {
            return Subject(thing: thing(at: owner), scope: words.scope(of: owner, in: range))
        }
        if let found = head ?? thingBehind(place, in: range) {
            return Subject(thing: thing(at: found), scope: words.scope(of: found, in: range))
        }
        if let piece = singledOut(before: range, traits) { return piece }
        if traits.isOfOthers {
            return Subject(
                thing: sentenceThing?.thing ?? lastThing?.thing ?? .unknown,
                scope: .several
            )
        }
        if traits.isWhole || traits.hasNothing { return nil }
        if traits.isByNumber, let known = sentenceThing ?? lastThing {
            return Subject(thing: known.thing, scope: .one)
        }
        return sentenceThing ?? (traits.hasPronoun || facts.isEmpty ? lastThing : nil)
    }

    // "Tout est calme, juste le voyant du clavier qui ne s'allume plus": the one just named.
    private func singledOut(before range: Range<Int>, _ traits: ClauseTraits) -> Subject? {
        guard traits.isRelative, let lastSingled, lastSingled.end == range.lowerBound
        else { return nil }
        return lastSingled.subject
    }

    // "l'image de la caméra 3 vire au vert", "image rose sur la caméra": the camera does.
    private func ownerOfPicture(_ head: Int, in range: Range<Int>) -> Int? {
        let senses = words.words[head].senses
        guard senses.contains(.picture), !senses.intersects(.apparatus) else { return nil }
        let devices = Senses(.device)
        if let before = words.lastPlace(of: devices, in: range.lowerBound..<head) { return before }
        guard let behind = words.firstPlace(of: devices, in: head..<range.upperBound),
            words.isGenitive(from: head, to: behind)
        else { return nil }
        return behind
    }

    // "n'est reconnu par aucun lecteur": what does it is not what it is said of.
    private func thingBehind(_ place: Int, in range: Range<Int>) -> Int? {
        let behind = (place + 1)..<max(place + 1, range.upperBound)
        guard let found = words.firstThing(in: behind) else { return nil }
        let isAgent = (max(place + 1, found - 3)..<found).contains { index in
            SmallWord.agents.contains(words.words[index])
        }
        return isAgent && sentenceThing != nil ? nil : found
    }

    func thing(at place: Int) -> Fact.Thing {
        let senses = words.words[place].senses
        if senses.contains(.safety) { return .safety }
        if senses.contains(.alarm) { return senses.contains(.device) ? .device : .alarm }
        if senses.contains(.system) { return .system }
        if senses.contains(.opening) { return .opening }
        if senses.contains(.device) { return senses.contains(.minor) ? .minor : .device }
        if senses.contains(.picture) { return .picture }
        if senses.contains(.part) { return .part }
        return senses.contains(.place) ? .place : .unknown
    }
}
