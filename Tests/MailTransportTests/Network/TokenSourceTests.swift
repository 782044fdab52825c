// Tokens: what is asked, how long one is used, and what a refusal says. The endpoint is a script on
// this machine, where plain http is allowed.

import Desk
import Foundation
import MailTransport
import Synchronization
import TestSupport
import Testing

@Suite("Token source")
struct TokenSourceTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test(
        "asks with the application's own secret, and uses the token until 5 minutes before its end"
    )
    func clientCredentials() throws {
        let server = try ScriptedServer.tokens { number in
            (200, "{\"access_token\": \"token\(number)\", \"expires_in\": 3600}")
        }
        defer { server.stop() }
        let source = TokenSource(endpoint(server, .clientCredentials))
        #expect(try source.token(at: now).exposedText == "token1")
        #expect(try source.token(at: now + 3299).exposedText == "token1")
        #expect(try source.token(at: now + 3300).exposedText == "token2")
        #expect(
            server.forms.first
                == "client_id=gui%20chet&client_secret=s%26cret&grant_type=client_credentials"
                + "&scope=mail%2Fall"
        )
    }

    @Test("asks with a refresh token, and with the one that took its place")
    func refreshToken() throws {
        let server = try ScriptedServer.tokens { number in
            (200, "{\"access_token\": \"t\(number)\", \"refresh_token\": \"r\(number)\"}")
        }
        defer { server.stop() }
        let source = TokenSource(endpoint(server, .refreshToken { Secret("r0") }))
        _ = try source.token(at: now)
        _ = try source.token(at: now + 3600)
        #expect(server.forms.map { $0.contains("refresh_token=r0&") } == [true, false])
        #expect(server.forms.last?.contains("refresh_token=r1&") == true)
    }

    @Test("forgets a token that was refused, but not its successor")
    func forget() throws {
        let server = try ScriptedServer.tokens { (200, "{\"access_token\": \"t\($0)\"}") }
        defer { server.stop() }
        let source = TokenSource(endpoint(server, .clientCredentials))
        let first = try source.token(at: now)
        source.forget(first)
        #expect(try source.token(at: now).exposedText == "t2")
        source.forget(first)
        #expect(try source.token(at: now).exposedText == "t2")
    }

    @Test(
        "tells refusals apart",
        arguments: [
            (400, "{\"error\": \"invalid_grant\"}", TransportError.Code.loginRefused),
            (401, "{\"error\": \"invalid_client\"}", .loginRefused), (500, "", .busy),
            (429, "", .busy), (200, "{}", .brokenProtocol), (200, "<html>", .brokenProtocol),
            (200, "{\"access_token\": \"a b\"}", .brokenProtocol),
            (302, "", .loginRefused),
        ]
    )
    func refusals(_ status: Int, _ body: String, _ code: TransportError.Code) throws {
        let server = try ScriptedServer.tokens { _ in (status, body) }
        defer { server.stop() }
        let error = #expect(throws: TransportError.self) {
            try TokenSource(endpoint(server, .clientCredentials)).token(at: now)
        }
        #expect(error?.code == code)
        #expect(error?.sentence.contains("s&cret") == false)
        if body.contains("invalid_grant") {
            #expect(error?.sentence.contains("invalid_grant") == true)
        }
    }

    @Test(
        "is asked only where nobody can listen",
        arguments: [
            ("https://login.mileo.example/token", true), ("http://127.0.0.1:8080/token", true),
            ("http://localhost/token", true), ("http://login.mileo.example/token", false),
            ("http://127.0.0.1.mileo.example/", false), ("ftp://127.0.0.1/", false),
            ("https://user@login.mileo.example/", false), ("https:///token", false), ("", false),
        ]
    )
    func protection(_ url: String, _ isProtected: Bool) {
        #expect(TokenEndpoint.isProtected(url) == isProtected)
    }

    private func endpoint(_ server: ScriptedServer, _ grant: TokenGrant) -> TokenEndpoint {
        TokenEndpoint(
            url: "http://127.0.0.1:\(server.port)/token",
            clientID: "gui chet",
            clientSecret: { Secret("s&cret") },
            scope: "mail/all",
            grant: grant
        )
    }
}

extension ScriptedServer {
    /// A token endpoint; the script gets the number of the request.
    static func tokens(
        _ answer: @escaping @Sendable (Int) -> (status: Int, body: String)
    ) throws -> ScriptedServer {
        try ScriptedServer(greeting: nil) { number, line in
            // The form has no line end: the answer is given at the end of the header, and the form
            // is read with the next look.
            guard line.isEmpty else { return .nothing }
            let (status, body) = answer(number)
            return .sayAfterRest(
                "HTTP/1.1 \(status) Sample\r\nContent-Length: \(body.utf8.count)\r\n"
                    + "Connection: close\r\n\r\n\(body)"
            )
        }
    }

    /// The forms that were posted.
    var forms: [String] { lines.filter { $0.contains("client_id=") } }
}
