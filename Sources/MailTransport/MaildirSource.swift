// Mail from a Maildir: what lies in new/ is read, and goes to cur/ once it is filed.
//
// Only new/ is read. A file in cur/ was put there by this program after its commit or by a person
// in a mail client; neither is waiting for us. Nothing here ever deletes or overwrites a mail, and
// no link, pipe or folder in new/ is ever opened as one.
//
// A stop at any moment is safe: reading changes nothing, and a mail that was filed but not yet
// moved is found again, recognised by its origin, and moved then.

package import Desk
import Glibc

/// Makes the digest of a mail of some size, whose bytes it asks for piece by piece.
package typealias DigestOfPieces =
    @Sendable (
        _ size: Int,
        _ read: (Range<Int>) throws(TransportError) -> [UInt8]
    ) throws(TransportError) -> ContentDigest

/// A Maildir as a source of mail.
package struct MaildirSource: Sendable {
    /// The folder that holds new/ and cur/.
    let path: String
    /// The mailbox in whose name its mail is read.
    let mailbox: MailboxName
    /// Larger mails are read up to the end of their header.
    let messageBytesMaximum: Int
    /// Recognises larger mails by all that they hold; without it, by their header and their size.
    let digest: DigestOfPieces?

    /// Names a Maildir; nothing is looked at yet.
    package init(
        path: String,
        mailbox: MailboxName,
        messageBytesMaximum: Int = 25_000_000,
        digest: DigestOfPieces? = nil
    ) {
        precondition(messageBytesMaximum > 0, "a mailbox must accept mails of some size")
        self.path = path
        self.mailbox = mailbox
        self.messageBytesMaximum = messageBytesMaximum
        self.digest = digest
    }

    /// Lists new/ once, oldest first; the mails themselves are read batch by batch.
    package func pass() throws(TransportError) -> MaildirPass {
        try checkFolders()
        let folder = try OpenFolder(path: newPath)
        let listing = try MaildirListing(of: folder)
        return MaildirPass(source: self, listing: listing)
    }

    /// Moves mails that are filed from new/ to cur/ and marks them seen; can be repeated at will.
    ///
    /// No synchronisation follows: if the power fails before the move is on the disk, the mail is
    /// found in new/ again, recognised by its origin in the store, and moved again.
    package func markDone(_ origins: [MailOrigin]) throws(TransportError) {
        let mails = origins.map(identity)
        guard !mails.isEmpty else { return }
        let new = try OpenFolder(path: newPath)
        let cur = try OpenFolder(path: curPath)
        // Names that carry flags while still in new/ are rare: they are looked up once, if at all.
        var flagged: [String: MaildirName]?
        for mail in mails {
            let isMoved = try MaildirMove.toCur(
                mail.name,
                ofMoment: mail.moment,
                from: new,
                to: cur
            )
            guard !isMoved else { continue }
            if flagged == nil { flagged = try MaildirMove.flaggedNames(in: new) }
            if let full = flagged?[mail.name.unique] {
                _ = try MaildirMove.toCur(full, ofMoment: mail.moment, from: new, to: cur)
            }
        }
    }

    /// What stands in the way of a pass, one sentence each: without the right to write in both
    /// folders no mail can be moved when it is filed, and without that to read a mail it waits.
    package func obstacles() throws(TransportError) -> [String] {
        let folders = [newPath, curPath].filter { !OpenFolder.mayChange($0) }
        let new = try OpenFolder(path: newPath)
        let unreadable = try new.entries().compactMap(\.name).filter { name in
            !name.hasPrefix(".") && !OpenFolder.mayRead("\(newPath)/\(name)")
        }
        var found = folders.map { folder in
            "no right to write in \(folder.fitForSentence), so no mail can be moved when it is "
                + "filed; give the user of the service that right"
        }
        if let first = unreadable.first {
            let others = unreadable.count > 1 ? " and \(unreadable.count - 1) more" : ""
            found.append(
                "no right to read \("\(newPath)/\(first)".fitForSentence)\(others); give the user "
                    + "of the service that right"
            )
        }
        return found
    }

    /// Under which names the store may know each mail of cur/.
    ///
    /// A second name is that of a mail whose name was taken there already.
    package func namesInCur() throws(TransportError) -> [[String]] {
        let cur = try OpenFolder(path: curPath)
        var names: [[String]] = []
        for entry in try cur.entries() where !entry.text.hasPrefix(".") {
            switch entry.kind {
            case .regular, .unknown: break
            case .folder, .link, .special: continue
            }
            guard let text = entry.name, let name = MaildirName(text),
                let status = try cur.status(of: text)
            else { continue }
            names.append(
                [name, name.withoutCopy].compactMap(\.self).map {
                    MaildirIdentity($0, moment: status.changedNanoseconds).text
                }
            )
        }
        return names
    }

    var newPath: String { "\(path)/new" }
    private var curPath: String { "\(path)/cur" }

    // A wrong origin is a mistake of ours: the store gives back what `pass` handed out.
    private func identity(of origin: MailOrigin) -> MaildirIdentity {
        guard origin.mailbox == mailbox, case .name(let text) = origin.uid,
            let identity = MaildirIdentity(text)
        else { preconditionFailure("an origin was handed to a Maildir that did not give it out") }
        return identity
    }

    // What is missing is said in one sentence with the line that mends it.
    private func checkFolders() throws(TransportError) {
        var missing: [String] = []
        for name in ["new", "cur"] where try !Self.isFolder("\(path)/\(name)") {
            missing.append("\(name)/")
        }
        guard !missing.isEmpty else { return }
        let shownPath = path.fitForSentence
        let wanted = ["new", "cur", "tmp"].map { Self.quoted("\(path)/\($0)") }
        let mend = "run: (umask 077; mkdir -p \(wanted.joined(separator: " ")))"
        guard try Self.isFolder(path) else {
            throw TransportError(.absent, "there is no Maildir at \(shownPath); \(mend)")
        }
        let folder = try OpenFolder(path: path)
        let loose = try folder.entries().count { $0.name?.hasSuffix(".eml") == true }
        guard loose == 0 else {
            throw TransportError(
                .notMaildir,
                "\(shownPath) is a plain folder with \(loose) .eml files, not a Maildir; "
                    + "\(mend), then move the files into new/"
            )
        }
        throw TransportError(
            .notMaildir,
            "\(shownPath) is not a complete Maildir: \(missing.joined(separator: " and ")) "
                + "missing; \(mend)"
        )
    }

    private static func isFolder(_ path: String) throws(TransportError) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw TransportError(errorNumber: errno, deed: "look at \(path.fitForSentence)")
        }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    // One word for the shell, whatever the path holds.
    private static func quoted(_ path: String) -> String {
        let parts = path.split(separator: "'", omittingEmptySubsequences: false)
        return "'\(parts.joined(separator: "'\\''"))'"
    }
}
