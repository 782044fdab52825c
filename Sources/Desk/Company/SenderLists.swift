// Senders that the house has judged once and for all: banned ones are spam, allowed ones never are.
//
// The narrower word holds: an address before its domain, a domain before the one above it. A list
// speaks of the address in From, which anybody can write: to be allowed opens nothing but the way
// past the spam rules.

/// An address, or a domain with all that lies below it.
package struct SenderPattern: Hashable, Sendable {
    /// As it is compared: `x@spam.example` or `spam.example`.
    package let key: String

    /// Whether it is a single address.
    package var isAddress: Bool { key.contains("@") }

    /// Whether it speaks of a whole domain, or of an address at it.
    package func covers(_ domain: String) -> Bool {
        key == domain || domain.hasSuffix(".\(key)") || key.hasSuffix("@\(domain)")
    }

    /// Reads an address or a domain; `@spam.example` is the domain.
    package init?(_ text: String) {
        let bare = text.hasPrefix("@") ? String(text.dropFirst()) : text
        if bare.contains("@") {
            guard !text.hasPrefix("@"), let address = EmailAddress(bare) else { return nil }
            key = address.key
        } else {
            guard let domain = EmailAddress("postmaster@\(bare)")?.domain else { return nil }
            key = domain
        }
    }
}

/// The two lists.
package struct SenderLists: Hashable, Sendable {
    /// What the house thinks of a sender.
    package enum Verdict: Hashable, Sendable {
        /// Spam, by this entry.
        case banned(SenderPattern)
        /// Never spam, by this entry.
        case allowed(SenderPattern)
    }

    /// Whose mail is spam.
    package var ban: Set<SenderPattern>
    /// Whose mail is never spam.
    package var allow: Set<SenderPattern>

    /// The most labels of a domain that are looked at.
    private static let labelsMaximum = 8

    /// Makes lists.
    package init(ban: Set<SenderPattern> = [], allow: Set<SenderPattern> = []) {
        self.ban = ban
        self.allow = allow
    }

    /// The verdict of the narrowest entry that speaks of an address; nil where none does.
    package func verdict(on address: EmailAddress) -> Verdict? {
        guard !ban.isEmpty || !allow.isEmpty else { return nil }
        let labels = address.domain.split(separator: ".")
        let domains = labels.indices.prefix(Self.labelsMaximum).map {
            labels[$0...].joined(separator: ".")
        }
        for text in [address.key] + domains {
            guard let pattern = SenderPattern(text) else { continue }
            if allow.contains(pattern) { return .allowed(pattern) }
            if ban.contains(pattern) { return .banned(pattern) }
        }
        return nil
    }
}
