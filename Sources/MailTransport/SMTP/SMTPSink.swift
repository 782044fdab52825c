// What an SMTP server is to us: where letters are handed over, and by which name we present
// ourselves. Values only.

import Desk
import SMTPWire

/// An SMTP server as the place where letters go.
package struct SMTPSink: Sendable {
    /// The server.
    package var endpoint: Endpoint
    /// The account.
    package var account: Account
    /// The name in EHLO: this machine's, where it has a usable one.
    package var clientName: String
    /// The most letters in 60 seconds; nil for no bound.
    package var perMinute: Int?
    /// The timeouts of its connections.
    package var timeouts: Timeouts

    /// Describes a sink.
    package init(
        endpoint: Endpoint,
        account: Account,
        clientName: String,
        perMinute: Int? = nil
    ) {
        self.endpoint = endpoint
        self.account = account
        self.clientName = clientName
        self.perMinute = perMinute
        timeouts = Timeouts()
        // RFC 5321 (4.5.3.2) lets a server think for minutes before it answers.
        timeouts.readMilliseconds = 300_000
    }

    /// The name in EHLO as the wire takes it.
    var clientDomain: ClientDomain {
        guard let domain = ClientDomain(clientName) ?? ClientDomain("localhost") else {
            preconditionFailure("localhost is a name")
        }
        return domain
    }
}
