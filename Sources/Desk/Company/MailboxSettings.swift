// What one mailbox's file says: where its mail comes from, where letters go, what is promised.

package import Foundation

/// When an acknowledgement leaves (S2).
package enum AcknowledgementPolicy: String, Hashable, Sendable, CaseIterable {
    /// At once, day and night.
    case atOnce = "at-once"
    /// Within opening hours; urgent ones at any hour.
    case openingHours = "opening-hours"
}

/// Where a mailbox's mail comes from.
package enum MailSource: Hashable, Sendable {
    /// A Maildir, by its path.
    case maildir(String)
    /// A folder on an IMAP server.
    case imap(IMAPSettings)

    /// Mails that were received before this moment are history; nil where none is.
    package var adoptSince: Date? {
        switch self {
        case .maildir: nil
        case .imap(let imap): imap.adoptSince
        }
    }
}

/// Where the mails lie that people have sent from a mailbox without us.
package enum HandSentPlace: Hashable, Sendable {
    /// A Maildir, by its path.
    case maildir(String)
    /// A folder of the mailbox's own IMAP account.
    case folder(String)
}

/// Where a mailbox's letters go.
package enum MailSink: Hashable, Sendable {
    /// A Maildir, by its path.
    case maildir(String)
    /// An SMTP server.
    case smtp(SMTPSettings)
    /// A command with the manners of sendmail: its program and its first arguments.
    case sendmail([String])
}

/// The delays that a mailbox's letters state and its clocks keep.
package struct PromisedDelays: Hashable, Sendable {
    /// SAV: the delay of handling by class, where it differs from the contract's first answer.
    package var handling: [Criticality: Delay]
    /// Complaint: the formal acknowledgement by the handler (C2).
    package var formalAcknowledgement: Delay
    /// Complaint: the substantive answer (C3).
    package var substantiveAnswer: Delay
    /// Complaint: the substantive answer when an incident or an emergency is at stake (C3).
    package var urgentAnswer: Delay

    /// States the delays.
    package init(
        handling: [Criticality: Delay] = [:],
        formalAcknowledgement: Delay,
        substantiveAnswer: Delay,
        urgentAnswer: Delay
    ) {
        self.handling = handling
        self.formalAcknowledgement = formalAcknowledgement
        self.substantiveAnswer = substantiveAnswer
        self.urgentAnswer = urgentAnswer
    }
}

/// One mailbox, as its settings describe it.
package struct MailboxSettings: Hashable, Sendable {
    /// Its short name, such as `sav`.
    package var name: MailboxName
    /// The procedure that its tickets follow.
    package var procedure: Procedure
    /// The letters before its ticket numbers, such as `SAV`.
    package var prefix: String
    /// Its address and the name that clients see.
    package var address: NamedAddress
    /// Further addresses that end in it.
    package var aliases: [EmailAddress]
    /// Where its mail comes from.
    package var source: MailSource
    /// Where its letters go.
    package var sink: MailSink
    /// When acknowledgements leave.
    package var acknowledge: AcknowledgementPolicy
    /// Whether a client's further mail is confirmed by a short receipt.
    package var confirmsFollowUps: Bool
    /// How long the promises last that letters state.
    package var delays: PromisedDelays
    /// What is promised, row by row.
    package var promises: [PromiseRule]
    /// The largest mail that is read, in bytes.
    package var messageBytesMaximum: Int
    /// The Maildir of the mails that people have sent from it without us; nil: none.
    package var handSentMaildir: String?

    /// Describes a mailbox.
    package init(
        name: MailboxName,
        procedure: Procedure,
        prefix: String,
        address: NamedAddress,
        aliases: [EmailAddress] = [],
        source: MailSource,
        sink: MailSink,
        acknowledge: AcknowledgementPolicy = .atOnce,
        confirmsFollowUps: Bool = false,
        delays: PromisedDelays,
        promises: [PromiseRule]? = nil,
        messageBytesMaximum: Int = 25_000_000
    ) {
        self.name = name
        self.procedure = procedure
        self.prefix = prefix
        self.address = address
        self.aliases = aliases
        self.source = source
        self.sink = sink
        self.acknowledge = acknowledge
        self.confirmsFollowUps = confirmsFollowUps
        self.delays = delays
        self.promises = promises ?? PromiseRule.standard(for: procedure)
        self.messageBytesMaximum = messageBytesMaximum
    }

    /// Where the mails lie that people have sent from it without us; nil: not looked at.
    package var handSent: HandSentPlace? {
        if let handSentMaildir { return .maildir(handSentMaildir) }
        guard case .imap(let imap) = source else { return nil }
        return imap.handSentFolder.map { .folder($0) }
    }

    /// The name under which the mails are read that people have sent from it without us.
    package var handSentName: MailboxName? { MailboxName("\(name.text)-sent") }

    /// Every address that ends in this mailbox.
    package var addresses: [EmailAddress] { [address.address] + aliases }
}

