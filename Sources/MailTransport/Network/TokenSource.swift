// Tokens for the logins of one account: fetched when needed, kept in memory only, renewed some
// minutes before they end. When a server refuses one, it is forgotten and the next is fetched; more
// than that is not tried, so that a revoked consent never becomes a storm of requests.

import CCurl
package import Desk
package import Foundation
import Synchronization

/// A place where tokens are had.
package final class TokenSource: Sendable {
    private let endpoint: TokenEndpoint
    private let inside = Mutex(Inside())

    private struct Inside {
        var token: Token?
        var refresh: Secret?
        var clockDifference: TimeInterval?
    }

    /// The largest answer that is read.
    private static let answerMaximum = 256 * 1024
    private static let patienceMilliseconds = 30_000

    /// Names a place; nothing is asked yet.
    package init(_ endpoint: TokenEndpoint) {
        self.endpoint = endpoint
    }

    /// A token that can be used now.
    package func token(at now: Date) throws(TransportError) -> Secret {
        try inside.withLock { inside throws(TransportError) in
            if let token = inside.token, now < token.usableUntil { return token.secret }
            let (form, quotation) = try endpoint.form(renewed: inside.refresh)
            let (bytes, status, moment) = try post(form)
            inside.clockDifference = moment?.timeIntervalSince(now) ?? inside.clockDifference
            let token = try Token(
                answer: bytes,
                status: status,
                from: endpoint.shown,
                quotation: quotation,
                at: now
            )
            inside.token = token
            if let refresh = token.refresh { inside.refresh = refresh }
            return token.secret
        }
    }

    /// Forgets a token that was refused, unless another has come in its place.
    package func forget(_ refused: Secret) {
        inside.withLock { inside in
            if inside.token?.secret.exposedText == refused.exposedText { inside.token = nil }
        }
    }

    /// By how many seconds the endpoint's clock was ahead at its last answer; nil where it told no
    /// time.
    package var clockDifference: TimeInterval? { inside.withLock { $0.clockDifference } }

    private func post(
        _ form: [UInt8]
    ) throws(TransportError) -> (bytes: [UInt8], status: Int, moment: Date?) {
        guard endpoint.isProtected else {
            throw TransportError(
                .unprotected,
                "token-url must begin with https:// (http:// is for this machine only)"
            )
        }
        let handle = try CurlHandle(keepingAtMost: Self.answerMaximum)
        handle.set(CURLOPT_URL, endpoint.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "https,http")
        handle.set(CURLOPT_FOLLOWLOCATION, 0)
        handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        handle.set(CURLOPT_TIMEOUT_MS, Self.patienceMilliseconds)
        if let authorities = endpoint.authorities { handle.set(CURLOPT_CAINFO, authorities) }
        if endpoint.url.hasPrefix("http://") { handle.set(CURLOPT_PROXY, "") }
        handle.set(CURLOPT_COPYPOSTFIELDS, String(decoding: form, as: UTF8.self))
        handle.collect(CURLOPT_WRITEFUNCTION, CURLOPT_WRITEDATA)
        let code = handle.perform()
        guard code == CURLE_OK else { throw failure(code, handle) }
        let moment = handle.field("Date").flatMap(ServerMoment.inText)
        return (handle.kept, handle.number(CURLINFO_RESPONSE_CODE), moment)
    }

    private func failure(_ code: CURLcode, _ handle: CurlHandle) -> TransportError {
        let words = handle.said(code).fitForSentence
        let isCertificate = code == CURLE_PEER_FAILED_VERIFICATION
        return TransportError(
            isCertificate ? .untrusted : .unreachable,
            "no token from \(endpoint.shown): \(words); "
                + (isCertificate
                    ? "check token-url and ca-file in the mailbox's settings"
                    : "check token-url and the network; it is tried again by itself")
        )
    }
}
