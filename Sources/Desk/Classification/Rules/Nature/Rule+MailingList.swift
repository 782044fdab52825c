// Mailing lists (RFC 2369, RFC 2919).
//
// Our own mailbox may be a list address: then every client's mail carries our List-Id, and it means
// nothing.

extension Rule {
    /// A mailing list distributes it.
    static let mailingList = Rule(
        "mailing-list",
        "A mailing list distributes the mail (List-Id, List-Post, Precedence: list), and it "
            + "is not our own."
    ) { reading in
        let message = reading.message
        for name in ["list-id", "list-post", "list-archive", "list-subscribe", "list-owner"] {
            guard let value = message.header(name), !reading.house.isOwnList(value) else {
                continue
            }
            return (.nature(.bulk), "\(name): \(value)")
        }
        guard message.header("precedence")?.lowercased() == "list",
            message.header("list-id") == nil
        else { return nil }
        return (.nature(.bulk), "Precedence: list")
    }
}

extension HouseSettings {
    /// Whether a List- field speaks of one of our own mailboxes or domains.
    func isOwnList(_ value: String) -> Bool {
        let folded = value.lowercased()
        return ([company.domain] + company.otherDomains).contains { domain in
            folded.containsFolded("@\(domain)") || folded.containsFolded(".\(domain)")
        }
    }
}
