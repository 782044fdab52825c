// Colleagues at work from their mail programs, against the real program: dossiers by mail, commands
// without a dossier, drafts without proof.

import Foundation
import TestSupport
import Testing

@Suite("Staff work by mail", .timeLimit(.minutes(10)))
struct StaffByMailTests {
    /// What our mail server writes on top of a colleague's own mail.
    static let proof =
        "Authentication-Results: mx.mileo.example; dmarc=pass header.from=mileo.example\n"

    /// A colleague's mail.
    static func mail(
        _ id: String,
        subject: String,
        text: String,
        extra: String = StaffByMailTests.proof,
        from: String = "Karim Haddad <karim.haddad@mileo.example>"
    ) -> String {
        Counter.mail(
            id: "\(id)@mileo.example",
            from: from,
            subject: subject,
            extra: extra,
            text: text
        )
    }

    static let forward = """
        ---------- Message transféré ---------
        De : Luc Caron <l.caron@caron-fret.example>
        Date : ven. 20 nov. 2026 à 16:12
        Objet : Barrière bloquée
        À : Karim Haddad <karim.haddad@mileo.example>

        Bonjour Karim,
        la barrière du quai ne se lève plus du tout.
        Luc Caron
        """

    private func file(_ counter: Counter, _ mail: String, name: String = "1") throws {
        try counter.lay(mail, name: name)
        let run = try counter.run("run", "--once")
        #expect(run.code == 0, "\(run.complaints)")
    }

    private func letters(_ counter: Counter, to address: String) throws -> [String] {
        try counter.letters().map(Self.plain).filter { letter in
            letter.contains("To: ") && letter.contains("<\(address)>")
                || letter.contains("To: \(address)")
        }
    }

