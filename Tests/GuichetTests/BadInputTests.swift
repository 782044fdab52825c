// Everything that can be wrong around the program: one clear sentence each, the documented exit
// code, nothing lost.

import Foundation
import Glibc
import TestSupport
import Testing

@testable import Store

@Suite("Bad input")
struct BadInputTests {
    @Test("explain gives every unreadable file its line and says what is wrong")
    func unreadableFiles() throws {
        let counter = try Counter()
        try counter.folder.write("good.eml", Counter.mail(id: "1@client.example"))
        let files = ["good.eml", "missing.eml", "config"].map(counter.folder.path)
        let run = try BuiltProgram.run(["explain", "--json"] + files + ["/dev/null"])
        #expect(run.code == 65)
        #expect(run.lines.count == 4)
        #expect(run.complaints.contains("there is no such file"))
        #expect(run.complaints.contains("this is a folder"))
        #expect(run.complaints.contains("not a regular file"))
    }

    /// Runs the program as somebody whom a folder's mode binds; root would be bound by none.
    private func runBound(_ counter: Counter, _ arguments: String...) throws -> ProgramRun {
        let all = arguments + ["--config", "Mailboxes", "--state", counter.folder.path("state")]
        guard geteuid() == 0 else { return try BuiltProgram.run(all) }
        return try BuiltProgram.run(
            ["--reuid=65534", "--clear-groups", "--", BuiltProgram.path] + all,
            program: "/usr/bin/setpriv"
        )
    }

    @Test("a state folder that may only be read is read", arguments: ["both", "-shm", "none"])
    func readOnlyState(without: String) throws {
        let counter = try Counter()
        let state = counter.folder.path("state")
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        if without == "both" {
            let connection = try Connection(path: "\(state)/guichet.db", access: .write)
            #expect(try connection.checkpoint(truncating: true))
        }
        for ending in ["-wal", "-shm"] where without == "both" || without == ending {
            try FileManager.default.removeItem(atPath: "\(state)/guichet.db\(ending)")
        }
        try forbidWriting(in: counter)
        defer { try? setMode(0o700, of: state) }
        let run = try runBound(counter, "tickets", "--json")
        if without == "-shm" {
            #expect(run.code == 69)
            #expect(run.complaints.contains("copy the whole folder to where you may write"))
            #expect(run.complaints.split(separator: "\n").count == 1)
        } else {
            #expect(run.code == 0, "\(run.complaints)")
            #expect(run.lines.count == 1)
        }
    }

    private func forbidWriting(in counter: Counter) throws {
        let state = counter.folder.path("state")
        if geteuid() == 0 {
            try setMode(0o755, of: counter.folder.path)
            let names = FileManager.default.enumerator(atPath: state)?.compactMap { $0 as? String }
            for path in [state] + (names ?? []).map({ "\(state)/\($0)" }) {
                try FileManager.default.setAttributes(
                    [.ownerAccountID: 65_534, .groupOwnerAccountID: 65_534],
                    ofItemAtPath: path
                )
            }
        }
        try setMode(0o500, of: state)
    }

    private func setMode(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test("times are the company's usual ones where the settings cannot be read")
    func unreadableZone() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        let known = try counter.run("tickets").output
        try counter.folder.write("config/company.yaml", "company: [")
        #expect(try counter.run("tickets").output == known)
    }

    @Test("an empty file is a mail like any other")
    func emptyFile() throws {
        let counter = try Counter()
        try counter.folder.write("empty.eml", "")
        let run = try BuiltProgram.run(["explain", "--json", counter.folder.path("empty.eml")])
        #expect(run.code == 0)
        #expect(run.output.contains("\"defects\": [\"empty\""))
        #expect(run.output.contains("\"disposition\": \"file-quiet\""))
    }

