// Commands that reach beyond one dossier: merging, splitting, changing the procedure, attaching to
// a client; and the lists.

import Foundation
import Testing

@testable import Desk

@Suite("Commands about whole dossiers")
struct DossierOrderTests {
    /// A dossier with what the store would know.
    private struct Desk {
        let house: HouseSettings
        var events: [TicketEvent]
        var knowledge = StaffKnowledge()
        var now = DeskWorld.monday.addingTimeInterval(3600)

        init(_ procedure: Procedure = .sav, _ facts: [TicketFact] = []) throws {
            house = try StaffWorld.house()
            events = [try DeskWorld.openedEvent(procedure)]
            for fact in facts {
                events.append(TicketEvent(at: DeskWorld.monday.addingTimeInterval(60), fact))
            }
            knowledge.mailboxes = house.mailboxes
            for mailbox in house.mailboxes {
                knowledge.numbers[mailbox.name] = try DeskWorld.number(50, prefix: mailbox.prefix)
            }
        }

        func file() throws -> ProcedureCase {
            try #require(ClockedTicket(events: events).file(in: house))
        }

        func plan(_ text: String, by name: String = "Karim Haddad") throws -> StaffPlan {
            let person = try #require(house.company.staff.first { $0.name == name })
            let parts = StaffText(of: text)
            let file = try file()
            let naming = letterNaming(
                about: file.ticket.number,
                domain: "mileo.example",
                key: DeskWorld.key
            )
            switch CommandParser(company: house.company, at: now).read(parts.commandLines) {
            case .problems(let problems):
                return StaffPlan(transcript: Transcript(refusing: problems))
            case .commands(let commands):
                let order = StaffOrder(
                    person: person,
                    proof: .dmarc,
                    commands: commands,
                    message: parts.message,
                    cause: "staff.9",
                    replyID: naming(.answer, "staff.9"),
                    code: "0a1b2c3d"
                )
                return carryOut(order, on: file, knowing: knowledge, at: now, name: naming)
            }
        }

        func told(_ plan: StaffPlan) -> String {
            plan.transcript.text(in: house.company.calendar)
        }

        /// Another dossier, of the same client or of another.
        mutating func add(
            _ number: TicketNumber,
            requester: String = "a.roy@client.example",
            _ facts: [TicketFact] = []
        ) throws {
            let opened = try DeskWorld.openedEvent(.sav)
            guard case .opened(var opening) = opened.fact else { return }
            opening.number = number
            opening.requester = NamedAddress(try DeskWorld.address(requester))
            let events = ([.opened(opening)] + facts).map { TicketEvent(at: opened.at, $0) }
            knowledge.tickets[number] = Ticket(folding: events)
        }

        /// A further mail of the client.
        mutating func hear(_ subject: String, text: String = "Le portail grince aussi.") throws {
            let mail = try DeskWorld.mail(subject: subject, text: text)
            let reading = Reading(
                mail,
                mailbox: house.mailboxes[0],
                house: house,
                key: DeskWorld.key
            )
            let at = DeskWorld.monday.addingTimeInterval(1_800)
            let author = try DeskWorld.address("a.roy@client.example")
            events.append(TicketEvent(at: at, .joined(MailID(12), from: author)))
            knowledge.latest = LatestMail(mail: MailID(12), receivedAt: at, reading: reading)
        }
    }

    private func kinds(_ events: [TicketEvent]) -> [String] {
        events.map { FactRecord($0.fact).kind }
    }

    @Test("#fusionner closes the dossier and lets the other go on for both")
    func merges() throws {
        var desk = try Desk()
        let other = try DeskWorld.number(7)
        try desk.add(other)
        let plan = try desk.plan("#fusionner \(other.text)\n#critique porte HS")
        #expect(kinds(plan.events) == ["staff-acted", "classified", "merged", "moved"])
        #expect(plan.further.tickets.map(\.number) == [other])
        // What was set beside it holds for the dossier that goes on.
        #expect(kinds(plan.further.tickets[0].events) == ["absorbed", "classified"])
        #expect(plan.transcript.code != nil)
        #expect(desk.told(plan).contains("Réuni à \(other.text)"))
    }

