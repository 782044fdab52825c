// What commands must know beyond their own dossier, as the store has answered it: the dossiers and
// clients that they name, the client's latest mail, lists.
//
// The core asks for nothing by itself; whoever carries a mail or a line of the shell looks the
// commands up first. What was not looked up is missing, and a command that needs it is refused.

package import Foundation

/// The answers that commands rest on.
package struct StaffKnowledge: Sendable {
    /// The dossiers that commands name.
    package var tickets: [TicketNumber: Ticket] = [:]
    /// The events of the dossiers that were merged with this one.
    package var histories: [TicketNumber: [TicketEvent]] = [:]
    /// The client's latest mail on the dossier; nil where it has none but its first.
    package var latest: LatestMail?
    /// The last exchanges on the dossier, the latest first.
    package var exchanges: [StaffNotification.Exchange] = []
    /// The dossier's client, as the registry knows it.
    package var client: Client?
    /// The number that a new dossier of a mailbox would get.
    package var numbers: [MailboxName: TicketNumber] = [:]
    /// The mailboxes: another procedure is another mailbox's.
    package var mailboxes: [MailboxSettings] = []
    /// What the names of clients turned out to be, by the words of the command.
    package var clients: [String: ClientFinding] = [:]
    /// The client for whom the requester's address was imported.
    package var owner: ClientName?
    /// The latest letters to the client, the latest first.
    package var copies: [SentCopy] = []
    /// The dossiers that are not closed, as their clocks see them.
    package var cases: [ProcedureCase] = []
    /// How the house stands.
    package var standing: HouseStanding?
    /// The months to report on, the latest first.
    package var months: [MonthReport] = []
    /// What is kept about addresses.
    package var records: [EmailAddress: AddressRecords] = [:]

    /// Knows nothing.
    package init() {}

    /// The mailbox of a procedure.
    func mailbox(of procedure: Procedure) -> MailboxSettings? {
        mailboxes.first { $0.procedure == procedure }
    }
}

/// A mail that could become a dossier of its own.
package struct LatestMail: Sendable {
    /// The mail.
    package var mail: MailID
    /// When it came.
    package var receivedAt: Date
    /// The mail as it is read.
    package var reading: Reading

    /// Describes a mail.
    package init(mail: MailID, receivedAt: Date, reading: Reading) {
        self.mail = mail
        self.receivedAt = receivedAt
        self.reading = reading
    }
}

/// What the name of a client turned out to be.
package enum ClientFinding: Hashable, Sendable {
    /// A client of the registry.
    case client(Client)
    /// None; a name that is near, if there is one.
    case nobody(near: String?)
}

/// A letter as the client has received it.
package struct SentCopy: Hashable, Sendable {
    /// When it was queued.
    package var at: Date
    /// To whom.
    package var recipient: EmailAddress
    /// How far it has come.
    package var state: OutboxState
    /// Its subject.
    package var subject: String
    /// Its text.
    package var text: String

    /// Describes a letter.
    package init(
        at: Date,
        recipient: EmailAddress,
        state: OutboxState,
        subject: String,
        text: String
    ) {
        self.at = at
        self.recipient = recipient
        self.state = state
        self.subject = subject
        self.text = text
    }
}

/// An address that is to belong to a client of the registry.
package struct ClientAttachment: Hashable, Sendable {
    /// The address.
    package var address: EmailAddress
    /// The client.
    package var client: ClientName
    /// The day on which contracts are looked at.
    package var day: Day

    /// Attaches an address.
    package init(address: EmailAddress, client: ClientName, day: Day) {
        self.address = address
        self.client = client
        self.day = day
    }
}

/// What an order changes beside its dossier, in the same transaction.
package struct FurtherEffects: Hashable, Sendable {
    /// A letter about another dossier than the order's.
    package struct OtherLetter: Hashable, Sendable {
        /// The dossier's events, new ones included.
        package var events: [TicketEvent]
        /// What is known of its client.
        package var client: Client?
        /// The letter.
        package var order: ProcedureLetter
        /// The ids that it goes on from.
        package var thread: [MessageID] = []
    }

    /// Events for other dossiers, new ones among them.
    package var tickets: [TicketEvents] = []
    /// Letters about them.
    package var letters: [OtherLetter] = []
    /// Dossiers that came into other hands: those are told.
    package var notices: [HandlerNotice] = []
    /// Changes to the registry of clients.
    package var attachments: [ClientAttachment] = []
    /// Messages to clients that must not leave any more.
    package var recalls: [UndeliveredLetter] = []
    /// What happened to the house and not to a dossier.
    package var house: [HouseEvent] = []

    /// Nothing.
    package init() {}

    /// Adds others to them.
    mutating func add(_ other: FurtherEffects) {
        tickets += other.tickets
        letters += other.letters
        notices += other.notices
        attachments += other.attachments
        recalls += other.recalls
        house += other.house
    }

    /// Whether there is nothing.
    package var isEmpty: Bool {
        tickets.isEmpty && letters.isEmpty && notices.isEmpty && attachments.isEmpty
            && recalls.isEmpty && house.isEmpty
    }
}

extension FurtherEffects {
    /// Writes the letters about other dossiers, and notes them on those: to be queued with the
    /// rest.
    package mutating func writeLetters(
        of house: HouseSettings,
        key: KeyedHash,
        at now: Date
    ) -> [Letter] {
        var written: [Letter] = []
        for other in letters {
            var clocked = ClockedTicket(events: other.events)
            clocked.client = other.client
            guard let file = clocked.file(in: house),
                let mailbox = clocked.mailbox(of: file.ticket, in: house)
            else { continue }
            let stationery = LetterHouse(
                company: house.company,
                mailbox: mailbox,
                key: key,
                now: now
            )
            var dossier = LetterDossier(file, at: now)
            dossier.thread = other.thread
            guard var letter = stationery.letter(other.order, about: dossier) else { continue }
            letter.notBefore = now
            written.append(letter)
            note([TicketEvent(at: now, .letterQueued(letter.kind, letter.id))], on: letter.ticket)
        }
        for notice in notices {
            let told = notice.letters(from: house, key: key, at: now)
            guard let number = told.letters.first?.ticket else { continue }
            written += told.letters
            note(told.events, on: number)
        }
        (letters, notices) = ([], [])
        return written
    }

    private mutating func note(_ more: [TicketEvent], on number: TicketNumber) {
        if let index = tickets.firstIndex(where: { $0.number == number }) {
            tickets[index] = TicketEvents(number, tickets[index].events + more)
        } else {
            tickets.append(TicketEvents(number, more))
        }
    }
}
