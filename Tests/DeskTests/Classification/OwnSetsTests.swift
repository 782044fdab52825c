// The project's own evaluation sets: mails written before the rules had seen them, by the grid of
// the procedures. They are measured, and held above a floor; what is missed is printed with its
// evidence.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("Own evaluation sets")
struct OwnSetsTests {
    // The sets of one kind, by their numbers.
    private func files(_ kind: String) throws -> [String] {
        let folder = PackageRoot.file("Tests/Fixtures/evaluation")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix("\(kind)-") && $0.hasSuffix(".txt") }
            .map { String($0.dropLast(4)) }
            .sorted()
        try #require(!names.isEmpty, "no \(kind) in Tests/Fixtures/evaluation")
        return names
    }

    private func rows(_ file: String, fields: Int) throws -> [Sentence] {
        try Sentence.rows(of: file, in: "evaluation", fields: fields)
    }

    // Writes the table, and holds it above the floor.
    private func judge(_ table: Confusion, floor: Double) throws {
        try table.write()
        #expect(table.percent >= floor, "\(table.report)")
    }

    @Test(
        "requests have the class of the grid, and none is taken for less than Critique",
        arguments: [("requests", 92.0), ("unread", 87.0)]
    )
    func requests(kind: String, floor: Double) throws {
        for file in try files(kind) {
            var table = Confusion(field: "criticality", set: file)
            for row in try rows(file, fields: 3) {
                let found = try DeskWorld.classified(subject: row.fields[1], text: row.fields[2])
                let isRequest = found.nature == .request
                // A complaint that reports a live fault has the fault's class, too.
                let actual =
                    isRequest
                    ? found.criticality?.rawValue
                    : found.fault?.rawValue ?? found.nature.rawValue
                table.count(row, row.fields[0], actual ?? "-", found.reasons)
                if row.fields[0] == "critical" { row.expect(actual, "critical", found.reasons) }
            }
            try judge(table, floor: floor)
        }
    }

    @Test(
        "complaints have their topic, urgency and level",
        arguments: [("complaints", 97.0, 98.0, 98.0), ("held-complaints", 87, 94, 98)]
    )
    func complaints(kind: String, ofTopic: Double, ofUrgency: Double, ofLevel: Double) throws {
        for file in try files(kind) {
            var topic = Confusion(field: "topic", set: file)
            var urgency = Confusion(field: "urgency", set: file)
            var level = Confusion(field: "escalation", set: file)
            for row in try rows(file, fields: 5) {
                let found = try DeskWorld.classified(
                    subject: row.fields[3],
                    text: row.fields[4],
                    mailbox: 1
                )
                let urgent = found.complaint.map { $0.isUrgent ? "urgent" : "calm" }
                let name = found.complaint?.topic.rawValue
                topic.count(row, row.fields[0], name ?? "-", found.reasons)
                urgency.count(row, row.fields[1], urgent ?? "-", found.reasons)
                level.count(row, row.fields[2], String(found.escalation), found.reasons)
            }
            try judge(topic, floor: ofTopic)
            try judge(urgency, floor: ofUrgency)
            try judge(level, floor: ofLevel)
        }
    }

    @Test("answers to a request to close are understood")
    func closings() throws {
        for file in try files("closings") {
            var table = Confusion(field: "closing", set: file)
            for row in try rows(file, fields: 2) {
                let found = try AnswerTests.answer(row.fields[1], to: AnswerTests.closing)
                table.count(row, row.fields[0], found.closing?.rawValue ?? "-", found.reasons)
            }
            try judge(table, floor: 95)
        }
    }

    @Test("the lowest note of a survey answer is found")
    func notes() throws {
        for file in try files("notes") {
            var table = Confusion(field: "survey", set: file)
            for row in try rows(file, fields: 2) {
                let found = try AnswerTests.answer(row.fields[1], to: AnswerTests.survey)
                let note = found.surveyScore.map { String($0) }
                table.count(row, row.fields[0], note ?? "-", found.reasons)
            }
            try judge(table, floor: 95)
        }
    }

    @Test("the note of each criterion is found, in whatever shape it is given")
    func surveys() throws {
        for file in try files("surveys") {
            var lowest = Confusion(field: "lowest", set: file)
            var each = Confusion(field: "notes", set: file)
            for row in try rows(file, fields: 2) {
                // A half is the note below.
                let wanted = row.fields[0].split(separator: ",").map { $0.prefix(1) }
                let reading = try AnswerTests.reading(row.fields[1], to: AnswerTests.survey)
                let found = classify(reading)
                let note = found.surveyScore.map { String($0) }
                lowest.count(
                    row,
                    wanted.min(by: { low($0) < low($1) }).map(String.init) ?? "-",
                    note ?? "-",
                    found.reasons
                )
                let notes = SurveyForm(reading).byCriterion.map { $0.map { String($0) } ?? "-" }
                each.count(row, wanted.joined(separator: ","), notes.joined(separator: ","), "")
            }
            try judge(lowest, floor: 96)
            try judge(each, floor: 96)
        }
    }

    // "-" is behind every note.
    private func low(_ note: Substring) -> Int { Int(note) ?? 9 }

    @Test(
        "natures are told apart, whatever the mailbox",
        arguments: [("natures", 95.0), ("mixed-natures", 81)]
    )
    func natures(kind: String, floor: Double) throws {
        for file in try files(kind) {
            var table = Confusion(field: "nature", set: file)
            for row in try rows(file, fields: 4) {
                let found = try DeskWorld.classified(
                    subject: row.fields[2],
                    text: row.fields[3],
                    mailbox: row.fields[1] == "sav" ? 0 : 1
                )
                table.count(row, row.fields[0], found.nature.rawValue, found.reasons)
            }
            try judge(table, floor: floor)
        }
    }
}

extension Confusion {
    fileprivate mutating func count(
        _ row: Sentence,
        _ wanted: String,
        _ actual: String,
        _ evidence: String
    ) {
        let text = row.fields.suffix(2).joined(separator: " | ")
        count(
            "line \(row.line)",
            wanted: wanted,
            actual: actual,
            "\(evidence)\n      \(text)"
        )
    }
}
