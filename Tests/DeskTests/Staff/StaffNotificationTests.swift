// Whoever looks after a dossier is told of what comes, and can answer by mail.

import Foundation
import Testing

@testable import Desk

@Suite("Colleagues are told of what comes")
struct StaffNotificationTests {
    private func file(_ facts: [TicketFact] = []) throws -> ProcedureCase {
        let house = try StaffWorld.house()
        let events =
            [try DeskWorld.openedEvent()]
            + facts.map { TicketEvent(at: DeskWorld.monday, $0) }
        return try #require(
            ProcedureCase(events: events, mailbox: house.mailboxes[0], company: house.company)
        )
    }

    private func names(_ file: ProcedureCase, author: String? = nil) throws -> [String] {
        let author = try author.map(StaffWorld.address)
        return StaffNotification.recipients(on: file, author: author, at: DeskWorld.monday)
            .map(\.name)
    }

    @Test("The handler is, or else the team; nobody of his own doing")
    func recipients() throws {
        let team = try names(file())
        #expect(team == ["Karim Haddad", "Inès Rolland", "Paul Vernet"])
        #expect(try names(file(), author: "Inès Rolland") == ["Karim Haddad", "Paul Vernet"])
        let karim = try StaffWorld.address(of: "Karim Haddad")
        let handled = try file([.assigned(karim, reason: "")])
        #expect(try names(handled) == ["Karim Haddad"])
        #expect(try names(handled, author: "Karim Haddad") == [])
    }

    @Test("It says who, what came, what is promised, what was said, and what can be done")
    func matter() throws {
        let author = NamedAddress(try DeskWorld.address("a.roy@client.example"), name: "Alice Roy")
        var notification = StaffNotification(.wrote, text: "La porte bloque.", author: author)
        let photo = Attachment(name: "porte.jpg", type: "image/jpeg", size: 9, sha256: "")
        notification.files = [Enclosure(photo, of: MailID(6))]
        notification.exchanges = (1...5).map { number in
            StaffNotification.Exchange(
                mail: MailID(number),
                at: DeskWorld.monday,
                author: author,
                text: String(repeating: "é", count: 400)
            )
        }
        let mailbox = try DeskWorld.address("sav@mileo.example")
        let matter = notification.matter(about: try file(), to: mailbox, at: DeskWorld.monday)
        let notice = try #require(matter.notice)
        #expect(matter.text == "La porte bloque.")
        #expect(matter.promises.map(\.key.name.text) == ["first-answer"])
        #expect(notice.author == author && notice.files == ["porte.jpg"] && !notice.isNew)
        #expect(notice.exchanges.count == 3, "the last ones, and how they begin")
        #expect(notice.exchanges.allSatisfy { $0.text.utf8.count <= 300 })
        let dossier = LetterDossier(try file(), at: DeskWorld.monday)
        let links = NoticeMatter.commands.map { notice.link($0.line, about: dossier).text }
        #expect(links.count == 5)
        let commands = ["%23prendre", "%23critique%20%C3%A0%20la", "%23attente"]
        for (link, command) in zip(links, commands) {
            #expect(link.hasPrefix("mailto:sav@mileo.example?subject=%5BSAV-"))
            #expect(link.contains("&body=\(command)") && link.hasSuffix("%0D%0A"))
        }
    }

    @Test("An answer to it proves its recipient, and no one else")
    func capability() throws {
        let house = try StaffWorld.house()
        let karim = try #require(house.company.staff.first { $0.name == "Karim Haddad" })
        let author = NamedAddress(try DeskWorld.address("a.roy@client.example"))
        let file = try file()
        let stationery = LetterHouse(
            company: house.company,
            mailbox: house.mailboxes[0],
            key: DeskWorld.key,
            now: DeskWorld.monday
        )
        let letter = try #require(
            StaffNotification(.opened, text: "x", author: author)
                .letter(to: karim, about: file, cause: "mail.1", from: stationery)
        )
        #expect(letter.to.address == karim.address)
        for (name, isProof) in [("Karim Haddad", true), ("Inès Rolland", false)] {
            var mail = try DeskWorld.mail(from: try StaffWorld.address(of: name).text)
            mail.references = letter.references + [letter.id]
            let reading = Reading(
                mail,
                mailbox: house.mailboxes[0],
                house: house,
                key: DeskWorld.key
            )
            let verdict = reading.staffVerdict(
                on: file.ticket.number,
                at: DeskWorld.monday,
                key: DeskWorld.key
            )
            #expect((verdict.person != nil) == isProof)
        }
    }
}
