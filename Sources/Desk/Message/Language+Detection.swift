// In which of the two languages a client writes: by the small words that every sentence holds.
//
// Only ASCII words of up to seven letters are looked at, packed into one number each; an accented
// letter counts for French. In doubt it is French, the company's language.

extension Language {
    /// How much of a text is looked at.
    private static let bytesMaximum = 2000

    /// The language of a text; French where there is too little to tell.
    package init(ofText text: String, subject: String) {
        self = Self.told(byText: text, subject: subject) ?? .french
    }

    /// The language of a text; nil where there is too little to tell.
    package static func told(byText text: String, subject: String) -> Language? {
        let englishWords = SmallWords.english
        let frenchWords = SmallWords.french
        var english = 0
        var french = 0
        var word: UInt64 = 0
        var length = 0
        func close() {
            if (1...7).contains(length) {
                if englishWords.contains(word) { english += 1 }
                if frenchWords.contains(word) { french += 1 }
            }
            word = 0
            length = 0
        }
        for part in [text, subject] {
            let bytes = part.utf8Span.span
            for index in 0..<min(bytes.count, Self.bytesMaximum) {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    length += 1
                    word = word << 8 | UInt64(byte | 0x20)
                case 0xC3:
                    // An accented Latin letter ends the word that is looked at, and speaks for
                    // itself.
                    french += 1
                    close()
                default:
                    close()
                }
            }
            close()
        }
        guard english != french else { return nil }
        return english > french ? .english : .french
    }
}

/// The small words of a language, each packed into a number, in a table of open addresses.
private struct SmallWords {
    static let english = SmallWords(
        """
        the is are was were to of our we you your not it its this that these those for have has had \
        with please hello hi dear and but or if when what where how why can could would should will \
        been they them there here from at by an any all one two my me us he she his her do does did \
        thanks thank no yes be i am about after before since still again than then which who
        """
    )

    static let french = SmallWords(
        """
        le la les de des du un une et est pas je vous nous que qui dans pour sur avec ne plus ce cette \
        mon ma mes notre nos votre vos bonjour bonsoir merci il elle ils on en au aux par se sa son ses \
        mais ou donc car si sont ai avez avons a ont suis depuis sans tout tous rien bien comme faire \
        fait peut quand slt bjr svp c est l d j n s y ca cela non oui
        """
    )

    private static let size = 512
    private var slots = Array(repeating: UInt64(0), count: size)

    private init(_ list: String) {
        for word in list.split(whereSeparator: \.isWhitespace) {
            let packed = word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            var index = Self.slot(of: packed)
            while slots[index] != 0, slots[index] != packed { index = (index + 1) % Self.size }
            slots[index] = packed
        }
    }

    func contains(_ packed: UInt64) -> Bool {
        var index = Self.slot(of: packed)
        while slots[index] != 0 {
            if slots[index] == packed { return true }
            index = (index + 1) % Self.size
        }
        return false
    }

    private static func slot(of packed: UInt64) -> Int {
        Int((packed &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
