// Facts and findings as one text each, for a column: fields apart by U+001F, findings by U+001E.
// Both are control characters, which texts of the core do not hold; one that slips in becomes a
// space.

import Desk

/// The separators of the stored texts.
private enum Separator {
    static let field: UInt8 = 0x1F
    static let record: UInt8 = 0x1E

    /// Joins fields; a separator within one becomes a space.
    static func join(_ fields: [String]) -> String {
        fields.map(clean).joined(separator: "\u{1F}")
    }

    /// The parts between separators, at least one.
    static func split(_ text: String, at separator: UInt8) -> [String] {
        let bytes = Array(text.utf8)
        var parts: [String] = []
        var start = 0
        for index in bytes.indices where bytes[index] == separator {
            parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
            start = index + 1
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    private static func clean(_ field: String) -> String {
        guard field.utf8.contains(where: { $0 == Self.field || $0 == record }) else { return field }
        return String(
            decoding: field.utf8.map { $0 == Self.field || $0 == record ? 0x20 : $0 },
            as: UTF8.self
        )
    }
}

extension FactRecord {
    /// The values as one text.
    var detail: String { Separator.join(values) }

    /// Reads what a table holds.
    init(kind: String, detail: String) {
        self.init(kind: kind, values: Separator.split(detail, at: Separator.field))
    }
}

extension Finding {
    /// Findings as one text.
    static func text(of findings: [Finding]) -> String {
        findings.map { Separator.join([$0.rule, $0.verdict.kind, $0.verdict.text, $0.evidence]) }
            .joined(separator: "\u{1E}")
    }

    /// Reads findings; one that this program does not know reads as a note.
    static func all(in text: String) -> [Finding] {
        guard !text.isEmpty else { return [] }
        return Separator.split(text, at: Separator.record).compactMap { record in
            let fields = Separator.split(record, at: Separator.field)
            guard fields.count == 4 else { return nil }
            return Finding(
                rule: fields[0],
                verdict: Verdict(kind: fields[1], text: fields[2]) ?? .note(fields[2]),
                evidence: fields[3]
            )
        }
    }
}

extension Verdict {
    fileprivate var kind: String {
        switch self {
        case .nature: "nature"
        case .criticality: "criticality"
        case .topic: "topic"
        case .urgent: "urgent"
        case .escalation: "escalation"
        case .closing: "closing"
        case .score: "score"
        case .thread: "thread"
        case .note: "note"
        }
    }

    fileprivate init?(kind: String, text: String) {
        let verdict: Verdict? =
            switch kind {
            case "nature": Nature(rawValue: text).map { .nature($0) }
            case "criticality": Criticality(rawValue: text).map { .criticality($0) }
            case "topic": ComplaintTopic(rawValue: text).map { .topic($0) }
            case "urgent": .urgent(text == Verdict.urgent(true).text)
            case "escalation": Int(text.drop { !$0.isNumber }).map { .escalation($0) }
            case "closing": ClosingAnswer(rawValue: text).map { .closing($0) }
            case "score": Int(text.prefix { $0.isNumber }).map { .score($0) }
            case "thread": .thread(text)
            default: .note(text)
            }
        guard let verdict else { return nil }
        self = verdict
    }
}
