// From the numbers of the system and of SQLite to a failure that a person can act on. One table
// each, so that a test can walk through them.

import CSQLite
import Foundation

extension StoreError {
    /// The failure behind a system call's errno.
    static func system(_ number: Int32, _ verb: String, _ path: String) -> StoreError {
        switch number {
        case ENOSPC, EDQUOT, EFBIG:
            return .full(path, number: number)
        case EROFS:
            return StoreError(
                .noRights,
                "cannot \(verb) \(path): its file system is read-only: remount it for writing, "
                    + "or name another folder with --state",
                number: number
            )
        case EACCES, EPERM:
            return .noRights(path, to: verb, number: number)
        case ENOENT:
            return StoreError(
                .absent,
                "\(path) does not exist: check --state, or restore it from a backup",
                number: number
            )
        case ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG, EEXIST, EINVAL:
            return StoreError(
                .unsuitable,
                "cannot \(verb) \(path) (\(text(number))): name another folder with --state",
                number: number
            )
        case EMFILE, ENFILE, ENOMEM, EAGAIN:
            return StoreError(
                .exhausted,
                "cannot \(verb) \(path) (\(text(number))): the machine is short of it; "
                    + "this is tried again",
                number: number
            )
        default:
            return StoreError(
                .inputOutput,
                "cannot \(verb) \(path) (\(text(number))): check the disk; this is tried again",
                number: number
            )
        }
    }

    /// The failure behind an extended result code of SQLite.
    ///
    /// `system` is the errno that SQLite met, 0 if none; `message` is what it says, which names
    /// tables and columns, never values.
    static func sqlite(
        _ number: Int32,
        system: Int32 = 0,
        message: String,
        path: String
    ) -> StoreError {
        switch number & 0xFF {
        case SQLITE_FULL:
            return .full(path, number: number)
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
            return StoreError(
                .locked,
                "\(path) is in use by another process; nothing was changed; try again",
                number: number
            )
        case SQLITE_IOERR, SQLITE_CANTOPEN:
            guard system == 0 else { return .system(system, "use", path) }
            return StoreError(
                .inputOutput,
                "cannot use \(path) (\(message)): check the disk; this is tried again",
                number: number
            )
        case SQLITE_NOMEM:
            return .system(ENOMEM, "use", path)
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
            return .noRights(path, to: "write", number: number)
        case SQLITE_CORRUPT:
            return .damaged(path, message, number: number)
        case SQLITE_NOTADB:
            return StoreError(
                .foreign,
                "\(path) is not a database: restore it from a backup, or name another folder "
                    + "with --state",
                number: number
            )
        case SQLITE_MISUSE, SQLITE_RANGE:
            preconditionFailure("the database was used wrongly: \(message)")
        default:
            return StoreError(
                .unexpected,
                "\(path) refuses what was asked of it (\(message)): please report this",
                number: number
            )
        }
    }

    private static func text(_ number: Int32) -> String {
        unsafe String(cString: strerror(number))
    }
}
