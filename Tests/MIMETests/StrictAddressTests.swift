// Who wrote a mail: one address, or nobody.

import Desk
import Testing

@testable import MIME

/// One field and what it names.
private struct Field: Sendable, CustomTestStringConvertible {
    let raw: String
    let address: String?
    let name: String

    init(_ raw: String, _ address: String?, _ name: String = "") {
        self.raw = raw
        self.address = address
        self.name = name
    }

    var testDescription: String { raw }
}

@Suite("StrictAddress")
struct StrictAddressTests {
    private static let fields = [
        Field("a@client.example", "a@client.example"),
        Field("  a@client.example\t", "a@client.example"),
        Field("<a@client.example>", "a@client.example"),
        Field("Anne <a@client.example>", "a@client.example", "Anne"),
        Field("Anne Martin\r\n <a@client.example>", "a@client.example", "Anne Martin"),
        Field("A. Martin <a@client.example>", "a@client.example", "A. Martin"),
        Field("\"Martin, Anne\" <a@client.example>", "a@client.example", "Martin, Anne"),
        Field("\"Anne \\\"AM\\\"\" <a@client.example>", "a@client.example", "Anne \"AM\""),
        Field("\"=?utf-8?Q?L=C3=A9a?=\" <l@client.example>", "l@client.example", "Léa"),
        Field("=?utf-8?Q?L=C3=A9a?= <l@client.example>", "l@client.example", "Léa"),
        Field("a@client.example (Anne)", "a@client.example", "Anne"),
        Field("Anne (SAV) <a@client.example> (bureau)", "a@client.example", "Anne"),
        Field("a@client.example <a@client.example>", "a@client.example", "a@client.example"),
        Field("[SAV] Anne <a@client.example>", "a@client.example", "[SAV] Anne"),
        Field("\"x@y.example\" <a@client.example>", "a@client.example", "x@y.example"),
        // Nobody.
        Field("", nil),
        Field("Anne", nil),
        Field("Anne <>", nil),
        Field("Anne <a@client.example", nil),
        Field("<a@client.example> <b@client.example>", nil),
        Field("a@client.example, b@client.example", nil),
        Field("a@client.example b@client.example", nil),
        Field("b@client.example <a@client.example>", nil),
        Field("<b@client.example> a@client.example", nil),
        Field("Equipe: a@client.example;", nil),
        Field("Equipe:;", nil),
        Field("< a@client.example >", nil),
        Field("<@relais.example:a@client.example>", nil),
        Field("<=?utf-8?Q?a=40mileo.example=3E?=@client.example>", nil),
        Field("=?utf-8?Q?a=40mileo.example?=", nil),
        Field("a@mileo.example\\0@client.example", nil),
        Field("a@mileo.example\0@client.example", nil),
        Field("a(x)@client.example", nil),
        Field("\"a b\"@client.example", nil),
        Field("\"a@mileo.example\"@client.example", nil),
        Field("a@client.example\rb", nil),
        Field("a@[192.0.2.1]", nil),
        Field("Anne (( <a@client.example>", nil),
        Field("\"Anne <a@client.example>", nil),
        Field("Anne <a@client.example>, ", nil),
    ]

    @Test("names one address or nobody", arguments: fields)
    private func namesOneOrNobody(_ field: Field) {
        var defects: Set<MessageDefect> = []
        let reading = StrictAddress.read(Array(field.raw.utf8)[...], defects: &defects)
        guard case .one(let found) = reading else {
            #expect(field.address == nil)
            return
        }
        #expect(found.address.text == field.address)
        #expect(found.name == field.name)
    }

    @Test("tells the null address from nobody", arguments: ["<>", " <> ", "<>\r\n", "(mx) <>"])
    func tellsNull(_ raw: String) {
        var defects: Set<MessageDefect> = []
        #expect(StrictAddress.read(Array(raw.utf8)[...], defects: &defects) == .null)
    }

    @Test("takes raw names as they are meant, and no raw address that is no text")
    func takesRawNames() {
        var defects: Set<MessageDefect> = []
        let name = Array("R".utf8) + [0xE9] + Array("gie <r@port.example>".utf8)
        guard case .one(let found) = StrictAddress.read(name[...], defects: &defects) else {
            Issue.record("a raw name hides no address")
            return
        }
        #expect(found.name == "Régie")
        #expect(defects == [.rawHeader])
        let address = Array("r".utf8) + [0xE9] + Array("@port.example".utf8)
        #expect(StrictAddress.read(address[...], defects: &defects) == .nobody)
    }

    @Test("counts a second From wherever it stands")
    func countsSecondFrom() {
        let filler = String(repeating: "X-A: b\n", count: 2000)
        let mail = "From: a@client.example\n\(filler)from : staff@mileo.example\n\nclore\n"
        let message = MailReader.read(Array(mail.utf8))
        #expect(message.from == nil)
        #expect(message.defects.contains(.ambiguousFrom))
        #expect(message.defects.contains(.headersCut))
    }
}
