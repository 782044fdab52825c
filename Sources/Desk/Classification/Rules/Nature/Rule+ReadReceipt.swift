// Read receipts: RFC 8098 notifications, and Outlook's, which are plain mails with a set subject.

extension Rule {
    /// A program says that a letter was displayed, or deleted unread.
    static let readReceipt = Rule(
        "read-receipt",
        "A mail program confirms that a letter was displayed: a disposition notification, or "
            + "a set subject with a set text."
    ) { reading in
        let message = reading.message
        if let type = message.header("content-type"), type.isReport(of: "disposition-notification")
        {
            return (.nature(.receipt), "Content-Type: \(type)")
        }
        if message.attachments.contains(where: { $0.type == "message/disposition-notification" }),
            message.returnPath == .null
                || message.header("content-type")?.lowercased().hasPrefix("multipart/report")
                    ?? false
        {
            return (.nature(.receipt), "message/disposition-notification")
        }
        guard subjects.prefix(of: Array(reading.folded.subject.utf8)[...]) != nil else {
            return nil
        }
        let text = Folding.bytes(of: String(message.text.prefix(1500)))
        guard let words = texts.first(in: text[...]) else { return nil }
        return (.nature(.receipt), "\(message.subject): \(words)")
    }

    private static let subjects = PhraseIndex([
        [
            "remis :", "remis:", "delivered:", "lu :", "lu:", "non lu :", "non lu:", "read:",
            "not read:", "read receipt",
            "accuse de lecture",
            "accuse de reception", "confirmation de lecture", "return receipt",
            "disposition notification",
            "gelesen:", "letto:", "leido:", "gelezen:", "supprime :", "deleted:",
        ]
    ])

    private static let texts = PhraseIndex([
        [
            "a ete lu", "ete affiche", "a ete supprime sans", "was read", "was displayed",
            "has been read",
            "been displayed", "deleted without being read", "accuse de reception pour le message",
            "return receipt for the mail", "this is a receipt for", "wurde gelesen",
            "e stato letto",
            "fue leido", "is gelezen", "a ete recu par", "was received by", "a ete ouvert par",
            "was opened by", "a ete remis aux destinataires", "has been delivered to", "gelesen",
            "letto", "leido", "gelezen",
        ]
    ])
}
