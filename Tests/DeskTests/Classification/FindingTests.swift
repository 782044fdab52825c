// Findings: one line of evidence, cut, and safe to show.

import Testing

@testable import Desk

@Suite("Finding")
struct FindingTests {
    @Test("evidence is one line without control characters")
    func oneLine() {
        let finding = Finding(
            rule: "sample",
            verdict: .note("seen"),
            evidence: "one\r\ntwo\u{0}three\u{202E}four"
        )
        #expect(finding.evidence == "one two three four")
    }

    @Test("evidence is cut at its maximum, and shows that it is")
    func cut() {
        let maximum = Finding.evidenceCharactersMaximum
        let whole = Finding(
            rule: "sample",
            verdict: .note("seen"),
            evidence: String(repeating: "é", count: maximum)
        )
        #expect(whole.evidence.count == maximum)
        #expect(whole.evidence.last == "é")
        let cut = Finding(
            rule: "sample",
            verdict: .note("seen"),
            evidence: String(repeating: "é", count: maximum + 1)
        )
        #expect(cut.evidence.count == maximum)
        #expect(cut.evidence.last == "…")
    }

    @Test("every rule has a name of its own, in kebab case, and one sentence")
    func names() {
        let lists = [
            RuleBook.nature, RuleBook.criticality, RuleBook.topic, RuleBook.urgency,
            RuleBook.escalation, RuleBook.answer,
        ]
        let rules = lists.flatMap { $0 }
        let names = Set(rules.map { $0.name })
        #expect(names.count == rules.count)
        for rule in rules {
            let isKebab = rule.name.allSatisfy { $0.isLowercase || $0 == "-" }
            #expect(isKebab, "\(rule.name)")
            #expect(rule.sentence.hasSuffix("."), "\(rule.name)")
            #expect(!rule.sentence.contains("\n"), "\(rule.name)")
        }
    }

    @Test("each list that must answer ends with a rule that always does")
    func backstops() throws {
        var message = InboundMessage()
        message.text = ""
        let reading = try DeskWorld.reading(message)
        #expect(RuleBook.nature.last?.finding(in: reading) != nil)
        #expect(RuleBook.criticality.last?.finding(in: reading) != nil)
        #expect(RuleBook.topic.last?.finding(in: reading) != nil)
        #expect(RuleBook.urgency.last?.finding(in: reading) != nil)
    }
}
