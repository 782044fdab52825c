// How a text is made comparable: one pass over its bytes, one table, no Foundation.
//
// Foundation's own folding keeps œ and costs a hundred times as much. This pass promises: lower case,
// no accents (decomposed ones included), plain apostrophes, quotes and dashes, one space for any run of
// white space, and a line end only where the person ended a line (a line that a program wrapped at
// its width goes on in the next). It never fails and never grows a text by more than a half.

/// Folds texts for lexicons.
package enum Folding {
    /// From how many characters on a line was probably ended by its program, not by the person.
    static let wrappedLineCharacters = 60

    /// The folded text as UTF-8 bytes.
    package static func bytes(of text: String) -> [UInt8] {
        var pass = Pass(reserving: text.utf8.count)
        pass.read(Array(text.utf8))
        return pass.folded
    }

    /// The folded bytes of one line.
    static func bytes(ofLine line: ArraySlice<UInt8>) -> [UInt8] {
        var pass = Pass(reserving: line.count)
        pass.read(Array(line))
        return pass.folded
    }

    /// The folded text.
    package static func text(of text: String) -> String {
        String(decoding: bytes(of: text), as: UTF8.self)
    }

    // The letters U+00C0 to U+017F without their accents, in order, 32 to a row.
    private static let alphabet: [Substring.UTF8View] = """
        a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th ss
        a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y
        a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g
        g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l
        l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s
        s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
        """.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }

    /// The first letter for each of U+00C0 to U+017F.
    static let firstLetters: [UInt8] = alphabet.map { $0.first ?? 0 }
    /// The second letter, 0 where there is none.
    static let secondLetters: [UInt8] = alphabet.map { $0.dropFirst().first ?? 0 }
}

/// One pass over one text.
private struct Pass {
    var folded: [UInt8] = []
    private var gap = Gap.none
    private var lineCharacters = 0
    private let firstLetters = Folding.firstLetters
    private let secondLetters = Folding.secondLetters

    // What separates the last written character from the next one.
    private enum Gap {
        case none
        case space
        case wrappedLine
        case line
    }

    init(reserving count: Int) {
        folded.reserveCapacity(count + count / 8 + 16)
    }

    mutating func read(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                readASCII(byte)
                index += 1
            } else if byte < 0xE0, index + 1 < bytes.count {
                readTwo(byte, bytes[index + 1])
                index += 2
            } else if byte < 0xF0, index + 2 < bytes.count {
                readThree(byte, bytes[index + 1], bytes[index + 2])
                index += 3
            } else {
                write(byte)
                index += 1
            }
        }
    }

    private mutating func readASCII(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            write(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            write(byte | 0x20)
        case UInt8(ascii: "\n"):
            endLine()
        case 0x00...0x20, 0x7F:
            if gap == .none { gap = .space }
        case UInt8(ascii: "`"):
            write(UInt8(ascii: "'"))
        default:
            write(byte)
        }
    }

    private mutating func endLine() {
        switch gap {
        case .none, .space:
            gap = lineCharacters >= Folding.wrappedLineCharacters ? .wrappedLine : .line
        case .wrappedLine, .line:
            gap = .line
        }
    }

    // U+0080 to U+07FF: the accented letters of the table, combining accents, odd spaces.
    private mutating func readTwo(_ first: UInt8, _ second: UInt8) {
        let scalar = Int(first & 0x1F) << 6 | Int(second & 0x3F)
        switch scalar {
        case 0xC0...0x17F:
            write(firstLetters[scalar - 0xC0])
            let second = secondLetters[scalar - 0xC0]
            if second != 0 { write(second) }
        case 0xA0, 0x80...0x9F, 0xB0:
            if gap == .none { gap = .space }
        case 0xAB, 0xBB:
            write(UInt8(ascii: "\""))
        case 0xB4, 0x2B9, 0x2BC:
            write(UInt8(ascii: "'"))
        case 0xAD, 0x300...0x36F:
            break
        default:
            write(first)
            write(second)
        }
    }

    // U+0800 to U+FFFF: typographic marks; everything else stays as it is.
    private mutating func readThree(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        let scalar = Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
        switch scalar {
        case 0x2018...0x201B, 0x2032:
            write(UInt8(ascii: "'"))
        case 0x201C...0x201F, 0x2033, 0x2039, 0x203A:
            write(UInt8(ascii: "\""))
        case 0x2010...0x2015, 0x2212:
            write(UInt8(ascii: "-"))
        case 0x2026:
            for _ in 0..<3 { write(UInt8(ascii: ".")) }
        case 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            if gap == .none { gap = .space }
        case 0x2028, 0x2029:
            endLine()
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
            break
        default:
            write(first)
            write(second)
            write(third)
        }
    }

    private mutating func write(_ byte: UInt8) {
        if gap != .none {
            // A list point begins a line of its own even under a full line.
            let isPoint = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
            let endsLine = gap == .line || (gap == .wrappedLine && isPoint)
            if !folded.isEmpty { folded.append(UInt8(ascii: endsLine ? "\n" : " ")) }
            if gap != .space { lineCharacters = 0 }
            lineCharacters += 1
            gap = .none
        }
        folded.append(byte)
        if byte & 0xC0 != 0x80 { lineCharacters += 1 }
    }
}
