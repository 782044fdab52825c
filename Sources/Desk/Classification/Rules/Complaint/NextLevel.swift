// A complaint that names the next level and tells nothing of it means to go there: "Le responsable
// d'exploitation voudra bien reprendre cette affaire", "up to general management it goes". No list
// of verbs ends; so the sentences are told apart in which the level is only spoken of.

/// Whether a sentence of a complaint turns to the next level by naming it.
enum NextLevel {
    /// Whether it does: no question, no signature, nothing told of the past, of what the addressee
    /// does, or of what the writer will do some day.
    static func isNamed(in sentence: Range<Int>, of words: Words) -> Bool {
        guard let place = words.firstPlace(of: levels, in: sentence), let last = sentence.last,
            !words.words[last].asks, !sentence.contains(where: { isFuture($0, of: words) })
        else { return false }
        let isLadder = sentence.contains { ladder.contains(words.words[$0]) }
        return (isLadder || isBound(place, in: sentence, of: words))
            && !isTold(place, in: sentence, of: words)
    }

    private static let levels = Senses(.operations, .management)

    // A role by itself signs ("Directeur général, Aciéries X"); an addressee has an article.
    private static func isBound(_ place: Int, in sentence: Range<Int>, of words: Words) -> Bool {
        if articles.contains(words.words[place]) { return true }
        return place > sentence.lowerBound && articles.contains(words.words[place - 1])
            && words.words[place].gap <= .space
    }

    // "Votre direction a décidé", "your operations manager told me": what has been.
    private static func isTold(_ place: Int, in sentence: Range<Int>, of words: Words) -> Bool {
        sentence.contains { index in
            let word = words.words[index]
            if told.contains(word) { return true }
            guard index > sentence.lowerBound, auxiliaries.contains(word) else { return false }
            return subjects.contains(words.words[index - 1])
                || words.words[index - 1].senses.intersects(levels)
                || place < index && index - place <= 4
        }
    }

    // "Je saisirai", "j'en parlerai", "we will write".
    private static func isFuture(_ place: Int, of words: Words) -> Bool {
        future.contains(words.words[place]) || words.ends(place, with: first)
            || words.ends(place, with: firstOfMany)
    }

    private static let first = Array("rai".utf8)
    private static let firstOfMany = Array("rons".utf8)

    private static let ladder = WordList(
        """
        escalade escalader escalation escalate charte charter echelon palier degre rang marche tier \
        rung ladder step recours
        """
    )
    private static let articles = WordList(
        "votre vos le la l les du de d au aux a son sa leur un une your the to s nos"
    )
    private static let auxiliaries = WordList("a ont avait avaient as avez aviez est etait")
    private static let subjects = WordList("m l n t s nous vous qui y il elle on ils me")
    private static let told = WordList(
        """
        repond dit propose ecrit explique affirme assure indique pretend refuse ignore avait avaient \
        ecartee ecarte deja had was were has have told said sent replied promised wrote answered \
        called met spoke says refuses ignores never seems
        """
    )
    private static let future = WordList("ll will would could shall might may")
}
