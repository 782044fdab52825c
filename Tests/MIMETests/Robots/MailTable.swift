// Invented mails in tables: one text file holds many, each headed by a line that says what it is.
//
//     #### name | first wanted word | second wanted word …
//     From: …
//
// Fields that a row leaves out (To, From, Date, Message-ID) are filled in, so that a row shows only
// what matters. Every row is read through the real parser, with LF as it stands.

import Desk
import Foundation
import MIME
import TestSupport
import Testing

/// One mail of a table, with what is wanted of it.
struct MailRow: Sendable, CustomTestStringConvertible {
    /// What the row shows.
    let name: String
    /// The wanted words, in the table's own order.
    let wanted: [String]
    /// The mail.
    let bytes: [UInt8]

    var testDescription: String { name }

    /// The mail, read and laid before the rules.
    func reading() throws -> Reading {
        let message = MailReader.read(bytes)
        let house = try RobotHouse.house()
        let isComplaint = message.to.contains { $0.address.localPart == "reclamations" }
        return Reading(
            message,
            mailbox: house.mailboxes[isComplaint ? 1 : 0],
            house: house,
            key: RobotHouse.key
        )
    }

    /// The rows of a file in Tests/Fixtures.
    static func rows(_ path: String) -> [MailRow] {
        let file = PackageRoot.url.appending(path: "Tests/Fixtures/\(path)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.components(separatedBy: "#### ").dropFirst().map { row in
            let (head, mail) = row.cut(at: "\n")
            let words = head.components(separatedBy: " | ")
            return MailRow(
                name: words[0],
                wanted: Array(words.dropFirst()),
                bytes: Array(completed(mail).utf8)
            )
        }
    }

    private static func completed(_ mail: String) -> String {
        var (header, body) = mail.cut(at: "\n\n")
        for (name, value) in [
            ("From", "Alice Roy <a.roy@client.example>"), ("To", "sav@mileo.example"),
            ("Date", "Mon, 5 Oct 2026 10:00:00 +0200"), ("Message-ID", "<m1@client.example>"),
            ("Subject", ""),
        ] where !"\n\(header)".contains("\n\(name): ") {
            header += "\n\(name): \(value)"
        }
        // "@RECEIVED n" stands for n fields.
        let lines = header.components(separatedBy: "\n").flatMap { line in
            guard line.hasPrefix("@RECEIVED ") else { return [line] }
            let hop = "Received: from a.example by b.example; Mon, 5 Oct 2026 10:00:00 +0200"
            return Array(repeating: hop, count: Int(line.dropFirst(10)) ?? 0)
        }
        return lines.joined(separator: "\n") + "\n\n" + body
    }
}

extension String {
    /// What stands before and behind the first occurrence of a mark.
    fileprivate func cut(at mark: String) -> (String, String) {
        guard let range = range(of: mark) else { return (self, "") }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}

/// The house that the tables' mails arrive at.
enum RobotHouse {
    /// A key that anybody can compute.
    static let key = KeyedHash { bytes in
        (0..<32).map { round in
            UInt8(truncatingIfNeeded: bytes.reduce(round) { $0 &* 31 &+ Int($1) })
        }
    }

    static func house() throws -> HouseSettings {
        let company = CompanySettings(
            name: "Mileo Technology",
            domain: "mileo.example",
            phone: "01 99 00 10 00",
            timeZone: try #require(TimeZone(identifier: "Europe/Paris")),
            hours: OpeningHours(ranges: [:]),
            staff: [],
            contracts: [:]
        )
        return HouseSettings(
            company: company,
            mailboxes: [
                try mailbox("sav", .sav, "SAV"),
                try mailbox("reclamations", .complaint, "REC"),
            ],
            vocabulary: ShippedWords.vocabulary
        )
    }

    private static func mailbox(
        _ name: String,
        _ procedure: Procedure,
        _ prefix: String
    ) throws -> MailboxSettings {
        MailboxSettings(
            name: try #require(MailboxName(name)),
            procedure: procedure,
            prefix: prefix,
            address: NamedAddress(try #require(EmailAddress("\(name)@mileo.example"))),
            source: .maildir("in"),
            sink: .maildir("out"),
            delays: PromisedDelays(
                formalAcknowledgement: try #require(Delay(4, .businessHours)),
                substantiveAnswer: try #require(Delay(5, .businessDays)),
                urgentAnswer: try #require(Delay(48, .hours))
            )
        )
    }
}
