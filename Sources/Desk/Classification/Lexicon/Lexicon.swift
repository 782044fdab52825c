// The words that the desk knows, compiled once into one table.
//
// Entries are written in readable tables, one file a group of senses. A table is a list of words and
// phrases, folded (lower case, no accents), separated by commas or line ends; a mark at the end of a
// word stands for its forms:
//
//     camera=     camera, cameras
//     eteint:     eteint, eteinte, eteints, eteintes
//     marche~     marche, marches, marchent, marcher, marchait, marchaient, marchant, marchera …
//
// The longest phrase that fits wins over its parts. A word of six letters or more is also found when
// a doubled letter was written single or the reverse ("fonctione", "cammera").

/// One table: a sense and the words that carry it.
struct LexiconTable: Sendable {
    /// The senses.
    let senses: [Sense]
    /// The words, in the notation above.
    let words: String

    /// Pairs senses with words.
    init(_ senses: Sense..., words: String) {
        self.senses = senses
        self.words = words
    }
}

/// The compiled lexicon.
struct Lexicon: Sendable {
    /// The lexicon of the house.
    static let house = Lexicon(
        LexiconTable.things + LexiconTable.states + LexiconTable.exposure + LexiconTable.grammar
            + LexiconTable.wishes + LexiconTable.complaints + LexiconTable.answers
    )

    /// A phrase behind its first word.
    private struct Phrase {
        let rest: [UInt64]
        var senses: Senses
    }

    private struct Entry {
        var key: UInt64 = 0
        var senses = Senses()
        var phrases: Range<Int> = 0..<0
    }

    private var slots: [Entry]
    private var phrases: [Phrase] = []
    private let mask: Int

    /// Compiles tables.
    init(_ tables: [LexiconTable]) {
        var singles: [UInt64: Senses] = [:]
        var multiples: [UInt64: [[UInt64]: Senses]] = [:]
        for table in tables {
            for phrase in table.phrases {
                for keys in Self.spellings(of: phrase) {
                    guard let first = keys.first else { continue }
                    for sense in table.senses {
                        if keys.count == 1 {
                            singles[first, default: Senses()].insert(sense)
                        } else {
                            multiples[first, default: [:]][Array(keys.dropFirst()), default: Senses()]
                                .insert(sense)
                        }
                    }
                }
            }
        }
        var size = 256
        while size < (singles.count + multiples.count) * 3 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: Entry(), count: size)
        for key in Set(singles.keys).union(multiples.keys).sorted() {
            let start = phrases.count
            let longestFirst = (multiples[key] ?? [:]).sorted { one, other in
                one.key.count == other.key.count
                    ? one.key.lexicographicallyPrecedes(other.key) : one.key.count > other.key.count
            }
            for (rest, senses) in longestFirst {
                phrases.append(Phrase(rest: rest, senses: senses))
            }
            insert(
                Entry(key: key, senses: singles[key] ?? Senses(), phrases: start..<phrases.count)
            )
        }
    }

    /// What stands at a place of a text: its senses and how many words carry them.
    func find(_ words: [Words.Word], at place: Int) -> (senses: Senses, count: Int)? {
        let word = words[place]
        if let found = find(word.key, in: words, at: place) { return found }
        return word.looseKey != 0 ? find(word.looseKey, in: words, at: place) : nil
    }

    /// The senses of a single word, by its key.
    func senses(of key: UInt64) -> Senses {
        slot(of: key).map { slots[$0].senses } ?? Senses()
    }

    private func find(
        _ key: UInt64,
        in words: [Words.Word],
        at place: Int
    ) -> (senses: Senses, count: Int)? {
        guard let slot = slot(of: key) else { return nil }
        let entry = slots[slot]
        for index in entry.phrases where fits(phrases[index].rest, words, after: place) {
            return (phrases[index].senses, phrases[index].rest.count + 1)
        }
        return entry.senses.isEmpty ? nil : (entry.senses, 1)
    }

    // A phrase does not reach over the end of a sentence.
    private func fits(_ rest: [UInt64], _ words: [Words.Word], after place: Int) -> Bool {
        guard place + rest.count < words.count else { return false }
        for offset in rest.indices {
            let word = words[place + 1 + offset]
            guard word.key == rest[offset] || word.looseKey == rest[offset], word.gap != .sentence
            else { return false }
        }
        return true
    }

    private func slot(of key: UInt64) -> Int? {
        var index = Int(truncatingIfNeeded: key) & mask
        while slots[index].key != 0 {
            if slots[index].key == key { return index }
            index = (index + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ entry: Entry) {
        var index = Int(truncatingIfNeeded: entry.key) & mask
        while slots[index].key != 0 { index = (index + 1) & mask }
        slots[index] = entry
    }
}

extension LexiconTable {
    /// The phrases with all forms of each word.
    fileprivate var phrases: [[[String]]] {
        words.split { $0 == "," || $0.isNewline }.map { phrase in
            phrase.split(separator: " ").map { Self.forms(of: String($0)) }
        }
    }

    private static func forms(of word: String) -> [String] {
        switch word.last {
        case "=":
            let stem = String(word.dropLast())
            return [stem, stem + "s"]
        case ":":
            let stem = String(word.dropLast())
            return ["", "e", "s", "es"].map { stem + $0 }
        case "~":
            // From the third person: "marche" gives the stem "march".
            let stem = String(word.dropLast(2))
            let endings = [
                "e", "es", "ent", "er", "ez", "ons", "ait", "aient", "ant", "era", "eront", "ee",
                "ees", "erait", "eraient",
            ]
            return endings.map { stem + $0 }
        default:
            return [word]
        }
    }
}

extension Lexicon {
    // Every combination of the forms, as keys, exact and loose.
    private static func spellings(of phrase: [[String]]) -> [[UInt64]] {
        var spellings: [[UInt64]] = [[]]
        for forms in phrase {
            var next: [[UInt64]] = []
            for form in forms {
                let words = Words(folded: Array(form.utf8), lexicon: nil).words
                let keys = words.map(\.key)
                let loose = words.map { $0.looseKey != 0 ? $0.looseKey : $0.key }
                for spelling in spellings {
                    next.append(spelling + keys)
                    if loose != keys { next.append(spelling + loose) }
                }
            }
            spellings = next
        }
        return spellings
    }
}
