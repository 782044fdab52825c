// What a rule found, and where: the evidence is what `explain`, the lists and the log show.

/// What a message is by itself; the raw value is the word that `explain` prints.
package enum Nature: String, Hashable, Sendable, Codable, CaseIterable {
    /// A person asks for help or advice.
    case request
    /// A person complains.
    case complaint
    /// A person writes about something that is under way.
    case followup
    /// A machine answers in a person's place.
    case autoreply
    /// A machine says that a letter did not arrive.
    case bounce
    /// A newsletter or a mailing list.
    case bulk
    /// Unwanted.
    case spam
    /// A read receipt or a calendar answer.
    case receipt
    /// A person on the staff gives an order.
    case command

    /// Whether a machine wrote it: nothing automatic is ever sent because of it (invariant 7).
    package var isAutomatic: Bool {
        switch self {
        case .autoreply, .bounce, .bulk, .spam, .receipt: true
        case .request, .complaint, .followup, .command: false
        }
    }
}

/// What a complaint is about; the raw value is the word that `explain` prints.
package enum ComplaintTopic: String, Hashable, Sendable, Codable, CaseIterable {
    case intervention
    case delay
    case billing
    case relationship
    case other
}

/// A complaint's topic, and whether an incident or an emergency is at stake.
package struct Complaint: Hashable, Sendable {
    /// What it is about.
    package var topic: ComplaintTopic
    /// Whether the shorter delay applies.
    package var isUrgent: Bool

    /// Describes a complaint.
    package init(topic: ComplaintTopic, isUrgent: Bool) {
        self.topic = topic
        self.isUrgent = isUrgent
    }
}

/// What a rule concludes.
package enum Verdict: Hashable, Sendable {
    /// What the message is.
    case nature(Nature)
    /// How badly help is needed.
    case criticality(Criticality)
    /// What a complaint is about.
    case topic(ComplaintTopic)
    /// Whether a complaint is urgent.
    case urgent(Bool)
    /// The escalation level that is demanded.
    case escalation(Int)
    /// The answer to a request to close.
    case closing(ClosingAnswer)
    /// The lowest note of a survey answer.
    case score(Int)
    /// To what the message belongs, or does not.
    case thread(String)
    /// Worth a person's look; decides nothing.
    case note(String)

    /// The verdict as one word or a short phrase.
    package var text: String {
        switch self {
        case .nature(let nature): nature.rawValue
        case .criticality(let criticality): criticality.rawValue
        case .topic(let topic): topic.rawValue
        case .urgent(let isUrgent): isUrgent ? "urgent" : "not-urgent"
        case .escalation(let level): "escalation-\(level)"
        case .closing(let answer): answer.rawValue
        case .score(let note): "\(note)/5"
        case .thread(let text), .note(let text): text
        }
    }
}

/// One rule's conclusion with its evidence.
package struct Finding: Hashable, Sendable {
    /// The rule's stable name, in kebab case.
    package var rule: String
    /// What it concludes.
    package var verdict: Verdict
    /// The header field, the line or the words that decided.
    package var evidence: String

    /// The longest evidence that is kept.
    package static let evidenceCharactersMaximum = 160

    /// States a conclusion; evidence is put on one line and cut.
    package init(rule: String, verdict: Verdict, evidence: String) {
        self.rule = rule
        self.verdict = verdict
        let line = HeaderValue(flattening: evidence).text
        self.evidence =
            line.count > Self.evidenceCharactersMaximum
            ? line.prefix(Self.evidenceCharactersMaximum - 1) + "…" : line
    }
}
