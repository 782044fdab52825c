// Every row of the company's promises that needs the whole machine, played end to end and compared
// with a timeline that was reckoned by hand from the documents.
//
// Apart from the months, whose timelines are recorded and looked at: here nothing is recorded, so a
// difference is either a mistake of the program or of the reckoning.

import Foundation
import TestSupport
import Testing

@Suite("Rows of the promises, played")
struct PlayedRowTests {
    private static let rows = PlayedMonth.all(in: "rows")

    @Test("come out as they were reckoned by hand", arguments: rows)
    func plays(row: PlayedMonth) throws {
        let folder = try TemporaryFolder()
        let mails = folder.path("mails")
        try FileManager.default.createDirectory(atPath: mails, withIntermediateDirectories: true)
        try row.write(to: mails)
        let settings = try settings(for: row, in: folder)
        var arguments = ["simulate", "--from", mails, "--until", row.until] + settings
        let clients = row.lines("client").map { $0.split(separator: ";", maxSplits: 5) }
        if !clients.isEmpty {
            let head = "company;domains;contract;gti;account manager\n"
            let file = folder.path("clients.csv")
            let text = head + row.lines("client").joined(separator: "\n") + "\n"
            try text.write(toFile: file, atomically: false, encoding: .utf8)
            arguments += ["--clients", file]
        }
        let run = try BuiltProgram.run(arguments)
        #expect(run.code == 0, "\(run.complaints)")
        let timeline = run.lines.compactMap(Self.essence)
        let difference = timeline.difference(from: row.expected)
        #expect(timeline == row.expected, "\(row.name): \(difference)\n\(run.output)")
    }

    @Test("are those that the pure scenarios cannot show alone")
    func rowsAreThere() {
        let names = Set(Self.rows.map { String($0.name.prefix { $0 != "-" }) })
        #expect(names.isSuperset(of: ["S1", "S3", "S5", "S8", "C4", "C7", "R1", "R11"]))
    }

    // What matters of a line of the timeline; nil for what only serves the staff's day.
    private static func essence(_ line: String) -> String? {
        let moment = line.prefix(16)
        let words = line.dropFirst(16).split(separator: " ").map(String.init)
        guard words.count > 2 else { return nil }
        let rest = Array(words.dropFirst())
        let isOfTheDay = ["digest", "notification", "notices-grouped", "transcript"]
            .contains(rest[1])
        switch rest[0] {
        case "letter":
            let address = rest[3].hasSuffix(":") ? String(rest[3].dropLast()) : rest[3]
            return isOfTheDay ? nil : "\(moment) letter \(rest[1]) to \(address)"
        case "file":
            let kind = line.split(separator: "(").last?.split(separator: ")").first ?? ""
            return "\(moment) file \(rest[1]) (\(Self.kind(in: line) ?? String(kind)))"
        case "append":
            return line.contains("works on it") ? nil : "\(moment) append \(rest[1])"
        case "warned": return "\(moment) warned \(rest[1]) \(rest[3]) %"
        case "broken", "moved", "assigned", "concluded":
            return "\(moment) \(rest[0]) \(rest[1])"
        case "classified": return "\(moment) classified \(rest[1])"
        case "promise", "breach", "outcome": return "\(moment) \(rest.joined(separator: " "))"
        default: return nil
        }
    }

    // The first brackets of a line: `(request, standard)`.
    private static func kind(in line: String) -> String? {
        guard let open = line.firstIndex(of: "("), let close = line.firstIndex(of: ")"),
            open < close
        else { return nil }
        return String(line[line.index(after: open)..<close])
    }

    // The repository's settings, with the row's absences.
    private func settings(
        for row: PlayedMonth,
        in folder: borrowing TemporaryFolder
    ) throws -> [String] {
        let root = BuiltProgram.root
        let place = folder.path("Mailboxes")
        let source = root.appending(path: "Mailboxes").path
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: source)
        where name.hasSuffix(".yaml") {
            var text = try String(contentsOfFile: "\(source)/\(name)", encoding: .utf8)
            for absence in row.lines("away") {
                let words = absence.split(separator: " ").map(String.init)
                let entry = "    absences: [{from: \(words[1]), until: \(words[2])}]\n"
                let address = "    address: \(words[0])\n"
                text = text.replacing(address, with: address + entry)
            }
            try text.write(toFile: "\(place)/\(name)", atomically: false, encoding: .utf8)
        }
        return ["--config", place, "--templates", root.appending(path: "Templates").path]
    }
}
