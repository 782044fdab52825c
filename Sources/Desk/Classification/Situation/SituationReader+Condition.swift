// Words that tell in what condition a thing is: it works, it does not, something is wrong with it.

extension SituationReader {
    mutating func readStates(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        if senses.intersects(.quiet), isQuietReport(at: place, clause) {
            let whole = Subject(thing: .unknown, scope: .all)
            add(.working, whole, at: place, clause, traits)
            return
        }
        if senses.intersects(.condition) { readCondition(at: place, senses, clause, traits) }
        if senses.intersects(.entrance) { readEntrance(at: place, senses, clause, traits) }
        if senses.intersects(.watching) { readWatching(at: place, senses, clause, traits) }
        if senses.intersects(.danger) { readDanger(at: place, senses, clause, traits) }
    }

    mutating func readCondition(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        if isOfNoThing(place, senses, in: clause.range) { return }
        if readShutIn(at: place, isNegated, clause, traits) { return }
        let subject = subject(for: place, in: clause, traits)
        let whole = Subject(thing: .unknown, scope: .all)
        let known = traits.isWhole || traits.hasNothing ? whole : Subject.unknown
        if senses.contains(.refuses) {
            // "La centrale refuse de …": whatever it is, it does not do it.
            guard let head = refusingApparatus(before: place, in: clause.range)
            else {
                // "Elle veut plus se remettre."
                let known = traits.hasPronoun ? sentenceThing ?? lastThing : nil
                if let known, known.thing != .place {
                    add(.failing, known, at: place, clause, traits)
                }
                return
            }
            let refused = Subject(
                thing: thing(at: head),
                scope: words.scope(of: head, in: clause.range)
            )
            add(.failing, refused, at: place, clause, traits)
        } else if senses.contains(.works) {
            let spoken = subject ?? known
            let state: Fact.State = traits.isDegraded ? .impaired : .working
            add(isNegated ? .failing : state, spoken, at: place, clause, traits)
        } else if senses.contains(.restored) {
            let spoken = subject ?? (isNegated ? .unknown : whole)
            add(isNegated ? .failing : .restored, spoken, at: place, clause, traits)
        } else if senses.contains(.dead) {
            readDeath(at: place, isNegated, subject ?? known, clause, traits)
        } else if senses.contains(.arms) {
            let isNamed = subject?.thing == .alarm || subject?.thing == .system
            let alarm = Subject(thing: .alarm, scope: .one)
            readWork(at: place, isNegated, isNamed ? subject : alarm, clause, traits)
        } else if senses.contains(.lacks) {
            readLack(at: place, isNegated, clause, traits)
        } else if senses.contains(.worksIfThing) {
            let spoken = subject ?? (traits.isWhole && !isNegated ? whole : nil)
            readWork(at: place, isNegated, spoken, clause, traits)
        } else if senses.contains(.acts) {
            let isNamed =
                traits.firstThing != nil || traits.hasPronoun || traits.isOfOthers
                || traits.isWhole
            if isNamed, var subject = subject ?? (traits.isWhole ? whole : nil) {
                // "impossible d'imprimer les badges": what an act is done to may be many, it is one
                // act.
                if subject.isDevice, words.headThing(before: place, in: clause.range) == nil {
                    subject.scope = .one
                }
                readWork(at: place, isNegated, subject, clause, traits)
            }
        } else if senses.contains(.degraded) {
            readWeakness(at: place, isNegated, subject, clause, traits)
        } else if senses.contains(.trouble) {
            readTrouble(at: place, isNegated, subject ?? .unknown, clause, traits)
        } else if senses.contains(.fine),
            traits.isWhole || traits.isOfOthers || traits.firstThing != nil
        {
            add(isNegated ? .troubled : .working, subject ?? whole, at: place, clause, traits)
        }
    }

    // "The reader by the kitchen refuses …": the reader does, not the kitchen.
    private func refusingApparatus(before place: Int, in range: Range<Int>) -> Int? {
        let named = [
            words.headThing(before: place, in: range),
            words.lastPlace(of: .apparatus, in: range.lowerBound..<place),
        ]
        return named.compactMap { $0 }.first { words.words[$0].senses.intersects(.apparatus) }
    }

    // "L'image tremble"; "régler le volume des bips": what is set is not what fails.
    private mutating func readWeakness(
        at place: Int,
        _ isNegated: Bool,
        _ subject: Subject?,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let before = clause.range.lowerBound..<place
        let isSet = words.lastPlace(of: Senses(.configure, .learn), in: before) != nil
        guard let subject, !isNegated, !isSet else { return }
        add(.impaired, subject, at: place, clause, traits)
    }

    // "Le souci a disparu" tells that all is well.
    mutating func readTrouble(
        at place: Int,
        _ isNegated: Bool,
        _ subject: Subject,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        // A heading such as "Problème de porte" says nothing that the text does not say better.
        guard place >= words.textStart else { return }
        // "Le souci a disparu", "le problème ne se pose plus".
        let isOver = traits.isRestored || words.isOver(behind: place, in: clause.range)
        add(
            isNegated || isOver ? .working : .troubled,
            subject,
            at: place,
            clause,
            traits
        )
    }

