// What a machine says in a delivery report (RFC 3464): recipients, actions, codes, and the letter
// that the report is about.

import Desk

/// Reads delivery reports.
enum DeliveryStatus {
    /// The reports on each recipient; empty where the mail is no delivery report.
    static func read(
        _ leaves: MailLeaves,
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> [DeliveryReport] {
        let isStatus = { (leaf: MailLeaves.Leaf) in
            leaf.content.type == "message/delivery-status"
                || leaf.content.type == "message/global-delivery-status"
        }
        var reports: [DeliveryReport] = []
        for leaf in leaves.all where isStatus(leaf) && reports.count < limits.deliveryReports {
            var ignored: Set<MessageDefect> = []
            let content = leaf.content.decoded(
                bytesMaximum: limits.textBytes,
                defects: &ignored
            )
            defects.formUnion(ignored)
            var original: MessageID?
            var position = 0
            while position < content.count, reports.count < limits.deliveryReports {
                let block = HeaderBlock(
                    content,
                    from: position,
                    endingAt: .blankLine,
                    limits: limits
                )
                position = max(block.bodyStart, position + 1)
                original = original ?? originalMessageID(leaves, about: block, limits: limits)
                let recipient = block.first("final-recipient") ?? block.first("original-recipient")
                guard recipient != nil || block.first("action") != nil else { continue }
                reports.append(report(block, original: original))
            }
        }
        return reports
    }

    private static func report(_ block: HeaderBlock, original: MessageID?) -> DeliveryReport {
        let recipient =
            block.first("final-recipient").flatMap { address($0) }
            ?? block.first("original-recipient").flatMap { address($0) }
        let action = block.first("action")?.trimmed.prefix { !$0.isBlankOrLineEnd }
        return DeliveryReport(
            recipient: recipient,
            action: action.flatMap { DeliveryReport.Action(rawValue: $0.lowercasedText) },
            status: block.first("status").flatMap { statusCode($0) },
            diagnostic: block.first("diagnostic-code").map { diagnostic($0) },
            originalMessageID: original
        )
    }

    // `rfc822; a@b.example`, sometimes in angle brackets.
    private static func address(_ raw: Bytes) -> EmailAddress? {
        var text = afterType(raw).trimmed
        if text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") {
            text = text.dropFirst().dropLast()
        }
        return String(validating: text, as: UTF8.self).flatMap { EmailAddress($0) }
    }

    // A class, a subject and a detail, as in `5.1.1`; a comment may follow.
    private static func statusCode(_ raw: Bytes) -> String? {
        let word = raw.trimmed.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        let numbers = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy({ (1...3).contains($0.count) }) else {
            return nil
        }
        return String(decoding: word, as: UTF8.self)
    }

    private static func diagnostic(_ raw: Bytes) -> String {
        var ignored: Set<MessageDefect> = []
        return HeaderText.decode(afterType(raw), defects: &ignored).prefixScalars(
            ReadingLimits.standard.subjectCharacters
        )
    }

    // What follows `rfc822;` or `smtp;`.
    private static func afterType(_ raw: Bytes) -> Bytes {
        let type = raw.prefix(40).prefix { $0 != UInt8(ascii: ";") && !$0.isBlankOrLineEnd }
        let line = raw.trimmed
        guard type.isEmpty || type.endIndex < raw.endIndex,
            let semicolon = line.prefix(40).firstIndex(of: UInt8(ascii: ";"))
        else { return line }
        return line[(semicolon + 1)...]
    }

    /// The first enclosed letter, or the header fields of one; nil where there is none.
    static func returnedLetter(_ leaves: MailLeaves, limits: ReadingLimits) -> ReturnedLetter? {
        for leaf in leaves.all where isReturned(leaf.content) {
            let block = leaf.content.enclosedHeader(limits: limits)
            let id = MessageIDs.own(block.all("message-id"))
            var ignored: Set<MessageDefect> = []
            let recipients = AddressList.read(block.all("to"), limits: limits, defects: &ignored)
            if id != nil || !recipients.isEmpty {
                return ReturnedLetter(id: id, recipient: recipients.first?.address)
            }
        }
        return nil
    }

    private static func isReturned(_ content: PartContent) -> Bool {
        content.isMessage
            || [
                "text/rfc822-headers", "message/rfc822-headers", "text/rfc822",
                "message/global-headers", "message/global",
            ].contains(content.type)
    }

    // The report's own word for it (Gmail), else the returned letter or its header fields.
    private static func originalMessageID(
        _ leaves: MailLeaves,
        about block: HeaderBlock,
        limits: ReadingLimits
    ) -> MessageID? {
        for name in ["x-original-message-id", "original-message-id"] {
            if let id = MessageIDs.own(block.all(name)) { return id }
        }
        for leaf in leaves.all where isReturned(leaf.content) {
            let block = leaf.content.enclosedHeader(limits: limits)
            if let id = MessageIDs.own(block.all("message-id")) { return id }
        }
        return nil
    }
}
