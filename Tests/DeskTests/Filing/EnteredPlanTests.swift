// What a colleague enters for a client: the letter of a call repeats what was noted, nobody is told
// of a mailbox that he never wrote to, and what was written weeks ago begins now.

import Foundation
import Testing

@testable import Desk

@Suite("Requests that colleagues enter")
struct EnteredPlanTests {
    private func planned(
        _ channel: EntryChannel?,
        text: String,
        nature: Nature? = nil
    ) throws -> FilingPlan {
        var file = try DeskWorld.file(DeskWorld.mail(text: text), nature: nature)
        let karim = try StaffWorld.address(of: "Karim Haddad")
        file.entry = channel.map { EnteredRequest($0, by: karim) }
        let number = try DeskWorld.number(5, prefix: file.destination.prefix)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    private func noted(_ letter: Letter?) -> [String] {
        guard case .list(let rows)? = letter?.values["verbatim"] else { return [] }
        return rows.compactMap { row in if case .text(let text) = row { text } else { nil } }
    }

    @Test("A call is confirmed with what was noted of it; a mail is not repeated")
    func repeats() throws {
        let text = "La barrière du quai ne se lève plus.\nMme Roy rappelle demain."
        let call = try planned(.phone, text: text)
        #expect(call.letters.first?.kind == .savAcknowledgement)
        #expect(noted(call.letters.first) == text.split(separator: "\n").map(String.init))
        #expect(call.letters.first?.values["noted"] == .flag(true))
        let mail = try planned(nil, text: text)
        #expect(noted(mail.letters.first).isEmpty)
        #expect(mail.letters.first?.values["noted"] == .flag(false))
    }

    @Test("A call is answered as a call, and to the client by the name that the registry has")
    func call() throws {
        var mail = try DeskWorld.mail(text: "La barrière ne se lève plus.")
        let person = NamedAddress(try DeskWorld.address("z.blin@client.example"), name: "Zoé Blin")
        mail.from = NamedAddress(person.address)
        var file = try DeskWorld.file(mail)
        file.entry = EnteredRequest(.phone, by: try StaffWorld.address(of: "Karim Haddad"))
        var client = Client(try #require(ClientName("Quai Blin")))
        client.people = [person]
        file.answer.client = client
        let number = try DeskWorld.number(5)
        let plan = plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
        let letter = try #require(plan.letters.first)
        #expect(letter.to == person)
        #expect(letter.values["isByPhone"] == .flag(true))
        #expect(Ticket(folding: plan.events)?.opening.requester == person)
    }

    @Test("Whose mail was passed on has written to no wrong mailbox")
    func mailbox() throws {
        let text = "Nous déposons une réclamation : deux visites manquées."
        #expect(
            try planned(.forward, text: text, nature: .complaint).letters.first?.kind
                == .complaintAcknowledgement
        )
        #expect(
            try planned(nil, text: text, nature: .complaint).letters.first?.kind == .wrongMailbox
        )
    }

    // What filing a colleague's forward comes to, on a Monday at ten.
    private func passedOn(
        writtenOn date: String,
        at now: Date = DeskWorld.monday
    ) throws -> (plan: FilingPlan, isEarlier: Bool) {
        let house = try StaffWorld.house()
        var mail = try DeskWorld.mail(
            from: "karim.haddad@mileo.example",
            subject: "TR : Barrière bloquée",
            text: """
                ---------- Message transféré ---------
                De : Luc Caron <l.caron@caron-fret.example>
                Date : \(date)
                Objet : Barrière bloquée
                À : Karim Haddad <karim.haddad@mileo.example>

                Bonjour Karim,
                la barrière du quai ne se lève plus du tout.
                """
        )
        mail.headers = [DeskWorld.authenticated]
        let mailbox = house.mailboxes[0]
        let reading = Reading(mail, mailbox: mailbox, house: house, key: DeskWorld.key)
        let behalf = try #require(
            OnBehalf(reading, mail: MailID(7), at: now, key: DeskWorld.key)
        )
        var file = try DeskWorld.file(mail)
        file.reading = Reading(behalf.message, mailbox: mailbox, house: house, key: DeskWorld.key)
        file.classification = classify(file.reading)
        file.identified = identify(file.reading, answer: file.answer)
        file.behalf = behalf
        file.entry = behalf.entry
        let number = try DeskWorld.number(5)
        let plan = plan(file, number: number, now: now, key: DeskWorld.key)
        return (plan, behalf.writtenAt.map { $0 < now } == true)
    }

    // What the clocks bring about a second later.
    private func due(after plan: FilingPlan) throws -> [LetterKind] {
        let house = try StaffWorld.house()
        let opened = try #require(ClockedTicket(events: plan.events).file(in: house))
        let naming = letterNaming(
            about: try DeskWorld.number(5),
            domain: "mileo.example",
            key: DeskWorld.key
        )
        return DeskTests.due(opened, at: DeskWorld.monday + 1, name: naming).letters.map(\.kind)
    }

    @Test(
        "What was written weeks ago begins with its filing: nothing is broken at once",
        arguments: ["ven. 11 sept. 2026 à 16:12", "lun. 28 sept. 2026 à 09:00"]
    )
    func beginsNow(date: String) throws {
        let (plan, isEarlier) = try passedOn(writtenOn: date)
        #expect(isEarlier)
        #expect(plan.letters.filter { $0.kind.isForClient }.map(\.kind) == [.savAcknowledgement])
        #expect(plan.events.first?.at == DeskWorld.monday)
        #expect(plan.letters.first?.values["isPassedOn"] == .flag(false))
        #expect(try due(after: plan).isEmpty)
    }

    @Test("A forward whose promise is over gets one letter: it acknowledges and apologises")
    func apologisesOnce() throws {
        let (plan, _) = try passedOn(writtenOn: "ven. 2 oct. 2026 à 11:00")
        let letters = plan.letters.filter { $0.kind.isForClient }
        #expect(letters.map(\.kind) == [.savAcknowledgement])
        let values = try #require(letters.first).values
        #expect(values["isPassedOn"] == .flag(true) && values["isLate"] == .flag(true))
        #expect("\(values["date"] ?? .text(""))".contains("2 octobre 2026"))
        #expect("\(values["promises"] ?? .text(""))".contains("la première réponse"))
        let later = try due(after: plan)
        #expect(!later.contains(.breach), "the client has been told already")
        #expect(later.contains(.breachReport), "the manager is told")
    }

    @Test("A forward that is still in time says from when its delays count")
    func countsFromTheWriting() throws {
        let (plan, _) = try passedOn(writtenOn: "lun. 5 oct. 2026 à 09:30")
        let values = try #require(plan.letters.first { $0.kind.isForClient }).values
        #expect(values["isPassedOn"] == .flag(true) && values["isLate"] == .flag(false))
        #expect(try due(after: plan).contains(.breach) == false)
    }

    @Test(
        "The hours of which its letter speaks are those of the writing, not of the passing on",
        arguments: [
            // Passed on that Monday at eight in the evening; then, written on the Sunday, at ten.
            ("lun. 5 oct. 2026 à 09:30", 36_000.0, false),
            ("dim. 4 oct. 2026 à 18:30", 0, true),
        ]
    )
    func hoursOfTheWriting(date: String, later: TimeInterval, isOutside: Bool) throws {
        let (plan, _) = try passedOn(writtenOn: date, at: DeskWorld.monday + later)
        let values = try #require(plan.letters.first { $0.kind.isForClient }).values
        #expect(values["isPassedOn"] == .flag(true))
        #expect(values["outOfHours"] == .flag(isOutside))
    }
}
