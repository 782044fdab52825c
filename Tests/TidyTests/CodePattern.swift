// A few characters of code to look for, such as `Date()`, `.regularExpression` or `try!`.
//
// A pattern is found through its first word, so that one walk over a file's words serves all of
// them. Where it begins or ends with a word, that word is whole: `fingerprint(` is no `print(`.

/// Something that can stand in code.
struct CodePattern: Sendable {
    let text: String
    fileprivate let before: String
    fileprivate let word: String
    fileprivate let after: String

    /// Whether it could be the end of a longer word, if words were not looked at whole.
    var beginsWithWord: Bool { before.isEmpty }

    init(_ text: String) {
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex(where: SourceText.isWordByte) ?? bytes.endIndex
        let end = bytes[start...].firstIndex { !SourceText.isWordByte($0) } ?? bytes.endIndex
        self.text = text
        before = String(decoding: bytes[..<start], as: UTF8.self)
        word = String(decoding: bytes[start..<end], as: UTF8.self)
        after = String(decoding: bytes[end...], as: UTF8.self)
    }
}

extension SourceText {
    /// Where any of these patterns stands in the code.
    func offsets(of patterns: [CodePattern]) -> [(offset: Int, pattern: CodePattern)] {
        let byWord = Dictionary(grouping: patterns, by: \.word)
        return words.flatMap { word in
            (byWord[word.text] ?? []).filter { stands($0, at: word) }.map { (word.offset, $0) }
        }
    }

    /// The word that ends right before a place.
    func wordEnding(before offset: Int) -> String? {
        words.first { $0.end == offset }?.text
    }

    private func stands(_ pattern: CodePattern, at word: Word) -> Bool {
        guard hasCode(pattern.before, at: word.offset - pattern.before.utf8.count),
            hasCode(pattern.after, at: word.end)
        else { return false }
        guard let last = pattern.after.utf8.last, Self.isWordByte(last) else { return true }
        return !Self.isWordByte(codeByte(word.end + pattern.after.utf8.count))
    }
}
