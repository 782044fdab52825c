// Addresses, ids and header values: wrong ones cannot be made.

import Testing

@testable import Desk

@Suite("EmailAddress")
struct EmailAddressTests {
    @Test(
        "accepts plain addresses",
        arguments: [
            "a@b.example", "a.martin+tag@client.example", "o'neil@client.example", "x@localhost",
            "bounces=1@mx_1.example", "été@exemple.example",
        ]
    )
    func accepts(text: String) {
        #expect(EmailAddress(text)?.text == text)
    }

    @Test(
        "refuses whatever could hide something",
        arguments: [
            "", "@", "a@", "@b", "a b@c.example", "a@b c", "a@b..c", "a@.b", "a@b.", "a@-b.example",
            "a@b-.example", "a@b@c.example", "\"a\"@b.example", "a\\@b.example", "<a@b.example>",
            "a@b.example\r\nRCPT TO:<x@y>", "a\0@b.example", "a@b\0.example", "a,b@c.example",
            "a@[127.0.0.1]", "a;b@c.example", "a@b.example ", " a@b.example", "a:b@c.example",
            String(repeating: "a", count: 65) + "@b.example",
            "a@" + String(repeating: "b", count: 64) + ".example",
            "a@" + String(repeating: "b.", count: 140) + "example",
        ]
    )
    func refuses(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test("compares without regard to ASCII case and with regard to everything else")
    func compares() throws {
        #expect(EmailAddress("Lea@Mileo.EXAMPLE") == EmailAddress("lea@mileo.example"))
        #expect(EmailAddress("lea@mıleo.example") != EmailAddress("lea@mileo.example"))
        #expect(EmailAddress("Lea@Mileo.EXAMPLE")?.domain == "mileo.example")
    }
}

@Suite("MessageID")
struct MessageIDTests {
    @Test("refuses what no header may hold", arguments: ["", "a b", "a\r\nb", "<a>", "a>", "\0"])
    func refuses(text: String) {
        #expect(MessageID(text) == nil)
    }

    @Test("refuses what is too long")
    func length() {
        #expect(MessageID(String(repeating: "a", count: 900)) != nil)
        #expect(MessageID(String(repeating: "a", count: 901)) == nil)
    }
}

@Suite("HeaderValue")
struct HeaderValueTests {
    @Test("cannot hold a line break, however it is written")
    func lineBreaks() {
        for text in [
            "a\r\nBcc: x@y", "a\nb", "a\rb", "a\0b", "a\u{2028}b", "a\u{85}b", "a\u{202E}b",
        ] {
            #expect(HeaderValue(text) == nil)
            let flat = HeaderValue(flattening: text).text
            #expect(HeaderValue(flat) != nil)
            #expect(flat.hasPrefix("a "))
        }
        #expect(
            HeaderValue("Caméra n° 3 — ça recommence 📷")?.text == "Caméra n° 3 — ça recommence 📷"
        )
    }
}
