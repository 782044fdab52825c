// How many automatic letters there may be, whatever arrives (invariant 7). Two gateways that face
// each other, a robot that sets no field and answers every letter, a flood from one domain: each
// ends at a number.
//
// Whoever writes a letter by itself asks here first, for answers to mails and for what the clock
// brings alike. The counts come from the outbox, where a letter that did not arrive still counts.

/// How many automatic letters were queued lately, in view of one more.
package struct RecentLetters: Hashable, Sendable {
    /// To its address about its ticket, in 24 hours; words of broken promises apart, which come
    /// once for each.
    package var onTicket: Int
    /// To its address, in 24 hours.
    package var toAddress: Int
    /// To its address's domain, in one hour.
    package var toDomain: Int
    /// To anybody, in one hour.
    package var toAnybody: Int

    /// Counts.
    package init(onTicket: Int, toAddress: Int, toDomain: Int, toAnybody: Int) {
        self.onTicket = onTicket
        self.toAddress = toAddress
        self.toDomain = toDomain
        self.toAnybody = toAnybody
    }
}

/// The bound at which an automatic letter is withheld; the raw value is stored.
package enum LetterBound: String, Hashable, Sendable, Codable, CaseIterable {
    /// To one address about one ticket.
    case ticket
    /// To one address.
    case address
    /// To one domain whose mail is not authenticated, and which is neither a provider's (its people
    /// have nothing to do with each other) nor a known client's.
    case domain
    /// To everybody: the breaker of the whole house.
    case house

    /// Whether the staff must hear of it at once: one client's bound is everyday, the house's is an
    /// attack or a loop.
    package var alertsStaff: Bool {
        switch self {
        case .house: true
        case .ticket, .address, .domain: false
        }
    }
}

/// The numbers of invariant 7.
package struct LetterBounds: Hashable, Sendable {
    /// Letters to one address about one ticket in 24 hours.
    package var perTicket = 3
    /// Letters to one address in 24 hours.
    package var perAddress = 10
    /// Letters to one unauthenticated domain in one hour.
    package var perDomain = 20
    /// Letters to everybody in one hour: more than any backlog of a firm, fewer than a loop makes.
    package var perHour = 20_000

    /// The invariant's own numbers.
    package static let standard = LetterBounds()

    /// States the numbers; the hour's is the house's to set.
    package init(perHour: Int = 20_000) {
        self.perHour = perHour
    }

    /// The bound that one more letter would break; nil where it may be written.
    package func bound(
        reachedBy letters: RecentLetters,
        isDomainExempt: Bool
    ) -> LetterBound? {
        if letters.toAnybody >= perHour { return .house }
        if letters.onTicket >= perTicket { return .ticket }
        if letters.toAddress >= perAddress { return .address }
        if letters.toDomain >= perDomain, !isDomainExempt { return .domain }
        return nil
    }

    /// The bound at which even the word that a promise was broken is withheld; nil where it leaves.
    ///
    /// It comes once for each promise and waits for no other letter of its ticket. But a robot that
    /// opens tickets by the hundred has promises broken by the hundred, and reads none of it.
    package func boundOfBreach(
        reachedBy letters: RecentLetters,
        isDomainExempt: Bool
    ) -> LetterBound? {
        if letters.toAddress >= perAddress { return .address }
        if letters.toDomain >= perDomain, !isDomainExempt { return .domain }
        return nil
    }

    /// Why a letter was withheld, for the ticket and the lists.
    package func reason(_ bound: LetterBound) -> String {
        switch bound {
        case .ticket:
            "\(perTicket) automatic letters went to this address on this ticket in 24 hours"
        case .address: "\(perAddress) automatic letters went to this address in 24 hours"
        case .domain:
            "\(perDomain) automatic letters went to this domain within an hour, and nothing proves "
                + "that its mail is its own"
        case .house: "the house has written \(perHour) automatic letters within an hour"
        }
    }
}

extension Reading {
    /// Whether our own mail server says that the sender's domain is the sender's own.
    ///
    /// Only the topmost Authentication-Results counts, and only under a server's name within the
    /// company's own domains: everybody can write such a field. It moves a bound, no more; identity
    /// asks for more than this.
    package var isDomainAuthenticated: Bool {
        guard let results = message.header("authentication-results")?.lowercased(),
            let domain = message.from?.address.domain,
            let server = results.split(whereSeparator: { "; ".contains($0) }).first
        else { return false }
        let owned = [house.company.domain] + house.company.otherDomains
        guard owned.contains(where: { server == $0 || server.hasSuffix(".\($0)") }) else {
            return false
        }
        return results.containsFolded("dmarc=pass")
            && results.containsFolded("header.from=\(domain)")
    }
}
