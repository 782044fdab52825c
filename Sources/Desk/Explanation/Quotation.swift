// The words that decided, as they stand in the client's own sentence. Rules read a folded text (no
// accents, no capitals); a person wants to see what was written.

/// Finds evidence in the text that it was taken from.
package struct Quotation {
    // The text, character by character, each with what it folds to; white space is one space.
    private var characters: [Character] = []
    private var folded: [UInt8] = []
    private var origins: [Int] = []

    /// The longest sentence that is shown whole.
    static let charactersMaximum = 240
    // Longer texts are quoted from their beginning only.
    private static let readMaximum = 20_000

    /// Reads a text as it was written.
    package init(_ text: String) {
        for character in text.prefix(Self.readMaximum) {
            let origin = characters.count
            characters.append(character.isWhitespace && !character.isNewline ? " " : character)
            var bytes = Folding.bytes(of: String(character))
            if bytes.isEmpty { bytes = character.isWhitespace ? [0x20] : [] }
            if bytes == [0x20], folded.last == 0x20 { continue }
            folded += bytes
            origins += Array(repeating: origin, count: bytes.count)
        }
    }

    /// The sentence that holds some evidence, with the words that decided between « and »; nil
    /// where they do not stand there.
    package func sentence(with evidence: String) -> String? {
        var wanted = Folding.bytes(of: evidence)
        if evidence.hasSuffix("…") { wanted.removeLast(3) }
        wanted = wanted.map { $0 == 0x0A ? 0x20 : $0 }
        guard wanted.count >= 3, let start = place(of: wanted) else { return nil }
        let first = origins[start]
        let last = origins[start + wanted.count - 1]
        var from = first
        while from > 0, !ends(from - 1), first - from < Self.charactersMaximum { from -= 1 }
        var to = last
        while to + 1 < characters.count, !ends(to), to - last < Self.charactersMaximum { to += 1 }
        let words = String(characters[first...last])
        let before = String(characters[from..<first]).drop { $0.isWhitespace }
        let behind = String(characters[(last + 1)..<max(last + 1, to + 1)])
        return (before + "«" + words + "»" + behind)
            .split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private func place(of wanted: [UInt8]) -> Int? {
        guard folded.count >= wanted.count else { return nil }
        return (0...(folded.count - wanted.count)).first { start in
            folded[start] == wanted[0]
                && folded[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }

    // A full stop inside "4.2" ends nothing.
    private func ends(_ index: Int) -> Bool {
        switch characters[index] {
        case "!", "?": return true
        case ".": return index + 1 >= characters.count || characters[index + 1].isWhitespace
        default: return characters[index].isNewline
        }
    }
}
