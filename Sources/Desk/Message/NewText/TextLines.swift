// A text cut into lines, each line folded once, for the eyes of the quote and signature readers.
//
// Lines are ranges into one buffer, so that a megabyte of ">" costs a megabyte and no more. Only
// the beginning of a line is ever folded: whatever marks a quote or a signature stands there.

/// The lines of a text.
struct TextLines {
    /// How many bytes of a line are folded at most.
    static let foldedBytesMaximum = 400

    /// The text.
    let bytes: [UInt8]
    /// Where each line lies: trimmed of white space at both ends.
    private(set) var lines: [Line] = []
    private var folded: [UInt8] = []

    /// One line.
    struct Line {
        /// The trimmed line, quote marks included.
        let range: Range<Int>
        /// How many ">" it begins with.
        let depth: Int
        /// Where its folded beginning lies.
        let folded: Range<Int>

        /// Whether there is nothing on it, not even a quote mark.
        var isBlank: Bool { range.isEmpty }
    }

    /// Cuts a text.
    init(_ text: String) {
        bytes = Array(text.utf8)
        folded.reserveCapacity(bytes.count)
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            append(start..<index)
            start = index + 1
        }
        if start < bytes.count { append(start..<bytes.count) }
    }

    /// How many lines there are.
    var count: Int { lines.count }

    /// The folded beginning of a line, without quote marks.
    func folded(_ index: Int) -> FoldedLine {
        FoldedLine(bytes: folded[lines[index].folded])
    }

    /// The trimmed line as it was written, quote marks included.
    func raw(_ index: Int) -> ArraySlice<UInt8> { bytes[lines[index].range] }

    /// Whether a line is the mark of a signature as programs write it: "-- ", with its space.
    func isSignatureMark(_ index: Int) -> Bool {
        let range = lines[index].range
        return bytes[range].elementsEqual("--".utf8) && range.upperBound < bytes.count
            && bytes[range.upperBound] == UInt8(ascii: " ")
    }

    /// All lines, put together again.
    var whole: String { text(of: 0..<count) }

    /// Puts lines together again, runs of blank lines made one.
    func text(of indices: some Sequence<Int>) -> String {
        var joined: [UInt8] = []
        var blanks = 0
        for index in indices {
            guard !lines[index].isBlank else {
                blanks += 1
                continue
            }
            if !joined.isEmpty {
                joined.append(UInt8(ascii: "\n"))
                if blanks > 0 { joined.append(UInt8(ascii: "\n")) }
            }
            joined.append(contentsOf: raw(index))
            blanks = 0
        }
        return String(decoding: joined, as: UTF8.self)
    }

    private mutating func append(_ whole: Range<Int>) {
        let range = trimmed(whole)
        var depth = 0
        var content = range.lowerBound
        scan: while content < range.upperBound {
            switch bytes[content] {
            case UInt8(ascii: ">"): depth += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: break scan
            }
            content += 1
        }
        if depth == 1, !isQuoteMark(at: range.lowerBound, before: range.upperBound) { depth = 0 }
        if depth == 0 {
            content = range.lowerBound
            let isSetIn = range.lowerBound >= whole.lowerBound + 2
            if hasInitialMark(range, isSetIn: isSetIn) { depth = 1 }
        }
        let upper = min(range.upperBound, content + Self.foldedBytesMaximum)
        let start = folded.count
        if depth == 0, content < upper {
            Folding.fold(bytes[content..<upper], into: &folded)
        }
        lines.append(Line(range: range, depth: depth, folded: start..<folded.count))
    }

    // ">From" at the head of a line is what mailbox files make of a person's "From"; ">:" is the
    // end of an address that was broken.
    private func isQuoteMark(at index: Int, before end: Int) -> Bool {
        guard index + 1 < end else { return true }
        if bytes[index + 1] == UInt8(ascii: ":") { return false }
        return !bytes[(index + 1)..<end].starts(with: "From ".utf8)
            || lines.last.map { $0.depth > 0 } == true
    }

    // "TK> …": quoted by a program that puts its author's initials before the mark; set in, the
    // name may be written out: "   Joe> …".
    private func hasInitialMark(_ range: Range<Int>, isSetIn: Bool) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, index - range.lowerBound < (isSetIn ? 12 : 4),
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(
                isSetIn && index > range.lowerBound ? bytes[index] & 0xDF : bytes[index]
            )
        {
            index += 1
        }
        guard index - range.lowerBound >= 2, index < range.upperBound else { return false }
        return bytes[index] == UInt8(ascii: ">")
            && (index + 1 == range.upperBound || bytes[index + 1] == UInt8(ascii: " "))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, let length = spaceLength(at: lower, before: upper) { lower += length }
        while lower < upper {
            if bytes[upper - 1] <= 0x20 {
                upper -= 1
            } else if upper - lower >= 2, bytes[upper - 1] == 0xA0, bytes[upper - 2] == 0xC2 {
                upper -= 2
            } else {
                break
            }
        }
        return lower..<upper
    }

    // White space at a line's beginning: ASCII, the no-break space, a byte order mark.
    private func spaceLength(at index: Int, before end: Int) -> Int? {
        switch bytes[index] {
        case 0x00...0x20: 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
        case 0xEF where index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: 3
        default: nil
        }
    }
}

/// The folded beginning of a line.
struct FoldedLine {
    /// Its bytes.
    let bytes: ArraySlice<UInt8>

    /// Whether it begins with a text.
    func hasPrefix(_ text: String) -> Bool { bytes.starts(with: text.utf8) }

    /// Whether a text occurs in it.
    func contains(_ text: String) -> Bool {
        let needle = text.utf8
        guard let first = needle.first, bytes.count >= needle.count else { return false }
        let end = bytes.endIndex - needle.count + 1
        var rest = bytes[..<end]
        while let start = rest.firstIndex(of: first) {
            if bytes[start...].starts(with: needle) { return true }
            rest = bytes[(start + 1)..<end]
        }
        return false
    }

    /// Whether any of some texts occurs in it.
    func contains(anyOf texts: [String]) -> Bool { texts.contains(where: contains) }

    /// The words: runs of letters and digits.
    var words: [ArraySlice<UInt8>] {
        bytes.split { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                0x80...:
                false
            default:
                true
            }
        }
    }

    /// How many digits it holds.
    var digits: Int {
        bytes.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
