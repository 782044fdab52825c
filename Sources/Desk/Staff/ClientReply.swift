// A colleague's words on their way to the client: under the company's address and the colleague's
// name, with nothing of the colleague's own address in headers, text or quotes.
//
// What is odd is said before the message leaves: it waits for some minutes, in which "stop" stops
// it.

package import Foundation

/// What goes with a colleague's words: copies and files.
package struct ReplyParts: Hashable, Sendable {
    /// People outside the company to whom the colleague has sent a copy.
    package var copies: [NamedAddress] = []
    /// The files that go with it, by reference.
    package var enclosures: [Enclosure] = []
    /// The names of files that are too large to go with it.
    package var leftOut: [String] = []
    /// Whether people of the house were among the recipients.
    package var isCopiedWithin = false

    /// Copies that go out at most.
    package static let copiesMaximum = 10

    /// Nothing but words.
    package init() {}

    /// What came with a colleague's mail about a ticket.
    package init(of mail: InboundMessage, _ id: MailID, on ticket: Ticket, house: HouseSettings) {
        let client = ticket.opening.requester?.address
        var seen: Set<EmailAddress> = []
        for person in mail.to + mail.cc where person.address != mail.from?.address {
            let address = person.address
            let isWithin =
                house.isStaff(address) || house.company.owns(domain: address.domain)
            if !house.isOurs(address), isWithin { isCopiedWithin = true }
            guard !house.isOurs(address), !isWithin, address != client,
                seen.insert(address).inserted, copies.count < Self.copiesMaximum
            else { continue }
            copies.append(person)
        }
        let (chosen, leftOut) = Enclosure.choose(
            from: mail.attachments.filter { !$0.isOwnMark(of: mail.from) },
            of: id,
            bytesMaximum: house.company.staffMail.attachmentBytesMaximum
        )
        enclosures = chosen
        self.leftOut = leftOut.map(\.name)
    }

    /// What they are, in words, to be shown behind the text that they go with.
    var told: String {
        var lines: [String] = []
        if !enclosures.isEmpty {
            lines.append("Joint : \(enclosures.map(\.name).joined(separator: ", "))")
        }
        if !copies.isEmpty {
            lines.append("Copie : \(copies.map(\.address.text).joined(separator: ", "))")
        }
        return lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n")
    }
}

/// A message to the client, and what ought to be looked at before it leaves.
package struct ClientReply: Hashable, Sendable {
    /// The text: no quote, no signature, no address of the staff.
    package let text: String
    /// What goes with it.
    package let parts: ReplyParts
    /// What the colleague is asked about before it leaves, in French.
    package let doubts: [String]
    /// What ought to be looked at, in French: the doubts among it.
    package let warnings: [String]

    /// Prepares a text that a colleague has written.
    package init(
        _ text: String,
        with parts: ReplyParts = ReplyParts(),
        on ticket: Ticket,
        house: HouseSettings,
        mailbox: MailboxSettings
    ) {
        var doubts: [String] = []
        let scrubbed = AddressScrub.text(
            text,
            without: house.company.staff.map(\.address),
            by: mailbox.address.address.text
        )
        if parts.isCopiedWithin {
            doubts.append("Un collègue était en copie : le client ne voit pas son adresse.")
        }
        if parts.enclosures.isEmpty, parts.leftOut.isEmpty, AnnouncedFiles.speak(in: text) {
            doubts.append("Le texte annonce une pièce jointe, et il n’y en a pas.")
        }
        if !parts.leftOut.isEmpty {
            let names = parts.leftOut.joined(separator: ", ")
            doubts.append("Trop lourd pour partir avec le message : \(names).")
        }
        for file in parts.enclosures where file.mayBearAddress {
            doubts.append(
                "« \(file.name) » peut contenir votre adresse : le client la verrait."
            )
        }
        let prefixes = Set(house.mailboxes.map(\.prefix))
        for number in OtherNumbers.all(in: text, besides: ticket.number, prefixes: prefixes) {
            doubts.append("Le texte nomme un autre dossier : \(number.text).")
        }
        if let line = OwnWords.line(in: text) {
            doubts.append("Le texte répète une ligne de notre notification interne : « \(line) ».")
        }
        if let word = Self.commandWord(in: text) {
            doubts.append(
                "Une ligne du texte commence par « #\(word) » : elle n’a pas été exécutée, et le "
                    + "client la lirait. Les commandes se placent tout en haut, avant toute autre "
                    + "ligne."
            )
        }
        if let word = Self.bareCommandWord(in: text) {
            doubts.append(
                "Le texte commence par « \(word) » : est-ce la commande « #\(word) » ? Sans le "
                    + "« # », le client le lirait."
            )
        }
        if BareAnswer.isAll(of: text) {
            doubts.append("Le client recevrait seulement « \(text) ».")
        }
        let note = "Une adresse interne a été remplacée par celle de la boîte."
        self.text = scrubbed
        self.parts = parts
        self.doubts = doubts
        warnings = (scrubbed == text ? [] : [note]) + doubts
    }

    /// The name under which the client sees the colleague: "Léa Martin — SAV Mileo".
    package static func author(_ person: StaffMember, of mailbox: MailboxSettings) -> NamedAddress {
        NamedAddress(mailbox.address.address, name: "\(person.name) — \(mailbox.address.shown)")
    }

    // MARK: - What is odd

    // A command that stands too low to be one.
    private static func commandWord(in text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "#")) else { return nil }
        for line in text.split(separator: "\n").prefix(2_000) {
            guard let command = CommandLine.text(in: Array(line.utf8)[...]) else { continue }
            let word = command.dropFirst().split { $0.isWhitespace }.first.map(String.init) ?? ""
            if CommandTable.verb(named: word.trimmedMarks) != nil { return word.trimmedMarks }
        }
        return nil
    }

    // "note: le client est pénible": a command without its sign.
    private static func bareCommandWord(in text: String) -> String? {
        guard let line = text.split(whereSeparator: \.isNewline).first,
            let colon = line.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let word = line[..<colon].trimmingCharacters(in: .whitespaces).trimmedMarks
        return !word.contains(" ") && CommandTable.verb(named: word) != nil ? word : nil
    }

    /// The words of a text that look like ticket numbers.
    static func mentions(in text: String) -> [TicketNumber.Mention] {
        let words = text.utf8.split { byte in
            let letter = byte & 0xDF
            return !((0x41...0x5A).contains(letter) && byte < 0x80)
                && !(0x30...0x39).contains(byte) && byte != UInt8(ascii: "-")
        }
        return words.filter { (9...22).contains($0.count) }
            .compactMap { TicketNumber.Mention(String(decoding: $0, as: UTF8.self)) }
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

    /// How the colleague is called: a name, or that of the mailbox that nobody signed for.
    package func name(in house: HouseSettings) -> String {
        house.company.staff.first { $0.address == person }?.name
            ?? house.mailbox(at: person)?.address.shown ?? "Un collègue"
    }

    /// Looks for another's answer within a time; nil where nobody has answered.
    package init?(on events: [TicketEvent], besides person: EmailAddress, since: Date) {
        let stopped = Set(
            events.compactMap { event -> MessageID? in
                if case .staff(.replyRecalled(let id, _)) = event.fact { id } else { nil }
            }
        )
        for event in events.reversed() where event.at >= since {
            if case .answer(let answer) = event.fact, let message = answer.message,
                answer.author != person, !(message.letter.map(stopped.contains) ?? false)
            {
                self.person = answer.author
                at = event.at
                return
            }
        }
        return nil
    }
}
