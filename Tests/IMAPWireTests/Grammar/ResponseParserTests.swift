// The stream cut into responses: any cut, any literal, any announcement. Nothing comes out before
// it is whole, and nothing is lost behind a literal that was skipped. Announcements that no memory
// holds are refused without asking for it.

import IMAPWire
import Testing

@Suite("ResponseParser")
struct ResponseParserTests {
    private static let stream = """
        * 3 EXISTS\r
        * 1 FETCH (UID 42 BODY[] {14}\r
        G9 OK fake\r
        x)\r) FLAGS ())\r
        * OK text that ends like a literal {9}\r
        * LIST () "/" {3}\r
        a b\r
        G1 OK {4}\r
        * SEARCH 1 2 3\r
        * 2 FETCH (BODY[] {0}\r
         UID 43)\r

        """

    private func responses(_ bytes: [UInt8], chunk: () -> Int) throws -> [Response] {
        var parser = ResponseParser(limits: try limits())
        var all: [Response] = []
        var start = 0
        while start < bytes.count {
            let end = start + max(1, min(chunk(), bytes.count - start))
            var input = bytes[start..<end]
            while let response = try parser.next(from: &input) { all.append(response) }
            #expect(input.isEmpty)
            start = end
        }
        #expect(!parser.isAmidResponse)
        return all
    }

    @Test("gives the same responses however the stream is cut")
    func anyCut() throws {
        let bytes = Self.stream.replacing("x)\r) ", with: "x) ").bytes
        let whole = try responses(bytes) { .max }
        #expect(whole.count == 7)
        #expect(try responses(bytes) { 1 } == whole)
        for seed: UInt64 in 0..<50 {
            var generator = SeededGenerator(seed: seed)
            #expect(try responses(bytes) { Int.random(in: 1...40, using: &generator) } == whole)
        }
    }

    @Test("takes literals byte for byte, whatever they hold")
    func binaryLiteral() throws {
        let bytes: [UInt8] = (0...255).map { $0 } + "\r\n)\r\nG1 OK done\r\n{5}\r\n".bytes
        let stream = "* 1 FETCH (UID 7 BODY[] {\(bytes.count)}\r\n".bytes + bytes + ")\r\n".bytes
        guard case .fetch(let fetch) = try responses(stream, chunk: { 7 }).first else {
            throw Miss("no FETCH")
        }
        #expect(fetch.body == .bytes(bytes))
    }

    @Test(
        "closes on announcements that are never meant",
        arguments: [
            "9223372036854775807", "9223372036854775808", "18446744073709551616", "268435457",
            "99999999999999999999999999999999999999999",
        ]
    )
    func hugeAnnouncement(length: String) throws {
        #expect(
            try ResponseTests.code("* 1 FETCH (UID 42 BODY[] {\(length)}\r\nx") == .literalTooLarge
        )
    }

    @Test("skips a literal above the limit and goes on behind it")
    func skips() throws {
        var parser = ResponseParser(limits: try limits(100))
        let body = [UInt8](repeating: 120, count: 1_000_000)
        let stream =
            "* 1 FETCH (UID 42 BODY[] {1000000}\r\n".bytes + body + ")\r\n* 5 EXISTS\r\n".bytes
        var input = stream[...]
        guard case .fetch(let fetch) = try parser.next(from: &input) else {
            throw Miss("no FETCH")
        }
        #expect(fetch.body == .skipped(length: 1_000_000))
        #expect(try parser.next(from: &input) == .exists(5))
    }

    @Test("keeps the literals of one response below the limit together")
    func sumOfLiterals() throws {
        let text =
            "* 1 FETCH (X-A {60}\r\n\(String(repeating: "a", count: 60)) BODY[] {60}\r\n"
            + "\(String(repeating: "b", count: 60)) UID 1)\r\n"
        guard case .fetch(let fetch) = try ResponseTests.read(text, limit: 100) else {
            throw Miss("no FETCH")
        }
        #expect(fetch.body == .skipped(length: 60))
    }

    @Test("closes on too many literals and on too long a line")
    func tooMuch() throws {
        let literals = String(repeating: " {0}\r\n", count: 101)
        #expect(try ResponseTests.code("* X\(literals)\r\n") == .malformed)
        let long = String(repeating: "x", count: Limits.lineBytesMaximum)
        #expect(try ResponseTests.code("* OK \(long)\r\n") == .lineTooLong)
        #expect(try ResponseTests.code("* OK \(long)") == .lineTooLong)
        #expect(try ResponseTests.code("* OK \(long.dropLast(100))\r\n") == nil)
    }

    @Test("gives nothing of a response that is cut short, at any byte")
    func cutShort() throws {
        let bytes = "* 1 FETCH (UID 42 RFC822.SIZE 5 BODY[] {5}\r\nab\r\nc FLAGS ())\r\n".bytes
        for end in 0..<bytes.count {
            var parser = ResponseParser(limits: try limits())
            var input = bytes[..<end]
            #expect(try parser.next(from: &input) == nil)
            #expect(parser.isAmidResponse == (end > 0))
            let isInLiteral = end >= 44 && end < 49
            #expect(parser.uidCutShort == (isInLiteral ? UID(42) : nil))
        }
    }

    @Test("names no mail that was cut short where none is named")
    func cutShortWithoutUID() throws {
        for text in [
            "* 1 FETCH (BODY[] {5}\r\nab", "* LIST () \"/\" {5}\r\nab", "* 1 FETCH {5}\r\nab",
            "* 1 FETCH (UID 0 BODY[] {5}\r\n", "* X {5}\r\n",
        ] {
            var parser = ResponseParser(limits: try limits())
            var input = text.bytes[...]
            #expect(try parser.next(from: &input) == nil)
            #expect(parser.uidCutShort == nil)
        }
    }

    @Test("takes a body of 25 MB in small pieces", .timeLimit(.minutes(10)))
    func largeBody() throws {
        let size = 25 << 20
        var parser = ResponseParser(limits: try limits(size))
        var head = "* 1 FETCH (UID 42 BODY[] {\(size)}\r\n".bytes[...]
        #expect(try parser.next(from: &head) == nil)
        let piece = [UInt8](repeating: 120, count: 16 << 10)
        for _ in 0..<(size / piece.count) {
            var input = piece[...]
            #expect(try parser.next(from: &input) == nil)
        }
        var tail = ")\r\n".bytes[...]
        guard case .fetch(let fetch) = try parser.next(from: &tail),
            case .bytes(let body) = fetch.body
        else { throw Miss("no body") }
        #expect(body.count == size)
    }

    @Test("has limits that make sense only", arguments: [0, -1, (1 << 30) + 1, .max, .min])
    func wrongLimits(bytes: Int) {
        #expect(Limits(literalBytesMaximum: bytes) == nil)
    }
}
