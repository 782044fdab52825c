// Whole mails that stand in the packs behind what the database knows. A stop between a pack's flush
// and its commit leaves such mails, and so does an older database that was restored beside newer
// packs: then nobody else may have them. They are put into raw/aside, one file each, before
// their place in the pack is given to others, and removed from there when they are kept again.
//
// A file's name is made of its content, so doing it twice does it once.

import Foundation

/// The folder of mails that the database does not know.
struct AsideFolder {
    private let folder: StateFolder
    private var names: Set<String>

    /// Looks what lies there.
    init(_ folder: StateFolder) {
        self.folder = folder
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.asideFolder)
        names = Set((found ?? []).filter { $0.hasSuffix(".eml") })
    }

    /// What a person is told, where anything lies there.
    var note: String? {
        guard !names.isEmpty else { return nil }
        let mails = names.count == 1 ? "1 mail" : "\(names.count) mails"
        return "\(folder.asideFolder) holds \(mails) that the database did not know: it was "
            + "stopped in mid-work, or is older than the packs. Nothing is to be done after a "
            + "stop: what is fetched again leaves by itself; what is still there after a pass is "
            + "taken in by guichet ingest"
    }

    /// Puts a mail there, durably.
    mutating func put(_ mail: [UInt8]) throws(StoreError) {
        if names.isEmpty { try folder.makeFolder(folder.asideFolder) }
        let name = Self.name(of: mail)
        let file = try OpenFile("\(folder.asideFolder)/\(name)", for: .making)
        try file.give(to: folder.owner)
        try file.setLength(0)
        try file.write(mail, [], at: 0)
        try file.flush()
        names.insert(name)
    }

    /// Makes the names in it durable.
    func flush() throws(StoreError) {
        try folder.flush(folder.asideFolder)
    }

    /// Removes a mail that is kept now; one that cannot be removed stays, which harms nobody.
    mutating func leave(_ mail: [UInt8]) {
        guard !names.isEmpty, let name = names.remove(Self.name(of: mail)) else { return }
        unsafe unlink("\(folder.asideFolder)/\(name)")
    }

    private static func name(of mail: [UInt8]) -> String {
        let head = PackHead(of: mail)
        return "\(String(head.checksum, radix: 16))-\(head.length).eml"
    }
}

extension Writer {
    /// Puts aside what stands whole behind the database's end of the packs, and cuts it off there.
    func setAsideUnknownMails() throws(StoreError) {
        // Another process may be amid an append: only under the lock is a tail nobody's.
        guard try !packTails().isEmpty else { return }
        try lock.lock(waitingMilliseconds: limits.lockWaitMilliseconds)
        defer { lock.unlock() }
        for tail in try packTails() { try setAside(tail) }
    }

    private func setAside(_ tail: PackTail) throws(StoreError) {
        let file = try OpenFile(tail.path, for: .writing)
        let length = try file.length()
        var place = tail.start
        while let head = PackHead(try file.read(PackHead.bytesCount, at: place) ?? []),
            head.length >= 0, head.length <= length - place - PackHead.bytesCount,
            let mail = try file.read(head.length, at: place + PackHead.bytesCount),
            PackHead(of: mail) == head
        {
            try aside.put(mail)
            place += PackHead.bytesCount + head.length
        }
        // What is not whole was never promised: the next append cuts it off.
        guard place > tail.start else { return }
        try aside.flush()
        try file.setLength(tail.start)
        try file.flush()
    }

    // Packs before the last that the database knows were full: what they hold beyond is nobody's.
    private func packTails() throws(StoreError) -> [PackTail] {
        let last = try connection.first(
            "SELECT number, bytes FROM pack ORDER BY number DESC LIMIT 1"
        ) { (number: $0.count(0), bytes: $0.count(1)) }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.rawFolder)
        var tails: [PackTail] = []
        for name in (names ?? []).sorted() where name.hasSuffix(".pack") {
            guard let number = Int(name.dropLast(".pack".utf8.count)) else { continue }
            let start = number == last?.number ? last?.bytes ?? 0 : 0
            guard number >= last?.number ?? 0 else { continue }
            let path = "\(folder.rawFolder)/\(name)"
            guard try OpenFile(path, for: .reading).length() > start else { continue }
            tails.append(PackTail(path: path, start: start))
        }
        return tails
    }
}

/// What stands in a pack behind the end that the database knows.
private struct PackTail {
    let path: String
    let start: Int
}
