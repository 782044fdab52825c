// Colleagues' answers as real mail programs write them, each with what must come of it: the facts,
// the letter to the client, the transcript. End to end, by the real program.

import Foundation
import TestSupport
import Testing

@Suite("Staff answer from any mail program", .timeLimit(.minutes(10)))
struct StaffFormatTests {
    /// What must come of one mail.
    private struct Expected {
        var events: [String] = []
        var letter: [String] = []
        var transcript: [String] = []
        var never: [String] = []

        init(_ text: String) {
            var section = ""
            for line in text.split(separator: "\n").map(String.init) {
                if line.hasPrefix("events:") {
                    events = line.dropFirst(7).split(separator: " ").map(String.init)
                } else if ["letter:", "transcript:", "never:"].contains(line) {
                    section = line
                } else {
                    switch section {
                    case "letter:": letter.append(line)
                    case "transcript:": transcript.append(line)
                    default: never.append(line)
                    }
                }
            }
        }
    }

    static let folder = BuiltProgram.root.appending(path: "Tests/Fixtures/staff")

    @Test(
        "with commands and a text for the client",
        arguments: [
            "outlook-fr", "outlook-mobile-html", "gmail", "apple-mail", "iphone", "thunderbird",
            "refused",
        ]
    )
    func answers(name: String) throws {
        let counter = try Counter()
        try releaseAtOnce(counter)
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        let number = try #require(try counter.values("number", "tickets").first)
        let before = try events(counter, number).count
        let mail = try String(
            contentsOf: Self.folder.appending(path: "\(name).eml"),
            encoding: .utf8
        )
        try counter.lay(mail.replacing("{{number}}", with: number), name: "2")
        #expect(try counter.run("run", "--once").code == 0)
        let expected = Expected(
            try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
        )

        let added = try events(counter, number).dropFirst(before)
            .filter { !$0.hasPrefix("letter-") && $0 != "heard" && $0 != "noted" }
        #expect(Array(added) == expected.events)

        let letters = try counter.letters().map(StaffByMailTests.plain)
        let toClient = letters.filter { $0.contains("To: Alice Roy") }
        #expect(toClient.count == (expected.letter.isEmpty ? 1 : 2))
        for line in expected.letter { #expect(toClient.contains { $0.contains(line) }, "\(line)") }
        for text in expected.never { #expect(!toClient.joined().contains(text), "\(text)") }
        let told = letters.filter { $0.contains("To: Karim") || $0.contains("To: karim") }.joined()
        for line in expected.transcript {
            let words = line.replacing("> ", with: "")
            #expect(told.contains(words), "\(line) in \(told)")
        }
        #expect(try counter.values("disposition", "quarantine").isEmpty)
    }

    // Letters to clients leave without a wait.
    private func releaseAtOnce(_ counter: Counter) throws {
        let path = counter.folder.path("config/company.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("hold-minutes: 2", with: "hold-minutes: 0")
            .write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func events(_ counter: Counter, _ number: String) throws -> [String] {
        let run = try counter.run("show", number, "--json")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let events = (object as? [String: Any])?["events"] as? [[String: Any]] ?? []
        return events.compactMap { $0["kind"] as? String }
    }
}
