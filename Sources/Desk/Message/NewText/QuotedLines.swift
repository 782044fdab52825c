// Which lines of a text are quoted.
//
// Three marks introduce a quote: ">" at the head of each line; a line such as "Le … a écrit :"
// (`Attribution`), whose quote is marked by ">" or else reaches to the end; a block such as "De : /
// Envoyé : / À : / Objet :" (`ReplyHeader`) or a dashed "Message d'origine", whose quote always
// reaches to the end. Answers written between quoted lines stay the person's.

/// The quoted lines of a text.
struct QuotedLines {
    /// Whether each line is quoted.
    private var isQuoted: [Bool]
    /// Whether a copied header or a dashed line introduces the quote, as in a forwarded letter.
    private(set) var followsHeader = false

    /// Reads the lines once, from top to bottom.
    init(in lines: TextLines) {
        isQuoted = Array(repeating: false, count: lines.count)
        var index = 0
        while index < lines.count {
            let line = lines.lines[index]
            if line.depth > 0 {
                isQuoted[index] = true
                index += 1
            } else if line.isBlank {
                index += 1
            } else if isWrappedQuote(index, in: lines) {
                isQuoted[index] = true
                index += 1
            } else if ReplyHeader.begins(at: index, in: lines)
                || QuoteMarker.isMarker(lines.folded(index))
            {
                followsHeader = true
                quoteRest(from: decorationStart(before: index, in: lines), of: lines)
                return
            } else if let end = Attribution.end(from: index, in: lines) {
                let next = nextText(after: end, in: lines)
                guard let next, lines.lines[next].depth > 0 else {
                    quoteRest(from: index, of: lines)
                    return
                }
                for place in index..<next { isQuoted[place] = true }
                index = next
            } else {
                index += 1
            }
        }
    }

    /// The quoted lines, in order.
    var indices: [Int] { isQuoted.indices.filter { isQuoted[$0] } }

    /// The runs of lines that are not quoted, without the empty ones.
    func ownParts(of lines: TextLines) -> [[Int]] {
        var parts: [[Int]] = []
        var part: [Int] = []
        for index in isQuoted.indices {
            if !isQuoted[index] {
                part.append(index)
            } else if !part.isEmpty {
                parts.append(part)
                part = []
            }
        }
        parts.append(part)
        return parts.filter { part in part.contains { !lines.lines[$0].isBlank } }
    }

    // All that follows is quoted, but for answers that carry their author's initials.
    private mutating func quoteRest(from start: Int, of lines: TextLines) {
        var isAnswer = false
        for index in start..<lines.count {
            let line = lines.lines[index]
            if line.isBlank {
                isAnswer = false
            } else if line.depth == 0, QuoteMarker.isInitialed(lines.raw(index)) {
                isAnswer = true
            }
            isQuoted[index] = !isAnswer
        }
        keepNameUnderLastAnswer(from: start, of: lines)
    }

    // The name typed under the last initialed answer is the person's too; the signature reader
    // takes it away again.
    private mutating func keepNameUnderLastAnswer(from start: Int, of lines: TextLines) {
        guard
            let answer = (start..<lines.count).last(where: {
                !isQuoted[$0] && !lines.lines[$0].isBlank
            })
        else { return }
        for index in answer..<lines.count { isQuoted[index] = false }
    }

    // The rules and dashed lines directly above a copied header belong to it.
    private func decorationStart(before index: Int, in lines: TextLines) -> Int {
        var start = index
        var place = index - 1
        while place >= 0, index - place <= 6 {
            if QuoteMarker.isRule(lines.raw(place)) { start = place }
            guard lines.lines[place].isBlank || start == place else { break }
            place -= 1
        }
        return start
    }

    // A program that breaks long quoted lines leaves their tails without ">".
    private func isWrappedQuote(_ index: Int, in lines: TextLines) -> Bool {
        guard index > 0, index + 1 < lines.count else { return false }
        let before = lines.lines[index - 1]
        return before.depth > 0 && before.range.count >= 66 && lines.lines[index + 1].depth > 0
            && lines.lines[index].range.count < 40
    }

    private func nextText(after index: Int, in lines: TextLines) -> Int? {
        var place = index + 1
        while place < lines.count, lines.lines[place].isBlank { place += 1 }
        return place < lines.count ? place : nil
    }
}
