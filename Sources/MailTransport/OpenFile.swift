// One open file, and nothing but the calls that a Maildir needs of it.
//
// Foundation reads files through buffers of its own and cannot refuse links and pipes, so this
// speaks POSIX. The descriptor has one owner, is never handed out, and is closed with its owner.

import Foundation
import Glibc

/// What the system tells of a file without reading it.
struct FileStatus: Hashable, Sendable {
    /// Whether it is an ordinary file: no folder, link, pipe, socket or device.
    let isRegular: Bool
    /// Its size in bytes.
    let size: Int
    /// The moment of its last change in nanoseconds since 1970; for a mail, that of its reception.
    let changedNanoseconds: Int64
    /// What it is on its disk: two names of one file have the same.
    let identity: [UInt64]

    /// Takes over what `stat` says.
    init(_ status: stat) {
        isRegular = status.st_mode & S_IFMT == S_IFREG
        size = Int(status.st_size)
        // A moment beyond the year 2262 is nonsense: it wraps around, and stays the same each time.
        changedNanoseconds =
            Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
    }

    /// The moment of its last change.
    var changedAt: Date { Date(timeIntervalSince1970: Double(changedNanoseconds) / 1e9) }
}

/// An open file.
final class OpenFile: Sendable {
    private let descriptor: Int32
    private let path: @Sendable () -> String
    // Put together when a sentence needs it: nearly every file is read without one.
    private var shownPath: String { path() }

    /// Takes over a descriptor; the path is for sentences only.
    init(descriptor: Int32, shownPath: @autoclosure @escaping @Sendable () -> String) {
        self.descriptor = descriptor
        path = shownPath
    }

    deinit {
        // What had to be durable was synchronised before; nothing can be learnt from this result.
        _ = close(descriptor)
    }

    /// What the system tells of it.
    func status() throws(TransportError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw TransportError(errorNumber: errno, deed: "look at \(shownPath)")
        }
        return FileStatus(status)
    }

    /// The first bytes, at most so many, read straight into the array.
    func bytes(atMost maximum: Int) throws(TransportError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: maximum) { buffer, count in
            while count < maximum, let start = buffer.baseAddress {
                let got = unsafe read(descriptor, start + count, maximum - count)
                if got > 0 {
                    count += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        guard failure == 0 else {
            throw TransportError(errorNumber: failure, deed: "read \(shownPath)")
        }
        return bytes
    }

    /// The bytes of a range; fewer where the file ends before.
    func bytes(in range: Range<Int>) throws(TransportError) -> [UInt8] {
        guard lseek(descriptor, off_t(range.lowerBound), SEEK_SET) >= 0 else {
            throw TransportError(errorNumber: errno, deed: "read \(shownPath)")
        }
        return try bytes(atMost: range.count)
    }

    /// Writes all the bytes; after a failure the file holds an unknown part of them.
    func write(_ bytes: [UInt8]) throws(TransportError) {
        let failure = unsafe bytes.withUnsafeBytes { buffer -> Int32 in
            var done = 0
            while done < buffer.count, let start = buffer.baseAddress {
                let written = unsafe Glibc.write(descriptor, start + done, buffer.count - done)
                if written >= 0 {
                    done += written
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
        guard failure == 0 else {
            throw TransportError(errorNumber: failure, deed: "write \(shownPath)")
        }
    }

    /// Lets the bytes begin their way to the disk; whether they arrive, `synchronise` tells.
    ///
    /// A file that was just made has no place on the disk yet: where many are given theirs first,
    /// the first `synchronise` commits for all of them.
    func beginWriting() {
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    /// Returns when the bytes are on the disk.
    ///
    /// After a failure the file must be written anew: the system forgets which bytes it could not
    /// write, and a second call would succeed for nothing.
    func synchronise() throws(TransportError) {
        guard fsync(descriptor) == 0 else {
            throw TransportError(errorNumber: errno, deed: "make \(shownPath) durable")
        }
    }
}
