// What one mail went through, for whoever watches: a line in the demo, the log, the status.

/// The way of one mail, from its mailbox to its end.
package struct Journey: Hashable, Sendable {
    /// Where it was found.
    package var origin: MailOrigin
    /// What names it from its arrival to the letters that it causes.
    package var digest: ContentDigest
    /// The sender as it is shown; empty where the mail names none.
    package var sender: String
    /// The subject.
    package var subject: String
    /// What it is.
    package var nature: Nature
    /// Its class, where it has one.
    package var criticality: Criticality?
    /// Where it ended.
    package var disposition: Disposition
    /// The ticket that it is on.
    package var ticket: TicketNumber?
    /// Why it ended there.
    package var reason: String
    /// The decision about the automatic answer.
    package var acknowledgement: Acknowledgement
    /// Where the letter goes, when one is due.
    package var recipient: EmailAddress?

    /// Tells the way of a filed mail.
    package init(
        origin: MailOrigin,
        digest: ContentDigest,
        sender: String,
        plan: FilingPlan,
        criticality: Criticality?
    ) {
        self.origin = origin
        self.digest = digest
        self.sender = sender
        self.subject = plan.record.subject
        self.nature = plan.record.nature ?? .request
        self.criticality = criticality
        self.disposition = plan.disposition
        self.ticket = plan.ticket
        self.reason = plan.reason
        self.acknowledgement = plan.acknowledgement
        self.recipient = plan.letters.first?.to.address
    }
}
