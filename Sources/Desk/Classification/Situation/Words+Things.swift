// Which thing of a clause a word is said of, and how much of it is meant.

extension Words {
    /// The first word of some senses in a range.
    func firstPlace(of senses: Senses, in range: Range<Int>) -> Int? {
        range.first { words[$0].count > 0 && words[$0].senses.intersects(senses) }
    }

    /// The last word of some senses in a range.
    func lastPlace(of senses: Senses, in range: Range<Int>) -> Int? {
        range.last { words[$0].count > 0 && words[$0].senses.intersects(senses) }
    }

    /// All senses in a range.
    func senses(in range: Range<Int>) -> Senses {
        range.reduce(into: Senses()) { all, place in
            if words[place].count > 0 { all.formUnion(words[place].senses) }
        }
    }

    /// The first thing in a range; places only where there is nothing else.
    func firstThing(in range: Range<Int>) -> Int? {
        firstPlace(of: .concrete, in: range) ?? firstPlace(of: .things, in: range)
    }

    /// Whether a device is named in a range.
    func hasDevice(in range: Range<Int>) -> Bool {
        firstPlace(of: Senses(.device), in: range) != nil
    }

    /// The thing before a word, at the head of its phrase: of "l'écran de la centrale", the screen.
    func headThing(before place: Int, in clause: Range<Int>) -> Int? {
        let before = clause.lowerBound..<place
        guard var found = lastPlace(of: .concrete, in: before) else {
            return lastPlace(of: .things, in: before)
        }
        while let owner = lastPlace(of: .things, in: clause.lowerBound..<found),
            isGenitive(from: owner, to: found), !words[owner].senses.contains(.place)
        {
            found = owner
        }
        return found
    }

    // "de", "du", "de la", "of the" and up to two words between two things.
    func isGenitive(from owner: Int, to found: Int) -> Bool {
        let start = owner + Int(max(1, words[owner].count))
        guard start < found, found - start <= 5 else { return false }
        return (start..<found).contains { SmallWord.binding.contains(words[$0]) }
    }

    /// How much of a thing is meant, by what stands before it and by its own number.
    func scope(of place: Int, in clause: Range<Int>) -> Fact.Scope {
        var index = place - 1
        var steps = 0
        var number: Int?
        var isDefinite = false
        while index >= clause.lowerBound, steps < 5 {
            defer { index -= 1 }
            let word = words[index]
            guard word.count > 0 else { continue }
            steps += 1
            let senses = word.senses
            // "un des cinq couloirs du hall": the number is that of the corridors.
            if senses.intersects(.things), steps > 1 { break }
            if word.number >= 0 {
                // "flat 21's handset", "casier n° 27" are one.
                let isName = index > clause.lowerBound && isNumbered(index - 1)
                if !isName, !isPossessive(index + 1) { number = Int(word.number) }
                continue
            }
            if let spelled = spelledNumber(index) {
                number = spelled
                continue
            }
            if senses.contains(.none) || senses.contains(.whole) || senses.contains(.nothing) {
                return .all
            }
            if senses.contains(.several), isPlural(place) || words[place].senses.contains(.system) {
                return .several
            }
            // "une des trois", "one of our five".
            if isPartitive(index), isOneOf(before: index, in: clause) { return .one }
            if senses.contains(.plural) {
                isDefinite = isDefinite || !isIndefinite(index)
                if number != nil || isPlural(place) { return isDefinite ? .all : .several }
                continue
            }
            if senses.contains(.one), number == nil {
                // "one of the window sensors".
                if index > clause.lowerBound, isPartitive(index - 1),
                    isOneOf(before: index - 1, in: clause)
                {
                    return .one
                }
                return isPlural(place) ? .several : .one
            }
        }
        switch number {
        case 1?: return .one
        case 2?: return .two
        case .some: return .several
        case nil: break
        }
        return isPlural(place) ? .several : .one
    }

    private func isPlural(_ place: Int) -> Bool {
        let last = bytes[Int(words[place].end) - 1]
        let isShort = words[place].end - words[place].start <= 3
        return !isShort && (last == UInt8(ascii: "s") || last == UInt8(ascii: "x"))
            && !SmallWord.singular.contains(words[place])
    }

    // "une de nos", "l'une des".
    private func isOneOf(before index: Int, in clause: Range<Int>) -> Bool {
        (max(clause.lowerBound, index - 2)..<index).contains { place in
            isOne(place) && !words[place].senses.contains(.several)
        }
    }

    private func isOne(_ index: Int) -> Bool {
        SmallWord.one.contains(words[index])
    }

    // "n° 27", "office 12".
    private func isNumbered(_ index: Int) -> Bool {
        SmallWord.numbering.contains(words[index])
            || (words[index].senses.intersects(.things) && words[index + 1].gap <= .space)
    }

