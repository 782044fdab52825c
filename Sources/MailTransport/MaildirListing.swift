// What waits in new/, in the order in which it is read, and what lies there that is no mail.
//
// The order is that of delivery: a mail that answers another must not be read before it. Only names
// without a moment of delivery cost a look at the file. What cannot be a mail is a complaint, given
// once a pass, and stays where it is.

/// Something in new/ that was not read, and stays there.
package struct MaildirComplaint: Equatable, Sendable {
    /// The file's name, fit for a log.
    package let name: String
    /// What is wrong and what to do.
    package let error: TransportError

    /// What is wrong and what to do, with the file's path, in one sentence.
    package var sentence: String { error.sentence }
}

/// The mails of new/ by name, oldest first.
struct MaildirListing: Sendable {
    /// The names of the mails.
    private(set) var names: [MaildirName] = []
    /// What is no mail.
    private(set) var complaints: [MaildirComplaint] = []

    /// Lists an open new/.
    init(of folder: borrowing OpenFolder) throws(TransportError) {
        var dated: [(moment: Int64, name: MaildirName)] = []
        for entry in try folder.entries() where !entry.text.hasPrefix(".") {
            if let fault = Self.fault(of: entry, in: folder.shownPath) {
                let name = entry.text.fitForSentence
                complaints.append(MaildirComplaint(name: name, error: fault))
            } else if let text = entry.name, let name = MaildirName(text) {
                dated.append((try Self.moment(of: name, in: folder), name))
            }
        }
        dated.sort { ($0.moment, $0.name.text) < ($1.moment, $1.name.text) }
        keepUnique(dated.map(\.name), in: folder.shownPath)
    }

    // Two files with one unique part would be one mail to the store, and the second would be lost.
    private mutating func keepUnique(_ sorted: [MaildirName], in shownPath: String) {
        var seen: Set<String> = []
        for name in sorted {
            guard !seen.insert(name.unique).inserted else {
                names.append(name)
                continue
            }
            let shownName = name.text.fitForSentence
            let error = TransportError(
                .unusableName,
                "\(shownPath)/\(shownName) has the name of another mail there, but for the flags; "
                    + "rename it"
            )
            complaints.append(MaildirComplaint(name: shownName, error: error))
        }
    }

    // The second counts: within it, names that deliverers give are in the order of their counters.
    private static func moment(
        of name: MaildirName,
        in folder: borrowing OpenFolder
    ) throws(TransportError) -> Int64 {
        if let seconds = name.deliverySeconds { return seconds }
        // A file that vanished meanwhile is noticed, and counted, when it is to be read.
        guard let status = try folder.status(of: name.text) else { return 0 }
        return status.changedNanoseconds / 1_000_000_000
    }

    private static func fault(of entry: FolderEntry, in shownPath: String) -> TransportError? {
        let what: String? =
            switch entry.kind {
            case .regular, .unknown: nil
            case .folder: "a folder"
            case .link: "a link"
            case .special: "a pipe, a socket or a device"
            }
        if let what {
            let place = "\(shownPath)/\(entry.text.fitForSentence)"
            return TransportError(
                .notRegular,
                "\(place) is \(what), not a mail; it is not read, move it away"
            )
        }
        guard let text = entry.name, MaildirName(text) != nil else {
            let place = "\(shownPath)/\(entry.text.fitForSentence)"
            return TransportError(
                .unusableName,
                "\(place) has a name that no mail can keep (not UTF-8, too long, or only flags); "
                    + "rename it"
            )
        }
        return nil
    }
}
