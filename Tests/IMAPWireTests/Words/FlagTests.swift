// Flags and the keywords among them: what servers write, what we may write, and what neither may
// be. Case means nothing in a flag. A keyword lasts in a mailbox only where the mailbox says so, by
// name or for all.

import IMAPWire
import Testing

@Suite("Flag")
struct FlagTests {
    @Test(
        "reads system flags and keywords",
        arguments: [
            "\\Seen", "\\seen", "\\Recent", "\\Unheard-Of", "$Forwarded", "NonJunk", "a]b", "x+y",
        ]
    )
    func reads(text: String) throws {
        let flag = try #require(Flag(parsing: text.utf8))
        #expect(flag.text == text)
        #expect(flag.isSystem == text.hasPrefix("\\"))
    }

    @Test(
        "refuses what is no flag of a mail",
        arguments: [
            "", "\\", "\\*", "*", "a b", "a(b", "a)b", "a{5}", "a\"b", "\\\\Seen", "a\\b", "é",
            "a\r\nb", "a\0", "a%b",
        ]
    )
    func refuses(text: String) {
        #expect(Flag(parsing: text.utf8) == nil)
    }

    @Test("is the same in any case")
    func anyCase() {
        #expect(Flag(parsing: "\\SEEN".utf8) == .seen)
        #expect(Set([Flag.seen, .deleted]).contains(where: { $0 == Flag(parsing: "\\seen".utf8) }))
    }

    @Test("is refused when endless")
    func endless() {
        #expect(Flag(parsing: String(repeating: "x", count: 201).utf8) == nil)
        #expect(Keyword(String(repeating: "x", count: 201)) == nil)
    }

    @Test("is a keyword only as an atom", arguments: ["\\Seen", "", "a b", "é", "a\r\n", "a]"])
    func notKeywords(text: String) {
        #expect(Keyword(text) == nil)
    }

    @Test("lasts where the mailbox keeps it")
    func permanent() throws {
        let keyword = try #require(Keyword("$Filed"))
        let some = try #require(PermanentFlags(parsing: "(\\Seen $filed)".utf8))
        let any = try #require(PermanentFlags(parsing: "(\\Seen \\*)".utf8))
        let none = try #require(PermanentFlags(parsing: "()".utf8))
        #expect(some.keeps(keyword) && any.keeps(keyword) && !none.keeps(keyword))
        #expect(some.flags == [.seen, Flag(keyword)])
        #expect(any.acceptsNewKeywords && any.flags == [.seen])
        for text in ["", "(", ")", "\\Seen", "(\\Seen"] {
            #expect(PermanentFlags(parsing: text.utf8) == nil)
        }
    }
}
