// What an answer to one of our letters to the staff proves: that its writer has that letter.
//
// Such a letter bears a token in its Message-ID and in its address for answers. The token holds the
// hour at which it expires and a keyed hash over that hour, the ticket and the recipient; so it is
// worth nothing for another ticket, for another colleague, or later.
//
//     06b7c1 + 20 hexadecimal digits

package import Foundation

/// A right to act on one ticket, for one person, for a time.
package struct StaffCapability: Hashable, Sendable {
    /// The ticket.
    package let ticket: TicketNumber
    /// The person.
    package let person: EmailAddress
    /// The hour in which it ends, counted from 1970.
    package let hour: Int

    /// How long a token is.
    static let tokenLength = 26
    private static let hourMaximum = 0xFF_FFFF

    /// Grants a right until a moment.
    package init(on ticket: TicketNumber, for person: EmailAddress, until end: Date) {
        self.ticket = ticket
        self.person = person
        hour = min(max(0, Int(end.timeIntervalSince1970 / 3600)), Self.hourMaximum)
    }

    /// What letters bear.
    package func token(key: KeyedHash) -> String {
        let digits = String(hour, radix: 16)
        let written = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
        let seal = key.seal("staff capability \(written) \(ticket.text) \(person.key)")
        return written + seal.prefix(20)
    }

    /// What a token turns out to be.
    package enum Reading: Hashable, Sendable {
        /// It grants the right.
        case valid
        /// It did, and has expired.
        case expired
        /// It was made for another ticket or person, or by nobody.
        case forged
    }

    /// Reads the token that somebody brings.
    package static func read(
        _ token: String,
        on ticket: TicketNumber,
        from person: EmailAddress,
        at now: Date,
        key: KeyedHash
    ) -> Reading {
        let token = token.lowercased()
        guard isToken(token), let hour = Int(token.prefix(6), radix: 16) else { return .forged }
        let end = Date(timeIntervalSince1970: Double(hour) * 3600)
        let expected = StaffCapability(on: ticket, for: person, until: end).token(key: key)
        guard KeyedHash.areEqualInConstantTime(token, expected) else { return .forged }
        return now < end.addingTimeInterval(3600) ? .valid : .expired
    }

    /// Whether a token was given to a person for a ticket, expired or not.
    static func isGiven(
        _ token: String,
        on ticket: TicketNumber,
        to person: EmailAddress,
        key: KeyedHash
    ) -> Bool {
        read(token, on: ticket, from: person, at: .distantPast, key: key) == .valid
    }

    /// Whether a text (in lower case) looks like a token.
    static func isToken(_ text: some StringProtocol) -> Bool {
        text.utf8.count == tokenLength
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    // MARK: - In an address

    /// The address for answers to a mailbox; nil where it would be too long for SMTP.
    package func replyAddress(at mailbox: EmailAddress, key: KeyedHash) -> EmailAddress? {
        let tag = "\(mailbox.localPart)+s.\(ticket.text.lowercased()).\(token(key: key))"
        guard tag.utf8.count <= 64 else { return nil }
        return EmailAddress("\(tag)@\(mailbox.domain)")
    }

    /// The ticket and the token that an address for answers bears; nil where it is none.
    static func read(
        _ address: EmailAddress,
        at mailbox: EmailAddress
    ) -> (ticket: TicketNumber, token: String)? {
        guard let tag = address.tag(at: mailbox), tag.hasPrefix("s.") else { return nil }
        let parts = tag.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, isToken(parts[1]),
            let ticket = TicketNumber(parts[0].uppercased())
        else { return nil }
        return (ticket, String(parts[1]))
    }
}
