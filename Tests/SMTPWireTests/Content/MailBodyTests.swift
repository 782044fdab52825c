// What is known of a content before it is sent.

import Testing

@testable import SMTPWire

@Suite("MailBody")
struct MailBodyTests {
    @Test(
        "knows its canonical size and its longest line",
        arguments: [
            ("", 0, 0), ("a", 3, 1), ("a\n", 3, 1), ("a\r\n", 3, 1), ("a\r", 3, 1), ("\r\n", 2, 0),
            ("\n", 2, 0), ("\r\r\n", 4, 0), ("\n\r", 4, 0), ("abc\nde", 9, 3), (".\n", 3, 1),
            ("a\r\nbcde", 9, 4),
        ]
    )
    func measures(text: String, size: Int, longestLine: Int) {
        let body = MailBody(Array(text.utf8))
        #expect(body.size == size)
        #expect(body.longestLine == longestLine)
    }

    @Test("sees a byte above 127 wherever it is")
    func eightBit() {
        #expect(!MailBody(Array("plain \u{7F}\r\n".utf8)).isEightBit)
        #expect(MailBody([0x80]).isEightBit)
        #expect(MailBody(Array("a\r\nb\r\né".utf8)).isEightBit)
        #expect(MailBody(Array("é\r\n".utf8)).isEightBit)
    }
}

@Suite("Obstacle")
struct ObstacleTests {
    private func obstacle(
        _ content: String,
        to recipient: String = "a.martin@client.example",
        offers: String
    ) throws -> Obstacle? {
        var parser = ReplyParser()
        let lines = ["mx"] + offers.split(separator: ",").map(String.init)
        parser.append(Array(lines.dropLast().map { "250-\($0)\r\n" }.joined().utf8))
        parser.append(Array("250 \(lines.last ?? "")\r\n".utf8))
        let capabilities = Capabilities(try #require(try parser.next()))
        let mail = MailObject(
            token: 1,
            sender: .null,
            recipient: try #require(Path(recipient)),
            body: MailBody(Array(content.utf8))
        )
        return capabilities.obstacle(to: mail)
    }

    @Test("lets plain mail pass everywhere", arguments: ["", "PIPELINING", "SIZE 9", "SIZE 0"])
    func plain(offers: String) throws {
        #expect(try obstacle("Bonjour", offers: offers) == nil)
    }

    @Test("is a size above the limit, counted with canonical line ends")
    func size() throws {
        #expect(try obstacle("a\nb\nc\n", offers: "SIZE 9") == nil)
        #expect(try obstacle("a\nb\nc\n", offers: "SIZE 8") == .tooLarge(size: 9, limit: 8))
        #expect(try obstacle(".\n.\n", offers: "SIZE 6") == nil)
    }

    @Test("is a line of more than 998 bytes, even where 8-bit is welcome")
    func lineLength() throws {
        let line = String(repeating: "a", count: 998)
        #expect(try obstacle(line + "\n", offers: "") == nil)
        #expect(try obstacle(line + "a\n", offers: "8BITMIME") == .lineTooLong(length: 999))
        #expect(try obstacle("b\n" + line + "aa", offers: "") == .lineTooLong(length: 1000))
    }

    @Test("is a byte above 127 without 8BITMIME")
    func eightBit() throws {
        #expect(try obstacle("été", offers: "SMTPUTF8") == .needsEightBit)
        #expect(try obstacle("été", offers: "8BITMIME") == nil)
    }

    @Test("is an international address without SMTPUTF8")
    func international() throws {
        let recipient = "été@client.example"
        #expect(try obstacle("a", to: recipient, offers: "8BITMIME") == .needsSMTPUTF8)
        #expect(try obstacle("a", to: recipient, offers: "SMTPUTF8") == nil)
    }

    @Test(
        "says what the matter is and what to do",
        arguments: [
            Obstacle.tooLarge(size: 2, limit: 1), .needsSMTPUTF8, .needsEightBit,
            .lineTooLong(length: 999),
        ]
    )
    func sentence(obstacle: Obstacle) {
        #expect(obstacle.sentence.hasSuffix("."))
        #expect(obstacle.sentence.contains(";"))
    }
}
