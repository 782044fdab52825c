// A session in a test: texts instead of bytes.

import Testing

@testable import SMTPWire

extension Session {
    /// A session of our gateway.
    static func make() throws -> Session {
        Session(clientDomain: try #require(ClientDomain("gate.mileo.example")))
    }

    /// A session that has heard these offers.
    static func open(offering keywords: String...) throws -> Session {
        var session = try make()
        _ = session.written()
        let lines = ["mx.client.example"] + keywords
        for line in lines.dropLast() { _ = session.hear("250-\(line)\r\n") }
        _ = session.hear("250 \(lines.last ?? "")\r\n")
        return session
    }

    /// What the server says, and the events.
    mutating func hear(_ text: String) -> [String] {
        receive(Array(text.utf8)).map(\.text)
    }

    /// Everything that the session has to write, written.
    mutating func written() -> String {
        var all: [UInt8] = []
        while true {
            let bytes = bytesToSend()
            guard !bytes.isEmpty else { return String(decoding: all, as: UTF8.self) }
            all += bytes
            didWrite(bytes.count)
        }
    }

    /// Gives a short mail to the session.
    mutating func give(_ token: Int, _ content: String = "Bonjour\r\n") throws {
        try enqueue(MailObject.sample(token, content))
    }
}

extension MailObject {
    /// A mail whose recipient carries its token.
    static func sample(_ token: Int, _ content: String = "Bonjour\r\n") throws -> MailObject {
        MailObject(
            token: token,
            sender: try #require(Path("sav@mileo.example")),
            recipient: try #require(Path("t\(token)@client.example")),
            body: MailBody(Array(content.utf8))
        )
    }
}
