// The words that the desk knows, compiled once into one table.
//
// Entries are written in readable tables, one file a group of senses. A table is a list of words
// and phrases, folded (lower case, no accents), separated by commas or line ends; a mark at the end
// of a word stands for its forms:
//
//     camera=     camera, cameras
//     eteint:     eteint, eteinte, eteints, eteintes
//     marche~     marche, marches, marchent, marcher, marchait, marchaient, marchant, marchera …
//
// The longest phrase that fits wins over its parts. A word of six letters or more is also found
// when a doubled letter was written single or the reverse ("fonctione", "cammera").

/// One table: a sense and the words that carry it.
struct LexiconTable: Sendable {
    /// The senses.
    let meaning: Senses
    /// The words, in the notation above.
    let words: String

    /// Pairs senses with words.
    init(_ senses: Sense..., words: String) {
        var meaning = Senses()
        for sense in senses { meaning.insert(sense) }
        self.meaning = meaning
        self.words = words
    }
}

/// The compiled lexicon: one object, because it is asked for every word of every mail.
final class Lexicon: Sendable {
    /// The lexicon of the house.
    static let house = Lexicon(shipped)

    /// The tables that come with the program.
    static let shipped =
        LexiconTable.things + LexiconTable.states + LexiconTable.exposure + LexiconTable.grammar
        + LexiconTable.wishes + LexiconTable.complaints + LexiconTable.answers

    // What is known under a word, or under the first two words of a phrase.
    private struct Entry: Sendable {
        var key: UInt64 = 0
        var senses = Senses()
        var phrases: Range<Int> = 0..<0
    }

    // A phrase behind its first two words: where its other words lie in `rest`.
    private struct Phrase: Sendable {
        let rest: Range<Int>
        let senses: Senses
    }

    private let slots: [Entry]
    private let phrases: [Phrase]
    private let rest: [UInt64]
    private let mask: Int

    /// Compiles tables, less the words of others.
    init(_ tables: [LexiconTable], without removed: [LexiconTable] = []) {
        var singles: [UInt64: Senses] = [:]
        var pairs: [UInt64: [[UInt64]: Senses]] = [:]
        var firsts: [UInt64: [UInt64]] = [:]
        for table in tables {
            for keys in table.phrases.flatMap(Self.spellings) {
                guard let first = keys.first else { continue }
                guard keys.count > 1 else {
                    singles[first, default: Senses()].formUnion(table.meaning)
                    continue
                }
                // That phrases begin with a word is kept with the word: most words begin none.
                singles[first, default: Senses()].insert(.opensPhrase)
                firsts[Self.pair(first, keys[1])] = [first, keys[1]]
                pairs[Self.pair(first, keys[1]), default: [:]][
                    Array(keys.dropFirst(2)),
                    default: Senses()
                ].formUnion(table.meaning)
            }
        }
        for table in removed {
            for keys in table.phrases.flatMap(Self.spellings) {
                if keys.count == 1 {
                    singles[keys[0]]?.subtract(table.meaning)
                } else if keys.count > 1 {
                    let pair = Self.pair(keys[0], keys[1])
                    let rest = Array(keys.dropFirst(2))
                    pairs[pair]?[rest]?.subtract(table.meaning)
                    if pairs[pair]?[rest]?.isEmpty == true { pairs[pair]?[rest] = nil }
                }
            }
        }
        Self.uncover(&pairs, firsts, singles)
        var size = 256
        while size < (singles.count + pairs.count) * 3 { size *= 2 }
        var slots = Array(repeating: Entry(), count: size)
        var phrases: [Phrase] = []
        var rest: [UInt64] = []
        func insert(_ entry: Entry) {
            var index = Int(truncatingIfNeeded: entry.key) & (size - 1)
            while slots[index].key != 0 { index = (index + 1) & (size - 1) }
            slots[index] = entry
        }
        for key in singles.keys.sorted() {
            insert(Entry(key: key, senses: singles[key] ?? Senses()))
        }
        for key in pairs.keys.sorted() {
            let start = phrases.count
            let longestFirst = (pairs[key] ?? [:]).sorted { one, other in
                one.key.count == other.key.count
                    ? one.key.lexicographicallyPrecedes(other.key) : one.key.count > other.key.count
            }
            for (words, senses) in longestFirst {
                let from = rest.count
                rest += words
                phrases.append(Phrase(rest: from..<rest.count, senses: senses))
            }
            insert(Entry(key: key, phrases: start..<phrases.count))
        }
        self.slots = slots
        self.phrases = phrases
        self.rest = rest
        mask = size - 1
    }

    // Gives phrases of complaints and answers what their words say about the world.
    private static func uncover(
        _ pairs: inout [UInt64: [[UInt64]: Senses]],
        _ firsts: [UInt64: [UInt64]],
        _ singles: [UInt64: Senses]
    ) {
        // "toujours sans" tells of a delay, and hides neither "sans" nor what is without.
        for pair in pairs.keys {
            for (words, senses) in pairs[pair] ?? [:] where senses.isOfAffairs {
                var inner = senses
                for key in firsts[pair, default: []] + words {
                    inner.formUnion((singles[key] ?? Senses()).aboutTheWorld)
                }
                pairs[pair]?[words] = inner
            }
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
        guard let slot = slot(of: key) else { return Senses() }
        return slots[slot].senses.without(.opensPhrase)
    }

    private func find(
        _ key: UInt64,
        in words: [Words.Word],
        at place: Int
    ) -> (senses: Senses, count: Int)? {
        guard let slot = slot(of: key) else { return nil }
        let senses = slots[slot].senses
        if senses.contains(.opensPhrase), place + 1 < words.count, words[place + 1].gap < .comma {
            let next = words[place + 1]
            if let found = phrase(Self.pair(key, next.key), in: words, at: place) { return found }
            if next.looseKey != 0,
                let found = phrase(Self.pair(key, next.looseKey), in: words, at: place)
            {
                return found
            }
        }
        let single = senses.without(.opensPhrase)
        return single.isEmpty ? nil : (single, 1)
    }

    private func phrase(
        _ key: UInt64,
        in words: [Words.Word],
        at place: Int
    ) -> (senses: Senses, count: Int)? {
        guard let slot = slot(of: key) else { return nil }
        for index in slots[slot].phrases where fits(phrases[index].rest, words, from: place + 2) {
            return (phrases[index].senses, phrases[index].rest.count + 2)
        }
        return nil
    }

    // A phrase does not reach over a comma.
    private func fits(_ range: Range<Int>, _ words: [Words.Word], from place: Int) -> Bool {
        guard place + range.count <= words.count else { return false }
        var index = place
        for key in range {
            let word = words[index]
            guard word.key == rest[key] || word.looseKey == rest[key], word.gap < .comma else {
                return false
            }
            index += 1
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

    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first ^ (second << 17 | second >> 47)) &* 0x9E37_79B9_7F4A_7C15
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
