// Bounces: RFC 3464 reports, and the free-form ones of servers that never heard of it. How they are
// recognised and read stands in Bounce/.

extension Rule {
    /// A machine says what became of a letter.
    static let deliveryReport = Rule(
        "delivery-report",
        "A mail server reports on a letter: a delivery report, or a server's sender with a "
            + "server's words."
    ) { reading in
        guard let notice = reading.bounce else { return nil }
        switch notice.leading.action {
        // A letter that arrived did not bounce; the report on it asks for nothing.
        case .delivered, .relayed, .expanded: return (.nature(.receipt), notice.evidence)
        case .failed, .delayed, nil: return (.nature(.bounce), notice.evidence)
        }
    }
}
