// One pass of the real program over mailboxes on disk: what a client, and an admin, would notice.

import Foundation
import TestSupport
import Testing

@Suite("guichet run --once")
struct RunTests {
    @Test("files mails, answers people once, and does nothing the second time")
    func mainJob() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        try counter.lay(
            Counter.mail(
                id: "2@client.example",
                subject: "Re: Lecteur de badge",
                extra: "In-Reply-To: <1@client.example>\nReferences: <1@client.example>\n",
                text: "C'est toujours le cas ce matin."
            ),
            name: "2"
        )
        try counter.lay(
            Counter.mail(
                id: "3@client.example",
                subject: "Absence",
                extra: "Auto-Submitted: auto-replied\n",
                text: "Je suis absente."
            ),
            name: "3"
        )
        try counter.lay(
            Counter.mail(
                id: "4@client.example",
                to: "reclamations@mileo.example",
                subject: "Facture",
                text: "Votre facture F-12 est fausse, je conteste ce montant."
            ),
            in: "reclamations",
            name: "4"
        )
        let first = try counter.run("run", "--once")
        #expect(first.code == 0, "\(first.complaints)")
        #expect(first.complaints.isEmpty)
        #expect(
            try counter.letterFields("In-Reply-To") == ["<1@client.example>", "<4@client.example>"]
        )
        #expect(try counter.values("disposition", "run", "--once").isEmpty)
        #expect(try counter.letters().count == 2)
        #expect(try counter.values("number", "tickets").count == 3)
        #expect(try counter.values("fetched", "status") == ["1", "3"])
        #expect(try counter.values("append", "status") == ["0", "1"])
        #expect(try counter.values("state", "outbox") == ["sent", "sent"])
    }

    @Test("gives a mail to two mailboxes one ticket and one letter")
    func twoCopies() throws {
        let counter = try Counter()
        let mail = Counter.mail(
            id: "1@client.example",
            to: "sav@mileo.example, reclamations@mileo.example"
        )
        try counter.lay("Delivered-To: sav@mileo.example\n" + mail, name: "1")
        try counter.lay(
            "Delivered-To: reclamations@mileo.example\n" + mail,
            in: "reclamations",
            name: "1"
        )
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("number", "tickets").count == 1)
        #expect(try counter.letters().count == 1)
    }

    @Test("shows a ticket, and refuses a mistyped number")
    func show() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        _ = try counter.run("run", "--once")
        let number = try #require(try counter.values("number", "tickets").first)
        let shown = try counter.run("show", number)
        #expect(shown.code == 0)
        #expect(shown.output.contains("a.roy@client.example"))
        let wrong = String(number.dropLast()) + (number.hasSuffix("0") ? "1" : "0")
        let mistyped = try counter.run("show", wrong)
        #expect(mistyped.code == 64)
        #expect(mistyped.complaints.contains("check digit"))
    }

    @Test("lets a mail out of the quarantine when a person says so")
    func release() throws {
        let counter = try Counter()
        try counter.lay(
            Counter.mail(id: "1@client.example", extra: "X-Spam-Flag: YES\n"),
            name: "1"
        )
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("number", "tickets").isEmpty)
        let mail = try #require(try counter.values("mail", "quarantine").first)
        #expect(try counter.run("quarantine", "release", mail).code == 0)
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("number", "tickets").count == 1)
        #expect(try counter.values("mail", "quarantine").isEmpty)
    }

    @Test("finds tickets by words, without regard to accents and case")
    func search() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        try counter.lay(
            Counter.mail(id: "2@client.example", subject: "Portail", text: "Il grince."),
            name: "2"
        )
        _ = try counter.run("run", "--once")
        #expect(
            try counter.values("subject", "tickets", "RESERVE", "reagit") == ["Lecteur de badge"]
        )
        #expect(try counter.values("subject", "tickets", "girafe").isEmpty)
    }

    @Test("colours nothing in a pipe")
    func plain() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        let run = try counter.run("run", "--once")
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test("takes terminal controls out of what mails bring")
    func terminalControls() throws {
        let counter = try Counter()
        try counter.lay(
            Counter.mail(
                id: "1@client.example",
                subject: "=?utf-8?Q?a=1B]0;owned=07=1B[31mb=0D=0Ac?=",
                text: "x \u{1B}[2J y"
            ),
            name: "1"
        )
        let run = try counter.run("run", "--once")
        #expect(run.code == 0)
        for arguments in [["tickets"], ["tickets", "--json"]] {
            let output = try BuiltProgram.run(
                arguments + [
                    "--config", counter.folder.path("config"), "--state",
                    counter.folder.path("state"),
                ]
            ).output
            #expect(!output.contains("\u{1B}"))
            #expect(!output.contains("\u{07}"))
        }
    }
}
