// One connection to the database: opens it, keeps every statement prepared, and turns each
// failure into a StoreError. It knows nothing of tickets.
//
// It never checkpoints by itself, neither after a commit nor on closing (SQLite 3.40.1 can
// corrupt a database that one process writes while another checkpoints): `checkpoint` is called
// by whoever holds the write lock.

import CSQLite
import Foundation

// Safe: the pointer is this object's own from opening to closing and is never handed out. Not
// Sendable: whoever owns a connection sees to it that one thread uses it at a time.
@safe final class Connection {
    /// What a connection is for.
    enum Access {
        /// Reads and writes; the file exists.
        case write
        /// Reads only, and can do nothing else.
        case read
        /// Reads a file that nobody writes and that has no log beside it; makes nothing there.
        case readFrozen
    }

    /// The database's path.
    let path: String
    /// Frames in the write-ahead log after the last commit of this connection.
    private(set) var logFrames = 0

    private let handle: OpaquePointer
    private var statements: [StatementText: Statement] = [:]
    private let steps: Steps?

    /// How long SQLite itself waits for a lock that only a moment's work can hold.
    private static let busyMilliseconds: Int32 = 5_000

    /// Opens an existing file.
    init(path: String, access: Access, steps: Steps? = nil) throws(StoreError) {
        let flags =
            switch access {
            case .write: SQLITE_OPEN_READWRITE
            case .read: SQLITE_OPEN_READONLY
            case .readFrozen: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            }
        var opened: OpaquePointer?
        let name = access == .readFrozen ? Self.frozenName(of: path) : path
        let status = unsafe sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let handle = unsafe opened else { throw .system(ENOMEM, "open", path) }
        guard status == SQLITE_OK else {
            let error = unsafe Self.error(status, of: handle, path: path)
            unsafe sqlite3_close_v2(handle)
            throw error
        }
        unsafe self.handle = unsafe handle
        self.path = path
        self.steps = steps
        try prepare(for: access)
    }

    deinit {
        statements.removeAll()
        unsafe sqlite3_close_v2(handle)
    }

    // Where a folder cannot be written, SQLite could not even make the files that a reader shares.
    private static func frozenName(of path: String) -> String {
        let written = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return "file:\(written)?immutable=1"
    }

