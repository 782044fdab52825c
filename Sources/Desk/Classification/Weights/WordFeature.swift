// What of a text is weighed: every word, every pair of neighbours, the stem of every long word.
//
// A number counts as "#"; a dot stands for the beginning or the end of a sentence, because what a
// sentence begins with ("Merci de", "Depuis") says much. Words count as they were written.

/// One thing to be weighed.
struct WordFeature {
    /// Which thing.
    enum Kind {
        case word
        case pair
        case stem
    }

    /// What it is filed under.
    let key: UInt64
    /// Which thing it is.
    let kind: Kind
    /// The words that it is made of.
    let range: Range<Int>

    /// How many letters of a longer word are its stem.
    static let stemLetters = 5
    /// How many words of a text are weighed.
    static let wordsMaximum = 400
    /// The beginning and the end of a sentence.
    static let edge = UInt8(ascii: ".")
    static let digits = UInt8(ascii: "#")
    static let star = UInt8(ascii: "*")
    static let space = UInt8(ascii: " ")

    /// The key of a word, a pair ("plus personne") or a stem ("surve*") as the tables write it.
    static func key(of entry: some Sequence<UInt8>) -> UInt64 {
        entry.reduce(Words.seed) { ($0 ^ UInt64($1)) &* Words.prime }
    }

    static func key(_ key: UInt64, adding byte: UInt8) -> UInt64 {
        (key ^ UInt64(byte)) &* Words.prime
    }
}

extension Words {
    /// Goes through all that is to be weighed.
    func forEachFeature(_ body: (WordFeature) -> Void) {
        let end = min(words.count, WordFeature.wordsMaximum)
        // The pair that waits for its second half: its key so far.
        var open = WordFeature.key(
            WordFeature.key(Words.seed, adding: WordFeature.edge),
            adding: WordFeature.space
        )
        let opening = open
        for place in 0..<end {
            if words[place].gap >= .colon, place > 0 {
                body(
                    WordFeature(
                        key: WordFeature.key(open, adding: WordFeature.edge),
                        kind: .pair,
                        range: place - 1..<place
                    )
                )
                open = opening
            }
            let keys = keys(of: place, behind: open)
            body(WordFeature(key: keys.word, kind: .word, range: place..<place + 1))
            let first = open == opening ? place : place - 1
            body(WordFeature(key: keys.pair, kind: .pair, range: first..<place + 1))
            if let stem = keys.stem {
                body(WordFeature(key: stem, kind: .stem, range: place..<place + 1))
            }
            open = WordFeature.key(keys.word, adding: WordFeature.space)
        }
        if end > 0, end == words.count {
            body(
                WordFeature(
                    key: WordFeature.key(open, adding: WordFeature.edge),
                    kind: .pair,
                    range: end - 1..<end
                )
            )
        }
    }

    /// What of a word counts: its letters; of a number that it is one.
    private func letters(of place: Int) -> ArraySlice<UInt8> {
        let range = Int(words[place].start)..<Int(words[place].end)
        return isNumber(range) ? [WordFeature.digits] : bytes[range]
    }

    // A dossier's number, a date, an hour: which one it is weighs nothing.
    private func isNumber(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
                || bytes[index] == UInt8(ascii: "-")
        }
    }

    // The keys of a word, of its pair with what is open, and of its stem, in one go.
    private func keys(
        of place: Int,
        behind open: UInt64
    ) -> (word: UInt64, pair: UInt64, stem: UInt64?) {
        let range = Int(words[place].start)..<Int(words[place].end)
        guard !isNumber(range) else {
            let key = WordFeature.key(Words.seed, adding: WordFeature.digits)
            return (key, WordFeature.key(open, adding: WordFeature.digits), nil)
        }
        var key = Words.seed
        var pair = open
        var stem = key
        for index in range {
            if index == range.lowerBound + WordFeature.stemLetters { stem = key }
            key = WordFeature.key(key, adding: bytes[index])
            pair = WordFeature.key(pair, adding: bytes[index])
        }
        let isLong = range.count > WordFeature.stemLetters
        return (key, pair, isLong ? WordFeature.key(stem, adding: WordFeature.star) : nil)
    }
}

extension Words {
    /// The keys of all that is to be weighed, in the order of the text.
    var featureKeys: [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(3 * min(words.count, WordFeature.wordsMaximum) + 2)
        forEachFeature { keys.append($0.key) }
        return keys
    }

    /// All that is to be weighed, as the tables write it.
    var featureNames: Set<String> {
        var names: Set<String> = []
        forEachFeature { names.insert(name(of: $0)) }
        return names
    }

    // A pair of one word stands at the beginning or at the end of a sentence.
    private func name(of feature: WordFeature) -> String {
        let words = feature.range.map { String(decoding: letters(of: $0), as: UTF8.self) }
        switch feature.kind {
        case .word: return words[0]
        case .stem:
            return String(
                decoding: letters(of: feature.range.lowerBound).prefix(WordFeature.stemLetters),
                as: UTF8.self
            ) + "*"
        case .pair:
            if words.count == 2 { return words.joined(separator: " ") }
            let opening = ". \(words[0])"
            return WordFeature.key(of: opening.utf8) == feature.key ? opening : "\(words[0]) ."
        }
    }
}
