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
        /// When.
        package var at: Date
        /// Who.
        package var author: String
        /// How it begins.
        package var text: String

        /// Describes an exchange.
        package init(at: Date, author: String, text: String) {
            self.at = at
            self.author = author
            self.text = text
        }
    }

    /// What has come.
    package var occasion: Occasion
    /// The new text.
    package var text: String
    /// Who wrote it.
    package var author: NamedAddress
    /// The names of files that came with it.
    package var files: [String] = []
    /// The last exchanges, the latest first.
    package var exchanges: [Exchange] = []

    /// Describes what has come.
    package init(_ occasion: Occasion, text: String, author: NamedAddress) {
        self.occasion = occasion
        self.text = text
        self.author = author
    }

    static let textBytesMaximum = 20_000
    static let exchangesMaximum = 3

    /// The people to tell: the handler, or who stands in, else the team at work.
    ///
    /// Never the author himself.
    package static func recipients(
        on file: ProcedureCase,
        author: EmailAddress?,
        at now: Date
    ) -> [StaffMember] {
        let staff = file.company.staff
        let day = file.calendar.day(of: now)
        if let handler = file.ticket.handler,
            let standIn = file.rotation.standIn(for: handler, on: day)
        {
            return [standIn.person].filter { $0.address != author }
        }
        let role = file.ticket.opening.procedure.handlingRole
        return staff.filter { person in
            person.roles.contains(role) && person.isPresent(on: day) && person.address != author
        }
    }

    /// Who is told instead where a notification could not be delivered: the deputy.
    package static func replacement(
        for person: EmailAddress,
        in company: CompanySettings,
        at now: Date
    ) -> StaffMember? {
        let day = company.calendar.day(of: now)
        let deputy = company.staff.first { $0.address == person }?.deputy
        return deputy.flatMap { Rotation(company.staff).standIn(for: $0, on: day)?.person }
            .flatMap { $0.address == person ? nil : $0 }
    }

    /// The words of the letter, in French: lines, the new text first.
    package func words(about file: ProcedureCase, mailbox: EmailAddress, at now: Date) -> String {
        let calendar = file.company.calendar
        let who =
            author.name.isEmpty ? author.address.text : "\(author.name), \(author.address.text)"
        var lines = [text.cut(toBytes: Self.textBytesMaximum), "", "De : \(who)"]
        if let client = file.ticket.client { lines.append("Client : \(client.text)") }
        if let contract = file.ticket.contract {
            lines.append("Contrat : \(contract.rawValue.capitalized)")
        }
        if !files.isEmpty { lines.append("Fichiers : \(files.joined(separator: ", "))") }
        lines += ["", StandingText(file: file, ticket: file.ticket, now: now).text]
        if !exchanges.isEmpty {
            lines += ["", "Derniers échanges :"]
            lines += exchanges.prefix(Self.exchangesMaximum).map { exchange in
                let when = calendar.words(exchange.at, in: .french)
                return "- \(when), \(exchange.author) : \(exchange.text.cut(toBytes: 300))"
            }
        }
        lines += ["", "En un clic :"]
        lines += Self.links(about: file.ticket, to: mailbox).map {
            "- \($0.line) : \($0.link.text)"
        }
        return lines.joined(separator: "\n")
    }

    /// The five commands that help most, as links that open a ready mail.
    package static func links(
        about ticket: Ticket,
        to mailbox: EmailAddress
    ) -> [(line: String, link: MailLink)] {
        ["#prendre", "#critique", "#attente", "#résolu", "#statut"].map { line in
            let subject = "[\(ticket.number.text)] \(ticket.opening.subject.cut(toBytes: 120))"
            return (line, MailLink(to: mailbox, subject: subject, body: line + "\n"))
        }
    }

    /// The letter for one colleague, named and addressed so that an answer proves who answers.
    package func letter(
        to person: StaffMember,
        about file: ProcedureCase,
        cause: String,
        from house: LetterHouse
    ) -> Letter? {
        let days = Double(house.company.staffMail.capabilityDays)
        let capability = StaffCapability(
            on: file.ticket.number,
            for: person.address,
            until: house.now.addingTimeInterval(days * 86_400)
        )
        let answers = house.mailbox.address.address
        let tagged =
            house.company.threading.tagsReplies
            ? capability.replyAddress(at: answers, key: house.key) : nil
        var matter = LetterMatter()
        matter.text = words(about: file, mailbox: tagged ?? answers, at: house.now)
        let order = ProcedureLetter(
            .notification,
            to: person.address,
            cause: cause,
            notBefore: house.now,
            matter: matter
        )
        let name = KeyedMessageID(
            kind: .notification,
            cause: cause,
            capability: capability,
            key: house.key
        )
        guard let id = name.messageID(domain: house.company.domain, key: house.key),
            var letter = house.letter(order, about: LetterDossier(file, at: house.now))
        else { return nil }
        letter.id = id
        letter.references = [Self.thread(of: file.ticket.number, in: house)].compactMap { $0 }
        letter.inReplyTo = letter.references.first
        letter.replyTo = tagged.map { NamedAddress($0, name: house.mailbox.address.name) }
        return letter
    }

    // What all notifications of a dossier refer to, so that mail programs show them as one thread;
    // nobody ever receives it, and it bears no right.
    private static func thread(of ticket: TicketNumber, in house: LetterHouse) -> MessageID? {
        KeyedMessageID(ticket: ticket, kind: .notification, cause: "thread", key: house.key)
            .messageID(domain: house.company.domain, key: house.key)
    }
}
