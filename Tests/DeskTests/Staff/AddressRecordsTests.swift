// What the right of access brings: the data themselves, not a list of them, as far as one letter
// holds them.

import Foundation
import Testing

@testable import Desk

@Suite("The right of access")
struct AddressRecordsTests {
    private let calendar: CompanyCalendar

    init() throws { calendar = try DeskWorld.house().company.calendar }

    private func records() throws -> (EmailAddress, AddressRecords) {
        let address = try DeskWorld.address("a.roy@client.example")
        let ticket = try #require(TicketNumber("SAV-2026-000014"))
        var records = AddressRecords()
        // The store gives the latest first.
        records.mails = [
            .init(
                at: DeskWorld.monday.addingTimeInterval(7_200),
                subject: "Photos : hall/cave",
                ticket: ticket,
                id: MailID(9),
                size: 6_000_000
            ),
            .init(at: DeskWorld.monday, subject: "", ticket: nil, id: MailID(4), size: 900),
        ]
        records.letters = [
            .init(
                at: DeskWorld.monday.addingTimeInterval(3_600),
                subject: "Accusé de réception",
                ticket: ticket,
                id: OutboxID(4)
            )
        ]
        records.notes = [
            .init(
                at: DeskWorld.monday,
                author: try DeskWorld.address("karim.haddad@mileo.example"),
                text: "Rappeler\nle soir",
                ticket: ticket
            )
        ]
        return (address, records)
    }

    @Test("brings the words of mails and letters in their order, and the mails as they came")
    func copy() throws {
        let (address, records) = try records()
        let copy = records.copy(
            about: address,
            calendar: calendar,
            bytesMaximum: 10_000_000
        )
        let words = copy.files.filter(\.isWords)
        #expect(words.map(\.mail) == [MailID(4), MailID(4), MailID(9)])
        #expect(words.map(\.letter) == [nil, OutboxID(4), nil])
        #expect(Set(words.map(\.name)) == ["donnees a.roy@client.example.txt"])
        let whole = copy.files.filter(\.isWhole)
        #expect(whole.map(\.mail) == [MailID(9), MailID(4)])
        #expect(whole[0].name.hasSuffix(" SAV-2026-000014 Photos - hall-cave (9).eml"))
        #expect(whole[1].name.hasSuffix(" sans objet (4).eml"))
        // It is kept with the letter and read back as it was.
        #expect(Enclosure.all(in: Enclosure.text(of: copy.files)) == copy.files)
    }

    @Test("names the mails for which the letter has no room")
    func leftOut() throws {
        let (address, records) = try records()
        let copy = records.copy(about: address, calendar: calendar, bytesMaximum: 5_000_000)
        #expect(copy.files.filter(\.isWhole).map(\.mail) == [MailID(4)])
        let words = records.words(about: copy, calendar: calendar, isByMail: true)
        #expect(words.contains("(1 sur 2)"))
        #expect(words.contains("« Photos : hall/cave »"))
        #expect(words.contains("due dans le mois"))
    }

    @Test("lists the internal notes too, and sends nothing from the shell")
    func notes() throws {
        let (address, records) = try records()
        let text = records.text(about: address, calendar: calendar)
        #expect(text.contains("karim.haddad@mileo.example (SAV-2026-000014) : Rappeler / le soir"))
        let copy = AddressRecords.Copy()
        let words = records.words(about: copy, calendar: calendar, isByMail: false)
        #expect(words.contains("demandé par mail"))
        #expect(!words.contains("Joints"))
    }

    @Test("says of an unknown address that nothing is kept, and no more")
    func unknown() throws {
        let address = try DeskWorld.address("z@inconnu.example")
        let records = AddressRecords()
        let copy = records.copy(about: address, calendar: calendar, bytesMaximum: 100)
        #expect(copy.files.isEmpty)
        #expect(records.words(about: copy, calendar: calendar, isByMail: true).isEmpty)
        let text = records.text(about: address, calendar: calendar)
        #expect(text == "Rien n’est conservé sur z@inconnu.example.")
    }
}
