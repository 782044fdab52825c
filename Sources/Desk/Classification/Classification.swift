// What the rules make of a message.

/// How a client answers a request to close; the raw value is the word that `explain` prints.
package enum ClosingAnswer: String, Hashable, Sendable, Codable, CaseIterable {
    case confirms
    case refuses
    case unclear
}

/// All verdicts on one message, each with its evidence in `findings`.
package struct Classification: Hashable, Sendable {
    /// What the message is.
    package var nature: Nature
    /// The class, where the message is a request.
    package var criticality: Criticality?
    /// The class of a live fault that a complaint reports besides: its dossier owes both promises.
    package var fault: Criticality?
    /// Topic and urgency, where it is a complaint.
    package var complaint: Complaint?
    /// Whether a follow-up makes a complaint of its own.
    package var declaresComplaint = false
    /// The escalation level that the client demands: 0, 1 or 2.
    package var escalation = 0
    /// The answer to a request to close.
    package var closing: ClosingAnswer?
    /// The lowest note of a survey answer, 1 to 5.
    package var surveyScore: Int?
    /// The report, where the message is a bounce.
    package var bounce: DeliveryReport?
    /// The language to answer in.
    package var language: Language
    /// What every rule found, in the rules' order.
    package var findings: [Finding]

    /// Puts the verdicts together.
    package init(nature: Nature, language: Language, findings: [Finding]) {
        self.nature = nature
        self.language = language
        self.findings = findings
    }
}
