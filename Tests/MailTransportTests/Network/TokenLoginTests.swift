// Logins by OAuth2 tokens: a real server asks the endpoint about each token that is shown to it.

import Desk
import Foundation
import MailTransport
import TestServers
import Testing

@Suite("A login by a token", .enabled(if: Dovecot.isAvailable, "dovecot-imapd is absent"))
struct TokenLoginTests {
    @Test(
        "is taken by either mechanism, and its token is kept for the next",
        arguments: TokenMechanism.allCases
    )
    func cached(_ mechanism: TokenMechanism) throws {
        let endpoint = try TestServers.TokenEndpoint(user: "sav")
        let dovecot = try Dovecot(.init(tokenEndpoint: endpoint))
        let account = Self.account(endpoint, mechanism)
        for _ in 1...3 { _ = try open(dovecot, account) }
        #expect(Self.asked(endpoint) == [200])
    }

    @Test("is taken with a token that a refresh token was given for")
    func refreshToken() throws {
        let endpoint = try TestServers.TokenEndpoint(user: "sav")
        let dovecot = try Dovecot(.init(tokenEndpoint: endpoint))
        let grant = TokenGrant.refreshToken { Secret("refresh-1") }
        _ = try open(dovecot, Self.account(endpoint, .xoauth2, grant))
        #expect(endpoint.requests.first?.fields["grant_type"] == "refresh_token")
    }

    @Test("renews the token five minutes before its end")
    func renewed() throws {
        let endpoint = try TestServers.TokenEndpoint(user: "sav")
        let dovecot = try Dovecot(.init(tokenEndpoint: endpoint))
        let account = Self.account(endpoint, .oauthbearer)
        _ = try open(dovecot, account)
        _ = try open(dovecot, account, at: momentOfTests + 3_299)
        #expect(Self.asked(endpoint).count == 1)
        _ = try open(dovecot, account, at: momentOfTests + 3_300)
        #expect(Self.asked(endpoint).count == 2)
    }

    @Test(
        "fetches a token once more where the kept one is refused",
        arguments: TokenMechanism.allCases
    )
    func refused(_ mechanism: TokenMechanism) throws {
        let endpoint = try TestServers.TokenEndpoint(user: "sav")
        let dovecot = try Dovecot(.init(tokenEndpoint: endpoint))
        let account = Self.account(endpoint, mechanism)
        _ = try open(dovecot, account)
        endpoint.expireAll()
        _ = try open(dovecot, account)
        #expect(Self.asked(endpoint) == [200, 200])
    }

    @Test("fetches no third token where the server refuses them all")
    func refusedTwice() throws {
        let issuing = try TestServers.TokenEndpoint(user: "sav")
        let judging = try TestServers.TokenEndpoint(user: "sav")
        let dovecot = try Dovecot(.init(tokenEndpoint: judging))
        let error = #expect(throws: TransportError.self) {
            try open(dovecot, Self.account(issuing, .xoauth2))
        }
        expectSentence(error, .loginRefused)
        #expect(error?.sentence.contains("refuses the token") == true)
        #expect(error?.sentence.contains("; the server says: ") == true)
        #expect(error?.sentence.contains("the rights of the application") == true)
        #expect(Self.asked(issuing).count == 2)
    }

    @Test("says that the endpoint gives no token, in its words, and tries no login")
    func noToken() throws {
        let endpoint = try TestServers.TokenEndpoint(user: "sav")
        let dovecot = try Dovecot(.init(tokenEndpoint: endpoint))
        endpoint.refuse(next: 1)
        let account = Self.account(endpoint, .xoauth2)
        let error = #expect(throws: TransportError.self) { try open(dovecot, account) }
        expectSentence(error, .loginRefused, naming: "127.0.0.1")
        #expect(error?.sentence.contains("It was revoked.") == true)
        #expect(endpoint.requests.map(\.path) == ["/token"])
        _ = try open(dovecot, account)
    }

    @Test("works over SMTP too, by either mechanism", arguments: TokenMechanism.allCases)
    func smtp(_ mechanism: TokenMechanism) throws {
        let endpoint = try TestServers.TokenEndpoint(user: "sav")
        var options = TestServers.SMTPSink.Options()
        options.offersAuthentication = true
        options.requiresAuthentication = true
        options.tokenEndpoint = endpoint
        let sink = try TestServers.SMTPSink(options)
        let account = Self.account(endpoint, mechanism)
        _ = try Connection.open(.here(.smtp, sink.port), as: account, now: momentOfTests)
        endpoint.expireAll()
        _ = try Connection.open(.here(.smtp, sink.port), as: account, now: momentOfTests)
        #expect(Self.asked(endpoint) == [200, 200])
    }

    private func open(
        _ dovecot: Dovecot,
        _ account: MailTransport.Account,
        at now: Date = momentOfTests
    ) throws(TransportError) -> Connection {
        try Connection.open(.here(.imap, dovecot.port), as: account, now: now)
    }

    private static func asked(_ endpoint: TestServers.TokenEndpoint) -> [Int] {
        endpoint.requests.filter { $0.path == "/token" }.map(\.status)
    }

    private static func account(
        _ endpoint: TestServers.TokenEndpoint,
        _ mechanism: TokenMechanism,
        _ grant: TokenGrant = .clientCredentials
    ) -> MailTransport.Account {
        let source = TokenSource(
            MailTransport.TokenEndpoint(
                url: endpoint.address,
                clientID: "guichet",
                clientSecret: { Secret("client-secret") },
                scope: nil,
                grant: grant
            )
        )
        return .token(user: "sav", source, mechanism)
    }
}
