// What searches found, from one number to mailboxes of hundreds of thousands. Long results are fed
// in pieces of several sizes, in ascending and descending order. What is no set, or too large for
// any mailbox, is given up early.

import IMAPWire
import Testing

@Suite("SearchResponse")
struct SearchResponseTests {
    private func read(_ text: String, chunk: Int = .max) throws -> SearchResponse? {
        var parser = ResponseParser(limits: try limits())
        let bytes = text.bytes
        var start = 0
        while start < bytes.count {
            let end = start + min(chunk, bytes.count - start)
            var input = bytes[start..<end]
            if case .search(let search) = try parser.next(from: &input) { return search }
            start = end
        }
        return nil
    }

    @Test(
        "reads both forms",
        arguments: [
            ("* SEARCH", ""), ("* SEARCH ", ""), ("* SEARCH 5", "5"), ("* SEARCH 3 1 2 9", "1:3,9"),
            ("* search 1 1 1", "1"), ("* SEARCH 7 8 ", "7:8"), ("* SEARCH 7  8", "7:8"),
            ("* SEARCH 7 (MODSEQ 917)", "7"), ("* ESEARCH (TAG \"G1\") UID ALL 1:3,9", "1:3,9"),
            ("* ESEARCH (TAG \"G1\") UID", ""), ("* ESEARCH UID ALL 4", "4"),
            ("* ESEARCH (TAG G1) UID MIN 1 MAX 9 COUNT 2 ALL 1,9 MODSEQ 7", "1,9"),
            ("* ESEARCH (TAG {2}\r\nG1) UID X-NEW (a (b)) ALL 2", "2"),
        ]
    )
    func forms(text: String, found: String) throws {
        let search = try #require(try read(text + "\r\n"))
        #expect(search.uids == (try uidSet(found)))
        #expect(search.isByUID)
        #expect(search.tag == (text.contains("G1") ? Tag(1) : nil))
    }

    @Test("sees sequence numbers in an ESEARCH that is not by UID")
    func notByUID() throws {
        #expect(try #require(try read("* ESEARCH (TAG \"G1\") ALL 1:3\r\n")).isByUID == false)
    }

    @Test(
        "refuses what breaks the grammar",
        arguments: [
            "* SEARCH x", "* SEARCH 0", "* SEARCH -1", "* SEARCH 4294967296", "* SEARCH 1,2",
            "* SEARCH 1:3", "* SEARCH (MODSEQ", "* SEARCH 1 (MODSEQ 5", "* SEARCH 1 (X 5)",
            "* SEARCH1", "* ESEARCH (TAG \"G1\"", "* ESEARCH (TAG) UID", "* ESEARCH (X \"G1\") UID",
            "* ESEARCH UID ALL", "* ESEARCH UID ALL *", "* ESEARCH UID ALL 1,",
            "* ESEARCH UID ALL 0", "* SEARCH 1 \"2\"",
        ]
    )
    func broken(text: String) throws {
        let code = try ResponseTests.code(text + "\r\n")
        #expect(code == .malformed || (code == nil && text == "* SEARCH1"))
    }

    @Test("refuses an answer to somebody else's search")
    func foreignTag() throws {
        #expect(try ResponseTests.code("* ESEARCH (TAG \"A1\") UID ALL 1\r\n") == .unknownTag)
    }

    @Test(
        "reads mailboxes of any size, in pieces of any size",
        arguments: [5_000, 200_000],
        [1_000, 16_384, 1_000_000]
    )
    func large(count: Int, chunk: Int) throws {
        let numbers = (1...count).map { "\($0 * 3)" }
        let expected = UIDSet(try (1...UInt32(count)).map { try uid($0 * 3) })
        for text in [
            "* SEARCH " + numbers.joined(separator: " ") + " (MODSEQ 5)\r\n",
            "* SEARCH " + numbers.reversed().joined(separator: " ") + "\r\n",
            "* ESEARCH (TAG \"G1\") UID ALL " + numbers.joined(separator: ",") + " MODSEQ 5\r\n",
        ] {
            #expect(try #require(try read(text, chunk: chunk)).uids == expected)
        }
    }

    @Test("reads a long VANISHED")
    func vanished() throws {
        let numbers = (1...20_000).map { "\($0 * 3)" }.joined(separator: ",")
        guard
            case .vanished(let set) = try ResponseTests.read("* VANISHED (EARLIER) \(numbers)\r\n")
        else { throw Miss("no VANISHED") }
        #expect(set.count == 20_000)
    }

    @Test("gives up on a set that no mailbox explains")
    func endless() throws {
        var parser = ResponseParser(limits: try limits())
        var first = "* SEARCH ".bytes[...]
        _ = try parser.next(from: &first)
        let numbers = (0..<8_000).map { "\($0 * 2 + 1)" }.joined(separator: " ").bytes + [0x20]
        #expect {
            for _ in 0..<400 {
                var input = numbers[...]
                _ = try parser.next(from: &input)
            }
        } throws: { ($0 as? ProtocolError)?.code == .tooManyMembers }
    }

    @Test("gives up on a long line that is no set")
    func notASet() throws {
        let junk = String(repeating: "x", count: 70_000)
        for text in ["* SEARCH \(junk)", "* SEARCH 1 2 \(junk) 3", "* ESEARCH UID ALL 1,\(junk)"] {
            let code = try ResponseTests.code(text + "\r\n")
            #expect(code == .lineTooLong || code == .malformed)
        }
    }
}
