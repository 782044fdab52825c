// Whoever gets a dossier by a colleague's command has it in his mail at once.

import Foundation
import Testing

@testable import Desk

@Suite("A new handler is told of the dossier at once")
struct HandlerNoticeTests {
    private let house: HouseSettings
    private let now = DeskWorld.monday.addingTimeInterval(3600)

    init() throws { house = try StaffWorld.house() }

    /// The notifications that a command brings about, and the facts that go with them.
    private func told(
        _ text: String,
        by name: String = "Karim Haddad",
        _ procedure: Procedure = .sav,
        _ facts: [TicketFact] = []
    ) throws -> (letters: [Letter], further: FurtherEffects) {
        let opened = try DeskWorld.openedEvent(procedure)
        let events =
            [opened] + facts.map { TicketEvent(at: DeskWorld.monday.addingTimeInterval(60), $0) }
        let file = try #require(ClockedTicket(events: events).file(in: house))
        let person = try #require(house.company.staff.first { $0.name == name })
        let number = file.ticket.number
        let naming = letterNaming(about: number, domain: "mileo.example", key: DeskWorld.key)
        let read = CommandParser(company: house.company, at: now).read([text])
        guard case .commands(let commands) = read else {
            Issue.record("\(read)")
            return ([], FurtherEffects())
        }
        let order = StaffOrder(
            person: person,
            proof: .dmarc,
            commands: commands,
            cause: "staff.9",
            code: "0a1b2c3d"
        )
        var knowledge = StaffKnowledge()
        knowledge.mailboxes = house.mailboxes
        for mailbox in house.mailboxes {
            knowledge.numbers[mailbox.name] = try DeskWorld.number(50, prefix: mailbox.prefix)
        }
        knowledge.exchanges = [
            StaffNotification.Exchange(
                mail: MailID(12),
                at: now,
                author: NamedAddress(try DeskWorld.address("a.roy@client.example"), name: "A. Roy"),
                text: "Le portail ne ferme plus."
            )
        ]
        let plan = carryOut(order, on: file, knowing: knowledge, at: now, name: naming)
        #expect(!plan.isRefused, "\(plan.transcript.entries)")
        var further = plan.further
        let letters = further.writeLetters(of: house, key: DeskWorld.key, at: now)
        return (letters.filter { $0.kind == .notification }, further)
    }

    private func bearsDraft(_ letter: Letter) -> Bool {
        guard case .group(let notice)? = letter.values["notice"] else { return false }
        return notice["hasDraft"] == .flag(true)
    }

    @Test("#assigner tells the new handler what the client wrote, and nobody else")
    func tellsTheNewHandler() throws {
        let told = try told("#assigner Inès")
        #expect(told.letters.map(\.to.address.text) == ["ines.rolland@mileo.example"])
        #expect(
            told.letters.first?.values["verbatim"] == .list([.text("Le portail ne ferme plus.")])
        )
        // The dossier knows that the letter is on its way.
        #expect(told.further.tickets.flatMap(\.events).count == 1)
    }

    @Test("Nobody is told of what he did himself")
    func isSilent() throws {
        #expect(try told("#prendre").letters.isEmpty)
        #expect(try told("#assigner Karim").letters.isEmpty)
    }

    @Test("#rendre tells the team that the dossier is theirs again")
    func tellsTheTeam() throws {
        let karim = try StaffWorld.address(of: "Karim Haddad")
        let told = try told("#rendre", .sav, [.assigned(karim, reason: "by test")])
        #expect(
            Set(told.letters.map(\.to.address.text)) == [
                "ines.rolland@mileo.example", "paul.vernet@mileo.example",
            ]
        )
    }

    @Test("#réclamation tells the designated handler, with the draft of the acknowledgement")
    func tellsOfTheComplaint() throws {
        let told = try told("#réclamation il se plaint du retard")
        let letter = try #require(told.letters.first)
        #expect(told.letters.count == 1)
        #expect(letter.ticket == (try DeskWorld.number(50, prefix: "REC")))
        #expect(bearsDraft(letter))
        let facts = told.further.tickets.first { $0.number == letter.ticket }?.events ?? []
        #expect(facts.contains { $0.fact == .promise(.draftLaid(before: letter.to.address)) })
    }

    @Test("#assigner hands the draft of a complaint to its new handler")
    func handsTheDraftOn() throws {
        let lea = try StaffWorld.address(of: "Léa Martin")
        let told = try told("#assigner Hugo", .complaint, [.assigned(lea, reason: "in turn")])
        #expect(told.letters.map(\.to.address.text) == ["hugo.besnard@mileo.example"])
        #expect(bearsDraft(try #require(told.letters.first)))
    }

    @Test("#sav tells the team of the request")
    func tellsOfTheRequest() throws {
        let told = try told("#sav une panne, en fait", by: "Léa Martin", .complaint)
        #expect(
            Set(told.letters.map(\.to.address.text)) == [
                "karim.haddad@mileo.example", "ines.rolland@mileo.example",
                "paul.vernet@mileo.example",
            ]
        )
    }
}
