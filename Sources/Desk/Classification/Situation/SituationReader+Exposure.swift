// Words that tell who or what is exposed: entrances, what is watched, what has happened.

extension SituationReader {
    mutating func readEntrance(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        if senses.contains(.exposed), !isTold(before: place, in: clause.range) {
            if isUnfinishedWork(before: place, clause) { return }
            let spoken = subject(for: place, in: clause, traits) ?? .unknown
            add(isNegated ? .secured : .exposed, spoken, at: place, clause, traits)
            return
        }
        guard let spoken = subject(for: place, in: clause, traits, preferring: .opening),
            spoken.thing == .opening || spoken.thing == .safety
        else { return }
        if senses.intersects(Senses(.open, .exposed)), isTold(before: place, in: clause.range) {
            // "le contact indique « ouvert »": what is displayed need not be so.
            add(.troubled, Subject(thing: .device, scope: .one), at: place, clause, traits)
        } else if senses.contains(.open) {
            add(isNegated ? .secured : .open, spoken, at: place, clause, traits)
        } else if isNegated {
            let isByItself = (place..<clause.range.upperBound).contains { index in
                SmallWord.byItself.contains(words.words[index])
            }
            add(isByItself ? .troubled : .open, spoken, at: place, clause, traits)
        } else if senses.contains(.closed), words.isEpithet(place, in: clause.range) {
            return
        } else if senses.contains(.closed) || words.closesItself(place, in: clause.range) {
            add(.secured, spoken, at: place, clause, traits)
        }
    }

    // "The client shows the door open", "door 2.14 flagged 'held open'": by a screen, not by sight.
    private func isTold(before place: Int, in clause: Range<Int>) -> Bool {
        (clause.lowerBound..<place).contains { index in
            guard SmallWord.telling.contains(words.words[index]),
                let teller = words.headThing(before: index, in: clause)
            else { return false }
            return words.words[teller].senses
                .intersects(Senses(.system, .device, .part, .opening))
        }
    }

    mutating func readWatching(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        let spoken = subject(for: place, in: clause, traits) ?? .unknown
        if senses.contains(.exclusive), isConcernedAlone(behind: place, clause) {
            add(.working, Subject(thing: .unknown, scope: .several), at: place, clause, traits)
        } else if senses.contains(.exclusive) {
            add(.exclusive, spoken, at: place, clause, traits)
        } else if senses.contains(.unwatched) {
            add(isNegated ? .watched : .unwatched, spoken, at: place, clause, traits)
        } else if senses.contains(.excluded) {
            guard !isNegated, spoken.thing != .unknown, spoken.thing != .opening else { return }
            add(.excluded, spoken, at: place, clause, traits)
        } else if senses.contains(.watched) {
            // "La caméra qui surveille le coffre" is the one that fails, and covers nothing.
            if !isNegated, traits.isRelative, !traits.isIndeed, !traits.isOfOthers { return }
            // "Le reste du magasin est protégé" does not cover what is not.
            let isRest = (clause.range.lowerBound..<place).contains { index in
                SmallWord.rest.contains(words.words[index])
            }
            let covered: Fact.State = isRest ? .working : .watched
            add(isNegated ? .unwatched : covered, spoken, at: place, clause, traits)
        } else if senses.contains(.sees), isNegated {
            readBlindness(at: place, clause, traits)
        } else if senses.contains(.sees), traits.isOfOthers, !words.hasDevice(in: clause.range) {
            add(.working, spoken, at: place, clause, traits)
        } else if senses.contains(.sees), traits.hasPlace || traits.isOfOthers {
            add(.watched, spoken, at: place, clause, traits)
        } else if senses.contains(.sees), traits.isIndeed || traits.isWhole, !clause.isQuestion {
            // "On voit encore toutes les caméras", "we can still see faces".
            add(.working, Subject(thing: .picture, scope: .all), at: place, clause, traits)
        }
    }

    // "Aucune autre chambre n'est concernée", "les autres n'ont pas ce bruit".
    mutating func readSpared(_ clause: Clause, _ traits: ClauseTraits) {
        guard traits.isOfOthers, !clause.isQuestion,
            let none = words.firstPlace(
                of: Senses(.none, .nobody, .nothing, .not),
                in: clause.range
            ),
            let place = (none..<clause.range.upperBound).first(where: {
                SmallWord.concerned.contains(words.words[$0])
                    || SmallWord.noticed.contains(words.words[$0])
                    || SmallWord.demonstrative.contains(words.words[$0])
            })
        else { return }
        add(.working, Subject(thing: .unknown, scope: .several), at: place, clause, traits)
    }

    // "People use the two others", "on utilise l'autre".
    mutating func readUseOfOthers(_ clause: Clause, _ traits: ClauseTraits) {
        guard traits.isOfOthers, !clause.isQuestion,
            words.firstPlace(of: .negating, in: clause.range) == nil,
            let place = clause.range.first(where: { SmallWord.using.contains(words.words[$0]) })
        else { return }
        add(.working, Subject(thing: .unknown, scope: .several), at: place, clause, traits)
    }

