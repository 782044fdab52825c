// What is written on mails that are filed: a keyword, \Seen, or another folder. A mail that is too
// large, or from before the moment of adoption, stays where it is and as unread as it was, whatever
// is set: its only whole copy is there. The keyword, which people do not see, it gets like any
// other.

import Desk
import Foundation
import IMAPWire

extension IMAPVisit {
    /// Looks where the folders are that mails are moved to; tells those that are missing.
    ///
    /// Mails that would go to one of them stay where they are until it is there.
    func findTargets(found: () -> Void = {}) throws(TransportError) -> [String] {
        var wanted = [source.refused].compactMap(\.self)
        if case .move(let folder) = source.done, !wanted.contains(folder) { wanted.append(folder) }
        var missing: [String] = []
        for folder in wanted where targets[folder] == nil {
            let search = try conversation.find(folder)
            if let name = search.found {
                targets[folder] = name
                found()
            } else {
                missing.append(
                    "\(conversation.server) has no folder \(search.shown), so mails of the mailbox "
                        + "\(source.mailbox.text) that are dealt with stay in "
                        + "\(source.folder.fitForSentence); create it there, or change done and "
                        + "refused in the settings of \(source.mailbox.text)"
                )
            }
        }
        return missing
    }

    /// Writes on mails that they are filed; what the server answers is read later.
    func markDone(
        _ origins: [MailOrigin],
        in folder: String?,
        now: Date
    ) throws(TransportError) {
        let uids = UIDSet(
            origins.compactMap { origin in
                guard origin.validity == validity, case .number(let number) = origin.uid else {
                    return nil
                }
                return UID(number)
            }
        )
        done = done.union(uids)
        try mark(uids, in: folder, now: now)
        if !queue.isUnderway { try finishMarks() }
    }

    private func mark(
        _ uids: UIDSet,
        in folder: String? = nil,
        now: Date
    ) throws(TransportError) {
        var uids = uids
        if folder != nil || !isMarkedByKeyword {
            try metadata(of: uids.subtracting(known), now: now)
            uids = uids.subtracting(staying)
        }
        for part in uids.chunks(countMaximum: Self.uidsAtOnce) {
            guard let command = markCommand(part, in: folder) else { return }
            try waitUntilAccepted(command)
            guard conversation.accepts(command) else { return }
            marks.insert(try conversation.send(command))
        }
    }

    private var isMarkedByKeyword: Bool {
        switch source.done {
        case .keyword: true
        case .seen, .move: false
        }
    }

    private func markCommand(_ uids: UIDSet, in folder: String?) -> Command? {
        guard let selected = conversation.session.mailbox, !selected.isReadOnly else { return nil }
        if let folder { return targets[folder].map { .move(uids, to: $0) } }
        switch source.done {
        case .seen:
            return .addFlags([.seen], to: uids, unchangedSince: nil)
        case .move(let folder):
            return targets[folder].map { .move(uids, to: $0) }
        case .keyword(let text):
            guard let keyword = Keyword(text), selected.permanentFlags?.keeps(keyword) != false
            else { return nil }
            return .addFlags([Flag(keyword)], to: uids, unchangedSince: nil)
        }
    }

    /// Marks what an earlier run filed and could not mark any more, once for each visit.
    ///
    /// Where \Seen is the mark, a person may have taken it away on purpose: it is not repeated.
    func remark(_ there: UIDSet, now: Date) throws(TransportError) {
        var filed = there.intersection(done)
        if let folder = source.refused {
            try mark(filed.intersection(refused), in: folder, now: now)
            filed = filed.subtracting(refused)
        }
        guard !filed.isEmpty else { return try finishMarks() }
        switch source.done {
        case .seen:
            break
        case .move:
            try mark(filed, now: now)
        case .keyword(let text):
            guard let keyword = Keyword(text) else { break }
            try mark(find([.withoutKeyword(keyword)]).intersection(filed), now: now)
        }
        try finishMarks()
    }

    /// Waits for the answers to all marks.
    func finishMarks() throws(TransportError) {
        while !marks.isEmpty { try take(conversation.read()) }
    }

    /// Where a command must wait for others, their answers are read; a command that is not accepted
    /// with nothing in flight never will be.
    func waitUntilAccepted(_ command: Command) throws(TransportError) {
        while !conversation.accepts(command), queue.isUnderway || !marks.isEmpty {
            try take(conversation.read())
        }
    }
}
