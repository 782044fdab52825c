// Reads one whole small file, and nothing but a file.
//
// Opened without blocking and asked what it is before a byte is read, so that neither a directory
// nor a pipe with nobody at its other end can hold the service up. The descriptor has one owner,
// which closes it.

import Foundation

/// Why a file could not be read, in words that follow its name.
struct FileTrouble: Error, Hashable {
    /// The reason, such as "there is no such file".
    let reason: String
}

/// An open descriptor with one owner.
struct OpenDescriptor: ~Copyable {
    /// The number, for as long as this value lives.
    let number: Int32

    deinit { close(number) }
}

/// A regular file's content and permissions.
struct FileContent {
    /// The bytes.
    let bytes: [UInt8]
    /// The permission bits.
    let mode: mode_t

    /// Reads a file that is at most so large.
    init(path: String, bytesMaximum: Int) throws(FileTrouble) {
        guard !path.utf8.contains(0) else { throw FileTrouble(reason: "the name holds a NUL") }
        let number = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard number >= 0 else { throw FileTrouble(reason: Self.reason(errno)) }
        let descriptor = OpenDescriptor(number: number)
        var status = stat()
        guard unsafe fstat(descriptor.number, &status) == 0 else {
            throw FileTrouble(reason: Self.reason(errno))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileTrouble(reason: "this is a folder, not a file")
        default: throw FileTrouble(reason: "this is not a regular file")
        }
        mode = status.st_mode & 0o7777
        bytes = try Self.read(descriptor, bytesMaximum: bytesMaximum)
    }

    private static func read(
        _ descriptor: borrowing OpenDescriptor,
        bytesMaximum: Int
    ) throws(FileTrouble) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = unsafe Foundation.read(descriptor.number, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw FileTrouble(reason: reason(errno))
            }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= bytesMaximum else {
                throw FileTrouble(reason: "the file is larger than \(bytesMaximum) bytes")
            }
        }
    }

    /// What an error number means to the person who reads the sentence.
    static func reason(_ number: Int32) -> String {
        switch number {
        case ENOENT, ENOTDIR: "there is no such file"
        case EACCES, EPERM: "this account may not read it"
        case ELOOP: "the symbolic link leads nowhere"
        case EISDIR: "this is a folder, not a file"
        case EMFILE, ENFILE: "too many files are open"
        case EIO: "the disk reported an error"
        default: "it cannot be read (error number \(number))"
        }
    }
}
