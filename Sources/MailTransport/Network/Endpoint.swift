// Where a mail server is and how the connection to it is protected. There is no "TLS if possible":
// a protection that was asked for is there, or there is no connection.

import Desk

/// A protocol that is spoken over a connection.
package enum MailProtocol: String, Hashable, Sendable {
    case imap
    case smtp
}

/// How a connection is protected.
package enum Protection: String, Hashable, Sendable, CaseIterable {
    /// TLS from the first byte (imaps, smtps).
    case tls
    /// Plain text that must become TLS before anything is said, or the connection ends.
    case startTLS = "starttls"
    /// No protection: only for a server on the same machine.
    case none
}

/// A mail server.
package struct Endpoint: Hashable, Sendable {
    /// The protocol that it speaks.
    package let mailProtocol: MailProtocol
    /// The host name, which its certificate must bear.
    package let host: String
    /// The port.
    package let port: Int
    /// The protection.
    package let protection: Protection
    /// A file of certificates to trust instead of the system's; nil for the system's.
    package let authorities: String?

    /// Names a server.
    package init(
        _ mailProtocol: MailProtocol,
        host: String,
        port: Int,
        protection: Protection,
        authorities: String? = nil
    ) {
        self.mailProtocol = mailProtocol
        self.host = host
        self.port = port
        self.protection = protection
        self.authorities = authorities
    }

    /// The server as a sentence names it.
    package var shown: String { "\(host.fitForSentence):\(port)" }

    /// Whether the host is this machine, whatever a name server says.
    package var isLoopback: Bool { HostName.isLoopback(host) }

    /// What libcurl opens.
    var url: String {
        let scheme = mailProtocol.rawValue + (protection == .tls ? "s" : "")
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
    }
}
