// A scenario: a text file that says what happens when, and what must come of it.
//
// Its form is explained in Tests/Fixtures/scenarios/README.md. Playing one runs the pure core
// alone: acts and mails at their moments, and between them every tick that the ticket's own timers
// ask for.

import Foundation
import TestSupport
import Testing

@testable import Desk

/// A scenario file.
struct Scenario: CustomTestStringConvertible, Sendable {
    /// One line of what happens.
    struct Line: Sendable {
        let at: String
        let words: [String]
        let number: Int
    }

    let name: String
    var settings: [(key: String, value: String)] = []
    var lines: [Line] = []
    var expected: [String] = []

    var testDescription: String { name }

    static let folder = PackageRoot.file("Tests/Fixtures/scenarios")

    static let all: [Scenario] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") && !$0.hasSuffix(".actual.txt") }.sorted()
            .compactMap { name in
                (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
                    Scenario(name: String(name.dropLast(4)), text: $0)
                }
            }
    }()

    init(name: String, text: String) {
        self.name = name
        var isExpected = false
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("#") || line.isEmpty { continue }
            if line == "expect" {
                isExpected = true
            } else if isExpected {
                expected.append(line)
            } else if line.prefix(4).allSatisfy(\.isNumber) {
                let words = line.split(separator: " ").map(String.init)
                lines.append(
                    Line(
                        at: words.prefix(2).joined(separator: " "),
                        words: Array(words.dropFirst(2)),
                        number: index + 1
                    )
                )
            } else if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...]
                settings.append(
                    (String(line[..<colon]), value.trimmingCharacters(in: .whitespaces))
                )
            }
        }
    }
}

@Suite("Scenarios")
struct ScenarioTests {
    @Test("there is one for every row of the promises")
    func rows() {
        let names = Set(Scenario.all.map { String($0.name.prefix { $0 != "-" }) })
        let rows =
            (1...8).map { "S\($0)" } + (1...7).map { "C\($0)" }
            + ["R1", "R2", "R3", "R6", "R8", "R11"]
        #expect(Set(rows).subtracting(names).isEmpty)
    }

    @Test("plays as the documents promise", arguments: Scenario.all)
    func plays(_ scenario: Scenario) throws {
        var player = try ScenarioPlayer(scenario)
        try player.play()
        let actual = Scenario.folder.appending(path: "\(scenario.name).actual.txt")
        guard player.timeline != scenario.expected else {
            try? FileManager.default.removeItem(at: actual)
            return
        }
        let text = player.timeline.joined(separator: "\n") + "\n"
        try text.write(to: actual, atomically: true, encoding: .utf8)
        let difference = player.timeline.difference(from: scenario.expected)
        Issue.record(
            "\(scenario.name): the timeline is in \(scenario.name).actual.txt\n\(difference)"
        )
    }

    @Test("does nothing twice when every tick is repeated", arguments: Scenario.all)
    func repeated(_ scenario: Scenario) throws {
        var player = try ScenarioPlayer(scenario)
        player.ticksTwice = true
        try player.play()
        #expect(player.timeline == scenario.expected)
    }
}
