// How a ticket comes to its end: asked, reminded, confirmed, refused, concluded.
//
// The change of state itself is the fact `moved`; these say what it rests on.

import Foundation

/// What a closing rests on; the raw value is the word that registers print.
package enum ClosingGround: String, Hashable, Sendable, CaseIterable {
    /// The client has confirmed (S6), or agreed (C6).
    case confirmed
    /// The reminder stayed without an answer (S6).
    case unanswered
    /// The substantive answer stayed without a reply (C6).
    case tacit
}

/// A step towards the end of a ticket.
package enum ClosingFact: Hashable, Sendable {
    /// A person has asked the client whether the case may be closed.
    case asked(PersonalMessage)
    /// Guichet has reminded the client of that question.
    case reminded(letter: MessageID?)
    /// The client agrees; nil where it was not by mail.
    case confirmed(MailID?)
    /// The client does not agree.
    case refused(MailID?)
    /// The client has only said thank you: nothing begins and nothing ends.
    case thanked(MailID)
    /// It is closed, on this ground.
    case concluded(ClosingGround)
}

// MARK: - As it is stored

extension ClosingFact {
    /// The word and the values in which it is stored.
    var record: (kind: String, values: [String]) {
        switch self {
        case .asked(let message):
            ("closing-asked", [message.author.text, message.letter?.text ?? ""])
        case .reminded(let letter): ("closing-reminded", [letter?.text ?? ""])
        case .confirmed(let mail): ("closing-confirmed", [mail.map { String($0.row) } ?? ""])
        case .refused(let mail): ("closing-refused", [mail.map { String($0.row) } ?? ""])
        case .thanked(let mail): ("thanked", [String(mail.row)])
        case .concluded(let ground): ("concluded", [ground.rawValue])
        }
    }

    /// Reads it back; nil for a word of another family, or values that do not fit.
    init?(kind: String, values: [String]) {
        guard let first = values.first else { return nil }
        let mail = Int64(first).map { MailID($0) }
        switch (kind, values.count) {
        case ("closing-asked", 2):
            guard let author = EmailAddress(first) else { return nil }
            self = .asked(PersonalMessage(by: author, letter: MessageID(values[1])))
        case ("closing-reminded", 1): self = .reminded(letter: MessageID(first))
        case ("closing-confirmed", 1): self = .confirmed(mail)
        case ("closing-refused", 1): self = .refused(mail)
        case ("thanked", 1):
            guard let mail else { return nil }
            self = .thanked(mail)
        case ("concluded", 1):
            guard let ground = ClosingGround(rawValue: first) else { return nil }
            self = .concluded(ground)
        default: return nil
        }
    }
}
