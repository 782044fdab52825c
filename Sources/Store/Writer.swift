// The one place from which the state folder is written: it owns the connection, the packs and the
// write lock, and every change goes through `transaction` or `filing`.
//
// The order within a transaction is the promise: lock, begin, change, make the packs durable,
// commit (which is durable when it returns), perhaps checkpoint, unlock. Whatever fails before
// the commit leaves everything as it was.

import Desk
import Foundation

// Unchecked: reached through the door of its Store alone, so one thread uses it at a time. The
// compiler cannot see that, because a filing's closure is the caller's and not Sendable.
final class Writer: @unchecked Sendable {
    let folder: StateFolder
    let connection: Connection
    let limits: StoreLimits
    var packs: PackWriter
    var mails: PackReader
    var aside: AsideFolder
    let lock: LockFile
    private var checkpointFrames: Int

    /// Opens a folder's database, and brings it up to date where it is older.
    init(
        _ folder: StateFolder,
        limits: StoreLimits,
        steps: Steps?
    ) throws(StoreError) {
        self.folder = folder
        self.limits = limits
        connection = try Connection(path: folder.database, access: .write, steps: steps)
        packs = PackWriter(folder, steps: steps)
        mails = PackReader(folder)
        aside = AsideFolder(folder)
        lock = try LockFile(folder.writeLock, owner: folder.owner)
        checkpointFrames = limits.logBytes / Schema.pageBytes
        try bringUpToDate()
        try setAsideUnknownMails()
        if let pages = limits.databasePages {
            try connection.execute("PRAGMA max_page_count = \(pages)")
        }
    }

    private func bringUpToDate() throws(StoreError) {
        guard try !Schema.isCurrent(connection) else { return }
        try lock.lock(waitingMilliseconds: limits.lockWaitMilliseconds)
        defer { lock.unlock() }
        try refuseToReplaceLostDatabase()
        try Schema.migrate(connection)
        try folder.flush(folder.path)
    }

    // Mails without a database were filed once, and their numbers are in clients' hands: a new
    // database would write over them and give the same numbers again.
    private func refuseToReplaceLostDatabase() throws(StoreError) {
        let tables = try connection.first("SELECT count(*) FROM sqlite_schema") { $0.count(0) }
        guard tables == 0 else { return }
        let packs = try? FileManager.default.contentsOfDirectory(atPath: folder.rawFolder)
        guard packs?.contains(where: { $0.hasSuffix(".pack") }) == true else { return }
        throw StoreError(
            .damaged,
            "\(folder.database) is empty, but \(folder.rawFolder) holds mail: restore the whole "
                + "folder from a backup, or move it away to begin anew"
        )
    }

    /// Runs one durable transaction.
    func transaction<Value>(
        _ work: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try begin()
        let value: Value
        do throws(StoreError) {
            value = try work()
        } catch {
            abandon()
            throw error
        }
        try commit()
        return value
    }

    /// Runs a filing transaction; everything that `work` filed becomes durable together.
    func filing(_ work: (any FilingTransaction) throws -> Void) throws {
        try begin()
        let filing = Filing(connection)
        do {
            try work(filing)
            try filing.end()
        } catch {
            abandon()
            throw error
        }
        try commit()
    }

    /// Carries out what a person ordered about tickets, whole or not at all.
    func ordering<Value>(_ work: (TicketOrders) throws -> Value) throws -> Value {
        try begin()
        let value: Value
        do {
            value = try work(TicketOrders(connection))
        } catch {
            abandon()
            throw error
        }
        try commit()
        return value
    }

    private func begin() throws(StoreError) {
        try lock.lock(waitingMilliseconds: limits.lockWaitMilliseconds)
        do throws(StoreError) {
            try connection.begin()
        } catch {
            lock.unlock()
            throw error
        }
    }

    private func abandon() {
        connection.rollBack()
        lock.unlock()
    }

    private func commit() throws(StoreError) {
        do throws(StoreError) {
            try connection.commit()
        } catch {
            abandon()
            throw error
        }
        checkpointWhenDue()
        lock.unlock()
    }

    // What was committed is durable whatever happens here, so a failure is not the transaction's:
    // the log keeps what could not be copied, and the next transaction tries again.
    private func checkpointWhenDue() {
        guard connection.logFrames >= checkpointFrames else { return }
        let step = limits.logBytes / Schema.pageBytes
        do throws(StoreError) {
            let isComplete = try connection.checkpoint(truncating: false)
            // A reader that holds on to an old page keeps the log from starting anew.
            checkpointFrames = isComplete ? step : connection.logFrames + step
            if connection.logFrames * Schema.pageBytes > limits.logFileBytes {
                _ = try connection.checkpoint(truncating: true)
            }
        } catch {
            checkpointFrames = connection.logFrames + step
        }
    }
}
