// Whether our own mail server vouches for a sender (invariant 6): the topmost field of the
// configured authority says dmarc=pass for exactly the sender's domain, and no other field under
// that authority's name says anything about it.
//
// A field that a stranger wrote stands below the one that our server put on top; one above it, or a
// second one under the same name, means that the server does not remove what strangers write, and
// then nothing is believed.

/// What our own mail server says about a sender.
package enum SenderAuthentication: Hashable, Sendable {
    /// It vouches for the sender's domain.
    case passed
    /// It says that the sender's domain does not stand behind the mail.
    case failed(String)
    /// It says nothing that could be believed, and why.
    case unknown(String)

    /// Reads the fields of a message.
    package init(of message: InboundMessage, authority: String?) {
        guard let authority = authority?.lowercased(), !authority.isEmpty else {
            self = .unknown("no mail server is named that could vouch for senders")
            return
        }
        guard let domain = message.from?.address.domain else {
            self = .unknown("the sender is not exactly one address")
            return
        }
        let fields = message.headers("authentication-results")
        guard let first = fields.first else {
            self = .unknown("no Authentication-Results")
            return
        }
        guard let top = AuthenticationResults(first), top.authority == authority else {
            self = .unknown("the topmost Authentication-Results is not by \(authority)")
            return
        }
        let others = fields.dropFirst().compactMap(AuthenticationResults.init)
            .filter { $0.authority == authority }
        self = Self.verdict(of: top, and: others, on: domain)
    }

    private static func verdict(
        of top: AuthenticationResults,
        and others: [AuthenticationResults],
        on domain: String
    ) -> SenderAuthentication {
        let isDMARC = { (result: AuthenticationResults.Result) in result.method == "dmarc" }
        let claims = top.results.filter(isDMARC)
        let further = others.flatMap(\.results).filter(isDMARC)
        guard let claim = claims.first else { return .unknown("it says nothing of dmarc") }
        guard claims.count == 1, further.isEmpty else {
            return .unknown("several fields of \(top.authority) speak of dmarc")
        }
        guard claim.value == "pass" else { return .failed("dmarc=\(claim.value)") }
        guard claim.properties["header.from"]?.lowercased() == domain else {
            return .unknown("dmarc=pass is not about \(domain)")
        }
        return .passed
    }
}
