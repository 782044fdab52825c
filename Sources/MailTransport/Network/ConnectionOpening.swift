// Opening a connection, and above all saying why it could not be opened: each way to fail has a
// code, the server's own words, and what to do. Neither libcurl's words nor the server's can bring
// a secret into a sentence: a line that holds one is not repeated.

import CCurl
import Desk
import Foundation

/// The opening of one connection.
struct ConnectionOpening {
    private let endpoint: Endpoint
    private let login: Login
    private let handle: CurlHandle

    /// More than any greeting and login; a server that says more is not waited for.
    private static let wordsMaximum = 256 * 1024

    init(_ endpoint: Endpoint, _ login: Login, _ timeouts: Timeouts) throws(TransportError) {
        guard endpoint.protection != .none || endpoint.isLoopback else {
            throw TransportError(
                .unprotected,
                "the connection to \(endpoint.shown) would not be encrypted; set security: tls or "
                    + "security: starttls (none is for a server on this machine)"
            )
        }
        self.endpoint = endpoint
        self.login = login
        handle = try CurlHandle(keepingAtMost: Self.wordsMaximum)
        handle.set(CURLOPT_URL, endpoint.url)
        handle.set(CURLOPT_CONNECT_ONLY, 1)
        handle.set(CURLOPT_TIMEOUT_MS, timeouts.openMilliseconds)
        handle.set(CURLOPT_TCP_KEEPALIVE, 1)
        handle.collect(CURLOPT_HEADERFUNCTION, CURLOPT_HEADERDATA)
        setProtection()
        setLogin()
    }

