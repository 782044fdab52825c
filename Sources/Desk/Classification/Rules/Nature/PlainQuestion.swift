// A question for something that anybody may want to know or have of a firm: its hours, its address,
// the copy of an invoice. It is no complaint, whatever the mailbox, and though it says "your".
//
// It is one only where it is the whole mail: no word of displeasure, of waiting or of refusal
// beside it, and nothing that is wrong. "Combien de fois faut-il appeler ?" asks for nothing of
// the kind.

/// The one question of a mail that asks for what anybody may ask.
struct PlainQuestion {
    /// Its words.
    let range: Range<Int>

    /// Finds it.
    init?(_ reading: Reading) {
        let words = reading.words
        let start = words.textStart
        guard words.words.count - start <= Self.wordsMaximum, start < words.words.count,
            !words.senses.intersects(Self.crossing), reading.situation.wrongs.isEmpty,
            !words.words.contains(where: { Self.repeating.contains($0) })
        else { return nil }
        let sentences = words.sentences.filter { $0.lowerBound >= start }
        guard let question = sentences.last(where: { words.words[$0.upperBound - 1].asks }),
            // Beside it stand greetings and thanks, and no other tale.
            sentences.allSatisfy({ $0 == question || $0.count <= Self.courtesyWordsMaximum })
        else { return nil }
        let isCopy = question.contains { Self.copies.contains(words.words[$0]) }
        let isKnown = question.contains { Self.known.contains(words.words[$0]) }
        guard isCopy || isKnown && !words.senses.contains(.money),
            !words.senses.contains(.money) || isCopy
        else { return nil }
        range = question
    }

    private static let wordsMaximum = 30
    private static let courtesyWordsMaximum = 5

    // What no mere question says.
    private static let crossing = Senses(
        .displeased,
        .complains,
        .delay,
        .amends,
        .threatens,
        .nobody,
        .nothing,
        .operations,
        .superior,
        .management,
        .not,
        .plus,
        .relapses
    )
    private static let repeating = WordList(
        """
        fois encore toujours deja jamais malgre again still despite already never ever times why \
        pourquoi honte enfin finally bon dieu hell
        """
    )
    // Of a paper, one more.
    private static let copies = WordList(
        "duplicata duplicatas copie copies duplicate copy reimprimer reprint"
    )
    // What a firm tells anybody.
    private static let known = WordList(
        """
        horaire horaires heure heures ouvre ouvrez ouverts ouverte ouvertes ouverture fermez \
        fermeture adresse coordonnees numero telephone standard hours open opening close address \
        phone number postal postale siret kbis plaquette brochure
        """
    )
}
