// The world outside, as a struct of closures: the shell knows no library, no file and no clock. The
// composition root fills it with the adapters; tests fill it with what they want to see.

package import Desk
package import Foundation
import Synchronization

/// One batch of a mailbox's new mail.
package struct FetchedBatch: Sendable {
    /// The mails, oldest first.
    package var mails: [RawMessage]
    /// Files that could not be read: one sentence each; they stay where they are.
    package var complaints: [String]

    /// Hands over a batch.
    package init(mails: [RawMessage], complaints: [String] = []) {
        self.mails = mails
        self.complaints = complaints
    }
}

/// One mailbox's source of mail.
package struct Inbox: Sendable {
    /// The mailbox.
    package var mailbox: MailboxName
    /// Begins a pass over the mail that waits; the closure it returns gives batch after batch (at
    /// most so many mails, at most about so many bytes) and an empty batch at the end.
    package var beginPass:
        @Sendable () throws -> (_ count: Int, _ bytes: Int) throws -> FetchedBatch
    /// Marks mails as done, after their filing is durable; repeating it does no harm.
    package var markDone: @Sendable ([MailOrigin]) throws -> Void
    /// Marks mails as kept from the tickets, after that is durable; repeating it does no harm.
    package var markRefused: @Sendable ([MailOrigin]) throws -> Void
    /// What went wrong since the last batch, one sentence each: marks that were refused.
    package var takeComplaints: @Sendable () -> [String] = { [] }
    /// The longest time between two passes, in seconds, when nothing else says that mail has come.
    package var pollSeconds: Double
    /// Waits until mail may have come, until a moment, or until the bell rings; a source that is
    /// told of new mail waits for that too (on the bell's descriptor beside its connection).
    package var waitForNews: @Sendable (_ until: Date, _ bell: Bell) throws -> Void

    /// Describes a source.
    package init(
        mailbox: MailboxName,
        beginPass: @escaping @Sendable () throws -> (Int, Int) throws -> FetchedBatch,
        markDone: @escaping @Sendable ([MailOrigin]) throws -> Void,
        markRefused: (@Sendable ([MailOrigin]) throws -> Void)? = nil,
        pollSeconds: Double = 5,
        waitForNews: @escaping @Sendable (Date, Bell) throws -> Void = { _ = $1.wait($0) }
    ) {
        self.mailbox = mailbox
        self.beginPass = beginPass
        self.markDone = markDone
        self.markRefused = markRefused ?? markDone
        self.pollSeconds = pollSeconds
        self.waitForNews = waitForNews
    }
}

/// A mail that has found its end, to be marked where it lies.
package struct EndedMail: Hashable, Sendable {
    /// Where it lies.
    package let origin: MailOrigin
    /// Whether it is kept from the tickets.
    package let isRefused: Bool

    init(_ origin: MailOrigin, _ disposition: Disposition?) {
        self.origin = origin
        isRefused = disposition == .quarantine
    }
}

extension Inbox {
    /// Marks mails, each as it ended.
    func mark(_ mails: [EndedMail]) throws {
        let done = mails.filter { !$0.isRefused }.map(\.origin)
        let refused = mails.filter(\.isRefused).map(\.origin)
        if !done.isEmpty { try markDone(done) }
        if !refused.isEmpty { try markRefused(refused) }
    }
}

