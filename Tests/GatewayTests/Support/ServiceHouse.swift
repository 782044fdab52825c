// A small invented house for the shell's tests: mails are one word, which is also their sender.

import Desk
import Foundation
import TestSupport
import Testing

enum ServiceHouse {
    /// A key that anybody can compute: not secret, but different for every text.
    static let key = KeyedHash { spread($0) }

    static func digest(_ bytes: [UInt8]) -> ContentDigest {
        guard let digest = ContentDigest(spread(bytes)) else {
            preconditionFailure("a digest has the 32 bytes that spread gives")
        }
        return digest
    }

    /// A person's mail: the word is its author's name.
    static func message(_ word: String) -> InboundMessage {
        var message = InboundMessage()
        message.id = MessageID("\(word)@client.example")
        message.from = EmailAddress("\(word)@client.example").map { NamedAddress($0) }
        message.subject = "Portail"
        message.text = "Bonjour, le portail ne s’ouvre plus."
        return message
    }

    static func house(_ mailboxes: [String]) throws -> HouseSettings {
        let from = try #require(TimeOfDay(minutes: 510))
        let until = try #require(TimeOfDay(minutes: 1080))
        let range = try #require(OpeningRange(from: from, until: until))
        let company = CompanySettings(
            name: "Mileo Technology",
            domain: "mileo.example",
            phone: "01 99 00 10 00",
            timeZone: try #require(TimeZone(identifier: "Europe/Paris")),
            hours: OpeningHours(ranges: [.monday: [range]]),
            staff: [],
            contracts: [
                .essential: ContractTerms(
                    firstAnswer: try #require(Delay(4, .businessHours)),
                    hasDuty: false
                )
            ]
        )
        return HouseSettings(
            company: company,
            mailboxes: try mailboxes.map(mailbox),
            vocabulary: ShippedWords.vocabulary
        )
    }

    private static func mailbox(_ name: String) throws -> MailboxSettings {
        let address = try #require(EmailAddress("\(name)@mileo.example"))
        return MailboxSettings(
            name: try #require(MailboxName(name)),
            procedure: .sav,
            prefix: String(name.prefix(3).uppercased()),
            address: NamedAddress(address, name: "SAV Mileo"),
            source: .maildir("in"),
            sink: .maildir("out"),
            delays: PromisedDelays(
                formalAcknowledgement: try #require(Delay(4, .businessHours)),
                substantiveAnswer: try #require(Delay(5, .businessDays)),
                urgentAnswer: try #require(Delay(48, .hours))
            )
        )
    }

    private static func spread(_ bytes: [UInt8]) -> [UInt8] {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        return (0..<32).map { round in
            for byte in bytes + [UInt8(round)] {
                state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            return UInt8(truncatingIfNeeded: state >> 32)
        }
    }
}
