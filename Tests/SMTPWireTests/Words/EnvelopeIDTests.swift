// The mark for delivery reports and its encoding.

import Testing

@testable import SMTPWire

@Suite("EnvelopeID")
struct EnvelopeIDTests {
    @Test(
        "is encoded as xtext",
        arguments: [
            ("QQ314159", "QQ314159"), ("a+b=c", "a+2Bb+3Dc"), ("a b", "a+20b"),
            ("<id@mileo.example>", "<id@mileo.example>"), ("~!", "~!"), ("+++", "+2B+2B+2B"),
        ]
    )
    func encodes(text: String, xtext: String) throws {
        let id = try #require(EnvelopeID(text))
        #expect(String(decoding: id.xtext, as: UTF8.self) == xtext)
        #expect(id.description == text)
    }

    @Test(
        "refuses what is not printable ASCII or too long",
        arguments: ["", "a\r\nb", "a\0", "a\t", "é", "\u{7F}", String(repeating: "a", count: 101)]
    )
    func refuses(text: String) {
        #expect(EnvelopeID(text) == nil)
    }
}