    private func prepare(for access: Access) throws(StoreError) {
        unsafe sqlite3_extended_result_codes(handle, 1)
        unsafe sqlite3_busy_timeout(handle, Self.busyMilliseconds)
        unsafe _ = guichet_db_switch(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        // A damaged or hostile file cannot make its own schema do anything.
        unsafe _ = guichet_db_switch(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
        unsafe _ = guichet_db_switch(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        unsafe _ = guichet_db_switch(handle, SQLITE_DBCONFIG_DQS_DML, 0)
        unsafe _ = guichet_db_switch(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
        try execute("PRAGMA wal_autocheckpoint = 0")
        try execute("PRAGMA cell_size_check = ON")
        switch access {
        case .read, .readFrozen:
            try execute("PRAGMA query_only = ON")
        case .write:
            try execute("PRAGMA synchronous = FULL")
            try execute("PRAGMA foreign_keys = ON")
            try execute("PRAGMA recursive_triggers = ON")
            countLogFrames()
        }
    }

    private func countLogFrames() {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe sqlite3_wal_hook(
            handle,
            { context, _, _, frames in
                if let context = unsafe context {
                    // The connection is alive: the hook is called from within its own step.
                    let connection = unsafe Unmanaged<Connection>.fromOpaque(context)
                    unsafe connection.takeUnretainedValue().logFrames = Int(frames)
                }
                return SQLITE_OK
            },
            context
        )
    }

    // MARK: - Statements

    /// Carries a statement out and returns how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: SQLValue...) throws(StoreError) -> Int {
        try each(sql, values) { _ throws(StoreError) in }
        return unsafe Int(sqlite3_changes64(handle))
    }

    /// The first row of a query, mapped; nil where there is none.
    func first<Value>(
        _ sql: String,
        _ values: SQLValue...,
        map: (Row) throws(StoreError) -> Value
    ) throws(StoreError) -> Value? {
        let statement = try begin(sql, values)
        defer { statement.reset() }
        guard try step(statement) else { return nil }
        return try map(Row(statement, in: path))
    }

    /// All rows of a query, mapped.
    func all<Value>(
        _ sql: String,
        _ values: SQLValue...,
        map: (Row) throws(StoreError) -> Value
    ) throws(StoreError) -> [Value] {
        try all(sql, values, map: map)
    }

    /// All rows of a query whose values come as a list.
    func all<Value>(
        _ sql: String,
        _ values: [SQLValue],
        map: (Row) throws(StoreError) -> Value
    ) throws(StoreError) -> [Value] {
        var rows: [Value] = []
        try each(sql, values) { row throws(StoreError) in rows.append(try map(row)) }
        return rows
    }

    /// The row that the last insertion made.
    var lastRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

    /// Carries out a statement that is not worth keeping prepared (schema, settings).
    func execute(_ sql: String) throws(StoreError) {
        let statement = try compile(sql)
        if statement.isWriting { steps?.next(sql) }
        while try step(statement) {}
    }

    /// The one number that a PRAGMA answers.
    func number(_ pragma: String) throws(StoreError) -> Int64 {
        let statement = try compile("PRAGMA \(pragma)")
        return try step(statement) ? statement.integer(0) : 0
    }

    /// Whether nothing was ever put into the database.
    func isEmpty() throws(StoreError) -> Bool {
        try first("SELECT count(*) FROM sqlite_schema") { $0.integer(0) } == 0
    }

    private func each(
        _ sql: String,
        _ values: [SQLValue],
        _ body: (Row) throws(StoreError) -> Void
    ) throws(StoreError) {
        let statement = try begin(sql, values)
        defer { statement.reset() }
        let row = Row(statement, in: path)
        while try step(statement) { try body(row) }
    }

    private func begin(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> Statement {
        let statement: Statement
        let text = StatementText(sql: sql)
        if let known = statements[text] {
            statement = known
        } else {
            statement = try compile(sql)
            statements[text] = statement
        }
        if statement.isWriting { steps?.next(sql) }
        let status = statement.bind(values)
        guard status == SQLITE_OK else {
            statement.reset()
            throw error(status)
        }
        return statement
    }

    private func compile(_ sql: String) throws(StoreError) -> Statement {
        var prepared: OpaquePointer?
        let status = unsafe sqlite3_prepare_v3(
            handle,
            sql,
            -1,
            UInt32(SQLITE_PREPARE_PERSISTENT),
            &prepared,
            nil
        )
        guard status == SQLITE_OK, let prepared = unsafe prepared else { throw error(status) }
        return unsafe Statement(owning: prepared)
    }

    private func step(_ statement: Statement) throws(StoreError) -> Bool {
        // When a commit fails, SQLite tells the kind of failure and forgets its number.
        errno = 0
        let status = statement.step()
        let system = errno
        switch status {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw error(status, system: system)
        }
    }

    // MARK: - Transactions

    /// Whether a transaction is open.
    var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    /// Begins a transaction that will write.
    func begin() throws(StoreError) {
        try run("BEGIN IMMEDIATE")
    }

    /// Makes everything since `begin` durable.
    func commit() throws(StoreError) {
        steps?.next("COMMIT")
        try run("COMMIT")
    }

    /// Undoes everything since `begin`; a failure inside may have done so already.
    func rollBack() {
        // Where even this fails, closing the connection or the next `begin` undoes it.
        if isInTransaction { _ = try? run("ROLLBACK") }
    }

    /// Carries out several reads that must fit together.
    func reading<Value>(_ work: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        try run("BEGIN")
        defer { rollBack() }
        return try work()
    }

    // MARK: - Checkpoints

    /// Copies the log into the database; true where all of it was copied.
    ///
    /// Only for the holder of the write lock.
    func checkpoint(truncating: Bool) throws(StoreError) -> Bool {
        steps?.next(truncating ? "checkpoint (truncate)" : "checkpoint (passive)")
        // Truncating waits for readers; they are short, but nobody holds the write lock for them.
        unsafe sqlite3_busy_timeout(handle, 0)
        defer { unsafe sqlite3_busy_timeout(handle, Self.busyMilliseconds) }
        var frames: Int32 = 0
        var copied: Int32 = 0
        let status = unsafe sqlite3_wal_checkpoint_v2(
            handle,
            nil,
            truncating ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
            &frames,
            &copied
        )
        if status & 0xFF == SQLITE_BUSY { return false }
        guard status == SQLITE_OK else { throw error(status) }
        return frames == copied
    }

    // MARK: - Errors

    private func error(_ status: Int32, system: Int32 = 0) -> StoreError {
        unsafe Self.error(status, system: system, of: handle, path: path)
    }

    private static func error(
        _ status: Int32,
        system: Int32 = 0,
        of handle: OpaquePointer,
        path: String
    ) -> StoreError {
        // A value that is too large for SQLite never reaches it, and leaves no message there.
        let isKnown = unsafe sqlite3_errcode(handle) & 0xFF == status & 0xFF
        let known = unsafe sqlite3_system_errno(handle)
        return .sqlite(
            unsafe isKnown ? sqlite3_extended_errcode(handle) : status,
            system: known == 0 ? system : known,
            message: unsafe String(
                cString: isKnown ? sqlite3_errmsg(handle) : sqlite3_errstr(status)
            ),
            path: path
        )
    }
}
