// A Swift file as the tidy rules see it: which bytes are code, which are comments, which are text.
//
// Rules about words would be noise if "print(" in a sentence counted, and blind if the code inside
// `\( )` did not. So the file is read once, byte by byte, by a scanner that knows comments (nested
// ones too), strings of every kind, interpolation, raw identifiers and `#/…/#` literals. It does
// not know `/…/` literals: the house bans them, and the rule that says so sees them as code.

/// The text of one Swift file, classified.
struct SourceText: Sendable {
    /// What a byte belongs to.
    enum Part: UInt8 {
        case code
        case comment
        /// Between the quotes of a string, the backticks of a raw identifier, the slashes of `#/`.
        case text
    }

    /// One identifier or keyword of the code.
    struct Word: Sendable {
        let text: String
        /// Where its first byte stands.
        let offset: Int
        /// Where the first byte behind it stands.
        let end: Int
    }

    /// The file as it is.
    let bytes: [UInt8]
    /// One entry for each byte.
    let parts: [Part]
    /// The file with a space for every byte that is not code; line ends stay.
    let code: [UInt8]
    /// The identifiers and keywords, in order.
    let words: [Word]
    private let lineStarts: [Int]

    init(_ text: String) {
        var scanner = SourceScanner(Array(text.utf8))
        scanner.scan()
        let bytes = scanner.bytes
        let parts = scanner.parts
        self.bytes = bytes
        self.parts = parts
        code = zip(bytes, parts).map { byte, part in
            part == .code || byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
        }
        words = Self.words(of: code)
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The lines as they are, without their ends.
    var lines: [String] { Self.split(bytes) }

    /// The lines of `code`.
    var codeLines: [String] { Self.split(code) }

    /// How many lines there are; the end of the last line does not begin another.
    var lineCount: Int {
        bytes.last == UInt8(ascii: "\n") ? lineStarts.count - 1 : lineStarts.count
    }

    /// The number, from 1, of the line on which a byte stands.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// What the line with this number, from 1, begins with: `.text` inside a multi-line string.
    func part(atStartOfLine line: Int) -> Part {
        let start = lineStarts[line - 1]
        return start < parts.count ? parts[start] : .code
    }

    /// The byte of code there, or a line end outside the file.
    func codeByte(_ offset: Int) -> UInt8 {
        code.indices.contains(offset) ? code[offset] : UInt8(ascii: "\n")
    }

    /// Whether this text stands in the code, starting there.
    func hasCode(_ text: String, at offset: Int) -> Bool {
        offset >= 0 && code.dropFirst(offset).starts(with: text.utf8)
    }

    /// Where the bracket that closes the one at `opening` stands.
    func closingBracket(of opening: Int) -> Int? {
        var depth = 0
        for offset in opening..<code.count {
            switch code[offset] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: continue
            }
            if depth == 0 { return offset }
        }
        return nil
    }

    /// The contents of the string literals within a range, in order.
    func texts(in range: Range<Int>) -> [String] {
        var texts: [String] = []
        var current: [UInt8]?
        for offset in range {
            if parts[offset] == .text {
                current = (current ?? []) + [bytes[offset]]
            } else if let text = current {
                texts.append(String(decoding: text, as: UTF8.self))
                current = nil
            }
        }
        return texts
    }

    /// Whether a byte can stand in an identifier.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default:
            false
        }
    }

    private static func words(of code: [UInt8]) -> [Word] {
        var words: [Word] = []
        var start: Int?
        for offset in 0...code.count {
            let isInside = offset < code.count && isWordByte(code[offset])
            if isInside {
                start = start ?? offset
            } else if let first = start {
                let text = String(decoding: code[first..<offset], as: UTF8.self)
                words.append(Word(text: text, offset: first, end: offset))
                start = nil
            }
        }
        return words
    }

    private static func split(_ bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }
}
