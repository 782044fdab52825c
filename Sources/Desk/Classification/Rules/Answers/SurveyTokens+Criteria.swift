// Which note belongs to which criterion.

extension SurveyTokens {
    /// The names of a criterion that stand together: "qualité de la solution".
    private struct Name {
        let criterion: SurveyForm.Criterion
        let range: ClosedRange<Int>
        var mark: Mark?
    }

    private static let wordsBehindName = 5
    private static let wordsBehindException = 9
    private static let wordsBeforeName = 5

    /// Whether a criterion is named.
    var hasCriteria: Bool {
        tokens.contains { if case .criterion = $0.kind { true } else { false } }
    }

    /// Whether something is said of all criteria.
    var isAboutAll: Bool { common != nil }

    /// How many criteria have a note of their own.
    var namedCount: Int { byCriterion.count { $0 != nil } }

    /// How many notes there are.
    var notesCount: Int { tokens.count { Self.mark($0) != nil } }

    /// Whether a note comes first.
    var beginsWithNote: Bool { note(at: tokens.prefix { isMark($0) }.count) != nil }

    private func isMark(_ token: Token) -> Bool {
        if case .mark = token.kind { true } else { false }
    }

    private func note(at place: Int) -> Mark? {
        guard tokens.indices.contains(place), case .note(let mark) = tokens[place].kind else {
            return nil
        }
        return mark
    }

    /// The note of each criterion that has one of its own.
    var byCriterion: [Mark?] {
        var names = self.names
        guard !names.isEmpty else { return [nil, nil, nil] }
        if mark(before: names[0]) != nil {
            for place in names.indices { names[place].mark = mark(before: names[place]) }
            for place in names.indices.dropFirst() where names[place].mark == nil {
                if isJoined(names[place - 1], names[place]) {
                    names[place].mark = names[place - 1].mark
                }
            }
        } else {
            for place in names.indices { names[place].mark = mark(behind: names[place]) }
            for place in names.indices.dropLast().reversed() where names[place].mark == nil {
                if isJoined(names[place], names[place + 1]) {
                    names[place].mark = names[place + 1].mark
                }
            }
        }
        var marks: [Mark?] = [nil, nil, nil]
        for name in names where marks[name.criterion.rawValue] == nil {
            marks[name.criterion.rawValue] = name.mark
        }
        return marks
    }

    private var names: [Name] {
        var names: [Name] = []
        for (place, token) in tokens.enumerated() {
            guard case .criterion(let criterion) = token.kind else { continue }
            if let last = names.last, last.criterion == criterion,
                place - last.range.upperBound <= 4,
                tokens[(last.range.upperBound + 1)..<place].allSatisfy({ token in
                    if case .word = token.kind { true } else { false }
                })
            {
                names[names.count - 1] = Name(
                    criterion: criterion,
                    range: last.range.lowerBound...place
                )
            } else {
                names.append(Name(criterion: criterion, range: place...place))
            }
        }
        return names
    }

    // "communication : 4", "la com, un poil en dessous (4/5)"; a name alone on its line is filled
    // in on the next.
    private func mark(behind name: Name) -> Mark? {
        let isException = tokens[..<name.range.lowerBound].suffix(4).contains {
            if case .except = $0.kind { true } else { false }
        }
        var left = isException ? Self.wordsBehindException : Self.wordsBehindName
        var isBare = true
        for place in (name.range.upperBound + 1)..<tokens.count {
            switch tokens[place].kind {
            case .note(let mark): return mark
            case .criterion, .all, .except: return nil
            case .stop where tokens[place].text != "\n" || !isBare: return nil
            case .stop: isBare = false
            case .mark where tokens[place].text == "," && note(at: place + 1) == nil: return nil
            case .mark: break
            case .word:
                isBare = false
                left -= 1
                if left == 0 { return nil }
            }
        }
        return nil
    }

