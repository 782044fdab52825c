// Raw header values as readable text: unfolded, RFC 2047 words decoded, one clean line.
//
// Adjacent words of one charset are joined as bytes before they are decoded, because mail programs
// cut characters in two. A broken word stays as it stands. Raw 8-bit bytes are UTF-8 where they are
// valid UTF-8, else windows-1252. Linear in the length of the value.

import Desk

/// Reads the text of header fields.
enum HeaderText {
    /// The value on one line.
    static func decode(_ raw: Bytes, defects: inout Set<MessageDefect>) -> String {
        let line = unfolded(raw)
        guard line.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "=") }) else {
            return String(decoding: line, as: UTF8.self)
        }
        var decoder = EncodedWordDecoder(line)
        let text = decoder.decode(defects: &defects)
        return TextCleaning.oneLine(text, defects: &defects)
    }

    /// Each fold as one space, tabs as spaces, trimmed; other bytes as they are.
    static func unfolded(_ raw: Bytes) -> Bytes {
        let trimmed = raw.trimmed
        guard trimmed.contains(where: { $0 < 0x20 }) else { return trimmed }
        var line: [UInt8] = []
        line.reserveCapacity(trimmed.count)
        var isFolding = false
        for byte in trimmed {
            if byte == .lineFeed {
                while let last = line.last, last.isBlank || last == .carriageReturn {
                    line.removeLast()
                }
                isFolding = true
            } else if !isFolding || !byte.isBlank {
                if isFolding { line.append(.space) }
                line.append(byte == .tab ? .space : byte)
                isFolding = false
            }
        }
        return line[...]
    }
}

/// Walks once over an unfolded value and decodes its encoded words.
private struct EncodedWordDecoder {
    private let line: Bytes
    private var text = ""
    // The decoded bytes of the words just read, which wait for the next word.
    private var waiting: [UInt8] = []
    private var waitingCharset = Charset.absent
    // The first "?=" at or after a place, as last looked for.
    private var knownStart = 0
    private var knownEnd = -1

    init(_ line: Bytes) {
        self.line = line
    }

    mutating func decode(defects: inout Set<MessageDefect>) -> String {
        var literalStart = line.startIndex
        var index = line.startIndex
        var mayHoldWords = true
        while index < line.endIndex {
            guard mayHoldWords, line[index] == UInt8(ascii: "="), let word = word(at: index) else {
                // Where no word ends any more, none needs to be looked for: keeps this linear.
                if line[index] == UInt8(ascii: "="), mayHoldWords, knownEnd <= index {
                    mayHoldWords = nextWordEnd(from: index + 1) != nil
                }
                index += 1
                continue
            }
            let literal = line[literalStart..<index]
            if waiting.isEmpty || !literal.allSatisfy(\.isBlank) {
                flush(defects: &defects)
                append(literal: literal, defects: &defects)
            } else if waitingCharset != word.charset {
                flush(defects: &defects)
            }
            waiting.append(contentsOf: word.bytes)
            waitingCharset = word.charset
            index = word.end
            literalStart = index
        }
        flush(defects: &defects)
        append(literal: line[literalStart...], defects: &defects)
        return text
    }

    private mutating func flush(defects: inout Set<MessageDefect>) {
        guard !waiting.isEmpty else { return }
        let decoded = waitingCharset.decode(waiting[...], defects: &defects)
        text += String(decoding: decoded, as: UTF8.self)
        waiting = []
    }

    private mutating func append(literal: Bytes, defects: inout Set<MessageDefect>) {
        guard !literal.isEmpty else { return }
        guard literal.contains(where: { $0 >= 0x80 }) else {
            text += String(decoding: literal, as: UTF8.self)
            return
        }
        defects.insert(.rawHeader)
        text += String(decoding: Charset.guess(literal, defects: &defects), as: UTF8.self)
    }

    private struct Word {
        let charset: Charset
        let bytes: [UInt8]
        let end: Int
    }

    // `=?charset*language?Q?text?=` with bounded charset; blanks within the text are tolerated.
    private mutating func word(at start: Int) -> Word? {
        let question = UInt8(ascii: "?")
        guard start + 1 < line.endIndex, line[start + 1] == question else { return nil }
        let label = line[(start + 2)...].prefix(80).prefix { $0 > 0x20 && $0 != question }
        let encodingIndex = label.endIndex + 1
        let textStart = encodingIndex + 2
        guard !label.isEmpty, textStart <= line.endIndex, line[label.endIndex] == question,
            line[encodingIndex + 1] == question, let end = nextWordEnd(from: textStart)
        else { return nil }
        let content = line[textStart..<end]
        let charset = Charset(label: label.prefix { $0 != UInt8(ascii: "*") }.lowercasedText)
        switch line[encodingIndex].lowercased {
        case UInt8(ascii: "b"):
            guard let bytes = Base64.decodeStrictly(content) else { return nil }
            return Word(charset: charset, bytes: bytes, end: end + 2)
        case UInt8(ascii: "q"):
            return Word(charset: charset, bytes: Self.decodeQ(content), end: end + 2)
        default:
            return nil
        }
    }

    private mutating func nextWordEnd(from start: Int) -> Int? {
        if knownStart <= start, start <= knownEnd { return knownEnd }
        var index = start
        while index + 1 < line.endIndex {
            if line[index] == UInt8(ascii: "?"), line[index + 1] == UInt8(ascii: "=") {
                knownStart = start
                knownEnd = index
                return index
            }
            index += 1
        }
        return nil
    }

    private static func decodeQ(_ content: Bytes) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count)
        var index = content.startIndex
        while index < content.endIndex {
            let byte = content[index]
            if byte == UInt8(ascii: "="), index + 2 < content.endIndex,
                let high = content[index + 1].hexadecimalValue,
                let low = content[index + 2].hexadecimalValue
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(byte == UInt8(ascii: "_") ? .space : byte)
                index += 1
            }
        }
        return bytes
    }
}
