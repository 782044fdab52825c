// Replies, whole and broken, in every portion in which a network may bring them.

import Testing

@testable import SMTPWire

@Suite("ReplyParser")
struct ReplyParserTests {
    /// What a parser makes of bytes: the replies as text, then the error if there was one.
    private func read(_ portions: [[UInt8]]) -> [String] {
        var parser = ReplyParser()
        var read: [String] = []
        do {
            for portion in portions {
                parser.append(portion)
                while let reply = try parser.next() {
                    read.append("\(reply.code)|" + reply.lines.joined(separator: "|"))
                }
            }
        } catch {
            read.append("\(error.code)")
        }
        return read
    }

    @Test(
        "reads the same however the bytes were cut",
        arguments: [
            // Valid.
            ("250 Ok\r\n", ["250|Ok"]),
            ("250\r\n", ["250|"]),
            ("250 \r\n", ["250|"]),
            ("250-a\r\n250-b\r\n250 c\r\n", ["250|a|b|c"]),
            ("250-a\r\n250\r\n", ["250|a|"]),
            ("250-\r\n250 \r\n", ["250||"]),
            ("250 a\r\n354 b\r\n550 c\r\n", ["250|a", "354|b", "550|c"]),
            ("250 a\n250-b\n250 c\n", ["250|a", "250|b|c"]),
            ("571 5.7.1 non livré à cette adresse\r\n", ["571|5.7.1 non livré à cette adresse"]),
            // Odd, and harmless.
            ("250 a\rb\u{1B}[2J\0c\r\n", ["250|a b [2J c"]),
            ("250 a\r\r\n", ["250|a "]),
            ("250 x\u{202E}y\u{2028}z\r\n", ["250|x y z"]),
            // Invalid.
            ("\r\n", ["malformedLine"]),
            ("hello\r\n", ["malformedLine"]),
            ("25\r\n", ["malformedLine"]),
            ("2500 Ok\r\n", ["malformedLine"]),
            ("250_Ok\r\n", ["malformedLine"]),
            ("250\tOk\r\n", ["malformedLine"]),
            (" 250 Ok\r\n", ["malformedLine"]),
            ("+50 Ok\r\n", ["malformedLine"]),
            ("٢٥٠ Ok\r\n", ["malformedLine"]),
            ("150 Ok\r\n", ["malformedLine"]),
            ("600 Ok\r\n", ["malformedLine"]),
            ("000 Ok\r\n", ["malformedLine"]),
            ("HTTP/1.1 400 Bad Request\r\n", ["malformedLine"]),
            ("\0\0\0\0\n", ["malformedLine"]),
            ("250-a\r\n550 b\r\n", ["mixedCodes"]),
            ("550-a\r\n250 b\r\n", ["mixedCodes"]),
            ("250-a\r\n251 b\r\n", ["mixedCodes"]),
            ("250-a\r\nb\r\n", ["malformedLine"]),
            ("250 a\r\nnonsense\r\n250 b\r\n", ["250|a", "malformedLine"]),
            // Cut short.
            ("", []), ("2", []), ("250", []), ("250 Ok", []), ("250 Ok\r", []),
            ("250-a\r\n", []), ("250-a\r\n250", []), ("250-a\r\n250-b\r\n250 c\r", []),
            ("250 a\r\n55", ["250|a"]),
        ]
    )
    func reads(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        #expect(read([bytes]) == expected)
        #expect(read(bytes.map { [$0] }) == expected)
        for seed in 0..<10 {
            var generator = SeededGenerator(seed: seed)
            #expect(read(generator.pieces(of: bytes, longest: 7)) == expected, "seed \(seed)")
        }
    }

    @Test("keeps bytes that are not UTF-8 as U+FFFD")
    func badBytes() {
        #expect(read([Array("250 caf".utf8) + [0xE9] + Array("\r\n".utf8)]) == ["250|caf\u{FFFD}"])
        #expect(read([[0xFF, 0xFE, 0x0A]]) == ["malformedLine"])
    }

    @Test("keeps 2,000 bytes of a line and stands 8,192")
    func longLines() {
        func line(_ count: Int) -> [UInt8] {
            Array("250 ".utf8) + Array(repeating: 0x61, count: count - 6) + Array("\r\n".utf8)
        }
        #expect(read([line(2_006)]).first?.utf8.count == 2_004)
        #expect(read([line(2_007)]).first?.utf8.count == 2_004)
        #expect(read([line(8_192)]).first?.utf8.count == 2_004)
        #expect(read([line(8_193)]) == ["lineTooLong"])
        #expect(read(line(8_193).map { [$0] }) == ["lineTooLong"])
        #expect(read([Array(repeating: 0x32, count: 1_000_000)]) == ["lineTooLong"])
        #expect(read([line(8_192) + line(8_192)]).count == 2)
    }

    @Test("stands 200 lines")
    func manyLines() {
        let line = Array("250-a\r\n".utf8)
        let last = Array("250 a\r\n".utf8)
        func reply(_ count: Int) -> [UInt8] {
            Array(repeatElement(line, count: count - 1).joined()) + last
        }
        #expect(read([reply(200)]).count == 1)
        #expect(read([reply(200)]).first?.count == 403)
        #expect(read([reply(201)]) == ["tooManyLines"])
        #expect(read([Array(repeatElement(line, count: 100_000).joined())]) == ["tooManyLines"])
    }

    @Test("is in order again after each reply")
    func forgets() {
        let text = "250-a\r\n250 b\r\n550 c\r\n250-d\r\n250 e\r\n"
        #expect(read([Array(text.utf8)]) == ["250|a|b", "550|c", "250|d|e"])
    }
}

@Suite("Reply")
struct ReplyTests {
    private func reply(_ text: String) throws -> Reply {
        var parser = ReplyParser()
        parser.append(Array(text.utf8))
        return try #require(try parser.next())
    }

    @Test(
        "finds the enhanced status at the head of its text",
        arguments: [
            ("250 2.1.0 Ok\r\n", "2.1.0" as String?), ("550 5.1.1\r\n", "5.1.1"),
            ("451-4.7.1 Greylisted\r\n451 4.7.1 try later\r\n", "4.7.1"),
            ("550 no such user\r\n", nil),
            ("550\r\n", nil), ("550 \r\n", nil), ("550 4.1.1 contradiction\r\n", nil),
            ("354 2.0.0 go on\r\n", nil), ("250 2.1.0Ok\r\n", nil), ("250  2.1.0 Ok\r\n", nil),
        ]
    )
    func status(text: String, status: String?) throws {
        #expect(try reply(text).enhancedStatus?.description == status)
    }

    @Test("is one line for a person")
    func description() throws {
        let text = "550-5.1.1 The account\r\n550-\r\n550 5.1.1 does not exist\r\n"
        #expect(try reply(text).description == "550 5.1.1 The account 5.1.1 does not exist")
        #expect(try reply("250\r\n").description == "250")
    }
}
