// A dossier that turns out to be a complaint, or to be none: it goes on under the other procedure,
// with that procedure's number, mailbox and promises.
//
// The number says which promises hold, so the dossier gets a new one; the old one is closed and
// leads to it, so that whatever is still written about it arrives. The clocks of the other
// procedure count from the client's latest mail: that is when he said what makes it one.

package import Foundation

/// What a change of procedure needs of the house.
package struct ProcedureChange: Hashable, Sendable {
    /// The procedure from now on.
    package var procedure: Procedure
    /// The mailbox that serves it.
    package var mailbox: MailboxName
    /// The number that the dossier gets there.
    package var number: TicketNumber
    /// Who handles it there, where somebody is named at once.
    package var handler: EmailAddress?
    /// When the client last wrote.
    package var saidAt: Date

    /// Describes a change.
    package init(
        to procedure: Procedure,
        mailbox: MailboxName,
        number: TicketNumber,
        handler: EmailAddress? = nil,
        saidAt: Date
    ) {
        self.procedure = procedure
        self.mailbox = mailbox
        self.number = number
        self.handler = handler
        self.saidAt = saidAt
    }
}

/// Lets a dossier go on under the other procedure.
package func change(
    _ ticket: Ticket,
    by change: ProcedureChange,
    because reason: String,
    at now: Date
) throws(OrderRefusal) -> [TicketEvents] {
    let (old, new) = (ticket.number, change.number)
    guard ticket.opening.procedure != change.procedure else {
        throw OrderRefusal(
            "\(old.text) follows that procedure already.",
            french: "Le dossier suit déjà cette procédure."
        )
    }
    if let survivor = ticket.survivor {
        throw OrderRefusal(
            "\(old.text) was merged into \(survivor.text).",
            french: "\(old.text) a été réuni à \(survivor.text)."
        )
    }
    guard ticket.state != .closed else {
        throw OrderRefusal(
            "\(old.text) is closed; reopen it first.",
            french: "Le dossier est clos : rouvrez-le d’abord (#rouvrir)."
        )
    }
    var opening = ticket.opening
    opening.number = new
    opening.procedure = change.procedure
    opening.mailbox = change.mailbox
    opening.isQuiet = false
    // Where the urgency of the one is a class of the other, it is kept; doubt gives the middle.
    let isUrgent = ticket.isUrgent || ticket.criticality == .critical
    let criticality: Criticality? =
        switch change.procedure {
        case .complaint: nil
        case .sav: isUrgent ? .critical : .standard
        }
    let said = reason.isEmpty ? "staff changed the procedure" : "staff: \(reason)"
    var facts: [TicketFact] = [.opened(opening)]
    if let client = ticket.client {
        facts.append(.recognised(client, contract: ticket.contract))
    }
    facts.append(
        .classified(
            criticality: criticality,
            urgent: change.procedure == .complaint && isUrgent,
            reason: said
        )
    )
    facts.append(.absorbed(old, participants: ticket.participants))
    if let handler = change.handler {
        facts.append(.assigned(handler, reason: "next in turn by role and load"))
    }
    let gained = facts.enumerated().map { index, fact in
        TicketEvent(at: index == 0 ? min(change.saidAt, now) : now, fact)
    }
    let left: [TicketFact] = [
        .merged(into: new), .moved(.closed, reason: "goes on as \(new.text): \(said)"),
    ]
    return [
        TicketEvents(new, gained), TicketEvents(old, left.map { TicketEvent(at: now, $0) }),
    ]
}
