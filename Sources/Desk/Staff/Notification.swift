// What the person who looks after a dossier is told when something comes: the new text first, then
// who, which contract, what is promised by when, the last exchanges, and five commands as links.
//
// An answer to it goes to the client; so it carries the right to act on its dossier, for its
// recipient alone. Nobody is told of what he did himself.

package import Foundation

/// One thing that came, for one colleague.
package struct StaffNotification: Hashable, Sendable {
    /// What has come.
    package enum Occasion: Hashable, Sendable {
        /// A new dossier.
        case opened
        /// A further mail of the client.
        case wrote
    }

    /// One earlier exchange.
    package struct Exchange: Hashable, Sendable {
        /// The mail.
        package var mail: MailID
        /// When.
        package var at: Date
        /// Who.
        package var author: NamedAddress
        /// What it said, or how it began.
        package var text: String

        /// Describes an exchange.
        package init(mail: MailID, at: Date, author: NamedAddress, text: String) {
            self.mail = mail
            self.at = at
            self.author = author
            self.text = text
        }
    }

    /// What has come.
    package var occasion: Occasion
    /// The new text.
    package var text: String
    /// Who wrote it; nil where that is uncertain.
    package var author: NamedAddress?
    /// What the mail says of its author, where that is uncertain.
    package var claimed = ""
    /// The client's company and sites; nil for a prospect.
    package var client: Client?
    /// The files that came with it and go with the notification.
    package var files: [Enclosure] = []
    /// The files that are too large for that.
    package var filesLeftOut: [String] = []
    /// The last exchanges, the latest first.
    package var exchanges: [Exchange] = []
    /// The colleague whom the same letter did not reach.
    package var unreached: StaffMember?

    /// Describes what has come.
    package init(_ occasion: Occasion, text: String, author: NamedAddress?) {
        self.occasion = occasion
        self.text = text
        self.author = author
    }

    static let textBytesMaximum = 20_000
    /// How many earlier exchanges a letter repeats.
    package static let exchangesMaximum = 3
    static let exchangeBytesMaximum = 300
    static let promisesMaximum = 4
    static let filesNamedMaximum = 20

    /// The people to tell: the handler, or who stands in, else the team at work.
    ///
    /// Never the author himself.
    package static func recipients(
        on file: ProcedureCase,
        author: EmailAddress?,
        at now: Date
    ) -> [StaffMember] {
        let day = file.calendar.day(of: now)
        if let handler = file.ticket.handler,
            let standIn = file.rotation.standIn(for: handler, on: day)
        {
            return [standIn.person].filter { $0.address != author }
        }
        let role = file.ticket.opening.procedure.handlingRole
        let team = file.company.staff.filter { person in
            person.roles.contains(role) && person.isPresent(on: day)
        }
        let standIn = file.rotation.next(for: role, on: day)?.person
        let people = team.isEmpty ? [standIn].compactMap(\.self) : team
        return people.filter { $0.address != author }
    }

    /// Who is told instead where a notification could not be delivered: the deputy, else another
    /// of the team.
    package static func replacement(
        for person: EmailAddress,
        on file: ProcedureCase,
        at now: Date
    ) -> StaffMember? {
        let day = file.calendar.day(of: now)
        let deputy = file.rotation.member(person)?.deputy
            .flatMap { file.rotation.standIn(for: $0, on: day)?.person }
        if let deputy, deputy.address != person { return deputy }
        let role = file.ticket.opening.procedure.handlingRole
        return file.company.staff.first { other in
            other.address != person && other.roles.contains(role) && other.isPresent(on: day)
        }
    }

    /// Passes on the files of the mail that it tells of, as far as the company's limit goes.
    mutating func attach(_ files: [Attachment], of mail: MailID, in company: CompanySettings) {
        let (chosen, leftOut) = Enclosure.choose(
            from: files,
            of: mail,
            bytesMaximum: company.staffMail.attachmentBytesMaximum
        )
        self.files = chosen.map(\.defused)
        filesLeftOut = leftOut.map(\.name)
    }

    /// What the letter says.
    package func matter(
        about file: ProcedureCase,
        to answers: EmailAddress,
        at now: Date
    ) -> LetterMatter {
        var matter = LetterMatter()
        matter.text = text.cut(toBytes: Self.textBytesMaximum)
        let running = file.states(at: now).filter { state in
            let isAutomatic = state.rule.ends.contains(.acknowledged)
            return state.rule.step == nil && !isAutomatic && state.isOpen
        }
        matter.promises = running.prefix(Self.promisesMaximum).compactMap { state in
            state.due.map { PromiseMention(state, on: file.ticket.number, due: $0) }
        }
        var notice = NoticeMatter(author: author, answers: answers)
        notice.claimed = claimed.cut(toBytes: Self.exchangeBytesMaximum)
        notice.isNew = occasion == .opened
        notice.company = client?.name.text ?? ""
        notice.sites = client?.sites ?? []
        notice.files = files.prefix(Self.filesNamedMaximum).map(\.name)
        notice.filesLeftOut = Array(filesLeftOut.prefix(Self.filesNamedMaximum))
        notice.exchanges = exchanges.prefix(Self.exchangesMaximum).map { exchange in
            var exchange = exchange
            exchange.text = exchange.text.cut(toBytes: Self.exchangeBytesMaximum)
            return exchange
        }
        notice.unreached = unreached?.name ?? ""
        notice.draft = bearsDraft(about: file, at: now) ? file.ticket.opening.language : nil
        matter.notice = notice
        return matter
    }

    /// Whether it bears the draft of the formal acknowledgement (C2), so that the handler of a new
    /// complaint gets one letter about it and not two.
    package func bearsDraft(about file: ProcedureCase, at now: Date) -> Bool {
        guard occasion == .opened, file.ticket.handler != nil else { return false }
        return file.states(at: now).contains { state in
            state.rule.within == .formalAcknowledgement && state.isOpen
        }
    }

    /// The letter for one colleague, named and addressed so that an answer proves who answers.
    package func letter(
        to person: StaffMember,
        about file: ProcedureCase,
        cause: String,
        from house: LetterHouse
    ) -> Letter? {
        let capability = StaffCapability(on: file.ticket.number, for: person.address, in: house)
        let answers = house.mailbox.address.address
        let tagged =
            house.company.threading.tagsReplies
            ? capability.replyAddress(at: answers, key: house.key) : nil
        let order = ProcedureLetter(
            .notification,
            to: person.address,
            cause: cause,
            notBefore: house.now,
            matter: matter(about: file, to: tagged ?? answers, at: house.now)
        )
        let dossier = LetterDossier(file, at: house.now)
        let name = KeyedMessageID(
            kind: .notification,
            cause: cause,
            capability: capability,
            key: house.key
        )
        guard let id = name.messageID(domain: house.company.domain, key: house.key),
            var letter = house.letter(order, about: dossier)
        else { return nil }
        letter.id = id
        letter.references = [Self.thread(of: file.ticket.number, in: house)].compactMap { $0 }
        letter.inReplyTo = letter.references.first
        letter.replyTo = tagged.map { NamedAddress($0, name: house.mailbox.address.name) }
        // A report that it did not arrive must find its way back; our mailbox answers no machine.
        letter.envelopeSender = .address(answers)
        letter.notBefore = house.now
        letter.enclosures = files
        return letter
    }

    // What all notifications of a dossier refer to, so that mail programs show them as one thread;
    // nobody ever receives it, and it bears no right.
    private static func thread(of ticket: TicketNumber, in house: LetterHouse) -> MessageID? {
        KeyedMessageID(ticket: ticket, kind: .notification, cause: "thread", key: house.key)
            .messageID(domain: house.company.domain, key: house.key)
    }
}

extension StaffCapability {
    /// Grants a right for as long as the house's settings say.
    init(on ticket: TicketNumber, for person: EmailAddress, in house: LetterHouse) {
        let days = Double(house.company.staffMail.capabilityDays)
        self.init(on: ticket, for: person, until: house.now.addingTimeInterval(days * 86_400))
    }
}
