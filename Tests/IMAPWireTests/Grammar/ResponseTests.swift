// One line of a server, and what it means; what breaks the grammar, and how it is called. Words for
// people are one short line whatever the server sends, and errors hold nothing of what it sent. The
// other tests of the grammar read their lines through this one.

import IMAPWire
import Testing

@Suite("Response")
struct ResponseTests {
    /// Reads one response from bytes that hold exactly one.
    static func read(_ text: String, limit: Int = 1_000) throws -> Response? {
        var parser = ResponseParser(limits: try limits(limit))
        var input = text.bytes[...]
        let response = try parser.next(from: &input)
        if response != nil { #expect(input.isEmpty) }
        return response
    }

    static func code(_ text: String, limit: Int = 1_000) throws -> ProtocolError.Code? {
        do {
            _ = try read(text, limit: limit)
            return nil
        } catch let error as ProtocolError {
            return error.code
        }
    }

    @Test("is status, tagged or not, with code and text")
    func status() throws {
        guard case .tagged(let tag, let status) = try Self.read("G7 NO [OVERQUOTA] Too much.\r\n")
        else { throw Miss("not tagged") }
        #expect(tag == Tag(7))
        #expect(status.status == .no)
        #expect(status.code == .overQuota)
        #expect(status.text == "Too much.")
        for (text, words) in [
            ("* OK\r\n", ""), ("* OK \r\n", ""), ("* OK [ALERT]\r\n", ""),
            ("* OK [no end\r\n", "[no end"), ("* OK [] x\r\n", "[] x"),
            ("* OK ends like a literal {5}\r\n", "ends like a literal {5}"),
            ("* ok [X \"]\"] y\r\n", "y"), ("* OK a\tb\u{1B}[1m\r\n", "a b [1m"),
        ] {
            guard case .status(let status) = try Self.read(text) else {
                Issue.record("\(text) is no status")
                continue
            }
            #expect(status.text == words)
        }
    }

    @Test("is short in what people read, whatever the server sends")
    func longText() throws {
        let text = "G1 NO " + String(repeating: "x", count: 5_000) + "\r\n"
        guard case .tagged(_, let status) = try Self.read(text) else {
            throw Miss("not tagged")
        }
        #expect(status.text.utf8.count == 500)
    }

    @Test("is data of the mailbox")
    func data() throws {
        #expect(try Self.read("* 12 EXISTS\r\n") == .exists(12))
        #expect(try Self.read("* 0 exists\r\n") == .exists(0))
        #expect(try Self.read("* 3 EXPUNGE\r\n") == .expunge(3))
        #expect(try Self.read("* 3 RECENT\r\n") == .other("RECENT"))
        #expect(try Self.read("* VANISHED 1:3,9\r\n") == .vanished(uidSet("1:3,9")))
        #expect(try Self.read("* VANISHED (EARLIER) 7\r\n") == .vanished(uidSet("7")))
        #expect(try Self.read("* FLAGS (\\Seen x)\r\n") == .flags([.seen, flag("x")]))
        #expect(try Self.read("* FLAGS ()\r\n") == .flags([]))
        #expect(try Self.read("+ go on\r\n") == .continuation)
        #expect(try Self.read("+\r\n") == .continuation)
        #expect(try Self.read("* STATUS INBOX (MESSAGES 5)\r\n") == .other("STATUS"))
        #expect(try Self.read("* X-NEW anything {3}\r\na\0b\r\n") == .other("X-NEW"))
        #expect(try Self.read("* ENABLED CONDSTORE\r\n") != nil)
    }

    @Test(
        "lists a mailbox",
        arguments: [
            ("* LIST (\\HasNoChildren) \"/\" INBOX\r\n", "INBOX", "/" as Character?),
            ("* LIST () NIL \"A &- B\"\r\n", "A & B", nil),
            ("* LIST (\\Sent) \".\" Envoy&AOk-s\r\n", "Envoyés", "."),
            ("* LIST () \"/\" {8}\r\nA \"b\" \\c\r\n", "A \"b\" \\c", "/"),
            ("* LIST () \"\\\\\" \"a\\\\b\"\r\n", "a\\b", "\\"),
            ("* LIST () \"/\" Sent (\"CHILDINFO\" (\"SUBSCRIBED\"))\r\n", "Sent", "/"),
        ]
    )
    func list(text: String, name: String, delimiter: Character?) throws {
        guard case .list(let listing) = try Self.read(text) else {
            throw Miss("no listing")
        }
        #expect(listing.name.text == name)
        #expect(listing.delimiter == delimiter)
        #expect(listing.holdsMails)
    }

    @Test("lists a level of names that holds no mails", arguments: ["\\Noselect", "\\NonExistent"])
    func level(attribute: String) throws {
        guard case .list(let listing) = try Self.read("* LIST (\(attribute)) \"/\" a\r\n") else {
            throw Miss("no listing")
        }
        #expect(!listing.holdsMails)
    }

    @Test("of a name that nobody can ask for is passed over")
    func undecodableName() throws {
        #expect(try Self.read("* LIST () \"/\" \"&broken\"\r\n") == .other("LIST"))
    }

    @Test(
        "that breaks the grammar is an error",
        arguments: [
            "\r\n", "*\r\n", "* \r\n", "*OK\r\n", "+OK\r\n", " * OK\r\n", "G1\r\n", "G1 OKAY\r\n",
            "G1 BYE x\r\n", "G1 PREAUTH x\r\n", "* 12\r\n", "* 12 \r\n", "* 12 EXISTS 3\r\n",
            "* 0 EXPUNGE\r\n", "* 4294967296 EXISTS\r\n", "* OK]\r\n",
            "* FLAGS\r\n", "* FLAGS (\\Seen\r\n", "* FLAGS ((x))\r\n", "* FLAGS (\"x\")\r\n",
            "* LIST\r\n", "* LIST () \"/\"\r\n", "* LIST () \"/\r\n", "* LIST () INBOX\r\n",
            "* VANISHED\r\n", "* VANISHED 0\r\n", "* VANISHED 1:*\r\n", "* VANISHED (LATER) 1\r\n",
            "* OK bare\n", "* OK nul\0\r\n", "HTTP/1.1 400 Bad Request\r\n", "\u{FF}\u{FE}\r\n",
            "* 1 FETCH\r\n", "* 1 FETCH ()\r\n", "* 0 FETCH (UID 1)\r\n",
        ]
    )
    func broken(text: String) throws {
        #expect(try Self.code(text) == .malformed)
    }

    @Test("to somebody else's command is an error", arguments: ["A001 OK x\r\n", "G0 OK x\r\n"])
    func foreignTag(text: String) throws {
        #expect(try Self.code(text) == .unknownTag)
    }

    @Test("errors are sentences without a word of the server")
    func sentences() throws {
        do {
            _ = try Self.read("* 1 FETCH (UID secret)\r\n")
            Issue.record("no error")
        } catch let error as ProtocolError {
            #expect(!error.sentence.contains("secret"))
            #expect(error.sentence.hasSuffix("the session was closed."))
        }
    }

    private func flag(_ text: String) throws -> Flag {
        try #require(Flag(parsing: text.utf8))
    }
}
