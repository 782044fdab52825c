// What may stand between the angle brackets, and above all what may not.

import Testing

@testable import SMTPWire

@Suite("Path")
struct PathTests {
    @Test(
        "takes addresses",
        arguments: [
            "a@b.example", "a.martin+camera@client.example", "o'neil@client.example", "postmaster",
            "bounces=1=a@mileo.example", "\"quoted\"@client.example", "a@[192.0.2.1]",
        ]
    )
    func takes(text: String) throws {
        let path = try #require(Path(text))
        #expect(path.bytes == Array(text.utf8))
        #expect(path.description == "<\(text)>")
        #expect(!path.needsSMTPUTF8)
    }

    @Test(
        "knows what only SMTPUTF8 can carry",
        arguments: ["été@client.example", "a@exämple.example", "\u{7F3}@b.example"]
    )
    func international(text: String) throws {
        #expect(try #require(Path(text)).needsSMTPUTF8)
    }

    @Test("is at most 254 bytes, not letters, long")
    func length() {
        #expect(Path(String(repeating: "a", count: 254)) != nil)
        #expect(Path(String(repeating: "a", count: 255)) == nil)
        #expect(Path(String(repeating: "é", count: 127)) != nil)
        #expect(Path(String(repeating: "é", count: 128)) == nil)
        #expect(Path(String(repeating: "a", count: 1_000_000)) == nil)
    }

    @Test(
        "refuses whatever could end or widen a command",
        arguments: [
            "", " ", "a b@c.example", "a@b.example ", "a@b.example>", "<a@b.example", "a>b<c",
            "a@b.example\r\nRCPT TO:<x@y.example>", "a@b.example\n", "a@b.example\r",
            "a\0@b.example",
            "a@b.example> SIZE=1", "a\t@b.example", "a\u{7F}@b.example", "a\u{1B}@b.example", "\0",
        ]
    )
    func refuses(text: String) {
        #expect(Path(text) == nil)
    }

    @Test("has a null path for senders only")
    func null() {
        #expect(Path.null.bytes.isEmpty)
        #expect(Path.null.description == "<>")
        #expect(!Path.null.needsSMTPUTF8)
    }
}
