// Cuts a template into lines of pieces: text and tags.
//
// Separate from the parser because the delimiters are its state alone: `{{=<% %>=}}` changes what a
// tag looks like, not what it means. It looks at every byte a bounded number of times, whatever
// the template holds, and stops at the first tag that does not end.

/// A tag as it was written.
struct MustacheTag: Hashable {
    enum Sort: Hashable {
        case value
        case unescapedValue
        case section
        case invertedSection
        case end
        case partial
        case comment
        case delimiters
    }

    var sort: Sort
    /// What stands behind the sigil, without white space around it.
    var content: String
    var place: SourcePlace

    /// Whether the tag takes its line with it when it is alone there.
    var canStandAlone: Bool {
        switch sort {
        case .value, .unescapedValue: false
        case .section, .invertedSection, .end, .partial, .comment, .delimiters: true
        }
    }
}

/// One piece of a line.
enum MustachePiece: Hashable {
    /// Text without a line break, except at its very end, and where it begins.
    case text(ArraySlice<UInt8>, SourcePlace)
    case tag(MustacheTag)
}

struct MustacheScanner {
    /// The longest delimiter; keeps the search for it linear.
    static let delimiterBytesMaximum = 8

    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var place: SourcePlace
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)
    private(set) var errors: [TemplateError] = []

    init(_ source: String, file: String, from place: SourcePlace) {
        self.file = file
        self.place = place
        bytes = Array(source.utf8)
    }

    /// The pieces up to the next line break outside a tag; nil at the end.
    mutating func nextLine() -> [MustachePiece]? {
        var pieces: [MustachePiece] = []
        while position < bytes.count {
            let start = position
            let startPlace = place
            while position < bytes.count, !stands(open, at: position) {
                position += 1
                guard bytes[position - 1] != UInt8(ascii: "\n") else {
                    pieces.append(.text(take(from: start), startPlace))
                    return pieces
                }
            }
            if position > start { pieces.append(.text(take(from: start), startPlace)) }
            if position < bytes.count, let tag = nextTag() { pieces.append(.tag(tag)) }
        }
        return pieces.isEmpty ? nil : pieces
    }

    // MARK: - Tags

    private mutating func nextTag() -> MustacheTag? {
        let start = position
        let startPlace = place
        var inner = start + open.count
        while inner < bytes.count, Self.isBlank(bytes[inner]) { inner += 1 }
        let (sort, closing) = sort(of: inner < bytes.count ? bytes[inner] : 0)
        if sort != .value { inner += 1 }
        guard let end = find(closing, from: inner) else {
            position = bytes.count
            let shown = String(decoding: open, as: UTF8.self)
            report(
                "the tag opened by \(shown) is never closed",
                "add \(String(decoding: closing, as: UTF8.self)) where it ends",
                at: startPlace
            )
            return nil
        }
        let content = trimmed(bytes[inner..<end])
        position = end + closing.count
        _ = take(from: start)
        if sort == .delimiters { changeDelimiters(content, at: startPlace) }
        return MustacheTag(sort: sort, content: content, place: startPlace)
    }

    private func sort(of sigil: UInt8) -> (MustacheTag.Sort, closing: [UInt8]) {
        switch sigil {
        case UInt8(ascii: "#"): (.section, close)
        case UInt8(ascii: "^"): (.invertedSection, close)
        case UInt8(ascii: "/"): (.end, close)
        case UInt8(ascii: ">"): (.partial, close)
        case UInt8(ascii: "!"): (.comment, close)
        case UInt8(ascii: "&"): (.unescapedValue, close)
        case UInt8(ascii: "{"): (.unescapedValue, [UInt8(ascii: "}")] + close)
        case UInt8(ascii: "="): (.delimiters, [UInt8(ascii: "=")] + close)
        default: (.value, close)
        }
    }

    private mutating func changeDelimiters(_ content: String, at place: SourcePlace) {
        let words = content.utf8.split(whereSeparator: Self.isBlank).map(Array.init)
        guard words.count == 2,
            words.allSatisfy({
                $0.count <= Self.delimiterBytesMaximum && !$0.contains(UInt8(ascii: "="))
            })
        else {
            report(
                "«\(content)» is no pair of delimiters",
                "write two words of at most \(Self.delimiterBytesMaximum) bytes without «=»",
                at: place
            )
            return
        }
        open = words[0]
        close = words[1]
    }

    // MARK: - Bytes

    private func stands(_ word: [UInt8], at index: Int) -> Bool {
        guard bytes[index] == word[0], bytes.count - index >= word.count else { return false }
        return bytes[index..<index + word.count].elementsEqual(word)
    }

    private func find(_ word: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if stands(word, at: index) { return index }
            index += 1
        }
        return nil
    }

    private mutating func take(from start: Int) -> ArraySlice<UInt8> {
        let slice = bytes[start..<position]
        place.advance(over: slice)
        return slice
    }

    private func trimmed(_ slice: ArraySlice<UInt8>) -> String {
        let front = slice.drop(while: Self.isBlank)
        let end = front.lastIndex { !Self.isBlank($0) }.map { $0 + 1 } ?? front.startIndex
        return String(decoding: front[..<end], as: UTF8.self)
    }

    private mutating func report(_ found: String, _ advice: String, at place: SourcePlace) {
        errors.append(TemplateError(file: file, place: place, found: found, advice: advice))
    }

    /// White space as Mustache sees it.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