    // "c'est le seul dans ce cas": the others are not.
    private func isConcernedAlone(behind place: Int, _ clause: Clause) -> Bool {
        (place..<clause.range.upperBound).contains { index in
            SmallWord.concerned.contains(words.words[index])
        }
    }

    // "on ne voit plus rien", "… le parking", "… la caméra 3".
    mutating func readBlindness(
        at place: Int,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let behind = words.firstThing(in: place..<clause.range.upperBound)
        if let device = words.firstPlace(of: Senses(.device, .system), in: clause.range) {
            let scope = words.scope(of: device, in: clause.range)
            add(
                .failing,
                Subject(thing: thing(at: device), scope: scope),
                at: place,
                clause,
                traits
            )
        } else if traits.hasNothing || behind.map({ thing(at: $0) == .place }) == true {
            add(.missing, Subject(thing: .place, scope: .all), at: place, clause, traits)
        } else if isNothingBut(behind: place, clause) {
            // "On ne voit plus que de la tôle."
            add(.missing, Subject(thing: .place, scope: .one), at: place, clause, traits)
        } else if behind.map({ thing(at: $0) == .picture }) == true {
            add(.missing, Subject(thing: .picture, scope: .all), at: place, clause, traits)
        }
    }

    // "plus que": all that is left to be seen is nothing of the trade.
    private func isNothingBut(behind place: Int, _ clause: Clause) -> Bool {
        (place + 1..<max(place + 1, clause.range.upperBound - 1)).contains { index in
            words.words[index].count > 0 && words.words[index].senses.contains(.plus)
                && words.words[index + 1].senses.contains(.que)
        }
    }

    // "Aucune autre ne donne sur les pompes", "there is no other on that side".
    mutating func readSolitude(_ clause: Clause, _ traits: ClauseTraits) {
        guard traits.isOfOthers, !clause.isQuestion,
            let none = words.firstPlace(of: Senses(.none, .not, .nothing), in: clause.range),
            let other = words.firstPlace(
                of: Senses(.others),
                in: none..<min(none + 4, clause.range.upperBound)
            ),
            words.firstPlace(of: Senses(.dead, .trouble, .degraded, .bounded), in: clause.range)
                == nil
        else { return }
        let sight = Senses(.watched, .sees, .place)
        let behind = other..<clause.range.upperBound
        let isBare = !words.senses(in: clause.range).intersects(.verbs)
        guard words.firstPlace(of: sight, in: behind) != nil || isBare else { return }
        add(.exclusive, .unknown, at: other, clause, traits)
    }

    // "Le coffre est filmé par une caméra qui est en panne."
    mutating func readWatcher(_ clause: Clause, _ traits: ClauseTraits, _ known: Int) {
        guard traits.isRelative, known > 0, facts[known - 1].state == .watched,
            facts[known - 1].range.upperBound >= clause.range.lowerBound - 1,
            let broken = facts[known...].first(where: \.isBreakdown)
        else { return }
        add(.unwatched, .unknown, at: broken.range.lowerBound, clause, traits)
    }

    // "J'ai toutes mes images", "we have all pictures".
    mutating func readPossession(_ clause: Clause, _ traits: ClauseTraits) {
        guard traits.isWhole, !clause.isQuestion,
            words.firstPlace(of: .negating, in: clause.range) == nil,
            let having = clause.range.first(where: {
                SmallWord.possessing.contains(words.words[$0])
            }),
            let all = words.firstPlace(of: Senses(.whole), in: having..<clause.range.upperBound),
            let picture = words.firstPlace(
                of: Senses(.picture),
                in: all..<min(all + 4, clause.range.upperBound)
            )
        else { return }
        add(.working, Subject(thing: .picture, scope: .all), at: picture, clause, traits)
    }

    mutating func readDanger(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        if senses.contains(.event) {
            // "We are planning a fire drill."
            let isPlanned = words.senses(in: clause.range).contains(.later)
            if !isNegated, !isPlanned { add(.event, .unknown, at: place, clause, traits) }
        } else if senses.contains(.stuck) {
            let before = words.firstThing(in: clause.range.lowerBound..<place)
            let isThing = before.map { words.words[$0].senses.intersects(.movable) } == true
            if !isThing { add(.stuck, .unknown, at: place, clause, traits) }
        } else if senses.contains(.sounds) {
            guard let spoken = subject(for: place, in: clause, traits),
                spoken.thing == .alarm
                    || traits.hasAlarm || spoken.isDevice
            else { return }
            if spoken.isDevice, traits.isIndeed, !isNegated, !traits.isEndless {
                add(.working, spoken, at: place, clause, traits)
                return
            }
            if spoken.isDevice, clause.isQuestion || traits.isIndeed { return }
            if isNegated && !traits.isEndless {
                add(.failing, spoken, at: place, clause, traits)
            } else if traits.isEndless || (traits.isSince && !traits.isDegraded) {
                // "La sirène hurle depuis l'ouverture."
                add(.unstoppable, spoken, at: place, clause, traits)
            } else if !words.words[place].senses.contains(.acts) {
                add(.impaired, spoken, at: place, clause, traits)
            }
        } else if senses.contains(.stops), isNegated {
            add(.unstoppable, lastThing ?? .unknown, at: place, clause, traits)
        }
    }
}
