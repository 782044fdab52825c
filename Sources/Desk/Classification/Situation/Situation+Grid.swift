// The facts in the terms of the grid: what bounds a fault, and what makes it worse.

extension Fact {
    /// Whether something does nothing any more.
    var isBreakdown: Bool { state == .failing || state == .missing }

    /// Whether something does nothing any more, stands open, or cannot be stopped.
    var isBreakdownOrDanger: Bool {
        switch state {
        case .failing, .missing, .open, .exposed, .unwatched, .stuck, .unstoppable: true
        case .impaired, .troubled, .working, .restored, .secured, .excluded, .watched, .exclusive,
            .event:
            false
        }
    }

    /// Whether something does its work, or does it again.
    var isWell: Bool { state == .working || state == .restored }
}

extension Situation {
    /// Whether an entrance that was spoken of is closed all the same.
    var isContained: Bool {
        guard
            let secured = facts.last(where: { fact in
                fact.state == .secured && fact.isActual && !fact.isPast && !fact.isOfOthers
            })
        else { return false }
        // "Elle se ferme mais ne se verrouille pas."
        return !facts.contains { fact in
            fact.isActual && fact.range.lowerBound > secured.range.lowerBound
                && (fact.state == .open || fact.state == .exposed)
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

    /// Whether a fault of one device is proven to leave the site's security as it is: nothing
    /// hangs on the device, it still does something, or something is said to bound it.
    func isHarmless(_ fact: Fact) -> Bool {
        let isBetween = fact.state == .impaired || fact.state == .troubled
        switch fact.thing {
        case .part, .minor:
            // "Ça bipe partout, je ne sais pas quoi faire": whoever knows so little names no part.
            if isVague { return false }
            if fact.thing == .part { return true }
            if isBetween { return true }
            if fact.scope == .one && isPersonal(fact) { return true }
        case .device where fact.state == .impaired: return true
        case .device where isBetween && isBounded: return true
        case .opening where isBetween && isBounded: return true
        case .system where speaksOfLink(fact): return false
        // That something of it works proves little of a whole system.
        case .system where !isSystemAtWork, .alarm where !isSystemAtWork: return false
        case .system, .alarm, .device, .opening, .place, .picture, .safety, .unknown:
            break
        }
        return isAtWork || isCovered || isContained || isSingledOut(fact)
            || words.senses.intersects(Senses(.bounded))
    }

    private var isVague: Bool {
        words.senses.contains(.unsure) && words.words.count <= Self.vagueWordsMaximum
            && !isAtWork && !isCovered && !isBounded
    }

    private static let vagueWordsMaximum = 20

    // Whether it is said of a system, or of all, that it works.
    private var isSystemAtWork: Bool {
        words.senses.contains(.bounded)
            || facts.contains { fact in
                guard fact.isActual, !fact.isPast, fact.isWell else { return false }
                switch fact.thing {
                case .system, .alarm, .picture: return true
                case .unknown: return fact.scope == .all || fact.isOfOthers
                case .device, .minor, .part, .opening, .place, .safety:
                    return fact.scope == .all || fact.isOfOthers
                }
            }
    }

    // "ma télécommande", "le badge de Mme Roy", "la sonnette": one person's, or for visitors
    // only.
    private func isPersonal(_ fact: Fact) -> Bool {
        let around = max(0, fact.range.lowerBound - 6)..<fact.range.upperBound
        return words.firstPlace(of: Senses(.personal), in: around) != nil
    }

    // What is said of the line to the monitoring station: that all is well on the site bounds
    // nothing there.
    private func speaksOfLink(_ fact: Fact) -> Bool {
        words.firstPlace(of: Senses(.link), in: fact.range) != nil
    }

    /// Whether a burglary, a fire or an assault is told of that is not long past.
    var hasEvent: Bool { current.contains { $0.state == .event && !$0.isPast } }

    /// The first clause that says that something is no more, or that there is nothing, or that a
    /// thing which guards does not, in words from which no fact was read.
    var unreadLoss: Range<Int>? {
        clauses.first { clause in
            guard clause.range.lowerBound >= words.textStart, !clause.isQuestion,
                clause.imaginedFrom > clause.range.lowerBound,
                let place = words.firstPlace(of: .losing, in: clause.range),
                !clause.range.contains(where: { SmallWord.minding.contains(words.words[$0]) }),
                !words.senses(in: clause.range).intersects(.soothing)
            else { return false }
            let senses = words.words[place].senses
            if senses.contains(.plus), !words.isNoLonger(place, in: clause.range) { return false }
            if words.isIdiom(behindNothing: place, in: clause.range) { return false }
            if !guards(clause.range, negatedAt: place, senses) {
                // "31 ne bouge plus, 30 et 32 voient le même mur" is bounded all the same.
                guard senses.intersects(Senses(.plus, .nothing)) else { return false }
                if namesDevice, isCovered || isExceptional { return false }
                // "Le capot a jauni et ne tient plus."
                if isAtWork, isOfPart(before: clause.range.lowerBound) { return false }
            }
            return !facts.contains { $0.range.overlaps(clause.range) }
        }?.range
    }

    // Whether what was said last, in the same sentence, was said of a piece.
    private func isOfPart(before place: Int) -> Bool {
        guard place < words.words.count, words.words[place].gap < .colon else { return false }
        return facts.last { $0.range.upperBound <= place }?.thing == .part
    }

    // Whether a negation is said of what the security of the site hangs on.
    private func guards(_ clause: Range<Int>, negatedAt place: Int, _ senses: Senses) -> Bool {
        let reach = senses.contains(.not) ? clause.lowerBound..<place : clause
        return words.firstPlace(of: .depended, in: reach) != nil
    }

    /// "Un boîtier sur vingt": a word for any apparatus, and one of many.
    func isOneOfManyUnits(_ fact: Fact) -> Bool {
        let around = max(0, fact.range.lowerBound - 8)..<fact.range.upperBound
        guard around.contains(where: { SmallWord.generic.contains(words.words[$0]) }) else {
            return false
        }
        return words.counts(behind: around) || words.singlesOut(in: around)
    }

    /// "Disque 3 en erreur, les enregistrements se poursuivent": made to fail alone.
    func isRedundant(_ fact: Fact) -> Bool {
        let around = max(0, fact.range.lowerBound - 2)..<fact.range.upperBound
        return around.contains { SmallWord.redundant.contains(words.words[$0]) } && isAtWork
    }

    /// Whether a fact's place only tells where the failing thing is: "au-dessus de la porte 7".
    func isOnlyWhere(_ fact: Fact) -> Bool {
        guard let place = words.firstPlace(of: Senses(.place), in: fact.range),
            place >= fact.range.lowerBound + 3
        else { return false }
        return (place - 2..<place).contains { SmallWord.locating.contains(words.words[$0]) }
    }

    /// "Caisse 5", "quai n° 3": one of several that are counted.
    func isNumberedPlace(_ fact: Fact) -> Bool {
        guard let place = words.firstPlace(of: Senses(.place), in: fact.range) else { return false }
        return (place + 1..<min(place + 3, words.words.count)).contains { index in
            words.words[index].number >= 0 && words.words[index].gap <= .space
        }
    }

    /// Whether a clause says that there is nothing where something should be: "il n'y a rien".
    var hasUnreadEmptiness: Bool {
        clauses.contains { clause in
            guard clause.range.lowerBound >= words.textStart, !clause.isQuestion,
                clause.imaginedFrom > clause.range.lowerBound,
                let place = words.firstPlace(of: Senses(.nothing), in: clause.range),
                place >= clause.range.lowerBound + 2,
                SmallWord.having.contains(words.words[place - 1]),
                SmallWord.there.contains(words.words[place - 2])
            else { return false }
            return place + 1 >= clause.range.upperBound
        }
    }

    /// Whether a clause says that a thing no longer does, or does nothing, in words that no table
    /// knows: "l'entrepôt n'est plus relié à rien".
    var hasUnreadLossOfThing: Bool {
        clauses.contains { clause in
            guard clause.range.lowerBound >= words.textStart,
                !words.words[clause.range.upperBound - 1].asks,
                clause.imaginedFrom > clause.range.lowerBound,
                let thing = words.firstPlace(of: .guarding, in: clause.range),
                !words.words[thing].senses.contains(.minor),
                let place = words.firstPlace(of: Senses(.plus, .nothing), in: clause.range),
                !clause.range.contains(where: { SmallWord.minding.contains(words.words[$0]) })
            else { return false }
            if words.words[place].senses.contains(.plus),
                !words.isNoLonger(place, in: clause.range)
            {
                return false
            }
            return !facts.contains { $0.range.overlaps(clause.range) }
        }
    }

    /// Whether a statement tells since when something is so.
    var tellsSince: Bool {
        words.clauses.contains { clause in
            clause.range.lowerBound >= words.textStart && !clause.isQuestion
                && clause.range.contains { place in
                    words.words[place].count > 0 && words.words[place].senses.contains(.since)
                }
        }
    }

    /// Whether the only question is what to make of something: "est-ce grave ?", "is it normal?".
    var asksForAssessment: Bool {
        words.clauses.contains { clause in
            clause.isQuestion
                && clause.range.contains { SmallWord.assessing.contains(words.words[$0]) }
        }
    }

    /// Whether a clause states of several devices at once what no table knows: "tous les détecteurs
    /// sont en absence".
    var speaksOfSeveral: Bool {
        clauses.contains { clause in
            guard clause.range.lowerBound >= words.textStart, !clause.isQuestion,
                clause.imaginedFrom >= clause.range.upperBound,
                let place = words.firstPlace(of: .apparatus, in: clause.range),
                !words.words[place].senses.contains(.minor),
                words.firstPlace(of: Senses(.others), in: clause.range) == nil
            else { return false }
            // "Cameras 10 and 12 cover …": the statement comes behind the next word.
            let next = clause.range.upperBound
            if next < words.words.count, SmallWord.and.contains(words.words[next]) { return false }
            let scope = words.scope(of: place, in: clause.range)
            guard scope == .several || scope == .all else { return false }
            return !facts.contains { $0.range.overlaps(clause.range) && $0.state.isGood }
        }
    }

    /// Whether a clause states of a system or of the alarm what no table knows: "notre contrôle
    /// d'accès est en vrac".
    var speaksOfSystem: Bool {
        clauses.contains { clause in
            guard clause.range.lowerBound >= words.textStart, !clause.isQuestion,
                clause.imaginedFrom >= clause.range.upperBound,
                let place = words.firstPlace(of: .things, in: clause.range),
                words.words[place].senses.intersects(Senses(.system, .alarm)),
                !words.words[place].senses.contains(.device),
                words.firstPlace(of: Senses(.others), in: clause.range) == nil,
                clause.range.contains(where: { SmallWord.copulas.contains(words.words[$0]) }),
                !words.senses(in: clause.range).intersects(.soothing)
            else { return false }
            return !facts.contains { $0.range.overlaps(clause.range) }
        }
    }

    /// Whether something is said to have no other beside it.
    var leavesAlone: Bool { current.contains { $0.state == .exclusive } }

    /// What is wrong now, apart from what has happened.
    var wrongs: [Fact] { current.filter { $0.isAdverse && $0.state != .event } }

    /// Whether something is wrong that nothing bounds.
    var isUnbounded: Bool { wrongs.contains { !isHarmless($0) } }

    // "juste la caméra 4", "une seule caméra, celle du hall": said of an apparatus, in the same
    // sentence.
    func isSingledOut(_ fact: Fact) -> Bool {
        let start = words.sentence(around: fact.range.lowerBound).lowerBound
        if fact.scope == .one, words.counts(behind: fact.range) { return true }
        if fact.scope == .one, words.singlesOut(in: start..<fact.range.upperBound) { return true }
        return (start..<fact.range.upperBound).contains { place in
            guard words.words[place].count > 0, words.words[place].senses.contains(.only) else {
                return false
            }
            let behind = (place + 1)..<min(place + 5, words.words.count)
            return place + 5 > behind.upperBound
                || words.firstPlace(of: .apparatus, in: behind) != nil
        }
    }

    /// A question that nothing else stands beside: no call for help, no "since", no "now".
    var mereQuestion: Range<Int>? {
        guard
            !words.senses.intersects(
                Senses(.intervene, .since, .atPresent, .haste, .trouble, .unsure)
            )
        else {
            return nil
        }
        return words.clauses.last { $0.isQuestion && $0.range.count >= 2 }?.range
    }

    /// Whether the client says that there is another way, or no harm.
    var isBounded: Bool { words.senses.intersects(Senses(.bounded, .calm)) }

    /// Whether anything of the trade is spoken of, or anything asked.
    var isTold: Bool {
        words.senses.intersects(.things) || !facts.isEmpty || words.isAsking
    }

    /// Whether it is said which apparatus is meant.
    var namesApparatus: Bool { words.senses.contains(.device) }

    /// Whether a single device or piece is spoken of at all.
    var namesDevice: Bool { words.senses.intersects(Senses(.device, .part, .opening)) }
}

extension Words {
    /// "rien de perdu", "qui n'a encore rien".
    func isIdiom(behindNothing place: Int, in clause: Range<Int>) -> Bool {
        guard words[place].senses.contains(.nothing) else { return false }
        if place > clause.lowerBound, SmallWord.notYet.contains(words[place - 1]) { return true }
        let next = place + Int(max(1, words[place].count))
        return next < clause.upperBound && SmallWord.de.contains(words[next])
    }

    /// Where something is asked for, rather than mentioned: its sentence asks or wishes.
    var wish: Int? {
        let sentences = sentences
        for senses in [Senses(.learn, .configure, .trade, .ask), Senses(.mayAsk)] {
            let found = all.first { place in
                guard words[place].count > 0, words[place].senses.intersects(senses) else {
                    return false
                }
                guard !words[place].senses.intersects(.wishing),
                    let sentence = sentences.first(where: { $0.contains(place) })
                else { return true }
                // A heading says in a word what the text wishes.
                if place < textStart { return self.senses.intersects(.wishing) || isAsking }
                if words[sentence.upperBound - 1].asks { return true }
                // "Je n'ai pas eu le compte rendu. Merci de me l'envoyer."
                let next = sentences.first { $0.lowerBound == sentence.upperBound }
                return firstPlace(of: .wishing, in: sentence) != nil
                    || next.map { firstPlace(of: .wishing, in: $0) != nil } == true
            }
            if let found { return found }
        }
        return nil
    }

    /// Whether the text asks something.
    var isAsking: Bool { words.contains { $0.asks } }

    /// Whether the text asks something, and nobody to come or call.
    var asksWithoutCalling: Bool {
        words.contains { $0.asks } && !words.contains { SmallWord.coming.contains($0) }
            && !senses.intersects(Senses(.trouble, .degraded, .dead, .unsure))
    }

    /// All places.
    var all: Range<Int> { words.indices }
}

extension Senses {
    /// Says that something is not, or no more.
    fileprivate static let losing = Senses(.plus, .nothing, .none, .nobody, .not, .unable)
    /// Says that it is no harm.
    fileprivate static let soothing = Senses(.bounded, .calm, .fine)
    /// What the security of a site hangs on.
    fileprivate static let depended = Senses(.system, .alarm, .opening, .safety, .picture)
    /// What turns a mention into a wish.
    fileprivate static let wishing = Senses(.wished, .ask, .mayAsk, .later)
}
