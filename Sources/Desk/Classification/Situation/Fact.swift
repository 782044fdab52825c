// One thing that a client says about the state of the world, as the grid asks for it.

/// A statement: what is affected, how much of it, in what state, and whether that is so now.
package struct Fact: Hashable, Sendable {
    /// What is affected.
    package enum Thing: String, Hashable, Sendable {
        case system
        case alarm
        case device
        /// A device on which the site's security does not hang.
        case minor
        case part
        case opening
        case place
        case picture
        case safety
        /// Not said.
        case unknown
    }

    /// How much of it.
    package enum Scope: Hashable, Sendable {
        case one
        case two
        case several
        case all
    }

    /// In what state it is.
    package enum State: Hashable, Sendable {
        /// Does nothing.
        case failing
        /// Works badly.
        case impaired
        /// Something is wrong with it.
        case troubled
        /// Is not there any more: "plus d'image".
        case missing
        /// Does its work.
        case working
        /// Works again.
        case restored
        /// An entrance that does not close, or stands open.
        case open
        /// Whoever comes can enter.
        case exposed
        /// Closed, locked.
        case secured
        /// Nobody and nothing watches.
        case unwatched
        /// Was taken out of the protection.
        case excluded
        /// Is watched by something.
        case watched
        /// Nothing else watches or closes the same place.
        case exclusive
        /// Burglary, fire, assault.
        case event
        /// Somebody cannot get out.
        case stuck
        /// Sounds without end, or cannot be stopped.
        case unstoppable

        /// Whether it is as it should be.
        var isGood: Bool {
            switch self {
            case .working, .restored, .secured, .watched: true
            case .failing, .impaired, .troubled, .missing, .open, .exposed, .unwatched, .excluded,
                .exclusive, .event, .stuck, .unstoppable:
                false
            }
        }
    }

    /// In what state.
    package var state: State
    /// What.
    package var thing: Thing
    /// How much of it.
    package var scope: Scope
    /// Whether the client says so, rather than imagines it.
    package var isActual: Bool
    /// Whether it is told in a past tense.
    package var isPast: Bool
    /// Whether it is told as something that happened: true until a later fact says that it is over.
    package var isEvent: Bool
    /// Whether it is told as a tale: in a past tense, as something that happened, or with how long
    /// it lasted.
    package var isTale: Bool
    /// Where its sentence says that something well is so again, or since then.
    package var again: Int?
    /// Whether it is said of the others, of the rest.
    package var isOfOthers: Bool
    /// Whether the clause says that it is so now, or since a moment.
    package var isNow: Bool
    /// The words that say so.
    package var range: Range<Int>
}
