// Reads the facts of one clause after the other, remembering what was last spoken of.

/// The reader's memory while it goes through a text.
struct SituationReader {
    /// What it has found.
    private(set) var facts: [Fact] = []

    let words: Words
    private(set) var sentenceThing: Subject?
    private(set) var lastThing: Subject?
    private(set) var lastOpening: Subject?
    /// The one piece or small device that the clause just before named: "juste le voyant".
    private(set) var lastSingled: (subject: Subject, end: Int)?

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
        readSolitude(clause, traits)
        readSpared(clause, traits)
        readUseOfOthers(clause, traits)
        readPossession(clause, traits)
        readFreeEntry(clause, traits)
        readLeaving(clause, traits)
        readShutdown(clause, traits)
        if facts.count == known { readUnknownVerb(clause, traits) }
        readWatcher(clause, traits, known)
        if let place = traits.firstThing {
            let subject = Subject(
                thing: thing(at: place),
                scope: words.scope(of: place, in: clause.range)
            )
            // A place is where it happens, a piece is what shows it: the apparatus named before is
            // what the next clause speaks of.
            if subject.thing == .part || subject.thing == .minor,
                words.firstPlace(of: Senses(.only), in: clause.range.lowerBound..<place) != nil
            {
                lastSingled = (subject, clause.range.upperBound)
            }
            let isMinor =
                subject.thing == .place || subject.thing == .part || subject.thing == .picture
            if subject.thing == .opening { lastOpening = subject }
            if !isMinor || sentenceThing == nil { sentenceThing = subject }
            if !isMinor || lastThing == nil || lastThing?.thing == .place { lastThing = subject }
        }
    }

    /// Notes a fact.
    mutating func add(
        _ state: Fact.State,
        _ subject: Subject,
        at place: Int,
        from start: Int? = nil,
        _ clause: Clause,
        _ traits: ClauseTraits
    ) {
        // What has to be done is not the case; what has to be mended is.
        let isImagined =
            place >= clause.imaginedFrom || words.isConditional(place, in: clause.range)
            || (clause.isQuestion && words.isDeliberated(place, in: clause.range))
            || (clause.isQuestion && place < words.textStart)
            || words.isIndirect(place, in: clause.range)
            || (state.isGood && words.isWished(place, in: clause.range))
        var thing = subject.thing
        var state = state
        // A piece of a system: what it shows may be the system's own state.
        if thing == .part, let owner = sentenceThing ?? lastThing, owner.thing == .system {
            thing = .system
            if state == .failing { state = .impaired }
        }
        // The strip of a door's magnet: what it does to the door is not said.
        if thing == .part, let owner = sentenceThing ?? lastThing, owner.thing == .opening {
            thing = .opening
            if state == .failing || state == .impaired { state = .troubled }
        }
        let isPast =
            words.isPastTense(place, in: clause.range) || (traits.isPast && !traits.isSince)
        let isEvent = words.isPerfect(place, in: clause.range)
        facts.append(
            Fact(
                state: state,
                thing: thing,
                scope: subject.scope,
                isActual: !isImagined,
                isPast: isPast,
                isEvent: isEvent,
                isTale: !words.tellsOfLoss(clause.range)
                    && (isPast || (isEvent && !traits.isSince) || words.isTale(clause.range)),
                again: state.isGood ? words.again(around: place) : nil,
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

    /// Whether it is one apparatus among others.
    var isDevice: Bool { thing == .device || thing == .minor }
}