    // Quoted-printable undone, as far as these tests look.
    static func plain(_ letter: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(letter.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            let next = rest.prefix(2)
            if next.first == 0x0D || next.first == 0x0A {
                rest = rest.dropFirst(next.first == 0x0D ? 2 : 1)
            } else if let value = UInt8(String(decoding: next, as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("A client’s mail that a colleague passes on is the client’s dossier")
    func forwards() throws {
        let counter = try Counter()
        let text = "#standard vu au téléphone\n\nTu peux regarder ?\n\n\(Self.forward)"
        try file(counter, Self.mail("f1", subject: "TR : Barrière bloquée", text: text))
        #expect(try counter.values("requester", "tickets") == ["l.caron@caron-fret.example"])
        #expect(try counter.values("subject", "tickets") == ["Barrière bloquée"])
        #expect(try counter.values("criticality", "tickets") == ["standard"])
        let number = try #require(try counter.values("number", "tickets").first)
        let toClient = try letters(counter, to: "l.caron@caron-fret.example")
        #expect(toClient.count == 1)
        #expect(!toClient.joined().contains("karim.haddad"))
        let told = try letters(counter, to: "karim.haddad@mileo.example").joined()
        #expect(told.contains("Dossier \(number) ouvert pour l.caron@caron-fret.example"))
        #expect(told.contains("20 novembre 2026"))
        #expect(told.contains("note interne"))
        let shown = try counter.run("show", number).output
        #expect(shown.contains("Tu peux regarder ?"))
        // What the client answers comes to the dossier.
        try file(
            counter,
            Counter.mail(
                id: "c2@caron-fret.example",
                from: "Luc Caron <l.caron@caron-fret.example>",
                subject: "Re: [\(number)] Barrière bloquée",
                text: "C’est urgent."
            ),
            name: "2"
        )
        #expect(try counter.values("number", "tickets") == [number])
    }

    @Test("A mail that is attached whole brings its thread along")
    func attached() throws {
        let counter = try Counter()
        let mail = """
            From: Karim Haddad <karim.haddad@mileo.example>
            To: sav@mileo.example
            Subject: TR: Badge
            Message-ID: <f2@mileo.example>
            Date: Sat, 21 Nov 2026 10:00:00 +0100
            \(Self.proof)MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Pour vous.
            --b
            Content-Type: message/rfc822

            From: Luc Caron <l.caron@caron-fret.example>
            To: karim.haddad@mileo.example
            Subject: Badge
            Message-ID: <original@caron-fret.example>
            Date: Fri, 20 Nov 2026 16:12:00 +0100
            Content-Type: text/plain; charset=utf-8

            Bonjour, mon badge ne marche plus.
            --b--

            """
        try file(counter, mail)
        #expect(try counter.values("requester", "tickets") == ["l.caron@caron-fret.example"])
        #expect(try counter.letterFields("In-Reply-To").contains("<original@caron-fret.example>"))
        // He goes on from his own mail, without any number.
        try file(
            counter,
            Counter.mail(
                id: "c3@caron-fret.example",
                from: "Luc Caron <l.caron@caron-fret.example>",
                subject: "Re: Badge",
                extra: "In-Reply-To: <original@caron-fret.example>\n",
                text: "Le badge 12, je précise."
            ),
            name: "2"
        )
        #expect(try counter.values("number", "tickets").count == 1)
    }

    @Test("A bad command above a forward keeps no client waiting")
    func badCommand() throws {
        let counter = try Counter()
        let text = "#clore fini\n\n\(Self.forward)"
        try file(counter, Self.mail("f3", subject: "TR : Barrière bloquée", text: text))
        #expect(try counter.values("state", "tickets") == ["new"])
        let told = try letters(counter, to: "karim.haddad@mileo.example").joined()
        #expect(told.contains("ne va pas avec un mail transféré"))
        #expect(try letters(counter, to: "l.caron@caron-fret.example").count == 1)
    }

    @Test("#ouvrir notes a call: the client gets it in writing, the colleague the number")
    func call() throws {
        let counter = try Counter()
        let text = """
            #ouvrir b.dubois@autre.example portail bloqué
            #prendre

            Le portail de la cour ne s’ouvre plus depuis ce matin.

            Cordialement,
            Karim Haddad
            """
        try file(counter, Self.mail("o1", subject: "appel", text: text))
        #expect(try counter.values("requester", "tickets") == ["b.dubois@autre.example"])
        #expect(try counter.values("handler", "tickets") == ["karim.haddad@mileo.example"])
        #expect(try letters(counter, to: "b.dubois@autre.example").count == 1)
        let number = try #require(try counter.values("number", "tickets").first)
        let shown = try counter.run("show", number).output
        #expect(shown.contains("entered") && shown.contains("phone"))
    }

    @Test(
        "Without proof nothing is opened for anybody until the colleague says yes",
        arguments: [
            "#ouvrir b.dubois@autre.example portail\n\nLe portail est bloqué.",
            StaffByMailTests.forward,
        ]
    )
    func unproven(text: String) throws {
        let counter = try Counter()
        try file(
            counter,
            Self.mail("u1", subject: "TR : Barrière bloquée", text: text, extra: "")
        )
        #expect(try counter.letters().count == 1)
        let question = try #require(try counter.letters().first)
        #expect(question.contains("karim.haddad@mileo.example"))
        #expect(try counter.values("quiet", "tickets") == ["1"])
        let id = try #require(try counter.letterFields("Message-ID").first)
        try file(
            counter,
            Self.mail(
                "u2",
                subject: "Re: question",
                text: "Oui",
                extra: "In-Reply-To: \(id)\n"
            ),
            name: "2"
        )
        let requesters = try counter.values("requester", "tickets")
        #expect(requesters.count == 2)
        #expect(requesters.contains { !$0.contains("mileo") && $0 != "null" })
        #expect(try counter.letters().count == 3)
    }

    @Test("What a stranger calls a forward, or a call, is his own text")
    func strangers() throws {
        let counter = try Counter()
        let mail = Counter.mail(
            id: "s1@client.example",
            subject: "TR : Barrière bloquée",
            text: "#ouvrir b.dubois@autre.example x\n\n\(Self.forward)"
        )
        try file(counter, mail)
        #expect(try counter.values("requester", "tickets") == ["a.roy@client.example"])
        #expect(try letters(counter, to: "l.caron@caron-fret.example").isEmpty)
        #expect(try letters(counter, to: "b.dubois@autre.example").isEmpty)
    }

    @Test("A colleague’s own request is a client’s")
    func ownRequest() throws {
        let counter = try Counter()
        try file(
            counter,
            Self.mail("r1", subject: "Mon badge", text: "Mon badge ne marche plus, merci.")
        )
        #expect(try counter.values("requester", "tickets") == ["karim.haddad@mileo.example"])
        let told = try letters(counter, to: "karim.haddad@mileo.example")
        #expect(told.count == 1 && told.joined().contains("Accusé de réception"))
    }

    @Test("Commands that need no dossier are answered, and refused to those without the role")
    func withoutDossier() throws {
        let counter = try Counter()
        try counter.lay(Counter.mail(id: "1@client.example"), name: "0")
        try file(
            counter,
            Self.mail(
                "w1",
                subject: "état",
                text: "#état\n#rapport\n#droit-accès a.roy@client.example",
                from: "Inès Rolland <ines.rolland@mileo.example>"
            )
        )
        let told = try letters(counter, to: "ines.rolland@mileo.example").joined()
        #expect(told.contains("mails reçus = "))
        #expect(told.contains("Données conservées sur a.roy@client.example"))
        // The data themselves go with it: the words of both sides, and the mail as it came.
        #expect(told.contains("filename=\"donnees a.roy@client.example.txt\""))
        #expect(told.contains(".eml"))
        try file(counter, Self.mail("w2", subject: "état", text: "#état"), name: "2")
        let refused = try letters(counter, to: "karim.haddad@mileo.example").joined()
        #expect(refused.contains("réservé à l’administration"))
        try file(counter, Self.mail("w3", subject: "x", text: "#prendre"), name: "3")
        let lost = try letters(counter, to: "karim.haddad@mileo.example").joined()
        #expect(lost.contains("veut un dossier"))
        #expect(try counter.balance().last == 0)
    }
}
