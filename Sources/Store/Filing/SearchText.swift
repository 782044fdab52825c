// What the index is given and asked. SQLite folds case and accents; it leaves ligatures and ß as
// they are, so that a search for "coeur" would not find "cœur": both sides are spelled out here.

import Desk

/// A text spelled out for the index.
enum SearchText {
    /// The longest query that is read, in bytes.
    static let queryBytesMaximum = 1_000

    /// The text with œ, æ and ß spelled out.
    static func spelledOut(_ text: String) -> String {
        guard needsSpelling(text) else { return text }
        var spelled = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "œ", "Œ": spelled.append(contentsOf: "oe".unicodeScalars)
            case "æ", "Æ": spelled.append(contentsOf: "ae".unicodeScalars)
            case "ß", "ẞ": spelled.append(contentsOf: "ss".unicodeScalars)
            default: spelled.append(scalar)
            }
        }
        return String(spelled)
    }

    // Most texts have none of them, and every French text has accents: the bytes are looked at.
    private static func needsSpelling(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        for index in bytes.indices where bytes[index] >= 0xC0 {
            switch (bytes[index], bytes[index + 1]) {
            case (0xC5, 0x92), (0xC5, 0x93), (0xC3, 0x86), (0xC3, 0xA6), (0xC3, 0x9F): return true
            case (0xE1, 0xBA) where bytes[index + 2] == 0x9E: return true
            default: continue
            }
        }
        return false
    }

    /// The query that finds every word of `text`, or words that begin with it; nil where there is
    /// none.
    ///
    /// Each word stands between quotation marks, so that nothing in it is an operator of the index.
    static func query(for text: String) -> String? {
        let words = spelledOut(text.cut(toBytes: queryBytesMaximum))
            .split { $0.isWhitespace || $0 == "\"" || $0 == "\0" }
            .filter { word in word.contains { $0.isLetter || $0.isNumber } }
        return words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " ")
    }
}
