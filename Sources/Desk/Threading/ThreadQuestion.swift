// What the desk wants to know about the past before it decides on a mail.

package import Foundation

/// The question: everything by which a mail could belong to something that is already known.
package struct ThreadQuestion: Hashable, Sendable {
    /// Whether this very content is known.
    package var digest: ContentDigest
    /// The sender; nobody has no past.
    package var sender: EmailAddress?
    /// Where an automatic letter for this mail would go.
    package var correspondent: EmailAddress?
    /// Tickets that our own sealed ids name, the nearest parent first.
    package var sealed: [TicketNumber]
    /// Ids of other people's mails that this one refers to, the nearest parent first.
    package var parents: [MessageID]
    /// Valid ticket numbers that the subject or the first lines name, in order.
    package var mentioned: [TicketNumber]
    /// The mail's own id: others may have answered it before it came, or bear it as well.
    package var ownID: MessageID?
    /// Since how many seconds the sender's other requests count as the same one; nil: not asked.
    package var repeatSeconds: TimeInterval?

    /// How many parents are looked up at most, and how many numbers.
    package static let parentsMaximum = 30
    /// How many mentioned numbers are looked up at most.
    package static let mentionedMaximum = 5
    /// How many tickets of each kind are answered at most.
    package static let ticketsMaximum = 5

    /// Asks.
    package init(
        digest: ContentDigest,
        sender: EmailAddress?,
        correspondent: EmailAddress?,
        sealed: [TicketNumber],
        parents: [MessageID],
        mentioned: [TicketNumber],
        ownID: MessageID? = nil,
        repeatSeconds: TimeInterval? = nil
    ) {
        self.digest = digest
        self.sender = sender
        self.correspondent = correspondent
        self.sealed = sealed
        self.parents = parents
        self.mentioned = mentioned
        self.ownID = ownID
        self.repeatSeconds = repeatSeconds
    }
}
