// What a mail says about where it belongs, before anything is looked up.

/// One of our letters, as a delivery report names it.
package struct ReportedLetter: Hashable, Sendable {
    /// The letter's Message-ID.
    package let id: MessageID
    /// What that id says.
    package let letter: KeyedMessageID
}

/// A right that an address for answers claims.
package struct StaffTag: Hashable, Sendable {
    /// The ticket.
    package let ticket: TicketNumber
    /// What is to prove it.
    package let token: String
}

/// The references and numbers of a mail, sorted by what they can prove.
package struct ThreadMarks: Hashable, Sendable {
    /// Our own ids with a good seal, the nearest parent first.
    package var sealed: [KeyedMessageID] = []
    /// The id of the nearest of them: the very letter of ours that the mail answers.
    package var answered: MessageID?
    /// Ids of our shape whose seal does not fit.
    package var forged: [MessageID] = []
    /// Tickets that a reply address names under our seal.
    package var tagged: [TicketNumber] = []
    /// Rights that a reply address of a colleague claims; `StaffCapability` tells their worth.
    package var staffTags: [StaffTag] = []
    /// Tickets on which the sender, a colleague, brings back a right that was given to that very
    /// colleague; whether it has expired is asked when it is used.
    package var grants: [TicketNumber] = []
    /// Reply addresses of our shape whose seal does not fit.
    package var forgedTags: [EmailAddress] = []
    /// Ids of our domain that Guichet did not write (a person's mail program, an older system).
    package var ofOurDomain: [MessageID] = []
    /// Everybody else's ids, the nearest parent first.
    package var parents: [MessageID] = []
    /// Valid ticket numbers, subject first.
    package var numbers: [TicketNumber] = []
    /// Texts that look like ticket numbers and are none.
    package var mistyped: [String] = []
    /// What the mail's own id says, where the mail is a letter of ours that has come back.
    package var own: KeyedMessageID?
    /// Letters of ours that a delivery report is about.
    package var reported: [ReportedLetter] = []

    /// How many ids are read, from the nearest parent on.
    static let idsMaximum = 200
    /// How many different numbers are read.
    static let numbersMaximum = 20
    /// How many recipients are searched for a tag.
    static let recipientsMaximum = 100
    /// How many lines of the text are searched for a number.
    static let linesMaximum = 12
    /// How much of each line.
    static let lineBytesMaximum = 400

    /// Reads the marks of a message.
    package init(
        _ message: InboundMessage,
        newText: String,
        reports: [DeliveryReport] = [],
        company: CompanySettings,
        mailboxes: [EmailAddress] = [],
        prefixes: Set<String> = [],
        key: KeyedHash
    ) {
        var seen: Set<MessageID> = []
        // In-Reply-To names the parent itself; References are read from the right, where it stands.
        for id in message.inReplyTo + message.references.reversed()
        where seen.count < Self.idsMaximum && seen.insert(id).inserted {
            switch KeyedMessageID.read(id, domain: company.domain, key: key) {
            case .ours(let keyed):
                sealed.append(keyed)
                answered = answered ?? id
            case .forged: forged.append(id)
            case .foreign:
                if company.owns(domain: id.domain) { ofOurDomain.append(id) }
                parents.append(id)
            }
        }
        if let id = message.id,
            case .ours(let letter) = KeyedMessageID.read(id, domain: company.domain, key: key)
        {
            own = letter
        }
        for report in reports {
            guard let id = report.originalMessageID, !reported.contains(where: { $0.id == id })
            else { continue }
            switch KeyedMessageID.read(id, domain: company.domain, key: key) {
            case .ours(let letter): reported.append(ReportedLetter(id: id, letter: letter))
            case .forged: if !forged.contains(id) { forged.append(id) }
            case .foreign: break
            }
        }
        readTags(of: message, at: mailboxes, key: key)
        readGrants(to: message.from?.address, company, key)
        readNumbers(in: message.subject.utf8, prefixes)
        // Lines without anything on them do not count.
        var rest = Array(newText.utf8)[...]
        var lines = 0
        while lines < Self.linesMaximum, !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest[line.endIndex...].dropFirst()
            guard !line.isEmpty else { continue }
            lines += 1
            readNumbers(in: line.prefix(Self.lineBytesMaximum), prefixes)
        }
    }

    private mutating func readTags(
        of message: InboundMessage,
        at mailboxes: [EmailAddress],
        key: KeyedHash
    ) {
        let recipients =
            message.to.map(\.address) + message.cc.map(\.address) + message.deliveredTo
        for recipient in recipients.prefix(Self.recipientsMaximum)
        where recipient.key.utf8.contains(UInt8(ascii: "+")) {
            for mailbox in mailboxes {
                switch ReplyTag.read(recipient, at: mailbox, key: key) {
                case .ours(let ticket): if !tagged.contains(ticket) { tagged.append(ticket) }
                case .forged:
                    if !forgedTags.contains(recipient) { forgedTags.append(recipient) }
                case .foreign:
                    if let tag = StaffCapability.read(recipient, at: mailbox) {
                        staffTags.append(StaffTag(ticket: tag.ticket, token: tag.token))
                    }
                }
            }
        }
    }

    private mutating func readGrants(
        to sender: EmailAddress?,
        _ company: CompanySettings,
        _ key: KeyedHash
    ) {
        guard let sender, company.staff.contains(where: { $0.address == sender }) else { return }
        let sealed = sealed.compactMap { id in id.token.map { (id.ticket, $0) } }
        for (ticket, token) in sealed + staffTags.map({ ($0.ticket, $0.token) })
        where !grants.contains(ticket)
            && StaffCapability.isGiven(token, on: ticket, to: sender, key: key)
        {
            grants.append(ticket)
        }
    }

    // Mail programs make typographic hyphens of plain ones: they are read as such.
    private mutating func readNumbers(
        in text: some Collection<UInt8>,
        _ prefixes: Set<String>
    ) {
        let line = Self.withoutIDs(TypedNumber.plain(text))
        readWords(in: line)
        for number in TypedNumber.all(in: line, prefixes: prefixes) { add(number) }
    }

    // The number within an id of our shape is nobody's word: the id's seal alone speaks for it.
    private static func withoutIDs(_ line: [UInt8]) -> [UInt8] {
        guard line.contains(UInt8(ascii: "@")) else { return line }
        return Array(
            line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
                .filter { word in
                    guard let at = word.firstIndex(of: UInt8(ascii: "@")) else { return true }
                    return word[..<at].count { $0 == UInt8(ascii: ".") } < 3
                }
                .joined(separator: [UInt8(ascii: " ")])
        )
    }

    private mutating func add(_ number: TicketNumber) {
        guard !numbers.contains(number), numbers.count < Self.numbersMaximum else { return }
        numbers.append(number)
    }

    // Words are cut at whatever cannot stand in a number; each is then read as a whole.
    private mutating func readWords(in text: [UInt8]) {
        // No number is without a hyphen.
        guard text.contains(UInt8(ascii: "-")) else { return }
        let words = text.split { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
                false
            default:
                true
            }
        }
        for word in words where (9...22).contains(word.count) {
            switch TicketNumber.Mention(String(decoding: word, as: UTF8.self)) {
            case .valid(let number):
                add(number)
            case .mistyped(let shown):
                if !mistyped.contains(shown) && mistyped.count < 5 { mistyped.append(shown) }
            case nil:
                break
            }
        }
    }
}
