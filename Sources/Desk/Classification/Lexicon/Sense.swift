// What words mean to the desk.
//
// The grid of PROC-QUAL-006 asks what is affected, in what state it is, since when, and who or what
// is exposed; a complaint asks what went wrong between people. A sense is one such meaning. A word
// may have several; grammar (`Negation`, `Clause`) decides which of them counts.

/// One meaning that a word or phrase can carry.
package enum Sense: UInt8, CaseIterable, Sendable {
    // What is affected.
    /// A system as a whole, or the part on which the whole depends.
    case system
    /// What gives the alarm.
    case alarm
    /// One apparatus among others.
    case device
    /// An apparatus on which the site's security does not hang.
    case minor
    /// An apparatus that one person carries or that only visitors use.
    case personal
    /// The line to those who watch from afar.
    case link
    /// A piece of an apparatus.
    case part
    /// What closes an entrance.
    case opening
    /// A place that is watched or entered.
    case place
    /// What a system delivers: images, recordings, signals.
    case picture
    /// What lives depend on.
    case safety
    /// Somebody.
    case person

    // In what state it is.
    /// Does nothing any more.
    case dead
    /// Does its work badly.
    case degraded
    /// Something is wrong; what, the word does not say.
    case trouble
    /// Does its work.
    case works
    /// Does its work, as only machines do.
    case worksIfThing
    /// Sets the alarm; speaks of the alarm even where it is not named.
    case arms
    /// Is missing.
    case lacks
    /// Does something that people do too: counts where a thing is named in the same breath.
    case acts
    /// Works again.
    case restored
    /// All is well.
    case fine
    /// Stands open.
    case open
    /// Whoever comes can enter.
    case exposed
    /// Closes, locks.
    case closes
    /// Is closed, is locked.
    case closed
    /// Is watched, protected, covered.
    case watched
    /// Sees.
    case sees
    /// Is not watched.
    case unwatched
    /// Nothing else watches or closes the same place.
    case exclusive
    /// Was switched off or taken out of the protection.
    case excluded
    /// Burglary, fire, assault.
    case event
    /// Somebody cannot get out.
    case stuck
    /// Makes itself heard.
    case sounds
    /// Without end.
    case endless
    /// To stop something.
    case stops

    // Grammar.
    /// `ne`, `n'`.
    case ne
    /// `pas`, `point`, `not`.
    case not
    /// `plus`: no longer, or more.
    case plus
    /// `rien`, `nothing`.
    case nothing
    /// `aucun`, `no`.
    case none
    /// `personne`, `nobody`.
    case nobody
    /// `sans`, `without`.
    case without
    /// Cannot, will not: what follows does not happen.
    case unable
    /// Will not, as machines will not.
    case refuses
    /// Makes a statement stronger: `bien`, `toujours`, `still`.
    case indeed
    /// `que`.
    case que
    /// Between negation and verb without weight: `toujours`, `vraiment`.
    case filler
    /// A clause begins.
    case conjunction
    /// Stands for the thing just named.
    case pronoun
    /// A clause about the thing just named begins.
    case relative
    /// What follows, up to the end of the sentence, is imagined.
    case hypothetical
    /// What follows is wished for, or has to be done.
    case wished
    /// The verb that follows is imagined: `would`.
    case would
    /// The verb that follows lies in the past: `was`, `avait`.
    case was

    // How much of it.
    /// All of it.
    case whole
    /// More than one of it.
    case several
    /// One of it.
    case one
    /// A plural article.
    case plural
    /// Only.
    case only
    /// The others.
    case others

    /// The same holds of it.
    case alike

    // When.
    /// Now, today, last night.
    case atPresent
    /// Just now: `vient de`.
    case justNow
    /// Long ago, or over.
    case past
    /// Since.
    case since
    /// In time to come.
    case later

    // What is wanted.
    /// To know.
    case ask
    /// To know, perhaps, or to have somebody come.
    case mayAsk
    /// To be taught or to be given documents.
    case learn
    /// To set, add, change.
    case configure
    /// Prices, quotations, projects.
    case trade
    /// That somebody comes or looks.
    case intervene
    /// Haste; decides nothing.
    case haste
    /// No haste, no harm.
    case calm
    /// The writer does not know.
    case unsure
    /// Whom or what a failure would expose most.
    case stakes
    /// There is another way meanwhile, or no consequence.
    case bounded

    // Complaints.
    /// Displeasure.
    case displeased
    /// The word complaint itself.
    case complains
    /// Invoices, amounts, payments.
    case money
    /// Waiting, reminders, broken dates.
    case delay
    /// Work that was done, and by whom.
    case work
    /// Manners, contacts, information.
    case relation
    /// Asking for amends.
    case amends
    /// The level-1 addressee.
    case operations
    /// Somebody above, level 1 if anything.
    case superior
    /// The level-2 addressee.
    case management
    /// Moving a case up.
    case escalates
    /// Demanding.
    case demands
    /// Threatening, conditionally.
    case threatens
    /// Praise.
    case praises
    /// The writer knows that he may have the wrong mailbox, or that he does not complain.
    case misaddressed
    /// The writer's own house.
    case ours

    // Answers.
    /// Yes.
    case yes
    /// No.
    case no
    /// To close a case.
    case closesCase
    /// To keep a case open.
    case keepsCase
    /// Content.
    case content
    /// Back again.
    case relapses
    /// Not yet sure.
    case hedges
    /// The writer has not tried yet, or cannot tell: another will.
    case untried
    /// A note is meant.
    case note

    /// Longer phrases begin with this word; only the lexicon itself looks at this.
    case opensPhrase
}

