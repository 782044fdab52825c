// The door to the store, as the shell sees it: values in, values out. SQLite stands behind it
// today; a store for firms that outgrow one machine can stand beside it.
//
// Every call that changes something is one durable transaction: when it returns, it has happened;
// when it throws, nothing has.

package import Foundation

/// A failure of the world (disk, network, another process); the shell looks at `isTemporary` alone.
package protocol WorldFailure: Error, Sendable, CustomStringConvertible {
    /// One sentence: what, where, what to do. Never a secret, an address or a body.
    var sentence: String { get }
    /// Whether trying again later can help.
    var isTemporary: Bool { get }
}

extension WorldFailure {
    /// The sentence.
    package var description: String { sentence }
}

/// A mail that is durable.
package struct KeptMail: Hashable, Sendable {
    /// Its name in the store.
    package var id: MailID
    /// Where it was found.
    package var origin: MailOrigin
    /// When the mail server received it.
    package var receivedAt: Date
    /// What makes it the same mail as another.
    package var digest: ContentDigest
    /// How often reading it by itself was begun, this time included; 0 within a group.
    package var attempts: Int
    /// After how many of them in a row the whole program was gone before it was done with the
    /// mail, this time included.
    package var unfinished = 0
    /// Where it ended; nil while it waits to be filed.
    package var disposition: Disposition?
    /// A person let it out of the quarantine: it is not held there again.
    package var isReleased: Bool
    /// Only its header was fetched, because the mail is larger than its mailbox takes.
    package var isCut: Bool

    /// Describes a kept mail.
    package init(
        id: MailID,
        origin: MailOrigin,
        receivedAt: Date,
        digest: ContentDigest,
        attempts: Int,
        disposition: Disposition?,
        isReleased: Bool,
        isCut: Bool = false
    ) {
        self.id = id
        self.origin = origin
        self.receivedAt = receivedAt
        self.digest = digest
        self.attempts = attempts
        self.disposition = disposition
        self.isReleased = isReleased
        self.isCut = isCut
    }
}

/// What the commands of the staff look up, and change beside their ticket.
package protocol StaffRecords {
    /// The registry's client of that name, written with or without accents; nil for none.
    func client(named name: ClientName) throws -> Client?
    /// The names in the registry.
    func clientNames() throws -> [ClientName]
    /// The client for whom an address was imported; nil where it was attached by hand, or unknown.
    func importedOwner(of address: EmailAddress) throws -> ClientName?
    /// The latest letters to a ticket's client, with their bytes, the latest first.
    func lettersToClient(on ticket: TicketNumber, limit: Int) throws -> [OutboxEntry]
    /// Tickets that are not closed; of more than the limit, the latest.
    func openCases(limit: Int) throws -> [ClockedTicket]
    /// The events of tickets that something happened to since a moment.
    func dossiers(changedSince moment: Date, limit: Int) throws -> [[TicketEvent]]
    /// All that is kept about an address.
    func records(of address: EmailAddress) throws -> AddressRecords
    /// Where all mails have ended, mailbox by mailbox.
    func balance() throws -> [MailboxBalance]
    /// How many letters are in each state.
    func outboxCounts() throws -> [OutboxState: Int]
    /// Who is away by what staff have noted, beside the settings.
    func absences() throws -> [StaffAbsence]
    /// Carries out what an order changes beside its ticket.
    func carryOut(_ further: FurtherEffects, at now: Date) throws
}

