// Everything that filing one mail will change, as data. The store turns one plan into its part of
// one transaction and decides nothing.

package import Foundation

/// What lists, search and threading need of a mail.
package struct MailRecord: Hashable, Sendable {
    /// The Message-ID by which answers will refer to it.
    package var messageID: MessageID?
    /// The author.
    package var sender: NamedAddress?
    /// The From field where the author is nobody.
    package var senderText: String
    /// The subject.
    package var subject: String
    /// The new text, cut to what search indexes.
    package var text: String
    /// The Date field.
    package var date: Date?
    /// What the message is.
    package var nature: Nature?
    /// What is odd about it.
    package var defects: [MessageDefect]
    /// Mails that it refers to: the first of the thread, then the nearest.
    ///
    /// They need not ever have come.
    package var references: [MessageID] = []
    /// What search finds it by besides: names of attached files, company, ticket.
    package var keywords: [String] = []

    /// The longest text that is indexed, in bytes.
    package static let textBytesMaximum = 100_000
    /// How many references are kept.
    package static let referencesMaximum = 12
    /// How many names of files are indexed.
    package static let fileNamesMaximum = 50

    /// Describes a mail.
    package init(
        messageID: MessageID?,
        sender: NamedAddress?,
        senderText: String,
        subject: String,
        text: String,
        date: Date?,
        nature: Nature?,
        defects: [MessageDefect]
    ) {
        self.messageID = messageID
        self.sender = sender
        self.senderText = senderText
        self.subject = subject
        self.text = text
        self.date = date
        self.nature = nature
        self.defects = defects
    }
}

/// What becomes of one mail.
package struct FilingPlan: Hashable, Sendable {
    /// The mail.
    package var mail: MailID
    /// Where it ends.
    package var disposition: Disposition
    /// Why, in one sentence; for a letter that is not due, why not.
    package var reason: String
    /// The decision about the automatic answer.
    package var acknowledgement: Acknowledgement
    /// The ticket that it is on; nil in quarantine and on hold.
    package var ticket: TicketNumber?
    /// What is added to that ticket, in order; a new ticket's events begin with `opened`.
    package var events: [TicketEvent]
    /// The letters that it causes.
    package var letters: [Letter]
    /// The earliest moment at which those letters may leave.
    package var lettersNotBefore: Date
    /// A letter of ours that a report says will never arrive, with the reason.
    package var undelivered: UndeliveredLetter?
    /// What is indexed of the mail.
    package var record: MailRecord
    /// The rules' findings, identification first.
    package var findings: [Finding]
    /// What a colleague's commands change beside the ticket.
    package var further = FurtherEffects()
    /// What the colleagues who are told of it have been told lately, this mail included.
    package var tallies: [EmailAddress: NoticeTally] = [:]
    /// How often the sender was asked whether mails were his; nil where he is not asked now.
    package var questions: QuestionTally?

    /// Lays a plan down.
    package init(
        mail: MailID,
        disposition: Disposition,
        reason: String,
        acknowledgement: Acknowledgement,
        ticket: TicketNumber?,
        events: [TicketEvent],
        letters: [Letter],
        lettersNotBefore: Date,
        undelivered: UndeliveredLetter?,
        record: MailRecord,
        findings: [Finding]
    ) {
        self.mail = mail
        self.disposition = disposition
        self.reason = reason
        self.acknowledgement = acknowledgement
        self.ticket = ticket
        self.events = events
        self.letters = letters
        self.lettersNotBefore = lettersNotBefore
        self.undelivered = undelivered
        self.record = record
        self.findings = findings
    }
}

/// A letter that a delivery report gives up.
package struct UndeliveredLetter: Hashable, Sendable {
    /// The letter.
    package var id: MessageID
    /// What the remote server said.
    package var reason: String

    /// Gives a letter up.
    package init(id: MessageID, reason: String) {
        self.id = id
        self.reason = reason
    }
}

/// What filing a plan came to.
package struct FilingReceipt: Hashable, Sendable {
    /// The mail.
    package var mail: MailID
    /// Where it ended.
    package var disposition: Disposition
    /// The ticket that it is on.
    package var ticket: TicketNumber?

    /// States the outcome.
    package init(mail: MailID, disposition: Disposition, ticket: TicketNumber?) {
        self.mail = mail
        self.disposition = disposition
        self.ticket = ticket
    }
}
