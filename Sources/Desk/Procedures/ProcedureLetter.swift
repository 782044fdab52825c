// The letters that procedures order: which, to whom, and when. Their texts are templates.

package import Foundation

/// The kinds of letters that procedures order are kinds like any other.
package typealias ProcedureLetterKind = LetterKind

/// A letter that a procedure orders.
package struct ProcedureLetter: Hashable, Sendable {
    /// Which.
    package var kind: LetterKind
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
        _ kind: LetterKind,
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
package typealias LetterNaming = @Sendable (LetterKind, _ cause: String) -> MessageID?

/// The naming of a ticket's letters.
package func letterNaming(
    about ticket: TicketNumber,
    domain: String,
    key: KeyedHash
) -> LetterNaming {
    { kind, cause in
        KeyedMessageID(ticket: ticket, kind: kind, cause: cause, key: key)
            .messageID(domain: domain, key: key)
    }
}
