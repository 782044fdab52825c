// The bytes of every command, with and without what servers offer. Literals are announced as the
// server takes them. No character that a name, a flag or a search may hold can end the line before
// its end.

import Testing

@testable import IMAPWire

@Suite("CommandText")
struct CommandTextTests {
    private func pieces(_ words: String, _ capabilities: String = "") throws -> [String] {
        try pieces(Command(words: words), capabilities)
    }

    private func pieces(_ command: Command, _ capabilities: String = "") throws -> [String] {
        let text = CommandText(
            command,
            tag: try #require(Tag(1)),
            capabilities: CapabilitySet(parsing: capabilities.utf8),
            mailbox: nil
        )
        return text.pieces.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "says what is asked",
        arguments: [
            ("capability", "", "G1 CAPABILITY"), ("noop", "", "G1 NOOP"), ("idle", "", "G1 IDLE"),
            ("logout", "", "G1 LOGOUT"), ("select inbox", "", "G1 SELECT \"INBOX\""),
            ("select A \"b\"", "", "G1 SELECT \"A \\\"b\\\"\""),
            ("examine Été", "CONDSTORE", "G1 EXAMINE \"&AMk-t&AOk-\" (CONDSTORE)"),
            ("create a\\b", "", "G1 CREATE \"a\\\\b\""), ("list *", "", "G1 LIST \"\" \"*\""),
            ("id g \"1\"", "", "G1 ID (\"name\" \"g\" \"version\" \"\\\"1\\\"\")"),
            ("search all", "ESEARCH", "G1 UID SEARCH RETURN (ALL) ALL"),
            ("search all", "", "G1 UID SEARCH ALL"),
            ("search from 7", "", "G1 UID SEARCH UID 7:*"),
            ("search keyword $Filed", "", "G1 UID SEARCH KEYWORD $Filed"),
            ("search messageid a\"b", "", "G1 UID SEARCH HEADER Message-ID \"a\\\"b\""),
            ("flag 1:3 \\Seen", "", "G1 UID STORE 1:3 +FLAGS.SILENT (\\Seen)"),
            (
                "flag 9 $Filed 55", "",
                "G1 UID STORE 9 (UNCHANGEDSINCE 55) +FLAGS.SILENT ($Filed)"
            ),
            ("move 1,3 Done", "MOVE", "G1 UID MOVE 1,3 \"Done\""),
            ("headers 5", "", "G1 UID FETCH 5 (UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER])"),
            ("bodies 1:5", "", "G1 UID FETCH 1:5 (UID RFC822.SIZE INTERNALDATE BODY.PEEK[])"),
        ]
    )
    func lines(words: String, capabilities: String, line: String) throws {
        #expect(try pieces(words, capabilities) == [line + "\r\n"])
    }

    @Test(
        "waits with a literal unless the server lets it go",
        arguments: [
            ("", ["{5}\r\n", "Hello\r\n"]), ("LITERAL+", ["{5+}\r\nHello\r\n"]),
            ("LITERAL-", ["{5+}\r\nHello\r\n"]),
        ]
    )
    func literals(capabilities: String, ends: [String]) throws {
        let head = "G1 APPEND \"Sent\" (\\Seen) \" 1-Jan-1970 00:00:00 +0000\" "
        #expect(
            try pieces("append Sent Hello", capabilities) == [head + ends[0]] + ends.dropFirst()
        )
    }

    @Test("sends what quotes cannot hold as a literal, and names the character set")
    func searchLiteral() throws {
        let long = String(repeating: "x", count: 1_500)
        #expect(
            try pieces("search messageid \(long)", "LITERAL+")
                == ["G1 UID SEARCH HEADER Message-ID {1500+}\r\n\(long)\r\n"]
        )
        #expect(
            try pieces("search messageid é", "ESEARCH")
                == ["G1 UID SEARCH RETURN (ALL) CHARSET UTF-8 HEADER Message-ID {2}\r\n", "é\r\n"]
        )
    }

    @Test("says several conditions at once")
    func conditions() throws {
        let keyword = try #require(Keyword("$Filed"))
        let keys: [SearchKey] = [.from(try uid(40)), .withoutKeyword(keyword)]
        #expect(try pieces(.search(keys)) == ["G1 UID SEARCH UID 40:* UNKEYWORD $Filed\r\n"])
    }

    @Test("never holds a line break that is not its own")
    func oneLine() throws {
        for scalar in (0...0x2FF).compactMap({ Unicode.Scalar($0 as UInt32) }) {
            let text = "a\(Character(scalar))b"
            if let name = MailboxName(text) {
                #expect(try isOneLine(pieces(.select(name))))
                #expect(try isOneLine(pieces(.list(name))))
            }
            if let flag = Flag(parsing: text.utf8) {
                #expect(
                    try isOneLine(
                        pieces(.addFlags([flag], to: uidSet("1"), unchangedSince: nil))
                    )
                )
            }
            if let text = SearchText(text) {
                #expect(
                    try isOneLine(pieces(.search([.messageID(text)])).dropLast().last ?? "\r\n")
                )
            }
        }
    }

    private func isOneLine(_ pieces: [String]) -> Bool {
        pieces.count == 1 && isOneLine(pieces[0])
    }

    private func isOneLine(_ line: String) -> Bool {
        line.hasSuffix("\r\n") && line.utf8.filter { $0 == 10 || $0 == 13 || $0 == 0 }.count == 2
    }
}
