// Whether a machine reports on a letter, and what it says: the one place where reports (RFC 3464)
// and servers' own words come together.
//
// Whoever forwards a bounce to us is a person: words alone make a bounce only where a machine's
// mark stands beside them (the report's type, MAILER-DAEMON, a null Return-Path), or where subject
// and text are both a server's set phrases and nobody passed them on.

/// A machine's report on a letter.
package struct BounceNotice: Hashable, Sendable {
    /// What proves that it is one.
    package let evidence: String
    /// What it says, a report for each recipient; never empty.
    package let reports: [DeliveryReport]

    /// The report that decides: a failure before a delay before everything else.
    package var leading: DeliveryReport {
        reports.first { $0.action == .failed } ?? reports.first { $0.action == .delayed }
            ?? reports[0]
    }

    /// Looks for a report; nil where a mail is none.
    init?(_ message: InboundMessage, subject: SubjectLine, house: HouseSettings) {
        let marks = BounceMarks(message, subject: subject)
        guard let evidence = marks.evidence else { return nil }
        self.evidence = evidence
        reports = BounceReading(message, subject: subject, house: house).reports
    }
}

/// Puts the reports of a bounce together.
private struct BounceReading {
    let message: InboundMessage
    let subject: SubjectLine
    let house: HouseSettings
    private let text: BounceText
    private let isDelayed: Bool
    private let isSuccess: Bool

    init(_ message: InboundMessage, subject: SubjectLine, house: HouseSettings) {
        self.message = message
        self.subject = subject
        self.house = house
        text = BounceText(message.text) { address in
            house.isOurs(address) || address == message.from?.address
                || BounceMarks.daemons.contains(address.localPart)
        }
        let head = Folding.bytes(of: message.subject + "\n" + String(message.text.prefix(4000)))
        let found = Self.outcomes.found(in: head[...])
        isDelayed = found.count[0] > 0 && found.count[1] == 0
        isSuccess = found.count[2] > found.count[3] && found.count[1] == 0 && found.count[0] == 0
    }

    var reports: [DeliveryReport] {
        let stated = message.deliveryReports.filter { $0.action != nil || $0.recipient != nil }
        let id = stated.compactMap(\.originalMessageID).first ?? originalMessageID
        if !stated.isEmpty { return stated.map { completed($0, id: id) } }
        let failed = (message.header("x-failed-recipients") ?? "").utf8
        let named = AddressScan(Array(failed)[...]).finds.map(\.address)
        let blocks = text.blocks.filter { block in
            block.recipient.map { named.isEmpty || named.contains($0) } ?? true
        }
        let told = blocks.map { described($0, id: id) }
        let silent = named.filter { name in !blocks.contains { $0.recipient == name } }
        let recipients = blocks.compactMap(\.recipient)
        guard !silent.isEmpty else { return told }
        let whole = whole
        let added = silent.prefix(BounceText.recipientsMaximum).map { name in
            var block = whole
            block.recipient = name
            return described(block, id: id)
        }
        return recipients.isEmpty ? added : told + added
    }

    // The whole text as the words about one recipient.
    private var whole: BounceText.Block {
        var block = BounceText.Block()
        block.words = text.preamble + text.blocks.flatMap(\.words)
        block.action = text.blocks.first?.action
        block.statusField = text.blocks.first?.statusField
        return block
    }

    private func completed(_ report: DeliveryReport, id: MessageID?) -> DeliveryReport {
        let action = report.action ?? inferredAction
        let words = Array((report.diagnostic ?? "").utf8)
        let said = StatusScan(words[...])
        var status = report.status ?? said.status
        if status.map(StatusScan.isVague) ?? true, action == .failed || action == .delayed {
            let all = words + [0x0A] + whole.words
            status = code(stated: status, in: all, action: action)
        }
        return DeliveryReport(
            recipient: report.recipient ?? text.blocks.first?.recipient
                ?? message.returned?.recipient.flatMap { house.isOurs($0) ? nil : $0 },
            action: action,
            status: status,
            diagnostic: report.diagnostic ?? line(of: whole.words),
            originalMessageID: report.originalMessageID ?? id
        )
    }

    private func described(_ block: BounceText.Block, id: MessageID?) -> DeliveryReport {
        let action = block.action ?? inferredAction
        let words = block.words + [0x0A] + text.preamble
        return DeliveryReport(
            recipient: block.recipient
                ?? message.returned?.recipient.flatMap { house.isOurs($0) ? nil : $0 },
            action: action,
            status: code(stated: block.statusField, in: words, action: action),
            diagnostic: line(of: block.words.isEmpty ? text.preamble : block.words),
            originalMessageID: id
        )
    }

