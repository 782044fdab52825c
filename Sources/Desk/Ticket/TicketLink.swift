// How a ticket has to do with another without being the same matter.

/// Why a ticket is linked to another; the raw value is the word that is stored.
package enum TicketRelation: String, Hashable, Sendable, CaseIterable {
    /// Somebody who is not on the other ticket named it, or referred to its mails.
    case stranger
    /// A participant of the other passed a mail of it on.
    case forward
    /// The subject has nothing in common with the other's.
    case newSubject = "new-subject"
    /// The other was closed long ago.
    case lateReply = "late-reply"
    /// The same sender asked the same shortly before: probably once too often.
    case probableRepeat = "probable-repeat"
    /// It complains about the other.
    case complaint
    /// It was split off the other.
    case split

    /// The relation in one sentence.
    package func sentence(about other: TicketNumber) -> String {
        switch self {
        case .stranger: "somebody who is not on \(other.text) wrote about it"
        case .forward: "a mail of \(other.text) was passed on"
        case .newSubject: "it answers \(other.text) under a subject of its own"
        case .lateReply: "it answers \(other.text), which was closed long ago"
        case .probableRepeat: "it probably repeats \(other.text)"
        case .complaint: "it complains about \(other.text)"
        case .split: "it was split off \(other.text)"
        }
    }
}

/// A link from one ticket to another.
package struct TicketLink: Hashable, Sendable {
    /// The other ticket.
    package var ticket: TicketNumber
    /// Why.
    package var relation: TicketRelation

    /// Links to a ticket.
    package init(_ ticket: TicketNumber, _ relation: TicketRelation) {
        self.ticket = ticket
        self.relation = relation
    }
}
