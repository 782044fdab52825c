// What was learned of single words, of pairs of words and of meanings that meet in a clause, found
// by their keys: weights in the scales of the grid, votes on a question. Laid out once when a house
// is put together, and never changed.

/// Words, pairs and meanings, each with what was learned of it.
struct LearnedWords<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        var key: UInt64 = 0
        var place: Int32 = 0
        var value: Value
    }

    private var slots: [Slot]
    private let mask: Int
    private let count: Int
    // A bit for every word: most of a text's words are unknown, and are turned away here.
    private var filter: [UInt64]
    private let filterMask: Int

    /// Lays entries out; the blank value stands where no word does, and is never handed on.
    init(_ entries: [(key: UInt64, value: Value)], blank: Value) {
        count = entries.count
        var size = 256
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: Slot(value: blank), count: size)
        mask = size - 1
        filter = Array(repeating: 0, count: size * Self.filterShare / UInt64.bitWidth)
        filterMask = size * Self.filterShare - 1
        for (place, entry) in entries.enumerated() {
            var index = Int(truncatingIfNeeded: entry.key) & mask
            while slots[index].key != 0 { index = (index + 1) & mask }
            slots[index] = Slot(key: entry.key, place: Int32(place), value: entry.value)
            let bit = filterBit(of: entry.key)
            filter[bit / UInt64.bitWidth] |= 1 << UInt64(bit % UInt64.bitWidth)
        }
    }

    // So many bits of the filter for a slot.
    private static var filterShare: Int { 4 }

    // Other bits of the key than those that choose its slot.
    private func filterBit(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key >> 32) & filterMask
    }

    /// The keys of the words on a line of a file, which commas part.
    static func keys(on line: Substring.UTF8View.SubSequence) -> [UInt64] {
        line.split(separator: UInt8(ascii: ",")).compactMap { entry in
            let word = entry.drop { $0 == UInt8(ascii: " ") }
            return word.isEmpty ? nil : WordFeature.key(of: word)
        }
    }

    /// What was learned of a word or meaning.
    subscript(key: UInt64) -> Value? { find(key)?.value }

    private func find(_ key: UInt64) -> Slot? {
        let bit = filterBit(of: key)
        guard filter[bit / UInt64.bitWidth] & 1 << UInt64(bit % UInt64.bitWidth) != 0
        else { return nil }
        var index = Int(truncatingIfNeeded: key) & mask
        while slots[index].key != 0 {
            if slots[index].key == key { return slots[index] }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Hands on what was learned of a text's words and pairs, each once, however often it occurs;
    /// says how many were known.
    func forEachKnown(among keys: [UInt64], _ body: (Value) -> Void) -> Int {
        var seen = [UInt64](repeating: 0, count: count / 64 + 1)
        var known = 0
        for key in keys {
            guard let slot = find(key) else { continue }
            let (cell, bit) = (Int(slot.place) / 64, UInt64(1) << UInt64(slot.place % 64))
            guard seen[cell] & bit == 0 else { continue }
            seen[cell] |= bit
            body(slot.value)
            known += 1
        }
        return known
    }

    /// The words that spoke most for a side, heaviest first.
    func heaviest(in words: Words, atMost limit: Int, by side: (Value) -> Int) -> [String] {
        var found: [(weight: Int, text: String)] = []
        words.forEachFeature { feature in
            guard feature.kind != .stem, let slot = find(feature.key) else { return }
            let weight = side(slot.value)
            guard weight > 0 else { return }
            let text = words.text(of: feature.range)
            if !found.contains(where: { $0.text == text }) { found.append((weight, text)) }
        }
        return found.sorted { $0.weight > $1.weight }.prefix(limit).map(\.text)
    }
}
