// The files of a mail as values: safe name, type, size, digest, and whether the HTML shows them.

import Desk
import Foundation

/// Lists the files of a mail.
enum Attachments {
    /// The files, in order.
    static func read(
        _ leaves: MailLeaves,
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> [Attachment] {
        let files = leaves.all.filter(\.isFile).map(\.content)
        guard !files.isEmpty else { return [] }
        let shown = files.contains { $0.contentID != nil } ? shownIDs(leaves, limits: limits) : []
        return files.enumerated().map { index, file in
            let (size, sha256) = file.measure()
            let isPicture = file.type.hasPrefix("image/") && file.disposition == "inline"
            let contentID = file.contentID.flatMap { $0.isEmpty ? nil : $0 }
            return Attachment(
                name: name(of: file, number: index + 1, limits: limits, defects: &defects),
                type: file.type,
                size: size,
                sha256: sha256,
                contentID: contentID,
                isInline: contentID.map { shown.contains($0) || isPicture } ?? false
            )
        }
    }

    private static func name(
        of file: PartContent,
        number: Int,
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> String {
        if file.isMessage, let subject = enclosedSubject(file, limits: limits) {
            // A slash in a subject is no path.
            let flat = String(subject.map { $0 == "/" || $0 == "\\" ? "-" : $0 })
            var ignored: Set<MessageDefect> = []
            let name = AttachmentName.safe(flat + ".eml", limits: limits, defects: &ignored)
            if name.utf8.count > 4 { return name }
        }
        let declared = file.declaredName.map {
            AttachmentName.safe($0, limits: limits, defects: &defects)
        }
        guard let declared, !declared.isEmpty else {
            return AttachmentName.unnamed(number: number, type: file.type)
        }
        return declared
    }

    private static func enclosedSubject(
        _ file: PartContent,
        limits: ReadingLimits
    ) -> String? {
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
