// One mail through a pipe: the exit code is the whole answer to the mail server.

import Foundation
import TestSupport
import Testing

@Suite("guichet ingest")
struct IngestTests {
    @Test("keeps and files a mail; the same once more changes nothing")
    func twice() throws {
        let counter = try Counter()
        let mail = Counter.mail(id: "1@client.example")
        for _ in 1...2 {
            let run = try counter.ingest(mail, "--mailbox", "sav")
            #expect(run.code == 0, "\(run.complaints)")
        }
        #expect(try counter.values("number", "tickets").count == 1)
        #expect(try counter.values("state", "outbox") == ["queued"])
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.letters().count == 1)
    }

    @Test("sends the letter where it is asked to")
    func sending() throws {
        let counter = try Counter()
        let run = try counter.ingest(
            Counter.mail(id: "1@client.example"),
            "--mailbox",
            "sav",
            "--send"
        )
        #expect(run.code == 0, "\(run.complaints)")
        #expect(try counter.letters().count == 1)
    }

    @Test("leaves the sending to a service that runs")
    func besideTheService() throws {
        let counter = try Counter()
        let service = try RunningProgram(counter)
        #expect(service.line(with: "event=running") != nil)
        let run = try counter.ingest(
            Counter.mail(id: "1@client.example"),
            "--mailbox",
            "sav",
            "--send"
        )
        #expect(run.code == 0, "\(run.complaints)")
        #expect(service.line(with: "outcome=sent") != nil)
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(try counter.letters().count == 1)
        #expect(try counter.values("number", "tickets").count == 1)
    }

    @Test("refuses what no second try would mend")
    func refusals() throws {
        let counter = try Counter()
        let mail = Counter.mail(id: "1@client.example")
        #expect(try counter.ingest(mail).code == 64)
        #expect(try counter.ingest(mail, "--mailbox", "savv").code == 64)
        #expect(try counter.ingest("", "--mailbox", "sav").code == 65)
        #expect(try counter.ingest(mail, "--mailbox", "sav").code == 0)
        #expect(try counter.values("number", "tickets").count == 1)
    }

    @Test("keeps a mail that is too large whole, files it by its header, and tells the staff")
    func large() throws {
        let counter = try Counter()
        let line = String(repeating: "0123456789abcde\n", count: 2_000_000)
        let mail = Counter.mail(id: "1@client.example") + line
        for _ in 1...2 {
            let run = try counter.ingest(mail, "--mailbox", "sav", "--send")
            #expect(run.code == 0, "\(run.complaints)")
        }
        let numbers = try counter.values("number", "tickets")
        #expect(numbers.count == 1)
        #expect(try counter.letters().count == 2)
        let number = try #require(numbers.first)
        let told = try #require(
            try counter.letters().first { !$0.contains("a.roy@client.example>") }
        )
        #expect(told.contains("[\(number)] Message trop volumineux"))
        let shown = try counter.run("show", number, "--mail", "1")
        #expect(shown.code == 0, "\(shown.complaints)")
        #expect(shown.output.utf8.count == mail.utf8.count)
        #expect(try counter.run("show", number, "--mail", "2").code == 65)
    }

    @Test("asks for another try where the house is at fault")
    func tryLater() throws {
        let counter = try Counter()
        let mail = Counter.mail(id: "1@client.example")
        try counter.folder.write("config/sav.yaml", "adress: x\n")
        #expect(try counter.ingest(mail, "--mailbox", "sav").code == 75)
        let other = try Counter()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: other.folder.path("state")
        )
        #expect(try other.ingest(mail, "--mailbox", "sav").code == 75)
    }

    @Test("says yes once the mail is safe, even if it cannot be filed yet")
    func kept() throws {
        let counter = try Counter()
        let run = try counter.ingest(
            Counter.mail(id: "1@client.example"),
            "--mailbox",
            "sav",
            "--templates",
            counter.folder.path("nothing")
        )
        #expect(run.code == 0)
        #expect(run.complaints.contains("the mail is kept, and dealt with later"))
        #expect(try counter.values("waiting", "status") == ["0", "1"])
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("waiting", "status") == ["0", "0"])
        #expect(try counter.letters().count == 1)
    }
}

extension Counter {
    /// Pipes a mail into the program.
    func ingest(_ mail: String, _ arguments: String...) throws -> ProgramRun {
        try folder.write("stdin", mail)
        return try BuiltProgram.run(
            ["ingest"] + arguments + [
                "--config", folder.path("config"), "--state", folder.path("state"),
            ],
            input: folder.path("stdin")
        )
    }
}
