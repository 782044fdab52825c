// What the rules of today would say otherwise of a mail that was read yesterday: shown before new
// settings or rules are adopted. Only what a mail is by itself is compared, not where it was filed.

/// One verdict that changes.
package struct VerdictChange: Hashable, Sendable {
    /// The question, such as `criticality`.
    package let question: String
    /// The answer that is stored; empty for none.
    package let before: String
    /// The answer of today; empty for none.
    package let after: String
    /// The words that decide today, with the rule's name.
    package let evidence: String
}

/// Compares what was found in a mail with what the rules find now.
package func changes(from stored: [Finding], to reading: Reading) -> [VerdictChange] {
    let classification = classify(reading)
    var found = classification.findings
    let hadClass = stored.contains { $0.verdict.question == "criticality" }
    if hadClass, classification.criticality == nil, !classification.nature.isAutomatic,
        classification.nature != .complaint
    {
        // A follow-up whose dossier was not known was given a class like a request.
        let rules = RuleBook.criticality.lazy.compactMap { $0.finding(in: reading) }
        if let finding = rules.first { found.append(finding) }
    }
    return Verdict.questions.compactMap { question in
        let before = stored.last { $0.verdict.question == question }
        let after = found.last { $0.verdict.question == question }
        let (old, new) = (before?.verdict.text ?? "", after?.verdict.text ?? "")
        guard old != new else { return nil }
        return VerdictChange(
            question: question,
            before: old,
            after: new,
            evidence: after.map { "\($0.rule): \($0.evidence)" } ?? ""
        )
    }
}

extension Verdict {
    /// The questions, in the order in which they are asked.
    static let questions = [
        "nature", "criticality", "topic", "urgent", "escalation", "closing", "score",
    ]

    /// The question that it answers; nil for what decides nothing about the mail itself.
    var question: String? {
        switch self {
        case .nature: "nature"
        case .criticality: "criticality"
        case .topic: "topic"
        case .urgent: "urgent"
        case .escalation: "escalation"
        case .closing: "closing"
        case .score: "score"
        case .thread, .note: nil
        }
    }
}
