// The token endpoint answers as a provider's does.

import TestServers
import Testing

@Suite("The token endpoint")
struct TokenEndpointTests {
    private static let credentials = "client_id=guichet&client_secret=client-secret&"

    private func ask(_ endpoint: TokenEndpoint, _ form: String) throws -> (String, body: String) {
        let client = try SocketClient(port: endpoint.port)
        try client.send(
            "POST /token HTTP/1.1",
            "Host: 127.0.0.1",
            "Connection: close",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: \(form.utf8.count)",
            ""
        )
        try client.sendBytes(Array(form.utf8))
        let text = String(decoding: try client.rest(), as: UTF8.self)
        let parts = text.split(separator: "\r\n\r\n").map(String.init)
        return (String(text.dropFirst(9).prefix(3)), parts.last ?? "")
    }

    @Test(arguments: [
        "grant_type=client_credentials", "grant_type=refresh_token&refresh_token=refresh-1",
    ])
    func issuesTokens(_ grant: String) throws {
        let endpoint = try TokenEndpoint(user: "sav@mileo.example")
        endpoint.setLifetime(seconds: 60)
        let (status, body) = try ask(endpoint, Self.credentials + grant)
        #expect(status == "200")
        #expect(body.contains(#""access_token":"token-1""#))
        #expect(body.contains(#""expires_in":60"#))
        #expect(endpoint.knows("token-1", of: "sav@mileo.example"))
        endpoint.expireAll()
        #expect(!endpoint.knows("token-1", of: "sav@mileo.example"))
    }

    @Test(arguments: [
        ("grant_type=client_credentials", "401"),
        (credentials + "grant_type=password", "400"),
        (credentials + "grant_type=refresh_token&refresh_token=old", "400"),
    ])
    func refusesWhatItDoesNotKnow(_ form: String, _ status: String) throws {
        let endpoint = try TokenEndpoint(user: "sav@mileo.example")
        #expect(try ask(endpoint, form).0 == status)
    }

    @Test func refusesWhenItIsToldTo() throws {
        let endpoint = try TokenEndpoint(user: "sav@mileo.example")
        endpoint.refuse(next: 1)
        let form = Self.credentials + "grant_type=client_credentials"
        #expect(try ask(endpoint, form).body.contains("invalid_grant"))
        #expect(try ask(endpoint, form).0 == "200")
        #expect(endpoint.requests.map(\.status) == [400, 200])
    }
}
