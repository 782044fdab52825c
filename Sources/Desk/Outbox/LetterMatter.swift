// What a letter says beside its ticket, client and company: facts, never phrases. LetterValues
// turns them into what templates name.

package import Foundation

/// A promise as a letter or a list names it.
package struct PromiseMention: Hashable, Sendable {
    /// The ticket.
    package var ticket: TicketNumber
    /// Which run of which promise.
    package var key: PromiseKey
    /// When it is or was due.
    package var due: Date
    /// What letters call it; nil for the words that go with its name.
    package var label: PromiseLabel?
    /// The event that started it; nil where that does not matter.
    package var startedBy: PromiseEvent?
    /// How much of its time was over, in percent; nil where it is broken.
    package var percent: Int?
    /// Since when the client waits for an answer; nil where that is not what it is about.
    package var since: Date?
    /// The ticket's subject, where the list shows it.
    package var subject = ""
    /// Its client, where the list shows it.
    package var client: NamedAddress?
    /// Whether nobody is designated for it.
    package var isUnassigned = false

    /// Names a run of a promise.
    package init(_ state: PromiseState, on ticket: TicketNumber, due: Date, percent: Int? = nil) {
        self.init(ticket: ticket, key: state.key, due: due, percent: percent)
        startedBy = state.startedBy
        label = state.rule.label
    }

    /// Names a promise.
    package init(ticket: TicketNumber, key: PromiseKey, due: Date, percent: Int? = nil) {
        self.ticket = ticket
        self.key = key
        self.due = due
        self.percent = percent
    }
}

/// What a letter says beside its ticket, client and company.
package struct LetterMatter: Hashable, Sendable {
    /// The promises that it is about.
    package var promises: [PromiseMention] = []
    /// The date that it promises or announces.
    package var date: Date?
    /// The date of a visit that a colleague's own letter announces.
    package var visit: Date?
    /// The part of the day that is all that is said of the date, or of the visit's.
    package var part: DayPart?
    /// Whether a colleague's own letter asks if the case may be closed.
    package var asksClosing = false
    /// Whether a colleague's own letter asks the client for something.
    package var isQuestion = false
    /// The day from which it holds.
    package var day: CivilDay?
    /// A person's words: a cause, a report, an outcome, a verbatim; lines end in line feeds.
    package var text: String = ""
    /// Whether those words were noted by a colleague, on the telephone.
    package var isNoted = false
    /// Whether a colleague has passed on what the client wrote, whose date is then the letter's.
    package var isPassedOn = false
    /// Whether promises were over before it was passed on: those that it names.
    package var isLate = false
    /// The person it names: the handler, the deputy, the manager.
    package var person: EmailAddress?
    /// For whom that person stands in; nil where for nobody.
    package var absent: EmailAddress?
    /// Who gets the mail of a handler who is away, one after the other.
    package var standIns: [StandIn] = []
    /// Who stands in for the client's own account manager; nil while that one is there.
    package var replacement: Assignment?
    /// Who of the management was told of a breach, at the same moment.
    package var informed: PromiseRole?
    /// The colleague who has asked for it, where it was not the client.
    package var asker: EmailAddress?
    /// Whether the client has written since the question, if only courtesies.
    package var hasHeard = false
    /// The level of an escalation.
    package var level: Int?
    /// The lowest note.
    package var note: Int?
    /// Whether the client is promised a call of the account manager.
    package var promisesCall = false
    /// The parts that are missing.
    package var missing: [SubstantiveAnswer.Part] = []
    /// Whether the dossier's mails go with it.
    package var bearsDossier = false
    /// What a client's closing rests on.
    package var ground: ClosingGround?
    /// The address to which a mail was written that belonged elsewhere.
    package var wroteTo: EmailAddress?
    /// The dossiers that a status letter lists.
    package var dossiers: [LetterDossier] = []
    /// What a morning digest lists.
    package var digest: DigestMatter?
    /// The mail that is too large to be read.
    package var largeMail: LargeMail?
    /// How many messages it is about.
    package var count: Int?
    /// What a notification tells of who wrote and what came.
    package var notice: NoticeMatter?

    /// Says nothing yet.
    package init() {}
}

/// How many entries a morning's lists would have in full.
package struct DigestCounts: Hashable, Sendable {
    package var dueToday = 0
    package var overdue = 0
    package var waiting = 0
    package var new = 0

    /// Counts nothing yet.
    package init() {}
}

/// A person's morning.
package struct DigestMatter: Hashable, Sendable {
    /// Promises that are due before the next day.
    package var dueToday: [PromiseMention] = []
    /// Promises whose time is over.
    package var overdue: [PromiseMention] = []
    /// Dossiers that wait for their client.
    package var waiting: [LetterDossier] = []
    /// Dossiers that have come since the last digest.
    package var new: [LetterDossier] = []
    /// How many there are of each, where the lists hold the first few only.
    package var counts = DigestCounts()
    /// How many dossiers the person has open.
    package var open = 0
    /// How many were closed since the last digest.
    package var closed = 0

    /// Lists nothing yet.
    package init() {}

    /// Whether there is nothing to tell, not even a balance.
    package var isEmpty: Bool {
        dueToday.isEmpty && overdue.isEmpty && waiting.isEmpty && new.isEmpty && closed == 0
            && open == 0
    }
}

/// A mail that a colleague must look at: only its header is read, or nothing of it.
package struct LargeMail: Hashable, Sendable {
    /// Its number, for `guichet show`.
    package var mail: MailID
    /// Its author's address; empty where nobody is.
    package var sender: String
    /// Its subject.
    package var subject: String
    /// When it was received.
    package var receivedAt: Date
    /// The address of the mailbox that it came to.
    package var mailbox: EmailAddress
    /// The most that is read of a mail, in bytes.
    package var bytesMaximum: Int
    /// Whether it is kept whole here; else it stays in its mailbox.
    package var isKeptWhole: Bool
    /// Whether reading it failed: neither its author nor its subject is known.
    package var isUnread = false

    /// Describes a mail.
    package init(
        mail: MailID,
        sender: String,
        subject: String,
        receivedAt: Date,
        mailbox: EmailAddress,
        bytesMaximum: Int,
        isKeptWhole: Bool
    ) {
        self.mail = mail
        self.sender = sender
        self.subject = subject
        self.receivedAt = receivedAt
        self.mailbox = mailbox
        self.bytesMaximum = bytesMaximum
        self.isKeptWhole = isKeptWhole
    }
}
