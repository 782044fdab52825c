// Reads the facts of one clause after the other, remembering what was last spoken of.

/// The reader's memory while it goes through a text.
struct SituationReader {
    /// What it has found.
    private(set) var facts: [Fact] = []

    private let words: Words
    private var sentenceThing: Subject?
    private var lastThing: Subject?

    /// A thing with how much of it is meant.
    struct Subject {
        var thing: Fact.Thing
        var scope: Fact.Scope
    }

    /// Begins a text.
    init(_ words: Words) {
        self.words = words
    }

    /// Reads the next clause.
    mutating func read(_ clause: Clause) {
        if clause.opensSentence { sentenceThing = nil }
        let traits = ClauseTraits(clause, in: words)
        let known = facts.count
        for place in clause.range where words.words[place].count > 0 {
            let senses = words.words[place].senses
            guard !senses.isEmpty else { continue }
            readStates(at: place, senses, clause, traits)
            if senses.intersects(.things) { readAbsence(at: place, senses, clause, traits) }
        }
        if facts.count == known { readUnknownVerb(clause, traits) }
        if facts.count == known, traits.isOfOthers, !traits.isAlike, !clause.isQuestion {
            add(.working, .unknown, at: clause.range.lowerBound, clause, traits)
        }
        if let place = traits.firstThing {
            let subject = Subject(
                thing: thing(at: place),
                scope: words.scope(of: place, in: clause.range)
            )
            // A place is where it happens, a piece is what shows it: the apparatus named before is
            // what the next clause speaks of.
            let isMinor = subject.thing == .place || subject.thing == .part || subject.thing == .picture
            if !isMinor || sentenceThing == nil { sentenceThing = subject }
            if !isMinor || lastThing == nil || lastThing?.thing == .place { lastThing = subject }
        }
    }

    // MARK: - States

    private mutating func readStates(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        if senses.intersects(.condition) { readCondition(at: place, senses, clause, traits) }
        if senses.intersects(.entrance) { readEntrance(at: place, senses, clause, traits) }
        if senses.intersects(.watching) { readWatching(at: place, senses, clause, traits) }
        if senses.intersects(.danger) { readDanger(at: place, senses, clause, traits) }
    }

    private mutating func readCondition(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        let subject = subject(for: place, in: clause, traits)
        let whole = Subject(thing: .unknown, scope: .all)
        if senses.contains(.unable), !senses.contains(.dead) {
            // "La centrale refuse de …": whatever it is, it does not do it.
            guard let head = words.headThing(before: place, in: clause.range),
                words.words[head].senses.intersects(.apparatus)
            else { return }
            let refused = Subject(thing: thing(at: head), scope: words.scope(of: head, in: clause.range))
            add(.failing, refused, at: place, clause, traits)
        } else if senses.contains(.works) {
            let spoken = subject ?? (traits.isWhole || traits.hasNothing ? whole : .unknown)
            let state: Fact.State = traits.isDegraded ? .impaired : .working
            add(isNegated ? .failing : state, spoken, at: place, clause, traits)
        } else if senses.contains(.restored) {
            add(isNegated ? .failing : .restored, subject ?? whole, at: place, clause, traits)
        } else if senses.contains(.dead) {
            let spoken = subject ?? (traits.isWhole || traits.hasNothing ? whole : .unknown)
            add(isNegated ? .working : .failing, spoken, at: place, clause, traits)
        } else if senses.contains(.arms) {
            let isNamed = subject?.thing == .alarm || subject?.thing == .system
            let alarm = Subject(thing: .alarm, scope: .one)
            readWork(at: place, isNegated, isNamed ? subject : alarm, clause, traits)
        } else if senses.contains(.lacks) {
            readLack(at: place, isNegated, clause, traits)
        } else if senses.contains(.worksIfThing) {
            readWork(at: place, isNegated, subject, clause, traits)
        } else if senses.contains(.acts) {
            let isNamed = traits.firstThing != nil || traits.hasPronoun || traits.isOfOthers
            if isNamed { readWork(at: place, isNegated, subject, clause, traits) }
        } else if senses.contains(.degraded) {
            if let subject, !isNegated { add(.impaired, subject, at: place, clause, traits) }
        } else if senses.contains(.trouble) {
            // A heading such as "Problème de porte" says nothing that the text does not say better.
            guard place >= words.textStart else { return }
            add(isNegated ? .working : .troubled, subject ?? .unknown, at: place, clause, traits)
        } else if senses.contains(.fine), traits.isWhole || traits.isOfOthers || traits.firstThing != nil {
            add(isNegated ? .troubled : .working, subject ?? whole, at: place, clause, traits)
        }
    }

