// The three parts of a substantive answer (C5), told apart by the words that stand before them:
//
//     Faits : … / Faits contestés : …
//     Correction : … (or Action corrective : …)
//     Compensation : … (or Geste commercial : …)

/// Reads the parts of an answer.
enum AnswerParts {
    /// The answer that a text gives; parts that it lacks are empty.
    static func read(_ text: String) -> SubstantiveAnswer {
        var parts: [SubstantiveAnswer.Part: [Substring]] = [:]
        var isContested = false
        var current: SubstantiveAnswer.Part?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let (part, contests, rest) = heading(line) {
                current = part
                if contests { isContested = true }
                parts[part, default: []].append(rest)
            } else if let current {
                parts[current, default: []].append(line)
            }
        }
        let joined = { (part: SubstantiveAnswer.Part) in
            (parts[part] ?? []).joined(separator: "\n").trimmingBlankEnds
        }
        return SubstantiveAnswer(
            facts: joined(.facts),
            isContested: isContested,
            correction: joined(.correction),
            compensation: joined(.compensation)
        )
    }

    private static let headings: [(word: String, part: SubstantiveAnswer.Part)] = [
        ("fait", .facts), ("facts", .facts), ("constat", .facts), ("correction", .correction),
        ("action", .correction), ("mesure", .correction), ("corrective", .correction),
        ("compensation", .compensation), ("geste", .compensation),
        ("dedommagement", .compensation),
    ]

    // A short beginning of a line, up to its colon, whose first word is one of those.
    private static func heading(
        _ line: Substring
    ) -> (part: SubstantiveAnswer.Part, contests: Bool, rest: Substring)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = String(line[..<colon])
        guard name.utf8.count <= 60 else { return nil }
        let folded = Folding.text(of: name)
        let words = folded.split { !$0.isLetter }.map(String.init)
        guard words.count <= 4, let first = words.first,
            let part = headings.first(where: { first.hasPrefix($0.word) })?.part
        else { return nil }
        return (part, folded.contains("contest"), line[line.index(after: colon)...])
    }

    /// How a part is called in a sentence.
    static func word(_ part: SubstantiveAnswer.Part) -> String {
        switch part {
        case .facts: "« Faits : »"
        case .correction: "« Correction : »"
        case .compensation: "« Compensation : »"
        }
    }
}

extension String {
    /// The text without blank space at its ends.
    var trimmingBlankEnds: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
