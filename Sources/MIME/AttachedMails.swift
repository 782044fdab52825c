// Mails that are attached whole: who wrote them, when, what. Each is read as any mail, and what is
// attached to it in turn once more and no deeper, so that mails within mails cost what they weigh.
//
// A report on a letter encloses that letter too: that is nobody's forward.

import Desk

/// Reads the mails that are attached to a mail.
enum AttachedMails {
    /// The first few, in order; behind each those that are attached to it.
    static func read(
        _ leaves: MailLeaves,
        depth: Int,
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> [ForwardedMessage] {
        let isReport = leaves.all.contains { leaf in
            ["message/delivery-status", "message/disposition-notification"]
                .contains(leaf.content.type)
        }
        guard !isReport else { return [] }
        let enclosed = leaves.all.filter { isMail($0.content) }.prefix(limits.attachedMails)
        let found = enclosed.flatMap { leaf -> [ForwardedMessage] in
            let bytes = leaf.content.decoded(bytesMaximum: limits.openedBytes, defects: &defects)
            let mail = MailReader.read(bytes, limits: limits, attachedDepth: depth - 1)
            guard leaf.content.isMessage || mail.from != nil else { return [] }
            let letter = ForwardedMessage(
                address: mail.from?.address,
                name: mail.from?.name ?? mail.fromText,
                date: mail.date,
                subject: mail.subject,
                text: mail.text,
                isAttached: true,
                id: mail.id,
                attachments: mail.attachments
            )
            return [letter] + mail.attachedMails
        }
        return Array(found.prefix(limits.attachedMails))
    }

    /// Whether a part is a mail that is attached whole.
    ///
    /// Some programs attach one as a file like any other; its name says what it is.
    static func isMail(_ content: PartContent) -> Bool {
        guard !content.isMessage else { return true }
        return content.type == "application/octet-stream"
            && content.declaredName?.lowercased().hasSuffix(".eml") ?? false
    }
}
