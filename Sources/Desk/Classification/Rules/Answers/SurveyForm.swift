// A survey answer as a form of three fields, however it was filled in: line by line, in the quoted
// letter itself, in one sentence ("5 partout sauf la communication, 3"), in words, stars or tens.
//
// What is named after a criterion belongs to it; three notes without names stand in the letter's
// order. A half counts as the note below, so that 2.5 is still under 3 (R3). What it cannot make
// out it leaves to `SurveyNotes`. Linear in the length of the answer, which is cut.

/// The notes of a survey answer, by criterion.
struct SurveyForm {
    /// What the letter asks for, in its order.
    enum Criterion: Int, CaseIterable {
        case responsiveness
        case solution
        case communication
    }

    /// The notes in the letter's order; nil where none is given.
    private(set) var byCriterion: [Int?] = [nil, nil, nil]
    /// Where the lowest of them stands.
    private(set) var evidence = ""
    /// Whether it can be nothing else, even in a mail that does not quote our question.
    private(set) var isSure = false
    /// Whether they were given out of ten.
    private(set) var isOutOfTen = false

    /// The notes that are given.
    var notes: [Int] { byCriterion.compactMap(\.self) }

    /// Reads an answer.
    init(_ reading: Reading) {
        self.init(Self.answerLines(of: reading))
    }

    /// Reads the lines of an answer.
    init(_ lines: [String]) {
        let tokens = SurveyTokens(lines)
        var found: [SurveyTokens.Mark?] = [nil, nil, nil]
        if let run = tokens.leadingRun {
            found = run
            isSure = true
        } else if tokens.hasCriteria || tokens.isAboutAll {
            found = tokens.byCriterion
            let named = tokens.namedCount
            if let common = tokens.common {
                for place in found.indices where found[place] == nil { found[place] = common }
            }
            isSure = named > 1 || tokens.isAboutAll && found.contains { $0?.isScaled ?? false }
        }
        if found.allSatisfy({ $0 == nil }), let column = tokens.column { found = column }
        byCriterion = found.map { $0.map { max(1, $0.halves / 2) } }
        isOutOfTen = found.contains { $0?.isOutOfTen ?? false }
        if let lowest = found.compactMap(\.self).min(by: { $0.halves < $1.halves }) {
            evidence = String(lines[lowest.line].prefix(Self.evidenceCharacters))
        }
    }

    private static let evidenceCharacters = 80
    private static let bytesMaximum = 4_000

    // The client's own lines, and those of our letter that name a criterion and were filled in:
    // behind the name, or on the line below.
    private static func answerLines(of reading: Reading) -> [String] {
        let own = Set(lines(of: reading.newText))
        let all = lines(of: reading.message.text)
        var answer: [String] = []
        var headings = 0
        for (index, line) in all.enumerated() {
            if own.contains(line) {
                answer.append(line)
                continue
            }
            // A second letter below the first holds what somebody answered before.
            let bare = SurveyTokens.folded(line)
            if ["de :", "from:", "de:"].contains(where: bare.hasPrefix) { headings += 1 }
            guard headings < 2, line.first != ">" || !line.dropFirst().contains(">"),
                bare.utf8.count <= 80
            else { continue }
            let tokens = SurveyTokens([line])
            guard tokens.hasCriteria else { continue }
            let next = all[(index + 1)...].first { !SurveyTokens.folded($0).isEmpty }
            let isFilledBelow = next.map { line in
                let below = SurveyTokens([line])
                return own.contains(line) && below.beginsWithNote && below.notesCount == 1
            }
            if tokens.namedCount > 0 || isFilledBelow ?? false { answer.append(line) }
        }
        return answer.isEmpty ? Array(own) : answer
    }

    private static func lines(of text: String) -> [String] {
        text.cut(toBytes: bytesMaximum).split(whereSeparator: \.isNewline)
            .map { String($0.drop(while: \.isWhitespace)) }
            .filter { !$0.isEmpty }
    }
}
