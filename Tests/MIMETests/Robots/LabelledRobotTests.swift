// The labelled mails and the public delivery reports beside the package: every machine is
// recognised and no person is called one. Skipped where the folder is absent.

import Desk
import Foundation
import MIME
import TestSupport
import Testing

@Suite("Machines among the labelled mails")
struct LabelledRobotTests {
    private struct Label: Decodable {
        var file: String
        var mailbox: String
        var nature: String
    }

    private func reading(_ bytes: [UInt8], mailbox: Int = 0) throws -> Reading {
        let house = try RobotHouse.house()
        return Reading(
            MailReader.read(bytes),
            mailbox: house.mailboxes[mailbox],
            house: house,
            key: RobotHouse.key
        )
    }

    @Test(
        "every machine is recognised, no person is called automatic",
        .enabled(if: SharedFolder.has("mails"), "the labelled mails are not on this machine")
    )
    func labelled() throws {
        let folder = try #require(SharedFolder.item("mails"))
        let lines = try String(contentsOf: folder.appending(path: "labels.jsonl"), encoding: .utf8)
        for line in lines.split(separator: "\n") {
            let label = try JSONDecoder().decode(Label.self, from: Data(line.utf8))
            let bytes = Array(try Data(contentsOf: folder.appending(path: label.file)))
            let found = classify(
                try reading(bytes, mailbox: label.mailbox == "reclamations" ? 1 : 0)
            )
            let wanted = try #require(Nature(rawValue: label.nature))
            #expect(
                found.nature.isAutomatic == wanted.isAutomatic,
                "\(label.file): \(found.reasons)"
            )
            if wanted.isAutomatic {
                #expect(found.nature == wanted, "\(label.file): \(found.reasons)")
            }
            if wanted == .bounce {
                let report = try #require(found.bounce, "\(label.file)")
                #expect(report.recipient != nil, "\(label.file)")
                #expect(report.status != nil, "\(label.file)")
                #expect(report.originalMessageID?.domain == "mileo.example", "\(label.file)")
            }
        }
    }

    @Test(
        "public delivery reports are bounces with a recipient and a status",
        .enabled(if: SharedFolder.corpora != nil, "the public corpora are not on this machine")
    )
    func corpora() throws {
        let folder = try #require(SharedFolder.corpora)
            .appending(path: "mimekit/UnitTests/TestData/messages")
        for name in [
            "delivery-status.txt", "delivery-status2.txt", "delivery-status-no-blank-line.txt",
            "delivery-status-multiple-blank-lines.txt", "delivery-status.anonymized.eml",
            "bounce.txt",
        ] {
            let file = folder.appending(path: name)
            guard let data = try? Data(contentsOf: file) else { continue }
            let found = try reading(Array(data))
            #expect(found.bounce != nil, "\(name)")
            if name.contains("anonymized") { continue }
            let report = found.bounce?.leading
            #expect(report?.recipient != nil && report?.status != nil, "\(name): \(report as Any)")
        }
    }
}
