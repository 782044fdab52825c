// Why the system refused something, in its own short words.
//
// Foundation wraps an errno into sentences that say that "the operation could not be completed";
// the number behind them, or its own code, says more.

import Foundation
import Glibc

extension Error {
    /// What the system said, such as "Read-only file system", without a full stop.
    package var systemReason: String {
        let error = self as NSError
        let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError
        for candidate in [error, inner] {
            guard let candidate, candidate.domain == NSPOSIXErrorDomain else { continue }
            return text(of: Int32(candidate.code))
        }
        guard let cocoa = self as? CocoaError else { return error.localizedDescription }
        switch cocoa.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: return text(of: ENOENT)
        case .fileReadNoPermission, .fileWriteNoPermission: return text(of: EACCES)
        case .fileWriteFileExists: return text(of: EEXIST)
        case .fileWriteOutOfSpace: return text(of: ENOSPC)
        case .fileWriteVolumeReadOnly: return text(of: EROFS)
        default: return "something else stands in its place, or the system refuses it"
        }
    }

    private func text(of number: Int32) -> String {
        unsafe String(cString: strerror(number))
    }
}