    @Test("explain prints an empty text for what a mail does not say, never null")
    func unknownTexts() throws {
        let counter = try Counter()
        let head = "From: MAILER-DAEMON@relay.example\nTo: sav@mileo.example\n"
        try counter.folder.write(
            "bounce.eml",
            head + "Subject: Undelivered Mail Returned to Sender\n\nIt did not work.\n"
        )
        let letter = "From: Nora Quinn\nSent: Tuesday, October 6, 2026 6:45 PM\nSubject: Gate\n"
        try counter.folder.write(
            "forward.eml",
            "From: a.roy@client.example\nSubject: FW: Gate\n\n\(letter)\nThe gate is stuck.\n"
        )
        let files = ["bounce.eml", "forward.eml"].map(counter.folder.path)
        let run = try BuiltProgram.run(["explain", "--json"] + files)
        try #require(run.lines.count == 2)
        for line in run.lines {
            #expect(line.contains("\"id\": \"\"") && line.contains("\"date\": \"\""))
        }
        let bounce = "\"bounce\": {\"recipient\": \"\", \"status\": \"5.0.0\", \"hard\": true}"
        #expect(run.lines[0].contains(bounce), "\(run.lines[0])")
        let forward = "\"forwardedFrom\": {\"address\": \"\", \"name\": \"Nora Quinn\"}"
        #expect(run.lines[1].contains(forward), "\(run.lines[1])")
    }

    @Test("an unknown mailbox is refused with the nearest name")
    func unknownMailbox() throws {
        let run = try BuiltProgram.run(["explain", "--mailbox", "savv", "README.md"])
        #expect(run.code == 64)
        #expect(run.complaints.contains("Did you mean “sav”?"))
        let other = try BuiltProgram.run(["explain", "--mailbox", "foo", "README.md"])
        #expect(other.code == 64)
        let names = other.complaints.components(separatedBy: "reclamations")
        #expect(names.count == 2, "the names stand once: \(other.complaints)")
    }

    @Test("a mailbox that is not there leaves the other its turn")
    func missingMaildir() throws {
        let counter = try Counter()
        try FileManager.default.removeItem(atPath: counter.folder.path("state/mail/reclamations"))
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        let run = try counter.run("run", "--once")
        #expect(run.code == 69)
        #expect(run.complaints.contains("mail/reclamations"))
        #expect(try counter.letters().count == 1)
    }

    @Test("a key that cannot be had is told with the line that names it, before anything is filed")
    func missingKey() throws {
        let counter = try Counter()
        let file = counter.folder.path("config/company.yaml")
        let company = try String(contentsOfFile: file, encoding: .utf8)
        let named = company.replacingOccurrences(
            of: "\n  domain:",
            with: "\n  key: {file: /nope}\n  domain:"
        )
        try counter.folder.write("config/company.yaml", named)
        let line =
            try #require(named.components(separatedBy: "\n  key:").first)
            .components(separatedBy: "\n").count + 1
        let run = try counter.run("check")
        #expect(run.code == 78)
        let place = "key: \(file):\(line):15: \"company.key\": the secret file \"/nope\""
        #expect((run.lines + [run.complaints]).contains { $0.contains(place) }, "\(run.lines)")
    }

    @Test("wrong settings are told with line and column, all at once")
    func settings() throws {
        let counter = try Counter()
        try counter.folder.write("config/sav.yaml", "procedure: sav\nprefix: SAV\nadress: x\n")
        for command in [["run", "--once"], ["check"], ["explain", "README.md"]] {
            let run = try BuiltProgram.run(
                command + [
                    "--config", counter.folder.path("config"), "--state",
                    counter.folder.path("state"),
                ]
            )
            #expect(run.code == 78)
            #expect((run.complaints + run.output).contains("sav.yaml:3:1"))
            #expect((run.complaints + run.output).contains("did you mean \"address\"?"))
        }
    }

    @Test("a template with an unknown placeholder is told with its place")
    func template() throws {
        let counter = try Counter()
        try FileManager.default.copyItem(
            at: BuiltProgram.root.appending(path: "Templates"),
            to: counter.folder.url.appending(path: "templates")
        )
        let path = "templates/fr/sav-acknowledgement.md"
        let text = String(decoding: try counter.folder.read(path), as: UTF8.self)
        try counter.folder.write(path, text + "\n{{tiket.number}}\n")
        let run = try counter.run("run", "--once", "--templates", counter.folder.path("templates"))
        #expect(run.code == 78)
        #expect(run.complaints.contains("sav-acknowledgement.md:"))
        #expect(run.complaints.contains("ticket.number"))
    }