/// Everything that the shell needs of the outside.
package struct World: Sendable {
    /// The settings, with the absences that staff have noted as far as they are known.
    package var house: HouseSettings {
        get { roster.house }
        set { roster = Roster(newValue) }
    }
    // Shared by all copies of this world, so that what one service learns the others know.
    private var roster: Roster
    /// The key of our Message-IDs.
    package var key: KeyedHash
    /// The store.
    package var ledger: any Ledger
    /// The moment.
    package var now: @Sendable () -> Date
    /// What makes a mail the same as another; called for several at once.
    package var digest: @Sendable (RawMessage) -> ContentDigest
    /// Reads a mail into a value; called for several at once.
    ///
    /// It throws where the world, not the mail, stands in the way.
    package var read: @Sendable ([UInt8]) throws -> InboundMessage
    /// Writes a letter out by its template.
    package var compose: @Sendable (Letter) throws -> (subject: String, bytes: [UInt8])
    /// Puts a letter's files into its bytes; the closure gives the bytes of what a file refers to.
    package var enclose:
        @Sendable (ComposedLetter, (Enclosure) throws -> [UInt8]) throws -> [UInt8] =
            { letter, _ in letter.bytes }
    /// The mailboxes' sources.
    package var inboxes: [Inbox]
    /// The mailboxes' ways out.
    package var postmen: [Postman]
    /// Told of every mail that was filed.
    package var journal: @Sendable (Journey) -> Void
    /// Told of every letter that was handed over, and what came of it.
    package var postmark: @Sendable (OutboxEntry, SendOutcome) -> Void = { _, _ in }
    /// What the clocks are reckoned by: another word for other settings; nil where they stay.
    package var settingsMark: String?
    /// Told of everything that the clock did.
    package var deed: @Sendable (ClockDeed) -> Void = { _ in }
    /// The bytes of a mail that was kept.
    package var original: @Sendable (MailID) throws -> [UInt8] = { _ in [] }
    /// How the service stands, as far as anybody has said.
    package var service: @Sendable () -> ServiceReport = { ServiceReport() }
    /// Keeps what is promised for a moment, while it may go on; returns the next moment at which
    /// something is due, now or earlier where something is left.
    package var tick: @Sendable (Date, _ goesOn: () -> Bool) throws -> Date? = { _, _ in nil }

    /// Puts a world together.
    package init(
        house: HouseSettings,
        key: KeyedHash,
        ledger: any Ledger,
        now: @escaping @Sendable () -> Date,
        digest: @escaping @Sendable (RawMessage) -> ContentDigest,
        read: @escaping @Sendable ([UInt8]) throws -> InboundMessage,
        compose: @escaping @Sendable (Letter) throws -> (subject: String, bytes: [UInt8]),
        inboxes: [Inbox],
        postmen: [Postman],
        journal: @escaping @Sendable (Journey) -> Void = { _ in }
    ) {
        roster = Roster(house)
        self.key = key
        self.ledger = ledger
        self.now = now
        self.digest = digest
        self.read = read
        self.compose = compose
        self.inboxes = inboxes
        self.postmen = postmen
        self.journal = journal
    }

    /// Looks who is away by what staff have noted, which another process may have done.
    package func lookWhoIsAway() throws {
        roster.note(try ledger.absences())
    }

    /// What the clocks are reckoned by: the settings, and who is away.
    var clockMark: String? {
        settingsMark.map { mark in
            let absences = roster.absences
            return absences.isEmpty ? mark : "\(mark) \(absences.map(\.mark))"
        }
    }

    /// The year in which a moment lies, for numbers.
    func year(of moment: Date) -> Int {
        house.company.calendar.day(of: moment).date.year
    }
}

/// The house, and who is away.
private final class Roster: Sendable {
    private let settings: HouseSettings
    private let present: Mutex<(house: HouseSettings, absences: [StaffAbsence])>

    init(_ settings: HouseSettings) {
        self.settings = settings
        present = Mutex((settings, []))
    }

    var house: HouseSettings { present.withLock { $0.house } }
    var absences: [StaffAbsence] { present.withLock { $0.absences } }

    func note(_ absences: [StaffAbsence]) {
        present.withLock { present in
            guard present.absences != absences else { return }
            present = (settings.noting(absences), absences)
        }
    }
}

extension StaffAbsence {
    fileprivate var mark: String {
        "\(person.text) \(days.lowerBound.text) \(days.upperBound.text) \(deputy?.text ?? "")"
    }
}
