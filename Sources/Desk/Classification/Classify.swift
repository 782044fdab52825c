// Stage "classify": every list of the rule book that applies is asked in order; each verdict comes
// with its evidence.

/// Classifies a message by itself.
package func classify(_ reading: Reading) -> Classification {
    var findings: [Finding] = []
    let nature = conclude(RuleBook.nature, reading, &findings)?.nature ?? .request
    var verdicts: [Verdict] = []
    for list in questions(for: nature) {
        if let verdict = conclude(list, reading, &findings) { verdicts.append(verdict) }
    }
    var classification = Classification(
        nature: nature,
        language: reading.language,
        findings: findings
    )
    for verdict in verdicts { classification.take(verdict) }
    classification.declaresComplaint =
        nature == .followup
        && conclude(RuleBook.declaration, reading, &classification.findings) != nil
    if nature == .followup, classification.escalation > 0 || classification.declaresComplaint {
        for list in [RuleBook.topic, RuleBook.urgency] {
            if let verdict = conclude(list, reading, &classification.findings) {
                classification.take(verdict)
            }
        }
    }
    if nature == .complaint || classification.declaresComplaint {
        classification.fault = liveFault(reading, &classification.findings)
    }
    if nature == .bounce { classification.bounce = reading.bounce?.leading }
    return classification
}

extension Finding {
    private static let liveFaultRule = "live-fault"

    /// States that a complaint reports a fault.
    fileprivate init(liveFault criticality: Criticality, evidence: String) {
        self.init(
            rule: Self.liveFaultRule,
            verdict: .note("reports a fault: \(criticality.rawValue)"),
            evidence: evidence
        )
    }

    /// Whether it is the fault that a complaint reports besides.
    package var isLiveFault: Bool { rule == Self.liveFaultRule }
}

extension Classification {
    /// The class of a fault that a mail reports as present, whatever else it says.
    static func liveFault(
        in reading: Reading
    ) -> (criticality: Criticality, evidence: String)? {
        var findings: [Finding] = []
        return Desk.liveFault(reading, &findings).map { ($0, findings.last?.evidence ?? "") }
    }
}

// The class of a fault that a complaint reports as present, by the rules of requests; none where
// nothing is said to be wrong now, for a complaint in doubt is no fault.
private func liveFault(_ reading: Reading, _ findings: inout [Finding]) -> Criticality? {
    let situation = reading.situation
    guard
        situation.wrongs.contains(where: { fact in
            // "Sans vidéosurveillance depuis lundi": bare is the site, whatever it is bare of.
            let isSite =
                (fact.state == .unwatched || fact.state == .exposed) && fact.range.count > 1
            return !fact.isPast && (fact.thing != .unknown || isSite)
        })
    else { return nil }
    for rule in RuleBook.grid {
        guard let finding = rule.finding(in: reading) else { continue }
        guard case .criticality(let criticality) = finding.verdict, criticality != .informational
        else { return nil }
        findings.append(Finding(liveFault: criticality, evidence: finding.evidence))
        return criticality
    }
    return nil
}

// The lists that are asked of each nature.
private func questions(for nature: Nature) -> [[Rule]] {
    switch nature {
    case .request: [RuleBook.criticality]
    case .complaint: [RuleBook.topic, RuleBook.urgency, RuleBook.escalation]
    case .followup: [RuleBook.escalation, RuleBook.answer]
    case .autoreply, .bounce, .bulk, .spam, .receipt, .command: []
    }
}

// The first rule of a list that concludes wins.
private func conclude(_ rules: [Rule], _ reading: Reading, _ findings: inout [Finding]) -> Verdict?
{
    for rule in rules {
        if let finding = rule.finding(in: reading) {
            findings.append(finding)
            return finding.verdict
        }
    }
    return nil
}

extension Verdict {
    /// The nature that it states.
    fileprivate var nature: Nature? {
        if case .nature(let nature) = self { nature } else { nil }
    }
}

extension Classification {
    /// Writes a verdict into its field.
    fileprivate mutating func take(_ verdict: Verdict) {
        switch verdict {
        case .criticality(let criticality): self.criticality = criticality
        case .topic(let topic):
            complaint = Complaint(topic: topic, isUrgent: complaint?.isUrgent ?? false)
        case .urgent(let isUrgent):
            complaint = Complaint(topic: complaint?.topic ?? .other, isUrgent: isUrgent)
        case .escalation(let level): escalation = level
        case .closing(let answer): closing = answer
        case .score(let note): surveyScore = note
        case .nature, .thread, .note: break
        }
    }
}
