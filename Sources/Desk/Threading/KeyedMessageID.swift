// Our own Message-IDs (invariant 4): whoever answers one of our letters carries back a proof of
// which ticket it was about, and a letter that is made twice has the same name twice.
//
//     sav-2026-001237.sav-acknowledgement.0f3c…16 digits.9a41…32 digits@mileo.example
//     ticket          kind                cause          seal
//
// The seal is the first 16 bytes of HMAC-SHA-256 over everything before it and the domain. An id of
// our shape whose seal does not fit is a forgery and leads nowhere.

/// The keyed hash (HMAC-SHA-256) under the house's own key; the key itself stays inside the
/// closure.
package struct KeyedHash: Sendable {
    private let mac: @Sendable ([UInt8]) -> [UInt8]

    /// Wraps a keyed hash of 32 bytes.
    package init(_ mac: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.mac = mac
    }

    /// The first 16 bytes of the hash of a text, in hexadecimal.
    package func seal(_ text: String) -> String { sealBytes(text).hexadecimal }

    /// The same as bytes.
    func sealBytes(_ text: String) -> ArraySlice<UInt8> { mac(Array(text.utf8)).prefix(16) }

    // The time of the comparison must not tell how much of a forged seal was right.
    static func areEqualInConstantTime(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// What one of our Message-IDs says.
package struct KeyedMessageID: Hashable, Sendable {
    /// The ticket that the letter was about.
    package let ticket: TicketNumber
    /// The kind of letter.
    package let kind: LetterKind
    /// What caused the letter: 16 hexadecimal digits.
    package let cause: String
    /// The right that a letter to a colleague carries (`StaffCapability`); nil for all others.
    package let token: String?

    /// Names the letter of a kind that a cause brings about on a ticket.
    package init(ticket: TicketNumber, kind: LetterKind, causedBy digest: ContentDigest) {
        self.ticket = ticket
        self.kind = kind
        cause = digest.bytes.prefix(8).hexadecimal
        token = nil
    }

    /// Names the letter of a kind that anything but a mail brings about: a step, an act, a day.
    package init(ticket: TicketNumber, kind: LetterKind, cause: String, key: KeyedHash) {
        self.init(
            ticket: ticket,
            kind: kind,
            cause: String(key.seal("cause:\(cause)").prefix(16)),
            token: nil
        )
    }

    /// Names a letter to a colleague, which carries the right to act on its ticket by an answer.
    package init(
        kind: LetterKind,
        cause: String,
        capability: StaffCapability,
        key: KeyedHash
    ) {
        self.init(
            ticket: capability.ticket,
            kind: kind,
            cause: Self.causeHash(cause, for: capability.person, key: key),
            token: capability.token(key: key)
        )
    }

    /// Whether a cause brought about this letter to a colleague.
    func isCaused(by cause: String, for person: EmailAddress, key: KeyedHash) -> Bool {
        self.cause == Self.causeHash(cause, for: person, key: key)
    }

    /// What stands for a cause in the id of a letter to a colleague.
    static func causeHash(_ cause: String, for person: EmailAddress, key: KeyedHash) -> String {
        String(key.seal("cause:\(cause) \(person.key)").prefix(16))
    }

    /// The Message-ID under a key and a domain; nil only for a domain no header could hold.
    package func messageID(domain: String, key: KeyedHash) -> MessageID? {
        MessageID("\(body).\(key.seal("\(body)@\(domain)"))@\(domain)")
    }

    private var body: String {
        let part = token.map { "\(cause)-\($0)" } ?? cause
        return "\(ticket.text.lowercased()).\(kind.rawValue).\(part)"
    }

    /// What a Message-ID turns out to be.
    package enum Reading: Hashable, Sendable {
        /// Not of our shape.
        case foreign
        /// Of our shape and domain, with a seal that does not fit.
        case forged
        /// One of ours.
        case ours(KeyedMessageID)
    }

    /// Reads an id that somebody sent back.
    package static func read(_ id: MessageID, domain: String, key: KeyedHash) -> Reading {
        guard id.domain == domain, let at = id.text.lastIndex(of: "@") else { return .foreign }
        let parts = id.text[..<at].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let ticket = TicketNumber(parts[0].uppercased()),
            let kind = LetterKind(rawValue: parts[1].lowercased())
        else { return .foreign }
        guard parts[3].utf8.count == 32, let (cause, token) = split(parts[2]) else {
            return .forged
        }
        // Some mail programs change the case of an id: everything is compared in lower case.
        let keyed = KeyedMessageID(
            ticket: ticket,
            kind: kind,
            cause: cause,
            token: token
        )
        let expected = key.seal("\(keyed.body)@\(domain)")
        return KeyedHash.areEqualInConstantTime(expected, parts[3].lowercased())
            ? .ours(keyed) : .forged
    }

    private init(ticket: TicketNumber, kind: LetterKind, cause: String, token: String?) {
        self.ticket = ticket
        self.kind = kind
        self.cause = cause
        self.token = token
    }

    // The cause, and the right behind it where there is one.
    private static func split(_ part: Substring) -> (cause: String, token: String?)? {
        let parts = part.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard let cause = parts.first, cause.utf8.count == 16 else { return nil }
        switch parts.count {
        case 1: return (String(cause), nil)
        case 2 where StaffCapability.isToken(parts[1]): return (String(cause), String(parts[1]))
        default: return nil
        }
    }
}
