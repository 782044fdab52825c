// Reads what a client answers when we ask whether a case may be closed.

/// Weighs a client's answer to a request to close.
struct ClosingReader {
    private let words: Words
    private let situation: Situation
    private let text: Range<Int>

    /// Looks at the new text, not at the subject, which is ours.
    init(_ reading: Reading) {
        words = reading.words
        situation = reading.situation
        text = words.textStart..<words.words.count
    }

    /// The answer with the words that decided.
    ///
    /// A fault that is back, a plain no or a wish to keep
    /// the case open refuses, whatever thanks stand before it; who could not try, or does not know,
    /// and hesitation leave it open; only then does a yes count.
    var answer: (ClosingAnswer, String) {
        let hedge = place(of: .hedges)
        if let place = place(of: .keepsCase) { return (.refuses, evidence(place)) }
        // "Four éteint jusqu'à dimanche, impossible de juger": who cannot tell refuses nothing.
        if let hedge, cannotTell(hedge) { return (.unclear, evidence(hedge)) }
        if let place = permission, hedge == nil { return (.confirms, evidence(place)) }
        if let place = plainNo { return (.refuses, evidence(place)) }
        if let place = denied { return (.refuses, evidence(place)) }
        // "Four éteint jusqu'à dimanche, impossible de juger": not that it fails still.
        if let place = place(of: .untried), currentFault.map(isStill) != true {
            return (.unclear, evidence(place))
        }
        if let fault = currentFault, hedge == nil || fault.isBreakdown {
            return (.refuses, situation.evidence(fault))
        }
        if let place = place(of: .relapses), hedge == nil { return (.refuses, evidence(place)) }
        if let hedge { return (.unclear, evidence(hedge)) }
        for sense in [Sense.closesCase, .yes, .content] {
            if let place = affirmed(sense) { return (.confirms, evidence(place)) }
        }
        if let fact = situation.facts.first(where: { fact in
            (fact.isWell || fact.state == .secured) && fact.isActual && !fact.isPast
                && isInText(fact)
        }) {
            return (.confirms, situation.evidence(fact))
        }
        // A bare "ok".
        if let first = text.first, text.count == 1, SmallWord.agreeing.contains(words.words[first])
        {
            return (.confirms, evidence(first))
        }
        return (.unclear, "neither yes nor no")
    }

    // "Non, plus aucun problème, vous pouvez clore. Par contre …": who says so in as many words
    // closes, unless something is broken or back; another matter is another case.
    private var permission: Int? {
        guard let place = affirmed(.closesCase), !isAsked(place) else { return nil }
        // "Hors de question de clôturer": a refusal in as many words.
        if let no = plainNo, words.words[no].count > 1 { return nil }
        let relapse = self.place(of: .relapses)
        if let relapse, relapse < place || !speaksOfOther(before: relapse, behind: place) {
            return nil
        }
        guard let fault = currentFault, fault.isBreakdown || fault.thing != .unknown else {
            return place
        }
        let start = fault.range.lowerBound
        return start > place && speaksOfOther(before: start, behind: place) ? place : nil
    }

    private func speaksOfOther(before end: Int, behind start: Int) -> Bool {
        guard start < end else { return false }
        let words = FoldedLine(bytes: Array(self.words.text(of: start..<end + 1).utf8)[...])
        return words.contains(anyOf: [
            "au passage", "par contre", "par ailleurs", "en revanche", "autre", "rien a voir",
            "separe", "separately", "by the way", "another", "unrelated", "le probleme venait",
            "the problem was", "la panne venait", "the fault was",
        ])
    }

    // "Vous me demandez si c'est résolu", "whether it is fixed": asked, not said.
    private func isAsked(_ place: Int) -> Bool {
        (max(text.lowerBound, place - 3)..<place).contains {
            ["si", "whether", "if", "que"].contains(words.text(of: $0..<$0 + 1))
        }
    }

    private func cannotTell(_ hedge: Int) -> Bool {
        let phrase = words.text(of: hedge..<hedge + Int(max(1, words.words[hedge].count)))
        return [
            "ne saurais", "ne peux pas vous", "ne pouvons pas vous", "impossible de", "too early",
        ]
        .contains(where: phrase.hasPrefix)
    }

    // "No further problem", "no false alarms": an article, and no answer.
    private func isArticle(_ place: Int) -> Bool {
        let next = place + 1
        guard next < words.words.count, words.words[next].gap == .space,
            words.text(of: place..<next) == "no"
        else { return false }
        return ![
            "it", "the", "we", "i", "you", "your", "this", "that", "he", "she", "they", "not",
            "sorry",
            "still", "thanks", "thank", "please", "way", "and", "but",
        ].contains(words.text(of: next..<next + 1))
    }

    private var currentFault: Fact? {
        situation.current.first { fact in
            fact.isAdverse && fact.state != .event && !fact.isPast && isInText(fact)
        }
    }

    // "La caméra est toujours éteinte."
    private func isStill(_ fault: Fact) -> Bool {
        fault.isBreakdown
            && fault.range.contains { SmallWord.still.contains(words.words[$0]) }
    }

    // "Non" at the head of a sentence, or a refusal anywhere.
    private var plainNo: Int? {
        text.first { place in
            let word = words.words[place]
            guard word.count > 0, word.senses.contains(.no), !isArticle(place) else { return false }
            let isSingle = word.count == 1 && word.end - word.start <= 4
            let isAlone =
                place + Int(word.count) >= words.words.count
                || words.words[place + Int(word.count)].gap >= .comma
            // "Not yet, the gate …": as good as a no where it stands alone.
            if SmallWord.notYet.contains(words.words[place + Int(word.count) - 1]) {
                return word.gap >= .comma && isAlone
            }
            return !isSingle || word.gap >= .comma
        }
    }

    // "nous ne pouvons pas accepter", "cela ne nous convient pas".
    private var denied: Int? {
        text.first { place in
            let senses = words.words[place].senses
            return words.words[place].count > 0 && senses.contains(.content)
                && !senses.intersects(.working) && words.isNegated(place, in: clause(of: place))
        }
    }

    private func sentence(of place: Int) -> Range<Int> {
        words.sentences.first { $0.contains(place) } ?? text
    }

    private func affirmed(_ sense: Sense) -> Int? {
        text.first { place in
            words.words[place].count > 0 && words.words[place].senses.contains(sense)
                && !words.isNegated(place, in: clause(of: place)) && !isEchoed(place)
                && (sense == .yes || !isAsked(place))
        }
    }

    // "Résolu ? Pas du tout": the question repeated, no answer.
    private func isEchoed(_ place: Int) -> Bool {
        let sentence = sentence(of: place)
        return sentence.upperBound < words.words.count && words.words[sentence.upperBound - 1].asks
    }

    // What is negated stands in the same clause: "rien à ajouter, c'est parfait".
    private func clause(of place: Int) -> Range<Int> {
        words.clauses.first { $0.range.contains(place) }?.range ?? sentence(of: place)
    }

    private func place(of sense: Sense) -> Int? { words.firstPlace(of: Senses(sense), in: text) }

    private func isInText(_ fact: Fact) -> Bool { fact.range.lowerBound >= text.lowerBound }

    private func evidence(_ place: Int) -> String {
        words.text(of: words.span(around: place, from: nil, in: text))
    }
}

extension Senses {
    // What a fact is made of: the situation's reader has judged it already.
    fileprivate static let working = Senses(.works, .worksIfThing, .restored)
}