    // "un résident désorienté", "une trace noire": said of somebody, or of what is no thing of the
    // trade.
    private func isOfNoThing(_ place: Int, _ senses: Senses, in clause: Range<Int>) -> Bool {
        if senses.contains(.dead), words.isLostTime(place, in: clause) { return true }
        guard words.words[place].count == 1, place > clause.lowerBound else { return false }
        // "un ouvrier a cassé deux dalles": nothing of the trade is named.
        if senses.intersects(Senses(.dead, .degraded)),
            let doer = words.lastPlace(of: Senses(.person), in: clause.lowerBound..<place),
            words.firstThing(in: doer..<clause.upperBound) == nil,
            words.isPerfect(place, in: clause), !SmallWord.shutting.contains(words.words[place])
        {
            return true
        }
        let before = words.words[place - 1]
        guard words.words[place].gap <= .space else { return false }
        if SmallWord.colours.contains(words.words[place]) {
            if SmallWord.articles.contains(before) { return true }
            return before.senses.isEmpty && before.number < 0 && !SmallWord.copulas.contains(before)
        }
        return senses.contains(.degraded) && before.senses.contains(.person)
    }

    // "La caméra est morte", "perte de signal", "une cliente est bloquée entre les portes".
    mutating func readDeath(
        at place: Int,
        _ isNegated: Bool,
        _ subject: Subject,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        // A detector that was taken away detects nothing, however well the others do.
        if !isNegated, subject.thing == .device, words.isRemoval(place) {
            add(.excluded, subject, at: place, clause, traits)
            return
        }
        if SmallWord.losses.contains(words.words[place]),
            let lost = words.firstThing(in: (place + 1)..<max(place + 1, clause.range.upperBound))
        {
            let spoken = Subject(
                thing: thing(at: lost),
                scope: words.scope(of: lost, in: clause.range)
            )
            add(isNegated ? .working : .failing, spoken, at: place, clause, traits)
            return
        }
        // "Le sas ne se bloque plus": not held any more is no good news of an entrance.
        if isNegated, subject.thing == .opening || traits.isOfPeople { return }
        // "s'arrête parfois une seconde".
        let isPassing = traits.isDegraded && !words.words[place].senses.contains(.degraded)
        let state: Fact.State = isPassing ? .impaired : .failing
        add(isNegated ? .working : state, subject, at: place, clause, traits)
    }

    // "une cliente est bloquée", "une dame est restée coincée": said of somebody, of no thing.
    private mutating func readShutIn(
        at place: Int,
        _ isNegated: Bool,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) -> Bool {
        let before = clause.range.lowerBound..<place
        guard SmallWord.shutting.contains(words.words[place]),
            let person = words.lastPlace(of: Senses(.person), in: before),
            words.firstPlace(of: .apparatus, in: person..<place) == nil
        else { return false }
        if !isNegated { add(.stuck, .unknown, at: place, clause, traits) }
        return true
    }

    // A machine's verb. Unnegated it proves work only with a word of assurance beside it: "le
    // clavier affiche un défaut" proves none.
    mutating func readWork(
        at place: Int,
        _ isNegated: Bool,
        _ subject: Subject?,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        guard !traits.isOfPeople else { return }
        guard let subject, subject.thing != .place else {
            if isNegated, subject == nil, !words.words[place].senses.contains(.acts) {
                add(.failing, .unknown, at: place, clause, traits)
            } else if !isNegated, traits.isOfOthers, !traits.isRelative {
                // "Les autres appartements sonnent."
                add(
                    .working,
                    Subject(thing: .unknown, scope: .several),
                    at: place,
                    clause,
                    traits
                )
            } else if !isNegated, traits.isIndeed, let lastThing {
                add(.working, lastThing, at: place, clause, traits)
            }
            return
        }
        if isNegated {
            // "ne lit plus celles qui sont sales": it still does the rest.
            let behind = (place + 1)..<max(place + 1, clause.range.upperBound)
            let isPartial =
                subject.isDevice && subject.scope == .one
                && words.firstPlace(of: Senses(.others, .several), in: behind) != nil
                && !traits.isAlike
            add(isPartial ? .impaired : .failing, subject, at: place, clause, traits)
        } else if traits.isDegraded {
            add(.impaired, subject, at: place, clause, traits)
        } else if words.words[place].senses.contains(.arms), armsPlainly(clause) {
            add(.working, subject, at: place, clause, traits)
        } else if traits.isIndeed || traits.isOfOthers
            || (traits.isWhole && subject.thing != .opening
                && !SmallWord.telling.contains(words.words[place]))
        {
            add(.working, subject, at: place, clause, traits)
        }
    }

    // "la partition s'arme", "on arme depuis le hall": never "s'arme toute seule", "s'arme à 3 h".
    private func armsPlainly(_ clause: Clause) -> Bool {
        !clause.isQuestion && !words.senses(in: clause.range).intersects(Senses(.without))
            && !clause.range.contains { place in
                words.words[place].number >= 0
                    || SmallWord.byItself.contains(words.words[place])
            }
    }

