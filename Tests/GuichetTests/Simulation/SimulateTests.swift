// Months end to end, by the real program: what the documents promise comes of mails as people write
// them, twice the same; and what cannot be played is refused with a sentence.

import Foundation
import TestSupport
import Testing

@Suite("guichet simulate")
struct SimulateTests {
    @Test("plays a month as it was agreed, and twice the same", arguments: PlayedMonth.all)
    func months(month: PlayedMonth) throws {
        let folder = try TemporaryFolder()
        let mails = folder.path("mails")
        try FileManager.default.createDirectory(atPath: mails, withIntermediateDirectories: true)
        try month.write(to: mails)
        let first = try play(mails, until: month.until, letters: folder.path("one"))
        let second = try play(mails, until: month.until, letters: folder.path("two"))
        #expect(first.code == 0, "\(first.complaints)")
        #expect(first.output == second.output)
        #expect(try letters(in: folder.path("one")) == letters(in: folder.path("two")))
        try Golden.expect(month.text(with: first.output), equals: "months/\(month.name).txt")
    }

    @Test("there are months to play")
    func isNotEmpty() {
        #expect(PlayedMonth.all.count >= 5)
    }

    @Test("holds what must hold in made months, whatever crashes and jumps")
    func seeds() throws {
        let run = try BuiltProgram.run(["simulate", "--seed", "1", "--seeds", "100"] + house)
        #expect(run.code == 0, "\(run.complaints)")
        #expect(run.lines.count == 100)
        let tickets = run.lines.compactMap { line in
            line.split(separator: ",").first { $0.hasSuffix(" tickets") }?.split(separator: " ")
                .first.flatMap { Int($0) }
        }
        #expect(tickets.count == 100 && tickets.reduce(0, +) > 300, "the months are lived in")
        let again = try BuiltProgram.run(["simulate", "--seed", "7"] + house)
        #expect(again.lines == [run.lines[6]], "the same seed makes the same month")
    }

    @Test("prints one JSON object a line")
    func json() throws {
        let folder = try TemporaryFolder()
        let mails = folder.path("mails")
        try FileManager.default.createDirectory(atPath: mails, withIntermediateDirectories: true)
        let month = try #require(PlayedMonth.all.first)
        try month.write(to: mails)
        let run = try BuiltProgram.run(
            ["simulate", "--from", mails, "--until", month.until, "--json"] + house
        )
        for line in run.lines {
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let object = try #require(value as? [String: Any])
            #expect(object["at"] is String && object["what"] is String, "\(line)")
        }
    }

    @Test(
        "refuses what cannot be played, with a sentence",
        arguments: [
            (["--until", "2026-10-20"], "simulate wants --from FOLDER"),
            (["--from", "EMPTY"], "simulate wants --until TIME"),
            (["--from", "EMPTY", "--until", "soon"], "“soon” is no moment"),
            (["--from", "EMPTY", "--until", "2026-02-30"], "“2026-02-30” is no moment"),
            (["--from", "EMPTY", "--until", "2026-10-20"], "there is no mail in it"),
            (["--from", "NOWHERE", "--until", "2026-10-20"], "there is no such folder"),
            (["--from", "FILE", "--until", "2026-10-20"], "this is a file"),
            (["--from", "MAILS", "--until", "2020-01-01"], "is before the first mail"),
            (["--from", "UNDATED", "--until", "2026-10-20"], "nothing tells when it was received"),
            (["--seed", "x"], "--seed wants a number"),
            (["--seed", "1", "--out", "there"], "it takes no --out"),
            (["--seed", "1", "--days", "0"], "want a number from 1 on"),
            (["--seed", "1", "--seeds", "0"], "want a number from 1 on"),
            (
                ["--from", "MAILS", "--until", "2026-10-20", "--clients", "FILE"],
                "FILE"
            ),
            (
                ["--from", "MAILS", "--until", "2026-10-20", "--clients", "NOWHERE"],
                "NOWHERE"
            ),
        ]
    )
    func badInput(arguments: [String], sentence: String) throws {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        for name in ["EMPTY", "MAILS", "UNDATED"] {
            try manager.createDirectory(
                atPath: folder.path(name),
                withIntermediateDirectories: true
            )
        }
        try "x".write(toFile: folder.path("FILE"), atomically: false, encoding: .utf8)
        let text = "From: a@b.example\r\nTo: sav@mileo.example\r\nSubject: x\r\n\r\nx\r\n"
        try text.write(toFile: folder.path("UNDATED/a.eml"), atomically: false, encoding: .utf8)
        try "Date: Mon, 05 Oct 2026 10:00:00 +0200\r\n\(text)"
            .write(toFile: folder.path("MAILS/a.eml"), atomically: false, encoding: .utf8)
        let known = ["EMPTY", "MAILS", "UNDATED", "FILE", "NOWHERE"]
        let run = try BuiltProgram.run(
            ["simulate"] + arguments.map { known.contains($0) ? folder.path($0) : $0 } + house
        )
        #expect(run.code == 64 || run.code == 65)
        #expect(run.output.isEmpty)
        #expect(run.complaints.contains(sentence), "\(run.complaints)")
    }

    private var house: [String] {
        let root = BuiltProgram.root.path
        return ["--config", "\(root)/Mailboxes", "--templates", "\(root)/Templates"]
    }

    private func play(_ mails: String, until: String, letters: String) throws -> ProgramRun {
        try BuiltProgram.run(
            ["simulate", "--from", mails, "--until", until, "--out", letters] + house
        )
    }

    private func letters(in folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return Dictionary(
            names.map { ($0, FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data()) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
