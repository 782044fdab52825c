// The demonstration: what a newcomer sees.

import Foundation
import TestSupport
import Testing

@Suite("guichet demo")
struct DemoTests {
    @Test("tells every mail's way, the tickets, a letter and the balance, twice alike")
    func twice() throws {
        let folder = try TemporaryFolder()
        let runs = try (1...2).map { _ in
            try BuiltProgram.run(["demo", "--state", folder.path])
        }
        for run in runs {
            #expect(run.code == 0, "\(run.complaints)")
            #expect(run.complaints.isEmpty)
            #expect(!run.output.contains("\u{1B}"))
            #expect(run.output.contains("Accusé de réception"))
            #expect(run.output.contains("Auto-Submitted: auto-replied"))
        }
        let ways = runs.map { run in
            run.lines.filter { $0.hasPrefix("sav/") || $0.hasPrefix("reclamations/") }
        }
        #expect(ways[0] == ways[1])
        #expect(ways[0].count == 25)
    }

    @Test("ends every mail where the demo's README says")
    func outcomes() throws {
        let folder = try TemporaryFolder()
        let run = try BuiltProgram.run(["demo", "--state", folder.path])
        let readme = try String(
            contentsOf: BuiltProgram.root.appending(path: "Mailboxes/demo/mails/README.md"),
            encoding: .utf8
        )
        let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == 25)
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let name = cells[0].replacing("`", with: "")
            let wanted = cells[4].prefix { $0.isLetter || $0 == "-" }
            let line = try #require(run.lines.first { $0.hasPrefix("\(name) ") }, "\(name)")
            let words = line.split(separator: " ")
            #expect(words[1] == wanted, "\(name)")
            let answered =
                cells[4].contains("answered") && !cells[4].contains("not answered")
                && !cells[4].contains("never answered") || cells[4].contains("a short receipt")
            #expect(line.contains("acknowledged: ") == answered, "\(name)")
            let classes = ["critical", "standard", "informational"]
            if wanted == "file", let promised = classes.first(where: cells[4].contains) {
                #expect(line.contains(promised), "\(name): \(line)")
            }
        }
    }

    @Test(
        "breaks its lines by the terminal's width, and none where there is no terminal",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
        arguments: [80, 140]
    )
    func narrow(columns: Int) throws {
        let folder = try TemporaryFolder()
        let command = "stty cols \(columns); '\(BuiltProgram.path)' demo --state '\(folder.path)'"
        let run = try BuiltProgram.run(
            ["-qec", command, "/dev/null"],
            environment: ["NO_COLOR": "1", "TERM": "xterm", "SHELL": "/bin/sh"],
            program: "/usr/bin/script"
        )
        #expect(run.code == 0, "\(run.output)")
        let text = run.output.replacing("\r\n", with: "\n")
        let told = try #require(text.components(separatedBy: "What to try next").first)
        let long = told.split(separator: "\n").filter {
            // One long word cannot be broken.
            $0.count > columns && $0.split(separator: " ").count > 1
        }
        #expect(long.isEmpty, "\(long)")
        let piped = try BuiltProgram.run(["demo", "--state", folder.path])
        let words = { (text: String) in text.split { " \n".contains($0) }.joined(separator: " ") }
        for way in piped.lines where way.hasPrefix("sav/") || way.hasPrefix("reclamations/") {
            #expect(words(told).contains(words(way)), "\(way)")
        }
    }

    @Test("leaves a folder alone that it has not made")
    func foreignFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("demo/precious", "x")
        let run = try BuiltProgram.run(["demo", "--state", folder.path])
        #expect(run.code == 69)
        #expect(run.complaints.contains("left alone"))
        #expect(try folder.read("demo/precious") == Array("x".utf8))
    }
}
