// Folders by the names that people write in the settings. Servers part the levels of a name by a
// mark of their own, "." here and "/" there, and some keep every folder below INBOX: a name that is
// not there as it is written is looked for in those forms before it is said to be missing.
//
// Nothing is ever created: a folder that a person did not make would be looked into by nobody.

import Desk
import IMAPWire

/// What a search for a folder came to.
struct FolderSearch {
    /// The folder; nil where none is there.
    let found: IMAPWire.MailboxName?
    /// The names that were looked for, as people write them, the one of the settings first.
    let names: [String]

    /// The names of a folder that is missing, as a sentence lists them.
    var shown: String {
        let names = names.map(\.fitForSentence)
        let others = names.dropFirst().map { "nor \($0)" }.joined(separator: ", ")
        return (names.first ?? "") + (others.isEmpty ? "" : " (\(others))")
    }
}

extension IMAPConversation {
    /// Looks for the folder that a setting means.
    func find(_ folder: String) throws(TransportError) -> FolderSearch {
        let written = try IMAPSource.folder(folder)
        if try listing(of: written) != nil { return FolderSearch(found: written, names: [folder]) }
        let mark = try listing(of: .inbox)?.delimiter
        var names = [folder]
        for form in Self.forms(of: folder, parted: mark) where !names.contains(form) {
            names.append(form)
            guard let name = IMAPWire.MailboxName(form), try listing(of: name) != nil else {
                continue
            }
            return FolderSearch(found: name, names: names)
        }
        return FolderSearch(found: nil, names: names)
    }

    private static func forms(of folder: String, parted mark: Character?) -> [String] {
        guard let mark else { return [] }
        let parts = folder.split(separator: "/").map(String.init)
        let own = parts.joined(separator: String(mark))
        let isBelowInbox = parts.first?.uppercased() == "INBOX"
        return isBelowInbox ? [own] : [own, "INBOX\(mark)\(own)"]
    }

    private func listing(
        of name: IMAPWire.MailboxName
    ) throws(TransportError) -> MailboxListing? {
        let (_, events) = try run(.list(name))
        for case .listed(let listing) in events where listing.name == name && listing.holdsMails {
            return listing
        }
        return nil
    }

    /// Opens a folder, to change it or only to look; a folder that is not there is told from one
    /// that is refused, also where the server gives no code for that.
    func open(_ folder: String, toChange: Bool) throws(TransportError) -> SelectedMailbox {
        var name = try IMAPSource.folder(folder)
        var (end, events) = try select(name, toChange)
        if end.response.status != .ok, Self.mayBeMissing(end.response) {
            let search = try find(folder)
            guard let found = search.found else {
                throw TransportError(
                    .absent,
                    "\(server) has no folder \(search.shown) and says: "
                        + "\(said(end.response)); create it, or change the settings"
                )
            }
            if found != name {
                name = found
                (end, events) = try select(name, toChange)
            }
        }
        let deed = "open the folder \(name.text.fitForSentence)"
        guard end.response.status == .ok else { throw refusal(end.response, of: deed) }
        for case .selected(let mailbox) in events { return mailbox }
        throw refusal(end.response, of: deed)
    }

    private func select(
        _ name: IMAPWire.MailboxName,
        _ toChange: Bool
    ) throws(TransportError) -> (end: Completion, events: [Event]) {
        try run(toChange ? .select(name) : .examine(name))
    }

    private static func mayBeMissing(_ response: StatusResponse) -> Bool {
        guard let code = response.code else { return true }
        return code == .nonExistent || code == .tryCreate || code == .cannot
    }
}
