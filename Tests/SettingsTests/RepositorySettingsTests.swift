// The settings that come with Guichet work on a fresh checkout, and their README is true.

import Desk
import Foundation
import Settings
import Testing

@Suite("The repository's settings")
struct RepositorySettingsTests {
    private func house(_ folder: String) throws -> HouseSettings {
        try SettingsLoader.load(folder: folder, stateFolder: "/state", home: "/var/home/lea")
    }

    @Test("load, and keep all mail in the state folder", arguments: ["", "/demo"])
    func load(_ subfolder: String) throws {
        let house = try house(RepositorySettings.folder + subfolder)
        #expect(house.company.domain == "mileo.example")
        #expect(house.company.phone == "01 99 00 10 00")
        #expect(house.mailboxes.map(\.name.text) == ["reclamations", "sav"])
        #expect(house.mailboxes.map(\.prefix) == ["REC", "SAV"])
        #expect(house.mailboxes.map(\.address.name) == ["Réclamations Mileo", "SAV Mileo"])
        #expect(
            house.mailboxes.map(\.source) == [
                .maildir("/state/mail/reclamations"), .maildir("/state/mail/sav"),
            ]
        )
        #expect(house.mailboxes.allSatisfy { $0.sink == .maildir("/state/mail/sent") })
        #expect(!house.company.handlers(of: .complaint).isEmpty)
        #expect(!house.company.handlers(of: .sav).isEmpty)
    }

    @Test("state exactly the defaults where they state a delay")
    func statedDefaults() throws {
        let stated = try house(RepositorySettings.folder)
        let silent = try house(RepositorySettings.folder + "/demo")
        #expect(stated.company.contracts == silent.company.contracts)
        #expect(stated.company.hours == silent.company.hours)
        // The demo differs in one point only: it shows what a receipt looks like.
        let shown = silent.mailboxes.map { mailbox in
            var mailbox = mailbox
            mailbox.confirmsFollowUps = false
            return mailbox
        }
        #expect(stated.mailboxes == shown)
        #expect(stated.company.staff.count == 6)
        #expect(stated.company.staff.allSatisfy { $0.deputy != nil })
    }

    @Test("are documented key by key, with type and default")
    func documentation() throws {
        let documented = try Readme().rows
        let known = SettingsLoader.keys
        #expect(Set(documented.map(\.key)).count == documented.count, "a key is documented twice")
        for key in known {
            #expect(documented.contains { $0.key == key }, "the README lacks or mistakes \(key)")
        }
        for row in documented {
            #expect(known.contains(row.key), "nothing reads \(row.key)")
        }
    }

    @Test("are documented with a source for every delay and duty")
    func sources() throws {
        for row in try Readme().rows where row.key.type == "delay" || row.key.path.hasSuffix("duty")
        {
            #expect(row.source.contains("-CRM-") || row.source.contains("-QUAL-"))
        }
    }

    @Test("are documented with examples that load")
    func examples() throws {
        let examples = try Readme().examples
        #expect(examples.count >= 6)
        for example in examples {
            let folder = try SettingsFolder([example.file: example.completed])
            #expect(folder.errors() == [], "the example:\n\(example.completed)")
        }
    }
}

// MARK: - The README

/// Mailboxes/README.md, taken apart.
private struct Readme {
    /// One row of a table of keys.
    struct Row {
        let key: SettingsKey
        let source: String
    }

    /// One block of YAML, which names its file in its first line.
    struct Example {
        let file: String
        let lines: [String]
    }

    let rows: [Row]
    let examples: [Example]

    init() throws {
        let file = RepositorySettings.folder + "/README.md"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        var rows: [Row] = []
        var examples: [Example] = []
        var place: SettingsKey.Place?
        var block: [String]?
        for line in text.components(separatedBy: "\n") {
            if line == "```yaml" {
                block = []
            } else if line == "```", let lines = block {
                let name = try #require(lines.first).dropFirst(2)
                examples.append(Example(file: String(name), lines: lines))
                block = nil
            } else if block != nil {
                block?.append(line)
            } else if line.hasPrefix("## ") {
                place =
                    [
                        "## company.yaml": .company, "## Mailbox files": .mailbox,
                        "## Lexicon files": .lexicon,
                    ][line]
            } else if let place, line.hasPrefix("| `") {
                rows.append(try Self.row(line, in: place))
            }
        }
        self.rows = rows
        self.examples = examples
    }

    private static func row(_ line: String, in place: SettingsKey.Place) throws -> Row {
        let cells = line.components(separatedBy: "|")
            .map { $0.trimmingCharacters(in: .whitespaces) }
        try #require(cells.count == 7, "a row has five cells: \(line)")
        let path = cells[1].trimmingCharacters(in: ["`"])
        let key = SettingsKey(place: place, path: path, type: cells[2], fallback: cells[3])
        return Row(key: key, source: cells[5])
    }
}

extension Readme.Example {
    /// The example with what is mandatory and not part of it.
    var completed: String {
        let minimum =
            switch file {
            case "company.yaml": SettingsFolder.company
            case "sav.yaml": SettingsFolder.sav
            default: SettingsFolder.reclamations
            }
        var result = lines
        var home: Int?
        for line in minimum.components(separatedBy: "\n") where !line.isEmpty {
            let isNested = line.hasPrefix(" ")
            let key = line.prefix { $0 != ":" } + ":"
            if isNested, let index = home {
                if !lines.contains(where: { $0.hasPrefix(key) }) {
                    result.insert(line, at: index + 1)
                }
            } else if isNested {
                result.append(line)
            } else {
                home = result.firstIndex { $0.hasPrefix(key) }
                if home == nil { result.append(line) }
            }
        }
        return result.joined(separator: "\n") + "\n"
    }
}
