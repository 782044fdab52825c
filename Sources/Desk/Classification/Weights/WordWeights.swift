// What single words and pairs of words weigh in the scales of the grid.
//
// The lexicon reads what a sentence says; where it does not know the words, nothing is read. Here
// every word that occurs in our own labelled sets has a small weight for or against Critique, and
// for or against Informatif, learned from those sets (`make weigh`) and written down in
// Mailboxes/lexicon/shipped/weights.txt. The rules decide first; the weights raise what they read
// too lightly and settle what they only doubted. They never see a mail of a client, and never
// learn by themselves.

/// The weights of words, by their keys.
struct WordWeights: Sendable {
    /// What a balance says of a text.
    struct Balance: Sendable {
        /// How far Critique outweighs the heavier of the other two; negative where it does not.
        var alarm: Double
        /// How far Informatif outweighs Standard.
        var advice: Double
        /// How many words and pairs were known.
        var count: Int
    }

    /// What one word weighs against Standard, in half units.
    struct Weight: Sendable {
        /// For Critique.
        var alarm: Int8
        /// For Informatif.
        var advice: Int8
    }

    private struct Slot: Sendable {
        var key: UInt64 = 0
        var place: Int32 = 0
        var weight = Weight(alarm: 0, advice: 0)
    }

    private var slots: [Slot] = []
    private var mask = 0
    private var count = 0

    /// Reads a table: headings of two numbers, and under each the words of that weight; "//" begins
    /// a remark.
    init(_ table: String) {
        var entries: [(key: UInt64, weight: Weight)] = []
        var weight = Weight(alarm: 0, advice: 0)
        for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
            if line.starts(with: "//".utf8) { continue }
            if let heading = Self.heading(line) {
                weight = heading
                continue
            }
            for entry in line.split(separator: UInt8(ascii: ",")) {
                let word = entry.drop { $0 == UInt8(ascii: " ") }
                if !word.isEmpty { entries.append((WordFeature.key(of: word), weight)) }
            }
        }
        count = entries.count
        var size = 256
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
        for (place, entry) in entries.enumerated() {
            var index = Int(truncatingIfNeeded: entry.key) & mask
            while slots[index].key != 0 { index = (index + 1) & mask }
            slots[index] = Slot(key: entry.key, place: Int32(place), weight: entry.weight)
        }
    }

    // "= 3 -2": what the words of the next lines weigh.
    private static func heading(_ line: Substring.UTF8View.SubSequence) -> Weight? {
        guard line.first == UInt8(ascii: "=") else { return nil }
        let numbers = String(Substring(line)).split(separator: " ").compactMap { Int8($0) }
        guard numbers.count == 2 else { return nil }
        return Weight(alarm: numbers[0], advice: numbers[1])
    }

    /// The weight of a word or a pair, and its place in the tables.
    private func find(_ key: UInt64) -> Slot? {
        var index = Int(truncatingIfNeeded: key) & mask
        while slots[index].key != 0 {
            if slots[index].key == key { return slots[index] }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Weighs a text; each word and pair once, however often it occurs.
    func balance(_ words: Words) -> Balance {
        var seen = [UInt64](repeating: 0, count: count / 64 + 1)
        var (alarm, advice, known) = (0, 0, 0)
        words.forEachFeature { feature in
            guard let slot = find(feature.key) else { return }
            let (cell, bit) = (Int(slot.place) / 64, UInt64(1) << UInt64(slot.place % 64))
            guard seen[cell] & bit == 0 else { return }
            seen[cell] |= bit
            alarm += Int(slot.weight.alarm)
            advice += Int(slot.weight.advice)
            known += 1
        }
        let scale = 0.5 / Double(known + 1).squareRoot()
        let (critical, informational) = (Double(alarm) * scale, Double(advice) * scale)
        return Balance(
            alarm: critical - max(0, informational),
            advice: informational,
            count: known
        )
    }

    /// The words that weighed most for a side, heaviest first.
    func heaviest(in words: Words, atMost limit: Int = 3, by side: (Weight) -> Int) -> [String] {
        var found: [(weight: Int, text: String)] = []
        words.forEachFeature { feature in
            guard feature.kind != .stem, let slot = find(feature.key) else { return }
            let weight = side(slot.weight)
            guard weight > 0 else { return }
            let text = words.text(of: feature.range)
            if !found.contains(where: { $0.text == text }) { found.append((weight, text)) }
        }
        return found.sorted { $0.weight > $1.weight }.prefix(limit).map(\.text)
    }
}
