// What the clock has done about promises. A fact for each, so that nothing is said twice: whether a
// warning or a breach was already told is read from the ticket's own history.

package import Foundation

/// The name of a promise: a stable word of small letters, such as `first-answer`.
package struct PromiseName: Hashable, Sendable, Comparable {
    /// The word.
    package let text: String

    /// Refuses anything but 1 to 40 of a-z, 0-9 and -.
    package init?(_ text: String) {
        let isNameByte = { (byte: UInt8) in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
        }
        guard (1...40).contains(text.utf8.count), text.utf8.allSatisfy(isNameByte) else {
            return nil
        }
        self.text = text
    }

    /// In the alphabet's order.
    package static func < (one: PromiseName, other: PromiseName) -> Bool { one.text < other.text }
}

/// One run of one promise on a ticket: the unit in which timers fire at most once.
package struct PromiseKey: Hashable, Sendable {
    /// Which promise.
    package let name: PromiseName
    /// Its first, second… run, from 1.
    package let occurrence: Int

    /// Names a run.
    package init(_ name: PromiseName, _ occurrence: Int) {
        self.name = name
        self.occurrence = occurrence
    }
}

/// What was decided about a penalty (R11).
package enum PenaltyDecision: String, Hashable, Sendable, CaseIterable {
    /// To be applied.
    case applied
    /// None is due.
    case waived
}

/// What the clock, or a person about a clock, has done.
package enum PromiseFact: Hashable, Sendable {
    /// Who must keep it was warned, when so many percent of its time were over.
    case warned(PromiseKey, percent: Int)
    /// It was not kept by then; the client and the managers were told.
    case broken(PromiseKey, due: Date)
    /// A person has decided about the penalty of a breach.
    case penalty(PromiseKey, PenaltyDecision, by: EmailAddress, reason: String)
    /// The draft of the formal acknowledgement was laid before this handler (C2).
    case draftLaid(before: EmailAddress)
    /// The client was told that an announced delay goes on (S5).
    case delayRecalled(letter: MessageID?)
}

// MARK: - As it is stored

extension PromiseFact {
    /// The word and the values in which it is stored.
    var record: (kind: String, values: [String]) {
        switch self {
        case .warned(let key, let percent): ("warned", key.values + [String(percent)])
        case .broken(let key, let due): ("broken", key.values + [due.stored])
        case .penalty(let key, let decision, let person, let reason):
            ("penalty", key.values + [decision.rawValue, person.text, reason])
        case .draftLaid(let person): ("draft-laid", [person.text])
        case .delayRecalled(let letter): ("delay-recalled", [letter?.text ?? ""])
        }
    }

    /// Reads it back; nil for a word of another family, or values that do not fit.
    init?(kind: String, values: [String]) {
        switch (kind, values.count) {
        case ("draft-laid", 1):
            guard let person = EmailAddress(values[0]) else { return nil }
            self = .draftLaid(before: person)
            return
        case ("delay-recalled", 1):
            self = .delayRecalled(letter: MessageID(values[0]))
            return
        default: break
        }
        guard values.count >= 3, let name = PromiseName(values[0]), let number = Int(values[1]),
            number > 0
        else { return nil }
        let key = PromiseKey(name, number)
        switch (kind, values.count) {
        case ("warned", 3):
            guard let percent = Int(values[2]) else { return nil }
            self = .warned(key, percent: percent)
        case ("broken", 3):
            guard let due = Date(stored: values[2]) else { return nil }
            self = .broken(key, due: due)
        case ("penalty", 5):
            guard let decision = PenaltyDecision(rawValue: values[2]),
                let person = EmailAddress(values[3])
            else { return nil }
            self = .penalty(key, decision, by: person, reason: values[4])
        default: return nil
        }
    }
}

extension PromiseKey {
    fileprivate var values: [String] { [name.text, String(occurrence)] }
}
