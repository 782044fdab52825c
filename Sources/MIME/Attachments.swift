// Which files a mail brings: its parts, what an Outlook container holds, what stood in the text.

import Desk
import Foundation

/// Lists the files of a mail.
enum Attachments {
    /// The files, in order; then those that stood in the text.
    static func read(
        _ leaves: MailLeaves,
        files enclosed: [OpenedFile],
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> [Attachment] {
        let files = leaves.all.filter(\.isFile)
        guard !files.isEmpty || !enclosed.isEmpty else { return [] }
        let hasIDs = files.contains { $0.content.contentID != nil || $0.winmail != nil }
        var list = AttachmentList(shown: hasIDs ? shownIDs(leaves, limits: limits) : [], limits)
        for file in files {
            if let winmail = file.winmail {
                for inner in winmail.files { list.add(OpenedFile(inner)) }
                // A container that is broken is kept beside what was found in it.
                guard winmail.isBroken else { continue }
            }
            list.add(file.content, subject: enclosedSubject(file.content, limits: limits))
        }
        for file in enclosed { list.add(file) }
        defects.formUnion(list.defects)
        return list.attachments
    }

    private static func enclosedSubject(
        _ file: PartContent,
        limits: ReadingLimits
    ) -> String? {
        guard file.isMessage else { return nil }
        var ignored: Set<MessageDefect> = []
        let raw = file.enclosedHeader(limits: limits).first("subject")
        let subject = raw.map { HeaderText.decode($0, defects: &ignored) }
        return subject.flatMap { $0.isEmpty ? nil : $0 }
    }

    // Every `cid:` of the mail's own HTML.
    private static func shownIDs(_ leaves: MailLeaves, limits: ReadingLimits) -> Set<String> {
        var ids: Set<String> = []
        var ignored: Set<MessageDefect> = []
        for leaf in leaves.all where !leaf.isFile && leaf.content.type == "text/html" {
            let html = leaf.content.decoded(bytesMaximum: limits.htmlBytes, defects: &ignored)
            var position = 0
            while let found = html.firstIndex(
                of: Array("cid:".utf8),
                in: position..<html.count
            ) {
                let id = html[(found + 4)...].prefix(300).prefix {
                    $0 > 0x20 && !"\"'<>)\\".utf8.contains($0)
                }
                let text = String(decoding: id, as: UTF8.self)
                ids.insert(text.removingPercentEncoding ?? text)
                position = found + 4
            }
        }
        return ids
    }
}
