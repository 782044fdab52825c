// Mail servers as the settings describe them: where they are, how the way to them is protected, and
// who we are there. Secrets are referred to, never held.

package import Foundation

/// How a connection is protected; the raw value is the word in the settings.
package enum ConnectionSecurity: String, Hashable, Sendable, CaseIterable {
    /// TLS from the first byte.
    case tls
    /// Plain text that must become TLS before anything is said.
    case startTLS = "starttls"
    /// No protection: for a server on the same machine.
    case none
}

/// What can be said of a host by its name alone.
package enum HostName {
    /// Whether a name can only mean this machine.
    package static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isIPv4 = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
        return host.lowercased() == "localhost" || host == "::1" || isIPv4
    }
}

/// A server and the way to it.
package struct ServerSettings: Hashable, Sendable {
    /// The host name, which the certificate must bear.
    package var host: String
    /// The port.
    package var port: Int
    /// How the connection is protected.
    package var security: ConnectionSecurity
    /// A file of certificates to trust instead of the system's.
    package var authorities: String?

    /// Describes a server.
    package init(
        host: String,
        port: Int,
        security: ConnectionSecurity = .tls,
        authorities: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.authorities = authorities
    }
}

/// How a token is had; the raw value is the word in the settings.
package enum OAuth2Grant: String, Hashable, Sendable, CaseIterable {
    /// The application itself is the user (Microsoft 365).
    case clientCredentials = "client-credentials"
    /// A person has once allowed it (Google).
    case refreshToken = "refresh-token"
}

/// How a token is shown to a server; the raw value is the word in the settings.
package enum OAuth2Mechanism: String, Hashable, Sendable, CaseIterable {
    case xoauth2
    case oauthbearer
}

/// Where tokens are had.
package struct OAuth2Settings: Hashable, Sendable {
    /// How.
    package var grant: OAuth2Grant
    /// The endpoint's address.
    package var tokenURL: String
    /// The application's name there.
    package var clientID: String
    /// Where the application's secret lies.
    package var clientSecret: SecretReference?
    /// Where the refresh token lies.
    package var refreshToken: SecretReference?
    /// What the token is for.
    package var scope: String?
    /// How a token is shown to the mail server.
    package var mechanism: OAuth2Mechanism

    /// Describes an endpoint.
    package init(
        grant: OAuth2Grant,
        tokenURL: String,
        clientID: String,
        clientSecret: SecretReference? = nil,
        refreshToken: SecretReference? = nil,
        scope: String? = nil,
        mechanism: OAuth2Mechanism = .xoauth2
    ) {
        self.grant = grant
        self.tokenURL = tokenURL
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.refreshToken = refreshToken
        self.scope = scope
        self.mechanism = mechanism
    }
}

/// Who we are at a server.
package enum LoginSettings: Hashable, Sendable {
    /// Nobody: the server knows us by our address.
    case none
    /// A user with a password.
    case password(user: String, SecretReference)
    /// A user with tokens.
    case oauth2(user: String, OAuth2Settings)

    /// The user's name, if there is one.
    package var user: String? {
        switch self {
        case .none: nil
        case .password(let user, _), .oauth2(let user, _): user
        }
    }
}

/// What is written on a mail once it is filed.
package enum DoneSettings: Hashable, Sendable {
    /// A keyword.
    case keyword(String)
    /// `\Seen`.
    case seen
    /// The mail moves to a folder.
    case move(String)
}

/// A folder on an IMAP server.
package struct IMAPSettings: Hashable, Sendable {
    /// The server.
    package var server: ServerSettings
    /// Who we are there.
    package var login: LoginSettings
    /// The folder, as people write it.
    package var folder = "INBOX"
    /// What is done with mails that are filed.
    package var done = DoneSettings.keyword("$GuichetDone")
    /// Where mails go that are kept from the tickets.
    package var refused: String?
    /// The folder of the mails that people have sent without us; nil: not looked at.
    package var handSentFolder: String?
    /// Mails that were received before this moment are history.
    package var adoptSince: Date?
    /// How long to wait between two looks, in seconds.
    package var pollSeconds = 60
    /// Whether the server's sizes are estimates.
    package var areSizesEstimated = false

    /// Describes a folder.
    package init(server: ServerSettings, login: LoginSettings) {
        self.server = server
        self.login = login
    }
}

/// An SMTP server.
package struct SMTPSettings: Hashable, Sendable {
    /// The server.
    package var server: ServerSettings
    /// Who we are there.
    package var login: LoginSettings
    /// The most letters in a minute; nil for no bound.
    package var ratePerMinute: Int?
    /// The folder of the mailbox's IMAP server where copies of sent letters are found.
    package var sentFolder: String?
    /// Whether we put the copies there ourselves.
    package var appendsSent = false
    /// How long a copy may take to appear there, in seconds.
    package var evidenceSeconds = 60

    /// Describes a server.
    package init(server: ServerSettings, login: LoginSettings) {
        self.server = server
        self.login = login
    }
}