/// The company and its mailboxes: all that the settings folder says.
///
/// A copy is one reference: every mail takes the settings through every stage.
package struct HouseSettings: Hashable, Sendable {
    private struct Contents: Hashable, Sendable {
        var company: CompanySettings
        var mailboxes: [MailboxSettings]
        var vocabulary: Vocabulary
        var isPlayed = false
    }

    private final class Sheet: Sendable {
        let contents: Contents

        init(_ contents: Contents) { self.contents = contents }
    }

    private var sheet: Sheet

    /// Puts the house together.
    package init(
        company: CompanySettings,
        mailboxes: [MailboxSettings],
        vocabulary: Vocabulary
    ) {
        sheet = Sheet(
            Contents(company: company, mailboxes: mailboxes, vocabulary: vocabulary)
        )
    }

    /// What all mailboxes share.
    package var company: CompanySettings {
        get { sheet.contents.company }
        set { change { $0.company = newValue } }
    }

    /// The mailboxes, in the order of their files' names.
    package var mailboxes: [MailboxSettings] {
        get { sheet.contents.mailboxes }
        set { change { $0.mailboxes = newValue } }
    }

    /// The house's own words.
    package var vocabulary: Vocabulary {
        get { sheet.contents.vocabulary }
        set { change { $0.vocabulary = newValue } }
    }

    /// Whether a colleague's address alone proves a mail: in a simulation, which trusts its folder,
    /// and never in a service (invariant 6).
    package var isPlayed: Bool {
        get { sheet.contents.isPlayed }
        set { change { $0.isPlayed = newValue } }
    }

    private mutating func change(_ change: (inout Contents) -> Void) {
        var contents = sheet.contents
        change(&contents)
        sheet = Sheet(contents)
    }

    package static func == (one: HouseSettings, other: HouseSettings) -> Bool {
        one.sheet === other.sheet || one.sheet.contents == other.sheet.contents
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(sheet.contents) }

    /// The mailbox whose mails, sent by hand, are read under that name.
    package func mailbox(ofSent name: MailboxName) -> MailboxSettings? {
        mailboxes.first { $0.handSent != nil && $0.handSentName == name }
    }

    /// The mailbox of that name.
    package func mailbox(named name: MailboxName) -> MailboxSettings? {
        mailboxes.first { $0.name == name }
    }

    /// The mailbox whose business a message is: that of the first of our addresses that its author
    /// named, whichever mailbox its copy lay in; a mail that names none of them is the business of
    /// the mailbox in which it lay.
    package func mailbox(
        of message: InboundMessage,
        fetchedFrom mailbox: MailboxSettings
    ) -> MailboxSettings {
        let named = (message.to + message.cc).lazy.compactMap { self.mailbox(at: $0.address) }
        return named.first ?? mailbox
    }

    /// Whether an address ends in one of our own mailboxes.
    package func isOurs(_ address: EmailAddress) -> Bool {
        mailbox(at: address) != nil
    }

    /// The mailbox in which an address ends, with or without a tag (`sav+…@`).
    package func mailbox(at address: EmailAddress) -> MailboxSettings? {
        mailboxes.first { mailbox in
            mailbox.addresses.contains { $0 == address || address.tag(at: $0) != nil }
        }
    }
}
