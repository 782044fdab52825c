// Finds set phrases in folded text: one pass over the text, however many phrases there are.
//
// Phrases are found by their first word, which must stand whole; then the bytes are compared, so
// the last word of a longer phrase may be the beginning of one ("sera trait" finds "sera traitée").
// Phrases come in groups, by what finding one means.

/// Groups of phrases, indexed; one object, because it is asked for every word of every mail.
final class PhraseIndex: Sendable {
    /// One phrase.
    private struct Phrase: Sendable {
        let bytes: [UInt8]
        let group: Int
    }

    private struct Slot: Sendable {
        var key: UInt64 = 0
        var phrases: Range<Int> = 0..<0
    }

    private let slots: [Slot]
    private let mask: Int
    private let phrases: [Phrase]
    private let groupCount: Int

    /// Indexes groups of folded phrases.
    init(_ groups: [[String]]) {
        var byKey: [UInt64: [Phrase]] = [:]
        for (group, list) in groups.enumerated() {
            for text in list {
                let bytes = Array(text.utf8)
                guard !bytes.isEmpty else { continue }
                let (key, _) = Self.word(at: 0, in: bytes[...])
                byKey[key, default: []].append(Phrase(bytes: bytes, group: group))
            }
        }
        var size = 64
        while size < byKey.count * 3 { size *= 2 }
        var slots = Array(repeating: Slot(), count: size)
        var phrases: [Phrase] = []
        for key in byKey.keys.sorted() {
            let start = phrases.count
            phrases += (byKey[key] ?? []).sorted { one, other in
                one.bytes.count == other.bytes.count
                    ? one.bytes.lexicographicallyPrecedes(other.bytes)
                    : one.bytes.count > other.bytes.count
            }
            var index = Int(truncatingIfNeeded: key) & (size - 1)
            while slots[index].key != 0 { index = (index + 1) & (size - 1) }
            slots[index] = Slot(key: key, phrases: start..<phrases.count)
        }
        self.slots = slots
        self.phrases = phrases
        mask = size - 1
        groupCount = groups.count
    }

    /// What a text holds of each group.
    struct Found: Sendable {
        /// The first phrase of each group that occurs.
        fileprivate(set) var first: [String?]
        /// How many different phrases of each group occur.
        fileprivate(set) var count: [Int]
    }

    /// Reads a folded text.
    func found(in bytes: ArraySlice<UInt8>) -> Found {
        var found = Found(
            first: Array(repeating: nil, count: groupCount),
            count: Array(repeating: 0, count: groupCount)
        )
        var seen: Set<Int> = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let (key, next) = Self.word(at: index, in: bytes)
            for place in slot(of: key) where fits(place, bytes, at: index) {
                note(place, &found, &seen)
            }
            index = next
        }
        return found
    }

    /// Reads a text that is cut into words already.
    func found(in words: Words) -> Found {
        var found = Found(
            first: Array(repeating: nil, count: groupCount),
            count: Array(repeating: 0, count: groupCount)
        )
        var seen: Set<Int> = []
        let bytes = words.bytes[...]
        for word in words.words {
            for place in slot(of: word.key) where fits(place, bytes, at: Int(word.start)) {
                note(place, &found, &seen)
            }
        }
        return found
    }

    private func note(_ place: Int, _ found: inout Found, _ seen: inout Set<Int>) {
        guard seen.insert(place).inserted else { return }
        let group = phrases[place].group
        found.count[group] += 1
        if found.first[group] == nil { found.first[group] = text(of: place) }
    }

    /// The first phrase that occurs in a folded text.
    func first(in bytes: ArraySlice<UInt8>) -> String? {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let (key, next) = Self.word(at: index, in: bytes)
            for place in slot(of: key) where fits(place, bytes, at: index) {
                return text(of: place)
            }
            index = next
        }
        return nil
    }

    /// The longest phrase that a folded text begins with.
    func prefix(of bytes: ArraySlice<UInt8>) -> String? {
        guard !bytes.isEmpty else { return nil }
        let (key, _) = Self.word(at: bytes.startIndex, in: bytes)
        return slot(of: key).first { fits($0, bytes, at: bytes.startIndex) }.map(text)
    }

    private func text(of place: Int) -> String {
        String(decoding: phrases[place].bytes, as: UTF8.self)
    }

    private func fits(_ place: Int, _ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        let phrase = phrases[place].bytes
        guard bytes.endIndex - index >= phrase.count else { return false }
        for offset in phrase.indices where bytes[index + offset] != phrase[offset] { return false }
        return true
    }

    private func slot(of key: UInt64) -> Range<Int> {
        var index = Int(truncatingIfNeeded: key) & mask
        while slots[index].key != 0 {
            if slots[index].key == key { return slots[index].phrases }
            index = (index + 1) & mask
        }
        return 0..<0
    }

    // The hash of the word that begins here, or of the single mark, and where the next one begins.
    private static func word(at start: Int, in bytes: ArraySlice<UInt8>) -> (key: UInt64, next: Int)
    {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = start
        while index < bytes.endIndex, isWordByte(bytes[index]) {
            key = (key ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        if index == start {
            key = UInt64(bytes[index]) + 1
            index += 1
        }
        while index < bytes.endIndex, bytes[index] == UInt8(ascii: " ") { index += 1 }
        return (key, index)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default:
            false
        }
    }
}
