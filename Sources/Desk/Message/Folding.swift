// How a text is made comparable: one pass over its bytes, one table, no Foundation.
//
// Foundation's own folding keeps œ and costs a hundred times as much. This pass promises: lower
// case, no accents (decomposed ones included), plain apostrophes, quotes and dashes, one space for
// any run of white space, and a line end only where the person ended a line (a line that a program
// wrapped at its width goes on in the next). It never fails and never grows a text by more than a
// half.

/// Folds texts for lexicons.
package enum Folding {
    /// From how many characters on a line was probably ended by its program, not by the person.
    static let wrappedLineCharacters = 60

    /// The folded text as UTF-8 bytes.
    package static func bytes(of text: String) -> [UInt8] {
        var folded: [UInt8] = []
        fold(Array(text.utf8)[...], into: &folded)
        return folded
    }

    /// The folded text.
    package static func text(of text: String) -> String {
        String(decoding: bytes(of: text), as: UTF8.self)
    }

    /// Folds a text and appends it.
    static func fold(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) {
        // No byte becomes more than one: a letter's two are those of its accented one, and a space
        // stands for white space that was read.
        folded.append(addingCapacity: bytes.count) { room in
            var pass = FoldingPass()
            pass.read(bytes, into: &room)
        }
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

    /// For each ASCII byte, whether it stays as it is wherever it stands.
    static let isPlain: [Bool] = (0..<128).map { byte in
        let isLetter = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        return isLetter
            || (0x21...0x7E).contains(byte) && !(0x41...0x5A).contains(byte) && byte != 0x60
    }
}

/// One pass over one text.
private struct FoldingPass {
    private var gap = Gap.none
    private var lineCharacters = 0
    private let firstLetters = Folding.firstLetters
    private let secondLetters = Folding.secondLetters
    private let isPlain = Folding.isPlain

    // What separates the last written character from the next one.
    private enum Gap {
        case none
        case space
        case wrappedLine
        case line
    }

    mutating func read(_ bytes: ArraySlice<UInt8>, into folded: inout OutputSpan<UInt8>) {
        var index = bytes.startIndex
        let end = bytes.endIndex
        while index < end {
            let byte = bytes[index]
            if byte < 0x80 {
                guard isPlain[Int(byte)] else {
                    readASCII(byte, into: &folded)
                    index += 1
                    continue
                }
                // Most of a text is runs of characters that stay as they are.
                open(byte, &folded)
                let start = index
                repeat {
                    folded.append(bytes[index])
                    index += 1
                } while index < end && bytes[index] < 0x80 && isPlain[Int(bytes[index])]
                lineCharacters += index - start
            } else if byte < 0xE0, index + 1 < end {
                readTwo(byte, bytes[index + 1], into: &folded)
                index += 2
            } else if byte < 0xF0, index + 2 < end {
                readThree(byte, bytes[index + 1], bytes[index + 2], into: &folded)
                index += 3
            } else {
                write(byte, &folded)
                index += 1
            }
        }
    }

    private mutating func readASCII(_ byte: UInt8, into folded: inout OutputSpan<UInt8>) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): write(byte | 0x20, &folded)
        case UInt8(ascii: "\n"): endLine()
        case UInt8(ascii: "`"): write(UInt8(ascii: "'"), &folded)
        default: if gap == .none { gap = .space }
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
    private mutating func readTwo(
        _ first: UInt8,
        _ second: UInt8,
        into folded: inout OutputSpan<UInt8>
    ) {
        let scalar = Int(first & 0x1F) << 6 | Int(second & 0x3F)
        switch scalar {
        case 0xC0...0x17F:
            write(firstLetters[scalar - 0xC0], &folded)
            let second = secondLetters[scalar - 0xC0]
            if second != 0 { write(second, &folded) }
        case 0xA0, 0x80...0x9F, 0xB0:
            if gap == .none { gap = .space }
        case 0xAB, 0xBB:
            write(UInt8(ascii: "\""), &folded)
        case 0xB4, 0x2B9, 0x2BC:
            write(UInt8(ascii: "'"), &folded)
        case 0xAD, 0x300...0x36F:
            break
        default:
            write(first, &folded)
            write(second, &folded)
        }
    }

    // U+0800 to U+FFFF: typographic marks; everything else stays as it is.
    private mutating func readThree(
        _ first: UInt8,
        _ second: UInt8,
        _ third: UInt8,
        into folded: inout OutputSpan<UInt8>
    ) {
        let scalar = Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
        switch scalar {
        case 0x2018...0x201B, 0x2032:
            write(UInt8(ascii: "'"), &folded)
        case 0x201C...0x201F, 0x2033, 0x2039, 0x203A:
            write(UInt8(ascii: "\""), &folded)
        case 0x2010...0x2015, 0x2212:
            write(UInt8(ascii: "-"), &folded)
        case 0x2026:
            for _ in 0..<3 { write(UInt8(ascii: "."), &folded) }
        case 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            if gap == .none { gap = .space }
        case 0x2028, 0x2029:
            endLine()
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
            break
        default:
            write(first, &folded)
            write(second, &folded)
            write(third, &folded)
        }
    }

    // Writes the separation before a character.
    private mutating func open(_ byte: UInt8, _ folded: inout OutputSpan<UInt8>) {
        guard gap != .none else { return }
        // A list point begins a line of its own even under a full line.
        let isPoint = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
        let endsLine = gap == .line || (gap == .wrappedLine && isPoint)
        if !folded.isEmpty { folded.append(endsLine ? UInt8(ascii: "\n") : UInt8(ascii: " ")) }
        if gap != .space { lineCharacters = 0 }
        lineCharacters += 1
        gap = .none
    }

    private mutating func write(_ byte: UInt8, _ folded: inout OutputSpan<UInt8>) {
        open(byte, &folded)
        folded.append(byte)
        if byte & 0xC0 != 0x80 { lineCharacters += 1 }
    }
}