    private func isPossessive(_ index: Int) -> Bool {
        words[index].gap == .tight && words[index].end - words[index].start == 1
            && bytes[Int(words[index].start)] == UInt8(ascii: "s")
    }

    private func isPartitive(_ index: Int) -> Bool {
        SmallWord.of.contains(words[index])
    }

    private func isIndefinite(_ index: Int) -> Bool {
        SmallWord.indefinite.contains(words[index])
    }

    // Exact only as far as it matters: one, two, more.
    private func spelledNumber(_ index: Int) -> Int? {
        if SmallWord.two.contains(words[index]) { return 2 }
        return SmallWord.many.contains(words[index]) ? 3 : nil
    }

    /// Whether an entrance closes by itself, rather than being closed by somebody.
    func closesItself(_ place: Int, in clause: Range<Int>) -> Bool {
        let before = clause.lowerBound..<place
        if firstPlace(of: Senses(.opening, .safety), in: before) != nil { return true }
        return !before.contains { words[$0].senses.isEmpty }
    }

    /// "l'unité fermée": a name, not a state of the door that is spoken of later.
    func isEpithet(_ place: Int, in clause: Range<Int>) -> Bool {
        guard place > clause.lowerBound, words[place].gap <= .space else { return false }
        let before = words[place - 1]
        if before.senses.contains(.place) { return true }
        let isSaid = SmallWord.copulas.contains(before) || !before.senses.isEmpty
        return !isSaid
    }

    /// "d'autres | qui n'ouvrent rien": the statement stands behind.
    func opensRelative(at place: Int) -> Bool {
        place < words.count && words[place].gap < .comma && words[place].count > 0
            && words[place].senses.contains(.relative)
    }

    /// "retiré", "jamais remis".
    func isRemoval(_ place: Int) -> Bool {
        (place..<place + Int(max(1, words[place].count))).contains { index in
            SmallWord.removed.contains(words[index])
        }
    }

    /// "nous le fermons", "on la verrouille".
    func hasObject(before place: Int, in clause: Range<Int>) -> Bool {
        place > clause.lowerBound && SmallWord.objects.contains(words[place - 1])
    }

    /// "caméra 8 en panne sur 24": one of many.
    func counts(behind range: Range<Int>) -> Bool {
        (range.lowerBound..<min(range.upperBound + 2, words.count)).dropLast().contains { index in
            SmallWord.outOf.contains(words[index]) && !countsSeveral(before: index)
                && (words[index + 1].number > 2 || SmallWord.many.contains(words[index + 1]))
        }
    }

    // "six sur huit": more than one of many.
    private func countsSeveral(before index: Int) -> Bool {
        (max(0, index - 4)..<index).contains { place in
            SmallWord.many.contains(words[place]) || SmallWord.two.contains(words[place])
                || (words[place].number > 1 && !(place > 0 && isNumbered(place - 1)))
        }
    }

    /// "un des six tourniquets", "one of our remotes": the others are not concerned.
    func singlesOut(in range: Range<Int>) -> Bool {
        range.dropLast().contains { index in
            isOne(index) && isPartitive(index + 1) && words[index + 1].gap <= .space
        }
    }

    // MARK: - Tense and mood

    /// Whether a verb is imagined by its form or by the word before it.
    func isConditional(_ place: Int, in clause: Range<Int>) -> Bool {
        let last = place + Int(max(1, words[place].count)) - 1
        if Ending.conditional.contains(where: { ends(last, with: $0) }) { return true }
        return hasBefore(place, .would, within: 4, in: clause)
    }

    /// Whether what a word says is wished for: "il faut remettre …", "please set …".
    func isWished(_ place: Int, in clause: Range<Int>) -> Bool {
        lastPlace(of: Senses(.wished), in: clause.lowerBound..<place) != nil
    }

    /// "en combien de secondes la sirène se déclenche": asked, not told.
    func isIndirect(_ place: Int, in clause: Range<Int>) -> Bool {
        (clause.lowerBound..<place).contains { index in
            if SmallWord.measuring.contains(words[index]) { return true }
            // "comment on enlève le son", never "comment" alone.
            return SmallWord.how.contains(words[index]) && index + 1 < clause.upperBound
                && SmallWord.deliberated.contains(words[index + 1])
        }
    }

    /// Whether a question asks if something should be done.
    ///
    /// "Faut-il les mettre hors tension ?"
    func isDeliberated(_ place: Int, in clause: Range<Int>) -> Bool {
        (clause.lowerBound..<place).dropLast().contains { index in
            if SmallWord.meaning.contains(words[index]) { return true }
            if SmallWord.possible.contains(words[index]) {
                return SmallWord.de.contains(words[index + 1])
            }
            return SmallWord.deliberating.contains(words[index])
                && SmallWord.deliberated.contains(words[index + 1])
        }
    }

