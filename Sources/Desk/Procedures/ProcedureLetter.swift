// The letters that procedures order. Their texts are templates; here is only who gets which, and
// when.
//
// A kind's raw value is the stem of its template's file name, as with LetterKind.

package import Foundation

/// A kind of letter that a procedure orders.
package enum ProcedureLetterKind: String, Hashable, Sendable, CaseIterable {
    // To the client.
    case progress
    case delayAnnounced = "delay-announced"
    case extended = "extension"
    case informationNeeded = "information-needed"
    case visitPlanned = "visit-planned"
    case closingAsked = "closing-asked"
    case closingReminder = "closing-reminder"
    case closed
    case tacitlyClosed = "tacitly-closed"
    case reopened
    case survey
    case surveyThanks = "survey-thanks"
    case callBackFollowUp = "call-back-follow-up"
    case escalationReceived = "escalation-received"
    case escalationProposed = "escalation-proposed"
    case handlerReplaced = "handler-replaced"
    case breach
    // To the staff.
    case reminder
    case breachReport = "breach-report"
    case escalationToManager = "escalation-to-manager"
    case callBackAsked = "call-back-asked"
    case verbatim
    case answerIncomplete = "answer-incomplete"

    /// Whether it goes to the client.
    package var isForClient: Bool {
        switch self {
        case .progress, .delayAnnounced, .extended, .informationNeeded, .visitPlanned,
            .closingAsked, .closingReminder, .closed, .tacitlyClosed, .reopened, .survey,
            .surveyThanks, .callBackFollowUp, .escalationReceived, .escalationProposed,
            .handlerReplaced, .breach:
            true
        case .reminder, .breachReport, .escalationToManager, .callBackAsked, .verbatim,
            .answerIncomplete:
            false
        }
    }
}

/// A promise as a letter or a list names it.
package struct PromiseMention: Hashable, Sendable {
    /// The ticket.
    package var ticket: TicketNumber
    /// Which run of which promise.
    package var key: PromiseKey
    /// When it is or was due.
    package var due: Date
    /// How much of its time was over, in percent; nil where it is broken.
    package var percent: Int?
}

/// What a letter says beside its ticket, client and company.
package struct LetterMatter: Hashable, Sendable {
    /// The promises that it is about.
    package var promises: [PromiseMention] = []
    /// The date that it promises or announces.
    package var date: Date?
    /// The day from which it holds.
    package var day: CivilDay?
    /// A person's words: a cause, a report, an outcome, a verbatim.
    package var text: String = ""
    /// The person it names: the handler, the deputy, the manager.
    package var person: EmailAddress?
    /// The level of an escalation.
    package var level: Int?
    /// The lowest note.
    package var note: Int?
    /// The parts that are missing.
    package var missing: [SubstantiveAnswer.Part] = []
    /// Whether the dossier's mails go with it.
    package var bearsDossier = false

    /// Says nothing yet.
    package init() {}
}

/// A letter that a procedure orders.
package struct ProcedureLetter: Hashable, Sendable {
    /// Which.
    package var kind: ProcedureLetterKind
    /// To whom: a person of the staff; nil for the client.
    package var to: EmailAddress?
    /// What caused it, unique on its ticket: the same cause never sends a kind twice.
    package var cause: String
    /// The earliest moment at which it may leave.
    package var notBefore: Date
    /// What it says.
    package var matter: LetterMatter

    /// Orders a letter.
    package init(
        _ kind: ProcedureLetterKind,
        to: EmailAddress? = nil,
        cause: String,
        notBefore: Date,
        matter: LetterMatter = LetterMatter()
    ) {
        self.kind = kind
        self.to = to
        self.cause = cause
        self.notBefore = notBefore
        self.matter = matter
    }
}

/// Names a letter: the Message-ID of a kind and a cause on a ticket, under the house's key.
package typealias LetterNaming = @Sendable (ProcedureLetterKind, _ cause: String) -> MessageID?
