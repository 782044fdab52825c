// What the house's own filter said: SpamAssassin, rspamd, Exchange.
//
// A mail that answers one of our sealed letters is never spam, whatever a filter says.

extension Rule {
    /// A filter before us called it spam.
    static let spamVerdict = Rule(
        "spam-verdict",
        "The spam filter before us called the mail spam (X-Spam-Flag, X-Spam-Status, rspamd, "
            + "SCL)."
    ) { reading in
        guard reading.marks.sealed.isEmpty, !reading.isSenderAllowed else { return nil }
        for field in reading.message.headers where Self.isSpam(field) {
            return (.nature(.spam), "\(field.name): \(field.value)")
        }
        return nil
    }

    // Exchange calls 5 to 9 spam; rspamd's default rejects at 15; SpamAssassin writes one star a
    // point.
    private static let exchangeMinimum = 5.0
    private static let rspamdMinimum = 15.0
    private static let starsMinimum = 15

    private static func isSpam(_ field: HeaderField) -> Bool {
        let value = field.value.lowercased()
        switch field.name {
        case "x-spam-flag", "x-spam": return value.hasPrefix("yes") || value.hasPrefix("true")
        case "x-spam-status": return value.hasPrefix("yes")
        case "x-spam-level", "x-spamd-bar":
            return value.utf8.count { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "+") }
                >= starsMinimum
        case "x-spam-score", "x-rspamd-score":
            return value.leadingNumber.map { $0 >= rspamdMinimum } ?? false
        case "x-spamd-result":
            return value.containsFolded(": true")
        case "x-rspamd-action":
            return value.hasPrefix("reject") || value.hasPrefix("add header")
        case "x-forefront-antispam-report":
            // Verdict and category of Exchange Online: spam, high confidence, phishing, malware.
            return ["sfv:spm", "cat:spm", "cat:hspm", "cat:phsh", "cat:hphsh", "cat:malw"]
                .contains(where: value.contains)
        case "x-ms-exchange-organization-scl":
            return value.leadingNumber.map { $0 >= exchangeMinimum } ?? false
        default:
            return false
        }
    }
}

extension String {
    /// The number that a header value begins with.
    fileprivate var leadingNumber: Double? {
        let text = utf8.drop { $0 == UInt8(ascii: " ") }
            .prefix { "0123456789.-".utf8.contains($0) }
        return Double(String(Substring(text)))
    }
}
