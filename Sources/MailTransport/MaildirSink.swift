// Letters into a Maildir, by the book: written into tmp/, made durable, then renamed into new/.
//
// A letter in new/ is always whole, and carries its Message-ID in its name: after a crash the shell
// asks which letters are there, so that none is delivered twice. What each crash point leaves
// behind stands beside the code that delivers a group.

package import Desk
package import Foundation
import Glibc

/// A letter, ready to be put into a Maildir.
package struct MaildirLetter: Hashable, Sendable {
    /// Its Message-ID, by which it is recognised later.
    package let id: MessageID
    /// The whole mail.
    package let bytes: [UInt8]

    /// Pairs a letter's bytes with its Message-ID.
    package init(id: MessageID, bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
    }
}

/// A Maildir as the place where letters go.
package struct MaildirSink: Sendable {
    private let path: String
    private let host: String

    /// How many files of a group are open at once.
    package static let filesAtOnceMaximum = 128
    /// How long a leftover stays in tmp/: the book's 36 hours.
    package static let leftoverSecondsMaximum = 36.0 * 3600

    /// Names a Maildir and the host that delivers into it; nothing is looked at yet.
    package init(path: String, host: String) {
        self.path = path
        self.host = LetterName.host(host)
    }

    /// Makes the Maildir where there is none; its parent folder must exist.
    package func createIfMissing() throws(TransportError) {
        let parent = (path as NSString).deletingLastPathComponent
        let outer = try OpenFolder(path: parent.isEmpty ? "." : parent)
        try outer.makeFolder((path as NSString).lastPathComponent)
        try outer.synchronise()
        let maildir = try OpenFolder(path: path)
        for name in ["tmp", "new", "cur"] { try maildir.makeFolder(name) }
        try maildir.synchronise()
    }

    /// What stands in the way of a delivery, one sentence each.
    package func obstacles() -> [String] {
        ["tmp", "new"].map { "\(path)/\($0)" }.filter { !OpenFolder.mayChange($0) }
            .map { folder in
                "no right to write in \(folder.fitForSentence), so no letter can be put there; "
                    + "give the user of the service that right"
            }
    }

    /// Delivers letters; when it returns, all of them are on the disk under their final names.
    ///
    /// - Throws: when the world fails. Then some may be delivered and some not, unless the error
    ///   says that it came before any letter: ask `delivered(among:)` before any of them is
    ///   delivered again.
    package func deliver(_ letters: [MaildirLetter], now: Date) throws(TransportError) {
        var published = 0
        do throws(TransportError) {
            let named = try letters.map { letter throws(TransportError) in
                (name: try name(of: letter.id, now: now), bytes: letter.bytes)
            }
            let tmp = try openFolder("tmp")
            let new = try openFolder("new")
            var start = 0
            while start < named.count {
                let end = min(start + Self.filesAtOnceMaximum, named.count)
                try deliver(named[start..<end], through: tmp, into: new, &published)
                start = end
            }
        } catch {
            throw published == 0 ? error.beforeAnyLetter : error
        }
    }

    /// Which of these letters lie in new/ or cur/, durably, whatever flags they carry by now.
    ///
    /// A letter that somebody moved to another folder, or deleted, leaves no evidence here.
    package func delivered(
        among ids: Set<MessageID>
    ) throws(TransportError) -> Set<MessageID> {
        guard !ids.isEmpty else { return [] }
        let sought = Dictionary(
            ids.map { (LetterName.field(for: $0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var found: Set<MessageID> = []
        for name in ["new", "cur"] {
            let folder = try openFolder(name)
            // What is believed here is recorded as sent: the name must outlive a power cut.
            try folder.synchronise()
            for entry in try folder.entries() {
                guard let text = entry.name, let field = LetterName.field(in: text),
                    let id = sought[String(field)]
                else { continue }
                found.insert(id)
            }
        }
        return found
    }

    /// Whether a letter lies in new/ or cur/.
    package func contains(_ id: MessageID) throws(TransportError) -> Bool {
        try delivered(among: [id]).contains(id)
    }

    /// Removes what crashes left in tmp/ more than 36 hours before; returns how many files.
    package func sweepLeftovers(now: Date) throws(TransportError) -> Int {
        let tmp = try openFolder("tmp")
        var count = 0
        for entry in try tmp.entries() {
            guard let name = entry.name, let status = try tmp.status(of: name), status.isRegular,
                now.timeIntervalSince(status.changedAt) > Self.leftoverSecondsMaximum
            else { continue }
            try tmp.remove(name)
            count += 1
        }
        return count
    }

    private func name(of id: MessageID, now: Date) throws(TransportError) -> String {
        guard let name = LetterName(id: id, now: now, host: host) else {
            throw TransportError(
                .unusableName,
                "a letter's Message-ID is too long for a file name in \(path.fitForSentence); "
                    + "use a shorter domain"
            )
        }
        return name.text
    }

    private func openFolder(_ name: String) throws(TransportError) -> OpenFolder {
        do throws(TransportError) {
            return try OpenFolder(path: "\(path)/\(name)")
        } catch {
            guard error.code == .absent else { throw error }
            throw TransportError(
                .absent,
                "there is no Maildir for letters at \(path.fitForSentence): \(name)/ is missing"
            )
        }
    }

    // What a crash leaves, and what a restart makes of it:
    //   while writing or synchronising   a leftover in tmp/, where no reader looks; the letter is
    //                                    not delivered, the sweep removes the leftover after 36 h
    //   between two renames              those before it are whole in new/, the others are not
    //   after the renames, before the    all are in new/, though a power cut could still take their
    //   folder is synchronised           names; `delivered(among:)` synchronises before it answers
    //
    // All files are written, and on their way to the disk, before the first is synchronised: that
    // one commits what the others would wait for. A sync of the whole file system is
    // faster on an idle disk, but on a busy one it waits for everybody else's bytes.
    private func deliver(
        _ letters: ArraySlice<(name: String, bytes: [UInt8])>,
        through tmp: borrowing OpenFolder,
        into new: borrowing OpenFolder,
        _ published: inout Int
    ) throws(TransportError) {
        var names: [String] = []
        do throws(TransportError) {
            var files: [OpenFile] = []
            for (name, bytes) in letters {
                let file = try create(name, in: tmp)
                names.append(name)
                try file.write(bytes)
                files.append(file)
            }
            for file in files { file.beginWriting() }
            for file in files { try file.synchronise() }
            for name in names {
                // A rename that fails may have been made all the same, on a disk in the network.
                published += 1
                try publish(name, from: tmp, into: new)
            }
        } catch {
            // What has its final name is no longer in tmp/; what cannot be removed, the sweep will.
            for name in names { try? tmp.remove(name) }
            throw error
        }
        try new.synchronise()
    }

    private func publish(
        _ name: String,
        from tmp: borrowing OpenFolder,
        into new: borrowing OpenFolder
    ) throws(TransportError) {
        guard try tmp.move(name, to: new, as: name) else {
            let place = path.fitForSentence
            throw TransportError(.unknown, "another program removes files from \(place)/tmp")
        }
    }

    // The name holds a Message-ID of ours, so a file that has it in tmp/ already is what a crash
    // left of the same letter in the same second: it is written anew.
    private func create(
        _ name: String,
        in tmp: borrowing OpenFolder
    ) throws(TransportError) -> OpenFile {
        if let file = try tmp.create(name) { return file }
        try tmp.remove(name)
        if let file = try tmp.create(name) { return file }
        let place = path.fitForSentence
        throw TransportError(.unknown, "another program writes the same letters into \(place)/tmp")
    }
}
