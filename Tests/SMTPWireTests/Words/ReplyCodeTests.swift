// Three digits, and what the first of them says.

import Testing

@testable import SMTPWire

@Suite("ReplyCode")
struct ReplyCodeTests {
    @Test(
        "is read by its first digit",
        arguments: [
            (200, ReplyCode.Category.positive), (221, .positive), (250, .positive),
            (299, .positive), (300, .intermediate), (354, .intermediate), (400, .transient),
            (421, .transient), (499, .transient), (500, .permanent), (571, .permanent),
            (599, .permanent),
        ]
    )
    func category(value: Int, category: ReplyCode.Category) throws {
        let code = try #require(ReplyCode(value))
        #expect(code.category == category)
        #expect(code.value == value)
        #expect(code.description == String(value))
    }

    @Test("refuses what no server may answer", arguments: [-250, 0, 25, 99, 100, 199, 600, 2500])
    func refuses(value: Int) {
        #expect(ReplyCode(value) == nil)
    }
}
