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
        .deliveryReport, .feedbackReport, .readReceipt, .calendarAnswer, .hopLoop, .spamVerdict,
        .autoSubmitted,
        .automaticHeader, .outOfOffice, .challenge, .ticketReceipt, .nullReturnPath, .bulkAnswer,
        .followUp, .mailingList, .newsletter, .machineSender, .unsolicited,
        .complaintMailbox, .complaintWords, .escalationDemand, .request,
    ]

    /// How badly a request needs help; the backstop is doubt, and doubt is Critique.
    package static let criticality: [Rule] = [
        .emergency, .zoneUnwatched, .systemDown, .uncertainTrouble, .uncertainEvent, .stakes,
        .singleDevice, .advice, .boundedTrouble, .doubt,
    ]

    /// What a complaint is about.
    package static let topic: [Rule] = [.complaintTopic]

    /// Whether a complaint is urgent.
    package static let urgency: [Rule] = [.complaintUrgency]

    /// Whether the next level is demanded, or only threatened with.
    package static let escalation: [Rule] = [.escalation, .escalationThreat]

    /// What an answer to one of our questions says.
    package static let answer: [Rule] = [.surveyNote, .closingAnswer]
}
