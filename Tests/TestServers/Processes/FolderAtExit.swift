// What a whole test process shares in a folder is removed when the process ends by itself.

import Foundation
import Glibc
import Synchronization

private let folders = Mutex<[String]>([])

/// Removes this folder when the process ends.
func removeAtExit(_ path: String) {
    let isFirst = folders.withLock { paths in
        paths.append(path)
        return paths.count == 1
    }
    guard isFirst else { return }
    atexit {
        for path in folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
    }
}
