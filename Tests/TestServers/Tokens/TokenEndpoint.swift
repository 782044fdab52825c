// OAuth2 tokens for the tests: what Microsoft 365 and Google do, as far as a mail client sees it,
// over plain HTTP on the loopback; and the question whether a token is good, for Dovecot.
//
// It issues tokens by `client_credentials` and by `refresh_token`, counts what it is asked, and
// refuses or expires when it is told to.

import Foundation
import Synchronization

/// A token endpoint.
package final class TokenEndpoint: Sendable {
    /// What was asked, and what was answered.
    package struct Request: Sendable, Equatable {
        /// `/token` or `/introspect`.
        package let path: String
        /// The fields of the form, such as `grant_type`.
        package let fields: [String: String]
        /// The code of the answer.
        package let status: Int
    }

    private struct State {
        var requests: [Request] = []
        var refusals = 0
        var lifetime = 3600
        var good: [String: String] = [:]
        var issued = 0
    }

    /// The user for whom tokens are issued.
    package let user: String
    /// The client's name and secret, and the refresh token, that it takes.
    package static let client = (name: "guichet", secret: "client-secret", refresh: "refresh-1")

    private let state = Mutex(State())
    private let server: LoopbackServer

    /// Starts it.
    package init(user: String) throws {
        self.user = user
        server = try LoopbackServer()
        server.serve { [weak self] connection in
            while let self, let request = HTTPRequest(from: connection) {
                guard connection.write(self.answer(request), Deadline(milliseconds: 5000)),
                    request.keepsConnection
                else { return }
            }
        }
    }

    deinit { server.stop() }

    /// Where it listens.
    package var port: Int { server.port }
    /// The address for tokens.
    package var address: String { "http://127.0.0.1:\(port)/token" }
    /// What it was asked so far.
    package var requests: [Request] { state.withLock { $0.requests } }

    /// Refuses the next requests for a token.
    package func refuse(next count: Int) {
        state.withLock { $0.refusals = count }
    }

    /// Gives the tokens it issues from now on this many seconds.
    package func setLifetime(seconds: Int) {
        state.withLock { $0.lifetime = seconds }
    }

    /// Makes every token issued so far worthless, whatever was promised.
    package func expireAll() {
        state.withLock { $0.good = [:] }
    }

    /// A good token without having asked for it.
    package func issue() -> String {
        state.withLock { Self.issue(&$0, user) }
    }

    /// Whether a token is good, and belongs to this user.
    package func knows(_ token: String, of user: String) -> Bool {
        state.withLock { $0.good[token] == user }
    }

    private static func issue(_ state: inout State, _ user: String) -> String {
        state.issued += 1
        let token = "token-\(state.issued)"
        state.good[token] = user
        return token
    }

    // MARK: Answers

    private func answer(_ request: HTTPRequest) -> [UInt8] {
        let (status, body) = state.withLock { state -> (Int, String) in
            let answer: (Int, String) =
                switch request.path {
                case "/token": tokenAnswer(request.fields, &state)
                case "/introspect": introspection(request.fields, state)
                case _: (404, "{}")
                }
            state.requests.append(
                Request(path: request.path, fields: request.fields, status: answer.0)
            )
            return answer
        }
        let head = """
            HTTP/1.1 \(status) \(status == 200 ? "OK" : "Refused")\r
            Content-Type: application/json\r
            Content-Length: \(body.utf8.count)\r
            \r

            """
        return Array((head + body).utf8)
    }

    private func tokenAnswer(
        _ fields: [String: String],
        _ state: inout State
    ) -> (Int, String) {
        if state.refusals > 0 {
            state.refusals -= 1
            return (400, #"{"error":"invalid_grant","error_description":"It was revoked."}"#)
        }
        let isKnown =
            fields["client_id"] == Self.client.name
            && fields["client_secret"] == Self.client.secret
        guard isKnown else { return (401, #"{"error":"invalid_client"}"#) }
        switch fields["grant_type"] {
        case "client_credentials": break
        case "refresh_token":
            guard fields["refresh_token"] == Self.client.refresh else {
                return (400, #"{"error":"invalid_grant"}"#)
            }
        case _: return (400, #"{"error":"unsupported_grant_type"}"#)
        }
        let token = Self.issue(&state, user)
        return (
            200,
            """
            {"token_type":"Bearer","expires_in":\(state.lifetime),"access_token":"\(token)"}
            """
        )
    }

    private func introspection(_ fields: [String: String], _ state: State) -> (Int, String) {
        guard let user = fields["token"].flatMap({ state.good[$0] }) else {
            return (200, #"{"active":false}"#)
        }
        return (200, #"{"active":true,"username":"\#(user)"}"#)
    }
}
