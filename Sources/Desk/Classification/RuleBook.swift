// All rules, in order. A rule is a file; the order is this list.
//
// Each list answers one question. In a list the first rule that concludes wins, and the last one is
// the backstop where the question must have an answer.

/// The ordered rules.
package enum RuleBook {
    /// What a message is.
    ///
    /// Machines come first, for nothing automatic may ever be answered; then
    /// what is under way; then what is new.
    package static let nature: [Rule] = [
        .deliveryReport, .feedbackReport, .readReceipt, .calendarAnswer, .hopLoop,
        .bannedSender, .spamVerdict,
        .autoSubmitted,
        .automaticHeader, .outOfOffice, .challenge, .ticketReceipt, .nullReturnPath, .bulkAnswer,
        .followUp, .mailingList, .newsletter, .machineSender, .unsolicited, .noReplySender,
        .statusQuestion, .misdirectedRequest, .weighedNature, .complaintMailbox, .complaintWords,
        .escalationDemand, .request,
    ]

    /// How badly a request needs help; the backstop is doubt, and doubt is Critique.
    package static let criticality: [Rule] = [.emergency, .sealedText, .weighedWords] + weighable

    /// How badly a fault needs help by what its sentences say alone.
    static let grid: [Rule] = [.emergency] + certain + [.overcome] + doubted

    /// What the words may outweigh.
    static let weighable: [Rule] = certain + [.overcome, .statusInquiry, .onlyThanks] + doubted

    // What is certain, and what is doubted or proven to be less.
    private static let certain: [Rule] = [.zoneUnwatched, .systemDown]
    private static let doubted: [Rule] = [
        .uncertainTrouble, .uncertainEvent, .stakes, .unreadLoss,
        .singleDevice, .advice, .boundedTrouble, .doubt,
    ]

    /// What a complaint is about.
    package static let topic: [Rule] = [.complaintTopic]

    /// Whether a complaint is urgent.
    package static let urgency: [Rule] = [.complaintUrgency]

    /// Whether a follow-up makes a complaint of its own.
    package static let declaration: [Rule] = [.declaredComplaint]

    /// Whether the next level is demanded, or only threatened with.
    package static let escalation: [Rule] = [.escalation, .escalationThreat]

    /// All lists with the question that each answers, in the order in which they are asked.
    package static let questions: [(question: String, rules: [Rule])] = [
        ("What is the message?", nature),
        ("How badly does the request need help?", criticality),
        ("Does a follow-up make a complaint of its own?", declaration),
        ("What is the complaint about?", topic),
        ("Is the complaint urgent?", urgency),
        ("Is the next level demanded?", escalation),
        ("What does the answer to our letter say?", answer),
    ]

    /// The rules that were asked before one that concluded, and found nothing.
    package static func rejected(before rule: String) -> [String] {
        for (_, rules) in questions {
            if let place = rules.firstIndex(where: { $0.name == rule }) {
                return rules[..<place].map(\.name)
            }
        }
        return []
    }

    /// What an answer to one of our questions says.
    package static let answer: [Rule] = [.surveyNote, .closingAnswer]
}
