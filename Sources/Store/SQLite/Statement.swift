// One prepared statement: prepared once, bound and stepped many times. Only Connection makes and
// uses it; rows are read while it stands on them, and nothing of SQLite's memory is handed out.

import CSQLite
import Foundation

// Safe: the pointer is this object's own from preparation to finalisation and is never handed out.
@safe final class Statement {
    private let handle: OpaquePointer
    /// Whether stepping it can change the database.
    let isWriting: Bool
    private(set) var isBusy = false

    /// Takes a prepared statement over.
    init(owning handle: OpaquePointer) {
        unsafe self.handle = unsafe handle
        isWriting = unsafe sqlite3_stmt_readonly(handle) == 0
    }

    deinit { unsafe sqlite3_finalize(handle) }

    /// Binds all its values; they must be as many as the statement has places.
    func bind(_ values: [SQLValue]) -> Int32 {
        precondition(!isBusy, "a statement is used while its rows are being read")
        precondition(
            unsafe Int(sqlite3_bind_parameter_count(handle)) == values.count,
            "a statement was given \(values.count) values, which is not what it has places for"
        )
        for (place, value) in zip(Int32(1)..., values) {
            let status = bind(value, at: place)
            guard status == SQLITE_OK else { return status }
        }
        isBusy = true
        return SQLITE_OK
    }

    private func bind(_ value: SQLValue, at place: Int32) -> Int32 {
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(handle, place)
        case .integer(let number):
            return unsafe sqlite3_bind_int64(handle, place, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                guard let length = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
                return unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                    unsafe guichet_bind_text(handle, place, characters.baseAddress, length)
                }
            }
        case .blob(let bytes):
            return unsafe bytes.withUnsafeBytes { buffer in
                guard let length = Int32(exactly: buffer.count) else { return SQLITE_TOOBIG }
                return unsafe guichet_bind_blob(handle, place, buffer.baseAddress, length)
            }
        }
    }

    /// Goes to the next row; the status is SQLITE_ROW, SQLITE_DONE or an error.
    func step() -> Int32 { unsafe sqlite3_step(handle) }

    /// Makes it ready for the next use.
    func reset() {
        // The status repeats the last step's, which was looked at already.
        _ = unsafe sqlite3_reset(handle)
        _ = unsafe sqlite3_clear_bindings(handle)
        isBusy = false
    }

    // MARK: - The columns of the row on which it stands

    func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    func isInteger(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(handle, column) == SQLITE_INTEGER
    }

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String {
        // The text is asked for before its length: asking may convert it.
        guard let start = unsafe sqlite3_column_text(handle, column) else { return "" }
        let length = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: length),
            as: UTF8.self
        )
    }

    func blob(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
        let length = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: length))
    }
}

/// The text of a statement, by which it is found again.
///
/// Some twenty are looked up for each mail: to hash their whole texts would cost more than to look
/// up by their lengths and compare the few that share one.
struct StatementText: Hashable {
    /// The text.
    let sql: String

    func hash(into hasher: inout Hasher) { hasher.combine(sql.utf8.count) }
}

/// The row on which a statement stands; columns are counted from 0.
struct Row {
    private let statement: Statement
    private let path: String

    init(_ statement: Statement, in path: String) {
        self.statement = statement
        self.path = path
    }

    func isNull(_ column: Int32) -> Bool { statement.isNull(column) }
    func isInteger(_ column: Int32) -> Bool { statement.isInteger(column) }
    func integer(_ column: Int32) -> Int64 { statement.integer(column) }
    func count(_ column: Int32) -> Int { Int(statement.integer(column)) }
    func flag(_ column: Int32) -> Bool { statement.integer(column) != 0 }
    func text(_ column: Int32) -> String { statement.text(column) }
    func bytes(_ column: Int32) -> [UInt8] { statement.blob(column) }
    func moment(_ column: Int32) -> Date { Date(microseconds: statement.integer(column)) }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
    func optionalMoment(_ column: Int32) -> Date? { isNull(column) ? nil : moment(column) }

    /// Insists on a value that only a damaged database can lack.
    func require<Value>(_ value: Value?, _ name: String) throws(StoreError) -> Value {
        guard let value else { throw .damaged(path, "\(name) holds no value that fits") }
        return value
    }
}
