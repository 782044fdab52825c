// A text cut into clauses: stretches of words that hold one statement.
//
// A clause ends at punctuation and before a conjunction or a relative pronoun. Negation, number and
// subject reach no further than the clause; imagination ("si …", "en cas de …") reaches to the end
// of the sentence.

/// One clause.
struct Clause: Hashable, Sendable {
    /// Its words.
    var range: Range<Int>
    /// Whether it begins a sentence.
    var opensSentence: Bool
    /// Whether its sentence ends with a question mark.
    var isQuestion = false
    /// From which word on it is imagined; its end where it is not.
    var imaginedFrom: Int
}

extension Words {
    /// The clauses, in order.
    var clauses: [Clause] {
        var clauses: [Clause] = []
        clauses.reserveCapacity(words.count / 5 + 1)
        var start = 0
        var opensSentence = true
        var isImagined = false
        var sentenceFirst = 0
        func close(at end: Int) {
            guard start < end else { return }
            var imagined = isImagined ? start : end
            if !isImagined, let place = (start..<end).first(where: startsImagining) {
                imagined = place
                // "pour qu'elle ferme, puis elle tient": a purpose reaches to the next comma.
                isImagined = !SmallWord.purpose.contains(words[place])
            }
            clauses.append(
                Clause(range: start..<end, opensSentence: opensSentence, imaginedFrom: imagined)
            )
            opensSentence = false
            start = end
        }
        for index in words.indices {
            let word = words[index]
            if word.gap == .sentence, index > 0 {
                close(at: index)
                let asks = words[index - 1].asks
                for place in sentenceFirst..<clauses.count { clauses[place].isQuestion = asks }
                sentenceFirst = clauses.count
                opensSentence = true
                isImagined = false
            } else if word.gap >= .comma || (word.count > 0 && word.senses.intersects(.dividing)) {
                close(at: index)
            }
        }
        close(at: words.count)
        let asks = words.last?.asks ?? false
        for place in sentenceFirst..<clauses.count { clauses[place].isQuestion = asks }
        return clauses
    }

    private func startsImagining(_ place: Int) -> Bool {
        words[place].count > 0 && words[place].senses.contains(.hypothetical)
    }
}

extension Senses {
    /// What begins a new clause.
    static let dividing = Senses(.conjunction, .relative)
    /// What a statement can be about.
    static let things = Senses(.system, .alarm, .device, .part, .opening, .place, .picture, .safety)
    /// Things of which each has its own work to do.
    static let apparatus = Senses(.system, .alarm, .device, .opening, .safety)
    /// What negates the verb near it.
    static let negating = Senses(.not, .nothing, .none, .nobody, .without)
}
