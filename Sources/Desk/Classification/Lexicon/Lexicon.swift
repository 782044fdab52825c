// The words that the desk knows, compiled once into one table.
//
// Entries are written in readable tables (Mailboxes/lexicon/shipped, one file a group of senses).
// A table is a list of words and phrases, folded (lower case, no accents), separated by commas or
// line ends; a mark at the end of a word stands for its forms:
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
        self.init(meaning, words: words)
    }

    /// Pairs senses with words.
    init(_ meaning: Senses, words: String) {
        self.meaning = meaning
        self.words = words
    }
}

/// The compiled lexicon: one object, because it is asked for every word of every mail.
final class Lexicon: Sendable {
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
    private let rest: [FormKeys]
    private let mask: Int
    private let neighbours: Neighbours

    /// Compiles tables, less the words of others.
    init(_ tables: [LexiconTable], without removed: [LexiconTable] = []) {
        var draft = LexiconDraft()
        for table in tables { draft.add(table) }
        for table in removed { draft.remove(table) }
        let records = draft.finished
        var pairs = 0
        for (index, record) in records.enumerated()
        where index == 0 || records[index - 1].pair != record.pair {
            pairs += 1
        }
        var size = 256
        while size < (draft.singles.count + pairs) * 3 { size *= 2 }
        var slots = Array(repeating: Entry(), count: size)
        var phrases: [Phrase] = []
        phrases.reserveCapacity(records.count)
        var rest: [FormKeys] = []
        func insert(_ entry: Entry) {
            var index = Int(truncatingIfNeeded: entry.key) & (size - 1)
            while slots[index].key != 0 { index = (index + 1) & (size - 1) }
            slots[index] = entry
        }
        for (key, senses) in draft.singles.sorted(by: { $0.key < $1.key }) {
            insert(Entry(key: key, senses: senses))
        }
        var start = 0
        while start < records.count {
            let first = phrases.count
            var end = start
            while end < records.count, records[end].pair == records[start].pair {
                let from = rest.count
                rest += records[end].rest
                phrases.append(Phrase(rest: from..<rest.count, senses: records[end].senses))
                end += 1
            }
            insert(Entry(key: records[start].pair, phrases: first..<phrases.count))
            start = end
        }
        self.slots = slots
        self.phrases = phrases
        self.rest = rest
        mask = size - 1
        neighbours = Neighbours(of: draft)
    }

    /// The known word that a long word of a text was meant to be.
    ///
    /// One letter is missing, too many, wrong, or has changed places with the next. Nil for a known
    /// word, and where two come near.
    func correction(of word: ArraySlice<UInt8>, _ keys: Words.Word) -> UInt64? {
        guard word.count >= Neighbours.lettersMinimum, slot(of: keys.key) == nil,
            keys.looseKey == 0 || slot(of: keys.looseKey) == nil
        else { return nil }
        return neighbours.find(word)
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
        for place in range {
            let (word, form) = (words[index], rest[place])
            let isForm = word.key == form.exact || (form.hasLoose && word.looseKey == form.loose)
            guard isForm, word.gap < .comma else { return false }
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

    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first ^ (second << 17 | second >> 47)) &* 0x9E37_79B9_7F4A_7C15
    }
}
