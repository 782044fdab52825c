// The events on which promises start and end, in the words of the mailbox files.
//
// One fact can be several events: a substantive answer is a human answer too. A fact whose letter
// has bounced is none (TicketTimeline).

package import Foundation

/// An event of a ticket that a promise can name; the raw value is the word in the mailbox files.
package enum PromiseEvent: String, Hashable, Sendable, CaseIterable {
    /// The ticket came into being.
    case opened
    /// The same, entered by staff for a client on the telephone.
    case openedByPhone = "opened-by-phone"
    /// A complaint reports a fault that is there: the service owes its promises too.
    case faultReported = "fault-reported"
    /// The automatic acknowledgement has left.
    case acknowledged
    /// A person wrote to the client.
    case humanAnswer = "human-answer"
    /// The handler's own acknowledgement left.
    case formalAcknowledgement = "formal-acknowledgement"
    /// A substantive answer with all its parts left.
    case substantiveAnswer = "substantive-answer"
    /// An interim report with a new date left.
    case interimReport = "interim-report"
    /// News were told, with or without the date of the next.
    case progressTold = "progress-told"
    /// A delay was announced.
    case delayAnnounced = "delay-announced"
    /// Guichet has told the client that an announced delay goes on.
    case delayRecalled = "delay-recalled"
    /// The client was asked for something.
    case informationAsked = "information-asked"
    /// A visit was found necessary.
    case visitNeeded = "visit-needed"
    /// A visit has a date.
    case visitPlanned = "visit-planned"
    /// The visit has taken place.
    case visitDone = "visit-done"
    /// The client wrote more than thanks.
    case clientWrote = "client-wrote"
    /// The same on a case that goes on and has had its first answer: he waits for another.
    case clientWaits = "client-waits"
    /// The client does not agree with the substantive answer, or adds to it.
    case contested
    /// A colleague has noted a call with the client.
    case clientCalled = "client-called"
    /// The client was asked whether the case may be closed.
    case closingAsked = "closing-asked"
    /// The client was reminded of it.
    case closingReminded = "closing-reminded"
    /// That question, or the reminder of it, did not reach the client.
    case closingLost = "closing-lost"
    /// It was closed.
    case closed
    /// It was opened again.
    case reopened
    /// The survey left.
    case surveySent = "survey-sent"
    /// A note under 3, or a negative report.
    case badNote = "bad-note"
    /// The account manager reported on the call back.
    case calledBack = "called-back"
    /// The client escalated to level 1.
    case escalation1 = "escalation-1"
    /// The operations manager answered.
    case escalation1Answered = "escalation-1-answered"
    /// Level 2 was proposed to the client.
    case escalation2Proposed = "escalation-2-proposed"
    /// The client escalated to level 2.
    case escalation2 = "escalation-2"
    /// General management answered.
    case escalation2Answered = "escalation-2-answered"

    /// The one procedure in which the event can happen; nil where in both.
    package var procedure: Procedure? {
        switch self {
        case .formalAcknowledgement, .substantiveAnswer, .faultReported, .contested: .complaint
        case .surveySent: .sav
        case .opened, .openedByPhone, .acknowledged, .humanAnswer, .interimReport, .progressTold,
            .delayAnnounced, .delayRecalled, .informationAsked, .visitNeeded, .visitPlanned,
            .visitDone, .clientWrote, .clientWaits, .clientCalled, .closingAsked, .closingReminded,
            .closingLost,
            .closed, .reopened, .badNote, .calledBack, .escalation1, .escalation1Answered,
            .escalation2Proposed, .escalation2, .escalation2Answered:
            nil
        }
    }
}

extension PromiseEvent {
    /// The event without which it never happens: nobody answers an escalation that nobody asked
    /// for; nil where it may come by itself.
    package var cause: PromiseEvent? {
        switch self {
        case .calledBack: .badNote
        case .escalation1Answered, .escalation2Proposed: .escalation1
        case .escalation2Answered: .escalation2
        case .closingReminded, .closingLost: .closingAsked
        case .delayRecalled: .delayAnnounced
        case .surveySent: .closed
        case .clientWaits: .clientWrote
        case .contested: .substantiveAnswer
        case .opened, .openedByPhone, .faultReported, .acknowledged, .humanAnswer,
            .formalAcknowledgement, .substantiveAnswer, .interimReport, .progressTold,
            .delayAnnounced, .informationAsked, .visitNeeded, .visitPlanned, .visitDone,
            .clientWrote, .clientCalled, .closingAsked, .closed, .reopened, .badNote, .escalation1,
            .escalation2:
            nil
        }
    }
}

/// One such event on a ticket.
package struct PromiseMoment: Hashable, Sendable {
    /// When.
    package let at: Date
    /// What.
    package let event: PromiseEvent
    /// Who brought it about, where that was a person of the company.
    package var by: EmailAddress?
    /// A date that the event itself promises.
    package var stated: Date?
}
