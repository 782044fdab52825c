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
    // How many characters the last line has.
    private var lastLength = 0

    /// Reads a text.
    init(_ text: String) {
        for whole in Self.split(text) {
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
        var length = Self.count(line)
        if let before, let last = lines.last, Self.isWrapped(before, line),
            lastLength + length < Self.lineMaximum
        {
            lines[lines.count - 1] = "\(last) \(line)"
            lastLength += 1 + length
            return
        }
        var rest = line
        while length > Self.lineMaximum {
            let head = rest.prefix(Self.lineMaximum)
            let end = head.lastIndex(of: " ") ?? head.endIndex
            lines.append(String(rest[..<end]))
            lastLength = Self.count(rest[..<end])
            rest = Self.trimmed(rest[end...])
            length = Self.count(rest)
        }
        if !rest.isEmpty {
            lines.append(String(rest))
            lastLength = length
        }
    }

    // Whether the first word of the next line would not have fitted onto this one.
    private static func isWrapped(_ line: Substring, _ next: Substring) -> Bool {
        let count = count(line)
        guard count <= wrappedMaximum, count > margin / 2, let first = next.first,
            first.isLetter || first.isNumber || "«(\"“’'".contains(first), !isItem(next)
        else { return false }
        return count + 1 + Self.count(firstWord(of: next)) > margin
    }

    // "1. …", "2) …", "a) …": a list's next item.
    private static func isItem(_ line: Substring) -> Bool {
        let mark = firstWord(of: line)
        guard (2...4).contains(count(mark)), let last = mark.last, ".)°-".contains(last) else {
            return false
        }
        let number = mark.dropLast()
        return number.allSatisfy(\.isNumber) || number.count == 1
    }

    private static func firstWord(of line: Substring) -> Substring {
        let bytes = line.utf8Span.span
        var end = 0
        while end < bytes.count {
            switch bytes[end] {
            case 0x20: return line[..<line.utf8.index(line.startIndex, offsetBy: end)]
            case 0x21..<0x7F: end += 1
            // Latin letters, and quotation marks, dashes and the ellipsis.
            case 0xC3..<0xCC: end += 2
            case 0xE2 where bytes[end + 1] == 0x80 && (0x90...0xA7).contains(bytes[end + 2]):
                end += 3
            default: return line.prefix { !$0.isWhitespace }
            }
        }
        return line
    }

    private static func trimmed(_ line: Substring) -> Substring {
        // To find the bounds of characters costs more than all the rest, and few lines need it.
        if let first = line.utf8.first, let last = line.utf8.last, isVisible(first),
            isVisible(last)
        {
            return line
        }
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }

    private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    // A line break of a mail's text is a line feed; others come from elsewhere.
    private static func split(_ text: String) -> [Substring] {
        let bytes = text.utf8Span.span
        var lines: [Substring] = []
        var start = text.startIndex
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                let end = text.utf8.index(text.startIndex, offsetBy: index)
                lines.append(text[start..<end])
                start = text.utf8.index(after: end)
            case 0x0B...0x0D,
                0xC2 where bytes[index + 1] == 0x85,
                0xE2 where bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]):
                return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            default: break
            }
        }
        return lines + [text[start...]]
    }

    // Characters as people see them: each Latin letter and each usual mark is one by itself.
    private static func count(_ line: Substring) -> Int {
        let bytes = line.utf8Span.span
        var count = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0..<0x80: index += 1
            // U+0080 to U+02FF; the first that join what stands before them come behind.
            case 0xC2..<0xCC: index += 2
            case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]),
                0xE2 where bytes[index + 1] == 0x82 && bytes[index + 2] == 0xAC:
                index += 3
            default: return line.count
            }
            count += 1
        }
        return count
    }
}
