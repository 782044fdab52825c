// #annuler after #fusionner: the two dossiers are what they were, except for what happened since.

import Foundation
import Testing

@testable import Desk

@Suite("A merger is undone")
struct UndoneMergerTests {
    private static let karim = "karim.haddad@mileo.example"
    private static let later = DeskWorld.monday.addingTimeInterval(7_200)

    /// Two dossiers of a client, and the order that makes one of them.
    private struct Pair {
        var absorbed: [TicketEvent]
        var survivor: [TicketEvent]

        init(_ level: Criticality = .critical, _ facts: [TicketFact] = []) throws {
            let opened = try DeskWorld.openedEvent(.sav)
            guard case .opened(var opening) = opened.fact else { throw CancellationError() }
            opening.number = try DeskWorld.number(7)
            let other = NamedAddress(try DeskWorld.address("b.dubois@client.example"))
            absorbed = [opened, Self.classified(level, opened.at)]
            opening.requester = other
            survivor = [
                TicketEvent(at: opened.at, .opened(opening)),
                Self.classified(.standard, opened.at),
            ]
            survivor += facts.map { TicketEvent(at: opened.at, $0) }
            let one = try #require(Ticket(folding: absorbed))
            let two = try #require(Ticket(folding: survivor))
            let now = DeskWorld.monday.addingTimeInterval(3_600)
            let orders = try merge(one, into: two, at: now)
            let acted = StaffFact.acted(
                by: try DeskWorld.address(UndoneMergerTests.karim),
                proof: .dmarc,
                commands: "#fusionner",
                code: "0a1b2c3d",
                facts: orders[0].events.count
            )
            absorbed += [TicketEvent(at: now, .staff(acted))] + orders[0].events
            survivor += orders[1].events
        }

        static func classified(_ level: Criticality, _ at: Date) -> TicketEvent {
            TicketEvent(at: at, .classified(criticality: level, urgent: false, reason: ""))
        }

        var numbers: [TicketNumber] {
            [absorbed, survivor].compactMap { Ticket(folding: $0)?.number }
        }

        /// Undoes it, from the dossier that went on or from the one that ended.
        mutating func undo(fromSurvivor: Bool) throws -> UndoPlan {
            let person = try DeskWorld.address(UndoneMergerTests.karim)
            let (here, there) = fromSurvivor ? (survivor, absorbed) : (absorbed, survivor)
            let number = numbers[fromSurvivor ? 0 : 1]
            let plan = Desk.undo(
                "0a1b2c3d",
                by: person,
                in: here,
                merged: [number: there],
                at: UndoneMergerTests.later
            )
            let others = plan.others.flatMap(\.events)
            #expect(plan.others.allSatisfy { $0.number == number })
            absorbed += fromSurvivor ? others : plan.events
            survivor += fromSurvivor ? plan.events : others
            return plan
        }
    }

    @Test(
        "from either of the two: people, class and state are as before",
        arguments: [true, false]
    )
    func separates(fromSurvivor: Bool) throws {
        var pair = try Pair()
        #expect(Ticket(folding: pair.survivor)?.criticality == .critical)
        let plan = try pair.undo(fromSurvivor: fromSurvivor)
        #expect(!plan.isRefused)
        #expect(plan.results.contains { $0.contains("de nouveau deux dossiers") })
        let absorbed = try #require(Ticket(folding: pair.absorbed))
        let survivor = try #require(Ticket(folding: pair.survivor))
        #expect(absorbed.survivor == nil && absorbed.state == .new)
        #expect(survivor.participants.map(\.text) == ["b.dubois@client.example"])
        #expect(survivor.criticality == .standard)
        #expect(absorbed.impossibleEvents + survivor.impossibleEvents == 0)
        let again = try pair.undo(fromSurvivor: fromSurvivor)
        #expect(again.isRefused && again.results == ["Ce code a déjà servi."])
    }

    @Test("who has written since stays, and so do the mails, and the class that somebody has set")
    func keepsWhatCameSince() throws {
        var pair = try Pair()
        let client = try DeskWorld.address("a.roy@client.example")
        let at = DeskWorld.monday.addingTimeInterval(5_000)
        pair.survivor.append(TicketEvent(at: at, .joined(MailID(44), from: client)))
        pair.survivor.append(Pair.classified(.informational, at))
        let plan = try pair.undo(fromSurvivor: true)
        #expect(plan.results.contains { $0.hasPrefix("Le message reçu depuis reste") })
        let survivor = try #require(Ticket(folding: pair.survivor))
        #expect(survivor.participants.count == 2)
        #expect(survivor.criticality == .informational)
    }

    @Test("a dossier that the merger opened again is closed again")
    func closesAgain() throws {
        var pair = try Pair(.standard, [.moved(.closed, reason: "done")])
        #expect(Ticket(folding: pair.survivor)?.state == .open)
        _ = try pair.undo(fromSurvivor: true)
        #expect(Ticket(folding: pair.survivor)?.state == .closed)
    }

    @Test("not where the dossier that went on was merged itself: that is undone first")
    func refuses() throws {
        var pair = try Pair()
        let third = try DeskWorld.number(8)
        pair.survivor.append(TicketEvent(at: Self.later, .merged(into: third)))
        let plan = try pair.undo(fromSurvivor: false)
        #expect(plan.isRefused && plan.events.isEmpty && plan.others.isEmpty)
        #expect(plan.results.first?.contains("annulez d’abord cela") == true)
    }

    @Test("is read back as it was stored")
    func stored() throws {
        let people = [try DeskWorld.address("a.roy@client.example")]
        let fact = TicketFact.staff(
            .mergeUndone(
                try DeskWorld.number(7),
                by: try DeskWorld.address(Self.karim),
                leaving: people
            )
        )
        let record = FactRecord(fact)
        #expect(FactRecord(kind: record.kind, values: record.values).fact == fact)
    }
}
