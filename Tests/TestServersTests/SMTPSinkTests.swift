// The sink takes mails as a server should, and misbehaves exactly as it is told.

import TestServers
import Testing

@Suite("The SMTP sink")
struct SMTPSinkTests {
    private static let mail = "Message-ID: <1@mileo.example>\r\n\r\n..Hello\r\n"

    private func client(_ sink: SMTPSink) throws -> SocketClient {
        let client = try SocketClient(port: sink.port)
        #expect(try client.line().hasPrefix("220 "))
        return client
    }

    private static func transaction(_ recipient: String = "a@client.example") -> String {
        "MAIL FROM:<sav@mileo.example> SIZE=44\r\nRCPT TO:<\(recipient)>\r\nDATA\r\n"
    }

    // One mail, step by step; the codes of the answers.
    private func send(_ client: SocketClient, to recipient: String) throws -> [String] {
        var codes: [String] = []
        for command in [
            "MAIL FROM:<sav@mileo.example>", "RCPT TO:<\(recipient)>", "DATA", Self.mail + ".",
        ] {
            try client.send(command)
            codes.append(String(try client.line().prefix(3)))
            if !"23".contains(codes.last?.first ?? "5") { break }
        }
        return codes
    }

    @Test func recordsWhatItTakes() throws {
        let sink = try SMTPSink()
        let client = try client(sink)
        try client.send("EHLO test.example")
        #expect(try client.lines(through: "250 ").contains("250-PIPELINING"))
        try client.sendBytes(Array((Self.transaction() + Self.mail + ".\r\nQUIT\r\n").utf8))
        let rest = String(decoding: try client.rest(), as: UTF8.self)
        #expect(
            rest.split(separator: "\r\n").map { $0.prefix(3) } == [
                "250", "250", "354", "250", "221",
            ]
        )
        let mail = try #require(sink.mails.first)
        #expect(mail.sender == "sav@mileo.example")
        #expect(mail.senderParameters == ["SIZE=44"])
        #expect(mail.recipients == ["a@client.example"])
        #expect(mail.messageID == "<1@mileo.example>")
        #expect(mail.bytes == Array("Message-ID: <1@mileo.example>\r\n\r\n.Hello\r\n".utf8))
        #expect(mail.offences.isEmpty)
        #expect(sink.counts == .init(connections: 1, transactions: 1, commands: 5))
    }

    @Test(arguments: [
        (SMTPFault.Stage.mail, ["451"]), (.recipient, ["250", "451"]),
        (.data, ["250", "250", "451"]), (.body, ["250", "250", "354", "451"]),
    ])
    func defersWhereItIsToldTo(_ stage: SMTPFault.Stage, _ codes: [String]) throws {
        let sink = try SMTPSink(faults: [SMTPFault(stage, .reply("451 4.7.1 Later"), times: 1)])
        let client = try client(sink)
        #expect(try send(client, to: "a@client.example") == codes)
        #expect(sink.mails.isEmpty)
        try client.send("RSET")
        _ = try client.line()
        #expect(try send(client, to: "a@client.example").last == "250")
        #expect(sink.mailCount == 1)
    }

    @Test func refusesOneRecipientOnly() throws {
        let refusal = SMTPFault(
            .recipient,
            .reply("550 5.1.1 Nobody"),
            recipient: "b@client.example"
        )
        let sink = try SMTPSink(faults: [refusal])
        let client = try client(sink)
        #expect(try send(client, to: "b@client.example") == ["250", "550"])
        try client.send("RSET")
        _ = try client.line()
        #expect(try send(client, to: "a@client.example").last == "250")
    }

    @Test(arguments: [(SMTPFault.Action.dropBefore, 0), (.dropAfter, 1)])
    func dropsAroundTheDot(_ action: SMTPFault.Action, _ count: Int) throws {
        let sink = try SMTPSink(faults: [SMTPFault(.body, action)])
        let client = try client(sink)
        #expect(throws: ServerError.self) { try send(client, to: "a@client.example") }
        #expect(sink.mailCount == count)
        #expect(sink.mails.allSatisfy { !$0.wasAnswered })
    }

    @Test(arguments: [SMTPFault.Stage.greeting, .hello, .mail])
    func saysThatItIsClosing(_ stage: SMTPFault.Stage) throws {
        let sink = try SMTPSink(faults: [SMTPFault(stage, .replyAndDrop("421 4.3.2 Closing"))])
        let client = try SocketClient(port: sink.port)
        try client.send("EHLO test.example", "MAIL FROM:<>")
        let lines = String(decoding: try client.rest(), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.last == "421 4.3.2 Closing")
    }

    @Test func staysMute() throws {
        let sink = try SMTPSink(faults: [SMTPFault(.greeting, .mute)])
        #expect(try SocketClient(port: sink.port).isMute(forMilliseconds: 50))
    }

    @Test(arguments: [SMTPFault.Action.slow(milliseconds: 30), .drip(milliseconds: 1)])
    func takesItsTime(_ action: SMTPFault.Action) throws {
        let sink = try SMTPSink(faults: [SMTPFault(.mail, action)])
        #expect(try send(client(sink), to: "a@client.example").last == "250")
    }

    @Test func announcesOnlyWhatItIsToldTo() throws {
        var options = SMTPSink.Options()
        options.pipelining = false
        options.size = nil
        options.eightBitMIME = false
        options.smtpUTF8 = false
        options.dsn = false
        let sink = try SMTPSink(options)
        let client = try client(sink)
        try client.send("EHLO test.example", "NOOP")
        #expect(
            try client.lines(through: "250 ") == ["250-sink.example", "250 ENHANCEDSTATUSCODES"]
        )
        #expect(try client.line().hasPrefix("250 2.0.0"))
        #expect(sink.counts.unannouncedPipelining == 1)
    }

    @Test(arguments: [
        (SMTPSink.Options.StartTLS.missing, "502"), (.refused, "454"), (.plainTextFollows, "220"),
    ])
    func hasNoTLSToStart(_ way: SMTPSink.Options.StartTLS, _ code: String) throws {
        var options = SMTPSink.Options()
        options.startTLS = way
        let sink = try SMTPSink(options)
        let client = try client(sink)
        try client.send("STARTTLS")
        #expect(try client.line().hasPrefix(code))
    }

    @Test(arguments: [("pw", "235"), ("guess", "535")])
    func knowsOnePassword(_ password: String, _ code: String) throws {
        var options = SMTPSink.Options()
        options.offersAuthentication = true
        options.requiresAuthentication = true
        let sink = try SMTPSink(options)
        let client = try client(sink)
        #expect(try send(client, to: "a@client.example") == ["530"])
        try client.send("AUTH PLAIN \(base64("\0sav\0\(password)"))")
        #expect(try client.line().hasPrefix(code))
    }

    @Test(arguments: [(true, 2), (false, 1)])
    func isFooledByBareLineFeedsOnlyWhenLenient(_ isLenient: Bool, _ count: Int) throws {
        var options = SMTPSink.Options()
        options.isLenientAboutBareLF = isLenient
        let sink = try SMTPSink(options)
        let client = try client(sink)
        let smuggled = "Hello\n.\n" + Self.transaction("victim@client.example") + "Spoof\r\n.\r\n"
        try client.sendBytes(Array((Self.transaction() + smuggled + "QUIT\r\n").utf8))
        _ = try client.rest()
        #expect(sink.mailCount == count)
        #expect(sink.mails.first?.offences.isEmpty == false)
    }

    @Test func isQuickEnoughForABenchmark() throws {
        let sink = try SMTPSink()
        let client = try client(sink)
        let mails = 5000
        let one = Array((Self.transaction() + Self.mail + ".\r\n").utf8)
        let began = Deadline.milliseconds
        for _ in 0..<(mails / 100) {
            try client.sendBytes(Array(repeatElement(one, count: 100).joined()))
            for _ in 0..<400 { _ = try client.lineBytes() }
        }
        let milliseconds = Deadline.milliseconds - began
        #expect(sink.mailCount == mails)
        // A tenth of the speed that is wanted: other tests run at the same time.
        #expect(milliseconds < 10_000, "5,000 mails took \(milliseconds) ms.")
    }
}
