// The mailbox that a session works in, as the server described it when it was selected. It always
// has a UIDVALIDITY: a server that names none closes the session. While it is being selected what
// is known of it is kept apart, because half a description must not be worked with.

/// A selected mailbox (RFC 9051, 6.3.2).
package struct SelectedMailbox: Hashable, Sendable {
    package let name: MailboxName

    /// Whether nothing can be changed in it.
    package let isReadOnly: Bool

    /// The numbering under which all its UIDs stand.
    package let uidValidity: UIDValidity

    /// A number that is higher than every UID so far, where the server gives it.
    package let uidNext: UID?

    /// The latest change, where the server counts changes for this mailbox (RFC 7162, 3.1.2.1).
    package let highestModSeq: ModSeq?

    /// The flags that last, where the server names them.
    package let permanentFlags: PermanentFlags?

    /// Whether UIDs outlive the session; without that, a mailbox cannot be worked (RFC 4315, 2).
    package let areUIDsSticky: Bool

    /// How many mails it holds at this moment.
    package internal(set) var exists: UInt32
}

/// A mailbox while it is being selected: what the server has said so far.
struct Selection: Hashable, Sendable {
    let name: MailboxName
    let isExamined: Bool
    var uidValidity: UIDValidity?
    var uidNext: UID?
    var highestModSeq: ModSeq?
    var permanentFlags: PermanentFlags?
    var areUIDsSticky = true
    var exists: UInt32 = 0

    init(_ name: MailboxName, isExamined: Bool) {
        self.name = name
        self.isExamined = isExamined
    }

    /// Takes in a response code that came while the mailbox was being selected.
    mutating func take(_ code: ResponseCode) {
        switch code {
        case .uidValidity(let value): uidValidity = value
        case .uidNext(let value): uidNext = value
        case .highestModSeq(let value): highestModSeq = value
        case .noModSeq: highestModSeq = nil
        case .permanentFlags(let value): permanentFlags = value
        case .uidNotSticky: areUIDsSticky = false
        case .alert, .alreadyExists, .appendUID, .authenticationFailed, .authorizationFailed,
            .badCharset, .cannot, .capability, .clientBug, .closed, .contactAdmin, .copyUID,
            .corruption, .expired, .expungeIssued, .inUse, .limit, .modified, .noPermission,
            .nonExistent, .overQuota, .parse, .privacyRequired, .readOnly, .readWrite, .serverBug,
            .throttled, .tooBig, .tryCreate, .unavailable, .other:
            break
        }
    }

    /// The mailbox, when the server's OK has come; nil when it has no UIDVALIDITY.
    func selected(_ response: StatusResponse) -> SelectedMailbox? {
        guard let uidValidity else { return nil }
        return SelectedMailbox(
            name: name,
            isReadOnly: isExamined || response.code == .readOnly,
            uidValidity: uidValidity,
            uidNext: uidNext,
            highestModSeq: highestModSeq,
            permanentFlags: permanentFlags,
            areUIDsSticky: areUIDsSticky,
            exists: exists
        )
    }
}
