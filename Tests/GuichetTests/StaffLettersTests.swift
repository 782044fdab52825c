// A technician works from his mail program: the real program, mails on disk, files that go with
// them, and the letters as they lie in the Maildir of what was sent.

import Desk
import Foundation
import MIME
import TestSupport
import Testing

@Suite("Staff hear and answer by mail")
struct StaffLettersTests {
    private func counter() throws -> Counter {
        let counter = try Counter(notifies: true)
        let company = counter.folder.url.appending(path: "config/company.yaml")
        let text = String(decoding: try Data(contentsOf: company), as: UTF8.self)
        let changed = text.replacing("hold-minutes: 2", with: "hold-minutes: 0")
        try #require(changed != text)
        try counter.folder.write("config/company.yaml", changed)
        return counter
    }

    private func letters(_ counter: Counter, to address: String) throws -> [InboundMessage] {
        try counter.letters().map { MailReader.read(Array($0.utf8)) }
            .filter { $0.to.contains { $0.address.text == address } }
    }

    private static func mail(
        _ head: String,
        _ text: String,
        file: String,
        _ content: String
    )
        -> String
    {
        """
        \(head)
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b1

        --b1
        Content-Type: text/plain; charset=utf-8

        \(text)
        --b1
        Content-Type: application/pdf; name="\(file)"
        Content-Disposition: attachment; filename="\(file)"

        \(content)
        --b1--

        """
    }

    @Test("A mail with a file reaches the technician, his answer with a file reaches the client")
    func thereAndBack() throws {
        let counter = try counter()
        let head = """
            From: Alice Roy <a.roy@client.example>
            To: sav@mileo.example
            Subject: Lecteur de badge
            Message-ID: <1@client.example>
            Date: Mon, 05 Oct 2026 10:00:00 +0200
            """
        let text = "Bonjour,\n\nLe lecteur de badge de la réserve ne réagit plus."
        let mail = Self.mail(head, text, file: "photo.pdf", "une photo")
        try counter.lay(mail, name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        let karim = "karim.haddad@mileo.example"
        let notification = try #require(try letters(counter, to: karim).first)
        #expect(notification.subject.contains("Lecteur de badge"))
        #expect(notification.text.contains("Le lecteur de badge de la réserve ne réagit plus."))
        #expect(notification.attachments.map(\.name) == ["photo.pdf"])
        let id = try #require(notification.id).text

        let reply = """
            From: Karim Haddad <\(karim)>
            To: SAV Mileo <sav@mileo.example>
            Cc: syndic@copro.example
            Subject: Re: \(notification.subject)
            Message-ID: <2@mileo.example>
            In-Reply-To: <\(id)>
            Date: Mon, 05 Oct 2026 11:00:00 +0200
            """
        let words = "Bonjour,\nnous passons demain.\n\n-- \nKarim Haddad\n06 00 00 00 00"
        try counter.lay(Self.mail(reply, words, file: "devis.pdf", "un devis"), name: "2")
        #expect(try counter.run("run", "--once").code == 0)
        let answers = try letters(counter, to: "a.roy@client.example").filter {
            $0.from?.name == "Karim Haddad — Mileo Technology"
                || $0.from?.name.hasPrefix("Karim Haddad") == true
        }
        #expect(answers.count == 2, "the client’s, and the copy of it")
        for answer in answers {
            #expect(answer.from?.address.text == "sav@mileo.example")
            #expect(answer.text.contains("nous passons demain."))
            #expect(!answer.text.contains("06 00 00 00 00"))
            #expect(answer.attachments.map(\.name) == ["devis.pdf"])
            #expect(answer.cc.map(\.address.text) == ["syndic@copro.example"])
            #expect(answer.inReplyTo.map(\.text) == ["1@client.example"])
        }
        let recipients = try counter.values("to", "outbox")
        #expect(recipients.contains("syndic@copro.example"))
        let whole = try counter.letters().joined()
        #expect(whole.contains(Data("un devis".utf8).base64EncodedString()))
    }

    @Test("The manager to whom a client turns gets the whole dossier in one file")
    func escalated() throws {
        let counter = try counter()
        func client(_ id: String, _ text: String, answering: String = "") throws {
            let mail = Counter.mail(
                id: id,
                to: "reclamations@mileo.example",
                subject: "Facture F-2201",
                extra: answering,
                text: text
            )
            try counter.lay(mail, in: "reclamations", name: id)
            #expect(try counter.run("run", "--once").code == 0)
        }
        try client("1@client.example", "Réclamation : l’intervention n’a jamais eu lieu.")
        let handlers = ["lea.martin@mileo.example", "hugo.besnard@mileo.example"]
        let told = try handlers.flatMap { try letters(counter, to: $0) }
        let notification = try #require(told.first { $0.subject.contains("F-2201") })
        let handler = try #require(notification.to.first)
        let reply = """
            From: \(handler.name) <\(handler.address.text)>
            To: reclamations@mileo.example
            Subject: Re: facture
            Message-ID: <2@mileo.example>
            In-Reply-To: <\(try #require(notification.id).text)>
            Date: Mon, 05 Oct 2026 11:00:00 +0200
            """
        let words = "Bonjour,\nnous interrogeons notre sous-traitant.\n\n> Actions : #note"
        let mail = Self.mail(reply, words, file: "releve.pdf", "un relevé")
        try counter.lay(mail, in: "reclamations", name: "2")
        #expect(try counter.run("run", "--once").code == 0)
        let answered = "In-Reply-To: <1@client.example>\n"
        let demand = "Je veux saisir votre responsable d’exploitation."
        try client("3@client.example", demand, answering: answered)

        let letter = try #require(
            counter.letters().first { $0.contains("-echanges.txt") },
            "a letter bears the dossier"
        )
        let manager = MailReader.read(Array(letter.utf8))
        #expect(manager.to.map(\.address.text) == ["paul.delorme@mileo.example"])
        #expect(manager.text.contains(demand))
        let file = try #require(manager.attachments.first)
        #expect(manager.attachments.count == 1 && file.name.hasPrefix("REC-"))
        let part = try #require(letter.components(separatedBy: "echanges.txt").last)
        let blocks = part.replacing("\r\n", with: "\n").components(separatedBy: "\n\n")
        let body = blocks.dropFirst().first ?? ""
        let lines = body.components(separatedBy: "\n").prefix { !$0.hasPrefix("--") }
        let data = try #require(Data(base64Encoded: lines.joined()))
        let text = String(decoding: data, as: UTF8.self)
        for said in [
            "Réclamation : l’intervention n’a jamais eu lieu.", demand,
            "nous interrogeons notre sous-traitant.", "Fichiers : releve.pdf",
            "De : \(handler.name)",
        ] {
            #expect(text.contains(said), "\(said)\n\(text)")
        }
        #expect(!text.contains("#note"), "what a colleague quotes is our own letter")
    }

