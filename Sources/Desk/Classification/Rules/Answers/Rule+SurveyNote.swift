// S7: a survey answer's note, 1 to 5; of several the lowest, which under 3 starts the call-back
// (R3).

extension Rule {
    /// The note that the client gives.
    static let surveyNote = Rule(
        "survey-note",
        "Our letter asks for a note, and the client gives one, in figures or words; of "
            + "several the lowest counts."
    ) { reading in
        guard reading.lastLetter.asksForNote else { return nil }
        let form = SurveyForm(reading)
        if let lowest = form.notes.min() { return (.score(lowest), form.evidence) }
        let words = reading.words
        guard let note = SurveyNotes(words).lowest else { return nil }
        return (
            .score(note.value),
            words.text(of: words.span(around: note.place, from: nil, in: words.all))
        )
    }
}
