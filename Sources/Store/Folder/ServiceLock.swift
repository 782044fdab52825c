// One service at a time works on a state folder: two would fetch, file and send the same mails.
// The lock is held for a whole run; commands that look, or change one thing, do without it.

import Foundation

/// The right to serve a state folder, until it is let go.
package struct ServiceLock: ~Copyable {
    private let lock: LockFile

    /// Takes the right, or says which process has it.
    package init(folder: String) throws(StoreError) {
        let folder = try StateFolder(folder, making: true)
        let lock = try LockFile(folder.serviceLock, owner: folder.owner)
        guard try lock.tryLock() else {
            let pid = Int(try lock.text().prefix { $0.isNumber }) ?? 0
            throw StoreError(
                .served,
                "another Guichet (process \(pid)) serves \(folder.path): stop it first, or name "
                    + "another folder with --state"
            )
        }
        try lock.write("\(getpid())\n")
        self.lock = lock
    }

    /// Lets go; so does the end of the value, and of the process.
    package borrowing func release() {
        lock.unlock()
    }
}