    // "L'appli ne se lance plus", "la caméra ne renvoie plus rien", "on n'a plus rien sur les
    // écrans": a verb that no table knows, and no longer.
    mutating func readUnknownVerb(_ clause: Clause, _ traits: ClauseTraits) {
        if readEllipsis(clause, traits) || readNoneLeft(clause, traits) { return }
        guard !traits.isOfPeople, !clause.isQuestion, let place = loss(in: clause) else { return }
        let isNothing = words.words[place].senses.contains(.nothing)
        if isNothing, words.isNothingWrong(place, in: clause.range) {
            let head = words.headThing(before: place, in: clause.range)
            let well = head.map {
                Subject(thing: thing(at: $0), scope: words.scope(of: $0, in: clause.range))
            }
            add(.working, well ?? .unknown, at: place, clause, traits)
            return
        }
        if let head = words.headThing(before: place, in: clause.range) {
            let isOnlyPart = words.words[head].senses.contains(.part)
            let subject = Subject(
                thing: thing(at: head),
                scope: words.scope(of: head, in: clause.range)
            )
            // "L'étiquette ne s'éclaire plus": a piece does less than it should.
            let state: Fact.State = isOnlyPart && !isNothing ? .impaired : .failing
            add(state, subject, at: place, clause, traits)
        } else if isNothing, SmallWord.noLonger.contains(words.words[place]) {
            let known = traits.hasPronoun ? sentenceThing ?? lastThing : nil
            if known == nil, isSilence(at: place, clause) { return }
            let whole = Subject(thing: .unknown, scope: .all)
            add(.missing, known ?? whole, at: place, clause, traits)
        }
    }

    // "… marche, mais l'alarme du congélateur non": the opposite of what was said before.
    private mutating func readEllipsis(_ clause: Clause, _ traits: ClauseTraits) -> Bool {
        let last = words.words[clause.range.upperBound - 1]
        let isOther =
            traits.isOfOthers
            || clause.range.prefix(2).contains { SmallWord.theOne.contains(words.words[$0]) }
        if isOther, SmallWord.bareYes.contains(last), facts.last?.isAdverse == true {
            let others = Subject(thing: .unknown, scope: .several)
            var spared = traits
            spared.isOfOthers = true
            add(.working, others, at: clause.range.lowerBound, clause, spared)
            return true
        }
        guard clause.range.count > 1, let before = facts.last,
            SmallWord.bareNo.contains(words.words[clause.range.upperBound - 1]),
            let head = words.firstThing(in: clause.range)
        else { return false }
        // "The cameras work. The room does not:" is said of no camera.
        if thing(at: head) == .place, before.thing != .place, before.thing != .unknown {
            return false
        }
        let subject = Subject(
            thing: thing(at: head),
            scope: words.scope(of: head, in: clause.range)
        )
        add(before.isWell ? .failing : .working, subject, at: head, clause, traits)
        return true
    }

    // "Dehors, plus aucune": of what was spoken of before.
    private mutating func readNoneLeft(_ clause: Clause, _ traits: ClauseTraits) -> Bool {
        let last = clause.range.upperBound - 1
        guard clause.range.count > 1, !clause.isQuestion, let known = lastThing,
            words.words[last].senses.contains(.none),
            SmallWord.noLonger.contains(words.words[last - 1])
        else { return false }
        add(.missing, Subject(thing: known.thing, scope: .all), at: last, clause, traits)
        return true
    }

    // Where a clause says that something is over or that there is nothing; never what a person no
    // longer knows or finds.
    private func loss(in clause: Clause) -> Int? {
        guard !clause.range.contains(where: { SmallWord.minding.contains(words.words[$0]) }) else {
            return nil
        }
        return clause.range.first { place in
            let word = words.words[place]
            guard word.count > 0 else { return false }
            if word.senses.contains(.nothing) {
                let isNoLonger = SmallWord.noLonger.contains(word)
                let next = place + Int(word.count)
                if place > 0, SmallWord.notYet.contains(words.words[place - 1]) { return false }
                let isIdiom =
                    next < clause.range.upperBound
                    && SmallWord.afterNothing.contains(words.words[next])
                return !isIdiom && (isNoLonger || words.isNegated(place, in: clause.range))
            }
            return word.senses.contains(.plus) && words.isNoLonger(place, in: clause.range)
                && !words.isOnlyLeft(place, in: clause.range)
        }
    }
}

extension Senses {
    static let condition = Senses(
        .refuses,
        .works,
        .worksIfThing,
        .acts,
        .arms,
        .lacks,
        .restored,
        .dead,
        .degraded,
        .trouble,
        .fine
    )
    // What an alarm does that nothing has set off.
    static let quiet = Senses(.acts, .sounds, .worksIfThing, .works, .event)
    static let entrance = Senses(.open, .exposed, .closes, .closed)
    static let watching = Senses(.watched, .unwatched, .exclusive, .excluded, .sees)
    static let danger = Senses(.event, .stuck, .sounds, .stops)
    // What gets stuck somewhere without being a person.
    static let movable = Senses(.device, .part, .opening, .system)
}
