// Whether a mail from a colleague's address is the colleague's (invariant 6).
//
// The address alone proves nothing. It needs an answer to a letter that only the colleague has, or
// the word of our own mail server. Where the server says that the domain does not stand behind the
// mail, where somebody else is named as its sender, or where answers would go elsewhere, nothing
// else helps.

package import Foundation

/// By what a person was recognised; the raw value is stored with what the person did.
package enum StaffProof: String, Hashable, Sendable, CaseIterable {
    /// An answer to a letter that the person alone had.
    case capability
    /// Our mail server vouches for the sender's domain.
    case dmarc
    /// The person answered "oui" to the question whether the mail was theirs.
    case confirmed
    /// The person works at the machine itself.
    case shell
}

/// What the sender of a mail is to us.
package enum StaffVerdict: Hashable, Sendable {
    /// Not on the staff, or nobody.
    case notStaff
    /// A colleague, by this proof.
    case proven(StaffMember, StaffProof)
    /// Bears a colleague's address, and proves nothing, for this reason.
    case unproven(StaffMember, reason: String)

    static let nothingProves = "nothing proves who wrote it"
    static let tooOld = "the letter that it answers is too old"

    /// The colleague, where there is proof.
    package var person: StaffMember? {
        if case .proven(let person, _) = self { person } else { nil }
    }
}

extension Reading {
    /// The colleague whose address the mail bears as its sender.
    package var staffSender: StaffMember? {
        guard let sender = message.from?.address else { return nil }
        return house.company.staff.first { $0.address == sender }
    }

    /// Whether our own mail server vouches for the sender.
    package var authentication: SenderAuthentication {
        SenderAuthentication(of: message, authority: house.company.staffMail.authority)
    }

    /// What the sender proves, for acts on a ticket; nil: acts that begin one.
    package func staffVerdict(
        on ticket: TicketNumber?,
        at now: Date,
        key: KeyedHash
    ) -> StaffVerdict {
        guard let person = staffSender else { return .notStaff }
        guard person.works(on: house.company.calendar.day(of: now)) else {
            return .unproven(person, reason: "no longer works here")
        }
        if house.isPlayed { return .proven(person, .shell) }
        if let reason = detour { return .unproven(person, reason: reason) }
        let authentication = authentication
        if case .failed(let result) = authentication {
            return .unproven(person, reason: "our mail server says \(result)")
        }
        var reason = StaffVerdict.nothingProves
        if let ticket {
            for token in capabilityTokens(on: ticket) {
                switch StaffCapability.read(
                    token,
                    on: ticket,
                    from: person.address,
                    at: now,
                    key: key
                ) {
                case .valid: return .proven(person, .capability)
                case .expired: reason = StaffVerdict.tooOld
                case .forged: break
                }
            }
        }
        switch authentication {
        case .passed: return .proven(person, .dmarc)
        case .failed: return .unproven(person, reason: reason)
        case .unknown(let why): return .unproven(person, reason: "\(reason); \(why)")
        }
    }

    /// Whether a colleague has written it by our own mail server's word: the proof for what begins
    /// a ticket.
    package var isAuthenticatedStaff: Bool {
        staffSender != nil && (house.isPlayed || detour == nil && authentication == .passed)
    }

    // Another sender, another address for answers, a list, a redirection.
    private var detour: String? {
        guard let sender = message.from?.address else { return "the sender is nobody" }
        if message.header("reply-to") != nil || message.replyTo != nil,
            message.replyTo?.address != sender
        {
            return "its answers would go elsewhere (Reply-To)"
        }
        if let field = message.header("sender"), Self.address(in: field) != sender {
            return "somebody else sent it (Sender)"
        }
        for field in ["resent-from", "list-id", "list-post"] where message.header(field) != nil {
            return "it came by a detour (\(field))"
        }
        return nil
    }

    // The one address of a field such as "Léa Martin <lea@…>"; nil for anything less plain.
    private static func address(in field: String) -> EmailAddress? {
        guard let open = field.lastIndex(of: "<") else {
            return EmailAddress(field.trimmingCharacters(in: .whitespaces))
        }
        let rest = field[field.index(after: open)...].trimmingCharacters(in: .whitespaces)
        return rest.last == ">" ? EmailAddress(String(rest.dropLast())) : nil
    }

    private func capabilityTokens(on ticket: TicketNumber) -> [String] {
        let sealed = marks.sealed.filter { $0.ticket == ticket }.compactMap(\.token)
        let tagged = marks.staffTags.filter { $0.ticket == ticket }.map(\.token)
        return sealed + tagged
    }
}