    @Test(
        "What cannot be merged is refused, saying why",
        arguments: [
            ("SAV-2026-00999-?", "a.roy@client.example", "n’existe pas"),
            ("", "b.dubois@autre.example", "n’ont personne en commun"),
        ]
    )
    func refusesMerging(missing: String, requester: String, expected: String) throws {
        var desk = try Desk()
        let other = try DeskWorld.number(7)
        if missing.isEmpty { try desk.add(other, requester: requester) }
        let plan = try desk.plan("#prendre\n#fusionner \(other.text)")
        #expect(plan.isRefused && plan.events.isEmpty && plan.further.isEmpty)
        #expect(desk.told(plan).contains(expected), "\(desk.told(plan))")
    }

    @Test("#fusionner with itself, with a merged one, or with the other procedure is refused")
    func refusesOddMerging() throws {
        var desk = try Desk()
        let own = try desk.file().ticket.number
        #expect(desk.told(try desk.plan("#fusionner \(own.text)")).contains("lui-même"))
        let gone = try DeskWorld.number(8)
        try desk.add(gone, [.merged(into: own)])
        #expect(desk.told(try desk.plan("#fusionner \(gone.text)")).contains("déjà réuni"))
        var complaint = try Desk(.complaint)
        try complaint.add(gone)
        let told = complaint.told(try complaint.plan("#fusionner \(gone.text)", by: "Léa Martin"))
        #expect(told.contains("deux procédures"))
    }

    @Test("#séparer makes the client’s last mail a dossier of its own")
    func splits() throws {
        var desk = try Desk()
        #expect(desk.told(try desk.plan("#séparer")).contains("rien à séparer"))
        try desk.hear("Portail")
        let plan = try desk.plan("#séparer\n#prendre")
        #expect(kinds(plan.events) == ["staff-acted", "split-off", "assigned"])
        let new = try #require(plan.further.tickets.first)
        #expect(new.number.sequence == 50)
        let ticket = try #require(Ticket(folding: new.events))
        #expect(ticket.opening.mail == MailID(12))
        #expect(ticket.opening.subject == "Portail")
        #expect(desk.told(plan).contains(new.number.text))
        #expect(plan.transcript.code != nil)
        // The client gets the new number, in answer to his mail, and no promise of that is broken.
        var further = plan.further
        let letters = further.writeLetters(of: desk.house, key: DeskWorld.key, at: desk.now)
        let letter = try #require(letters.first { $0.kind == .savAcknowledgement })
        #expect(letter.ticket == new.number)
        #expect(letter.to.address.text == "a.roy@client.example")
        #expect(letter.inReplyTo == desk.knowledge.latest?.reading.message.id)
    }

    @Test("#réclamation lets the dossier go on as a complaint, with a handler and its delays")
    func becomesComplaint() throws {
        var desk = try Desk(.sav, [.classified(criticality: .critical, urgent: false, reason: "")])
        try desk.hear("Inadmissible")
        let plan = try desk.plan("#réclamation il exige un geste")
        #expect(kinds(plan.events) == ["staff-acted", "merged", "moved"])
        let new = try #require(plan.further.tickets.first)
        let ticket = try #require(Ticket(folding: new.events))
        #expect(ticket.number.prefix == "REC")
        #expect(ticket.opening.procedure == .complaint)
        #expect(ticket.opening.mailbox.text == "reclamations")
        #expect(ticket.isUrgent && ticket.criticality == nil)
        #expect(ticket.handler != nil)
        // The clocks count from when the client said it.
        #expect(ticket.openedAt == DeskWorld.monday.addingTimeInterval(1_800))
        var further = plan.further
        let letters = further.writeLetters(of: desk.house, key: DeskWorld.key, at: desk.now)
        let forClient = letters.filter(\.kind.isForClient)
        #expect(forClient.map(\.kind) == [.complaintAcknowledgement])
        // Its handler learns of it in the same moment, with the draft of his acknowledgement.
        #expect(letters.filter { $0.kind == .notification }.map(\.to.address) == [ticket.handler])
        #expect(letters.first?.to.address.text == "a.roy@client.example")
        #expect(letters.first?.from.address.text == "reclamations@mileo.example")
        #expect(letters.first?.ticket == ticket.number)
        #expect(kinds(further.tickets[0].events).suffix(2) == ["letter-queued", "draft-laid"])
        #expect(desk.told(plan).contains(ticket.number.text))
    }

