// A colleague's day over real servers: clients' and colleagues' mails come by IMAP from Dovecot,
// all letters leave by SMTP, and the copies in the shared mailbox's folder of sent mail are read by
// IMAP as well. What is answered is the notification as it really left, by its own address for
// answers.

import Desk
import Foundation
import TestServers
import TestSupport
import Testing

@Suite(
    "Staff work by mail between two servers",
    .timeLimit(.minutes(10)),
    .enabled(if: Dovecot.isAvailable, "dovecot-imapd is absent")
)
struct StaffOverServersTests {
    private let servers: MailServers
    private let counter: Counter

    init() throws {
        servers = try MailServers(try Dovecot(MailServers.options))
        counter = try Counter(on: servers, notifies: true)
        try counter.set("hold-minutes: 2", to: "hold-minutes: 0, notifications-per-hour: 100")
    }

    private func pass() throws {
        let run = try counter.run("run", "--once")
        #expect(run.code == 0, "\(run.complaints)")
    }

    private func letters(to address: String) -> [ReceivedLetter] {
        servers.sink.mails.filter { $0.recipients == [address] }.map { ReceivedLetter($0.bytes) }
    }

    private static func client(_ program: MailProgram) -> String {
        "\(program.rawValue.lowercased())@client.example"
    }

    private static let karim = "karim.haddad@mileo.example"
    private static let ines = "ines.rolland@mileo.example"

