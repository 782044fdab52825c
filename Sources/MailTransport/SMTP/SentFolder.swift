// Evidence of what has left: a folder in which copies of sent letters lie, put there by the server,
// by a loop-back address, or by us. Before an uncertain letter is sent again it is looked for here
// by its Message-ID, in all of the folder, whatever flags the copies bear.

package import Desk
package import Foundation
import IMAPWire
import Synchronization

/// A folder of copies on an IMAP server.
package final class SentFolder: Sendable {
    private let endpoint: Endpoint
    private let account: Account
    private let folder: String
    private let timeouts: Timeouts
    private let kept = Mutex<Kept>(Kept())

    private struct Kept {
        var conversation: IMAPConversation?
        var name: IMAPWire.MailboxName?
    }

    /// The largest answer that is read: there are no bodies in what is asked here.
    private static let literalMaximum = 65_536

    /// Names a folder; nothing is opened yet.
    package init(
        endpoint: Endpoint,
        account: Account,
        folder: String,
        timeouts: Timeouts = Timeouts()
    ) {
        self.timeouts = timeouts
        self.endpoint = endpoint
        self.account = account
        self.folder = folder
    }

    /// Which of these letters have a copy.
    package func delivered(
        among ids: Set<MessageID>,
        now: Date
    ) throws(TransportError) -> Set<MessageID> {
        guard !ids.isEmpty else { return [] }
        // Opened anew: what another connection has put there in the meantime must be seen.
        let conversation = try open(now)
        defer { conversation.leave() }
        _ = try conversation.open(folder, toChange: false)
        var found: Set<MessageID> = []
        for id in ids where try has(id, conversation) { found.insert(id) }
        return found
    }

    private func has(
        _ id: MessageID,
        _ conversation: IMAPConversation
    ) throws(TransportError) -> Bool {
        guard let text = SearchText(id.text) else { return false }
        let (end, events) = try conversation.run(.search([.messageID(text)]))
        guard end.response.status == .ok else {
            throw conversation.refusal(end.response, of: "search the folder of sent letters")
        }
        for case .found(_, let result) in events { return !result.uids.isEmpty }
        return false
    }

    /// Puts copies of letters into the folder, as read.
    package func append(_ letters: [[UInt8]], now: Date) throws(TransportError) {
        try kept.withLock { kept throws(TransportError) in
            if let conversation = kept.conversation {
                kept.conversation = nil
                // The server may have closed it; then one new connection is tried.
                if (try? conversation.run(.noop)) != nil { kept.conversation = conversation }
            }
            let conversation = if let kept = kept.conversation { kept } else { try open(now) }
            kept.conversation = nil
            if kept.name == nil { kept.name = try conversation.find(folder).found }
            // One that is missing is refused by the server itself, with its own words.
            let name = if let name = kept.name { name } else { try IMAPSource.folder(folder) }
            for bytes in letters { try append(bytes, to: name, conversation, now) }
            kept.conversation = conversation
        }
    }

    private func append(
        _ bytes: [UInt8],
        to name: IMAPWire.MailboxName,
        _ conversation: IMAPConversation,
        _ now: Date
    ) throws(TransportError) {
        guard let literal = Literal(Self.canonical(bytes)) else { return }
        let date = InternalDate(secondsSince1970: Int64(now.timeIntervalSince1970))
        let (end, _) = try conversation.run(
            .append(literal, to: name, flags: [.seen], date: date)
        )
        guard end.response.status == .ok else { throw refusal(end, conversation) }
    }

    /// Connects and opens the folder; changes nothing.
    package func look(now: Date) throws(TransportError) {
        let conversation = try open(now)
        defer { conversation.leave() }
        _ = try conversation.open(folder, toChange: false)
    }

    private func open(_ now: Date) throws(TransportError) -> IMAPConversation {
        try IMAPConversation(
            Connection.open(endpoint, as: account, now: now, timeouts: timeouts),
            literalBytesMaximum: Self.literalMaximum
        )
    }

    private func refusal(_ end: Completion, _ conversation: IMAPConversation) -> TransportError {
        let deed = "take a copy into \(folder.fitForSentence)"
        let refusal = conversation.refusal(end.response, of: deed)
        guard end.response.code == .overQuota else { return refusal }
        return TransportError(
            .full,
            "\(conversation.server) refuses to \(deed) and says: "
                + "\(conversation.said(end.response)); free some space in this account"
        )
    }

    /// Every line end as CRLF, as IMAP wants it.
    static func canonical(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 32)
        var last: UInt8 = 0
        for byte in bytes {
            if last == 0x0D, byte != 0x0A { result.append(0x0A) }
            if byte == 0x0A, last != 0x0D { result.append(0x0D) }
            result.append(byte)
            last = byte
        }
        if last == 0x0D { result.append(0x0A) }
        return result
    }
}
