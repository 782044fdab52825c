// What the company's people have told a client or done for one.
//
// Each of these is the act of a person, and those that bear a person's text are human answers. The
// date of a visit is announced by a letter of ours: it keeps no promise that a person must keep.

package import Foundation

/// A person's message to a client.
package struct PersonalMessage: Hashable, Sendable {
    /// Who wrote it.
    package var author: EmailAddress
    /// The letter that carried it; nil where it went another way.
    ///
    /// If it bounces, nothing was said.
    package var letter: MessageID?

    /// Records a message.
    package init(by author: EmailAddress, letter: MessageID? = nil) {
        self.author = author
        self.letter = letter
    }
}

/// The three parts of a substantive answer (C5).
package struct SubstantiveAnswer: Hashable, Sendable {
    /// One part; the raw value is the word that staff write before it.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// The facts are accepted, or contested with reasons.
        case facts
        /// What is or will be done about it.
        case correction
        /// What is offered, or why nothing is.
        case compensation
    }

    /// What is said of the facts.
    package var facts: String
    /// Whether they are contested rather than accepted.
    package var isContested: Bool
    /// Whether they are contested and no reason is given: the client cannot answer that.
    package var lacksReason: Bool
    /// The corrective action.
    package var correction: String
    /// What is offered, or a sentence that nothing is.
    package var compensation: String

    /// Puts an answer together.
    package init(
        facts: String,
        isContested: Bool,
        lacksReason: Bool = false,
        correction: String,
        compensation: String
    ) {
        self.facts = facts
        self.isContested = isContested
        self.lacksReason = lacksReason
        self.correction = correction
        self.compensation = compensation
    }

    /// The parts that are missing; an answer counts only if none is.
    package var missing: [Part] {
        Part.allCases.filter { part in
            let text =
                switch part {
                case .facts: facts
                case .correction: correction
                case .compensation: compensation
                }
            return part == .facts && lacksReason
                || !text.unicodeScalars.contains { !$0.properties.isWhitespace }
        }
    }
}

/// An act of a person of the company.
package enum AnswerFact: Hashable, Sendable {
    /// Any message to the client (S4).
    case humanAnswer(PersonalMessage)
    /// The handler's own acknowledgement of a complaint (C2).
    case formalAcknowledgement(PersonalMessage)
    /// The answer to a complaint (C3, C5).
    case substantiveAnswer(PersonalMessage, SubstantiveAnswer)
    /// A report before the answer, with a new date (C4).
    case interimReport(PersonalMessage, until: Date)
    /// News of the work, and when there will be more (S5).
    case progressTold(PersonalMessage, next: Date?)
    /// A delay with its cause, and the new date (S5).
    case delayAnnounced(PersonalMessage, cause: String, until: Date?)
    /// A question to the client: the company waits.
    case informationAsked(PersonalMessage)
    /// A visit was found necessary (S5).
    case visitNeeded(by: EmailAddress)
    /// A visit has a date.
    case visitPlanned(PersonalMessage, at: Date)
    /// The visit has taken place.
    case visitDone(by: EmailAddress)
    /// A telephone call with the client.
    case phoneCalled(by: EmailAddress, note: String)
    /// The account manager's report on a call back (R3).
    case calledBack(by: EmailAddress, outcome: String)
    /// The answer to an escalation (R2).
    case escalationAnswered(PersonalMessage, level: Int)

    /// The message to the client, where there is one.
    package var message: PersonalMessage? {
        switch self {
        case .humanAnswer(let message), .formalAcknowledgement(let message),
            .substantiveAnswer(let message, _), .interimReport(let message, _),
            .progressTold(let message, _), .delayAnnounced(let message, _, _),
            .informationAsked(let message), .visitPlanned(let message, _),
            .escalationAnswered(let message, _):
            message
        case .visitNeeded, .visitDone, .phoneCalled, .calledBack: nil
        }
    }

    /// Who acted.
    package var author: EmailAddress {
        switch self {
        case .visitNeeded(let person), .visitDone(let person), .phoneCalled(let person, _),
            .calledBack(let person, _):
            person
        case .humanAnswer(let message), .formalAcknowledgement(let message),
            .substantiveAnswer(let message, _), .interimReport(let message, _),
            .progressTold(let message, _), .delayAnnounced(let message, _, _),
            .informationAsked(let message), .visitPlanned(let message, _),
            .escalationAnswered(let message, _):
            message.author
        }
    }
}

