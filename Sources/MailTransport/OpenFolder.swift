// One open folder: every file of a Maildir is reached from here, by its name alone.
//
// Holding the folder open means that renaming a parent cannot make half a pass work elsewhere.
// Links are never followed below it, and opening a pipe never waits.

import Glibc

/// What lies in a folder, as far as the listing says.
enum EntryKind: Hashable, Sendable {
    case regular
    case folder
    case link
    /// A pipe, a socket, a device.
    case special
    /// The file system does not say; opening it will.
    case unknown
}

/// One name in a folder.
struct FolderEntry: Hashable, Sendable {
    /// The name; bytes that are not UTF-8 are replaced.
    let text: String
    /// Whether `text` is the name as it stands on the disk.
    let isText: Bool
    /// What the name stands for.
    let kind: EntryKind

    /// The name; nil where its bytes are not UTF-8.
    var name: String? { isText ? text : nil }
}

/// An open folder; non-copyable, for it owns its descriptor and closes it.
struct OpenFolder: ~Copyable {
    private let descriptor: Int32
    /// The path, for sentences only.
    let shownPath: String

    /// Whether this user may put entries into a folder, and take them out.
    static func mayChange(_ path: String) -> Bool { unsafe access(path, W_OK | X_OK) == 0 }

    /// Whether this user may read a file.
    static func mayRead(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

    /// Opens a folder by its path.
    init(path: String) throws(TransportError) {
        shownPath = path.fitForSentence
        descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw TransportError(errorNumber: errno, deed: "open the folder \(shownPath)")
        }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// Every name but `.` and `..`, in the order of the disk.
    func entries() throws(TransportError) -> [FolderEntry] {
        // The stream takes over a descriptor, so it gets one of its own.
        let own = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw failure(errno, "list \(shownPath)") }
        guard let stream = unsafe fdopendir(own) else {
            let error = failure(errno, "list \(shownPath)")
            _ = close(own)
            throw error
        }
        defer { unsafe closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let found = unsafe Self.read(entry)
            if found.text != ".", found.text != ".." { entries.append(found) }
        }
        guard errno == 0 else { throw failure(errno, "list \(shownPath)") }
        return entries
    }

    /// What the system tells of a name, not following a link; nil where there is no such name.
    func status(of name: String) throws(TransportError) -> FileStatus? {
        var status = stat()
        guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw failure(errno, "look at \(shown(name))")
        }
        return FileStatus(status)
    }

    /// Opens a file for reading; nil where there is no such name.
    ///
    /// O_NOFOLLOW refuses a link, O_NONBLOCK returns at once from a pipe that nobody writes to.
    func open(_ name: String) throws(TransportError) -> OpenFile? {
        let folder = shownPath
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        let file = unsafe openat(descriptor, name, flags)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(errno, "open \(shown(name))")
        }
        return OpenFile(descriptor: file, shownPath: Self.shown(name, in: folder))
    }

    /// Makes a new file for writing; nil where the name is taken.
    ///
    /// The sentences of a letter's file name the folder alone: the file's name holds a sealed id.
    func create(_ name: String) throws(TransportError) -> OpenFile? {
        let folder = shownPath
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = unsafe openat(descriptor, name, flags, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return nil }
            throw failure(errno, "write a letter into \(shownPath)")
        }
        return OpenFile(descriptor: file, shownPath: "a letter in \(folder)")
    }

    /// Gives a file another name in another folder; false where there is no such file.
    ///
    /// One step for every onlooker and every crash; a file that had the new name is replaced.
    func move(
        _ name: String,
        to folder: borrowing OpenFolder,
        as newName: String
    ) throws(TransportError) -> Bool {
        guard unsafe renameat(descriptor, name, folder.descriptor, newName) == 0 else {
            if errno == ENOENT { return false }
            throw failure(errno, "move a mail from \(shownPath) to \(folder.shownPath)")
        }
        return true
    }

    /// Removes a file; that it is gone already is no failure.
    func remove(_ name: String) throws(TransportError) {
        guard unsafe unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
            throw failure(errno, "remove a file from \(shownPath)")
        }
    }

    /// Makes a folder in it; that it exists already is no failure.
    func makeFolder(_ name: String) throws(TransportError) {
        guard unsafe mkdirat(descriptor, name, 0o700) == 0 || errno == EEXIST else {
            throw failure(errno, "make the folder \(shown(name))")
        }
    }

    /// Returns when every name that was given or taken in it is on the disk.
    func synchronise() throws(TransportError) {
        guard fsync(descriptor) == 0 else { throw failure(errno, "make \(shownPath) durable") }
    }

    private func shown(_ name: String) -> String { Self.shown(name, in: shownPath) }

    private static func shown(_ name: String, in folder: String) -> String {
        "\(folder)/\(name.fitForSentence)"
    }

    // The number comes first, so that it is read before the sentence is put together.
    private func failure(_ number: Int32, _ deed: String) -> TransportError {
        TransportError(errorNumber: number, deed: deed)
    }

    private static func read(_ entry: UnsafeMutablePointer<dirent>) -> FolderEntry {
        let kind: EntryKind =
            switch Int(unsafe entry.pointee.d_type) {
            case Int(DT_REG): .regular
            case Int(DT_DIR): .folder
            case Int(DT_LNK): .link
            case Int(DT_UNKNOWN): .unknown
            default: .special
            }
        return unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
            let text = unsafe UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self)
            let name = unsafe String(validatingCString: text)
            guard let name else {
                return FolderEntry(text: unsafe String(cString: text), isText: false, kind: kind)
            }
            return FolderEntry(text: name, isText: true, kind: kind)
        }
    }
}

extension String {
    /// The text on one line and of bounded length; names on a disk can hold anything but a slash.
    var fitForSentence: String {
        var line = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(300) {
            let isControl = scalar.properties.generalCategory == .control
            let isFormat = scalar.properties.generalCategory == .format
            line.append(isControl || isFormat ? "\u{FFFD}" : scalar)
        }
        return String(line)
    }
}