/// Files mails within one transaction; later questions see earlier filings.
package protocol FilingTransaction: StaffRecords {
    /// Where a mail stands at this moment: somebody else may have filed it since it was kept.
    func disposition(of mail: MailID) throws -> Disposition?
    /// Answers what is known of a mail's past, as of a moment.
    func answer(_ question: ThreadQuestion, for mail: MailID, at now: Date) throws -> ThreadAnswer
    /// The number that the next ticket of a prefix and a year gets; taken only by `file`.
    func nextNumber(prefix: String, year: Int) throws -> TicketNumber
    /// A ticket with all that its clocks look at; nil where there is none.
    func clockedTicket(_ number: TicketNumber) throws -> ClockedTicket?
    /// The tickets of a requester that are not closed, the oldest first; a few.
    func openTickets(of requester: EmailAddress) throws -> [ClockedTicket]
    /// The latest mails of people on a ticket, the latest first, with the beginnings of their
    /// texts.
    func exchanges(
        on ticket: TicketNumber,
        limit: Int
    ) throws -> [StaffNotification.Exchange]
    /// How busy the staff are.
    func staffLoads() throws -> [EmailAddress: StaffLoad]
    /// Tickets whose clocks want a look by a moment, the longest due first.
    func ticketsDue(at moment: Date, limit: Int) throws -> [TicketNumber]
    /// How many automatic letters were queued lately, in view of one more (invariant 7).
    func recentLetters(
        to address: EmailAddress,
        about ticket: TicketNumber,
        at now: Date
    ) throws -> RecentLetters
    /// Adds events and letters to a ticket whose clocks were looked at; it stays due at once.
    func carryOut(
        _ events: [TicketEvent],
        on ticket: TicketNumber,
        letters: [ComposedLetter],
        at now: Date
    ) throws
    /// What lies on the desks of some people: what is promised before a moment, what waits for its
    /// client, what was opened since; of each a few, the most urgent first. Where it is asked for,
    /// what is promised on tickets that nobody has is among it.
    func desk(
        of people: [EmailAddress],
        withUnassigned: Bool,
        promisedBefore end: Date,
        openedSince: Date,
        limit: Int
    ) throws -> StaffDesk
    /// What a clock has noted under a name; nil for nothing.
    func mark(_ name: String) throws -> String?
    /// Notes something for a clock.
    func setMark(_ name: String, _ value: String) throws
    /// Says when a ticket's clocks want the next look, nil for never; and when its handler owes
    /// something next, or has owed it since.
    func setNextLook(at ticket: TicketNumber, _ moment: Date?, promised: Date?) throws
    /// Carries out a plan, with its letters written out.
    func file(_ plan: FilingPlan, letters: [ComposedLetter], at now: Date) throws -> FilingReceipt
    /// Gives letters their words that this transaction has queued without them; it owes that to
    /// each before its end.
    func complete(_ letters: [ComposedLetter], at now: Date) throws
}

/// What the shell needs of a store.
package protocol Ledger: Sendable {
    /// Makes mails durable, whole; a known origin is not kept twice.
    ///
    /// - Returns: one kept mail for each given, in order.
    func keep(_ mails: [(mail: RawMessage, digest: ContentDigest)]) throws -> [KeptMail]
    /// Mails that are kept and not filed, or on hold: the oldest first; of those on hold, the
    /// least tried first.
    func takeUnfiled(limit: Int) throws -> [KeptMail]
    /// Counts, durably, that a mail is about to be read by itself; returns which attempt this is.
    func beginAttempt(_ mail: MailID) throws -> Int
    /// Takes an attempt back: the mail was read, and the world failed afterwards.
    func takeBackAttempt(_ mail: MailID) throws
    /// The UIDs of a mailbox, under one UIDVALIDITY, whose mails have found their end: the cursor.
    func doneUIDs(of mailbox: MailboxName, validity: UInt32) throws -> [ClosedRange<UInt32>]
    /// Those of them that are kept from the tickets.
    func refusedUIDs(of mailbox: MailboxName, validity: UInt32) throws -> [ClosedRange<UInt32>]
    /// The bytes of a kept mail.
    func bytes(of mail: MailID) throws -> [UInt8]
    /// The bytes of a letter; none where they are kept no more.
    func bytes(of letter: OutboxID) throws -> [UInt8]
    /// Runs a filing transaction; everything that `work` filed becomes durable together.
    func filing(_ work: (any FilingTransaction) throws -> Void) throws

    /// The next moment at which a ticket's clocks want a look; nil for never.
    func nextTickMoment() throws -> Date?
    /// Lets the clocks of all tickets be looked at anew where these are not the settings by which
    /// they were last reckoned.
    func reckonClocks(by settings: String) throws
    /// What a clock has noted under a name; nil for nothing.
    func mark(_ name: String) throws -> String?

    /// Who is away by what staff have noted, beside the settings.
    func absences() throws -> [StaffAbsence]

    /// Puts a mail on hold that could not be filed; it is taken up again by `takeUnfiled`.
    func hold(_ mail: MailID, reason: String) throws

    /// Letters that may leave now, first come first served, but for those of some mailboxes, whose
    /// way is closed; their state stays `queued`.
    func dueLetters(
        at now: Date,
        limit: Int,
        except closed: Set<MailboxName>
    ) throws -> [OutboxEntry]
    /// The earliest moment at which a letter may leave; nil where none is queued.
    func nextLetterMoment(except closed: Set<MailboxName>) throws -> Date?
    /// Letters that a stop has left `sending`, and those `uncertain`.
    func interruptedLetters() throws -> [OutboxEntry]
    /// Commits that letters are being handed over.
    func beginSending(_ letters: [OutboxID], at now: Date) throws
    /// Commits what became of letters, and tells their tickets.
    func record(_ outcomes: [(letter: OutboxID, outcome: SendOutcome)], at now: Date) throws
}
