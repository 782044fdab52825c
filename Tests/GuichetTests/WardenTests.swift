// What the program refuses to do behind a person's back, and what it says instead: a key that is
// gone, numbers that name nothing, lists that were cut, a home that nobody knows.

import Foundation
import TestSupport
import Testing

@Suite("What a person is told")
struct WardenTests {
    private func filed(_ count: Int = 1) throws -> Counter {
        let counter = try Counter()
        for number in 1...count {
            let mail = Counter.mail(
                id: "\(number)@client.example",
                from: "client\(number)@client.example"
            )
            try counter.lay(mail, name: "\(number)")
        }
        try #require(try counter.run("run", "--once").code == 0)
        return counter
    }

    @Test("a lost key is not replaced while there are tickets", arguments: ["run", "check"])
    func lostKey(command: String) throws {
        let counter = try filed()
        let key = counter.folder.path("state/message-id.key")
        try FileManager.default.removeItem(atPath: key)
        let run =
            command == "run" ? try counter.run("run", "--once") : try counter.run(command)
        #expect(run.code == 78)
        let text = run.complaints + run.output
        #expect(text.contains("message-id.key: the key is missing"), "\(text)")
        #expect(text.contains("restore it from a backup"))
        #expect(!FileManager.default.fileExists(atPath: key))
    }

    @Test("a key that a person makes anew is taken")
    func newKey() throws {
        let counter = try filed()
        try counter.folder.write("state/message-id.key", String(repeating: "0f", count: 32) + "\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: counter.folder.path("state/message-id.key")
        )
        #expect(try counter.run("run", "--once").code == 0)
    }

    @Test("a number that names nothing is answered with what is there")
    func unknownNumbers() throws {
        let counter = try filed()
        try counter.lay(
            Counter.mail(id: "9@client.example", extra: "X-Spam-Flag: YES\n", text: "Gagnez !"),
            name: "9"
        )
        #expect(try counter.run("run", "--once").code == 0)
        let mail = try #require(try counter.values("mail", "quarantine").first)
        let release = try counter.run("quarantine", "release", "77")
        #expect(release.code == 65)
        #expect(release.complaints.contains("Mail 77 is not in the quarantine"))
        #expect(release.complaints.contains("there is mail \(mail)."), "\(release.complaints)")

        let retry = try counter.run("outbox", "retry", "77")
        #expect(retry.code == 65)
        #expect(retry.complaints.contains("no letter is failed"), "\(retry.complaints)")
        let cancel = try counter.run("outbox", "cancel", "1")
        #expect(cancel.code == 65)
        #expect(cancel.complaints.contains("letter 1 is sent"), "\(cancel.complaints)")
    }

    @Test("a list that was cut says so")
    func cutList() throws {
        let counter = try filed(3)
        let cut = try counter.run("outbox", "--limit", "2")
        #expect(cut.code == 0)
        #expect(cut.lines.count == 3)
        #expect(cut.complaints.contains("the latest 2 of 3 letters; --limit N shows more"))
        #expect(try counter.run("outbox").complaints.isEmpty)
        #expect(try counter.values("letter", "outbox", "--limit", "2").count == 2)
        #expect(try counter.run("outbox", "--limit", "0").code == 64)
    }

    @Test("without HOME it asks where the state folder is", arguments: ["run", "tickets", "check"])
    func homeless(command: String) throws {
        let run = try BuiltProgram.run(
            command == "run" ? ["run", "--once"] : [command],
            environment: ["HOME": ""]
        )
        #expect(run.code == 78)
        let text = run.complaints + run.output
        #expect(text.contains("HOME is not set"), "\(text)")
        #expect(text.contains("--state"))
    }

    @Test("without HOME a path that begins with it is told with its place")
    func homelessPath() throws {
        let counter = try Counter()
        let path = "config/sav.yaml"
        let text = String(decoding: try counter.folder.read(path), as: UTF8.self)
        try counter.folder.write(path, text.replacing("$STATE/mail/sent", with: "~/sent"))
        let run = try counter.run("run", "--once", environment: ["HOME": ""])
        #expect(run.code == 78)
        #expect(run.complaints.contains("sav.yaml:"))
        #expect(run.complaints.contains("HOME is not set"), "\(run.complaints)")
    }

    @Test("what a stop left half written among the letters goes after 36 hours")
    func leftovers() throws {
        let counter = try Counter()
        let old = Date(timeIntervalSince1970: 1_700_000_000)
        try counter.folder.write("state/mail/sent/tmp/half", Array("x".utf8), at: old)
        try counter.folder.write("state/mail/sent/tmp/fresh", "x")
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.folder.names(in: "state/mail/sent/tmp") == ["fresh"])
        #expect(try counter.letters().count == 1)
    }
}