    // A machine's verb. Unnegated it proves work only with a word of assurance beside it: "le clavier
    // affiche un défaut" proves none.
    private mutating func readWork(
        at place: Int,
        _ isNegated: Bool,
        _ subject: Subject?,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        guard !traits.isOfPeople else { return }
        guard let subject, subject.thing != .place else {
            if !isNegated, traits.isIndeed, let lastThing { add(.working, lastThing, at: place, clause, traits) }
            return
        }
        if isNegated {
            add(.failing, subject, at: place, clause, traits)
        } else if traits.isDegraded {
            add(.impaired, subject, at: place, clause, traits)
        } else if traits.isIndeed || traits.isOfOthers || traits.isWhole {
            add(.working, subject, at: place, clause, traits)
        }
    }

    // "L'appli ne se lance plus", "the arm no longer lifts": a verb that no table knows, and no longer.
    private mutating func readUnknownVerb(_ clause: Clause, _ traits: ClauseTraits) {
        guard !traits.isOfPeople,
            let place = words.firstPlace(of: Senses(.plus), in: clause.range),
            words.isNoLonger(place, in: clause.range),
            let head = words.headThing(before: place, in: clause.range),
            words.words[head].senses.intersects(.apparatus)
        else { return }
        let subject = Subject(thing: thing(at: head), scope: words.scope(of: head, in: clause.range))
        add(.failing, subject, at: place, clause, traits)
    }

    // "il manque tous les enregistrements", "une vis manque".
    private mutating func readLack(
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
        add(isPicture ? .missing : .impaired, spoken, at: place, clause, traits)
    }

    private mutating func readEntrance(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        if senses.contains(.exposed) {
            let spoken = subject(for: place, in: clause, traits) ?? .unknown
            add(isNegated ? .secured : .exposed, spoken, at: place, clause, traits)
            return
        }
        guard let spoken = subject(for: place, in: clause, traits, preferring: .opening),
            spoken.thing == .opening || spoken.thing == .safety
        else { return }
        if senses.contains(.open) {
            add(isNegated ? .secured : .open, spoken, at: place, clause, traits)
        } else {
            add(isNegated ? .open : .secured, spoken, at: place, clause, traits)
        }
    }

    private mutating func readWatching(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        let spoken = subject(for: place, in: clause, traits) ?? .unknown
        if senses.contains(.exclusive) {
            add(.exclusive, spoken, at: place, clause, traits)
        } else if senses.contains(.unwatched) {
            add(isNegated ? .watched : .unwatched, spoken, at: place, clause, traits)
        } else if senses.contains(.excluded) {
            guard !isNegated, spoken.thing != .unknown, spoken.thing != .opening else { return }
            add(.excluded, spoken, at: place, clause, traits)
        } else if senses.contains(.watched) {
            add(isNegated ? .unwatched : .watched, spoken, at: place, clause, traits)
        } else if senses.contains(.sees), isNegated {
            readBlindness(at: place, clause, traits)
        } else if senses.contains(.sees), traits.isOfOthers, !words.hasDevice(in: clause.range) {
            add(.working, spoken, at: place, clause, traits)
        } else if senses.contains(.sees), traits.hasPlace || traits.isOfOthers {
            add(.watched, spoken, at: place, clause, traits)
        }
    }

    // "on ne voit plus rien", "… le parking", "… la caméra 3".
    private mutating func readBlindness(
        at place: Int,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let behind = words.firstThing(in: place..<clause.range.upperBound)
        if let device = words.firstPlace(of: Senses(.device, .system), in: clause.range) {
            let scope = words.scope(of: device, in: clause.range)
            add(.failing, Subject(thing: thing(at: device), scope: scope), at: place, clause, traits)
        } else if traits.hasNothing || behind.map({ thing(at: $0) == .place }) == true {
            add(.missing, Subject(thing: .place, scope: .all), at: place, clause, traits)
        } else if behind.map({ thing(at: $0) == .picture }) == true {
            add(.missing, Subject(thing: .picture, scope: .all), at: place, clause, traits)
        }
    }

    private mutating func readDanger(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isNegated = words.isNegated(place, in: clause.range)
        if senses.contains(.event) {
            if !isNegated { add(.event, .unknown, at: place, clause, traits) }
        } else if senses.contains(.stuck) {
            let before = words.firstThing(in: clause.range.lowerBound..<place)
            let isThing = before.map { words.words[$0].senses.intersects(.movable) } == true
            if !isThing { add(.stuck, .unknown, at: place, clause, traits) }
        } else if senses.contains(.sounds) {
            guard let spoken = subject(for: place, in: clause, traits), spoken.thing == .alarm
                || traits.hasAlarm || spoken.thing == .device
            else { return }
            if spoken.thing == .device, clause.isQuestion || traits.isIndeed { return }
            if isNegated && !traits.isEndless {
                add(.failing, spoken, at: place, clause, traits)
            } else if traits.isEndless {
                add(.unstoppable, spoken, at: place, clause, traits)
            } else if !words.words[place].senses.contains(.acts) {
                add(.impaired, spoken, at: place, clause, traits)
            }
        } else if senses.contains(.stops), isNegated {
            add(.unstoppable, lastThing ?? .unknown, at: place, clause, traits)
        }
    }

