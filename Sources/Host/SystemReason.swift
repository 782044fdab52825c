// Why the system refused something, in its own short words.
//
// Foundation wraps an errno into sentences that say that "the operation could not be completed";
// the number behind them says more.

import Foundation
import Glibc

extension Error {
    /// What the system said, such as "Read-only file system".
    package var systemReason: String {
        let error = self as NSError
        let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError
        for candidate in [error, inner] {
            guard let candidate, candidate.domain == NSPOSIXErrorDomain else { continue }
            return unsafe String(cString: strerror(Int32(candidate.code)))
        }
        return error.localizedDescription
    }
}
