// A folded text as words, each with what it means: read once, looked at by every rule.
//
// An apostrophe or a hyphen ends a word ("l'alarme" is two words, so is "doesn't"), addresses and
// links are one word without meaning. The words of a very long text are cut: nobody describes a
// fault in four thousand words.

/// The words of a folded text.
package struct Words: Sendable {
    /// What stands between a word and the one before it.
    package enum Gap: UInt8, Comparable, Sendable {
        /// A hyphen, an apostrophe, a slash.
        case tight
        /// A space.
        case space
        /// A comma, a bracket, a quotation mark, a dash.
        case comma
        /// A semicolon, a colon.
        case colon
        /// The end of a sentence or of a line.
        case sentence

        /// The weaker separation comes first.
        package static func < (one: Gap, other: Gap) -> Bool { one.rawValue < other.rawValue }
    }

    /// One word.
    package struct Word: Sendable {
        /// A hash of the word.
        var key: UInt64
        /// A hash of the word without doubled letters; 0 for a short word.
        var looseKey: UInt64
        /// Where it lies.
        var start: Int32
        /// Where it ends.
        var end: Int32
        /// What separates it from the word before.
        var gap: Gap
        /// Whether a question mark ends the sentence directly behind it.
        var asks = false
        /// Its value, where it is a number below 10,000; else -1.
        var number: Int16 = -1
        /// The senses of the phrase that it begins.
        var senses = Senses()
        /// How many words that phrase has; 0 inside a phrase.
        var count: UInt8 = 1
    }

    /// How many words are read at most.
    static let wordsMaximum = 4000

    /// The folded text.
    let bytes: [UInt8]
    /// The words, in order.
    private(set) var words: [Word] = []
    /// Where the words of the text begin, behind those of the subject.
    private(set) var textStart = 0
    /// Every sense that occurs.
    private(set) var senses = Senses()
    /// Whether there is a link.
    private(set) var hasLink = false

    /// Reads a subject and a text.
    package init(_ folded: FoldedText, vocabulary: Vocabulary) {
        let subject = Array(folded.subject.utf8)
        self.init(
            folded: subject + [UInt8(ascii: "\n")] + Array(folded.text.utf8),
            lexicon: vocabulary.lexicon
        )
        textStart = words.firstIndex { Int($0.start) > subject.count } ?? words.count
    }

    /// Reads a folded text with a lexicon.
    init(folded: [UInt8], lexicon: Lexicon?) {
        bytes = folded
        words.reserveCapacity(folded.count / 5 + 8)
        cut()
        if let lexicon {
            correct(lexicon)
            mean(lexicon)
        }
    }

    /// The words of a range as they stand in the folded text.
    package func text(of range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last, words.indices.contains(last) else {
            return ""
        }
        return String(
            decoding: bytes[Int(words[first].start)..<Int(words[last].end)],
            as: UTF8.self
        )
    }

    // MARK: - Cutting

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let looseSeed: UInt64 = 0x84222325_CBF29CE4
    static let prime: UInt64 = 0x0000_0100_0000_01B3

    private mutating func cut() {
        var index = 0
        var gap = Gap.sentence
        let end = bytes.count
        while index < end, words.count < Self.wordsMaximum {
            let byte = bytes[index]
            guard Self.isWordByte(byte) else {
                gap = max(gap, separation(at: index))
                if byte == UInt8(ascii: "?"), !words.isEmpty { words[words.count - 1].asks = true }
                index += 1
                continue
            }
            let start = index
            var key = Self.seed
            var loose = Self.looseSeed
            var last: UInt8 = 0
            var number = 0
            while index < end, Self.isWordByte(bytes[index]) {
                let byte = bytes[index]
                key = (key ^ UInt64(byte)) &* Self.prime
                if byte != last { loose = (loose ^ UInt64(byte)) &* Self.prime }
                if number >= 0 {
                    number =
                        Self.isDigit(byte) && number < 1000 ? number * 10 + Int(byte - 0x30) : -1
                }
                last = byte
                index += 1
            }
            if index < end, let linkEnd = linkEnd(from: index) {
                hasLink = hasLink || bytes[index] == UInt8(ascii: ":")
                dropWordsOfLink(before: start)
                key = 1
                loose = 0
                number = -1
                index = linkEnd
            }
            let isLong = index - start >= Self.looseLettersMinimum
            words.append(
                Word(
                    key: key == 0 ? 1 : key,
                    looseKey: isLong ? loose : 0,
                    start: Int32(start),
                    end: Int32(index),
                    gap: gap,
                    number: Int16(number)
                )
            )
            gap = .tight
        }
    }

    /// The keys of a word that is put together of a stem and an ending.
    static func keys(of stem: ArraySlice<UInt8>, _ ending: [UInt8]) -> FormKeys {
        var (exact, loose, last) = (seed, looseSeed, UInt8(0))
        func add(_ byte: UInt8) {
            exact = (exact ^ UInt64(byte)) &* prime
            if byte != last { loose = (loose ^ UInt64(byte)) &* prime }
            last = byte
        }
        for byte in stem { add(byte) }
        for byte in ending { add(byte) }
        let isLong = stem.count + ending.count >= looseLettersMinimum
        return FormKeys(exact: exact == 0 ? 1 : exact, loose: isLong ? loose : exact)
    }

    /// From how many letters on a word is also found with a doubled letter more or less.
    private static let looseLettersMinimum = 6

    /// The key of a word.
    static func key(of word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }

    /// Whether a word ends with some bytes.
    func ends(_ place: Int, with ending: [UInt8]) -> Bool {
        let word = words[place]
        let start = Int(word.end) - ending.count
        guard start >= Int(word.start) else { return false }
        for offset in ending.indices where bytes[start + offset] != ending[offset] { return false }
        return true
    }

    // An address or a link goes on to the next space: "@" or "://" behind a word tells.
    private func linkEnd(from index: Int) -> Int? {
        let isAddress = bytes[index] == UInt8(ascii: "@")
        let isLink =
            bytes[index] == UInt8(ascii: ":") && index + 2 < bytes.count
            && bytes[index + 1] == UInt8(ascii: "/") && bytes[index + 2] == UInt8(ascii: "/")
        guard isAddress || isLink else { return nil }
        return bytes[index...].firstIndex { $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: ">") }
            ?? bytes.endIndex
    }

    // The words already read of "jean.dupont@…" belong to the address.
    private mutating func dropWordsOfLink(before start: Int) {
        while let last = words.last, Int(last.end) < start,
            bytes[Int(last.end)..<start].allSatisfy({ ".-_+".utf8.contains($0) })
        {
            words.removeLast()
            return dropWordsOfLink(before: Int(last.start))
        }
    }

    private func separation(at index: Int) -> Gap {
        switch bytes[index] {
        case UInt8(ascii: " "): return .space
        case UInt8(ascii: "\n"), UInt8(ascii: "!"), UInt8(ascii: "?"): return .sentence
        case UInt8(ascii: "."):
            // "4.2" and "M. Okafor" are not ends of sentences.
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            guard
                next == 0x20 || next == 0x0A || next == UInt8(ascii: ".")
                    || next == UInt8(ascii: "\"")
            else { return .tight }
            guard let word = words.last, Int(word.end) == index else { return .sentence }
            let isInitial = word.end - word.start == 1 && word.number < 0
            return isInitial && next == 0x20 ? .space : .sentence
        case UInt8(ascii: ";"), UInt8(ascii: ":"): return .colon
        case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
            UInt8(ascii: "]"):
            return .comma
        case UInt8(ascii: "-"):
            // A dash between spaces sets a clause apart; a hyphen binds.
            let before = index > 0 ? bytes[index - 1] : 0x20
            return before == 0x20 ? .comma : .tight
        case UInt8(ascii: "'"), UInt8(ascii: "/"): return .tight
        default: return .space
        }
    }

    // MARK: - Meaning

    // How many words of a text are looked at for a slip of the pen.
    private static let correctionsMaximum = 400

    // "lenregitreur" reads as "l'enregistreur" does.
    private mutating func correct(_ lexicon: Lexicon) {
        for place in words.indices.prefix(Self.correctionsMaximum) {
            let (start, end) = (Int(words[place].start), Int(words[place].end))
            guard end - start >= Neighbours.lettersMinimum, words[place].number < 0,
                let key = lexicon.correction(of: bytes[start..<end], words[place]),
                !SetPhrases.holds(words[place].key),
                glued(place, lexicon) == nil
            else { continue }
            words[place].key = key
            words[place].looseKey = 0
        }
    }

    private mutating func mean(_ lexicon: Lexicon) {
        var place = 0
        while place < words.count {
            guard let found = lexicon.find(words, at: place) ?? glued(place, lexicon) else {
                place += 1
                continue
            }
            words[place].senses = found.senses
            words[place].count = UInt8(found.count)
            senses.formUnion(found.senses)
            for inner in (place + 1)..<(place + found.count) { words[inner].count = 0 }
            place += found.count
        }
        for place in words.indices where isPossessive(place) {
            words[place].senses = words[place].senses.without(.part)
        }
        for place in words.indices where isProportion(place) {
            words[place].senses.insert(.degraded)
            senses.insert(.degraded)
        }
    }

    // "son bon d'intervention" is his; "le son", "pas de son" is a sound.
    private func isPossessive(_ place: Int) -> Bool {
        guard place > 0, place + 1 < words.count, words[place + 1].gap <= .space,
            SmallWord.possessive.contains(words[place]), words[place].senses.contains(.part)
        else { return false }
        let before = words[place - 1]
        return words[place].gap <= .space && !SmallWord.beforeSound.contains(before)
            && !before.senses.intersects(.negating)
    }

    // "une fois sur deux", "8 passages sur 10", "one time out of three": works by chance. Of things
    // ("deux caméras sur trente") it says how many.
    private func isProportion(_ place: Int) -> Bool {
        guard place >= 2, place + 1 < words.count, words[place].count > 0 else { return false }
        guard SmallWord.outOf.contains(words[place]) else { return false }
        let isNoun = words[place - 1].number < 0 && !words[place - 1].senses.intersects(.things)
        guard !SmallWord.times.contains(words[place - 1]) else { return false }
        return isNoun && isCount(place + 1) && isCount(place - 2)
    }

    private func isCount(_ place: Int) -> Bool {
        words[place].number >= 0 || SmallWord.counts.contains(words[place])
    }

    // "lalarme", "decran", "quon": an article written without its apostrophe.
    private func glued(_ place: Int, _ lexicon: Lexicon) -> (senses: Senses, count: Int)? {
        let start = Int(words[place].start)
        let end = Int(words[place].end)
        guard end - start >= 5,
            bytes[start] == UInt8(ascii: "l") || bytes[start] == UInt8(ascii: "d"),
            "aeiouh".utf8.contains(bytes[start + 1])
        else { return nil }
        var key = Self.seed
        for index in (start + 1)..<end { key = (key ^ UInt64(bytes[index])) &* Self.prime }
        let senses = lexicon.senses(of: key)
        return senses.isEmpty ? nil : (senses, 1)
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default:
            false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
