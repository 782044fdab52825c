// Looks into a state folder and changes nothing: lists for people and for scripts. It opens the
// database read-only, takes no lock, and may be used while the service runs.

package import Desk
import Foundation
import Synchronization

/// A state folder, open for reading.
package final class StoreReader: Sendable {
    private let door: Mutex<Inside>
    private let folder: StateFolder

    private struct Inside: ~Copyable {
        let connection: Connection
        var mails: PackReader
    }

    /// Opens a folder that exists and that this program can read.
    package init(folder path: String) throws(StoreError) {
        let folder = try StateFolder(path, making: false)
        let (connection, isCurrent) = try Self.connect(to: folder)
        guard isCurrent else {
            let tables = try connection.first("SELECT count(*) FROM sqlite_schema") { $0.count(0) }
            guard tables != 0 else {
                throw StoreError(
                    .older,
                    "\(folder.database) is empty: guichet run --once begins it where no mail was "
                        + "ever filed; else restore the whole folder from a backup"
                )
            }
            throw StoreError(
                .older,
                "\(folder.database) was written by an older Guichet: guichet run --once brings it "
                    + "up to date"
            )
        }
        self.folder = folder
        door = Mutex(Inside(connection: connection, mails: PackReader(folder)))
    }

    // A folder that cannot be written (a backup, a mounted image) is read as it lies there.
    private static func connect(
        to folder: StateFolder
    ) throws(StoreError) -> (Connection, isCurrent: Bool) {
        do throws(StoreError) {
            let connection = try Connection(path: folder.database, access: .read)
            return (connection, try Schema.isCurrent(connection))
        } catch {
            guard folder.isReadOnly, [.noRights, .absent, .inputOutput].contains(error.code),
                folder.isReadable
            else { throw error }
            guard !folder.hasLog else {
                throw StoreError(
                    .noRights,
                    "cannot read \(folder.database): its last changes stand in the file -wal "
                        + "beside it, and the folder is read-only: copy the whole folder to where "
                        + "you may write, and name the copy with --state",
                    number: error.number
                )
            }
            let connection = try Connection(path: folder.database, access: .readFrozen)
            return (connection, try Schema.isCurrent(connection))
        }
    }

    /// Reads what must fit together.
    func read<Value: Sendable>(
        _ work: @Sendable (Connection) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try door.withLock { inside throws(StoreError) in
            let connection = inside.connection
            return try connection.reading { () throws(StoreError) in try work(connection) }
        }
    }

    /// The bytes of a kept mail.
    package func bytes(of mail: MailID) throws(StoreError) -> [UInt8] {
        try door.withLock { inside throws(StoreError) in
            try inside.mails.read(inside.connection.place(of: mail))
        }
    }

    /// What is wrong with the folder's contents, one sentence each; reads all of it.
    ///
    /// A thorough look compares every index with its table, and every mail with its checksum.
    package func problems(thorough: Bool) throws(StoreError) -> [String] {
        let folder = folder
        let found = try read { connection throws(StoreError) in
            try connection.problems(thorough: thorough) + connection.packProblems(in: folder)
        }
        guard thorough else { return found }
        return try found + mailProblems()
    }

    private func mailProblems() throws(StoreError) -> [String] {
        let mails = try read { connection throws(StoreError) in
            try connection.all("SELECT id FROM mail WHERE pack IS NOT NULL AND original IS NULL") {
                MailID($0.integer(0))
            }
        }
        var problems: [String] = []
        for mail in mails {
            do throws(StoreError) {
                _ = try bytes(of: mail)
            } catch {
                problems.append("mail \(mail.row): \(error.sentence)")
            }
        }
        return problems
    }
}
