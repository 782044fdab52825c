// The words of a survey answer: figures, names of criteria, "everywhere", "except".

/// A survey answer, cut into what matters in one.
struct SurveyTokens {
    /// A note, in halves, so that "4,5" and "9/10" are the same.
    struct Mark {
        let halves: Int
        let line: Int
        var isScaled = false
        var isOutOfTen = false
    }

    enum Kind {
        case note(Mark)
        case criterion(SurveyForm.Criterion)
        /// "partout", "for each".
        case all
        /// "sauf".
        case except
        case word
        /// Something between words: a comma, a dash, a bracket.
        case mark
        /// The end of a sentence or of a line.
        case stop
    }

    /// One of them.
    struct Token {
        var kind: Kind
        let text: String
        let line: Int
    }

    /// All of them, in order.
    private(set) var tokens: [Token] = []

    /// Cuts lines.
    init(_ lines: [String]) {
        let isNumbered = Self.isNumbered(lines)
        for (place, line) in lines.enumerated() {
            var pieces = Self.pieces(of: Self.folded(line))
            // "1) 5", "2. Solution : 4": the line's own number is no note.
            if isNumbered, pieces.count > 2, Self.isOrdinal(pieces) { pieces.removeFirst(2) }
            append(pieces, line: place)
            tokens.append(Token(kind: .stop, text: "\n", line: place))
        }
    }

    /// A line without its quotation mark, folded, its stars counted.
    static func folded(_ line: String) -> String {
        var text = ""
        var stars = 0
        var isPlain = true
        func close() {
            if stars > 0 { text += isPlain && stars == 1 ? "*" : " \(min(stars, 9))/5 " }
            stars = 0
            isPlain = true
        }
        for character in line.drop(while: { $0 == ">" || $0.isWhitespace }) {
            switch character.unicodeScalars.first?.value {
            case 0x2A: stars += 1
            case 0x2605, 0x2B50, 0x1F31F:
                stars += 1
                isPlain = false
            case 0x2606: isPlain = false
            case 0xFE0F: break
            default:
                close()
                text.append(character)
            }
        }
        close()
        return Folding.text(of: text)
    }

    // MARK: - Cutting

