// A small month from a fixture: writes its mails into a folder, and plays them by the real program.

import Foundation
import TestSupport
import Testing

/// A month of Tests/Fixtures/months, or a row of Tests/Fixtures/rows.
struct PlayedMonth: CustomTestStringConvertible, Sendable {
    let name: String
    private let text: String

    var testDescription: String { name }

    static let all = all(in: "months")

    static func all(in fixtures: String) -> [PlayedMonth] {
        let folder = BuiltProgram.root.appending(path: "Tests/Fixtures/\(fixtures)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") && !$0.hasSuffix(".actual.txt") }.sorted()
            .compactMap { name in
                (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
                    PlayedMonth(name: String(name.dropLast(4)), text: $0)
                }
            }
    }

    private init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// What is played, before the word `expect`.
    private var played: Substring { text.split(separator: "\nexpect\n", maxSplits: 1)[0] }

    /// When it ends.
    var until: String {
        let line = played.split(separator: "\n").first { $0.hasPrefix("until ") } ?? ""
        return String(line.dropFirst("until ".count))
    }

    /// What stands behind a word at the beginning of the lines before the mails.
    func lines(_ word: String) -> [String] {
        played.components(separatedBy: "\n== ")[0].split(separator: "\n")
            .filter { $0.hasPrefix("\(word) ") }
            .map { String($0.dropFirst(word.count + 1)) }
    }

    /// What is expected, line by line.
    var expected: [String] {
        let parts = text.split(separator: "\nexpect\n", maxSplits: 1)
        return parts.count < 2 ? [] : parts[1].split(separator: "\n").map(String.init)
    }

    /// The file as it would be with a timeline.
    func text(with timeline: String) -> String { "\(played)\nexpect\n\(timeline)" }

    /// Writes the mails into a folder.
    func write(to folder: String) throws {
        for block in played.components(separatedBy: "\n== ").dropFirst() {
            let lines = block.components(separatedBy: "\n")
            try write(lines[0].split(separator: " ").map(String.init), lines.dropFirst(), folder)
        }
    }

    // 2026-10-05 10:00 m1 [re m0] from NAME <ADDRESS> to ADDRESS
    private func write(
        _ head: [String],
        _ body: ArraySlice<String>,
        _ folder: String
    ) throws {
        let from = try #require(head.firstIndex(of: "from"))
        let to = try #require(head.firstIndex(of: "to"))
        let name = head[2]
        let day = head[0].split(separator: "-").map(String.init)
        let months = ["09": "Sep", "10": "Oct", "11": "Nov", "12": "Dec"]
        let month = try #require(months[day[1]])
        // Summer ends on the last Sunday of October.
        let zone = head[0] < "2026-10-25" ? "+0200" : "+0100"
        var fields = [
            "From: \(head[(from + 1)..<to].joined(separator: " "))",
            "To: \(head[(to + 1)...].joined(separator: " "))",
            "Date: \(day[2]) \(month) \(day[0]) \(head[1]):00 \(zone)",
            "Message-ID: <\(name)@played.example>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
        ]
        if head[3] == "re" {
            fields.append("In-Reply-To: <\(head[4])@played.example>")
            // Every thread of these months begins with m1.
            let chain = head[4] == "m1" ? ["m1"] : ["m1", head[4]]
            let ids = chain.map { "<\($0)@played.example>" }
            fields.append("References: \(ids.joined(separator: " "))")
        }
        var rest = body
        let field = "^[A-Z][A-Za-z]*-[A-Za-z-]+: "
        while rest.first?.range(of: field, options: .regularExpression) != nil {
            fields.append(rest.removeFirst())
        }
        fields.append("Subject: \(rest.popFirst() ?? "")")
        let mail = (fields + [""] + rest).joined(separator: "\r\n") + "\r\n"
        try mail.write(toFile: "\(folder)/\(name).eml", atomically: false, encoding: .utf8)
    }
}
