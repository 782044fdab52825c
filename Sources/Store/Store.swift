// The store: the door between the shell and the state folder. It takes and gives values, decides
// nothing about mail, and keeps one promise: what a call has returned from survives a kill and a
// power cut; what a call has thrown at has not happened.
//
// One lock stands around the one writing connection, so calls from several threads take turns; a
// call from within a filing's closure would wait for itself, so there is none.

package import Desk
package import Foundation

/// A state folder, open for writing.
package final class Store: Ledger {
    private let door: Door

    /// What a person should know of the folder as it was found, one sentence each.
    package let openingNotes: [String]

    private init(_ writer: Writer) {
        openingNotes = [writer.aside.note].compactMap(\.self)
        door = Door(writer)
    }

    /// Opens a state folder; makes it where there is none.
    ///
    /// With `isCheckedFirst`, the whole database is read for damage before anything is done with
    /// it. `beforeStatement` is told of each writing step before it is taken, counted from 1.
    package static func open(
        folder: String,
        limits: StoreLimits = StoreLimits(),
        isCheckedFirst: Bool = false,
        beforeStatement: (@Sendable (Int, String) -> Void)? = nil
    ) throws(StoreError) -> Store {
        let folder = try StateFolder(folder, making: true)
        let steps = beforeStatement.map { Steps($0) }
        let writer = try Writer(folder, limits: limits, steps: steps)
        if isCheckedFirst, let problem = try writer.connection.problems(thorough: false).first {
            throw .damaged(folder.database, problem)
        }
        return Store(writer)
    }

    // MARK: - Ledger: mails

    package func keep(
        _ mails: [(mail: RawMessage, digest: ContentDigest)]
    ) throws(StoreError) -> [KeptMail] {
        guard !mails.isEmpty else { return [] }
        return try door.withLock { writer throws(StoreError) in try writer.keep(mails) }
    }

    package func takeUnfiled(limit: Int) throws(StoreError) -> [KeptMail] {
        try door.withLock { writer throws(StoreError) in try writer.takeUnfiled(limit: limit) }
    }

    package func doneUIDs(
        of mailbox: MailboxName,
        validity: UInt32
    ) throws(StoreError) -> [ClosedRange<UInt32>] {
        try door.withLock { writer throws(StoreError) in
            try writer.connection.doneUIDs(of: mailbox, validity: validity)
        }
    }

    /// Those of them that are kept from the tickets.
    package func refusedUIDs(
        of mailbox: MailboxName,
        validity: UInt32
    ) throws(StoreError) -> [ClosedRange<UInt32>] {
        try door.withLock { writer throws(StoreError) in
            try writer.connection.refusedUIDs(of: mailbox, validity: validity)
        }
    }

    package func beginAttempt(_ mail: MailID) throws(StoreError) -> Int {
        try door.withLock { writer throws(StoreError) in try writer.beginAttempt(mail) }
    }

    package func takeBackAttempt(_ mail: MailID) throws(StoreError) {
        try door.withLock { writer throws(StoreError) in try writer.takeBackAttempt(mail) }
    }

    package func bytes(of mail: MailID) throws(StoreError) -> [UInt8] {
        try door.withLock { writer throws(StoreError) in
            try writer.mails.read(writer.connection.place(of: mail))
        }
    }

    package func bytes(of letter: OutboxID) throws(StoreError) -> [UInt8] {
        try door.withLock { writer throws(StoreError) in
            try writer.connection.bytes(of: letter)
        }
    }

    package func filing(_ work: (any FilingTransaction) throws -> Void) throws {
        try door.withLock { writer in try writer.filing(work) }
    }

    package func hold(_ mail: MailID, reason: String) throws(StoreError) {
        try door.withLock { writer throws(StoreError) in
            try writer.hold(mail, reason: reason)
        }
    }

    // MARK: - Ledger: letters

    package func dueLetters(
        at now: Date,
        limit: Int,
        except closed: Set<MailboxName> = []
    ) throws(StoreError) -> [OutboxEntry] {
        try door.withLock { writer throws(StoreError) in
            try writer.connection.dueLetters(at: now, limit: limit, except: closed)
        }
    }

    package func nextLetterMoment(
        except closed: Set<MailboxName> = []
    ) throws(StoreError) -> Date? {
        try door.withLock { writer throws(StoreError) in
            try writer.connection.nextLetterMoment(except: closed)
        }
    }

    package func interruptedLetters() throws(StoreError) -> [OutboxEntry] {
        try door.withLock { writer throws(StoreError) in
            try writer.connection.interruptedLetters()
        }
    }

    package func beginSending(_ letters: [OutboxID], at now: Date) throws(StoreError) {
        try door.withLock { writer throws(StoreError) in
            try writer.beginSending(letters, at: now)
        }
    }

    package func record(
        _ outcomes: [(letter: OutboxID, outcome: SendOutcome)],
        at now: Date
    ) throws(StoreError) {
        try door.withLock { writer throws(StoreError) in try writer.record(outcomes, at: now) }
    }

    // MARK: - What a person orders

    /// Does what a person ordered, in its turn.
    func ordered<Value>(
        _ work: (Writer) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try door.withLock { writer throws(StoreError) in try work(writer) }
    }

    /// The same, where the order itself can refuse.
    func inTurn<Value>(_ work: (Writer) throws -> Value) throws -> Value {
        try door.withLock { writer in try work(writer) }
    }

    /// Reads the whole database for damage, and looks whether every pack is as long as it should
    /// be.
    package func checkIntegrity() throws(StoreError) {
        try door.withLock { writer throws(StoreError) in
            let connection = writer.connection
            let problems =
                try connection.problems(thorough: true)
                + connection.packProblems(in: writer.folder)
            if let problem = problems.first { throw .damaged(connection.path, problem) }
        }
    }

    /// Queues a failed letter once more.
    package func retryLetter(_ letter: OutboxID, at now: Date) throws(StoreError) {
        try door.withLock { writer throws(StoreError) in try writer.retryLetter(letter, at: now) }
    }

    /// Takes a queued letter out of the queue; it stays in the outbox as failed.
    package func cancelLetter(_ letter: OutboxID, at now: Date) throws(StoreError) {
        try door.withLock { writer throws(StoreError) in try writer.cancelLetter(letter, at: now) }
    }

    /// Lets a mail out of the quarantine: it is filed by the next pass, and not held there again.
    package func releaseQuarantine(_ mail: MailID) throws(StoreError) {
        try door.withLock { writer throws(StoreError) in
            try writer.releaseQuarantine(mail)
        }
    }
}
