// How the rules do on the labelled mails beside the package: a development set, read through the
// real parser. The bounds are floors; what is missed stands in the message of the expectation.

import Desk
import Foundation
import TestSupport
import Testing

@Suite(
    "Evaluation on the labelled mails",
    .enabled(if: SharedFolder.has("mails"), "the shared folder has no labelled mails")
)
struct EvaluationTests {
    /// The fields, by name, over all mails.
    private func agreements() throws -> [String: Confusion] {
        let house = try house()
        var fields: [String: Confusion] = [:]
        for mail in try LabelledMail.all() {
            let reading = try mail.reading(in: house)
            let found = classify(reading)
            let reasons = found.findings
                .map { "\($0.rule): \($0.verdict.text) (\($0.evidence))" }
                .joined(separator: "; ")
            func compare(_ field: String, _ wanted: String?, _ actual: String?) {
                fields[field, default: Confusion(field: field, set: "mails")].count(
                    mail.file,
                    wanted: field == "newText" ? "equal" : wanted ?? "-",
                    actual: field == "newText" && wanted == actual ? "equal" : actual ?? "-",
                    reasons
                )
            }
            compare("nature", mail.nature, found.nature.rawValue)
            if mail.nature == "request" {
                compare("criticality", mail.criticality, found.criticality?.rawValue)
            }
            if let text = mail.newText {
                compare("newText", squashed(text), squashed(reading.newText))
                compare("language", mail.language, found.language.rawValue)
            }
            if let urgent = mail.urgentComplaint {
                compare("urgent", String(urgent), found.complaint.map { String($0.isUrgent) })
            }
            if let topic = mail.complaintTopic {
                compare("topic", topic, found.complaint?.topic.rawValue)
            }
            compare("escalation", String(mail.escalation), String(found.escalation))
            compare("closing", mail.closing, found.closing?.rawValue)
            compare(
                "survey",
                mail.surveyScore.map { String($0) },
                found.surveyScore.map { String($0) }
            )
        }
        return fields
    }

    @Test("agrees with the labels, field by field")
    func fields() throws {
        let floors: [String: Double] = [
            "nature": 98, "criticality": 92, "newText": 95, "language": 98, "urgent": 97,
            "topic": 86, "escalation": 99, "closing": 97, "survey": 99,
        ]
        let agreements = try agreements()
        for (field, floor) in floors.sorted(by: { $0.key < $1.key }) {
            let agreement = try #require(agreements[field], "\(field)")
            try agreement.write()
            #expect(agreement.percent >= floor, "\(agreement.report)")
        }
    }

    @Test("takes no critical request for less")
    func noneBelow() throws {
        let house = try house()
        for mail in try LabelledMail.all() where mail.criticality == "critical" {
            guard mail.nature == "request" else { continue }
            let found = classify(try mail.reading(in: house))
            #expect(found.criticality == .critical, "\(mail.file): \(mail.why)")
        }
    }

    @Test("calls no person's mail automatic")
    func noneAutomatic() throws {
        let house = try house()
        for mail in try LabelledMail.all() {
            let nature = try #require(Nature(rawValue: mail.nature))
            guard !nature.isAutomatic else { continue }
            let found = classify(try mail.reading(in: house)).nature
            #expect(!found.isAutomatic, "\(mail.file): \(mail.why)")
        }
    }

    private func squashed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // The two mailboxes to which the mails were written.
    private func house() throws -> HouseSettings {
        let company = CompanySettings(
            name: "Mileo Technology",
            domain: "mileo.example",
            phone: "01 99 00 10 00",
            timeZone: try #require(TimeZone(identifier: "Europe/Paris")),
            hours: OpeningHours(ranges: [:]),
            staff: [],
            contracts: [:]
        )
        let mailboxes = try [("sav", Procedure.sav, "SAV"), ("reclamations", .complaint, "REC")]
            .map { name, procedure, prefix in
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
        return HouseSettings(
            company: company,
            mailboxes: mailboxes,
            vocabulary: ShippedWords.vocabulary
        )
    }
}
