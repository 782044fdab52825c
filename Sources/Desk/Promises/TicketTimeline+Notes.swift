// What a ticket's history holds for the clock to tell somebody of: each is told once, and leaves a
// fact when it is.

package import Foundation

extension [TicketEvent] {
    /// What happened under the house's own promises: without the history of a ticket that came
    /// before its mailbox was taken over.
    var sinceTakenOver: ArraySlice<TicketEvent> {
        let end = firstIndex { event in
            if case .moved(.closed, TicketTimeline.archived) = event.fact { true } else { false }
        }
        return suffix(from: end.map { $0 + 1 } ?? startIndex)
    }
}

extension TicketTimeline {
    /// The class and urgency from a moment on.
    struct Standing: Hashable, Sendable {
        let from: Date
        let criticality: Criticality?
        let isUrgent: Bool
    }

    /// The latest moment of an event.
    package func last(_ event: PromiseEvent) -> PromiseMoment? {
        moments.last { $0.event == event }
    }

    /// An absence of which a client was told.
    package struct Replacement: Hashable, Sendable {
        package let absent: EmailAddress
        package let from: CivilDay
    }

    /// Why a ticket that came before its mailbox was taken over is closed as it is opened.
    static let archived = "received before this mailbox was taken over"

    /// An automatic answer of the handler's mail program.
    package struct AwayNote: Hashable, Sendable {
        package let person: EmailAddress
        package let at: Date
        package let until: CivilDay?
    }

    /// A message that did not reach the client, and of which nobody was told yet.
    package struct Loss: Hashable, Sendable {
        /// What it was.
        package enum Matter: Hashable, Sendable {
            /// A colleague's own message.
            case message
            /// The question whether the case may be closed.
            case closingAsked
            /// Our reminder of that question; its author is who has asked.
            case closingReminder
        }

        package let letter: MessageID
        package let author: EmailAddress
        package let at: Date
        package let reason: String
        package var matter = Matter.message
    }

    /// A call to the client that a colleague has planned.
    package struct PlannedCall: Hashable, Sendable {
        package let by: EmailAddress
        package let at: Date
        package let note: String
        /// Which of the ticket's calls it is.
        package let number: Int
        /// Whether the ticket was closed already when it was planned.
        package let isAfterClosing: Bool
    }
}

extension TicketTimeline {
    /// What a client's further mail begins on a case that goes on: he waits for an answer, where he
    /// has had one; and if that was the substantive one, he contests it.
    func begun(
        by mail: MailID,
        _ apart: Set<MailID>,
        in state: TicketState
    ) -> [PromiseEvent] {
        guard !apart.contains(mail), ![.resolved, .closed].contains(state) else { return [] }
        let start = moments.lastIndex { $0.event == .reopened } ?? moments.startIndex
        let current = moments[start...]
        // Who has turned to a manager has the clock of that.
        let escalation = moments.last { moment in
            [.escalation1, .escalation2, .escalation1Answered, .escalation2Answered]
                .contains(moment.event)
        }
        let isEscalated = [.escalation1, .escalation2].contains(escalation?.event)
        guard !isEscalated, current.contains(where: { $0.event == .humanAnswer }) else {
            return []
        }
        let isContested = current.contains { $0.event == .substantiveAnswer }
        return isContested ? [.clientWaits, .contested] : [.clientWaits]
    }
}

extension AnswerFact {
    /// What it is to the clocks.
    func moments(at moment: Date) -> [PromiseMoment] {
        var stated: Date?
        var events: [PromiseEvent] = message == nil ? [] : [.humanAnswer]
        switch self {
        case .humanAnswer: break
        case .phoneCalled: events = [.clientCalled]
        case .formalAcknowledgement: events.append(.formalAcknowledgement)
        case .substantiveAnswer(_, let answer):
            if answer.missing.isEmpty { events.append(.substantiveAnswer) }
        case .interimReport(_, let until):
            events.append(.interimReport)
            stated = until
        case .progressTold(_, let next):
            events.append(.progressTold)
            stated = next
        case .delayAnnounced(_, _, let until):
            events.append(.delayAnnounced)
            stated = until
        case .informationAsked: events.append(.informationAsked)
        case .visitNeeded: events = [.visitNeeded]
        case .visitPlanned(_, let date):
            // The letter that announces a date is ours; a text beside it is an answer.
            events = [.visitPlanned]
            stated = date
        case .visitDone: events = [.visitDone]
        case .calledBack: events = [.calledBack]
        case .escalationAnswered(_, let level):
            events.append(level == 1 ? .escalation1Answered : .escalation2Answered)
        }
        return events.map { PromiseMoment(at: moment, event: $0, by: author, stated: stated) }
    }
}
