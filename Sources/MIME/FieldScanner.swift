// Finds the fields of one header block in the bytes of a mail, one after another.
//
// Separate from HeaderBlock because the digest of a million fields needs no list of them. It takes
// CRLF, LF and both mixed, skips a leading "From " line and lines that are no field, and never
// fails: where there is no header there are no fields. Where the empty line below a header is
// missing, or holds blanks, the text is told from the fields by their names: none of it is lost.

/// Where one header field lies: its name, and its raw value with its folds.
struct RawField {
    /// The name, without blanks before the colon.
    var name: Range<Int>
    /// The value from behind the colon to the end of the last line, without its line end.
    var value: Range<Int>
}

/// Walks over the fields of a header block.
struct FieldScanner {
    /// What ends a block, beside an empty line.
    enum End {
        /// Nothing: as the letter of the law has it.
        case emptyLine
        /// A line of blanks: the groups of a delivery report know no folded blank lines.
        case blankLine
        /// A line of blanks, or a line that is no field, below which no field of mail follows.
        case text
    }

    private let bytes: [UInt8]
    private let start: Int
    private let end: Int
    private let mark: End
    private var position: Int
    private var hasFields = false
    private var isEncoded = false
    private var enclosesMail = false
    // Where the last field begins that is known to follow.
    private var lastField = -1
    /// Where the body begins: known when `next()` has answered nil.
    private(set) var bodyStart: Int
    /// What stands between header and body where it is no empty line: blanks, or nothing.
    private(set) var oddSeparator: Range<Int>?

    /// Begins at an offset, which is the beginning of a line.
    init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil, endingAt mark: End) {
        self.bytes = bytes
        self.start = start
        self.position = start
        self.end = end ?? bytes.count
        self.mark = mark
        self.bodyStart = self.end
    }

    /// The next field; nil at the end of the block, and for ever after.
    mutating func next() -> RawField? {
        while position < end {
            let lineEnd = bytes.lineEnd(from: position, before: end)
            let line = position..<lineEnd
            if bytes.isEmptyLine(line) {
                bodyStart = lineEnd
                position = end
                return nil
            }
            guard let colon = colonOfField(in: line) else {
                passOver(line)
                continue
            }
            note(field(from: line.lowerBound, colon: colon, to: lineEnd))
            position = lineEnd
            return field(from: line.lowerBound, colon: colon, to: passContinuations())
        }
        return nil
    }

    // The colon after a name of visible ASCII characters; blanks may stand between the two.
    private func colonOfField(in line: Range<Int>) -> Int? {
        var index = line.lowerBound
        while index < line.upperBound {
            switch bytes[index] {
            case UInt8(ascii: ":"):
                return index > line.lowerBound ? index : nil
            case 0x21...0x7E:
                index += 1
            case .space where index > line.lowerBound, .tab where index > line.lowerBound:
                while index < line.upperBound, bytes[index].isBlank { index += 1 }
                let isColon = index < line.upperBound && bytes[index] == UInt8(ascii: ":")
                return isColon ? index : nil
            default:
                return nil
            }
        }
        return nil
    }

    // Passes the lines on which a field goes on; answers where the field ends. What follows a line
    // of blanks belongs to the field only where a field of mail comes behind it.
    private mutating func passContinuations() -> Int {
        var blankLine: Range<Int>?
        while position < end, bytes[position].isBlank {
            let line = position..<bytes.lineEnd(from: position, before: end)
            if mark != .emptyLine, blankLine == nil, isBlank(line) {
                blankLine = line
                if mark == .blankLine { break }
            }
            position = line.upperBound
        }
        guard let blankLine,
            mark == .blankLine || enclosesMail || !isFieldOfMail(at: position)
        else { return position }
        stop(at: blankLine)
        return blankLine.lowerBound
    }

    // MARK: - Where the empty line is missing

    // A line that is no field is passed over, unless it is the beginning of the text.
    private mutating func passOver(_ line: Range<Int>) {
        let canEnd = mark != .emptyLine && (hasFields || start > 0)
        // A line of carriage returns alone holds no blank to go on with.
        if canEnd, isBlank(line), bytes[line.lowerBound].isBlank {
            _ = passContinuations()
        } else if canEnd, mark == .text, !isEncoded, isBelowFields(line) {
            stop(at: line.lowerBound..<line.lowerBound)
        } else {
            position = line.upperBound
        }
    }

    private mutating func stop(at separator: Range<Int>) {
        oddSeparator = separator
        bodyStart = separator.upperBound
        position = end
    }

    // What the first line of a field says about the lines to come.
    private mutating func note(_ field: RawField) {
        hasFields = true
        guard mark == .text else { return }
        // A line of text before encoded bytes would make all of them unreadable.
        if bytes[field.name].equalsIgnoringCase("content-transfer-encoding") {
            isEncoded = bytes[field.value].trimmed.equalsIgnoringCase("base64")
        }
        // Below blanks stand the fields of the mail within.
        if bytes[field.name].equalsIgnoringCase("content-type") {
            enclosesMail = bytes[field.value].trimmed.startsIgnoringCase(with: "message/")
        }
    }

    // How far is looked for a field below a line that is none.
    private static let linesAhead = 50
    private static let bytesAhead = 16_000

    private mutating func isBelowFields(_ line: Range<Int>) -> Bool {
        if line.lowerBound < lastField { return false }
        var place = line.upperBound
        let limit = min(end, place + Self.bytesAhead)
        for _ in 0..<Self.linesAhead where place < limit {
            let next = place..<bytes.lineEnd(from: place, before: limit)
            // Below a boundary the fields are those of another part.
            if bytes.isEmptyLine(next) || bytes[next].starts(with: "--".utf8) { break }
            if isFieldOfMail(at: place) { lastField = place }
            place = next.upperBound
        }
        return line.lowerBound > lastField
    }

    private func isFieldOfMail(at place: Int) -> Bool {
        guard place < end else { return false }
        let line = place..<bytes.lineEnd(from: place, before: end)
        guard let colon = colonOfField(in: line) else { return false }
        return FieldName.isOfMail(bytes[place..<colon].trimmed)
    }

    private func isBlank(_ line: Range<Int>) -> Bool {
        bytes[line].allSatisfy(\.isBlankOrLineEnd)
    }

    private func field(from start: Int, colon: Int, to lineEnd: Int) -> RawField {
        var nameEnd = colon
        while nameEnd > start, bytes[nameEnd - 1].isBlank { nameEnd -= 1 }
        var valueEnd = lineEnd
        if valueEnd > colon + 1, bytes[valueEnd - 1] == .lineFeed {
            valueEnd -= 1
            if valueEnd > colon + 1, bytes[valueEnd - 1] == .carriageReturn { valueEnd -= 1 }
        }
        return RawField(name: start..<nameEnd, value: (colon + 1)..<valueEnd)
    }
}