    // MARK: - Absence

    private mutating func readAbsence(
        at place: Int,
        _ senses: Senses,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let (isMissing, start) = words.absence(of: place, in: clause.range)
        guard isMissing else { return }
        let isPicture = senses.contains(.picture)
        let negator = words.words[start].senses
        // "aucun badge", "pas de caméra" are subjects or wishes; "plus de caméra" is a loss.
        guard isPicture || negator.contains(.plus) || senses.contains(.system)
            || negator.contains(.without)
        else { return }
        guard !senses.contains(.place), !senses.contains(.part) else { return }
        var spoken = Subject(thing: thing(at: place), scope: .all)
        if isPicture {
            let end = place + Int(words.words[place].count)
            let owners = Senses(.device, .system, .place)
            if let owner = words.firstPlace(of: owners, in: end..<clause.range.upperBound) {
                spoken = Subject(
                    thing: thing(at: owner),
                    scope: words.scope(of: owner, in: clause.range)
                )
            } else if let known = sentenceThing ?? lastThing, known.thing == .device {
                spoken = known
            }
        }
        add(.missing, spoken, at: place, from: start, clause, traits)
    }

    // MARK: - Subjects

    // The thing that the word at a place is said of.
    private func subject(
        for place: Int,
        in clause: Clause,
        _ traits: ClauseTraits,
        preferring sense: Sense? = nil
    ) -> Subject? {
        let range = clause.range
        if let sense {
            let wanted = Senses(sense, .safety)
            let before = words.lastPlace(of: wanted, in: range.lowerBound..<place)
            if let found = before ?? words.firstPlace(of: wanted, in: place..<range.upperBound) {
                return Subject(thing: thing(at: found), scope: words.scope(of: found, in: range))
            }
        }
        let head = words.headThing(before: place, in: range)
        let nothing = words.lastPlace(of: Senses(.nothing), in: range.lowerBound..<place)
        if let nothing, nothing > head ?? -1 { return Subject(thing: .unknown, scope: .all) }
        if let found = head
            ?? words.firstThing(in: (place + 1)..<max(place + 1, range.upperBound))
        {
            return Subject(thing: thing(at: found), scope: words.scope(of: found, in: range))
        }
        if traits.isOfOthers {
            return Subject(thing: sentenceThing?.thing ?? lastThing?.thing ?? .unknown, scope: .several)
        }
        if traits.isWhole || traits.hasNothing { return nil }
        return sentenceThing ?? (traits.hasPronoun || facts.isEmpty ? lastThing : nil)
    }

    private func thing(at place: Int) -> Fact.Thing {
        let senses = words.words[place].senses
        if senses.contains(.safety) { return .safety }
        if senses.contains(.alarm) { return senses.contains(.device) ? .device : .alarm }
        if senses.contains(.system) { return .system }
        if senses.contains(.opening) { return .opening }
        if senses.contains(.device) { return .device }
        if senses.contains(.picture) { return .picture }
        if senses.contains(.part) { return .part }
        return senses.contains(.place) ? .place : .unknown
    }

    private mutating func add(
        _ state: Fact.State,
        _ subject: Subject,
        at place: Int,
        from start: Int? = nil,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        let isImagined = place >= clause.imaginedFrom || words.isConditional(place, in: clause.range)
        var thing = subject.thing
        var state = state
        // A piece of a system: what it shows may be the system's own state.
        if thing == .part, let owner = sentenceThing ?? lastThing, owner.thing == .system {
            thing = .system
            if state == .failing { state = .impaired }
        }
        facts.append(
            Fact(
                state: state,
                thing: thing,
                scope: subject.scope,
                isActual: !isImagined,
                isPast: words.isPastTense(place, in: clause.range)
                    || (traits.isPast && !traits.isSince),
                isEvent: words.isPerfect(place, in: clause.range),
                isOfOthers: traits.isOfOthers,
                isNow: traits.isNow && !traits.isPast,
                range: words.span(around: place, from: start, in: clause.range)
            )
        )
    }
}

extension SituationReader.Subject {
    /// Not said.
    static let unknown = SituationReader.Subject(thing: .unknown, scope: .one)
}

extension Senses {
    fileprivate static let condition = Senses(
        .unable, .works, .worksIfThing, .acts, .arms, .lacks, .restored, .dead, .degraded, .trouble, .fine
    )
    fileprivate static let entrance = Senses(.open, .exposed, .closes, .closed)
    fileprivate static let watching = Senses(.watched, .unwatched, .exclusive, .excluded, .sees)
    fileprivate static let danger = Senses(.event, .stuck, .sounds, .stops)
    // What gets stuck somewhere without being a person.
    fileprivate static let movable = Senses(.device, .part, .opening, .system)
}
