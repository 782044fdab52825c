// The code by which a person takes back what a transcript has recorded.
//
// It is keyed over the dossier, the mail that gave the commands and the number of events there
// were, so that it fits one transcript only and nobody can make one.

/// Makes and checks undo codes: eight hexadecimal digits.
package enum UndoCode {
    /// The code of what a cause did to a dossier.
    package static func code(of cause: String, on ticket: TicketNumber, key: KeyedHash) -> String {
        String(key.seal("undo \(ticket.text) \(cause)").prefix(8))
    }

    /// Whether a text (in lower case) looks like a code.
    static func isWellFormed(_ text: String) -> Bool {
        text.utf8.count == 8
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
