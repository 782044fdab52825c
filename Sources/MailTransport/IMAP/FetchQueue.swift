// In which order mails are asked for and handed over: oldest first by the moment of reception, so
// that an answer does not overtake its parent. They are asked for in portions, of which two are
// under way at once; a portion is handed over when all of it has been answered.
//
// Pure: it sees values and says what to ask next. What nobody answered is not asked for again in
// the same pass, except that a portion that was refused whole is asked for mail by mail, once.

import Desk
import Foundation
import IMAPWire

/// What is known of a mail before it is read.
struct AwaitedMail: Hashable {
    let uid: UID
    let receivedAt: Date
    let size: Int64
}

/// Some mails that one command asks for.
struct FetchPortion: Hashable {
    let mails: [AwaitedMail]
    /// Whether only headers are asked for, because the mails are too large.
    let isHeaders: Bool

    /// The most mails of a portion, and about the most bytes.
    static let mailsMaximum = 100
    static let bytesMaximum: Int64 = 8_000_000

    /// What to send for it.
    var command: Command {
        let uids = UIDSet(mails.map(\.uid))
        if isHeaders { return .fetchHeaders(uids) }
        let sizes = Dictionary(mails.map { ($0.uid, $0.size) }) { first, _ in first }
        return .fetchBodies(uids, sizes: sizes)
    }
}

/// The mails of one pass on their way.
struct FetchQueue {
    /// How many portions are under way at once.
    static let portionsAtOnce = 2

    private var waiting: [AwaitedMail]
    private var position = 0
    private var again: [FetchPortion] = []
    private var underway: [Underway] = []
    private var ready: [RawMessage] = []
    private let messageBytesMaximum: Int64

    private struct Underway {
        let tag: Tag
        let portion: FetchPortion
        var answers: [UID: RawMessage] = [:]
        var refused: [UID] = []
        var isOver = false
    }

    /// Puts mails in order.
    init(_ mails: [AwaitedMail], messageBytesMaximum: Int) {
        waiting = mails.sorted { ($0.receivedAt, $0.uid) < ($1.receivedAt, $1.uid) }
        self.messageBytesMaximum = Int64(messageBytesMaximum)
    }

    /// Whether every mail has been handed over or given up.
    var isOver: Bool { isAllAsked && underway.isEmpty && ready.isEmpty }

    /// Whether answers are due.
    var isUnderway: Bool { !underway.isEmpty }

    /// Whether mails can be handed over.
    var hasReady: Bool { !ready.isEmpty }

    /// How many mails have not been handed over.
    var remaining: Int {
        waiting.count - position + again.reduce(0) { $0 + $1.mails.count }
            + underway.reduce(0) { $0 + $1.portion.mails.count } + ready.count
    }

    private var isAllAsked: Bool { position == waiting.count && again.isEmpty }

    // MARK: Asking

    /// The next portion, if another one may be asked for now; `begin` takes it.
    ///
    /// Where mails lie ready that nobody has taken, the server is not asked for more than the two
    /// portions: what is in memory has a bound.
    func nextPortion() -> FetchPortion? {
        guard underway.count < Self.portionsAtOnce, !isAllAsked else { return nil }
        return again.first ?? portion(from: position)
    }

    /// The portion was asked for under a tag.
    mutating func begin(_ portion: FetchPortion, as tag: Tag) {
        if again.first == portion {
            again.removeFirst()
        } else {
            position += portion.mails.count
        }
        underway.append(Underway(tag: tag, portion: portion))
    }

    private func portion(from start: Int) -> FetchPortion {
        let isHeaders = isTooLarge(waiting[start])
        var bytes: Int64 = 0
        var end = start
        while end < waiting.count, end - start < FetchPortion.mailsMaximum {
            let mail = waiting[end]
            guard isTooLarge(mail) == isHeaders else { break }
            let weight = isHeaders ? 0 : mail.size
            guard end == start || bytes + weight <= FetchPortion.bytesMaximum else { break }
            bytes += weight
            end += 1
        }
        return FetchPortion(mails: Array(waiting[start..<end]), isHeaders: isHeaders)
    }

    private func isTooLarge(_ mail: AwaitedMail) -> Bool { mail.size > messageBytesMaximum }

    // MARK: Answers

    /// A mail has come; nil where nobody waits for it any more.
    mutating func take(_ mail: RawMessage, of uid: UID) {
        guard let index = index(of: uid) else { return }
        underway[index].answers[uid] = mail
    }

    /// A mail that had come is not believed any more.
    mutating func doubt(_ uid: UID) {
        guard let index = index(of: uid) else { return }
        underway[index].answers[uid] = nil
    }

    /// The server refused these mails; returns those that will not be asked for again.
    mutating func refuse(_ uids: UIDSet) -> [UID] {
        var given: [UID] = []
        for uid in uids {
            guard let index = index(of: uid) else { continue }
            if underway[index].portion.mails.count > 1 {
                underway[index].refused.append(uid)
            } else {
                given.append(uid)
            }
        }
        return given
    }

    /// A command has ended; false where it was not about this queue.
    mutating func end(_ tag: Tag) -> Bool {
        guard let index = underway.firstIndex(where: { $0.tag == tag }) else { return false }
        underway[index].isOver = true
        while let first = underway.first, first.isOver {
            ready += first.portion.mails.compactMap { first.answers[$0.uid] }
            let refused = Set(first.refused)
            again += first.portion.mails.filter { refused.contains($0.uid) }
                .map { FetchPortion(mails: [$0], isHeaders: first.portion.isHeaders) }
            underway.removeFirst()
        }
        return true
    }

    /// Asks for nothing more; what has come is still handed over.
    mutating func stopAsking() {
        position = waiting.count
        again = []
    }

    /// When a mail that is under way was received.
    func moment(of uid: UID) -> Date? {
        guard let index = index(of: uid) else { return nil }
        return underway[index].portion.mails.first { $0.uid == uid }?.receivedAt
    }

    private func index(of uid: UID) -> Int? {
        underway.firstIndex { entry in entry.portion.mails.contains { $0.uid == uid } }
    }

    // MARK: Handing over

    /// Mails that lie ready: at most so many and, beyond the first one, at most so many bytes.
    mutating func handOver(count: Int, bytes budget: Int) -> [RawMessage] {
        var bytes = 0
        var end = 0
        while end < min(count, ready.count) {
            bytes += ready[end].bytes.count
            guard end == 0 || bytes <= budget else { break }
            end += 1
        }
        let mails = Array(ready[..<end])
        ready.removeFirst(end)
        return mails
    }
}
