// Words that nearly read like a known one: "enregitreur", "alrame", "detcteur".
//
// Every known word is filed under each of its spellings less one letter; a text's word is looked up
// whole and less one letter of its own. What meets differs by one letter that is missing, too many,
// wrong, or has changed places with the next: no comparison, a dozen look-ups a word.
//
// Other words of the language come near, too ("sécurité", "modèle"). So only things, faults and a
// few long verbs take part, never what soothes; a short word may lack a letter and have no wrong
// one; neither the first letter nor the ending is doubted; and only one single word may come near.

/// Known words by their spellings less one letter.
struct Neighbours: Sendable {
    /// From how many letters on a word of a text is looked for.
    static let lettersMinimum = 6
    /// Shorter ones only where they name an apparatus.
    private static let lettersOfAnyKind = 7
    /// From how many letters on a verb takes part, and a letter may be wrong.
    private static let lettersOfVerbs = 9
    private static let lettersOfWrongOnes = 8
    private static let lettersMaximum = 24
    private static let bad = Senses(
        .system,
        .alarm,
        .device,
        .opening,
        .safety,
        .picture,
        .dead,
        .degraded,
        .trouble,
        .unwatched,
        .excluded,
        .exposed,
        .event,
        .stuck
    )
    private static let verbs = Senses(.works, .worksIfThing, .arms)
    private static let soothing = Senses(
        .watched,
        .closed,
        .closes,
        .bounded,
        .fine,
        .calm,
        .restored,
        .others
    )

    private struct Slot: Sendable {
        var key: UInt64 = 0
        var word: UInt64 = 0
        var place: Int8 = 0
        var letter: UInt8 = 0
    }

    private var slots: [Slot] = []
    private var mask = 0

    /// Files the words of a lexicon.
    init(of draft: LexiconDraft) {
        let words = Set(draft.letters).filter { word in
            guard (Self.lettersMinimum...Self.lettersMaximum).contains(word.count),
                let senses = draft.singles[Words.key(of: word[...])]?.without(.opensPhrase),
                !senses.isEmpty, senses == senses.aboutTheWorld
            else { return false }
            if senses.intersects(Self.soothing) { return false }
            if senses.intersects(Self.verbs) { return word.count >= Self.lettersOfVerbs }
            let minimum =
                senses.intersects(.apparatus) ? Self.lettersMinimum : Self.lettersOfAnyKind
            return word.count >= minimum && senses.intersects(Self.bad)
        }
        let count = words.reduce(0) { $0 + $1.count + 1 }
        var size = 256
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
        for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let key = Words.key(of: word[...])
            insert(Slot(key: key, word: key, place: -1))
            for place in word.indices.dropFirst() {
                let less = Self.key(of: word[...], less: place)
                insert(Slot(key: less, word: key, place: Int8(place), letter: word[place]))
            }
        }
    }

    /// The key of the one known word that comes near; nil where none does, or two do.
    func find(_ word: ArraySlice<UInt8>) -> UInt64? {
        guard word.count <= Self.lettersMaximum, word.allSatisfy(Self.isLetter) else { return nil }
        var found: UInt64?
        func meet(_ key: UInt64, at place: Int8, less letter: UInt8) -> Bool {
            var index = Int(truncatingIfNeeded: key) & mask
            while slots[index].key != 0 {
                let slot = slots[index]
                if slot.key == key, slot.word != found,
                    isNear(slot, place, letter, of: word.count)
                {
                    guard found == nil else { return false }
                    found = slot.word
                }
                index = (index + 1) & mask
            }
            return true
        }
        guard meet(Words.key(of: word), at: -1, less: 0) else { return nil }
        for place in word.indices.dropFirst() {
            let less = Self.key(of: word, less: place)
            let offset = Int8(place - word.startIndex)
            guard meet(less, at: offset, less: word[place]) else { return nil }
        }
        return found
    }

    // Where both lack a letter: a wrong one at one place, or one that has changed places.
    private func isNear(_ slot: Slot, _ place: Int8, _ letter: UInt8, of count: Int) -> Bool {
        if place < 0 || slot.place < 0 { return true }
        if slot.place == place {
            return count >= Self.lettersOfWrongOnes && Int(place) < count - 1
        }
        return abs(slot.place - place) == 1 && slot.letter == letter
    }

    private mutating func insert(_ slot: Slot) {
        var index = Int(truncatingIfNeeded: slot.key) & mask
        while slots[index].key != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private static func key(of word: ArraySlice<UInt8>, less place: Int) -> UInt64 {
        var key = Words.seed
        for index in word.indices where index != place {
            key = (key ^ UInt64(word[index])) &* Words.prime
        }
        return key
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