    // Words and figures; every other character by itself. "4,5" is one figure, "4,5,4" are three.
    private static func pieces(of line: String) -> [String] {
        let bytes = Array(line.utf8)
        var pieces: [String] = []
        var index = 0
        func isDigit(_ place: Int) -> Bool {
            bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place])
        }
        while index < bytes.count {
            let byte = bytes[index]
            var end = index + 1
            if isDigit(index) {
                while isDigit(end) { end += 1 }
                let isHalf =
                    end == index + 1 && bytes.indices.contains(end)
                    && ",.".utf8.contains(bytes[end])
                    && bytes.dropFirst(end + 1).first == UInt8(ascii: "5") && !isDigit(end + 2)
                    && !(bytes.dropFirst(end + 2).first.map(",.".utf8.contains) ?? false
                        && isDigit(end + 3))
                if isHalf { end += 2 }
                // "5s across the board".
                if bytes.indices.contains(end), bytes[end] == UInt8(ascii: "s"), end == index + 1,
                    !(bytes.dropFirst(end + 1).first.map(isLetter) ?? false)
                {
                    end += 1
                }
            } else if isLetter(byte) {
                while end < bytes.count, isLetter(bytes[end]) || isDigit(end) { end += 1 }
            }
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
                pieces.append(String(decoding: bytes[index..<end], as: UTF8.self))
            }
            index = end
        }
        return pieces
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
    }

    private static func isOrdinal(_ pieces: [String]) -> Bool {
        ["1", "2", "3"].contains(pieces[0]) && [")", "."].contains(pieces[1])
    }

    private static func isNumbered(_ lines: [String]) -> Bool {
        let heads = lines.map { pieces(of: folded($0)) }.filter { $0.count > 2 && isOrdinal($0) }
        return Set(heads.map { $0[0] }).count == 3
    }

    private mutating func append(_ pieces: [String], line: Int) {
        var index = 0
        func piece(_ place: Int) -> String { pieces.indices.contains(place) ? pieces[place] : "" }
        while index < pieces.count {
            let text = pieces[index]
            let (kind, count) = read(piece, at: index, line: line)
            index += count
            // "de 1 à 5", "from 1 (poor) to 5": the scale, no note.
            if case .note(let mark) = kind, mark.halves == 10,
                ["a", "to", "et", "and"]
                    .contains(piece(index - count - 1)), dropScale(upTo: piece(index - count - 1))
            {
                tokens.append(Token(kind: .word, text: text, line: line))
                continue
            }
            tokens.append(Token(kind: kind, text: text, line: line))
        }
    }

    // The 1 that a scale begins with becomes a word.
    private mutating func dropScale(upTo joint: String) -> Bool {
        let tail = max(0, tokens.count - 6)
        for place in (tail..<tokens.count).reversed() {
            guard case .note(let mark) = tokens[place].kind else { continue }
            guard mark.halves == 2 else { return false }
            let before = place > 0 ? tokens[place - 1].text : ""
            guard ["a", "to"].contains(joint) || ["entre", "between"].contains(before) else {
                return false
            }
            tokens[place].kind = .word
            return true
        }
        return false
    }

    // What begins at a place, and how many pieces it has.
    private func read(
        _ piece: (Int) -> String,
        at index: Int,
        line: Int
    ) -> (Kind, Int) {
        let text = piece(index)
        for phrase in SurveyWords.phrases where phrase.words[0] == text {
            guard phrase.words.indices.allSatisfy({ piece(index + $0) == phrase.words[$0] })
            else { continue }
            let next = piece(index + phrase.words.count)
            if phrase.isOpen, SurveyWords.units.contains(next) { continue }
            // "pour tous les trois points" holds no three.
            return (phrase.kind(line), phrase.words.count)
        }
        if let criterion = SurveyWords.criteria[text] { return (.criterion(criterion), 1) }
        if SurveyWords.exceptions.contains(text) { return (.except, 1) }
        if [".", ";", "!", "?"].contains(text) { return (.stop, 1) }
        guard let first = text.utf8.first, Self.isLetter(first) || (0x30...0x39).contains(first)
        else { return (.mark, 1) }
        guard let halves = SurveyWords.halves(of: text) else { return (.word, 1) }
        if let (scale, count) = Self.scale(piece, behind: index) {
            let isTen = scale == 10
            let value = isTen ? halves / 2 : halves
            guard value <= 10 else { return (.word, count + 1) }
            let mark = Mark(halves: value, line: line, isScaled: true, isOutOfTen: isTen)
            return (.note(mark), count + 1)
        }
        guard halves <= 10, Self.isNote(piece, at: index) else { return (.word, 1) }
        return (.note(Mark(halves: halves, line: line)), 1)
    }

    // "/5", "sur 5", "out of five", "/ 10"; but "4/5/4" are three notes.
    private static func scale(_ piece: (Int) -> String, behind index: Int) -> (Int, Int)? {
        let scales = ["5": 5, "10": 10, "cinq": 5, "five": 5, "dix": 10, "ten": 10]
        let (next, second) = (piece(index + 1), piece(index + 2))
        if ["/", "sur", "on"].contains(next), let scale = scales[second] {
            if next == "/", piece(index + 3) == "/" || index > 0 && piece(index - 1) == "/" {
                return nil
            }
            return (scale, 2)
        }
        if next == "out", second == "of", let scale = scales[piece(index + 3)] { return (scale, 3) }
        return nil
    }

    // "4 heures" and "caméra 4 est" count; "4 car", "4 pour" and "com 4 voilà" do not.
    private static func isNote(_ piece: (Int) -> String, at index: Int) -> Bool {
        let (before, next) = (piece(index - 1), piece(index + 1))
        if SurveyWords.units.contains(next) || SurveyWords.counted.contains(before) { return false }
        guard let first = next.utf8.first, isLetter(first) else { return true }
        if piece(index).last == "s", SurveyWords.isPlural(piece(index)) { return true }
        if SurveyWords.criteria[before] != nil || [":", "=", "("].contains(before) {
            return !["un", "une", "one"].contains(piece(index))
        }
        return SurveyWords.followers.contains(next) || SurveyWords.criteria[next] != nil
            || SurveyWords.exceptions.contains(next) || SurveyWords.halves(of: next) != nil
    }
}