    // "5 pour la réactivité", "4 - responsiveness".
    private func mark(before name: Name) -> Mark? {
        for place in tokens[..<name.range.lowerBound].indices.suffix(Self.wordsBeforeName)
            .reversed()
        {
            switch tokens[place].kind {
            case .note(let mark): return mark
            case .word where SurveyWords.joints.contains(tokens[place].text): continue
            case .mark where ["-", "(", "'", "\u{2019}", "/"].contains(tokens[place].text): continue
            case .mark, .word, .criterion, .all, .except, .stop: return nil
            }
        }
        return nil
    }

    private func isJoined(_ one: Name, _ next: Name) -> Bool {
        let between = tokens[(one.range.upperBound + 1)..<next.range.lowerBound]
        return between.contains { SurveyWords.conjunctions.contains($0.text) }
            && between.allSatisfy { token in
                SurveyWords.conjunctions.contains(token.text)
                    || SurveyWords.joints.contains(token.text) || isMark(token)
            }
    }

    // MARK: - All of them

    /// The note that is given to all: "5 partout", "tout à 5", "fives".
    var common: Mark? {
        for (place, token) in tokens.enumerated() {
            if case .note(let mark) = token.kind, SurveyWords.isPlural(token.text) { return mark }
            guard case .all = token.kind else { continue }
            let before = tokens[max(0, place - 6)..<place].reversed().prefix { token in
                if case .stop = token.kind { false } else { true }
            }
            let behind = tokens[(place + 1)...].prefix(4).prefix { token in
                switch token.kind {
                case .stop, .criterion, .except: false
                case .note, .all, .word, .mark: true
                }
            }
            let near = before.lazy.compactMap(Self.mark).first
            if let mark = near ?? behind.lazy.compactMap(Self.mark).first { return mark }
        }
        return nil
    }

    private static func mark(_ token: Token) -> Mark? {
        if case .note(let mark) = token.kind { mark } else { nil }
    }

    // MARK: - Three in a row

    /// Three notes at the very beginning, behind a greeting at most, and no fourth: "4 5 4", "354",
    /// "quatre, trois, cinq", "5 puis 4 puis 4".
    var leadingRun: [Mark?]? {
        var rest = tokens[...]
        var skipped = 0
        while let first = rest.first, Self.mark(first) == nil {
            if case .word = first.kind {
                if let compact = Self.compact(first) { return compact }
                skipped += 1
            }
            if case .criterion = first.kind { return nil }
            guard skipped <= 3 else { return nil }
            rest = rest.dropFirst()
        }
        var marks: [Mark?] = []
        while let token = rest.first, let mark = Self.read(token, behind: marks.count) {
            if let mark { marks.append(mark) }
            rest = rest.dropFirst()
        }
        // "5, 4 et pas d'avis pour le dernier".
        if marks.count == 2, !rest.contains(where: { $0.text.contains(where: \.isNumber) }) {
            marks.append(nil)
        }
        return marks.count == 3 ? marks : nil
    }

    // A note, or what may stand between two; nil where the row ends.
    private static func read(_ token: Token, behind count: Int) -> Mark?? {
        switch token.kind {
        case .note(let mark): .some(mark)
        case .mark, .stop: .some(nil)
        case .word:
            ["puis", "et", "and", "then", "excellent", "bon", "moyen", "insuffisant", "mauvais"]
                .contains(token.text) ? .some(nil) : nil
        case .criterion, .all, .except: nil
        }
    }

    private static func compact(_ token: Token) -> [Mark?]? {
        let digits = token.text.compactMap(\.wholeNumberValue)
        guard token.text.utf8.count == 3, digits.count == 3,
            digits.allSatisfy((1...5).contains)
        else { return nil }
        return digits.map { Mark(halves: $0 * 2, line: token.line) }
    }

    /// Three lines that begin with a note each, or with "Note : ".
    var column: [Mark?]? {
        var marks: [Mark] = []
        var line = -1
        for token in tokens where token.line != line {
            if isMark(token) || ["note", "mark", "score"].contains(token.text) { continue }
            line = token.line
            if let mark = Self.mark(token) { marks.append(mark) }
        }
        return marks.count == 3 ? marks : nil
    }
}
