// What is asked of a token endpoint, as the form that it takes (RFC 6749, 4.4.2 and 6), and what
// its answer means (5.1 and 5.2). Pure: bytes in and out, the moment is an argument.

package import Desk
import Foundation

/// How tokens are had.
package enum TokenGrant: Sendable {
    /// The application itself is the user (Microsoft 365).
    case clientCredentials
    /// A person has once allowed it (Google).
    case refreshToken(@Sendable () throws -> Secret)
}

/// Where tokens are had, and for what.
package struct TokenEndpoint: Sendable {
    /// The address: https, or http on this machine.
    package var url: String
    /// The application's name at the endpoint.
    package var clientID: String
    /// Where the application's own secret is had from; nil for an application without one.
    package var clientSecret: (@Sendable () throws -> Secret)?
    /// What the token is for; nil for what the endpoint gives by itself.
    package var scope: String?
    /// How tokens are had.
    package var grant: TokenGrant
    /// A file of certificates to trust instead of the system's; nil for the system's.
    package var authorities: String?

    /// Names an endpoint.
    package init(
        url: String,
        clientID: String,
        clientSecret: (@Sendable () throws -> Secret)?,
        scope: String?,
        grant: TokenGrant,
        authorities: String? = nil
    ) {
        self.url = url
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scope = scope
        self.grant = grant
        self.authorities = authorities
    }

    /// The host, for sentences.
    var shown: String { (URLComponents(string: url)?.host ?? "the token URL").fitForSentence }

    /// Whether secrets may be sent there.
    var isProtected: Bool { Self.isProtected(url) }

    /// Whether a URL is encrypted, or on this machine.
    package static func isProtected(_ url: String) -> Bool {
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.fragment == nil
        else { return false }
        return parts.scheme == "https" || parts.scheme == "http" && HostName.isLoopback(host)
    }

    /// The form to post.
    ///
    /// A refresh token that the endpoint gave in the meantime goes before the one in the settings.
    /// With it comes what quotes the endpoint without the secrets in the form.
    func form(renewed: Secret?) throws(TransportError) -> (bytes: [UInt8], quotation: Quotation) {
        var fields = [("client_id", clientID)]
        var secrets: [String] = []
        if let clientSecret {
            secrets.append(try Account.reveal(clientSecret).exposedText)
            fields += secrets.map { ("client_secret", $0) }
        }
        switch grant {
        case .clientCredentials:
            fields.append(("grant_type", "client_credentials"))
        case .refreshToken(let secret):
            let token = if let renewed { renewed } else { try Account.reveal(secret) }
            fields += [("grant_type", "refresh_token"), ("refresh_token", token.exposedText)]
            secrets.append(token.exposedText)
        }
        if let scope { fields.append(("scope", scope)) }
        let text = fields.map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&")
        return (Array(text.utf8), Quotation(hiding: secrets))
    }

    // Everything but the unreserved signs (RFC 3986, 2.3) as percent and two digits.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}

/// A token with the moment from which it is not to be used any more.
struct Token: Sendable {
    let secret: Secret
    let usableUntil: Date
    /// A refresh token that takes the place of the one in the settings.
    let refresh: Secret?

    /// How long before its end a token is renewed.
    static let margin: TimeInterval = 5 * 60
    /// How long a token lasts whose endpoint does not say it (RFC 6749, 5.1: recommended).
    static let usualLife: TimeInterval = 3600

    /// Reads an endpoint's answer.
    init(
        answer bytes: [UInt8],
        status: Int,
        from server: String,
        quotation: Quotation,
        at now: Date
    ) throws(TransportError) {
        let fields =
            (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:]
        guard status == 200 else {
            let words = ["error", "error_description"].compactMap { fields[$0] as? String }
            let said = words.isEmpty ? "" : ": " + quotation.words(words.joined(separator: ": "))
            throw Self.refusal(said, status: status, from: server)
        }
        guard let token = fields["access_token"] as? String, !token.isEmpty,
            token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw TransportError(
                .brokenProtocol,
                "\(server) answers without a token; check token-url in the mailbox's settings"
            )
        }
        let life = fields["expires_in"] as? Double ?? Self.usualLife
        secret = Secret(token)
        usableUntil = now + max(life - Self.margin, life / 2)
        refresh = (fields["refresh_token"] as? String).map { Secret($0) }
    }

    private static func refusal(
        _ said: String,
        status: Int,
        from server: String
    ) -> TransportError {
        if status == 429 || status >= 500 {
            return TransportError(
                .busy,
                "\(server) gives no token now (status \(status))\(said); it is tried again by "
                    + "itself"
            )
        }
        return TransportError(
            .loginRefused,
            "\(server) refuses to give a token (status \(status))\(said); check client-id and the "
                + "secrets of oauth2 in the mailbox's settings, or give the consent anew"
        )
    }
}
