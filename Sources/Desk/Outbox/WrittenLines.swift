// A person's words as the lines of a letter: paragraphs stay paragraphs, an address and a list keep
// their lines, and what a mail program wrapped at its margin is one line again.
//
// An empty line stands between paragraphs, and nowhere else. No line is longer than a letter shows.

/// The lines of a text that a letter repeats.
struct WrittenLines {
    /// The lines; an empty one parts two paragraphs.
    private(set) var lines: [String] = []

    // Programs wrap at 72 to 80 characters, so a wrapped line is nearly full.
    private static let margin = 72
    private static let wrappedMaximum = 80
    // A little less than a letter shows of one line.
    private static let lineMaximum = 1_900

    // The line before as it was written, while the next may belong to it.
    private var before: Substring?

    /// Reads a text.
    init(_ text: String) {
        for whole in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = Self.trimmed(whole)
            if line.isEmpty {
                if before != nil { lines.append("") }
                before = nil
            } else {
                add(line)
                before = line
            }
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
    }

    private mutating func add(_ line: Substring) {
        if let before, let last = lines.last, Self.isWrapped(before, line),
            last.count + line.count < Self.lineMaximum
        {
            lines[lines.count - 1] = "\(last) \(line)"
            return
        }
        var rest = line
        while rest.count > Self.lineMaximum {
            let head = rest.prefix(Self.lineMaximum)
            let end = head.lastIndex(of: " ") ?? head.endIndex
            lines.append(String(rest[..<end]))
            rest = Self.trimmed(rest[end...])
        }
        if !rest.isEmpty { lines.append(String(rest)) }
    }

    // Whether the first word of the next line would not have fitted onto this one.
    private static func isWrapped(_ line: Substring, _ next: Substring) -> Bool {
        let count = line.count
        guard count <= wrappedMaximum, count > margin / 2, let first = next.first,
            first.isLetter || first.isNumber || "«(\"“’'".contains(first), !isItem(next)
        else { return false }
        let word = next.prefix { !$0.isWhitespace }
        return count + 1 + word.count > margin
    }

    // "1. …", "2) …", "a) …": a list's next item.
    private static func isItem(_ line: Substring) -> Bool {
        let mark = line.prefix { !$0.isWhitespace }
        guard (2...4).contains(mark.count), let last = mark.last, ".)°-".contains(last) else {
            return false
        }
        let number = mark.dropLast()
        return number.allSatisfy(\.isNumber) || number.count == 1
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }
}
