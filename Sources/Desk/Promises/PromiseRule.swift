// One row of the table of promises: what starts a clock, what ends it, and what follows.
//
// Two kinds of row share one form, because they share the clock: a promise is kept by people and
// can be broken; a step is taken by Guichet itself when its time has come.

/// Who must keep a promise, or is told of it; the raw value is the word in the mailbox files.
package enum PromiseRole: String, Hashable, Sendable, CaseIterable {
    /// The ticket's handler.
    case handler
    case accountManager = "account-manager"
    case operationsManager = "operations-manager"
    case generalManagement = "general-management"
    case administrator

    /// The staff's role; nil for the handler, whose role depends on the procedure.
    package var staffRole: StaffRole? {
        switch self {
        case .handler: nil
        case .accountManager: .accountManager
        case .operationsManager: .operationsManager
        case .generalManagement: .generalManagement
        case .administrator: .administrator
        }
    }
}

/// How long a promise lasts.
package enum PromiseTerm: Hashable, Sendable {
    /// A delay of its own.
    case delay(Delay)
    /// The first answer: of the class (`delays.handling`), else of the contract.
    case firstAnswer
    /// The contract's delay of an on-site visit (GTI); no promise where it has none.
    case onSite
    /// `delays.formal-acknowledgement`.
    case formalAcknowledgement
    /// `delays.substantive-answer`, or `delays.urgent-answer`.
    case substantiveAnswer
    /// The date that the starting event itself names; no promise where it names none.
    case stated

    /// The words of the mailbox files for everything that is no delay of its own.
    package static let words: KeyValuePairs<String, PromiseTerm> = [
        "first-answer": .firstAnswer, "on-site": .onSite,
        "formal-acknowledgement": .formalAcknowledgement,
        "substantive-answer": .substantiveAnswer, "stated": .stated,
    ]

    /// Reads a delay or one of the words.
    package init?(_ text: String) {
        if let term = Self.words.first(where: { $0.key == text })?.value {
            self = term
        } else if let delay = Delay(text), delay.amount > 0 {
            self = .delay(delay)
        } else {
            return nil
        }
    }

    /// As the mailbox files write it.
    package var text: String {
        if case .delay(let delay) = self { return delay.description }
        return Self.words.first { $0.value == self }?.key ?? ""
    }
}

/// What Guichet does by itself when a step's time has come; the raw value is the word in the
/// mailbox files.
package enum PromiseStep: String, Hashable, Sendable, CaseIterable {
    /// Reminds the client of the question whether the case may be closed (S6).
    case remindClosing = "remind-closing"
    /// Closes after the reminder stayed without an answer (S6).
    case closeUnanswered = "close-unanswered"
    /// Closes after the substantive answer stayed without a reply (C6).
    case closeTacitly = "close-tacitly"
    /// Sends the survey (S7).
    case sendSurvey = "send-survey"
    /// Tells the client that an announced delay goes on, with its cause (S5).
    case recallDelay = "recall-delay"
    /// Proposes level 2 to a client whose level 1 stayed without an answer (R2).
    case proposeLevel2 = "propose-level-2"

    /// What the ticket's history says when it was taken.
    package var event: PromiseEvent {
        switch self {
        case .remindClosing: .closingReminded
        case .closeUnanswered, .closeTacitly: .closed
        case .sendSurvey: .surveySent
        case .recallDelay: .delayRecalled
        case .proposeLevel2: .escalation2Proposed
        }
    }
}

/// What letters call a promise within a sentence, in the two languages of letters.
package struct PromiseLabel: Hashable, Sendable {
    /// In French: `le suivi hebdomadaire`.
    package var french: String
    /// In English.
    package var english: String

    /// Names a promise.
    package init(french: String, english: String) {
        (self.french, self.english) = (french, english)
    }

    /// In a language.
    package func words(in language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

/// A promise, or a step, of one procedure.
package struct PromiseRule: Hashable, Sendable {
    /// Its name, unique within the mailbox.
    package var name: PromiseName
    /// What letters call it; nil for the words that go with its name.
    package var label: PromiseLabel?
    /// A disabled one stays silent: no clock, no letter, no breach.
    package var isEnabled = true
    /// The events that start its clock.
    package var starts: [PromiseEvent]
    /// The events that end it: the promise is kept.
    package var ends: [PromiseEvent]
    /// The events after which it no longer matters.
    package var lapses: [PromiseEvent] = []
    /// The events that prolong it to the date they name, if they come in time (C4).
    package var extends: [PromiseEvent] = []
    /// How long it lasts.
    package var within: PromiseTerm
    /// The contracts for which it holds.
    package var contracts = Set(ContractLevel.allCases)
    /// The classes for which it holds; complaints have none and are never left out.
    package var classes = Set(Criticality.allCases)
    /// When so many percent of the time are over, who must keep it is warned.
    package var warn: [Int] = []
    /// Who must keep it.
    package var by = PromiseRole.handler
    /// Who is told, beside, when it is broken.
    package var tell: [PromiseRole] = []
    /// The letter that tells the client when it is broken; nil for none.
    package var letter: LetterKind?
    /// Whether it stands still while the company waits for the client.
    package var isPausable = false
    /// For how long after an appointment its visit may be reported; nil for no longer than the
    /// promise itself.
    package var grace: PromiseGrace?
    /// Whether its business hours are those of the duty service too, for critical tickets under a
    /// contract that has it.
    package var followsDuty = false
    /// Whether its clock waits for the next opening where acknowledgements do (S2).
    package var followsAcknowledgement = false
    /// What Guichet does when the time is over; nil for a promise that people keep.
    package var step: PromiseStep?

    /// Describes a row; the rest has the defaults above.
    package init(
        _ name: PromiseName,
        starts: [PromiseEvent],
        ends: [PromiseEvent],
        within: PromiseTerm
    ) {
        self.name = name
        self.starts = starts
        self.ends = ends
        self.within = within
    }

    /// Whether the house only reminds itself by it: nobody was promised it, so no letter to a
    /// client names it, and its breach is none of a contract.
    package var isOfHouse: Bool {
        starts.allSatisfy { [.clientWaits, .closingLost].contains($0) }
    }

    /// Whether a new start while the clock runs begins it anew.
    ///
    /// Steps count from the latest cause, and a new date replaces the old one; any other promise
    /// keeps its first start.
    var restarts: Bool { step != nil || within == .stated }

    /// Whether it would close a case by the client's silence, who has been told since of work to
    /// come, or asked for something: nothing is over then.
    func isOvertaken(by moment: PromiseMoment) -> Bool {
        guard [.remindClosing, .closeUnanswered, .closeTacitly].contains(step) else { return false }
        return switch moment.event {
        case .visitNeeded, .visitPlanned, .interimReport, .delayAnnounced, .informationAsked: true
        case .progressTold: moment.stated != nil
        case .opened, .openedByPhone, .faultReported, .acknowledged, .humanAnswer,
            .formalAcknowledgement, .substantiveAnswer, .delayRecalled, .visitDone, .clientWrote,
            .clientWaits, .contested, .clientCalled, .closingAsked, .closingReminded, .closingLost,
            .closed, .reopened, .surveySent, .badNote, .calledBack, .escalation1,
            .escalation1Answered, .escalation2Proposed, .escalation2, .escalation2Answered:
            false
        }
    }
}
