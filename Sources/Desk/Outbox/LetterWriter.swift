// From a case to the letter that answers it: to whom, in which thread, with which values.

import Foundation

/// Writes the letters that one case causes.
struct LetterWriter {
    let file: Case
    let mailbox: MailboxSettings
    let handler: StaffMember?
    let now: Date
    /// The dossier, where a colleague has passed on the client's mail.
    var passedOn: ProcedureCase?
    /// The dossier as the commands of the same mail have left it, where there are any.
    var ordered: Ticket?

    /// The letter of a kind about a ticket; nil where nobody can be written to.
    func letter(_ kind: LetterKind, about ticket: TicketNumber, key: KeyedHash) -> Letter? {
        let message = file.reading.message
        let company = file.reading.house.company
        let name = KeyedMessageID(ticket: ticket, kind: kind, causedBy: file.kept.digest)
        guard let recipient = file.named(file.reading.correspondent),
            let id = name.messageID(domain: company.domain, key: key)
        else { return nil }
        var letter = Letter(
            kind: kind,
            language: file.classification.language,
            id: id,
            ticket: ticket,
            from: mailbox.address,
            to: recipient,
            date: now,
            inReplyTo: message.id,
            references: message.references + (message.id.map { [$0] } ?? []),
            content: content(about: ticket, to: recipient)
        )
        if company.threading.tagsReplies {
            let address = ReplyTag.address(of: ticket, at: mailbox.address.address, key: key)
            letter.replyTo = address.map { NamedAddress($0, name: mailbox.address.name) }
        }
        return letter
    }

    /// The earliest moment of sending (S2): at once, or from the next opening for what can wait.
    var notBefore: Date {
        switch mailbox.acknowledge {
        case .atOnce:
            return now
        case .openingHours:
            let isUrgent =
                ordered.map { $0.criticality == .critical || $0.isUrgent }
                ?? (file.classification.criticality == .critical
                    || file.classification.complaint?.isUrgent == true)
            guard !isUrgent else { return now }
            let company = file.reading.house.company
            return company.calendar.nextOpening(from: now) ?? now
        }
    }

    private func content(
        about ticket: TicketNumber,
        to recipient: NamedAddress
    ) -> LetterContent {
        var dossier = LetterDossier(
            number: ticket,
            procedure: mailbox.procedure,
            client: recipient,
            subject: file.topic,
            language: file.classification.language
        )
        // A complaint that reports a live fault is owed the first answer of its class, too.
        let fault = mailbox.procedure == .complaint ? file.classification.fault : nil
        dossier.criticality = file.classification.criticality ?? fault
        dossier.isUnread = file.kept.isCut
        dossier.isUrgent = file.classification.complaint?.isUrgent ?? false
        dossier.handler = handler?.address
        // Whoever has no contract is served under the terms that hold for everybody.
        dossier.contract = file.contract(on: now)
        if let ordered { dossier.stand(as: ordered) }
        dossier.isByPhone = file.entry?.channel == .phone
        var matter = LetterMatter()
        matter.wroteTo = file.reading.mailbox.address.address
        // C1: what was said on the telephone is confirmed in writing, as it was noted.
        matter.isNoted = file.entry?.channel == .phone
        if matter.isNoted { matter.text = file.reading.newText.cut(toBytes: 8_000) }
        if let passedOn {
            let missed = passedOn.missedPromises(at: now)
            matter.isPassedOn = true
            matter.date = passedOn.ticket.openedAt
            matter.isLate = !missed.mentions.isEmpty
            (matter.promises, matter.informed) = missed
            dossier.next = LetterDossier(passedOn, at: now).next
        }
        let facts = LetterValues(
            company: file.reading.house.company,
            mailbox: mailbox,
            dossier: dossier,
            language: file.classification.language,
            now: now,
            since: passedOn?.ticket.openedAt
        )
        return LetterContent(facts: facts, matter: matter)
    }
}
