// The three parts of a substantive answer (C5) in a mail as people write it: each part in a
// paragraph of its own, behind its word and a colon.

extension SubstantiveAnswer {
    private static let words: [(word: String, part: Part)] = [
        ("faits", .facts), ("facts", .facts), ("correction", .correction),
        ("actions correctives", .correction), ("action corrective", .correction),
        ("corrective action", .correction), ("mesures correctives", .correction),
        ("mesure corrective", .correction), ("corrections", .correction),
        ("compensation", .compensation),
        ("geste commercial", .compensation), ("dedommagement", .compensation),
    ]

    /// Reads the parts; nil for a text that names none of them.
    package init?(in text: String) {
        var parts: [Part: [Substring]] = [:]
        var current: Part?
        for line in text.split(whereSeparator: \.isNewline).prefix(1_000) {
            let halves = line.split(separator: ":", maxSplits: 1)
            let label = halves.first.map { Folding.text(of: String($0.prefix(40))) } ?? ""
            let word = label.trimmed
            if halves.count >= 1, line.contains(":"),
                let found = Self.words.first(where: { $0.word == word })
            {
                current = found.part
                parts[found.part, default: []] += halves.dropFirst()
            } else if let current {
                parts[current, default: []].append(line)
            }
        }
        guard !parts.isEmpty else { return nil }
        let text = { (part: Part) in
            (parts[part] ?? []).joined(separator: "\n").trimmed.cut(toBytes: 10_000)
        }
        let facts = text(.facts)
        let said = ContestedFacts(facts)
        self.init(
            facts: facts,
            isContested: said.isContested,
            lacksReason: said.lacksReason,
            correction: text(.correction),
            compensation: text(.compensation)
        )
    }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

extension Reading {
    /// Whether the new text asks if the case may be closed.
    package var asksToClose: Bool { LastLetter(quoted: newText).asksToClose }
}
