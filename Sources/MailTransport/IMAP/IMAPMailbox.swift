// A folder on an IMAP server as a source of mail: the same shape as a Maildir's, with a connection
// that is kept between passes and opened anew when it was lost.
//
// Its calls take turns; one thread per mailbox is meant to make them, for they wait for the server.
// a wait for news is ended by a bell that the caller hangs up.

package import Desk
package import Foundation
import Glibc
import IMAPWire
import Synchronization

/// A source of mail on an IMAP server.
package final class IMAPMailbox: Sendable {
    private let source: IMAPSource
    private let now: @Sendable () -> Date
    private let ended: Ended
    private let inside = Mutex(Inside())

    private struct Inside {
        var visit: IMAPVisit?
    }

    /// The UIDs of mails that have found their end, under a UIDVALIDITY.
    struct Ended: Sendable {
        let done: @Sendable (UInt32) throws -> [ClosedRange<UInt32>]
        let refused: @Sendable (UInt32) throws -> [ClosedRange<UInt32>]
    }

    /// What ended a wait.
    package enum News: Hashable, Sendable {
        /// There may be new mail.
        case mail
        /// The time is over.
        case time
        /// Somebody wants something else.
        case interrupted
    }

    /// Names a source; nothing is opened yet.
    ///
    /// `done` gives the UIDs under a UIDVALIDITY whose mails have found their end, `refused` those
    /// among them that are kept from the tickets; they are asked each time the folder is selected.
    package init(
        _ source: IMAPSource,
        now: @escaping @Sendable () -> Date,
        done: @escaping @Sendable (_ validity: UInt32) throws -> [ClosedRange<UInt32>],
        refused: @escaping @Sendable (_ validity: UInt32) throws -> [ClosedRange<UInt32>] = { _ in
            []
        }
    ) {
        self.source = source
        self.now = now
        ended = Ended(done: done, refused: refused)
    }

    // MARK: A pass

    /// Looks what is waiting; the mails themselves come batch by batch.
    ///
    /// A kept connection that has died in the meantime is opened anew, once.
    package func beginPass() throws(TransportError) {
        try inside.withLock { inside throws(TransportError) in
            if let visit = inside.visit {
                do throws(TransportError) {
                    return try visit.beginPass(now: now())
                } catch {
                    inside.visit = nil
                    guard [.closed, .mute].contains(error.code) else { throw error }
                }
            }
            try self.visiting(&inside) { visit throws(TransportError) in
                try visit.beginPass(now: now())
            }
        }
    }

    /// The next mails: at most so many and, beyond the first one, at most so many bytes.
    ///
    /// - Returns: a batch without mails only at the end of the pass.
    package func next(count: Int, bytes: Int) throws(TransportError) -> IMAPBatch {
        precondition(count > 0 && bytes > 0, "a batch must have room for a mail")
        return try inside.withLock { inside throws(TransportError) in
            try self.visiting(&inside) { visit throws(TransportError) in
                try visit.next(count: count, bytes: bytes)
            }
        }
    }

    /// What was noted since the last batch, as about marks: sentences for people.
    package func takeComplaints() -> [String] {
        inside.withLock { $0.visit?.notedComplaints() ?? [] }
    }

    /// Marks mails whose filing is durable; can be repeated at will.
    ///
    /// What a lost connection leaves unmarked is marked at the next visit.
    package func markDone(_ origins: [MailOrigin]) throws(TransportError) {
        try mark(origins, in: nil)
    }

    /// Marks mails that are kept from the tickets: they go to the folder for them, where there is
    /// one.
    package func markRefused(_ origins: [MailOrigin]) throws(TransportError) {
        try mark(origins, in: source.refused)
    }

    private func mark(_ origins: [MailOrigin], in folder: String?) throws(TransportError) {
        guard !origins.isEmpty else { return }
        try inside.withLock { inside throws(TransportError) in
            try self.visiting(&inside) { visit throws(TransportError) in
                try visit.markDone(origins, in: folder, now: now())
            }
        }
    }

    // MARK: Waiting

    /// Waits for new mail, by IDLE where the server can.
    ///
    /// The connection must have been used for a pass; without one there may be mail at any time.
    /// The bell is a descriptor that becomes readable when somebody wants something else; it is
    /// only looked at.
    package func waitForNews(
        milliseconds: Int,
        orBell bell: Int32? = nil
    ) throws(TransportError) -> News {
        try inside.withLock { inside throws(TransportError) in
            guard let visit = inside.visit else { return .mail }
            guard !visit.hasNews else { return .mail }
            guard visit.canIdle else {
                return Self.isRung(bell, within: milliseconds) ? .interrupted : .time
            }
            return try self.visiting(&inside) { visit throws(TransportError) in
                try visit.idle(milliseconds: milliseconds, bell: bell)
            }
        }
    }

    private static func isRung(_ bell: Int32?, within milliseconds: Int) -> Bool {
        var question = pollfd(fd: bell ?? -1, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&question, 1, Int32(clamping: milliseconds)) > 0
    }

    /// Ends the connection politely.
    package func close() {
        inside.withLock { inside in
            inside.visit?.conversation.leave()
            inside.visit = nil
        }
    }

    // MARK: A look

    /// What a look at the server tells.
    package struct Look: Sendable {
        /// The server.
        package let server: ServerLook
        /// How many mails the folder holds.
        package let mails: Int
        /// The folders that mails are moved to, as they are called there.
        package let targets: [String]
        /// What is wrong, one sentence each.
        package let complaints: [String]
    }

    /// Connects, selects the folder, looks for the folders that mails move to; changes nothing.
    package func look() throws(TransportError) -> Look {
        let nothing = Ended(done: { _ in [] }, refused: { _ in [] })
        let visit = try IMAPVisit(source, now: now(), ended: nothing)
        defer { visit.conversation.leave() }
        return try visit.look()
    }

    private func visiting<Result>(
        _ inside: inout Inside,
        _ work: (IMAPVisit) throws(TransportError) -> Result
    ) throws(TransportError) -> Result {
        do throws(TransportError) {
            let visit =
                if let visit = inside.visit { visit } else {
                    try IMAPVisit(source, now: now(), ended: ended)
                }
            inside.visit = visit
            return try work(visit)
        } catch {
            // A server that asks for patience is not asked to let us in again as well.
            if error.code != .busy { inside.visit = nil }
            throw error
        }
    }
}
