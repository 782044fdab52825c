// What `guichet explain` says to a person.

import Desk

/// One mail's explanation in lines.
struct ExplanationText {
    /// The lines, the last one blank.
    let lines: [String]

    init(_ explanation: Explanation, file: String) {
        let message = explanation.reading.message
        let classification = explanation.classification
        let plan = explanation.plan
        var lines = ["\(file.withoutControls)"]
        let sender = message.from.map { "\($0.shown) <\($0.address.text)>" }
        lines.append("  from         \(sender ?? "nobody for certain (\(message.fromText))")")
        lines.append("  subject      \(message.subject)")
        lines.append("  mailbox      \(explanation.reading.mailbox.name.text)")
        lines.append("  is           \(Self.kind(plan, classification))")
        lines.append("  ends         \(plan.disposition.rawValue): \(plan.reason)")
        let letter = plan.letters.first.map { "\($0.kind.rawValue) to \($0.to.address.text)" }
        lines.append("  letter       \(letter ?? "none"): \(plan.acknowledgement.reason)")
        lines += Self.files("attached    ", message.attachments.filter { !$0.isDecoration })
        lines += Self.files("shown within", message.attachments.filter(\.isDecoration))
        if message.defects.contains(.tooLarge) {
            let mailbox = explanation.reading.mailbox
            lines.append(
                "  too large    mailbox \(mailbox.name.text) reads up to "
                    + "\(mailbox.messageBytesMaximum) bytes: judged by its header alone"
            )
        }
        if !message.defects.isEmpty {
            lines.append(
                "  odd          \(message.defects.map(\.rawValue).joined(separator: ", "))"
            )
        }
        for (place, finding) in plan.findings.enumerated() {
            let quotation = Quotation(message.subject + "\n" + explanation.reading.newText)
            let shown = quotation.sentence(with: finding.evidence.withoutDoubt)
            lines.append(
                "  \(place == 0 ? "because      " : "             ")"
                    + "\(finding.rule) → \(finding.verdict.text): \(shown ?? finding.evidence)"
            )
            let rejected = RuleBook.rejected(before: finding.rule)
            if case .criticality = finding.verdict, !rejected.isEmpty {
                lines.append("  rejected     \(rejected.joined(separator: ", "))")
            }
        }
        self.lines = lines.map(\.withoutControls) + [""]
    }

    // Each with the type that it declares, and with what it is where its first bytes say otherwise.
    private static func files(_ title: String, _ files: [Attachment]) -> [String] {
        let told = files.map { file in
            let sniffed = file.sniffedType.flatMap { $0 == file.type ? nil : ", really \($0)" }
            return "\(file.name) (\(file.type)\(sniffed ?? ""), \(file.size) bytes)"
        }
        return told.isEmpty ? [] : ["  \(title) \(told.joined(separator: ", "))"]
    }

    private static func kind(_ plan: FilingPlan, _ classification: Classification) -> String {
        var words = [(plan.record.nature ?? classification.nature).rawValue]
        if let criticality = classification.criticality { words.append(criticality.rawValue) }
        if let complaint = classification.complaint {
            words.append("about \(complaint.topic.rawValue)")
            if complaint.isUrgent { words.append("urgent") }
        }
        if classification.escalation > 0 {
            words.append("escalation level \(classification.escalation)")
        }
        if let closing = classification.closing { words.append("closing: \(closing.rawValue)") }
        if let score = classification.surveyScore { words.append("survey note \(score)") }
        words.append(classification.language.rawValue)
        return words.joined(separator: ", ")
    }
}

extension String {
    /// Evidence without the mark of doubt before it.
    fileprivate var withoutDoubt: String {
        hasPrefix("doubt: ") ? String(dropFirst("doubt: ".count)) : self
    }
}
