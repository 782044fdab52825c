// A colleague's words on their way to the client: under the company's address and the colleague's
// name, with nothing of the colleague's own address in headers, text or quotes.
//
// What is odd is said before the message leaves: it waits for some minutes, in which "stop" stops
// it.

package import Foundation

/// A message to the client, and what ought to be looked at before it leaves.
package struct ClientReply: Hashable, Sendable {
    /// The text: no quote, no signature, no address of the staff.
    package let text: String
    /// People outside the company to whom the colleague has sent a copy.
    package let copies: [NamedAddress]
    /// The files that came with the colleague's mail.
    package let attachments: [Attachment]
    /// What ought to be looked at, in French.
    package let warnings: [String]

    /// Prepares a text that a colleague has written, in this mail.
    package init(
        _ text: String,
        in mail: InboundMessage,
        on ticket: Ticket,
        house: HouseSettings,
        mailbox: MailboxSettings
    ) {
        var warnings: [String] = []
        let scrubbed = AddressScrub.text(
            text,
            without: house.company.staff.map(\.address),
            by: mailbox.address.address.text
        )
        if scrubbed != text {
            warnings.append("Une adresse interne a été remplacée par celle de la boîte.")
        }
        let people = mail.to + mail.cc
        let copies = people.filter { person in
            !house.isOurs(person.address) && !house.company.owns(domain: person.address.domain)
                && !house.company.staff.contains { $0.address == person.address }
                && !ticket.participants.contains(person.address)
                && !house.mailboxes.contains { person.address.tag(at: $0.address.address) != nil }
        }
        let isInternal = people.contains { person in
            house.isStaff(person.address) && person.address != mail.from?.address
        }
        if isInternal {
            warnings.append("Un collègue était en copie : le client ne voit pas son adresse.")
        }
        attachments = mail.attachments.filter { !$0.isInline }
        if attachments.isEmpty, Self.speaksOfAttachment(text) {
            warnings.append("Le texte annonce une pièce jointe, et il n’y en a pas.")
        }
        for number in Self.otherNumbers(in: text, than: ticket.number) {
            warnings.append("Le texte nomme un autre dossier : \(number.text).")
        }
        self.text = scrubbed
        self.copies = copies
        self.warnings = warnings
    }

    /// The name under which the client sees the colleague: "Léa Martin — SAV Mileo".
    package static func author(_ person: StaffMember, of mailbox: MailboxSettings) -> NamedAddress {
        NamedAddress(mailbox.address.address, name: "\(person.name) — \(mailbox.address.shown)")
    }

    // MARK: - What is odd

    private static let attachmentWords = PhraseIndex([
        [
            "ci-joint", "ci joint", "ci-jointe", "piece jointe", "pieces jointes", "en pj",
            "en piece jointe", "en annexe", "attached", "attachment", "enclosed",
        ]
    ])

    private static func speaksOfAttachment(_ text: String) -> Bool {
        attachmentWords.first(in: Folding.bytes(of: text)[...]) != nil
    }

    private static func otherNumbers(
        in text: String,
        than own: TicketNumber
    ) -> [TicketNumber] {
        var found: [TicketNumber] = []
        let words = text.utf8.split { byte in
            let letter = byte & 0xDF
            return !((0x41...0x5A).contains(letter) && byte < 0x80)
                && !(0x30...0x39).contains(byte) && byte != UInt8(ascii: "-")
        }
        for word in words where (9...22).contains(word.count) && found.count < 5 {
            if case .valid(let number)? = TicketNumber.Mention(
                String(decoding: word, as: UTF8.self)
            ),
                number != own, !found.contains(number)
            {
                found.append(number)
            }
        }
        return found
    }
}

/// Takes addresses out of a text.
enum AddressScrub {
    /// The text with each of some addresses replaced, whatever their case; linear in the text.
    static func text(_ text: String, without addresses: [EmailAddress], by other: String) -> String
    {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "@")) else { return text }
        let keys = Set(addresses.map(\.key))
        var kept: [UInt8] = []
        var start = 0
        while start < bytes.count {
            guard isAddressByte(bytes[start]) else {
                kept.append(bytes[start])
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
            var last = end
            while last > start, bytes[last - 1] == UInt8(ascii: ".") { last -= 1 }
            let word = String(decoding: bytes[start..<last], as: UTF8.self)
            if word.contains("@"), let address = EmailAddress(word), keys.contains(address.key) {
                kept += Array(other.utf8)
            } else {
                kept += bytes[start..<last]
            }
            kept += bytes[last..<end]
            start = end
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: "@.-_+".utf8.contains(byte)
        }
    }
}

/// Who has just answered the same client.
package struct Collision: Hashable, Sendable {
    /// The colleague.
    package let person: EmailAddress
    /// When.
    package let at: Date

    /// Looks for another's answer within a time; nil where nobody has answered.
    package init?(on events: [TicketEvent], besides person: EmailAddress, since: Date) {
        for event in events.reversed() where event.at >= since {
            if case .answer(let answer) = event.fact, answer.message != nil,
                answer.author != person
            {
                self.person = answer.author
                at = event.at
                return
            }
        }
        return nil
    }
}
