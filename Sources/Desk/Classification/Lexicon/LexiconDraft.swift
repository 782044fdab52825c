// What the tables add up to, before it is laid out for finding: words with their senses, and
// phrases by their first two words.

/// A lexicon while it is compiled.
struct LexiconDraft {
    /// A phrase by the key of its first two words.
    struct Record {
        /// The key of the first two words.
        let pair: UInt64
        /// These two words.
        let opening: (UInt64, UInt64)
        /// The others.
        let rest: [FormKeys]
        /// What the phrase means.
        var senses: Senses
    }

    /// The words, by key.
    private(set) var singles: [UInt64: Senses] = [:]
    /// The letters of the words, for what nearly reads like them.
    private(set) var letters: [[UInt8]] = []
    private var records: [Record] = []
    private var removed: [Record] = []

    /// Begins an empty one.
    init() {
        singles.reserveCapacity(16_000)
        records.reserveCapacity(32_000)
    }

    /// Adds a table.
    mutating func add(_ table: LexiconTable) {
        table.eachPhrase { forms, spelled in
            letters += spelled
            Self.combine(forms) { words in
                for key in words[0].keys {
                    if words.count == 1 {
                        singles[key, default: Senses()].formUnion(table.meaning)
                    } else {
                        // That phrases begin with a word is kept with the word: most begin none.
                        singles[key, default: Senses()].insert(.opensPhrase)
                    }
                }
                Self.eachRecord(of: words, table.meaning) { records.append($0) }
            }
        }
    }

    /// Takes a table's words away.
    mutating func remove(_ table: LexiconTable) {
        table.eachPhrase { forms, _ in
            Self.combine(forms) { words in
                if words.count == 1 {
                    singles[words[0].exact]?.subtract(table.meaning)
                    singles[words[0].loose]?.subtract(table.meaning)
                }
                Self.eachRecord(of: words, table.meaning) { removed.append($0) }
            }
        }
    }

    /// The phrases, those of one opening together, the longer first, each once.
    var finished: [Record] {
        var sorted: [Record] = []
        sorted.reserveCapacity(records.count)
        for record in records.sorted(by: Self.comesFirst) {
            if let last = sorted.last, last.pair == record.pair, last.rest == record.rest {
                sorted[sorted.count - 1].senses.formUnion(record.senses)
            } else {
                sorted.append(record)
            }
        }
        for gone in removed {
            for index in sorted.indices
            where sorted[index].pair == gone.pair && sorted[index].rest == gone.rest {
                sorted[index].senses.subtract(gone.senses)
            }
        }
        return sorted.filter { !$0.senses.isEmpty }.map(uncovered)
    }

    // Phrases of complaints and answers keep what their words say about the world: "toujours sans"
    // tells of a delay, and hides neither "sans" nor what is without.
    private func uncovered(_ record: Record) -> Record {
        guard record.senses.isOfAffairs else { return record }
        var record = record
        for key in [record.opening.0, record.opening.1] + record.rest.map(\.exact) {
            record.senses.formUnion((singles[key] ?? Senses()).aboutTheWorld)
        }
        return record
    }

    // Every way to choose one form for each word.
    private static func combine(_ forms: [[FormKeys]], _ use: ([FormKeys]) -> Void) {
        var chosen = forms.compactMap(\.first)
        func choose(_ place: Int) {
            guard place < forms.count else { return use(chosen) }
            for form in forms[place] {
                chosen[place] = form
                choose(place + 1)
            }
        }
        if chosen.count == forms.count { choose(0) }
    }

    // The first two words are found by one key for each way to write them.
    private static func eachRecord(
        of words: [FormKeys],
        _ senses: Senses,
        _ use: (Record) -> Void
    ) {
        guard words.count > 1 else { return }
        let rest = Array(words.dropFirst(2))
        for first in words[0].keys {
            for second in words[1].keys {
                use(
                    Record(
                        pair: Lexicon.pair(first, second),
                        opening: (words[0].exact, words[1].exact),
                        rest: rest,
                        senses: senses
                    )
                )
            }
        }
    }

    private static func comesFirst(_ one: Record, _ other: Record) -> Bool {
        if one.pair != other.pair { return one.pair < other.pair }
        if one.rest.count != other.rest.count { return one.rest.count > other.rest.count }
        return one.rest.lexicographicallyPrecedes(other.rest) { $0.exact < $1.exact }
    }
}
