// Bad input, row by row: what is forged, flooded or disguised ends on no old ticket and shows
// nothing of it; a client file with a mistake says where, and imports nothing.

import Foundation
import Testing

@testable import Desk

@Suite("Bad input")
struct BadInputTests {
    /// A mail that tries to reach a ticket which is not its sender's.
    enum Attempt: String, CaseIterable, Sendable {
        case hundredNumbersInOneSubject
        case referencesToAHundredTickets
        case ownMailOfTheVictimAsReference
        case forgedIDs
        case homoglyphSender
        case numberOfAStranger
        case wrongCheckDigit
    }

    private static let secret = "Coffre de la bijouterie"

    private func mails(
        of attempt: Attempt,
        letter: MessageID,
        number: TicketNumber
    ) throws
        -> [InboundMessage]
    {
        func mail(
            _ subject: String,
            from: String = "x.noir@other.example",
            _ ids: [MessageID] = []
        )
            throws -> InboundMessage
        {
            try DeskWorld.mail(
                from: from,
                subject: subject,
                text: "Bonjour, où en est ce dossier ? Le code a-t-il changé depuis la visite ?",
                id: "bad@other.example",
                references: ids
            )
        }
        switch attempt {
        case .hundredNumbersInOneSubject:
            let numbers = try (1...100).map { try DeskWorld.number($0).text }
            return [try mail(numbers.joined(separator: " "))]
        case .referencesToAHundredTickets:
            let ids = try (1...100).map { try #require(MessageID("\($0)@client.example")) }
            return [try mail("Suite", ids + [try #require(MessageID("first@client.example"))])]
        case .ownMailOfTheVictimAsReference:
            return [try mail("Re: suite", [try #require(MessageID("first@client.example"))])]
        case .forgedIDs:
            let bytes = Array(letter.text.utf8)
            return try bytes.indices.flatMap { place in
                try (0..<8).compactMap { bit in
                    var forged = bytes
                    forged[place] ^= 1 << UInt8(bit)
                    let text = String(decoding: forged, as: UTF8.self)
                    guard text.lowercased() != letter.text, let id = MessageID(text) else {
                        return nil
                    }
                    return try mail("Re: suite", [id])
                }
            }
        case .homoglyphSender:
            return try ["a.roy@cl1ent.example", "a.roy@сlient.example", "a.roy@clıent.example"]
                .map { try mail("Re: [\(number.text)] suite", from: $0, []) }
        case .numberOfAStranger:
            return [try mail("Re: [\(number.text)] suite")]
        case .wrongCheckDigit:
            let last = Int(String(number.text.suffix(1))) ?? 0
            let text = String(number.text.dropLast()) + String((last + 1) % 10)
            return [try mail("Re: [\(text)] suite", from: "a.roy@client.example")]
        }
    }

    @Test("joins no ticket, changes none and shows nothing of any", arguments: Attempt.allCases)
    func mails(attempt: Attempt) throws {
        var ledger = SmallLedger(house: try DeskWorld.house())
        let first = try ledger.file(
            DeskWorld.mail(subject: Self.secret, id: "first@client.example"),
            at: DeskWorld.monday
        )
        let number = try #require(first.ticket)
        let letter = try #require(first.letters.first?.id)
        let before = ledger.tickets[number]
        var now = DeskWorld.monday
        for mail in try mails(of: attempt, letter: letter, number: number) {
            now += 7_200
            let plan = try ledger.file(mail, at: now)
            #expect(plan.disposition == .file, "\(attempt): \(plan.reason)")
            #expect(plan.ticket != number, "\(attempt)")
            let links = plan.events.filter { if case .linked = $0.fact { true } else { false } }
            #expect(links.count <= Identified.linksMaximum)
            for sent in plan.letters {
                #expect(!"\(sent.values)".contains(Self.secret), "\(attempt)")
                #expect(sent.ticket == plan.ticket)
            }
        }
        #expect(ledger.tickets[number] == before, "\(attempt)")
    }

    @Test(
        "a client file with a mistake names the line, and nothing of it is imported",
        arguments: [
            ("companie;domains\nRoy;roy.example\n", "1: "),
            ("domains;contract\nroy.example;Premium\n", "no column “company”"),
            ("company;company;domains\nRoy;Roy;roy.example\n", "two columns are “company”"),
            ("company;domains\nRoy;roy.example\nRoy;autre.example\n", "3: the company “Roy”"),
            ("company;domains\nRoy;roy.example\nPetit;roy.example\n", "3: the domain roy.example"),
            (
                "company;domains;contract\nRoy;roy.example;Premium\nPetit;petit.example;Or\n",
                "3: "
            ),
            ("company;domains\nRoy;roy.example\n;petit.example\n", "3: the company’s name"),
            ("company;domains\nRoy;roy.example;trop\n", "2: "),
            ("company;domains\nBon;bon.example\n\"Roy;roy.example\n", "3: "),
        ]
    )
    func clientFiles(text: String, complaint: String) throws {
        let file = ClientFile(Array(text.utf8), house: try DeskWorld.house())
        let plan = ClientImport(file, registry: [])
        let found = plan.problems.map { "\($0.line): \($0.sentence)" }
        #expect(found.contains { $0.contains(complaint) }, "\(found)")
        #expect(plan.changes.isEmpty)
    }
}
