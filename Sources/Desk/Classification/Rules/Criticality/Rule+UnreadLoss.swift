// PROC-QUAL-006, 02: in doubt the highest class applies. Words that no table knows may only raise
// the class: a clause that says "no more" or "nothing" and was not understood is a doubt.

extension Rule {
    /// Something is no more, and nobody knows what.
    static let unreadLoss = Rule(
        "unread-loss",
        "A clause says that something is no more, or that what guards the site does not, in words "
            + "that no table knows: in doubt Critique."
    ) { reading in
        reading.situation.unreadLoss.map {
            (.criticality(.critical), "doubt: \(reading.words.text(of: $0))")
        }
    }
}
