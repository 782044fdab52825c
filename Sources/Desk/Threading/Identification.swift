// To what a mail belongs, and by which proof.

/// By what a mail was recognised as belonging to a ticket, strongest first.
package enum ThreadProof: Hashable, Sendable {
    /// It answers one of our letters, whose id carries our seal.
    case seal
    /// It answers a mail that its own author, or another participant, wrote.
    case reference(MessageID)
    /// It refers to a mail that never came, as a mail of the ticket does.
    case sibling(MessageID)
    /// A participant wrote the ticket's number.
    case number
}

/// What a mail is in view of what is known.
package enum Identification: Hashable, Sendable {
    /// Nothing known belongs to it.
    case new
    /// It goes on a ticket.
    case followUp(TicketSummary, ThreadProof)
    /// It is filed already.
    case duplicate(KnownMail)
    /// A delivery report about one of our letters.
    case bounce(TicketSummary, letter: MessageID)
    /// Our own mail has come back.
    case ownMail
}
