// A small house for the tests of the core: one company, two mailboxes, invented people.

import Foundation
import TestSupport
import Testing

@testable import Desk

/// Values that tests of the core share.
enum DeskWorld {
    /// A key that anybody can compute: not secret, but different for every text.
    static let key = KeyedHash { bytes in
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        return (0..<32).map { round in
            for byte in bytes + [UInt8(round)] {
                state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            return UInt8(truncatingIfNeeded: state >> 32)
        }
    }

    /// Monday 5 October 2026, 10:00 in Paris.
    static let monday = Date(timeIntervalSince1970: 1_791_187_200)

    static func address(_ text: String) throws -> EmailAddress {
        try #require(EmailAddress(text))
    }

    static func number(_ sequence: Int, prefix: String = "SAV") throws -> TicketNumber {
        try #require(TicketNumber(prefix: prefix, year: 2026, sequence: sequence))
    }

    static func digest(_ byte: UInt8) throws -> ContentDigest {
        try #require(ContentDigest([UInt8](repeating: byte, count: 32)))
    }

    /// A text's words, each with what it means.
    static func words(_ text: String) -> Words {
        Words(FoldedText(subject: "", text: text), vocabulary: ShippedWords.vocabulary)
    }

    static func house() throws -> HouseSettings {
        let hours = try OpeningHours(
            ranges: Dictionary(
                uniqueKeysWithValues: [Weekday.monday, .tuesday, .wednesday, .thursday, .friday]
                    .map { ($0, [try range(510, 750), try range(810, 1080)]) }
            )
        )
        var company = CompanySettings(
            name: "Mileo Technology",
            domain: "mileo.example",
            phone: "01 99 00 10 00",
            timeZone: try #require(TimeZone(identifier: "Europe/Paris")),
            hours: hours,
            staff: [
                StaffMember(
                    name: "Nora Petit",
                    address: try address("nora.petit@mileo.example"),
                    roles: [.complaintHandler]
                ),
                StaffMember(
                    name: "Hugo Blin",
                    address: try address("hugo.blin@mileo.example"),
                    roles: [.complaintHandler]
                ),
            ],
            contracts: [
                .essential: ContractTerms(
                    firstAnswer: try #require(Delay(4, .businessHours)),
                    hasDuty: false
                )
            ]
        )
        company.staffMail.authority = "mx.mileo.example"
        return HouseSettings(
            company: company,
            mailboxes: [
                try mailbox("sav", .sav, "SAV", "SAV Mileo"),
                try mailbox("reclamations", .complaint, "REC", "Réclamations Mileo"),
            ],
            vocabulary: ShippedWords.vocabulary
        )
    }

    private static func range(_ from: Int, _ until: Int) throws -> OpeningRange {
        let from = try #require(TimeOfDay(minutes: from))
        let until = try #require(TimeOfDay(minutes: until))
        return try #require(OpeningRange(from: from, until: until))
    }

    private static func mailbox(
        _ name: String,
        _ procedure: Procedure,
        _ prefix: String,
        _ shown: String
    ) throws -> MailboxSettings {
        MailboxSettings(
            name: try #require(MailboxName(name)),
            procedure: procedure,
            prefix: prefix,
            address: NamedAddress(try address("\(name)@mileo.example"), name: shown),
            source: .maildir("in"),
            sink: .maildir("out"),
            delays: PromisedDelays(
                formalAcknowledgement: try #require(Delay(4, .businessHours)),
                substantiveAnswer: try #require(Delay(5, .businessDays)),
                urgentAnswer: try #require(Delay(48, .hours))
            )
        )
    }

    /// What our mail server writes on top of a mail that is by whom it says.
    static let authenticated = HeaderField(
        name: "authentication-results",
        value: "mx.mileo.example; dmarc=pass header.from=mileo.example"
    )

    /// A person's mail.
    static func mail(
        from: String? = "a.roy@client.example",
        subject: String = "Caméra",
        text: String = "Bonjour,\nla caméra du parking ne répond plus.",
        id: String = "m1@client.example",
        references: [MessageID] = []
    ) throws -> InboundMessage {
        var message = InboundMessage()
        message.id = MessageID(id)
        message.from = try from.map { NamedAddress(try address($0), name: "Alice Roy") }
        message.to = [NamedAddress(try address("sav@mileo.example"))]
        message.subject = subject
        message.text = text
        message.references = references
        return message
    }

    /// A mail laid on the desk, with what the store would answer.
    static func file(
        _ message: InboundMessage,
        mailbox: Int = 0,
        answer: ThreadAnswer = ThreadAnswer(),
        nature: Nature? = nil,
        isReleased: Bool = false,
        adoptSince: Date? = nil
    ) throws -> Case {
        var house = try house()
        if let adoptSince {
            let server = ServerSettings(host: "imap.mileo.example", port: 993, security: .tls)
            var imap = IMAPSettings(server: server, login: .none)
            imap.adoptSince = adoptSince
            house.mailboxes[mailbox].source = .imap(imap)
        }
        let reading = Reading(message, mailbox: house.mailboxes[mailbox], house: house, key: key)
        var classification = classify(reading)
        if let nature { classification.nature = nature }
        let kept = KeptMail(
            id: MailID(7),
            origin: MailOrigin(
                mailbox: house.mailboxes[mailbox].name,
                validity: 0,
                uid: .name("7")
            ),
            receivedAt: monday,
            digest: try digest(7),
            attempts: 1,
            disposition: nil,
            isReleased: isReleased
        )
        return Case(
            kept: kept,
            reading: reading,
            identified: identify(reading, answer: answer),
            classification: classification,
            answer: answer
        )
    }

    /// A ticket that stands in some state, with its participants.
    static func summary(
        _ sequence: Int,
        state: TicketState = .open,
        participants: [String] = ["a.roy@client.example"]
    ) throws -> TicketSummary {
        TicketSummary(
            number: try number(sequence),
            procedure: .sav,
            mailbox: try #require(MailboxName("sav")),
            state: state,
            handler: nil,
            participants: try participants.map(address),
            language: .french,
            subject: "Caméra"
        )
    }
}
