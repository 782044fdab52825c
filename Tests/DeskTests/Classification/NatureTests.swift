// What a mail is by itself: machines first, then what is under way, then what is new. Above all: no
// person's mail is ever called automatic.

import Testing

@testable import Desk

/// A mail with what it is.
struct NatureCase: Sendable, CustomTestStringConvertible {
    var name: String
    var nature: Nature
    var from = "a.roy@client.example"
    var replyTo: String?
    var subject = "Caméra"
    var text = "Bonjour,\nla caméra du parking ne répond plus."
    var headers: [HeaderField] = []
    var isNullSender = false
    var attachment: String?
    var answersUs = false
    var calendar: CalendarMethod?
    var mailbox = 0

    var testDescription: String { name }

    func message() throws -> InboundMessage {
        var message = try DeskWorld.mail(from: from, subject: subject, text: text)
        message.replyTo = try replyTo.map { NamedAddress(try DeskWorld.address($0)) }
        message.headers = headers
        message.calendarMethod = calendar
        if isNullSender { message.returnPath = .null }
        if let attachment {
            message.attachments = [Attachment(name: "a", type: attachment, size: 1, sha256: "")]
        }
        if answersUs { message.inReplyTo = [try #require(MessageID("x.1@mileo.example"))] }
        return message
    }

    static func header(_ name: String, _ value: String) -> [HeaderField] {
        [HeaderField(name: name, value: value)]
    }
}

@Suite("Nature")
struct NatureTests {
    @Test("tells machines from persons", arguments: NatureCase.machines)
    func machines(row: NatureCase) throws {
        let found = classify(try DeskWorld.reading(try row.message(), mailbox: row.mailbox))
        #expect(found.nature == row.nature, "\(found.reasons)")
        #expect(found.nature.isAutomatic)
        #expect(found.criticality == nil)
    }

    @Test("a person stays a person", arguments: NatureCase.persons)
    func persons(row: NatureCase) throws {
        let found = classify(try DeskWorld.reading(try row.message(), mailbox: row.mailbox))
        #expect(found.nature == row.nature, "\(found.reasons)")
        #expect(!found.nature.isAutomatic)
    }

    @Test(
        "Auto-Submitted is read by its grammar",
        arguments: [
            ("no", ""), ("No", ""), (" NO ", ""), ("no; owner=x", ""), ("no (I am real)", ""),
            ("(comment) no", ""), ("", ""), ("(only a comment)", ""), ("auto-replied", "y"),
            ("Auto-Replied", "y"), ("auto-generated", "y"),
            ("auto-notified; owner-email=\"a@b\"", "y"),
            ("auto-replied (zimbra; vacation)", "y"), ("(vacation) auto-replied", "y"),
            ("auto-replied;reason=x", "y"), ("((nested) comment) auto-generated", "y"),
            ("yes", "y"), ("x-something", "y"), ("nothing", "y"),
        ]
    )
    func autoSubmitted(value: String, wanted: String) throws {
        var message = try DeskWorld.mail()
        message.headers = NatureCase.header("auto-submitted", value)
        let nature = classify(try DeskWorld.reading(message)).nature
        #expect(nature == (wanted.isEmpty ? .request : .autoreply))
    }

    @Test("of several Auto-Submitted fields one that is not no is enough")
    func severalFields() throws {
        var message = try DeskWorld.mail()
        message.headers =
            NatureCase.header("auto-submitted", "no")
            + NatureCase.header("auto-submitted", "auto-replied")
        #expect(classify(try DeskWorld.reading(message)).nature == .autoreply)
    }

    @Test("a report about several recipients tells the first that failed")
    func report() throws {
        var message = try DeskWorld.mail(from: "mailer-daemon@mx.client.example")
        let address = try DeskWorld.address("b.gros@client.example")
        message.deliveryReports = [
            DeliveryReport(
                recipient: nil,
                action: .delivered,
                status: "2.0.0",
                diagnostic: nil,
                originalMessageID: nil
            ),
            DeliveryReport(
                recipient: address,
                action: .failed,
                status: "5.1.1",
                diagnostic: nil,
                originalMessageID: nil
            ),
        ]
        let found = classify(try DeskWorld.reading(message))
        #expect(found.nature == .bounce)
        #expect(found.bounce?.recipient == address)
    }

    @Test("a letter of ours that is answered is a follow-up, whatever the spam filter says")
    func sealed() throws {
        let number = try DeskWorld.number(7)
        let letter = KeyedMessageID(
            ticket: number,
            kind: .savAcknowledgement,
            causedBy: try DeskWorld.digest(1)
        )
        let id = try #require(letter.messageID(domain: "mileo.example", key: DeskWorld.key))
        var message = try DeskWorld.mail(subject: "RE: votre demande")
        message.headers = NatureCase.header("x-spam-flag", "YES")
        #expect(classify(try DeskWorld.reading(message)).nature == .spam)
        message.references = [id]
        let found = classify(try DeskWorld.reading(message))
        #expect(found.nature == .followup)
        #expect(found.findings.first?.evidence == "answers our letter about \(number.text)")
    }
}
