// Quoted-printable (RFC 2045, 6.7), both ways.
//
// Encoding is strict: CRLF, 76 columns, and what a server on the way might change (blanks at a
// line's end, a leading dot, a leading "From ") is encoded. Decoding takes whatever comes.

/// The encoding of texts that are mostly ASCII.
enum QuotedPrintable {
    private static let lineMaximum = 76

    /// A text with whatever line ends as encoded lines, the last one ended.
    static func encoded(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        let bytes = Array(text.utf8)
        output.reserveCapacity(bytes.count + bytes.count / 4)
        var lineStart = 0
        while lineStart < bytes.count {
            var lineEnd =
                bytes.firstIndex(of: .lineFeed, in: lineStart..<bytes.count) ?? bytes.count
            lineEnd = bytes.firstIndex(of: .carriageReturn, in: lineStart..<lineEnd) ?? lineEnd
            let line = bytes[lineStart..<lineEnd]
            // Control characters would not survive the way, and say nothing.
            let isClean = line.allSatisfy(isNoControl)
            encode(isClean ? line : line.filter(isNoControl)[...], into: &output)
            output.append(.carriageReturn)
            output.append(.lineFeed)
            let isPair =
                lineEnd + 1 < bytes.count && bytes[lineEnd] == .carriageReturn
                && bytes[lineEnd + 1] == .lineFeed
            lineStart = lineEnd + (isPair ? 2 : 1)
        }
        return output
    }

    private static func isNoControl(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == .tab
    }

    /// The two digits of an escape.
    static func digits(of byte: UInt8) -> String {
        String(decoding: [digit(byte >> 4), digit(byte & 15)], as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func encode(_ line: Bytes, into output: inout [UInt8]) {
        var column = 0
        var index = line.startIndex
        while index < line.endIndex {
            // What need not be encoded is copied run by run.
            let run = plainRun(of: line, at: index, column: column)
            output.append(contentsOf: run)
            column += run.count
            index = run.endIndex
            guard index < line.endIndex else { return }
            let byte = line[index]
            let isPlain = isPlain(byte, isLast: index + 1 == line.endIndex)
            // One column is left for the "=" of a soft line break; characters stay whole.
            let width = isPlain ? 1 : 3 * remainingBytes(of: line, at: index)
            if column + width > lineMaximum - 1 {
                output.append(UInt8(ascii: "="))
                output.append(.carriageReturn)
                output.append(.lineFeed)
                column = 0
            }
            if isPlain, !(column == 0 && needsGuard(line, at: index)) {
                output.append(byte)
                column += 1
            } else {
                output.append(UInt8(ascii: "="))
                output.append(digit(byte >> 4))
                output.append(digit(byte & 15))
                column += 3
            }
            index += 1
        }
    }

    // What stands as it is up to the end of the written line; what may need a guard is none of it.
    private static func plainRun(of line: Bytes, at start: Int, column: Int) -> Bytes {
        guard column > 0 else { return line[start..<start] }
        // The last byte of the line is looked at by itself.
        let limit = min(line.endIndex - 1, start + lineMaximum - 1 - column)
        var end = start
        while end < limit, line[end] < 0x7F, line[end] != UInt8(ascii: "=") { end += 1 }
        return line[start..<max(start, end)]
    }

    private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case .space, .tab: !isLast
        case UInt8(ascii: "="): false
        default: byte < 0x7F
        }
    }

    // "From " at the beginning of a line looks like the beginning of a mail to old programs.
    private static func needsGuard(_ line: Bytes, at index: Int) -> Bool {
        line[index] == UInt8(ascii: ".")
            || line[index] == UInt8(ascii: "F") && line[index...].starts(with: "From ".utf8)
    }

    // How many bytes the character that begins here has; 1 within a character.
    private static func remainingBytes(of line: Bytes, at index: Int) -> Int {
        guard line[index] >= 0xC0 else { return 1 }
        return 1 + line[(index + 1)...].prefix { $0 & 0xC0 == 0x80 }.prefix(3).count
    }

    // MARK: - Decoding

    /// Decodes whole lines.
    static func decode(_ lines: Bytes, into output: inout [UInt8]) {
        var index = lines.startIndex
        while index < lines.endIndex {
            let byte = lines[index]
            if byte == UInt8(ascii: "=") {
                if index + 2 < lines.endIndex, let high = lines[index + 1].hexadecimalValue,
                    let low = lines[index + 2].hexadecimalValue
                {
                    output.append(high << 4 | low)
                    index += 3
                } else if let next = softBreakEnd(lines, at: index) {
                    index = next
                } else {
                    output.append(byte)
                    index += 1
                }
            } else if byte.isBlank {
                index = blanks(lines, at: index, into: &output)
            } else {
                output.append(byte)
                index += 1
            }
        }
    }

    // The place after `=`, blanks and a line end; also an `=` that ends the text.
    private static func softBreakEnd(_ lines: Bytes, at start: Int) -> Int? {
        var index = start + 1
        while index < lines.endIndex, lines[index].isBlank { index += 1 }
        guard index < lines.endIndex else { return index }
        if lines[index] == .carriageReturn, index + 1 < lines.endIndex,
            lines[index + 1] == .lineFeed
        {
            return index + 2
        }
        return lines[index] == .lineFeed ? index + 1 : nil
    }

    // Blanks before a line end were added on the way and are dropped.
    private static func blanks(_ lines: Bytes, at start: Int, into output: inout [UInt8]) -> Int {
        var end = start
        while end < lines.endIndex, lines[end].isBlank { end += 1 }
        let isTrailing =
            end < lines.endIndex
            && (lines[end] == .lineFeed
                || (lines[end] == .carriageReturn && end + 1 < lines.endIndex
                    && lines[end + 1] == .lineFeed))
        if !isTrailing { output.append(contentsOf: lines[start..<end]) }
        return end
    }
}
