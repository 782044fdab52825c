// Feedback-ID: a sending service marks with it what it sends in numbers, so that complaints can be
// counted. Campaigns carry it, and tickets, alarms and forms that go through such a service; a few
// providers put it on each letter of each of their customers.
//
// So by itself it makes no machine of anybody. But nothing answers it at once: what goes out in
// numbers is seldom waited for by a person, and a colleague reads the mail as ever.

/// A mail that a sending service has marked.
package struct BulkService: Hashable, Sendable {
    /// The mark.
    package let evidence: String

    // Providers whose customers are persons, as they sign the last field.
    private static let providersOfPersons: Set<String> = ["fastmail", "pobox", "topicbox"]

    /// Finds the mark; nil where there is none, or a provider's on a person's letter.
    package init?(_ message: InboundMessage) {
        let marks = message.headers("feedback-id").filter { !$0.isEmpty }
        let foreign = marks.first { mark in
            let service = mark.split(separator: ":", omittingEmptySubsequences: false).last ?? ""
            let name = service.lowercased().filter { !$0.isWhitespace }
            return !Self.providersOfPersons.contains(name)
        }
        guard let foreign else { return nil }
        evidence = "Feedback-ID: \(foreign)"
    }
}
