// An open file with one owner: closed when its owner lets go, never inherited by a child process.

import Foundation

/// A file descriptor and the path that it was opened by.
struct OpenFile: ~Copyable {
    /// The system's number for it.
    let descriptor: Int32
    /// The path, for sentences.
    let path: String

    /// What a file is opened for.
    enum Purpose {
        /// To be read.
        case reading
        /// To be read and written.
        case writing
        /// The same, and it is made with mode 0600 where it does not exist.
        case making
        /// A folder, to be flushed.
        case flushing
    }

    /// Opens a file, or a folder; a link to a folder is followed, a link to a file is refused.
    init(_ path: String, for purpose: Purpose) throws(StoreError) {
        let flags =
            switch purpose {
            case .reading: O_RDONLY | O_NOFOLLOW
            case .writing: O_RDWR | O_NOFOLLOW
            case .making: O_RDWR | O_CREAT | O_NOFOLLOW
            case .flushing: O_RDONLY | O_DIRECTORY
            }
        let opened = unsafe open(path, flags | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .system(errno, "open", path) }
        descriptor = opened
        self.path = path
    }

    deinit { close(descriptor) }

    /// Its length in bytes; a file that was removed since it was opened is gone, not empty.
    func length() throws(StoreError) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno, "look at", path) }
        guard status.st_nlink > 0 else { throw .system(ENOENT, "look at", path) }
        return Int(status.st_size)
    }

    /// Cuts it, or lengthens it with zeros.
    func setLength(_ bytes: Int) throws(StoreError) {
        guard ftruncate(descriptor, off_t(bytes)) == 0 else { throw .system(errno, "cut", path) }
    }

    /// Makes everything written to it durable.
    func flush() throws(StoreError) {
        guard fdatasync(descriptor) == 0 else { throw .system(errno, "flush", path) }
    }

    /// Makes the names in it durable, where it is a folder.
    func flushNames() throws(StoreError) {
        guard fsync(descriptor) == 0 else { throw .system(errno, "flush", path) }
    }

    /// Gives it to the owner of the state folder, where root made it.
    func give(to owner: StateFolder.Owner) throws(StoreError) {
        guard geteuid() == 0, owner.user != 0 else { return }
        guard fchown(descriptor, owner.user, owner.group) == 0 else {
            throw .system(errno, "hand over", path)
        }
    }

    /// Writes two runs of bytes, one after the other, at a place.
    func write(
        _ head: borrowing [UInt8],
        _ body: borrowing [UInt8],
        at place: Int
    ) throws(StoreError) {
        let headLength = head.count
        let length = headLength + body.count
        var written = 0
        while written < length {
            let count = unsafe head.withUnsafeBytes { head in
                unsafe body.withUnsafeBytes { body in
                    let parts = unsafe [
                        Self.part(of: head, from: written),
                        Self.part(of: body, from: max(0, written - headLength)),
                    ]
                    return unsafe pwritev(descriptor, parts, 2, off_t(place + written))
                }
            }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                // Nothing written and no reason given does not happen to files on a sound disk.
                throw .system(count == 0 ? EIO : errno, "write", path)
            }
        }
    }

    /// Reads exactly so many bytes from a place; nil where the file ends before.
    func read(_ length: Int, at place: Int) throws(StoreError) -> [UInt8]? {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            while filled < length {
                let rest = unsafe UnsafeMutableRawBufferPointer(buffer)[filled...]
                let start = unsafe UnsafeMutableRawBufferPointer(rebasing: rest)
                let count = unsafe pread(
                    descriptor,
                    start.baseAddress,
                    start.count,
                    off_t(place + filled)
                )
                if count == 0 { return }
                if count > 0 {
                    filled += count
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        guard failure == 0 else { throw .system(failure, "read", path) }
        return bytes.count == length ? bytes : nil
    }

    private static func part(of bytes: UnsafeRawBufferPointer, from start: Int) -> iovec {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes.dropFirst(start))
        // The system reads from an iovec that is written, whatever its type says.
        return unsafe iovec(
            iov_base: UnsafeMutableRawPointer(mutating: rest.baseAddress),
            iov_len: rest.count
        )
    }
}
