// Which lines of a text are quoted.
//
// Four marks introduce a quote: ">" at the head of each line; a line such as "Le … a écrit :"
// (`Attribution`), whose quote is marked by ">" or else reaches to the end; a block such as "De : /
// Envoyé : / À : / Objet :" (`CopiedHeader`) or a dashed "Message d'origine" (`QuoteMarker`), whose
// quote reaches to the end; our own marker. Answers written between quoted lines stay the person's.

/// Where the first copied letter begins, and by what it is introduced.
struct CopiedLetter: Hashable, Sendable {
    /// What introduces it.
    enum Introduction: Hashable, Sendable {
        /// A line that says that a letter is passed on.
        case forwardMarker
        /// A copied header, perhaps below a dashed line.
        case header
        /// "Le … a écrit :".
        case attribution
        /// Nothing but ">".
        case marks
    }

    /// What introduces it.
    let introduction: Introduction
    /// Where the introduction begins, in bytes of the text.
    let offset: Int
}

/// The quoted lines of a text.
struct QuotedLines {
    /// Whether each line is quoted.
    private var isQuoted: [Bool]
    /// The first copied letter.
    private(set) var letter: CopiedLetter?
    // Whether the person wrote anything above the line that is being read.
    private var hasOwnText = false

    /// Whether a copied header or a dashed line introduces the quote, as in a forwarded letter.
    var followsHeader: Bool {
        switch letter?.introduction {
        case .forwardMarker, .header: true
        case .attribution, .marks, nil: false
        }
    }

    /// Reads the lines once, from top to bottom.
    init(in lines: TextLines) {
        isQuoted = Array(repeating: false, count: lines.count)
        var index = 0
        while index < lines.count {
            let line = lines.lines[index]
            if line.depth > 0 {
                note(.marks, at: index, in: lines)
                isQuoted[index] = true
                index += 1
                if hasOwnText, QuoteMarker.isGroupWise(index - 1, in: lines) {
                    quoteRest(from: index, of: lines)
                    index = lines.count
                }
            } else if line.isBlank {
                index += 1
            } else if isWrappedQuote(index, in: lines) {
                isQuoted[index] = true
                index += 1
            } else if let next = afterIntroduction(at: index, in: lines) {
                index = next
            } else {
                hasOwnText = true
                index += 1
            }
        }
    }

    /// Takes lines for the person's own.
    mutating func release(_ indices: [Int]) {
        for index in indices { isQuoted[index] = false }
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

    // MARK: - Introductions

    // Quotes what an introduction introduces; the line to read next, nil where none stands here.
    private mutating func afterIntroduction(at index: Int, in lines: TextLines) -> Int? {
        let line = lines.folded(index)
        if let kind = QuoteMarker.kind(of: line) {
            note(kind == .forward ? .forwardMarker : .header, at: index, in: lines)
            // Proton's dashed line stands above an attribution.
            if kind == .original, let next = nextText(after: index, in: lines),
                let end = Attribution.end(from: next, in: lines)
            {
                for place in index..<next { isQuoted[place] = true }
                return afterAttribution(from: next, to: end, in: lines)
            }
            return afterHeader(from: index, below: index + 1, in: lines, mayAnswerBelow: false)
        }
        if ReplyMarker.begins(at: index, in: lines) {
            note(.marks, at: index, in: lines)
            quoteRest(from: decorationStart(before: index, in: lines), of: lines)
            return lines.count
        }
        if let header = CopiedHeader(at: index, in: lines) {
            note(.header, at: index, in: lines)
            return afterHeader(
                from: index,
                below: header.end,
                in: lines,
                mayAnswerBelow: !hasOwnText
            )
        }
        if CopiedHeader.isOnOneLine(line) || LotusTable.begins(at: index, in: lines) {
            let start = LotusTable.start(before: index, in: lines)
            note(.header, at: start, in: lines)
            quoteRest(from: start, of: lines)
            return lines.count
        }
        guard let end = Attribution.end(from: index, in: lines) else { return nil }
        note(.attribution, at: index, in: lines)
        return afterAttribution(from: index, to: end, in: lines)
    }

    private mutating func afterAttribution(from start: Int, to end: Int, in lines: TextLines) -> Int
    {
        guard let next = nextText(after: end, in: lines), lines.lines[next].depth > 0 else {
            quoteRest(from: start, of: lines)
            return lines.count
        }
        for place in start..<next { isQuoted[place] = true }
        return next
    }

    // A marked quote below a header that stands first leaves room for answers; else all is quoted.
    private mutating func afterHeader(
        from index: Int,
        below end: Int,
        in lines: TextLines,
        mayAnswerBelow: Bool
    ) -> Int {
        if mayAnswerBelow, let next = nextText(after: end - 1, in: lines),
            lines.lines[next].depth > 0
        {
            for place in index..<next { isQuoted[place] = true }
            return next
        }
        quoteRest(from: decorationStart(before: index, in: lines), of: lines)
        return lines.count
    }

    private mutating func note(
        _ introduction: CopiedLetter.Introduction,
        at index: Int,
        in lines: TextLines
    ) {
        guard letter == nil else { return }
        let offset = lines.lines[index].range.lowerBound
        letter = CopiedLetter(introduction: introduction, offset: offset)
    }

    // MARK: - The rest

    // All that follows is quoted, but for answers that carry their author's initials.
    private mutating func quoteRest(from start: Int, of lines: TextLines) {
        var isAnswer = false
        var isShort = false
        for index in start..<lines.count {
            let line = lines.lines[index]
            if line.isBlank {
                isAnswer = false
            } else if line.depth == 0, QuoteMarker.isInitialed(lines.raw(index)) {
                isAnswer = true
            } else if isShort {
                // A line that was not broken by a program ends the answer.
                isAnswer = false
            }
            isShort = line.range.count < Folding.wrappedLineCharacters
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

    // The rules and dashed lines directly above a copied header belong to it; so does the summary
    // line of Lotus.
    private func decorationStart(before index: Int, in lines: TextLines) -> Int {
        var start = index
        var place = index - 1
        while place >= 0, index - place <= 6 {
            if QuoteMarker.isRule(lines.raw(place))
                || !lines.lines[place].isBlank && LotusTable.isSummary(lines.folded(place))
            {
                start = place
            }
            guard lines.lines[place].isBlank || start == place else { break }
            place -= 1
        }
        return start
    }

    // A program that breaks long quoted lines leaves their tails without ">".
    private func isWrappedQuote(_ index: Int, in lines: TextLines) -> Bool {
        guard index > 0, index + 1 < lines.count else { return false }
        let before = lines.lines[index - 1]
        guard before.depth > 0, lines.lines[index + 1].depth > 0 else { return false }
        let length = lines.lines[index].range.count
        if before.range.count >= 66, length < 40 { return true }
        // A tail goes on in the middle of a sentence.
        let first = lines.raw(index).first ?? 0
        return before.range.count >= 60 && length < 60
            && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    }

    private func nextText(after index: Int, in lines: TextLines) -> Int? {
        var place = index + 1
        while place < lines.count, lines.lines[place].isBlank { place += 1 }
        return place < lines.count ? place : nil
    }
}
