// Rows of sentences with the verdicts that a careful dispatcher would give, kept as text beside the
// tests so that a reader of French can judge them without reading Swift.
//
// A row is one line, its fields between " | "; "#" begins a comment; "?" begins a known miss, which
// the tests expect to fail until it no longer does.

import Foundation
import TestSupport
import Testing

@testable import Desk

/// One row.
struct Sentence: Sendable, CustomTestStringConvertible {
    /// Its fields.
    let fields: [String]
    /// Whether the rules are known to miss it.
    let isKnownMiss: Bool
    /// Its line in the file.
    let line: Int

    var testDescription: String { "line \(line): \(fields.last?.prefix(60) ?? "")" }

    /// All rows of a file of a folder of Tests/Fixtures; a file without rows is an error.
    static func rows(
        of name: String,
        in folder: String = "classification",
        fields count: Int
    ) throws -> [Sentence] {
        let file = PackageRoot.file("Tests/Fixtures/\(folder)/\(name).txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows: [Sentence] = text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
            .compactMap { number, line in
                guard !line.isEmpty, line.first != "#" else { return nil }
                let isKnownMiss = line.hasPrefix("? ")
                let fields = (isKnownMiss ? line.dropFirst(2) : line)
                    .components(separatedBy: " |")
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                return Sentence(fields: fields, isKnownMiss: isKnownMiss, line: number + 1)
            }
        try #require(!rows.isEmpty, "\(name).txt has no rows")
        for row in rows { try #require(row.fields.count == count, "\(name).txt:\(row.line)") }
        return rows
    }

    /// All rows of the sets of evaluation whose names begin so.
    static func sets(_ prefix: String, fields: Int) throws -> [Sentence] {
        let folder = PackageRoot.file("Tests/Fixtures/evaluation")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasPrefix(prefix) }
            .flatMap { try rows(of: String($0.dropLast(4)), in: "evaluation", fields: fields) }
    }

    /// Compares, as a known issue where the row says so.
    func expect<Value: Equatable>(_ actual: Value, _ wanted: Value, _ evidence: String) {
        guard isKnownMiss else {
            #expect(actual == wanted, "line \(line), \(evidence)")
            return
        }
        withKnownIssue { #expect(actual == wanted, "line \(line), \(evidence)") }
    }
}

extension Classification {
    /// Every finding on one line.
    var reasons: String {
        findings.map { "\($0.rule): \($0.verdict.text) (\($0.evidence))" }.joined(separator: "; ")
    }
}

extension DeskWorld {
    /// A labelled text of a set, as the learners take it.
    static func example(
        _ answer: Int,
        subject: String,
        text: String,
        withMeanings: Bool = false
    ) throws -> WordLearner.Example {
        let mail = try mail(subject: subject, text: text.replacing("\\n", with: "\n"))
        let words = try reading(mail).words
        let meanings = withMeanings ? words.meanings.map(\.name) : []
        return WordLearner.Example(answer: answer, features: words.featureNames.union(meanings))
    }

    /// A person's mail as the rules see it.
    static func reading(_ message: InboundMessage, mailbox: Int = 0) throws -> Reading {
        let house = try house()
        return Reading(message, mailbox: house.mailboxes[mailbox], house: house, key: key)
    }

    /// What the rules make of a subject and a text.
    static func classified(subject: String, text: String, mailbox: Int = 0) throws -> Classification
    {
        let lines = text.replacingOccurrences(of: "\\n", with: "\n")
        return classify(try reading(try mail(subject: subject, text: lines), mailbox: mailbox))
    }
}
