// Texts as arguments of commands: quoted, or as literals. What may stand between quotes, what must
// not, and how a literal of some length is announced to servers of every kind. A NUL has no place
// in either.

import IMAPWire
import Testing

@Suite("Strings of the wire")
struct StringTests {
    @Test(
        "are quoted with their quotes and backslashes escaped",
        arguments: [
            ("", #""""#), ("a", #""a""#), (#"a"b"#, #""a\"b""#), (#"\"#, #""\\""#),
            ("a b{5}", #""a b{5}""#), (#"\""#, #""\\\"""#),
        ]
    )
    func quoted(text: String, wire: String) throws {
        #expect(try #require(QuotedString(text.bytes)).wire == wire.bytes)
    }

    @Test(
        "are not quoted when quotes cannot hold them",
        arguments: ["a\r\nb", "\n", "\r", "\0", "é", "\t", "\u{7F}"]
    )
    func notQuoted(text: String) {
        #expect(QuotedString(text.bytes) == nil)
    }

    @Test("are not quoted when they are long")
    func long() {
        #expect(QuotedString([UInt8](repeating: 97, count: 1_000)) != nil)
        #expect(QuotedString([UInt8](repeating: 97, count: 1_001)) == nil)
    }

    @Test(
        "are announced as literals the way the server takes them",
        arguments: [
            ("", 5, "{5}\r\n"), ("LITERAL+", 5, "{5+}\r\n"), ("LITERAL-", 5, "{5+}\r\n"),
            ("LITERAL-", 4_096, "{4096+}\r\n"), ("LITERAL-", 4_097, "{4097}\r\n"),
            ("LITERAL+", 4_097, "{4097+}\r\n"), ("LITERAL+ LITERAL-", 9_999, "{9999+}\r\n"),
            ("IMAP4rev2", 10, "{10+}\r\n"), ("LITERAL", 5, "{5}\r\n"), ("", 0, "{0}\r\n"),
        ]
    )
    func literals(capabilities: String, length: Int, header: String) throws {
        let literal = try #require(Literal([UInt8](repeating: 97, count: length)))
        let announcement = Literal.Announcement(
            length: length,
            capabilities: CapabilitySet(parsing: capabilities.utf8)
        )
        #expect(literal.header(announcement) == header.bytes)
    }

    @Test("are no literals when they hold a NUL")
    func literalWithNUL() {
        #expect(Literal("a\0b".bytes) == nil)
        #expect(Literal("a\r\nb\u{FF}".bytes) != nil)
    }

    @Test("are searched for in one line of UTF-8", arguments: ["<a@mileo.example>", "é", "\"\\"])
    func searched(text: String) {
        #expect(SearchText(text)?.text == text)
    }

    @Test("are not searched for when empty, broken or long", arguments: ["", "a\r\n", "\n", "\0"])
    func notSearched(text: String) {
        #expect(SearchText(text) == nil)
        #expect(SearchText(String(repeating: "x", count: 2_001)) == nil)
    }
}
