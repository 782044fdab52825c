// Who we say we are to a mail server. A secret is asked for at the moment of a login and not kept:
// a password that was changed where it lies works at the next attempt, without a restart.

package import Desk
import Foundation

/// How a token is shown to a server.
package enum TokenMechanism: String, Hashable, Sendable, CaseIterable {
    case xoauth2 = "XOAUTH2"
    case oauthbearer = "OAUTHBEARER"
}

/// An account at a mail server.
package enum Account: Sendable {
    /// No login: for a server that knows us by our address.
    case anonymous
    /// A user and where the password is had from (PLAIN or LOGIN, whichever the server offers).
    case password(user: String, @Sendable () throws -> Secret)
    /// A user and where tokens are had from.
    case token(user: String, TokenSource, TokenMechanism)
}

/// What one login shows to a server.
enum Login {
    case anonymous
    case password(user: String, Secret)
    case token(user: String, Secret, TokenMechanism)

    /// Whether it is a token that is shown.
    var isToken: Bool {
        switch self {
        case .anonymous, .password: false
        case .token: true
        }
    }

    /// Quotes the server to which it was shown.
    var quotation: Quotation { Quotation(hiding: secrets) }

    private var secrets: [String] {
        switch self {
        case .anonymous:
            []
        case .password(let user, let secret):
            [
                secret.exposedText, Self.base64(secret.exposedText),
                Self.base64("\0\(user)\0\(secret.exposedText)"),
            ]
        case .token(_, let secret, _):
            [secret.exposedText, Self.base64(secret.exposedText)]
        }
    }

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }
}

extension Account {
    /// What to show to the server now.
    func login(at now: Date) throws(TransportError) -> Login {
        switch self {
        case .anonymous: .anonymous
        case .password(let user, let secret): .password(user: user, try Self.reveal(secret))
        case .token(let user, let source, let mechanism):
            .token(user: user, try source.token(at: now), mechanism)
        }
    }

    /// Asks for a secret; its absence is told in the words of whoever looked for it.
    static func reveal(_ secret: () throws -> Secret) throws(TransportError) -> Secret {
        do {
            return try secret()
        } catch {
            throw TransportError(.noSecret, "\(error)")
        }
    }
}
