// An address for answers that names the ticket: `sav+sav-2026-001237.…26
// characters…@mileo.example`.
//
// Some mail programs answer without In-Reply-To and References, and lose the subject's number; the
// address they answer to stays. The seal is the first 16 bytes of the keyed hash over mailbox and
// ticket, in letters that survive any change of case. A tag whose seal does not fit leads nowhere.

/// The sealed tag of a reply address.
package enum ReplyTag {
    /// What a recipient's address turns out to be.
    package enum Reading: Hashable, Sendable {
        /// No tag of ours.
        case foreign
        /// Of our shape, with a seal that does not fit.
        case forged
        /// The ticket.
        case ours(TicketNumber)
    }

    /// The longest local part that SMTP can carry.
    private static let localPartMaximum = 64

    /// The address for answers about a ticket; nil where it would be too long for SMTP.
    package static func address(
        of ticket: TicketNumber,
        at mailbox: EmailAddress,
        key: KeyedHash
    ) -> EmailAddress? {
        let number = ticket.text.lowercased()
        let local = "\(mailbox.localPart)+\(number).\(seal(number, mailbox, key))"
        guard local.utf8.count <= localPartMaximum else { return nil }
        return EmailAddress("\(local)@\(mailbox.domain)")
    }

    /// Reads an address to which somebody wrote.
    package static func read(
        _ address: EmailAddress,
        at mailbox: EmailAddress,
        key: KeyedHash
    ) -> Reading {
        guard let tag = address.tag(at: mailbox),
            let dot = tag.lastIndex(of: "."),
            let ticket = TicketNumber(tag[..<dot].uppercased())
        else { return .foreign }
        let given = String(tag[tag.index(after: dot)...])
        let expected = seal(ticket.text.lowercased(), mailbox, key)
        return KeyedHash.areEqualInConstantTime(given, expected) ? .ours(ticket) : .forged
    }

    private static func seal(
        _ number: String,
        _ mailbox: EmailAddress,
        _ key: KeyedHash
    ) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var letters: [UInt8] = []
        var (held, bits) = (0, 0)
        for byte in key.sealBytes("reply \(number) \(mailbox.key)") {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                letters.append(alphabet[held >> bits & 31])
            }
            held &= 1 << bits - 1
        }
        if bits > 0 { letters.append(alphabet[held << (5 - bits) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }
}

extension EmailAddress {
    /// What stands behind the "+" where this is an address of a mailbox with a tag; in lower case.
    package func tag(at mailbox: EmailAddress) -> Substring? {
        guard key.utf8.contains(UInt8(ascii: "+")), domain == mailbox.domain else { return nil }
        let prefix = mailbox.localPart + "+"
        return localPart.hasPrefix(prefix) ? localPart.dropFirst(prefix.count) : nil
    }
}
