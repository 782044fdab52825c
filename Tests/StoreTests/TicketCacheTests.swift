// Invariant 3: the row of a ticket is a cache of the fold over its events, never anything else.

import Desk
import Foundation
import Store
import Testing

@Suite("The row of a ticket")
struct TicketCacheTests {
    @Test("is what its events add up to, whatever happens", arguments: 1...20)
    func equalsFold(_ seed: UInt64) throws {
        let place = try Workplace()
        let number = try place.openTicket(1)
        var chance = Sequence(seed: seed)
        for uid in 2...30 as ClosedRange<UInt32> {
            let mail = try place.keep(uid)
            var plan = Sample.joining(number, with: mail.id)
            plan.events = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
                let age = Double(Int.random(in: -1_000_000...1_000_000, using: &chance)) / 1_000
                let moment = Sample.now.addingTimeInterval(age)
                return TicketEvent(at: moment, Self.fact(mail.id, &chance))
            }
            try place.file(plan)
        }
        let reader = try place.reader()
        let dossier = try #require(try reader.dossier(number))
        #expect(try reader.tickets() == [dossier.ticket])
        #expect(try reader.problems(thorough: true) == [])
    }

    private static func fact(_ mail: MailID, _ chance: inout Sequence) -> TicketFact {
        let people = ["a@x.example", "B@x.example", "b@X.example", "c@x.example"]
        let person = Sample.address(people[Int.random(in: 0..<people.count, using: &chance)])
        let letter = Sample.id("l\(Int.random(in: 0...9, using: &chance))@mileo.example")
        return switch Int.random(in: 0..<9, using: &chance) {
        case 0:
            .classified(
                criticality: Criticality.allCases.randomElement(using: &chance),
                urgent: Bool.random(using: &chance),
                reason: "règle « x »"
            )
        case 1: .assigned(person, reason: "")
        case 2: .joined(mail, from: person)
        case 3: .noted(mail, reason: "a\u{1F}b")
        case 4: .letterQueued(.followUpReceipt, letter)
        case 5: .letterNotDue(mail, reason: "")
        case 6: .letterSent(letter)
        case 7: .letterFailed(letter, reason: "550")
        default: .moved(TicketState.allCases.randomElement(using: &chance) ?? .open, reason: "")
        }
    }

    /// Chance from a seed (SplitMix64).
    private struct Sequence: RandomNumberGenerator {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
