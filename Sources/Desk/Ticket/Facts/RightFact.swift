// What clients may demand, judge and be told (CHR-CRM-001): escalations, surveys, replacements; and
// requests that came another way than by mail.

import Foundation

/// How a request came that staff have entered; the raw value is the word of the command line.
package enum EntryChannel: String, Hashable, Sendable, CaseIterable {
    case phone
    case portal
    /// A colleague has passed the client's own mail on.
    case forward

    /// The ways by which a person enters what a client said.
    package static let spoken: [EntryChannel] = [.phone, .portal]
}

/// A client's answer to a survey (S7).
package struct SurveyAnswer: Hashable, Sendable {
    /// Responsiveness, quality of the solution, communication, as far as they were given: 1 to 5.
    package var notes: [Int]
    /// The free text.
    package var verbatim: String

    /// Takes an answer; notes outside 1…5 are left out.
    package init(notes: [Int], verbatim: String = "") {
        self.notes = notes.filter { (1...5).contains($0) }
        self.verbatim = verbatim
    }

    /// The lowest note.
    package var lowest: Int? { notes.min() }

    /// Whether the account manager must call (R3): a note under 3.
    package var isBad: Bool { lowest.map { $0 < 3 } ?? false }
}

/// Something within a client's rights.
package enum RightFact: Hashable, Sendable {
    /// A person has entered the request for the client (S1).
    case entered(EntryChannel, by: EmailAddress)
    /// The client escalates to a level, 1 or 2 (R2).
    case escalationAsked(level: Int, MailID?)
    /// Level 1 stayed without an answer: level 2 was proposed to the client.
    case escalationProposed(letter: MessageID?)
    /// A survey went out for the latest closing.
    case surveySent(letter: MessageID?)
    /// The survey was answered.
    case surveyAnswered(SurveyAnswer, MailID?)
    /// A negative report reached the account manager another way (R3).
    case badReport(by: EmailAddress, note: String)
    /// The client was told that somebody else stands in, from a day on (R1).
    case replacementTold(absent: EmailAddress, deputy: EmailAddress, from: CivilDay)
}

// MARK: - As it is stored

extension RightFact {
    /// The word and the values in which it is stored.
    var record: (kind: String, values: [String]) {
        switch self {
        case .entered(let channel, let person): ("entered", [channel.rawValue, person.text])
        case .escalationAsked(let level, let mail):
            ("escalation-asked", [String(level), mail.map { String($0.row) } ?? ""])
        case .escalationProposed(let letter): ("escalation-proposed", [letter?.text ?? ""])
        case .surveySent(let letter): ("survey-sent", [letter?.text ?? ""])
        case .surveyAnswered(let answer, let mail):
            (
                "survey-answered",
                [
                    answer.notes.map(String.init).joined(separator: " "), answer.verbatim,
                    mail.map { String($0.row) } ?? "",
                ]
            )
        case .badReport(let person, let note): ("bad-report", [person.text, note])
        case .replacementTold(let absent, let deputy, let day):
            ("replacement-told", [absent.text, deputy.text, day.text])
        }
    }

    /// Reads it back; nil for a word of another family, or values that do not fit.
    init?(kind: String, values: [String]) {
        switch (kind, values.count) {
        case ("entered", 2):
            guard let channel = EntryChannel(rawValue: values[0]),
                let person = EmailAddress(values[1])
            else { return nil }
            self = .entered(channel, by: person)
        case ("escalation-asked", 2):
            guard let level = Int(values[0]), (1...2).contains(level) else { return nil }
            self = .escalationAsked(level: level, Int64(values[1]).map { MailID($0) })
        case ("escalation-proposed", 1):
            self = .escalationProposed(letter: MessageID(values[0]))
        case ("survey-sent", 1): self = .surveySent(letter: MessageID(values[0]))
        case ("survey-answered", 3):
            let notes = values[0].split(separator: " ").compactMap { Int($0) }
            self = .surveyAnswered(
                SurveyAnswer(notes: notes, verbatim: values[1]),
                Int64(values[2]).map { MailID($0) }
            )
        case ("bad-report", 2):
            guard let person = EmailAddress(values[0]) else { return nil }
            self = .badReport(by: person, note: values[1])
        case ("replacement-told", 3):
            guard let absent = EmailAddress(values[0]), let deputy = EmailAddress(values[1]),
                let day = CivilDay(values[2])
            else { return nil }
            self = .replacementTold(absent: absent, deputy: deputy, from: day)
        default: return nil
        }
    }
}