/// A set of senses.
package struct Senses: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// No sense.
    package init() {}

    /// Some senses.
    package init(_ senses: Sense...) {
        for sense in senses { insert(sense) }
    }

    /// Whether there is none.
    package var isEmpty: Bool { low | high == 0 }

    /// Whether a sense is among them.
    package func contains(_ sense: Sense) -> Bool {
        sense.rawValue < 64
            ? low & (1 << UInt64(sense.rawValue)) != 0
            : high & (1 << UInt64(sense.rawValue - 64)) != 0
    }

    /// Whether any of some senses is among them.
    package func intersects(_ other: Senses) -> Bool {
        (low & other.low) | (high & other.high) != 0
    }

    /// Adds a sense.
    package mutating func insert(_ sense: Sense) {
        if sense.rawValue < 64 {
            low |= 1 << UInt64(sense.rawValue)
        } else {
            high |= 1 << UInt64(sense.rawValue - 64)
        }
    }

    /// Adds all senses of another set.
    package mutating func formUnion(_ other: Senses) {
        low |= other.low
        high |= other.high
    }

    // The senses of complaints and answers: what people say to each other, not what is the case.
    private static let affairs = Sense.allCases
        .filter { $0.rawValue >= Sense.displeased.rawValue && $0 != .opensPhrase }
        .reduce(into: Senses()) { $0.insert($1) }

    /// Whether nothing but complaints and answers are meant.
    var isOfAffairs: Bool {
        low & ~Self.affairs.low == 0 && high & ~Self.affairs.high == 0
    }

    /// The numbers of the senses, in order.
    var numbers: [Int] {
        var numbers: [Int] = []
        for (bits, first) in [(low, 0), (high, 64)] {
            var rest = bits
            while rest != 0 {
                numbers.append(first + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return numbers
    }

    /// The senses that say something about the state of the world.
    var aboutTheWorld: Senses {
        var others = without(.opensPhrase)
        others.low &= ~Self.affairs.low
        others.high &= ~Self.affairs.high
        return others
    }

    /// Takes out all senses of another set.
    mutating func subtract(_ other: Senses) {
        low &= ~other.low
        high &= ~other.high
    }

    /// All senses but one.
    package func without(_ sense: Sense) -> Senses {
        var others = self
        if sense.rawValue < 64 {
            others.low &= ~(1 << UInt64(sense.rawValue))
        } else {
            others.high &= ~(1 << UInt64(sense.rawValue - 64))
        }
        return others
    }
}
