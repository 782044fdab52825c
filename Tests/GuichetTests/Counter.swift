// A company's counter in a temporary folder: settings, two Maildirs, a state folder, the letters.

import Foundation
import TestSupport
import Testing

/// A world on disk for the real program.
struct Counter {
    let folder: TemporaryFolder

    /// A counter with the repository's settings; where they notify, colleagues are told of mails.
    init(notifies: Bool = false) throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("state")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700],
            ofItemAtPath: folder.path("state")
        )
        let config = BuiltProgram.root.appending(path: "Mailboxes")
        try folder.makeFolder("config")
        for name in ["company.yaml", "sav.yaml", "reclamations.yaml"] {
            try FileManager.default.copyItem(
                at: config.appending(path: name),
                to: folder.url.appending(path: "config/\(name)")
            )
        }
        if !notifies {
            let company = folder.url.appending(path: "config/company.yaml")
            let text = String(decoding: try Data(contentsOf: company), as: UTF8.self)
            let quiet = text.replacing("staff-mail: {", with: "staff-mail: {notifications: false, ")
            try #require(quiet != text)
            try folder.write("config/company.yaml", quiet)
        }
        for maildir in ["sav", "reclamations"] {
            for part in ["new", "cur", "tmp"] {
                try folder.makeFolder("state/mail/\(maildir)/\(part)")
            }
        }
    }

    /// Sets a value of the company's settings anew.
    func set(_ old: String, to new: String) throws {
        let text = String(decoding: try folder.read("config/company.yaml"), as: UTF8.self)
        let changed = text.replacing(old, with: new)
        try #require(changed != text, "company.yaml has no “\(old)”")
        try folder.write("config/company.yaml", changed)
    }

    /// Adds to the company's settings.
    func addToCompany(_ lines: String) throws {
        let text = String(decoding: try folder.read("config/company.yaml"), as: UTF8.self)
        try folder.write("config/company.yaml", text + lines)
    }

    /// Runs the program on this counter.
    func run(
        _ arguments: String...,
        environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try BuiltProgram.run(
            arguments + ["--config", folder.path("config"), "--state", folder.path("state")],
            environment: environment
        )
    }

    /// Lays a mail into a mailbox.
    func lay(_ mail: String, in mailbox: String = "sav", name: String) throws {
        try folder.write("state/mail/\(mailbox)/new/\(name)", mail)
    }

    /// A plain mail.
    static func mail(
        id: String,
        from: String = "Alice Roy <a.roy@client.example>",
        to: String = "sav@mileo.example",
        subject: String = "Lecteur de badge",
        extra: String = "",
        text: String = "Bonjour,\n\nLe lecteur de badge de la réserve ne réagit plus."
    ) -> String {
        """
        From: \(from)
        To: \(to)
        Subject: \(subject)
        Message-ID: <\(id)>
        Date: Mon, 05 Oct 2026 10:00:00 +0200
        \(extra)MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        \(text)

        """
    }

    /// What the objects of a command's JSON lines say under a key.
    func values(_ key: String, _ arguments: String...) throws -> [String] {
        let run = try BuiltProgram.run(
            arguments + [
                "--json", "--config", folder.path("config"), "--state", folder.path("state"),
            ]
        )
        try #require(run.code == 0, "\(run.complaints)")
        return try run.lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let value = (object as? [String: Any])?[key] ?? NSNull()
            return value is NSNull ? "null" : "\(value)"
        }
    }

    /// How many mails, over all mailboxes, ended in each disposition, and how many wait.
    func balance() throws -> [Int] {
        let run = try self.run("status", "--json")
        try #require(run.code == 0, "\(run.complaints)")
        let keys = ["file", "append", "file-quiet", "quarantine", "hold", "waiting"]
        let objects = try run.lines.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
        return keys.map { key in objects.map { $0[key] as? Int ?? 0 }.reduce(0, +) }
    }

    /// The letters that were delivered, whole.
    func letters() throws -> [String] {
        let folders = ["state/mail/sent/new", "state/mail/sent/cur"]
        return try folders.flatMap { name in
            let url = folder.url.appending(path: name)
            let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path())) ?? []
            return try files.sorted().map {
                String(decoding: try Data(contentsOf: url.appending(path: $0)), as: UTF8.self)
            }
        }
    }

    /// The values of a header field over all delivered letters, sorted.
    func letterFields(_ name: String) throws -> [String] {
        try letters().compactMap { letter in
            letter.split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }
                .map { String($0.dropFirst(name.utf8.count + 2)) }
        }.sorted()
    }
}
