// A file whose lock (flock) is held by one open file at a time, in this process or another. The
// system lets go of it when its holder ends, however it ends.

import Foundation

/// A lock file, open and not necessarily locked.
struct LockFile: ~Copyable {
    private let file: OpenFile

    /// Opens, and makes where necessary.
    init(_ path: String, owner: StateFolder.Owner) throws(StoreError) {
        let file = try OpenFile(path, for: .making)
        try file.give(to: owner)
        self.file = file
    }

    /// Takes the lock if nobody else holds it.
    func tryLock() throws(StoreError) -> Bool {
        while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EWOULDBLOCK: return false
            case EINTR: continue
            default: throw .system(errno, "lock", file.path)
            }
        }
        return true
    }

    /// Takes the lock, waiting for at most so long.
    func lock(waitingMilliseconds limit: Int) throws(StoreError) {
        var waited = 0
        var pause = 1
        while try !tryLock() {
            guard waited < limit else {
                throw StoreError(
                    .locked,
                    "another process held \(file.path) for \(limit) ms; nothing was changed; "
                        + "try again, and if it stays so, see which process it is with fuser"
                )
            }
            // The kernel has no flock with a limit; short naps that grow cost next to nothing.
            usleep(UInt32(pause) * 1_000)
            waited += pause
            pause = min(pause * 2, 50)
        }
    }

    /// Lets go.
    func unlock() {
        flock(file.descriptor, LOCK_UN)
    }

    /// Puts a text into the file, for people and for whoever finds it locked.
    func write(_ text: String) throws(StoreError) {
        try file.setLength(0)
        try file.write(Array(text.utf8), [], at: 0)
    }

    /// The text in it.
    func text() throws(StoreError) -> String {
        let length = min(try file.length(), 100)
        return String(decoding: try file.read(length, at: 0) ?? [], as: UTF8.self)
    }
}
