// The JSON of `guichet explain --json`: a stable shape, every key always present.
//
// Only what may be missing as a whole is null (an author, a complaint, a closing); a text that is
// not known is empty, so that a script that reads texts finds texts.

import Desk

/// One line of `guichet explain --json`.
struct ExplanationJSON {
    /// The line's object.
    let value: JSON

    init(_ explanation: Explanation, file: String) {
        let classification = explanation.classification
        let plan = explanation.plan
        value = .object([
            ("file", .text(file)),
            ("message", Self.message(explanation)),
            ("nature", .text((plan.record.nature ?? classification.nature).rawValue)),
            ("disposition", .text(plan.disposition.rawValue)),
            ("criticality", .optional(classification.criticality?.rawValue)),
            ("complaint", classification.complaint.map(Self.complaint) ?? .null),
            ("escalation", .number(classification.escalation)),
            ("closing", .optional(classification.closing?.rawValue)),
            ("surveyScore", .optional(classification.surveyScore)),
            ("acknowledge", .bool(plan.acknowledgement.isDue)),
            ("acknowledgeReason", .text(plan.acknowledgement.reason)),
            ("bounce", classification.bounce.map(Self.bounce) ?? .null),
            ("forwardedFrom", explanation.reading.forwarded.map(Self.author) ?? .null),
            ("findings", .array(plan.findings.map(Self.finding))),
        ])
    }

    /// The line of a file that cannot be read: the same keys, with nothing known.
    static func unreadable(_ file: String, _ sentence: String) -> JSON {
        .object([
            ("file", .text(file)),
            ("message", message(InboundMessage(), newText: "", quotedText: "", language: .french)),
            ("nature", .text(Nature.request.rawValue)),
            ("disposition", .text(Disposition.hold.rawValue)),
            ("criticality", .null), ("complaint", .null), ("escalation", .number(0)),
            ("closing", .null), ("surveyScore", .null), ("acknowledge", .bool(false)),
            ("acknowledgeReason", .text(sentence)), ("bounce", .null), ("forwardedFrom", .null),
            (
                "findings",
                .array([
                    finding(Finding(rule: "file", verdict: .note("unreadable"), evidence: sentence))
                ])
            ),
        ])
    }

    private static func message(_ explanation: Explanation) -> JSON {
        message(
            explanation.reading.message,
            newText: explanation.reading.newText,
            quotedText: explanation.reading.quotedText,
            language: explanation.classification.language
        )
    }

    private static func message(
        _ message: InboundMessage,
        newText: String,
        quotedText: String,
        language: Language
    ) -> JSON {
        .object([
            ("id", .text(message.id?.text ?? "")),
            ("from", message.from.map(person) ?? .null),
            ("to", .array(message.to.map(person))),
            ("cc", .array(message.cc.map(person))),
            ("subject", .text(message.subject)),
            ("date", .text(message.date.map(Moments.machine) ?? "")),
            ("inReplyTo", .array(message.inReplyTo.map { .text($0.text) })),
            ("references", .array(message.references.map { .text($0.text) })),
            ("newText", .text(newText)),
            ("quotedText", .text(quotedText)),
            ("language", .text(language.rawValue)),
            ("attachments", .array(files(message) { !$0.isDecoration })),
            ("inline", .array(files(message, \.isDecoration))),
            ("defects", .array(message.defects.map { .text($0.rawValue) })),
        ])
    }

    private static func person(_ person: NamedAddress) -> JSON {
        .object([("address", .text(person.address.text)), ("name", .text(person.name))])
    }

    // A copied header may give a name and no address.
    private static func author(_ forwarded: ForwardedMessage) -> JSON {
        .object([
            ("address", .text(forwarded.address?.text ?? "")), ("name", .text(forwarded.name)),
        ])
    }

    private static func files(
        _ message: InboundMessage,
        _ isWanted: (Attachment) -> Bool
    ) -> [JSON] {
        message.attachments.filter(isWanted).map(attachment)
    }

    private static func attachment(_ attachment: Attachment) -> JSON {
        .object([
            ("name", .text(attachment.name)), ("type", .text(attachment.type)),
            ("sniffedType", .text(attachment.sniffedType ?? "")),
            ("size", .number(attachment.size)), ("sha256", .text(attachment.sha256)),
        ])
    }

    private static func complaint(_ complaint: Complaint) -> JSON {
        .object([
            ("topic", .text(complaint.topic.rawValue)), ("urgent", .bool(complaint.isUrgent)),
        ])
    }

    private static func bounce(_ report: DeliveryReport) -> JSON {
        .object([
            ("recipient", .text(report.recipient?.text ?? "")),
            ("status", .text(report.status ?? "")),
            ("hard", .bool(report.isHard)),
        ])
    }

    static func finding(_ finding: Finding) -> JSON {
        .object([
            ("rule", .text(finding.rule)), ("verdict", .text(finding.verdict.text)),
            ("evidence", .text(finding.evidence)),
        ])
    }
}
