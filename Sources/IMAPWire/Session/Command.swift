// Everything that this client asks of a server, and nothing else. Mails are addressed by UID only,
// bodies are read without setting \Seen, and nothing is removed but by UID. There is no EXPUNGE
// without UIDs, no STORE that takes flags away, and no command that a sequence number could enter.

/// A command before it has a tag.
package enum Command: Hashable, Sendable {
    case capability
    /// Turns extensions on, before a mailbox is selected (RFC 5161).
    case enable([Capability])
    /// Tells the server who we are, which some want to know (RFC 2971).
    case id(name: QuotedString, version: QuotedString)
    case select(MailboxName)
    /// Like select, and nothing can be changed.
    case examine(MailboxName)
    case search([SearchKey])
    /// Size, date and flags.
    case fetchMetadata(UIDSet)
    /// Whole mails. Where sizes are known from the metadata, the bodies must have them.
    case fetchBodies(UIDSet, sizes: [UID: Int64])
    /// The headers of mails that are too large to be read whole.
    case fetchHeaders(UIDSet)
    /// Adds flags silently, in mails that have not changed since (RFC 7162, 3.1.3).
    case addFlags([Flag], to: UIDSet, unchangedSince: ModSeq?)
    /// Moves mails, by MOVE (RFC 6851) or by COPY, STORE and UID EXPUNGE (RFC 4315).
    case move(UIDSet, to: MailboxName)
    /// Puts a mail into a mailbox. The bytes must be the mail with CRLF line ends.
    case append(Literal, to: MailboxName, flags: [Flag], date: InternalDate?)
    /// Asks whether a mailbox exists. A name with "*" or "%" may list others: compare them.
    case list(MailboxName)
    case create(MailboxName)
    case noop
    /// Waits for news (RFC 2177).
    case idle
    case logout

    /// A command's kind, without what it is about.
    package enum Name: Hashable, Sendable, CaseIterable {
        case capability
        case enable
        case id
        case select
        case examine
        case search
        case fetchMetadata
        case fetchBodies
        case fetchHeaders
        case addFlags
        case move
        case append
        case list
        case create
        case noop
        case idle
        case logout
    }

    package var name: Name {
        switch self {
        case .capability: .capability
        case .enable: .enable
        case .id: .id
        case .select: .select
        case .examine: .examine
        case .search: .search
        case .fetchMetadata: .fetchMetadata
        case .fetchBodies: .fetchBodies
        case .fetchHeaders: .fetchHeaders
        case .addFlags: .addFlags
        case .move: .move
        case .append: .append
        case .list: .list
        case .create: .create
        case .noop: .noop
        case .idle: .idle
        case .logout: .logout
        }
    }

    /// The mails that a command is about; nil for one that names none.
    package var uids: UIDSet? {
        switch self {
        case .fetchMetadata(let uids), .fetchBodies(let uids, _), .fetchHeaders(let uids),
            .addFlags(_, let uids, _), .move(let uids, _):
            uids
        case .capability, .enable, .id, .select, .examine, .search, .append, .list, .create, .noop,
            .idle, .logout:
            nil
        }
    }
}
