// The notation of the tables, read byte by byte: a phrase is a list of words, a word a list of
// forms, a form two keys. No text is made on the way, because every start of the program pays it.

/// The keys under which one form of a word is found.
struct FormKeys: Hashable, Sendable {
    /// The key of the word as it is written.
    let exact: UInt64
    /// The key without doubled letters; the same as `exact` for a short word.
    let loose: UInt64
    /// Whether the word is long enough to be found loosely.
    var hasLoose: Bool { loose != exact }
    /// Both keys, each once.
    var keys: [UInt64] { hasLoose ? [exact, loose] : [exact] }
}

extension LexiconTable {
    private static let plural = ["", "s"].map { Array($0.utf8) }
    private static let agreement = ["", "e", "s", "es"].map { Array($0.utf8) }
    private static let verb = [
        "e", "es", "ent", "er", "ez", "ons", "ait", "aient", "ant", "era", "eront", "ee", "ees",
        "erait", "eraient",
    ].map { Array($0.utf8) }
    private static let none = [[UInt8]()]

    /// Reads every phrase: for each of its words the forms, and the letters of a single word.
    func eachPhrase(_ use: (_ forms: [[FormKeys]], _ letters: [[UInt8]]) -> Void) {
        let bytes = Array(words.utf8)
        for phrase in bytes.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == 0x0A }) {
            var forms: [[FormKeys]] = []
            var index = phrase.startIndex
            var letters: [[UInt8]] = []
            while index < phrase.endIndex {
                guard Words.isWordByte(phrase[index]) else {
                    index += 1
                    continue
                }
                let start = index
                while index < phrase.endIndex, Words.isWordByte(phrase[index]) { index += 1 }
                let mark = index < phrase.endIndex ? phrase[index] : 0
                forms.append(Self.forms(of: phrase[start..<index], mark: mark))
                letters =
                    forms.count == 1 ? Self.spelled(phrase[start..<index], mark: mark) : []
            }
            if !forms.isEmpty { use(forms, letters) }
        }
    }

    private static func forms(of word: ArraySlice<UInt8>, mark: UInt8) -> [FormKeys] {
        switch mark {
        case UInt8(ascii: "="): plural.map { Words.keys(of: word, $0) }
        case UInt8(ascii: ":"): agreement.map { Words.keys(of: word, $0) }
        // From the third person: "marche" gives the stem "march".
        case UInt8(ascii: "~"): verb.map { Words.keys(of: word.dropLast(), $0) }
        default: none.map { Words.keys(of: word, $0) }
        }
    }

    private static func spelled(_ word: ArraySlice<UInt8>, mark: UInt8) -> [[UInt8]] {
        switch mark {
        case UInt8(ascii: "="): plural.map { Array(word) + $0 }
        case UInt8(ascii: ":"): agreement.map { Array(word) + $0 }
        case UInt8(ascii: "~"): verb.map { Array(word.dropLast()) + $0 }
        default: [Array(word)]
        }
    }
}
