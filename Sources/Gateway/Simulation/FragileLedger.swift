// A store whose process dies: before a call or after it, as a fuse says. Whoever meets the crash
// forgets everything and opens the folder anew, as the next process would.

package import Desk
package import Foundation
import Synchronization

/// The process is gone.
package struct PlayedCrash: WorldFailure {
    package var sentence: String { "the process was killed" }
    package var isTemporary: Bool { true }
}

/// How many calls a store survives.
package final class CrashFuse: Sendable {
    private let left: Mutex<Int?>

    /// Lays a fuse of no length: it never burns down.
    package init() { left = Mutex(nil) }

    /// Lets the process die at the n-th moment from now; there is one before and one after each
    /// call.
    package func light(_ moments: Int) { left.withLock { $0 = moments } }

    /// Takes the fuse away.
    package func extinguish() { left.withLock { $0 = nil } }

    /// Passes one moment.
    func burn() throws {
        let isOver = left.withLock { left in
            guard let now = left else { return false }
            left = now > 0 ? now - 1 : nil
            return now == 0
        }
        if isOver { throw PlayedCrash() }
    }
}

/// A store that can die.
package struct FragileLedger: Ledger {
    private let store: any Ledger
    private let fuse: CrashFuse

    /// Puts a fuse to a store.
    package init(_ store: any Ledger, _ fuse: CrashFuse) {
        self.store = store
        self.fuse = fuse
    }

    private func step<Value>(_ work: () throws -> Value) throws -> Value {
        try fuse.burn()
        let value = try work()
        try fuse.burn()
        return value
    }

    package func keep(
        _ mails: [(mail: RawMessage, digest: ContentDigest)]
    ) throws -> [KeptMail] {
        try step { try store.keep(mails) }
    }

    package func takeUnfiled(limit: Int) throws -> [KeptMail] {
        try step { try store.takeUnfiled(limit: limit) }
    }

    package func beginAttempt(_ mail: MailID) throws -> Int {
        try step { try store.beginAttempt(mail) }
    }

    package func takeBackAttempt(_ mail: MailID) throws {
        try step { try store.takeBackAttempt(mail) }
    }

    package func doneUIDs(
        of mailbox: MailboxName,
        validity: UInt32
    ) throws -> [ClosedRange<UInt32>] {
        try step { try store.doneUIDs(of: mailbox, validity: validity) }
    }

    package func refusedUIDs(
        of mailbox: MailboxName,
        validity: UInt32
    ) throws -> [ClosedRange<UInt32>] {
        try step { try store.refusedUIDs(of: mailbox, validity: validity) }
    }

    package func bytes(of mail: MailID) throws -> [UInt8] { try step { try store.bytes(of: mail) } }

    package func bytes(of letter: OutboxID) throws -> [UInt8] {
        try step { try store.bytes(of: letter) }
    }

    // Within the transaction, too: what was done in it is gone.
    package func filing(_ work: (any FilingTransaction) throws -> Void) throws {
        try step {
            try store.filing { transaction in
                try work(transaction)
                try fuse.burn()
            }
        }
    }

    package func nextTickMoment() throws -> Date? { try step { try store.nextTickMoment() } }

    package func reckonClocks(by settings: String) throws {
        try step { try store.reckonClocks(by: settings) }
    }

    package func mark(_ name: String) throws -> String? { try step { try store.mark(name) } }

    package func absences() throws -> [StaffAbsence] { try step { try store.absences() } }

    package func hold(_ mail: MailID, reason: String) throws {
        try step { try store.hold(mail, reason: reason) }
    }

    package func dueLetters(
        at now: Date,
        limit: Int,
        except closed: Set<MailboxName>
    ) throws -> [OutboxEntry] {
        try step { try store.dueLetters(at: now, limit: limit, except: closed) }
    }

    package func nextLetterMoment(except closed: Set<MailboxName>) throws -> Date? {
        try step { try store.nextLetterMoment(except: closed) }
    }

    package func interruptedLetters() throws -> [OutboxEntry] {
        try step { try store.interruptedLetters() }
    }

    package func beginSending(_ letters: [OutboxID], at now: Date) throws {
        try step { try store.beginSending(letters, at: now) }
    }

    package func record(
        _ outcomes: [(letter: OutboxID, outcome: SendOutcome)],
        at now: Date
    ) throws {
        try step { try store.record(outcomes, at: now) }
    }
}