    @Test("An answer in the Maildir of sent mails keeps the promise, and causes no letter")
    func handSent() throws {
        let counter = try counter()
        for part in ["new", "cur", "tmp"] {
            try counter.folder.makeFolder("state/mail/hand/\(part)")
        }
        let sav = counter.folder.url.appending(path: "config/sav.yaml")
        let text = String(decoding: try Data(contentsOf: sav), as: UTF8.self)
        let changed = text.replacing(
            "source:\n",
            with: "source:\n  sent: $STATE/mail/hand\n"
        )
        try #require(changed != text, "\(text)")
        try counter.folder.write("config/sav.yaml", changed)
        try counter.lay(Counter.mail(id: "1@client.example"), name: "1")
        #expect(try counter.run("run", "--once").code == 0)
        let before = try counter.letters().count
        let answer = Counter.mail(
            id: "9@mileo.example",
            from: "SAV Mileo <sav@mileo.example>",
            to: "a.roy@client.example",
            subject: "Re: Lecteur de badge",
            extra: "In-Reply-To: <1@client.example>\nReferences: <1@client.example>\n",
            text: "Nous passons demain."
        )
        try counter.lay(answer, in: "hand", name: "9")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.letters().count == before)
        let number = try #require(try counter.values("number", "tickets").first)
        let shown = try counter.run("show", number, "--json")
        #expect(shown.output.contains("human-answer"))
        #expect(try counter.values("append", "status").contains("1"))
    }
}
