// Who asks when a letter is passed on: the client if our staff passes it on, else the forwarder.

import Foundation
import Testing

@testable import Desk

@Suite("Requester")
struct RequesterTests {
    private static let copied = """
        Pour suite à donner.

        De : Louis Caron <l.caron@caron-fret.example>
        Envoyé : lundi 5 octobre 2026 09:00
        À : Nora Petit <nora.petit@mileo.example>
        Objet : Porte du quai

        La porte du quai ne ferme plus.
        """

    private func reading(
        from sender: String?,
        subject: String = "TR : Porte du quai",
        text: String = Self.copied,
        attached: ForwardedMessage? = nil,
        isProven: Bool = true
    ) throws -> Reading {
        var mail = try DeskWorld.mail(from: sender, subject: subject, text: text)
        mail.headers = isProven ? [DeskWorld.authenticated] : []
        mail.attachedMails = attached.map { [$0] } ?? []
        return try DeskWorld.file(mail).reading
    }

    @Test("is the client whose letter a staff member passes on")
    func staff() throws {
        let reading = try reading(from: "nora.petit@mileo.example")
        #expect(requester(of: reading)?.address.text == "l.caron@caron-fret.example")
        #expect(reading.correspondent?.name == "Louis Caron")
        #expect(reading.topic == "Porte du quai")
    }

    @Test("is the client whose letter went from colleague to colleague")
    func colleagues() throws {
        let text = """
            De : Karim Haddad <karim.haddad@mileo.example>
            Envoyé : mercredi 7 octobre 2026 10:00
            À : Nora Petit <nora.petit@mileo.example>
            Objet : TR : Porte du quai

            Tu regardes ?

            \(Self.copied)
            """
        let reading = try reading(from: "nora.petit@mileo.example", text: text)
        #expect(requester(of: reading)?.address.text == "l.caron@caron-fret.example")
        #expect(reading.topic == "Porte du quai")
    }

    @Test("is the client whose letter a colleague's attached mail passes on")
    func colleaguesAttached() throws {
        let colleague = EmailAddress("karim.haddad@mileo.example")
        let reading = try reading(
            from: "nora.petit@mileo.example",
            text: "Pour toi.",
            attached: ForwardedMessage(
                address: colleague,
                name: "Karim Haddad",
                subject: "TR : Porte du quai",
                text: Self.copied,
                isAttached: true
            )
        )
        #expect(requester(of: reading)?.address.text == "l.caron@caron-fret.example")
    }

    @Test("is never the person whom a mail names that only claims to be a staff member's")
    func unproven() throws {
        let reading = try reading(from: "nora.petit@mileo.example", isProven: false)
        #expect(reading.forwarded?.address?.text == "l.caron@caron-fret.example")
        #expect(requester(of: reading)?.address.text == "nora.petit@mileo.example")
        #expect(reading.correspondent?.address.text == "nora.petit@mileo.example")
    }

    @Test("is whoever forwards, for anyone else")
    func stranger() throws {
        let reading = try reading(from: "a.roy@client.example")
        #expect(reading.forwarded?.address?.text == "l.caron@caron-fret.example")
        #expect(requester(of: reading)?.address.text == "a.roy@client.example")
        #expect(reading.correspondent?.address.text == "a.roy@client.example")
        #expect(reading.topic == "TR : Porte du quai")
    }

    @Test(
        "is the staff member where the letter names no client",
        arguments: [
            "De : Louis Caron", "De : SAV <sav@mileo.example>",
            "De : Hugo Blin <hugo.blin@mileo.example>",
        ]
    )
    func noClient(author: String) throws {
        let author = "\(author)\nEnvoyé : lundi 5 octobre 2026 09:00\nÀ : x\nObjet : y\n\nz"
        let reading = try reading(from: "nora.petit@mileo.example", text: author)
        #expect(reading.forwarded != nil)
        #expect(requester(of: reading)?.address.text == "nora.petit@mileo.example")
    }

    @Test("is nobody where the sender is nobody")
    func nobody() throws {
        #expect(try requester(of: reading(from: nil)) == nil)
    }

    @Test("is the author of an attached mail")
    func attached() throws {
        let letter = ForwardedMessage(
            address: try DeskWorld.address("l.caron@caron-fret.example"),
            name: "Louis Caron",
            subject: "Porte",
            isAttached: true
        )
        let reading = try reading(
            from: "nora.petit@mileo.example",
            subject: "Porte",
            text: "Voir le mail joint.",
            attached: letter
        )
        #expect(reading.forwarded == letter)
        #expect(requester(of: reading)?.name == "Louis Caron")
    }

    @Test("stands on the ticket, and gets the letter")
    func filed() throws {
        var mail = try DeskWorld.mail(
            from: "nora.petit@mileo.example",
            subject: "TR : Porte du quai",
            text: Self.copied
        )
        mail.headers = [DeskWorld.authenticated]
        let file = try DeskWorld.file(mail, nature: .request)
        let filing = plan(
            file,
            number: try DeskWorld.number(5),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
        guard case .opened(let opening)? = filing.events.first?.fact else {
            Issue.record("no ticket was opened")
            return
        }
        #expect(opening.requester?.address.text == "l.caron@caron-fret.example")
        #expect(opening.subject == "Porte du quai")
        #expect(filing.letters.first?.to.address.text == "l.caron@caron-fret.example")
    }
}
