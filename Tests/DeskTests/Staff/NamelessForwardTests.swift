// Outlook passes mails on under a bare name: whose mail it is, is asked, never guessed.

import Foundation
import Testing

@testable import Desk

@Suite("A forward without the client’s address")
struct NamelessForwardTests {
    private func forward(_ above: String) throws -> InboundMessage {
        var mail = try DeskWorld.mail(
            from: "karim.haddad@mileo.example",
            subject: "TR : Barrière bloquée",
            text: """
                \(above)
                De : Zoé Lamy
                Envoyé : lundi 5 octobre 2026 08:12
                À : Karim Haddad
                Objet : Barrière bloquée

                Bonjour Karim,
                la barrière du quai ne se lève plus du tout.
                """
        )
        mail.headers = [DeskWorld.authenticated]
        return mail
    }

    @Test("opens no dossier for the colleague, and says what to write")
    func asks() throws {
        var file = try DeskWorld.file(try forward(""))
        let house = try StaffWorld.house()
        let mailbox = house.mailboxes[0]
        file.reading = Reading(
            file.reading.message,
            mailbox: mailbox,
            house: house,
            key: DeskWorld.key
        )
        let plan = plan(
            file,
            number: try DeskWorld.number(5),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
        #expect(plan.letters.map(\.kind) == [.transcript])
        let told = "\(plan.letters.first?.values["words"] ?? .text(""))"
        #expect(told.contains("Client non reconnu (« Zoé Lamy »)"))
        #expect(told.contains("#ouvrir"))
        #expect(Ticket(folding: plan.events)?.state == .closed)
    }

    @Test("opens the client’s dossier where #ouvrir says whose it is")
    func opens() throws {
        let house = try StaffWorld.house()
        let mail = try forward("#ouvrir z.lamy@client.example\n")
        let reading = Reading(mail, mailbox: house.mailboxes[0], house: house, key: DeskWorld.key)
        let behalf = try #require(
            OnBehalf(reading, mail: MailID(7), at: DeskWorld.monday, key: DeskWorld.key)
        )
        #expect(behalf.message.from?.address.text == "z.lamy@client.example")
        #expect(behalf.message.text.contains("la barrière du quai"))
        #expect(behalf.message.subject == "Barrière bloquée")
    }
}
