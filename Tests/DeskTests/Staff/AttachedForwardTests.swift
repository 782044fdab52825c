// A client's mail that a colleague attaches whole is filed as the one that is copied into his: with
// its own files, its date and its author.

import Foundation
import Testing

@testable import Desk

@Suite("A client’s mail that a colleague attaches whole")
struct AttachedForwardTests {
    private static func file(_ name: String, _ type: String = "image/jpeg") -> Desk.Attachment {
        Desk.Attachment(name: name, type: type, size: 90_000, sha256: "\(name.utf8.count)")
    }

    private func planned(_ files: [Desk.Attachment], _ own: [Desk.Attachment]) throws -> FilingPlan
    {
        let house = try StaffWorld.house()
        var mail = try DeskWorld.mail(
            from: "karim.haddad@mileo.example",
            subject: "Fwd: Lecteur muet",
            text: "Pour le SAV.\n"
        )
        mail.headers = [DeskWorld.authenticated]
        mail.attachments = files
        mail.attachedMails = [
            ForwardedMessage(
                address: try DeskWorld.address("l.caron@caron-fret.example"),
                name: "Luc Caron",
                date: DeskWorld.monday.addingTimeInterval(-7_200),
                subject: "Lecteur muet",
                text: "Bonjour,\nle lecteur du quai est muet.",
                isAttached: true,
                attachments: own
            )
        ]
        let mailbox = house.mailboxes[0]
        let reading = Reading(mail, mailbox: mailbox, house: house, key: DeskWorld.key)
        let behalf = try #require(
            OnBehalf(reading, mail: MailID(7), at: DeskWorld.monday, key: DeskWorld.key)
        )
        #expect(behalf.writtenAt == DeskWorld.monday.addingTimeInterval(-7_200))
        var file = try DeskWorld.file(mail)
        file.reading = Reading(behalf.message, mailbox: mailbox, house: house, key: DeskWorld.key)
        file.classification = classify(file.reading)
        file.identified = identify(file.reading, answer: file.answer)
        file.behalf = behalf
        file.entry = behalf.entry
        let number = try DeskWorld.number(5)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    static let containers = [
        file("Lecteur muet.eml", "message/rfc822"),
        file("Lecteur muet.eml", "application/octet-stream"),
    ]

    @Test("brings its files to the dossier and to whoever is told", arguments: containers)
    func files(container: Desk.Attachment) throws {
        let badge = Self.file("badge.jpg")
        let plan = try planned([container, badge], [Self.file("lecteur.jpg")])
        let letter = try #require(plan.letters.first { $0.kind == .notification })
        #expect(letter.enclosures.map(\.name) == ["lecteur.jpg", "badge.jpg"])
        #expect(letter.enclosures.allSatisfy { $0.mail == MailID(7) })
        let told = "\(plan.letters.last?.values["words"] ?? .text(""))"
        #expect(told.contains("L’ouverture ne s’annule pas"))
        #expect(plan.record.keywords.prefix(2) == ["lecteur.jpg", "badge.jpg"])
    }

    @Test("keeps a second mail beside it as a file")
    func second() throws {
        let plan = try planned(Self.containers, [])
        let letter = try #require(plan.letters.first { $0.kind == .notification })
        #expect(letter.enclosures.count == 1)
    }
}
