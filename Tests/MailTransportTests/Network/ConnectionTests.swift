// Every way in which a connection is not had has its code, and a sentence with the server's words
// and without a secret. TLS and certificates are tested with the real servers.

import Desk
import Foundation
import MailTransport
import TestSupport
import Testing

@Suite("Connection")
struct ConnectionTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test("is refused with the server's words")
    func wrongPassword() throws {
        let server = try ScriptedServer.imap { _, words in
            words[1] == "LOGIN" || words[1] == "AUTHENTICATE"
                ? .say("\(words[0]) NO [AUTHENTICATIONFAILED] wrong, sir\r\n")
                : .say("* CAPABILITY IMAP4rev1\r\n\(words[0]) OK done\r\n")
        }
        defer { server.stop() }
        let error = #expect(throws: TransportError.self) { try open(server) }
        #expect(error?.code == .loginRefused)
        #expect(error?.isTemporary == false)
        #expect(error?.sentence.contains("NO [AUTHENTICATIONFAILED] wrong, sir") == true)
        #expect(error?.sentence.contains("127.0.0.1:\(server.port)") == true)
    }

    @Test("does not repeat a secret that the server repeats")
    func echo() throws {
        let server = try ScriptedServer.imap { line, words in
            words[1] == "CAPABILITY"
                ? .say("* CAPABILITY IMAP4rev1\r\n\(words[0]) OK done\r\n")
                : .say("\(words[0]) NO I do not like \(line)\r\n")
        }
        defer { server.stop() }
        let error = #expect(throws: TransportError.self) { try open(server) }
        #expect(error?.code == .loginRefused)
        #expect(error?.sentence.contains("the server says: (not shown here)") == true)
        #expect(error?.sentence.contains("hunter2") == false)
    }

    @Test("tells a server that is busy from one that refuses")
    func busy() throws {
        let server = try ScriptedServer.imap { _, words in
            words[1] == "CAPABILITY"
                ? .say("* CAPABILITY IMAP4rev1\r\n\(words[0]) OK done\r\n")
                : .say("\(words[0]) NO [UNAVAILABLE] the directory is away\r\n")
        }
        defer { server.stop() }
        let error = #expect(throws: TransportError.self) { try open(server) }
        #expect(error?.code == .busy)
        #expect(error?.isTemporary == true)
    }

    @Test("is not had without STARTTLS where that is required, and nothing is said before")
    func stripped() throws {
        let server = try ScriptedServer.imap { _, words in
            .say("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n\(words[0]) OK done\r\n")
        }
        defer { server.stop() }
        let error = #expect(throws: TransportError.self) {
            try open(server, protection: .startTLS)
        }
        #expect(error?.code == .unprotected)
        #expect(server.lines.allSatisfy { $0.contains("CAPABILITY") || $0.contains("LOGOUT") })
    }

    @Test("is given up where the server says nothing")
    func mute() throws {
        let server = try ScriptedServer(greeting: nil) { _, _ in .nothing }
        defer { server.stop() }
        let error = #expect(throws: TransportError.self) { try open(server) }
        #expect(error?.code == .mute)
    }

    @Test("is not opened to another machine in the open")
    func open() throws {
        let endpoint = Endpoint(.imap, host: "mail.mileo.example", port: 143, protection: .none)
        let error = #expect(throws: TransportError.self) {
            try Connection.open(endpoint, as: account, now: now)
        }
        #expect(error?.code == .unprotected)
    }

    @Test(
        "shows a token by either mechanism, and a new one once where it is refused",
        arguments: [TokenMechanism.xoauth2, .oauthbearer]
    )
    func tokens(_ mechanism: TokenMechanism) throws {
        let endpoint = try ScriptedServer.tokens { (200, "{\"access_token\": \"token\($0)\"}") }
        defer { endpoint.stop() }
        let server = try ScriptedServer.imap { _, words in
            let shown = Data(base64Encoded: words.last ?? "").map {
                String(decoding: $0, as: UTF8.self)
            }
            if words[1] == "AUTHENTICATE" {
                return shown?.contains("auth=Bearer token2\u{1}") == true
                    ? .say("\(words[0]) OK welcome\r\n") : .say("\(words[0]) NO expired\r\n")
            }
            return .say(
                "* CAPABILITY IMAP4rev1 SASL-IR AUTH=\(mechanism.rawValue)\r\n\(words[0]) OK\r\n"
            )
        }
        defer { server.stop() }
        let source = TokenSource(
            TokenEndpoint(
                url: "http://127.0.0.1:\(endpoint.port)/",
                clientID: "guichet",
                clientSecret: nil,
                scope: nil,
                grant: .clientCredentials
            )
        )
        let place = Endpoint(.imap, host: "127.0.0.1", port: server.port, protection: .none)
        _ = try Connection.open(place, as: .token(user: "sav", source, mechanism), now: now)
        #expect(server.connections == 2)
        #expect(endpoint.connections == 2)
        let logins = server.lines.filter { $0.contains("AUTHENTICATE \(mechanism.rawValue) ") }
        #expect(logins.count == 2)
    }

    @Test("passes on why a secret cannot be had")
    func noSecret() throws {
        struct Missing: Error, CustomStringConvertible {
            let description = "the secret file is not there"
        }
        let endpoint = Endpoint(.imap, host: "127.0.0.1", port: 1, protection: .none)
        let error = #expect(throws: TransportError.self) {
            try Connection.open(
                endpoint,
                as: .password(user: "sav") { throw Missing() },
                now: now
            )
        }
        #expect(error?.code == .noSecret)
        #expect(error?.sentence == "the secret file is not there")
    }

    private let account = Account.password(user: "sav") { Secret("hunter2") }

    private func open(
        _ server: ScriptedServer,
        protection: Protection = .none
    ) throws(TransportError) -> Connection {
        var timeouts = Timeouts()
        timeouts.openMilliseconds = 1_000
        return try Connection.open(
            Endpoint(.imap, host: "127.0.0.1", port: server.port, protection: protection),
            as: account,
            now: now,
            timeouts: timeouts
        )
    }
}

extension ScriptedServer {
    /// An IMAP server; the script gets each line whole and in words.
    static func imap(
        _ answer: @escaping @Sendable (_ line: String, _ words: [String]) -> Answer
    ) throws -> ScriptedServer {
        try ScriptedServer(greeting: "* OK ready\r\n") { _, line in
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            return words.count > 1 ? answer(line, words.map(String.init)) : .nothing
        }
    }
}
