// What a stranger meets who tries Guichet on Maildirs of his own: what is said must be true, and
// what is not done must be told.

import Foundation
import TestSupport
import Testing

@Suite("A first user's Maildirs")
struct IntakeTests {
    // MARK: Evidence

    @Test(
        "explain says of an address that it was written only where it was",
        arguments: [
            ("sav@mileo.example", "sent to sav@mileo.example"),
            ("support@mileo.example", "sent to support@mileo.example"),
            ("Ali <ali@firm.example>", "came in by the mailbox sav"),
        ]
    )
    func wayHere(to: String, evidence: String) throws {
        let counter = try Counter()
        let aliases = "aliases: [support@mileo.example]\nprocedure: sav"
        try counter.replace("procedure: sav", with: aliases, in: "sav")
        try counter.folder.write("a.eml", Counter.mail(id: "1@client.example", to: to))
        let run = try counter.run("explain", "--json", counter.folder.path("a.eml"))
        #expect(run.output.contains("\"evidence\": \"\(evidence)\""), "\(run.output)")
    }

    @Test("explain leaves to the store who is a participant")
    func participant() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        let number = try #require(try counter.values("number", "tickets").first)
        try counter.folder.write(
            "b.eml",
            Counter.mail(
                id: "2@other.example",
                from: "Zoé Nil <z.nil@other.example>",
                subject: "\(number) encore"
            )
        )
        let run = try counter.run("explain", counter.folder.path("b.eml"))
        #expect(run.output.contains("whether the sender is a participant, the store decides"))
        #expect(run.output.contains("if its sender is on it, else to a ticket of its own"))
        #expect(!run.output.contains("; the sender is a participant"))
    }

    // MARK: Letters

    @Test("letters whose Maildir cannot be made stay queued, and leave when it can")
    func queued() throws {
        let counter = try Counter()
        for name in ["sav", "reclamations"] {
            try counter.replace("$STATE/mail/sent", with: "$STATE/away/sent", in: name)
        }
        for id in 1...3 { try counter.lay(Counter.mail(id: "\(id)@client.example"), name: "\(id)") }
        for _ in 1...2 {
            let run = try counter.run("run", "--once")
            #expect(run.code == 69)
            #expect(run.complaints.split(separator: "\n").count == 1, "\(run.complaints)")
            #expect(run.complaints.contains("away"))
            #expect(try Set(counter.values("state", "outbox")) == ["queued"])
        }
        try counter.folder.makeFolder("state/away")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try Set(counter.values("state", "outbox")) == ["sent"])
        #expect(try counter.folder.names(in: "state/away/sent/new").count == 3)
    }

    @Test(
        "letters into the Maildir that is read are refused, however it is spelt",
        arguments: ["$STATE/mail/sav", "$STATE/mail/../mail/sav/", "$STATE/link"]
    )
    func lettersAreNotFetched(path: String) throws {
        let counter = try Counter()
        try FileManager.default.createSymbolicLink(
            atPath: counter.folder.path("state/link"),
            withDestinationPath: counter.folder.path("state/mail/sav")
        )
        try counter.replace("$STATE/mail/sent", with: path, in: "sav")
        for arguments in [["check"], ["run", "--once"]] {
            let run = try BuiltProgram.run(
                arguments + [
                    "--config", counter.folder.path("config"), "--state",
                    counter.folder.path("state"),
                ]
            )
            #expect(run.code == 78)
            #expect((run.output + run.complaints).contains("answer its own letters"))
        }
    }

    // MARK: Whose business

    @Test("a mail to one address that lies in both mailboxes is that address's")
    func firstNamed() throws {
        let counter = try Counter()
        let mail = Counter.mail(id: "1@client.example")
        try counter.lay(mail, in: "reclamations", name: "1")
        try counter.lay(mail, name: "1")
        try counter.lay(
            Counter.mail(
                id: "2@client.example",
                from: "Zoé Nil <z.nil@other.example>",
                to: "list@firm.example",
                text: "Votre facture est fausse, c'est inadmissible. Je conteste."
            ),
            in: "reclamations",
            name: "2"
        )
        #expect(try counter.run("run", "--once").code == 0)
        let numbers = try counter.values("number", "tickets").map { $0.prefix(3) }
        #expect(numbers.sorted() == ["REC", "SAV"])
    }

    // MARK: Looking

    @Test("quarantine show keeps the empty lines of a mail")
    func emptyLines() throws {
        let counter = try Counter()
        let mail = Counter.mail(
            id: "1@client.example",
            extra: "X-Spam-Flag: YES\n",
            text: "one\n\n\ntwo"
        )
        try counter.lay(mail, name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        let id = try #require(try counter.values("mail", "quarantine").first)
        let shown = try counter.run("quarantine", "show", id)
        #expect(shown.output.hasSuffix("charset=utf-8\n\none\n\n\ntwo\n"))
    }

    @Test("status names every mailbox before the first mail")
    func statusWithoutMail() throws {
        let counter = try Counter()
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("mailbox", "status") == ["reclamations", "sav"])
        #expect(try counter.values("fetched", "status") == ["0", "0"])
        let shown = try counter.run("status")
        #expect(shown.output.contains("\nreclamations  0"))
        #expect(shown.output.contains("\nsav           0"))
    }

    @Test(
        "a full disk is told once for all that it stops",
        .disabled(if: SanitizerSettings.watchThreads, "the sanitizer needs a larger file itself")
    )
    func fullDisk() throws {
        let counter = try Counter()
        #expect(try counter.run("run", "--once").code == 0)
        for id in 1...3 { try counter.lay(Counter.mail(id: "\(id)@client.example"), name: "\(id)") }
        let run = try BuiltProgram.run(
            [
                "-c", "ulimit -f 80; exec \"$0\" \"$@\"", BuiltProgram.path, "run", "--once",
                "--config", counter.folder.path("config"), "--state", counter.folder.path("state"),
            ],
            program: "/bin/sh"
        )
        #expect(run.code == 75)
        let lines = run.complaints.split(separator: "\n")
        #expect(lines.count == 1, "\(run.complaints)")
        #expect(run.complaints.hasPrefix("guichet: mailbox sav"))
        #expect(run.complaints.contains("no space left"))
        #expect(!run.complaints.contains("stays in its mailbox"))
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.letters().count == 3)
    }

    // MARK: cur/

    @Test("mails that somebody moved to cur/ before they were read are told by check and status")
    func curMails() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "test.eml")
        try counter.lay(Counter.mail(id: "2@client.example"), name: "1791187200.M2.mx")
        #expect(try counter.run("run", "--once").code == 0)
        // The same name again, for another mail: it gets a name of its own in cur/.
        try counter.lay(Counter.mail(id: "3@client.example"), name: "test.eml")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("neverFiledInCur", "status") == ["0", "0"])
        #expect(!(try counter.run("check").output.contains("WARN  mailbox")))

        for id in 4...5 {
            try counter.folder.write(
                "state/mail/sav/cur/179118720\(id).M\(id).mx:2,S",
                Counter.mail(id: "\(id)@client.example")
            )
        }
        #expect(try counter.values("neverFiledInCur", "status") == ["0", "2"])
        let said = "mailbox sav: 2 mails lie in \(counter.folder.path("state/mail/sav"))/cur"
        #expect(try counter.run("status").output.contains(said))
        let check = try counter.run("check")
        #expect(check.code == 0)
        #expect(check.output.contains("WARN  \(said)"))

        let moved = try BuiltProgram.run(
            ["-c", "mv \"$0\"/cur/* \"$0\"/new/", counter.folder.path("state/mail/sav")],
            program: "/bin/sh"
        )
        #expect(moved.code == 0)
        // The one whose name was changed in cur/ is recognised by what it holds.
        let ends = try counter.values("disposition", "run", "--once")
        #expect(ends.sorted() == ["file", "file", "file-quiet"])
        #expect(try counter.values("number", "tickets").count == 5)
        #expect(try counter.values("neverFiledInCur", "status") == ["0", "0"])
        #expect(try counter.folder.names(in: "state/mail/sav/cur").count == 5)
    }

    @Test("nobody is told to have mails answered again whose database cannot be read")
    func curMailsOfLostDatabase() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1791187200.M2.mx")
        #expect(try counter.run("run", "--once").code == 0)
        for name in ["guichet.db-wal", "guichet.db-shm"] {
            try? FileManager.default.removeItem(atPath: counter.folder.path("state/\(name)"))
        }
        try counter.folder.write("state/guichet.db", String(repeating: "no database ", count: 999))
        let check = try counter.run("check")
        #expect(check.code == 69)
        #expect(!check.output.contains("/cur"))
    }

    @Test("a list that is cut says so, whoever reads it")
    func cutList() throws {
        let counter = try Counter()
        for id in 1...3 {
            try counter.lay(Counter.mail(id: "\(id)@client.example"), name: "\(id).eml")
        }
        #expect(try counter.run("run", "--once").code == 0)
        for options in [[], ["--json"], ["--due"], ["--due", "--json"]] {
            let cut = try counter.run(listing: options + ["--limit", "2"])
            #expect(cut.complaints.contains("--limit N shows more"), "\(options)")
            let whole = try counter.run(listing: options + ["--limit", "9"])
            #expect(whole.complaints.isEmpty, "\(options)")
        }
    }
}

extension Counter {
    fileprivate func run(listing options: [String]) throws -> ProgramRun {
        try BuiltProgram.run(
            ["tickets"] + options
                + ["--config", folder.path("config"), "--state", folder.path("state")]
        )
    }
}