    private func setProtection() {
        handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        handle.set(CURLOPT_CERTINFO, 1)
        switch endpoint.protection {
        case .tls, .startTLS: handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        case .none: handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_NONE.rawValue))
        }
        if let authorities = endpoint.authorities { handle.set(CURLOPT_CAINFO, authorities) }
        // A proxy cannot reach the server that runs here.
        if endpoint.isLoopback { handle.set(CURLOPT_PROXY, "") }
    }

    private func setLogin() {
        switch login {
        case .anonymous:
            break
        case .password(let user, let secret):
            handle.set(CURLOPT_USERNAME, user)
            handle.set(CURLOPT_PASSWORD, secret.exposedText)
        case .token(let user, let secret, let mechanism):
            handle.set(CURLOPT_USERNAME, user)
            handle.set(CURLOPT_XOAUTH2_BEARER, secret.exposedText)
            handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=\(mechanism.rawValue)")
        }
    }

    /// Opens; gives the handle of the open connection.
    func perform() throws(TransportError) -> CurlHandle {
        let code = handle.perform()
        guard code == CURLE_OK else { throw failure(code) }
        return handle
    }

    /// The moment in an SMTP server's greeting, where there is one; IMAP servers write none.
    var greetingMoment: Date? {
        guard endpoint.mailProtocol == .smtp else { return nil }
        let text = String(decoding: handle.kept.prefix(1_000), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).first.flatMap {
            ServerMoment.inText(String($0))
        }
    }

    // MARK: Why it failed

    private func failure(_ code: CURLcode) -> TransportError {
        let server = endpoint.shown
        let said = answer.map { "; the server says: \($0)" } ?? ""
        let words = login.quotation.words(handle.said(code))
        switch code {
        case CURLE_LOGIN_DENIED where isBusy, CURLE_AUTH_ERROR where isBusy:
            return TransportError(
                .busy,
                "\(server) lets nobody in for now\(said); it is tried again by itself"
            )
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR:
            return TransportError(.loginRefused, "\(server) refuses the \(loginAdvice(said))")
        case CURLE_PEER_FAILED_VERIFICATION:
            return certificateFailure(words)
        case CURLE_SSL_CACERT_BADFILE:
            return TransportError(
                .untrusted,
                "the certificates to trust cannot be read: \(words); check ca-file in the "
                    + "mailbox's settings"
            )
        case CURLE_USE_SSL_FAILED:
            return TransportError(
                .unprotected,
                "\(server) offers no TLS (STARTTLS), and nothing was sent to it; use the port of "
                    + "security: tls, or have the server mended"
            )
        case CURLE_SSL_CONNECT_ERROR:
            return TransportError(
                .unprotected,
                "no TLS connection with \(server): \(words); check that port and security in the "
                    + "settings belong together"
            )
        // What follows STARTTLS in plain text may come from somebody in between.
        case CURLE_WEIRD_SERVER_REPLY where endpoint.protection == .startTLS:
            return TransportError(
                .unprotected,
                "\(server) does not go over to TLS as it should: \(words); no secret was sent to "
                    + "it; use the port of security: tls, or have the server mended"
            )
        case CURLE_COULDNT_RESOLVE_HOST:
            return TransportError(
                .unknownHost,
                "there is no host \(endpoint.host.fitForSentence); check the name in the settings "
                    + "and the network"
            )
        case CURLE_COULDNT_CONNECT:
            return TransportError(
                .unreachable,
                "\(server) cannot be reached: \(words); check host and port; it is tried again by "
                    + "itself"
            )
        case CURLE_OPERATION_TIMEDOUT:
            return TransportError(
                .mute,
                "\(server) did not let us in within the time: \(words); check host, port and "
                    + "security\(plainFirst); it is tried again by itself"
            )
        default:
            return TransportError(
                .closed,
                "no connection with \(server): \(words)\(said); it is tried again by itself"
            )
        }
    }

    // The numbers are OpenSSL's (X509_V_ERR_…): 9 not yet valid, 10 expired. libcurl checks the
    // host name itself, before it asks for the number: then it is still 1, or 0.
    private func certificateFailure(_ words: String) -> TransportError {
        let server = endpoint.shown
        switch handle.number(CURLINFO_SSL_VERIFYRESULT) {
        case 0, 1:
            return TransportError(
                .wrongHost,
                "the certificate of \(server) is for another host: \(words); write the host name "
                    + "as the certificate has it"
            )
        case 9, 10:
            return TransportError(
                .expiredCertificate,
                "the certificate of \(server) has expired or is not valid yet: \(words); have it "
                    + "renewed, and check this machine's clock"
            )
        default:
            return TransportError(
                .untrusted,
                "the certificate of \(server) is not trusted: \(words); name the authority's file "
                    + "with ca-file, if this is your own server"
            )
        }
    }

    private func loginAdvice(_ said: String) -> String {
        let (what, remedy) =
            login.isToken
            ? (
                "token, which the token endpoint had given",
                "check the user, the scope and the rights of the application"
            ) : ("login", "check the user and the secret")
        return "\(what)\(said); \(remedy) in the mailbox's settings"
    }

    // With STARTTLS we wait for words that a port of TLS never says by itself.
    private var plainFirst: String {
        switch endpoint.protection {
        case .startTLS: " (a port for security: tls says nothing to security: starttls)"
        case .tls, .none: ""
        }
    }

    // The server's last refusal: an IMAP line with NO, BAD or BYE, an SMTP line with 4 or 5.
    private var answer: String? {
        let lines = String(decoding: handle.kept, as: UTF8.self).split(whereSeparator: \.isNewline)
        let refusal = lines.last { line in
            switch endpoint.mailProtocol {
            case .imap:
                let words = line.split(separator: " ", maxSplits: 2)
                return words.count > 1 && ["NO", "BAD", "BYE"].contains(words[1].uppercased())
            case .smtp:
                return line.first == "4" || line.first == "5"
            }
        }
        let said = refusal.map(String.init) ?? lines.last.flatMap { challenge(String($0)) }
        return said.map(login.quotation.words)
    }

    // A refused token is first answered by a challenge that says why, as JSON in Base64 (RFC 7628);
    // the refusal itself comes behind it, and may not be waited for.
    private func challenge(_ line: String) -> String? {
        let mark = endpoint.mailProtocol == .imap ? "+ " : "334 "
        guard login.isToken, line.hasPrefix(mark),
            let data = Data(base64Encoded: String(line.dropFirst(mark.count)))
        else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        return text.hasPrefix("{") ? text : nil
    }

    // A refusal that is not about us (RFC 5530, RFC 4954: 4yz).
    private var isBusy: Bool {
        guard let answer else { return false }
        switch endpoint.mailProtocol {
        case .imap:
            let codes = ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "THROTTLED", "OVERQUOTA"]
            return codes.contains { answer.uppercased().contains("[\($0)]") }
        case .smtp:
            return answer.hasPrefix("4")
        }
    }
}
