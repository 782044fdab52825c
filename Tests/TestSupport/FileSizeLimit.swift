// The largest size that a file of this process may have: the one way to meet a full disk that needs
// neither rights nor a disk. It holds for the whole process and cannot be raised again, so only a
// child process sets it.

import Foundation
import Glibc

/// How large this process may let a file grow.
package enum FileSizeLimit {
    /// Sets the limit; a write beyond it fails with EFBIG instead of ending the process.
    package static func set(_ bytes: UInt) throws {
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
        let result = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        guard result == 0 else { throw POSIXError(.EPERM) }
    }
}
