// The letters that Guichet writes by itself: who gets which, and what goes first.

/// A kind of letter; its raw value is the stem of its template's file name.
package enum LetterKind: String, Hashable, Sendable, Codable, CaseIterable {
    // MARK: To the client

    /// Acknowledges a SAV request: number, class, delay of handling.
    case savAcknowledgement = "sav-acknowledgement"
    /// Acknowledges a complaint: number, named handler, delays that apply.
    case complaintAcknowledgement = "complaint-acknowledgement"
    /// Acknowledges a mail that was written to the mailbox of another procedure.
    case wrongMailbox = "wrong-mailbox"
    /// Tells that a further mail joined its ticket.
    case followUpReceipt = "follow-up-receipt"
    /// Carries what a person has written.
    case answer
    /// Asks for what is missing; the company waits for it.
    case informationNeeded = "information-needed"
    /// Tells what has been done, and when there will be more.
    case progress
    /// Tells of a delay, its cause and the new date.
    case delayAnnounced = "delay-announced"
    /// Tells that an announced delay goes on, and its cause.
    case delayRecall = "delay-recall"
    /// The interim report that moves the date of a substantive answer (C4).
    case extended = "extension"
    /// Tells the date of a visit.
    case visitPlanned = "visit-planned"
    /// Asks whether the case may be closed (S6).
    case closingAsked = "closing-asked"
    /// Asks that again, and says what happens without an answer.
    case closingReminder = "closing-reminder"
    /// Tells that the ticket is closed.
    case closed
    /// Tells that a complaint is closed because nothing came in answer (C6).
    case tacitlyClosed = "tacitly-closed"
    /// Tells that the ticket is open again.
    case reopened
    /// Asks how it was (S7).
    case survey
    /// Thanks for the answer to a survey.
    case surveyThanks = "survey-thanks"
    /// Tells what became of a bad note, after the account manager's call (R3).
    case callBackFollowUp = "call-back-follow-up"
    /// Tells that an escalation has reached its manager (R2).
    case escalationReceived = "escalation-received"
    /// Proposes level 2 where level 1 stayed without an answer.
    case escalationProposed = "escalation-proposed"
    /// Names the person who takes over (R1).
    case handlerReplaced = "handler-replaced"
    /// Owns up to a promise that was not kept (R6).
    case breach
    /// Answers "where is my case?": the client's open dossiers.
    case status

    // MARK: To the staff

    /// Lays a draft of the formal acknowledgement before the handler (C2).
    case formalAcknowledgement = "formal-acknowledgement"
    /// Reminds a person of promises that are due soon.
    case reminder
    /// Tells who must know of promises that were not kept.
    case breachReport = "breach-report"
    /// Puts an escalation before its manager (R2).
    case escalationToManager = "escalation-to-manager"
    /// Asks the account manager to call a client (R3).
    case callBackAsked = "call-back-asked"
    /// Passes on what a client wrote in a survey (R8).
    case verbatim
    /// Tells which parts of a substantive answer are missing (C5).
    case answerIncomplete = "answer-incomplete"
    /// A person's morning: due today, overdue, waiting, new.
    case digest
    /// Brings what happened on a ticket to the person who looks after it.
    case notification
    /// Tells together what one person would otherwise have been told too often within an hour.
    case noticesGrouped = "notices-grouped"
    /// What the commands of a mail came to.
    case transcript
    /// Tells of a mail that is too large to be read, and where it lies.
    case oversizedMail = "oversized-mail"

    /// Whether it goes to the client.
    package var isForClient: Bool {
        switch self {
        case .savAcknowledgement, .complaintAcknowledgement, .wrongMailbox, .followUpReceipt,
            .answer, .informationNeeded, .progress, .delayAnnounced, .delayRecall, .extended,
            .visitPlanned, .closingAsked, .closingReminder, .closed, .tacitlyClosed, .reopened,
            .survey, .surveyThanks, .callBackFollowUp, .escalationReceived, .escalationProposed,
            .handlerReplaced, .breach, .status:
            true
        case .formalAcknowledgement, .reminder, .breachReport, .escalationToManager, .callBackAsked,
            .verbatim, .answerIncomplete, .digest, .notification, .transcript, .noticesGrouped,
            .oversizedMail:
            false
        }
    }

    /// Whether it is about its ticket alone, whose number then stands in its subject.
    package var isAboutOneTicket: Bool {
        switch self {
        case .status, .reminder, .breachReport, .digest, .noticesGrouped: false
        case .savAcknowledgement, .complaintAcknowledgement, .wrongMailbox, .followUpReceipt,
            .answer, .informationNeeded, .progress, .delayAnnounced, .delayRecall, .extended,
            .visitPlanned, .closingAsked, .closingReminder, .closed, .tacitlyClosed, .reopened,
            .survey, .surveyThanks, .callBackFollowUp, .escalationReceived, .escalationProposed,
            .handlerReplaced, .breach, .formalAcknowledgement, .escalationToManager, .callBackAsked,
            .verbatim, .answerIncomplete, .notification, .transcript, .oversizedMail:
            true
        }
    }

    /// Whether it tells a colleague of whatever dossiers are due: which of them an answer is about
    /// it says itself.
    package var listsDossiers: Bool { !isAboutOneTicket && !isForClient }

    /// Whether a person of the company orders it for a client: then it is no automatic letter, and
    /// counts against none of their bounds (invariant 7).
    package var isByPerson: Bool {
        switch self {
        case .answer, .informationNeeded, .progress, .delayAnnounced, .extended, .visitPlanned,
            .closingAsked, .callBackFollowUp:
            true
        case .savAcknowledgement, .complaintAcknowledgement, .wrongMailbox, .followUpReceipt,
            .delayRecall, .closingReminder, .closed, .tacitlyClosed, .reopened, .survey,
            .surveyThanks, .escalationReceived, .escalationProposed, .handlerReplaced, .breach,
            .status, .formalAcknowledgement, .reminder, .breachReport, .escalationToManager,
            .callBackAsked, .verbatim, .answerIncomplete, .digest, .notification, .transcript,
            .noticesGrouped, .oversizedMail:
            false
        }
    }

    /// Whether no letter before it about its ticket holds it back (invariant 7).
    ///
    /// So with what a person has ordered, which counts nowhere, and with the word that a promise
    /// was broken, which comes once for each and counts for its address
    /// (`LetterBounds.boundOfBreach`).
    package var isUnbounded: Bool { isByPerson || self == .breach }

    /// Whether it asks a colleague for an answer, which then acts on its ticket: such a letter
    /// proves who answers it.
    package var isAnsweredByStaff: Bool {
        switch self {
        case .formalAcknowledgement, .escalationToManager, .callBackAsked, .answerIncomplete,
            .transcript, .verbatim, .breachReport:
            true
        case .savAcknowledgement, .complaintAcknowledgement, .wrongMailbox, .followUpReceipt,
            .answer, .informationNeeded, .progress, .delayAnnounced, .delayRecall, .extended,
            .visitPlanned, .closingAsked, .closingReminder, .closed, .tacitlyClosed, .reopened,
            .survey, .surveyThanks, .callBackFollowUp, .escalationReceived, .escalationProposed,
            .handlerReplaced, .breach, .status, .reminder, .digest, .notification,
            .noticesGrouped, .oversizedMail:
            false
        }
    }

    /// Whether a procedure may order it for a client by its own table of promises.
    package var isOfProcedures: Bool {
        isForClient && priority != .acknowledgement && self != .status
    }

    /// How soon it goes when not all letters can go at once.
    package var priority: LetterPriority {
        switch self {
        case .savAcknowledgement, .complaintAcknowledgement, .wrongMailbox, .followUpReceipt:
            .acknowledgement
        case .answer, .informationNeeded, .progress, .delayAnnounced, .delayRecall, .extended,
            .visitPlanned, .closingAsked, .closed, .tacitlyClosed, .reopened, .surveyThanks,
            .callBackFollowUp, .escalationReceived, .escalationProposed, .handlerReplaced, .breach,
            .status, .formalAcknowledgement, .escalationToManager, .callBackAsked,
            .answerIncomplete, .notification, .transcript, .noticesGrouped, .oversizedMail:
            .reply
        case .closingReminder, .reminder, .breachReport, .verbatim, .digest: .reminder
        case .survey: .survey
        }
    }
}

/// What goes first when not all letters can go at once, in this order.
package enum LetterPriority: Int, Hashable, Sendable, CaseIterable {
    /// Tells a client that a mail has come.
    case acknowledgement
    /// Answers a client, or brings a person of the staff what is new.
    case reply
    /// Reminds somebody of something.
    case reminder
    /// Asks how it was.
    case survey

    /// The kinds of letters that have it.
    package var kinds: [LetterKind] { LetterKind.allCases.filter { $0.priority == self } }
}
