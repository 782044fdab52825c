// What a server offers, well and badly written.

import Testing

@testable import SMTPWire

@Suite("Capabilities")
struct CapabilitiesTests {
    private func capabilities(_ lines: String...) throws -> Capabilities {
        let text = lines.enumerated().map { index, line in
            "250\(index == lines.count - 1 ? " " : "-")\(line)\r\n"
        }
        var parser = ReplyParser()
        parser.append(Array(text.joined().utf8))
        return Capabilities(try #require(try parser.next()))
    }

    @Test("reads every extension that it knows")
    func reads() throws {
        let all = try capabilities(
            "mx.mileo.example at your service",
            "PIPELINING",
            "SIZE 52428800",
            "DSN",
            "8BITMIME",
            "SMTPUTF8",
            "ENHANCEDSTATUSCODES",
            "CHUNKING",
            "STARTTLS",
            "AUTH PLAIN LOGIN XOAUTH2",
            "VRFY",
            "HELP"
        )
        #expect(all.serverName == "mx.mileo.example")
        #expect(all.pipelining && all.size && all.deliveryStatusNotification && all.eightBitMIME)
        #expect(all.smtpUTF8 && all.enhancedStatusCodes && all.chunking && all.startTLS)
        #expect(all.sizeLimit == 52_428_800)
        #expect(all.authentication == ["PLAIN", "LOGIN", "XOAUTH2"])
        #expect(all.keywords.last == "HELP")
        #expect(all.keywords.count == 11)
    }

    @Test("offers nothing where nothing is said", arguments: ["mx.mileo.example", "", "  "])
    func nothing(greeting: String) throws {
        let none = try capabilities(greeting)
        #expect(none.keywords.isEmpty)
        #expect(!none.pipelining && !none.size && !none.eightBitMIME && !none.smtpUTF8)
        #expect(none.sizeLimit == nil)
    }

    @Test("does not take the greeting for an offer")
    func greeting() throws {
        #expect(try !capabilities("PIPELINING", "HELP").pipelining)
    }

    @Test(
        "reads a limit of size only where there is one",
        arguments: [
            ("SIZE 1000", 1000 as Int?), ("size 1000", 1000), ("SIZE=1000", 1000), ("SIZE", nil),
            ("SIZE 0", nil), ("SIZE -5", nil), ("SIZE many", nil), ("SIZE 1000 extra", 1000),
            ("SIZE 99999999999999999999999", nil), ("SIZE  1000", 1000), ("SIZE\t1000", 1000),
        ]
    )
    func size(line: String, limit: Int?) throws {
        let offered = try capabilities("mx", line)
        #expect(offered.size)
        #expect(offered.sizeLimit == limit)
    }

    @Test("believes the smaller of two limits")
    func twoLimits() throws {
        #expect(try capabilities("mx", "SIZE 9000", "SIZE 1000").sizeLimit == 1000)
        #expect(try capabilities("mx", "SIZE 1000", "SIZE 9000").sizeLimit == 1000)
    }

    @Test("knows words in any case, and no others")
    func words() throws {
        let offered = try capabilities("mx", "pipelining", "8BitMime", "SMTPUTF8X", "X-SIZE 1")
        #expect(offered.pipelining && offered.eightBitMIME)
        #expect(!offered.smtpUTF8 && !offered.size)
    }

    @Test(
        "makes nothing of lines that are not offers",
        arguments: ["", " ", "=", "\0", "<>", "é", "PIPE LINING", "\u{1B}[2J", "*"]
    )
    func noOffers(line: String) throws {
        #expect(try !capabilities("mx", line).pipelining)
    }

    @Test("counts a mechanism once, in both forms of writing")
    func authentication() throws {
        let offered = try capabilities("mx", "AUTH PLAIN LOGIN", "AUTH=LOGIN plain XOAUTH2")
        #expect(offered.authentication == ["PLAIN", "LOGIN", "XOAUTH2"])
    }
}
