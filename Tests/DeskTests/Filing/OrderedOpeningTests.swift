// A colleague's commands above a client's mail, or under #ouvrir, are part of the same mail: the
// letters of that mail tell of the class and the handler that they set.

import Foundation
import Testing

@testable import Desk

@Suite("Letters of a mail that a colleague has entered with commands")
struct OrderedOpeningTests {
    enum Way: String, CaseIterable { case forward, call }

    private static let fault = "l’interphone du hall B est muet, les autres marchent."

    // What a mail of Karim's comes to, on a Monday at ten.
    private func planned(
        _ commands: String,
        by way: Way,
        said: String = fault,
        to place: Int = 0
    ) throws -> FilingPlan {
        var house = try StaffWorld.house()
        house.company.contracts[.premium] = ContractTerms(
            firstAnswer: try #require(Delay(1, .businessHours)),
            hasDuty: true
        )
        let text =
            switch way {
            case .forward:
                """
                \(commands)

                De : Luc Caron <l.caron@caron-fret.example>
                Envoyé : lundi 5 octobre 2026 09:58
                À : Karim Haddad <karim.haddad@mileo.example>
                Objet : Interphone muet

                Bonjour Karim,
                \(said)
                """
            case .call: "#ouvrir l.caron@caron-fret.example Interphone\n\(commands)\n\n\(said)\n"
            }
        var mail = try DeskWorld.mail(
            from: "karim.haddad@mileo.example",
            subject: "TR : Interphone muet",
            text: text
        )
        mail.headers = [DeskWorld.authenticated]
        let mailbox = house.mailboxes[place]
        let reading = Reading(mail, mailbox: mailbox, house: house, key: DeskWorld.key)
        let behalf = try #require(
            OnBehalf(reading, mail: MailID(7), at: DeskWorld.monday, key: DeskWorld.key)
        )
        #expect(behalf.entry.channel == (way == .call ? .phone : .forward))
        var file = try DeskWorld.file(mail, mailbox: place)
        file.reading = Reading(behalf.message, mailbox: mailbox, house: house, key: DeskWorld.key)
        file.classification = classify(file.reading)
        file.identified = identify(file.reading, answer: file.answer)
        var client = Client(try #require(ClientName("Caron Fret")))
        client.contract = .premium
        file.answer.client = client
        file.behalf = behalf
        file.entry = behalf.entry
        let number = try DeskWorld.number(5, prefix: mailbox.prefix)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    private func told(_ plan: FilingPlan) -> Set<String> {
        Set(plan.letters.filter { $0.kind == .notification }.map(\.to.address.localPart))
    }

    // The class that a letter names.
    private func told(of letter: Letter) -> String {
        guard case .group(let told)? = letter.values["criticality"],
            case .text(let word)? = told["word"]
        else { return "" }
        return word
    }

    // Within what a letter promises the first answer.
    private func handling(in letter: Letter) -> String {
        guard case .group(let delays)? = letter.values["delay"],
            case .text(let delay)? = delays["handling"]
        else { return "" }
        return delay
    }

    private func forClient(_ plan: FilingPlan) throws -> Letter {
        let letters = plan.letters.filter(\.kind.isForClient)
        #expect(letters.count == 1)
        return try #require(letters.first)
    }

    @Test(
        "The class of the commands is that of the acknowledgement, its delay and the notifications",
        arguments: Way.allCases,
        [
            ("#critique hall fermé, personne ne peut entrer", Criticality.critical),
            ("#informatif il demande un devis", .informational),
            ("#standard une seule porte", .standard),
        ]
    )
    func classTold(way: Way, order: (line: String, criticality: Criticality)) throws {
        let plan = try planned(order.line, by: way)
        let ticket = try #require(Ticket(folding: plan.events))
        #expect(ticket.criticality == order.criticality)
        let letter = try forClient(plan)
        #expect(told(of: letter) == order.criticality.word(in: .french))
        let isCritical = order.criticality == .critical
        let delay = Delay(1, isCritical ? .hours : .businessHours)
        #expect(letter.values["duty"] == .flag(isCritical))
        #expect(handling(in: letter) == delay?.phrase(in: .french))
        let notices = plan.letters.filter { $0.kind == .notification }
        #expect(told(plan) == ["ines.rolland", "paul.vernet"])
        for notice in notices {
            #expect(told(of: notice) == order.criticality.word(in: .french))
        }
    }

    @Test("Whoever is given the dossier is told of it, and nobody else", arguments: Way.allCases)
    func handlerTold(way: Way) throws {
        let given = try planned("#assigner Inès", by: way)
        #expect(told(given) == ["ines.rolland"])
        #expect(given.letters.filter { $0.kind == .notification }.count == 1)
        #expect(told(try planned("#prendre", by: way)).isEmpty)
    }

    @Test("The handler of a complaint is the one whom the commands name, and the client reads it")
    func complaint() throws {
        let said = "nous déposons une réclamation : deux visites manquées, aucune excuse."
        let plan = try planned("#assigner Hugo", by: .forward, said: said, to: 1)
        let hugo = try StaffWorld.address(of: "Hugo Besnard")
        let ticket = try #require(Ticket(folding: plan.events))
        #expect(ticket.opening.procedure == .complaint && ticket.handler == hugo)
        let assigned = plan.events.filter { event in
            if case .assigned = event.fact { true } else { false }
        }
        let karim = try StaffWorld.address(of: "Karim Haddad")
        #expect(assigned.map(\.fact) == [.assigned(hugo, reason: "by \(karim.text)")])
        #expect(try forClient(plan).kind == .complaintAcknowledgement)
        #expect("\(try forClient(plan).values)".contains("Hugo Besnard"))
        #expect(told(plan) == ["hugo.besnard"])
    }

    @Test("It is told how the dossier came to its class, and #annuler takes it back")
    func history() throws {
        let plan = try planned("#critique hall fermé\n#assigner Inès", by: .forward)
        let facts = plan.events.map(\.fact)
        let opened = facts.firstIndex { fact in
            if case .classified(.standard, _, _) = fact { true } else { false }
        }
        let raised = facts.firstIndex {
            $0 == .classified(criticality: .critical, urgent: false, reason: "hall fermé")
        }
        let letter = facts.firstIndex { fact in
            if case .letterQueued = fact { true } else { false }
        }
        #expect(try #require(opened) < (try #require(raised)))
        #expect(try #require(raised) < (try #require(letter)))
        var code = ""
        for case .staff(.acted(_, _, _, let own, let count)) in facts {
            #expect(count == 2)
            code = own
        }
        let person = try StaffWorld.address(of: "Karim Haddad")
        let undone = undo(code, by: person, in: plan.events, at: DeskWorld.monday + 60)
        let ticket = try #require(Ticket(folding: plan.events + undone.events))
        #expect(ticket.criticality == .standard && ticket.handler == nil)
    }

    @Test("Without commands, or where they are refused, the team is told of what the mail says")
    func unchanged() throws {
        for line in ["", "#assigner Personne", "#critiqe hall fermé"] {
            let plan = try planned(line, by: .forward)
            #expect(Ticket(folding: plan.events)?.criticality == .standard)
            #expect(told(plan) == ["ines.rolland", "paul.vernet"])
            #expect(told(of: try forClient(plan)) == "Standard")
            let facts = plan.events.map(\.fact)
            let acted = facts.firstIndex { fact in
                if case .staff(.acted) = fact { true } else { false }
            }
            let queued = facts.firstIndex { fact in
                if case .letterQueued(.notification, _) = fact { true } else { false }
            }
            #expect(try #require(queued) < (try #require(acted)))
        }
    }
}