// MARK: - As it is stored

extension SubstantiveAnswer {
    // What was once found complete stays so, whatever is asked for later.
    fileprivate var footing: String {
        lacksReason ? "unreasoned" : isContested ? "contested" : "accepted"
    }
}

extension AnswerFact {
    /// The word and the values in which it is stored.
    var record: (kind: String, values: [String]) {
        let said = message.map { [$0.author.text, $0.letter?.text ?? ""] } ?? [author.text]
        return switch self {
        case .humanAnswer: ("human-answer", said)
        case .formalAcknowledgement: ("formal-acknowledgement", said)
        case .substantiveAnswer(_, let answer):
            (
                "substantive-answer",
                said + [
                    answer.footing, answer.facts, answer.correction, answer.compensation,
                ]
            )
        case .interimReport(_, let until): ("interim-report", said + [until.stored])
        case .progressTold(_, let next): ("progress-told", said + [next?.stored ?? ""])
        case .delayAnnounced(_, let cause, let until):
            ("delay-announced", said + [cause, until?.stored ?? ""])
        case .informationAsked: ("information-asked", said)
        case .visitNeeded: ("visit-needed", said)
        case .visitPlanned(_, let date): ("visit-planned", said + [date.stored])
        case .visitDone: ("visit-done", said)
        case .phoneCalled(_, let note): ("phone-called", said + [note])
        case .calledBack(_, let outcome): ("called-back", said + [outcome])
        case .escalationAnswered(_, let level): ("escalation-answered", said + [String(level)])
        }
    }

    /// Reads it back; nil for a word of another family, or values that do not fit.
    init?(kind: String, values: [String]) {
        guard let text = values.first, let author = EmailAddress(text) else { return nil }
        let message = PersonalMessage(
            by: author,
            letter: values.count > 1 ? MessageID(values[1]) : nil
        )
        switch (kind, values.count) {
        case ("human-answer", 2): self = .humanAnswer(message)
        case ("formal-acknowledgement", 2): self = .formalAcknowledgement(message)
        case ("substantive-answer", 6):
            let answer = SubstantiveAnswer(
                facts: values[3],
                isContested: values[2] != "accepted",
                lacksReason: values[2] == "unreasoned",
                correction: values[4],
                compensation: values[5]
            )
            self = .substantiveAnswer(message, answer)
        case ("interim-report", 3):
            guard let until = Date(stored: values[2]) else { return nil }
            self = .interimReport(message, until: until)
        case ("progress-told", 3): self = .progressTold(message, next: Date(stored: values[2]))
        case ("delay-announced", 4):
            self = .delayAnnounced(message, cause: values[2], until: Date(stored: values[3]))
        case ("information-asked", 2): self = .informationAsked(message)
        case ("visit-needed", 1): self = .visitNeeded(by: author)
        case ("visit-planned", 3):
            guard let date = Date(stored: values[2]) else { return nil }
            self = .visitPlanned(message, at: date)
        case ("visit-done", 1): self = .visitDone(by: author)
        case ("phone-called", 2): self = .phoneCalled(by: author, note: values[1])
        case ("called-back", 2): self = .calledBack(by: author, outcome: values[1])
        case ("escalation-answered", 3):
            guard let level = Int(values[2]), (1...2).contains(level) else { return nil }
            self = .escalationAnswered(message, level: level)
        default: return nil
        }
    }
}

extension Date {
    /// A moment within a fact: milliseconds since 1970.
    var stored: String { String(Int64((timeIntervalSince1970 * 1000).rounded())) }

    /// Reads a moment within a fact.
    init?(stored text: String) {
        guard let milliseconds = Int64(text) else { return nil }
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
