// The folder that holds everything Guichet must not lose:
//
//   guichet.db    tickets, events, outbox, index (with its -wal and -shm beside it)
//   raw/          the mails themselves, in packs; raw/aside: mails that the database does not know
//   write.lock    held for the moment of one transaction
//   service.lock  held for a whole run
//
// It holds people's mail, so it belongs to one user: a folder or a database that others can read is
// refused with the line that mends it. Nothing is ever made wider or moved.

import Foundation

/// A state folder that exists, is a folder, and is closed to others.
package struct StateFolder: Sendable {
    /// Whose files these are.
    struct Owner: Sendable {
        let user: uid_t
        let group: gid_t
    }

    /// The folder's path, without a slash at its end.
    let path: String
    /// Its owner.
    let owner: Owner

    var database: String { "\(path)/guichet.db" }
    var rawFolder: String { "\(path)/raw" }
    var asideFolder: String { "\(rawFolder)/aside" }
    var writeLock: String { "\(path)/write.lock" }
    var serviceLock: String { "\(path)/service.lock" }

    /// Finds a folder; with `making`, makes it and what it must hold.
    init(_ path: String, making: Bool) throws(StoreError) {
        var trimmed = path
        while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.path = trimmed
        if making { try Self.make(trimmed) }
        let status = try Self.status(of: trimmed)
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .system(ENOTDIR, "use", trimmed)
        }
        owner = Owner(user: status.st_uid, group: status.st_gid)
        try Self.requireClosed(trimmed, status, mode: "700")
        if making { try makeContents() }
        for path in [database, "\(database)-wal"] {
            if let status = try? Self.status(of: path) {
                try Self.requireClosed(path, status, mode: "600")
            }
        }
        if let status = try? Self.status(of: rawFolder) {
            try Self.requireClosed(rawFolder, status, mode: "700")
        }
    }

    /// Finds out whether a run could use a folder as it is, without making or changing anything.
    package static func requireUsable(_ path: String) throws(StoreError) {
        let folder = try StateFolder(path, making: false)
        for path in [folder.path, folder.database, folder.rawFolder]
        where unsafe access(path, W_OK) != 0 && errno != ENOENT {
            throw .system(errno, "write", path)
        }
    }

    /// Whether nothing can be made in the folder.
    var isReadOnly: Bool { unsafe faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0 }

    /// Whether the database is there and can be read.
    var isReadable: Bool { unsafe faccessat(AT_FDCWD, database, R_OK, AT_EACCESS) == 0 }

    /// Whether a log with something in it stands beside the database.
    var hasLog: Bool { ((try? Self.status(of: "\(database)-wal"))?.st_size ?? 0) > 0 }

    // SQLite gives the files beside the database the database's own mode, so an empty database is
    // made here, with the right one.
    private func makeContents() throws(StoreError) {
        let isNew = (try? Self.status(of: database)) == nil
        if isNew {
            let file = try OpenFile(database, for: .making)
            try file.give(to: owner)
        }
        if (try? Self.status(of: rawFolder)) == nil {
            try Self.make(rawFolder)
            try OpenFile(rawFolder, for: .flushing).give(to: owner)
        }
        try flush(path)
    }

    /// Makes a folder within, durably, where it is missing.
    func makeFolder(_ path: String) throws(StoreError) {
        try Self.make(path)
        try OpenFile(path, for: .flushing).give(to: owner)
        try flush((path as NSString).deletingLastPathComponent)
    }

    /// Makes the names in a folder durable.
    func flush(_ folder: String) throws(StoreError) {
        try OpenFile(folder, for: .flushing).flushNames()
    }

    private static func make(_ path: String) throws(StoreError) {
        guard unsafe mkdir(path, 0o700) != 0 else { return }
        switch errno {
        case EEXIST:
            return
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
                throw .system(ENOENT, "make", path)
            }
            try make(String(path[..<slash]))
            guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
                throw .system(errno, "make", path)
            }
        default:
            throw .system(errno, "make", path)
        }
    }

    private static func status(of path: String) throws(StoreError) -> stat {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .system(errno, "look at", path) }
        return status
    }

    private static func requireClosed(
        _ path: String,
        _ status: stat,
        mode: String
    ) throws(StoreError) {
        let others = status.st_mode & 0o077
        guard others != 0 else { return }
        throw StoreError(
            .openToOthers,
            "others can read \(path) (mode \(String(status.st_mode & 0o7777, radix: 8))), and it "
                + "holds people’s mail: run chmod \(mode) \(path)"
        )
    }
}
