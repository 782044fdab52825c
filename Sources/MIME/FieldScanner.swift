// Finds the fields of one header block in the bytes of a mail, one after another.
//
// Separate from HeaderBlock because the digest of a million fields needs no list of them. It takes
// CRLF, LF and both mixed, skips a leading "From " line and lines that are no field, and never
// fails: where there is no header there are no fields.

/// Where one header field lies: its name, and its raw value with its folds.
struct RawField {
    /// The name, without blanks before the colon.
    var name: Range<Int>
    /// The value from behind the colon to the end of the last line, without its line end.
    var value: Range<Int>
}

/// Walks over the fields of a header block.
struct FieldScanner {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    /// Where the body begins: known when `next()` has answered nil.
    private(set) var bodyStart: Int

    /// Begins at an offset, which is the beginning of a line.
    init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        self.position = start
        self.end = end ?? bytes.count
        self.bodyStart = self.end
    }

    /// The next field; nil at the empty line that ends the block, and for ever after.
    mutating func next() -> RawField? {
        while position < end {
            let lineEnd = bytes.lineEnd(from: position, before: end)
            let line = position..<lineEnd
            if bytes.isEmptyLine(line) {
                bodyStart = lineEnd
                position = end
                return nil
            }
            position = lineEnd
            guard let colon = colonOfField(in: line) else { continue }
            skipContinuations()
            return field(from: line.lowerBound, colon: colon, to: position)
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

    private mutating func skipContinuations() {
        while position < end, bytes[position].isBlank {
            position = bytes.lineEnd(from: position, before: end)
        }
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