    @Test(
        "a state folder that cannot be made is one sentence",
        arguments: ["run", "check", "tickets"]
    )
    func unwritableState(command: String) throws {
        let counter = try Counter()
        try counter.folder.write("file", "x")
        let arguments = command == "run" ? ["run", "--once"] : [command]
        let run = try BuiltProgram.run(
            arguments + [
                "--config", counter.folder.path("config"), "--state",
                counter.folder.path("file/state"),
            ]
        )
        #expect(run.code == 69)
        #expect((run.complaints + run.output).contains("file/state"))
    }

    @Test("check refuses an open state folder in the words of run", arguments: [true, false])
    func openState(hasDatabase: Bool) throws {
        let counter = try Counter()
        if hasDatabase { #expect(try counter.run("run", "--once").code == 0) }
        let state = counter.folder.path("state")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: state)
        let remedy = "run chmod 700 \(state)"
        let run = try counter.run("run", "--once")
        #expect(run.code == 69)
        #expect(run.complaints.contains(remedy))
        let check = try counter.run("check")
        #expect(check.code == 69)
        #expect(check.output.contains("BAD   database: "))
        #expect(check.output.contains(remedy))
    }

    @Test("check asks for the key that the settings name, before a first run", arguments: [75, 0])
    func namedKey(characters: Int) throws {
        let counter = try Counter()
        let file = "config/company.yaml"
        let company = String(decoding: try counter.folder.read(file), as: UTF8.self)
        let key = "\n  key: {environment: GUICHET_TEST_KEY}\n  domain:"
        try counter.folder.write(file, company.replacing("\n  domain:", with: key))
        let given = String(repeating: "k", count: characters)
        let check = try counter.run("check", environment: ["GUICHET_TEST_KEY": given])
        #expect(check.code == (characters == 0 ? 78 : 0), "\(check.output)")
        #expect(check.output.contains(characters == 0 ? "BAD   key" : "ok    key"))
    }

    @Test("a damaged database is said once, and is no fault of the settings")
    func damagedDatabase() throws {
        let counter = try Counter()
        #expect(try counter.run("run", "--once").code == 0)
        try counter.folder.write("state/guichet.db", String(repeating: "x", count: 8_192))
        for name in ["guichet.db-wal", "guichet.db-shm"] {
            try? FileManager.default.removeItem(atPath: counter.folder.path("state/\(name)"))
        }
        let check = try counter.run("check")
        #expect(check.code == 69)
        #expect(check.output.split(separator: "\n").filter { $0.hasPrefix("BAD") }.count == 1)
    }

    @Test(
        "an unknown word is told with what is known",
        arguments: [
            (["quarantine", "99"], "Known: list, show, release."),
            (["help", "nope"], "See `guichet help`."),
            (["template", "preview", "nope"], "See `guichet template list`."),
        ]
    )
    func unknownWord(arguments: [String], advice: String) throws {
        let run = try BuiltProgram.run(arguments)
        #expect(run.code == 64)
        #expect(run.complaints.contains(advice))
    }

    @Test("a database of a newer version is left alone", arguments: ["run", "tickets", "check"])
    func newerDatabase(command: String) throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        try counter.setSchemaVersion(999)
        let run = command == "run" ? try counter.run("run", "--once") : try counter.run(command)
        #expect(run.code == 69)
        #expect((run.complaints + run.output).contains("newer"))
    }

    @Test("a second run at the same time ends at once and names the first")
    func secondRun() throws {
        let counter = try Counter()
        _ = try counter.run("run", "--once")
        let lock = try FileHandle(
            forUpdating: counter.folder.url.appending(path: "state/service.lock")
        )
        try #require(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        defer { try? lock.close() }
        let run = try counter.run("run", "--once")
        #expect(run.code == 75)
        #expect(run.complaints.contains("another Guichet (process "))
    }
}

extension Counter {
    /// Makes the database say that another version wrote it.
    func setSchemaVersion(_ version: Int) throws {
        let connection = try Connection(path: folder.path("state/guichet.db"), access: .write)
        try connection.execute("PRAGMA user_version = \(version)")
    }
}
