// Our sealed Message-IDs: same cause, same name; one bit flipped, no effect.

import Testing

@testable import Desk

@Suite("KeyedMessageID")
struct KeyedMessageIDTests {
    private let domain = "mileo.example"

    @Test("is the same for the same cause and differs for every other")
    func determinism() throws {
        let names = try [
            keyed(1, .savAcknowledgement, 1), keyed(2, .savAcknowledgement, 1),
            keyed(1, .followUpReceipt, 1), keyed(1, .savAcknowledgement, 2),
        ].map { try #require($0.messageID(domain: domain, key: DeskWorld.key)) }
        #expect(Set(names).count == 4)
        let again = try keyed(1, .savAcknowledgement, 1).messageID(
            domain: domain,
            key: DeskWorld.key
        )
        #expect(again == names[0])
    }

    @Test("is read back, whatever a mail program did to its case", arguments: LetterKind.allCases)
    func roundTrip(kind: LetterKind) throws {
        let keyed = try keyed(123, kind, 9)
        let id = try #require(keyed.messageID(domain: domain, key: DeskWorld.key))
        #expect(KeyedMessageID.read(id, domain: domain, key: DeskWorld.key) == .ours(keyed))
        let shouted = try #require(MessageID(id.text.uppercased()))
        #expect(KeyedMessageID.read(shouted, domain: domain, key: DeskWorld.key) == .ours(keyed))
    }

    @Test("proves nothing with any one bit flipped")
    func bitFlips() throws {
        let keyed = try keyed(123, .savAcknowledgement, 9)
        let id = try #require(keyed.messageID(domain: domain, key: DeskWorld.key))
        let bytes = Array(id.text.utf8)
        for place in bytes.indices {
            for bit in 0..<8 {
                var forged = bytes
                forged[place] ^= 1 << UInt8(bit)
                // Changing the case of a letter is not a forgery: mail programs do it.
                let text = String(decoding: forged, as: UTF8.self)
                guard text.lowercased() != id.text, let other = MessageID(text) else { continue }
                let reading = KeyedMessageID.read(other, domain: domain, key: DeskWorld.key)
                #expect(reading == .forged || reading == .foreign, "\(text)")
            }
        }
    }

    @Test(
        "takes other people's ids for what they are",
        arguments: [
            "a@client.example", "x@mileo.example", "sav-2026-001237.k.c@mileo.example",
            "....@mileo.example", "@mileo.example", "no-at-sign",
        ]
    )
    func foreign(text: String) throws {
        let id = try #require(MessageID(text))
        #expect(KeyedMessageID.read(id, domain: domain, key: DeskWorld.key) == .foreign)
    }

    private func keyed(_ sequence: Int, _ kind: LetterKind, _ cause: UInt8) throws -> KeyedMessageID
    {
        KeyedMessageID(
            ticket: try DeskWorld.number(sequence),
            kind: kind,
            causedBy: try DeskWorld.digest(cause)
        )
    }
}
