// A small file that is replaced as a whole: whoever reads it sees the old one or the new one, never
// half of one. It is not meant to outlive a power cut.

import Glibc

/// Replaces small files.
package enum ReplacedFile {
    /// Writes a file beside the old one and puts it in its place; only the owner can read it.
    package static func write(_ bytes: [UInt8], to path: String) throws(HostError) {
        let beside = "\(path).new"
        let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw HostError(.unwritable, path) }
        let count = unsafe Glibc.write(descriptor, bytes, bytes.count)
        let isClosed = close(descriptor) == 0
        guard count == bytes.count, isClosed, unsafe rename(beside, path) == 0 else {
            throw HostError(.unwritable, path)
        }
    }
}