    @Test(
        "A client’s mail is told, answered from any program, and the answer reaches the client",
        arguments: [true, false]
    )
    func thereAndBack(bySealedAddress: Bool) throws {
        if !bySealedAddress { try counter.set("reply-tags: true", to: "reply-tags: false") }
        for program in MailProgram.allCases {
            let mail = Counter.mail(
                id: "1.\(program.rawValue)@client.example",
                from: "Alice Roy <\(Self.client(program))>",
                subject: "Lecteur \(program.rawValue)"
            )
            try servers.append(mail, to: "sav")
        }
        try pass()
        for program in MailProgram.allCases {
            let told = try #require(
                letters(to: Self.karim).first { $0.message.subject.hasSuffix(program.rawValue) },
                "\(program)"
            )
            var answer = MailProgram.Answer(
                [
                    "#critique réserve sans contrôle", "", "Bonjour Madame,", "",
                    "Nous passons à 14 h.",
                ],
                to: told,
                id: "2.\(program.rawValue)"
            )
            answer.losesThread = bySealedAddress
            try servers.append(program.mail(answer), to: "sav", minute: 1)
        }
        try pass()
        for program in MailProgram.allCases { try check(program) }
        #expect(try counter.balance().dropFirst(2).allSatisfy { $0 == 0 })
        #expect(servers.sink.mails.allSatisfy { $0.offences.isEmpty })
    }

    @Test(
        "The five links of a notification are commands that a click sends",
        arguments: [true, false]
    )
    func links(bySealedAddress: Bool) throws {
        if !bySealedAddress { try counter.set("reply-tags: true", to: "reply-tags: false") }
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        try pass()
        let told = try #require(letters(to: Self.karim).first)
        let links = told.html.split(separator: "\"").map(String.init)
            .filter { $0.hasPrefix("mailto:") }
        #expect(links.count == 5)
        for (index, link) in links.enumerated() {
            let parts = try #require(URLComponents(string: link.replacing("&amp;", with: "&")))
            let items = parts.queryItems ?? []
            func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
            let mail = Counter.mail(
                id: "2.\(index)@mileo.example",
                from: "Karim Haddad <\(Self.karim)>",
                to: parts.path,
                subject: try #require(value("subject")),
                // Without a sealed address, our own mail server has to vouch for the sender.
                extra: bySealedAddress ? "" : StaffByMailTests.proof,
                text: "\(try #require(value("body")))\n-- \nKarim Haddad"
            )
            try servers.append(mail, to: "sav", minute: index)
        }
        try pass()
        #expect(try counter.values("criticality", "tickets") == ["critical"])
        #expect(try counter.values("handler", "tickets") == [Self.karim])
        let told2 = letters(to: Self.karim).map(\.message.text).joined()
        for result in [
            "Confié à Karim Haddad.", "Classé Critique.", "En attente du client.",
            "Le client est prié de confirmer la clôture.", "Voir ci-dessous.",
        ] {
            #expect(told2.contains(result), "\(result) in \(told2)")
        }
        // The acknowledgement, and the question whether it may be closed.
        #expect(letters(to: "a.roy@client.example").count == 2)
    }

    @Test("“Stop” keeps a message back that has not left; then nothing of it leaves any more")
    func stop() throws {
        try counter.set("hold-minutes: 0", to: "hold-minutes: 10")
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        try pass()
        let told = try #require(letters(to: Self.karim).first)
        let answer = MailProgram.Answer(["Nous passons à 14 h."], to: told, id: "2")
        try servers.append(MailProgram.gmail.mail(answer), to: "sav", minute: 1)
        try pass()
        #expect(letters(to: "a.roy@client.example").count == 1)
        let transcript = try #require(letters(to: Self.karim).last)
        #expect(transcript.message.text.contains("Répondez « stop »"))
        let stop = MailProgram.Answer(["Stop !"], to: transcript, id: "3")
        try servers.append(MailProgram.iPhone.mail(stop), to: "sav", minute: 2)
        try pass()
        let told2 = try #require(letters(to: Self.karim).last)
        #expect(told2.message.text.contains("il ne partira pas"), "\(told2.message.text)")
        #expect(try counter.values("state", "outbox").filter { $0 == "queued" } == [])
        #expect(letters(to: "a.roy@client.example").count == 1)
    }

    @Test("Without proof nothing happens; the colleague’s “oui” carries it out once")
    func confirmed() throws {
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        try pass()
        let number = try #require(try counter.values("number", "tickets").first)
        let forged = Counter.mail(
            id: "2@evil.example",
            from: "Karim Haddad <\(Self.karim)>",
            subject: "Re: [\(number)] Lecteur de badge",
            text: "#prendre\n\nNous passons à 14 h."
        )
        try servers.append(forged, to: "sav", minute: 1)
        try pass()
        #expect(letters(to: "a.roy@client.example").count == 1)
        let question = try #require(letters(to: Self.karim).last)
        #expect(question.message.text.contains("Répondez « oui »"))
        for (program, id) in [(MailProgram.outlookFrench, "3"), (.samsung, "4")] {
            let yes = MailProgram.Answer(["Oui"], to: question, id: id)
            try servers.append(program.mail(yes), to: "sav", minute: 2)
        }
        try pass()
        let toClient = letters(to: "a.roy@client.example")
        #expect(
            toClient.count == 2,
            "once, however often it is said: \(letters(to: Self.karim).map(\.message.text))"
        )
        #expect(toClient.last?.message.text.contains("Nous passons à 14 h.") == true)
        #expect(try counter.values("handler", "tickets") == [Self.karim])
    }

    @Test("An automatic answer to a notification never reaches the client; the deputy is asked")
    func away() throws {
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        try pass()
        let told = try #require(letters(to: Self.karim).first)
        try servers.append(
            MailProgram.gmail.mail(.init(["#prendre"], to: told, id: "2")),
            to: "sav",
            minute: 1
        )
        try pass()
        var away = MailProgram.Answer(
            ["Je suis absent jusqu’au 31/12/2026. En cas d’urgence, appelez l’accueil."],
            to: told,
            id: "3"
        )
        away.top = "Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\n"
        try servers.append(MailProgram.outlookNew.mail(away), to: "sav", minute: 2)
        try pass()
        try pass()
        #expect(letters(to: "a.roy@client.example").count == 1)
        let offered = letters(to: Self.ines).map(\.message.text).joined()
        #expect(offered.contains("#absence"), "\(offered)")
    }

    @Test("A notification that bounces goes to the deputy, with the files of the client’s mail")
    func bounced() throws {
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        try pass()
        let told = try #require(letters(to: Self.karim).first)
        let taken = MailProgram.kNine.mail(.init(["#prendre"], to: told, id: "2"))
        try servers.append(taken, to: "sav", minute: 1)
        try servers.append(Self.mailWithFile, to: "sav", minute: 2)
        try pass()
        let lost = try #require(
            letters(to: Self.karim).last { $0.message.subject.contains("Lecteur") }
        )
        #expect(lost.message.attachments.map(\.name) == ["photo.pdf"])
        #expect(letters(to: Self.ines).count == 1, "the first mail’s, to the team")
        try servers.append(Self.report(on: lost), to: "sav", minute: 3)
        try pass()
        try pass()
        let passedOn = try #require(letters(to: Self.ines).last)
        #expect(letters(to: Self.ines).count == 2)
        #expect(passedOn.message.text.contains("n’a pas pu être remis à Karim Haddad"))
        #expect(passedOn.message.text.contains("Voici la photo."))
        #expect(passedOn.message.attachments.map(\.name) == ["photo.pdf"])
        #expect(
            passedOn.message.attachments.map(\.sha256) == lost.message.attachments.map(\.sha256)
        )
    }

    private static let mailWithFile = """
        From: Alice Roy <a.roy@client.example>
        To: sav@mileo.example
        Subject: Re: Lecteur de badge
        In-Reply-To: <1@client.example>
        References: <1@client.example>
        Message-ID: <3@client.example>
        Date: Mon, 05 Oct 2026 10:20:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b1

        --b1
        Content-Type: text/plain; charset=utf-8

        Voici la photo.
        --b1
        Content-Type: application/pdf; name="photo.pdf"
        Content-Disposition: attachment; filename="photo.pdf"

        %PDF-1.4 une photo
        --b1--

        """

    // What a mail server writes back about a letter that nobody takes.
    private static func report(on letter: ReceivedLetter) -> String {
        """
        From: Mail Delivery System <MAILER-DAEMON@mx.mileo.example>
        To: sav@mileo.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <4@mx.mileo.example>
        Return-Path: <>
        Auto-Submitted: auto-replied
        Date: Mon, 05 Oct 2026 10:30:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=r1

        --r1
        Content-Type: text/plain; charset=us-ascii

        <\(Self.karim)>: mailbox full
        --r1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.mileo.example

        Final-Recipient: rfc822; \(Self.karim)
        Action: failed
        Status: 5.2.2
        Diagnostic-Code: smtp; 552 5.2.2 mailbox full
        --r1
        Content-Type: message/rfc822

        From: SAV <sav@mileo.example>
        To: \(Self.karim)
        Subject: Lecteur
        Message-ID: <\(letter.id)>

        Bonjour
        --r1--

        """
    }

    // MARK: - The shared mailbox itself

    @Test("What is answered from the shared mailbox joins its dossier and causes no letter")
    func handSent() throws {
        let path = "config/sav.yaml"
        let settings = String(decoding: try counter.folder.read(path), as: UTF8.self)
        try counter.folder.write(
            path,
            settings.replacing("    poll: ", with: "    sent: \(MailServers.sent)\n    poll: ")
        )
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        try servers.append(
            Counter.mail(id: "2@client.example", from: "B <b@other.example>", subject: "Caméra"),
            to: "sav"
        )
        try pass()
        // The copies of our own letters lie there, too, and are nobody's answer.
        #expect(try servers.mails(in: "sav", folder: MailServers.sent).count == 6)
        let before = servers.sink.mailCount
        let answer = Counter.mail(
            id: "9@mileo.example",
            from: "SAV Mileo <sav@mileo.example>",
            to: "Alice Roy <a.roy@client.example>",
            subject: "Re: Lecteur de badge",
            extra: "In-Reply-To: <1@client.example>\nReferences: <1@client.example>\n",
            text: "Nous passons demain."
        )
        try servers.append(answer, to: "sav", folder: MailServers.sent)
        // Another answers from his own address, with us in copy.
        let copied = Counter.mail(
            id: "10@mileo.example",
            from: "Inès Rolland <\(Self.ines)>",
            to: "B <b@other.example>",
            subject: "Re: Caméra",
            extra: "Cc: sav@mileo.example\nIn-Reply-To: <2@client.example>\n"
                + StaffByMailTests.proof,
            text: "La caméra est remplacée demain."
        )
        try servers.append(copied, to: "sav", minute: 3)
        try pass()
        try pass()
        #expect(servers.sink.mailCount == before)
        for number in try counter.values("number", "tickets") {
            let shown = try counter.run("show", number, "--json").output
            #expect(shown.contains("human-answer"), "\(number): \(shown)")
        }
        let handlers = Set(try counter.values("handler", "tickets"))
        #expect(handlers.contains(Self.ines))
        let marked = try servers.mails(in: "sav", folder: MailServers.sent)
        #expect(marked.filter { !$0.flags.contains("$GuichetDone") } == [])
        // The client's next word goes on in the same dossier.
        let next = Counter.mail(
            id: "3@client.example",
            subject: "Re: Lecteur de badge",
            extra: "In-Reply-To: <9@mileo.example>\n",
            text: "Merci, à demain."
        )
        try servers.append(next, to: "sav", minute: 4)
        try pass()
        #expect(try counter.values("number", "tickets").count == 2)
        #expect(try counter.balance().dropFirst(3).allSatisfy { $0 == 0 })
    }

    private func check(_ program: MailProgram) throws {
        let toClient = letters(to: Self.client(program))
        #expect(toClient.count == 2, "\(program)")
        let answer = try #require(toClient.last?.message, "\(program)")
        #expect(
            answer.text.contains("Bonjour Madame,\n\nNous passons à 14 h.\n\nCordialement,"),
            "\(program): \(answer.text)"
        )
        #expect(answer.from?.name.hasPrefix("Karim Haddad — ") == true)
        #expect(answer.inReplyTo.map(\.text) == ["1.\(program.rawValue)@client.example"])
        let whole = answer.text + (toClient.last?.html ?? "")
        for word in [
            "#critique", "Pour répondre au client", "sav+", Self.karim, "Envoyé", "Outlook",
        ] {
            #expect(!whole.contains(word), "\(program): \(word) in \(whole)")
        }
        let transcript = letters(to: Self.karim).first { letter in
            letter.references.contains("2.\(program.rawValue)@mileo.example")
        }
        let text = try #require(transcript?.message.text, "\(program)")
        #expect(text.contains("Classé Critique."), "\(program): \(text)")
        // The exact copy: all that the client reads, signature and subject included.
        let read = [answer.subject] + answer.text.split(separator: "\n").map(String.init)
        for line in read { #expect(text.contains(line), "\(program): “\(line)” in \(text)") }
    }
}
