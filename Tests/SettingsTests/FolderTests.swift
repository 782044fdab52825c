// A settings folder that is no folder, lacks a file, or holds something other than files.

import Foundation
import Settings
import TestSupport
import Testing

@Suite("A settings folder")
struct FolderTests {
    @Test("that is missing, or is a file, is named")
    func noFolder() throws {
        let folder = try SettingsFolder()
        let rest = "allowed: a folder with company.yaml and one YAML file for each mailbox"
        for (path, reason) in [
            ("\(folder.path)/none", "there is no such folder"),
            ("\(folder.path)/sav.yaml", "this is not a folder"),
        ] {
            do throws(SettingsErrors) {
                _ = try SettingsLoader.load(folder: path, stateFolder: "/s", home: "/h")
                Issue.record("\(path) was loaded")
            } catch {
                #expect(error.description == "\(path): \(reason); \(rest)")
            }
        }
    }

    @Test("without company.yaml still has its mailboxes read")
    func noCompany() throws {
        let folder = try SettingsFolder(["sav.yaml": SettingsFolder.sav + "imap: x\n"])
        try folder.remove("company.yaml")
        let errors = folder.errors()
        #expect(errors.count == 2)
        #expect(
            errors.first == """
                Mailboxes/company.yaml: there is no such file; it must describe the company, its \
                opening hours and staff
                """
        )
    }

    @Test("without a mailbox is refused")
    func noMailbox() throws {
        let folder = try SettingsFolder()
        try folder.remove("sav.yaml")
        #expect(
            folder.errors() == [
                "Mailboxes: there is no mailbox file; add one for each mailbox, such as sav.yaml"
            ]
        )
    }

    @Test("may hold lexicon files without a word", arguments: ["", "# None yet.\n", "words:\n"])
    func emptyLexicon(text: String) throws {
        let folder = try SettingsFolder()
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/lexicon",
            withIntermediateDirectories: false
        )
        try text.write(
            toFile: "\(folder.path)/lexicon/house.yaml",
            atomically: true,
            encoding: .utf8
        )
        #expect(folder.errors() == [])
    }

    @Test("may hold other files, hidden files and folders")
    func otherFiles() throws {
        let folder = try SettingsFolder(["README.md": "# Notes", ".sav.yaml": "{", "old.txt": "{"])
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/demo",
            withIntermediateDirectories: false
        )
        #expect(folder.errors() == [])
    }

    @Test("with a folder, a pipe or a broken link for a file says what it is")
    func noFiles() throws {
        let folder = try SettingsFolder()
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: "\(folder.path)/a.yaml",
            withIntermediateDirectories: false
        )
        try OddFile.makePipe(at: "\(folder.path)/b.yaml")
        try manager.createSymbolicLink(
            atPath: "\(folder.path)/c.yaml",
            withDestinationPath: "none"
        )
        #expect(
            folder.errors() == [
                "Mailboxes/a.yaml: this is a folder, not a file; allowed: a readable YAML file",
                "Mailboxes/b.yaml: this is not a regular file; allowed: a readable YAML file",
                "Mailboxes/c.yaml: there is no such file; allowed: a readable YAML file",
            ]
        )
    }

    @Test(
        "with a file that this account may not read says so",
        .enabled(if: geteuid() != 0, "root may read every file")
    )
    func unreadable() throws {
        let folder = try SettingsFolder()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0],
            ofItemAtPath: "\(folder.path)/sav.yaml"
        )
        #expect(
            folder.errors() == [
                "Mailboxes/sav.yaml: this account may not read it; allowed: a readable YAML file"
            ]
        )
    }

    @Test("takes a file of 1 MB and none that is larger")
    func size() throws {
        let maximum = SettingsLoader.fileBytesMaximum
        let comment = String(repeating: "#", count: maximum - SettingsFolder.sav.utf8.count)
        let folder = try SettingsFolder(["sav.yaml": SettingsFolder.sav + comment])
        #expect(folder.errors() == [])
        try folder.write(Data((SettingsFolder.sav + comment + "#").utf8), to: "sav.yaml")
        #expect(
            folder.errors() == [
                "Mailboxes/sav.yaml: the file is larger than 1000000 bytes; allowed: a readable "
                    + "YAML file"
            ]
        )
    }

    @Test(
        "with bytes that are not text says where",
        arguments: [
            (
                Data("name: sav\ndisplay-name: R".utf8) + Data([0xE9]) + Data("clamations\n".utf8),
                "2:16: a byte that is not UTF-8; save the file as UTF-8"
            ),
            (
                Data([0xFF, 0xFE, 0x61, 0x00]), "1:1: the file is UTF-16; save it as UTF-8"
            ),
            (
                Data("name: é\u{0}".utf8),
                "1:8: the invisible character U+0 cannot stand here; delete it"
            ),
            (
                Data("name: sav\u{2028}".utf8),
                "1:10: the invisible character U+2028 cannot stand here; delete it"
            ),
            (
                Data("\nname: ".utf8) + Data([0xC3]),
                "2:7: a byte that is not UTF-8; save the file as UTF-8"
            ),
        ]
    )
    func bytes(_ content: Data, _ expected: String) throws {
        let folder = try SettingsFolder()
        try folder.write(content, to: "sav.yaml")
        #expect(folder.errors() == ["Mailboxes/sav.yaml:\(expected)"])
    }

    @Test("whose aliases would unfold into billions is refused at the first one")
    func billionLaughs() throws {
        let levels = (1...9).map { level in
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            return "a\(level): &a\(level) [\(aliases)]"
        }
        let text = "a0: &a0 ha\n" + levels.joined(separator: "\n")
        let errors = try SettingsFolder(["sav.yaml": text]).errors()
        #expect(errors.filter { $0.contains("an alias (*) is not allowed") }.count == 81)
    }
}
