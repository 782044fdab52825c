// The labelled mails beside the package: real bytes, and what a careful reader makes of each.

import Desk
import Foundation
import MIME
import TestSupport
import Testing

/// What a careful reader makes of one mail.
struct LabelledMail: Decodable {
    let file: String
    let mailbox: String
    let nature: String
    let criticality: String?
    let urgentComplaint: Bool?
    let complaintTopic: String?
    let escalation: Int
    let closing: String?
    let surveyScore: Int?
    let language: String
    let newText: String?
    let why: String

    /// All labels, in the order of the file.
    static func all() throws -> [LabelledMail] {
        let folder = try #require(SharedFolder.item("mails"))
        let lines = try String(
            contentsOf: folder.appending(path: "labels.jsonl"),
            encoding: .utf8
        )
        return try lines.split(separator: "\n").map {
            try JSONDecoder().decode(LabelledMail.self, from: Data($0.utf8))
        }
    }

    /// The mail as the rules see it.
    func reading(in house: HouseSettings) throws -> Reading {
        let folder = try #require(SharedFolder.item("mails"))
        let bytes = try Data(contentsOf: folder.appending(path: file))
        let name = try #require(MailboxName(mailbox))
        return Reading(
            MailReader.read([UInt8](bytes)),
            mailbox: try #require(house.mailbox(named: name)),
            house: house,
            key: KeyedHash { _ in [UInt8](repeating: 0, count: 32) }
        )
    }
}
