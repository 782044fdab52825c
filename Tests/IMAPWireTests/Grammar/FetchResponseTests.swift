// What a FETCH response says, and that unknown items are passed over by their grammar. The order of
// items means nothing, so every order is read. What is broken, cut short or nested too deeply is an
// error of its own kind.

import IMAPWire
import Testing

@Suite("FetchResponse")
struct FetchResponseTests {
    private func read(_ items: String, limit: Int = 1_000) throws -> FetchResponse {
        let response = try ResponseTests.read("* 3 FETCH (\(items))\r\n", limit: limit)
        guard case .fetch(let fetch) = response else {
            throw Miss("no FETCH response")
        }
        return fetch
    }

    @Test("gives all that is asked for, in any order")
    func all() throws {
        let items = [
            "UID 42", "RFC822.SIZE 5", "FLAGS (\\Seen $Filed)", "MODSEQ (77)",
            "INTERNALDATE \"17-Jul-2026 02:44:25 +0200\"", "BODY[] {5}\r\nab\r\nc",
        ]
        for turn in items.indices {
            let order = items[turn...] + items[..<turn]
            let fetch = try read(order.joined(separator: " "))
            #expect(fetch.sequenceNumber == 3)
            #expect(fetch.uid == UID(42))
            #expect(fetch.size == 5)
            #expect(fetch.flags?.map(\.text) == ["\\Seen", "$Filed"])
            #expect(fetch.modSeq == ModSeq(77))
            #expect(fetch.internalDate?.secondsSince1970 == 1_784_249_065)
            #expect(fetch.body == .bytes("ab\r\nc".bytes))
        }
    }

    @Test("tells NIL, empty, quoted, a piece and a literal too large apart")
    func contents() throws {
        let rows: [(String, Content)] = [
            ("BODY[] NIL", .absent), ("BODY[] \"\"", .bytes([])), ("BODY[] {0}\r\n", .bytes([])),
            ("BODY[] \"a\\\"b\"", .bytes("a\"b".bytes)), ("BODY[]<0> {2}\r\nab", .piece),
            ("BODY[]<0> NIL", .piece), ("BODY[] {12}\r\n0123456789ab", .skipped(length: 12)),
            ("body[] {1+}\r\nx", .bytes("x".bytes)), ("BODY[] ~{2}\r\n\0\n", .bytes([0, 10])),
        ]
        for (item, content) in rows {
            #expect(try read("UID 1 " + item, limit: 10).body == content)
        }
        #expect(try read("BODY[HEADER] {1}\r\nx").header == .bytes("x".bytes))
        #expect(try read("BODY[HEADER]<0> {1}\r\nx").header == .piece)
        #expect(try read("BODY[TEXT] {1}\r\nx UID 4").body == nil)
    }

    @Test(
        "passes over what it does not know",
        arguments: [
            "ENVELOPE (NIL \"a)b\" ((NIL NIL \"x\" {5}\r\ny(z\"q)) NIL)",
            "BODYSTRUCTURE (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"x\") NIL NIL \"7BIT\" 5 1)",
            "BODYSTRUCTURE ((\"a\" \"b\")(\"c\" \"d\") \"MIXED\")", "BODY (\"TEXT\" \"PLAIN\")",
            "X-GM-MSGID 1278455344230334865", "X-GM-LABELS (\\Inbox \"a b\" {1}\r\n))",
            "BINARY[1] ~{3}\r\na\0b", "BINARY.SIZE[1.2] 5", "PREVIEW NIL", "EMAILID (M1)",
            "BODY[HEADER.FIELDS (\"From\" To)] {2}\r\n\r\n", "BODY[1.MIME]<5> \"x\"",
            "BODY[HEADER.FIELDS ({4}\r\nFrom)] \"\"", "RFC822.HEADER {3}\r\nUID",
            "SAVEDATE \"17-Jul-2026 02:44:25 +0200\"", "X-A ()", "X-B (() ((())))", "THREADID NIL",
        ]
    )
    func unknown(item: String) throws {
        for text in ["UID 42 \(item) RFC822.SIZE 9", "\(item) RFC822.SIZE 9 UID 42"] {
            let fetch = try read(text)
            #expect(fetch.uid == UID(42))
            #expect(fetch.size == 9)
            #expect(fetch.body == nil)
        }
    }

    @Test("keeps a mail whose date no calendar has")
    func badDate() throws {
        let fetch = try read("INTERNALDATE \"31-Feb-2026 02:44:25 +0200\" UID 42")
        #expect(fetch.internalDate == nil)
        #expect(fetch.uid == UID(42))
    }

    @Test(
        "is an error when it breaks the grammar",
        arguments: [
            "", " ", "UID", "UID ", "UID 0", "UID -1", "UID 42 UID 43", "UID 42 UID 42",
            "UID 4294967296", "UID  42", "UID 42 ", "UID (42)", "UID NIL",
            "RFC822.SIZE 1 RFC822.SIZE 2", "RFC822.SIZE -1", "RFC822.SIZE 9223372036854775808",
            "FLAGS \\Seen", "FLAGS ((\\Seen))", "FLAGS NIL", "MODSEQ 7", "MODSEQ (x)",
            "INTERNALDATE NIL", "BODY[] {-5}\r\nabcde", "BODY[] {5 }\r\nabcde", "BODY[] {}\r\n",
            "BODY[] {5x}\r\nabcde", "BODY[] x", "BODY[] \"a", "BODY[] \"a\\", "BODY[",
            "BODY[] {1}\r\nx BODY[] {1}\r\ny", "BODY[]<x> NIL", "BODY[] {1}\r\nxUID 1",
            "BODY[] {1}\r\nxy", "X-A (", "X-A )", "X-A \"a", "X-A", "(UID 1)", "X-A {5}",
            "BODY[HEADER.FIELDS (a b",
        ]
    )
    func broken(items: String) throws {
        let code = try ResponseTests.code("* 3 FETCH (\(items))\r\n")
        // Some of these announce a literal that swallows the end: then nothing comes out at all.
        #expect(code == .malformed || (code == nil && items.hasSuffix("{5}")))
    }

    @Test("is an error when lists are nested too deeply")
    func nesting() throws {
        func nested(_ depth: Int) -> String {
            let text = String(repeating: "(", count: depth) + String(repeating: ")", count: depth)
            return "* 3 FETCH (X-A \(text))\r\n"
        }
        #expect(try ResponseTests.code(nested(20)) == nil)
        #expect(try ResponseTests.code(nested(21)) == .nestingTooDeep)
        #expect(try ResponseTests.code(nested(5_000)) == .nestingTooDeep)
    }
}
