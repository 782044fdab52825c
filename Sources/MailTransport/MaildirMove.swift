// The one change that is made to a source Maildir: a file goes from new/ to cur/.
//
// By the book a name is unique for ever, so cur/ cannot hold it already. Where a person or a
// careless program used a name twice, the later mail gets a name of its own: nothing is
// overwritten. Looking first and renaming then is not one step, but the only other program that
// could make that very name is a mail client that moves the same mail, and then there is nothing
// left for us to rename.

/// Moves done mails.
enum MaildirMove {
    /// How many mails of one name are told apart.
    static let copiesMaximum = 1000

    /// Moves a file of new/ to cur/ as seen; false where new/ has no such file.
    static func toCur(
        _ name: MaildirName,
        ofMoment moment: Int64?,
        from new: borrowing OpenFolder,
        to cur: borrowing OpenFolder
    ) throws(TransportError) -> Bool {
        if let moment {
            guard let waiting = try new.status(of: name.text) else { return false }
            // Another mail under the same name, not read yet: the done one is gone from here.
            guard waiting.changedNanoseconds == moment else { return true }
        }
        guard let taken = try cur.status(of: name.whenSeen) else {
            return try new.move(name.text, to: cur, as: name.whenSeen)
        }
        guard let waiting = try new.status(of: name.text) else { return false }
        // Two names of one file: a rename would do nothing, and the mail is in cur/ already.
        guard waiting.identity != taken.identity else {
            try new.remove(name.text)
            return true
        }
        for number in 2...copiesMaximum {
            let other = name.whenSeen(copy: number)
            if try cur.status(of: other) == nil {
                return try new.move(name.text, to: cur, as: other)
            }
        }
        throw TransportError(
            .unusableName,
            "\(cur.shownPath) holds \(copiesMaximum) mails named \(name.unique.fitForSentence); "
                + "whatever delivers here must give unique names"
        )
    }

    /// The files of new/ whose names carry flags, by their unique part.
    static func flaggedNames(
        in new: borrowing OpenFolder
    ) throws(TransportError) -> [String: MaildirName] {
        var names: [String: MaildirName] = [:]
        for entry in try new.entries() {
            guard let text = entry.name, let name = MaildirName(text), name.unique != text else {
                continue
            }
            names[name.unique] = name
        }
        return names
    }
}
