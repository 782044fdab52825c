// S6 and C6: a case is closed with the client's confirmation. What an answer to such a question
// says.

extension Rule {
    /// Whether the client agrees to the closing.
    static let closingAnswer = Rule(
        "closing-answer",
        "Our letter asks whether the case may be closed: the client confirms, refuses, or "
            + "leaves it open."
    ) { reading in
        guard reading.lastLetter.asksToClose else { return nil }
        let (answer, evidence) = ClosingReader(reading).answer
        return (.closing(answer), evidence)
    }
}