    /// Whether a verb is in a past tense that says nothing of the present.
    func isPastTense(_ place: Int, in clause: Range<Int>) -> Bool {
        let last = place + Int(max(1, words[place].count)) - 1
        return isImperfect(last)
            || hasBefore(place, .was, within: 4, in: clause) && !lastsUntilNow(place, in: clause)
    }

    // "We have had no alarm since Monday": begun then, and so now.
    private func lastsUntilNow(_ place: Int, in clause: Range<Int>) -> Bool {
        (max(clause.lowerBound + 1, place - 4)..<max(clause.lowerBound + 1, place)).contains {
            words[$0].senses.contains(.was) && Self.have.contains(words[$0 - 1])
        }
    }

    private static let have = WordList("have has ve")

    /// Whether a verb tells of something that happened: "est tombée", "a lâché", "has stopped".
    func isPerfect(_ place: Int, in clause: Range<Int>) -> Bool {
        let last = place + Int(max(1, words[place].count))
        // "plan a smoke test": the English article is no auxiliary.
        let isEnglish = clause.contains { SmallWord.english.contains(words[$0]) }
        return (max(clause.lowerBound, place - 3)..<last).contains { index in
            SmallWord.auxiliaries.contains(words[index])
                && !(isEnglish && SmallWord.article.contains(words[index]))
        }
    }

    /// Whether a clause tells what was so for a while: "le clavier affichait", "went down".
    func isTale(_ clause: Range<Int>) -> Bool {
        clause.contains { place in
            SmallWord.lasting.contains(words[place]) || SmallWord.preterites.contains(words[place])
                || isImperfect(place)
        }
    }

    /// Whether a clause says that something is no longer so: that is so now.
    func tellsOfLoss(_ clause: Range<Int>) -> Bool {
        clause.contains { words[$0].senses.contains(.plus) && isNoLonger($0, in: clause) }
            && !clause.contains { isImperfect($0) }
            && !clause.contains { SmallWord.lasting.contains(words[$0]) }
    }

    private func isImperfect(_ place: Int) -> Bool {
        !SmallWord.present.contains(words[place])
            && Ending.imperfect.contains { ends(place, with: $0) }
    }

    /// The words of the sentence that a word stands in.
    func sentence(around place: Int) -> Range<Int> {
        var start = place
        while start > 0, words[start].gap != .sentence { start -= 1 }
        var end = place + 1
        while end < words.count, words[end].gap != .sentence { end += 1 }
        return start..<end
    }

    /// Where a sentence says that something is so again, or since a moment that was told.
    ///
    /// "It starts again" tells nothing good: what things do counts with "since" alone.
    func again(around place: Int) -> Int? {
        let sentence = sentence(around: place)
        let start = sentence.lowerBound
        // "Until it is repaired": awaited, and not so.
        if (start..<place).contains(where: { SmallWord.until.contains(words[$0]) }) { return nil }
        if words[place].senses.contains(.restored) {
            // "Du cuivre a disparu" is no good news; that the fault has gone is.
            let last = min(place + Int(words[place].count), words.count) - 1
            guard SmallWord.vanished.contains(words[last]) else { return place }
            let isTrouble = (max(start, place - 4)..<place).contains { index in
                words[index].senses.intersects(Senses(.trouble, .dead, .degraded, .pronoun))
            }
            return isTrouble ? place : nil
        }
        let isDeed = words[place].senses.intersects(Senses(.worksIfThing, .acts, .sounds))
        return sentence.last { index in
            words[index].count > 0 && words[index].senses.contains(.since)
                || !isDeed && SmallWord.again.contains(words[index])
        }
    }

    private func hasBefore(_ place: Int, _ sense: Sense, within: Int, in clause: Range<Int>) -> Bool
    {
        var steps = 0
        var index = place - 1
        while index >= clause.lowerBound, steps < within {
            if words[index].count > 0 {
                steps += 1
                if words[index].senses.contains(sense) { return true }
            }
            index -= 1
        }
        return false
    }

    /// At most a dozen words around the one that decided, within its clause.
    func span(around place: Int, from start: Int?, in clause: Range<Int>) -> Range<Int> {
        let first = max(clause.lowerBound, min(start ?? place, place) - 6)
        let end = min(clause.upperBound, place + Int(max(1, words[place].count)) + 5)
        return first..<max(end, first + 1)
    }
}

extension Senses {
    /// Things that are not mere places.
    static let concrete = Senses(.system, .alarm, .device, .part, .opening, .picture, .safety)
    /// What guards something, and what it guards.
    static let guarding = Senses(.system, .alarm, .device, .opening, .place, .picture, .safety)
}
