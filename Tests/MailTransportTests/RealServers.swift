// Ways to the servers of the tests: real ones and misbehaving ones, all on the loopback, all of
// which know the user "sav" with the password "pw".

import Desk
import Foundation
import MailTransport
import TestServers
import Testing

/// The moment at which the tests of the transport happen.
let momentOfTests = Date(timeIntervalSince1970: 1_790_000_000)

extension Endpoint {
    /// A server on the loopback.
    static func here(
        _ kind: MailProtocol = .imap,
        _ port: Int,
        _ protection: Protection = .none,
        host: String = "localhost",
        trusting authorities: String? = nil
    ) -> Endpoint {
        Endpoint(kind, host: host, port: port, protection: protection, authorities: authorities)
    }
}

extension MailTransport.Account {
    /// The user of the tests' servers.
    static func sav(_ password: String = "pw") -> MailTransport.Account {
        .password(user: "sav") { Secret(password) }
    }
}

extension IMAPMailbox {
    /// A folder of the user sav, of which nothing is done yet.
    static func sav(
        at endpoint: Endpoint,
        as account: MailTransport.Account = .sav(),
        _ change: (inout IMAPSource) -> Void = { _ in }
    ) throws -> IMAPMailbox {
        var source = IMAPSource(
            endpoint: endpoint,
            account: account,
            mailbox: try #require(MailboxName("sav"))
        )
        change(&source)
        return IMAPMailbox(source, now: { momentOfTests }, done: { _ in [] })
    }

    /// One whole pass: every mail that came, and every complaint; nothing is marked.
    func pass() throws(TransportError) -> (mails: [RawMessage], complaints: [String]) {
        try beginPass()
        var mails: [RawMessage] = []
        var complaints: [String] = []
        while true {
            let batch = try next(count: 50, bytes: 8_000_000)
            complaints += batch.complaints
            guard !batch.messages.isEmpty else { return (mails, complaints) }
            mails += batch.messages
        }
    }
}

extension RawMessage {
    /// The UID; 0 for a mail of no IMAP server.
    var uid: Int {
        if case .number(let number) = origin.uid { Int(number) } else { 0 }
    }
}

/// A mail of the tests, with CRLF.
func sampleMail(_ number: Int, lines: Int = 1) -> [UInt8] {
    let body = String(repeating: "The lift \(number) is stuck.\r\n", count: lines)
    return Array(
        ("From: a@client.example\r\nMessage-ID: <\(number)@client.example>\r\n"
            + "Subject: Lift \(number)\r\n\r\n\(body)").utf8
    )
}

/// Whether a sentence names a server, ends in an advice, and keeps the tests' secrets.
func expectSentence(
    _ error: TransportError?,
    _ code: TransportError.Code,
    naming place: String = "localhost:",
    location: SourceLocation = #_sourceLocation
) {
    guard let error else {
        Issue.record("nothing was thrown", sourceLocation: location)
        return
    }
    #expect(error.code == code, "\(error.sentence)", sourceLocation: location)
    #expect(error.sentence.contains(place), "\(error.sentence)", sourceLocation: location)
    #expect(error.sentence.contains("; "), "\(error.sentence)", sourceLocation: location)
    for secret in ["hunter2", "token-", "client-secret", "refresh-1"] {
        #expect(!error.sentence.contains(secret), "\(error.sentence)", sourceLocation: location)
    }
}