    private var inferredAction: DeliveryReport.Action {
        if isDelayed { return .delayed }
        return isSuccess ? .delivered : .failed
    }

    // A code that says something, else the class of what was said with the detail of the phrase.
    private func code(
        stated: String?,
        in words: [UInt8],
        action: DeliveryReport.Action
    ) -> String? {
        if action != .failed, action != .delayed { return stated ?? "2.0.0" }
        let scan = StatusScan(words[...])
        let status = stated.flatMap { StatusScan.isVague($0) ? nil : $0 } ?? scan.status ?? stated
        if let status, !StatusScan.isVague(status) { return status }
        let folded = Folding.bytes(of: String(decoding: words, as: UTF8.self))
        let kind =
            FailureKind(folded: folded[...])
            ?? FailureKind(folded: AddressScan.without(folded[...])[...])
            ?? FailureKind(folded: Folding.bytes(of: message.subject)[...])
        let digit: String
        if let status {
            digit = String(status.prefix(1))
        } else if let reply = scan.reply {
            digit = String(reply / 100)
        } else {
            digit = action == .delayed || kind?.isPassing ?? false ? "4" : "5"
        }
        guard let kind else { return action == .delayed ? "\(digit).4.7" : "\(digit).0.0" }
        return "\(digit).\(kind.detail)"
    }

    private func line(of words: [UInt8]) -> String? {
        let text = String(decoding: words.prefix(600), as: UTF8.self)
        let line = HeaderValue(flattening: text).text
        return line.isEmpty ? nil : String(line.prefix(300))
    }

    // From the returned letter; else from the text, ours first; else from what the report answers.
    private var originalMessageID: MessageID? {
        if let id = message.returned?.id { return id }
        let owns = { (id: MessageID) in house.company.owns(domain: id.domain) }
        return text.messageIDs.first(where: owns)
            ?? (message.inReplyTo + message.references.reversed()).first(where: owns)
            ?? text.messageIDs.first
    }

    private static let outcomes = PhraseIndex([delays, failures, successes, denials])

    private static let delays = [
        "warning message only", "this is a warning only", "has been delayed", "is delayed",
        "have been delayed", "has not yet been delivered", "not yet been delivered", "delayed mail",
        "message delayed", "will keep trying", "will continue to try", "still being retried",
        "delivery attempts will continue", "will be retried", "will retry", "keep retrying",
        "you do not need to resend", "do not need to resend", "no action is required on your part",
        "no action is needed", "delivery incomplete", "delivery status notification (delay",
        "delivery delayed", "warning: message", "warning: could not send", "temporary problem",
        "est retardee", "est retarde", "a ete retardee", "a ete retarde", "retardee pour",
        "n'a pas encore ete", "n'a pas encore pu", "n'ont pas encore ete", "remise differee",
        "remise retardee",
        "message retarde", "va reessayer", "tentatives de remise vont", "nouvelles tentatives",
        "essaiera de remettre", "continuera d'essayer", "distribution incomplete",
        "vous n'avez pas besoin de renvoyer", "il n'est pas necessaire de renvoyer", "verzogert",
        "wird weiterhin versucht", "se ha retrasado",
    ]

    private static let failures = [
        "permanent error", "permanent fatal", "failed permanently", "permanently failed",
        "given up", "giving up", "i'm not going to try again", "returning message to sender",
        "returned to sender", "returned mail", "delivery has failed", "a echoue",
        "echec de la remise",
        "retry timeout exceeded", "action: failed", "failure notice", "echec definitif",
    ]

    private static let successes = [
        "successfully delivered", "successful mail delivery", "was delivered to",
        "successfully relayed",
        "delivery status notification (relay", "delivery status notification (success",
        "delivered successfully", "remis avec succes", "a ete remis a", "est parvenu a",
        "action: delivered", "action: relayed",
    ]

    // Each holds one of the phrases of success, and takes it back.
    private static let denials = [
        "n'est parvenu a auc", "n'est pas parvenu a", "n'a ete remis a auc", "n'a pas ete remis a",
        "not delivered successfully", "not successfully delivered", "not successfully relayed",
        "pas ete remis avec succes",
    ]
}
