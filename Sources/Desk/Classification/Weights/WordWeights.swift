// What words, pairs of words and meanings weigh in the scales of the grid.
//
// The lexicon reads what a sentence says; where it does not know the words, nothing is read. Here
// every word of our own labelled sets, and every two meanings that meet in a clause, have a small
// weight for or against Critique, and for or against Informatif, learned from those sets (`make
// weigh`) and written down in Mailboxes/lexicon/shipped/weights.txt. They are laid beside what the
// rules have read. They never see a mail of a client, and never learn by themselves.

/// The weights of words, by their keys.
struct WordWeights: Sendable {
    /// What a balance says of a text.
    struct Balance: Sendable {
        /// How far Critique outweighs the heavier of the other two; negative where it does not.
        var alarm: Double
        /// How far Informatif outweighs Standard.
        var advice: Double
        /// How many words, pairs and meanings were known.
        var count: Int
    }

    /// What one word or meaning weighs against Standard, in half units.
    struct Weight: Sendable {
        /// For Critique.
        var alarm: Int8
        /// For Informatif.
        var advice: Int8
    }

    private let learned: LearnedWords<Weight>

    /// Reads a table: headings of two numbers, and under each the words of that weight; "//" begins
    /// a remark.
    init(_ table: String) {
        let none = Weight(alarm: 0, advice: 0)
        var entries: [(key: UInt64, value: Weight)] = []
        var weight = none
        for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
            if line.starts(with: "//".utf8) { continue }
            if let heading = Self.heading(line) {
                weight = heading
                continue
            }
            entries += LearnedWords<Weight>.keys(on: line).map { ($0, weight) }
        }
        learned = LearnedWords(entries, blank: none)
    }

    // "= 3 -2": what the words of the next lines weigh.
    private static func heading(_ line: Substring.UTF8View.SubSequence) -> Weight? {
        guard line.first == UInt8(ascii: "=") else { return nil }
        let numbers = String(Substring(line)).split(separator: " ").compactMap { Int8($0) }
        guard numbers.count == 2 else { return nil }
        return Weight(alarm: numbers[0], advice: numbers[1])
    }

    /// A weight is written in halves of the learner's unit.
    private static let unit = 0.5

    /// Weighs a text by the keys of its words, pairs and meanings; each once, however often it
    /// occurs.
    func balance(_ features: [UInt64]) -> Balance {
        var (alarm, advice) = (0, 0)
        let known = learned.forEachKnown(among: features) { weight in
            alarm += Int(weight.alarm)
            advice += Int(weight.advice)
        }
        let scale = Self.unit / Double(known + 1).squareRoot()
        let (critical, informational) = (Double(alarm) * scale, Double(advice) * scale)
        return Balance(
            alarm: critical - max(0, informational),
            advice: informational,
            count: known
        )
    }

    /// The meanings that weighed most for a side, heaviest first.
    func heaviest(
        of meanings: [MeaningFeature],
        atMost limit: Int = 2,
        by side: (Weight) -> Int
    ) -> [String] {
        let found = meanings.compactMap { meaning in
            learned[meaning.key].map { (weight: side($0), name: meaning.name) }
        }
        .filter { $0.weight > 0 }
        return found.sorted { $0.weight > $1.weight }.prefix(limit).map(\.name)
    }

    /// The words that weighed most for a side, heaviest first.
    func heaviest(in words: Words, atMost limit: Int = 3, by side: (Weight) -> Int) -> [String] {
        learned.heaviest(in: words, atMost: limit, by: side)
    }
}
