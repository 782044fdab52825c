// The sender's own name, typed under his letter: with his first name's initial, his family name's,
// a title before it or a function behind it.
//
// What a name looks like is a guess (`Signatory`); what the sender shows beside his address is
// known. It decides nothing else, and a line is his name only where every word before the first
// comma is a word of it, or its initial.

/// The words that a sender is known by.
struct SignerName: Sendable {
    /// Nobody known.
    static let unknown = SignerName(nil)

    private static let titles: Set<String> = [
        "m", "mr", "mme", "mlle", "mrs", "ms", "dr", "docteur", "me", "maitre", "monsieur",
        "madame", "pr",
    ]
    private static let wordsMaximum = 12
    private static let lineBytesMaximum = 70

    private let words: [[UInt8]]

    /// Takes a sender's shown name and the local part of his address apart.
    init(_ sender: NamedAddress?) {
        guard let sender else {
            words = []
            return
        }
        let shown = Folding.bytes(of: sender.name.cut(toBytes: 200))
        let local = Folding.bytes(of: sender.address.localPart.cut(toBytes: 100))
        words = (Self.words(of: shown[...]) + Self.words(of: local[...])).filter { $0.count >= 3 }
    }

    /// Whether a folded line is this name, a function perhaps behind a comma.
    func isSigned(_ line: FoldedLine) -> Bool {
        guard !words.isEmpty, line.bytes.count <= Self.lineBytesMaximum else { return false }
        let parts = line.bytes.split(separator: UInt8(ascii: ","), maxSplits: 1)
        guard let head = parts.first else { return false }
        var said = Self.words(of: head)
        if let first = said.first, Self.titles.contains(String(decoding: first, as: UTF8.self)) {
            said.removeFirst()
        }
        guard (1...4).contains(said.count) else { return false }
        let isWhole = said.contains { $0.count >= 3 && words.contains($0) }
        return isWhole
            && said.allSatisfy { word in
                words.contains(word) || word.count <= 2 && words.contains { $0.starts(with: word) }
            }
    }

    private static func words(of bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        bytes.split { !Words.isWordByte($0) }.prefix(wordsMaximum).map(Array.init)
    }
}