    @Test("#sav lets a complaint go on as a request, as bad as it was")
    func becomesRequest() throws {
        let desk = try Desk(.complaint, [.classified(criticality: nil, urgent: true, reason: "")])
        let plan = try desk.plan("#sav simple panne", by: "Léa Martin")
        let ticket = try #require(plan.further.tickets.first.flatMap { Ticket(folding: $0.events) })
        #expect(ticket.number.prefix == "SAV")
        #expect(ticket.criticality == .critical && !ticket.isUrgent)
        #expect(desk.told(try desk.plan("#réclamation", by: "Léa Martin")).contains("suit déjà"))
        let closed = try Desk(.sav, [.moved(.closed, reason: "")])
        #expect(closed.told(try closed.plan("#réclamation")).contains("#rouvrir"))
    }

    @Test("#client attaches the requester’s address, and the contract follows")
    func attaches() throws {
        var desk = try Desk()
        var client = Client(try #require(ClientName("Résidence des Tilleuls")))
        client.contract = .premium
        desk.knowledge.clients["tilleuls"] = .client(client)
        let plan = try desk.plan("#client tilleuls")
        #expect(kinds(plan.events) == ["staff-acted", "recognised"])
        #expect(plan.further.attachments.map(\.client) == [client.name])
        #expect(plan.further.attachments.map(\.address.text) == ["a.roy@client.example"])
        #expect(desk.told(plan).contains("contrat Premium"))
        desk.knowledge.clients["tileul"] = .nobody(near: "Résidence des Tilleuls")
        #expect(desk.told(try desk.plan("#client tileul")).contains("Vouliez-vous dire"))
        desk.knowledge.owner = ClientName("Autre Société")
        #expect(desk.told(try desk.plan("#client tilleuls")).contains("corrigez l’export"))
    }

    @Test("#copie shows the letters as the client has them")
    func copies() throws {
        var desk = try Desk()
        #expect(desk.told(try desk.plan("#copie")).contains("encore rien reçu"))
        desk.knowledge.copies = [
            SentCopy(
                at: DeskWorld.monday,
                recipient: try DeskWorld.address("a.roy@client.example"),
                state: .sent,
                subject: "[SAV] Caméra",
                text: "Bonjour,\n\nNous venons."
            )
        ]
        let told = desk.told(try desk.plan("#copie"))
        #expect(
            told.contains("à a.roy@client.example : [SAV] Caméra\n| Bonjour,\n| \n| Nous venons.")
        )
    }

    @Test("#mes-tickets lists one’s own dossiers, #retards what is late or due within a day")
    func lists() throws {
        let karim = try StaffWorld.address(of: "Karim Haddad")
        var desk = try Desk(
            .sav,
            [
                .classified(criticality: .standard, urgent: false, reason: ""),
                .assigned(karim, reason: ""),
            ]
        )
        desk.knowledge.cases = [try desk.file()]
        let number = try desk.file().ticket.number.text
        desk.now = DeskWorld.monday.addingTimeInterval(3 * 3_600)
        let own = desk.told(try desk.plan("#mes-tickets"))
        #expect(own.contains("Vos dossiers (1 dossier ouvert)") && own.contains(number))
        let others = desk.told(try desk.plan("#mes-tickets", by: "Inès Rolland"))
        #expect(others.contains("Aucun dossier ouvert"))
        let soon = desk.told(try desk.plan("#retards"))
        #expect(soon.contains("d’ici demain (1)") && soon.contains("confié à Karim Haddad"))
        desk.now = DeskWorld.monday.addingTimeInterval(86_400 * 3)
        #expect(desk.told(try desk.plan("#retards")).contains("(en retard)"))
    }

    @Test(
        "Commands that contradict each other are refused together",
        arguments: [
            "#fusionner \(TicketNumber.sample)\n#clore fini", "#réclamation\n#sav",
            "#fusionner \(TicketNumber.sample)\n#réclamation", "#réclamation\n#séparer",
        ]
    )
    func contradicts(text: String) throws {
        let desk = try Desk()
        let plan = try desk.plan(text)
        #expect(plan.isRefused)
        #expect(desk.told(plan).contains("contredit"))
    }
}
