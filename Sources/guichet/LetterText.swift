// A letter as the client reads it, for a terminal.

import Desk

/// Prints letters.
enum LetterText {
    /// The header lines that matter, then the text part.
    static func lines(of message: OutgoingMessage) -> [String] {
        let person = { (person: NamedAddress) in
            person.name.isEmpty
                ? person.address.text : "\(person.name) <\(person.address.text)>"
        }
        let head = [
            "From: \(person(message.from))", "To: \(person(message.to))",
            "Subject: \(message.subject.text)",
        ]
        let body = message.text.split(separator: "\n", omittingEmptySubsequences: false)
        return head.map(\.withoutControls) + [""]
            + body.map { String($0).withoutControls }
    }
}
