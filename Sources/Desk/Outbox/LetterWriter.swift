// From a case to the letter that answers it: to whom, in which thread, with which values.

import Foundation

/// Writes the letters that one case causes.
struct LetterWriter {
    let file: Case
    let mailbox: MailboxSettings
    let handler: StaffMember?
    let now: Date

    /// The letter of a kind about a ticket; nil where nobody can be written to.
    func letter(_ kind: LetterKind, about ticket: TicketNumber, key: KeyedHash) -> Letter? {
        let message = file.reading.message
        let company = file.reading.house.company
        let name = KeyedMessageID(ticket: ticket, kind: kind, causedBy: file.kept.digest)
        guard let recipient = file.reading.correspondent,
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
            values: values(about: ticket, to: recipient)
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
                file.classification.criticality == .critical
                || file.classification.complaint?.isUrgent == true
            guard !isUrgent else { return now }
            let company = file.reading.house.company
            return company.calendar.nextOpening(from: now) ?? now
        }
    }

    private func values(
        about ticket: TicketNumber,
        to recipient: NamedAddress
    ) -> [String: LetterValue] {
        let company = file.reading.house.company
        let language = file.classification.language
        let subject = topic
        var values: [String: LetterValue] = [
            "ticket": .group(["number": .text(ticket.text)]),
            "client": .group(["name": .text(recipient.name)]),
            "subject": .text(subject),
            "hasSubject": .flag(!subject.isEmpty),
            "company": .group(["name": .text(company.name), "phone": .text(company.phone)]),
            "mailbox": .group([
                "name": .text(mailbox.address.shown),
                "address": .text(mailbox.address.address.text),
            ]),
            "hours": .list(
                company.hours.lines(in: language).map { line in
                    .group(["days": .text(line.days), "ranges": .text(line.hours)])
                }
            ),
            "outOfHours": .flag(!company.calendar.isOpen(at: now)),
            "urgent": .flag(file.classification.complaint?.isUrgent ?? false),
            "delay": .group(delays(in: language)),
        ]
        if let criticality = file.classification.criticality {
            values["criticality"] = .group([
                "word": .text(criticality.word(in: language)),
                "isCritical": .flag(criticality == .critical),
                "isStandard": .flag(criticality == .standard),
                "isInformational": .flag(criticality == .informational),
            ])
        }
        if let handler { values["handler"] = .group(["name": .text(handler.name)]) }
        return values
    }

    // A receipt speaks of the ticket as its first mail named it.
    private var topic: String {
        switch file.identified.identification {
        case .followUp(let ticket, _) where ticket.procedure == mailbox.procedure: ticket.subject
        case .followUp, .new, .duplicate, .bounce, .ownMail: file.reading.topic
        }
    }

    private func delays(in language: Language) -> [String: LetterValue] {
        let company = file.reading.house.company
        let delays = mailbox.delays
        // Whoever has no contract is served under the terms that hold for everybody.
        let level = file.contract(on: now) ?? .essential
        let firstAnswer = company.contracts[level]?.firstAnswer
        let handling =
            file.classification.criticality.flatMap { delays.handling[$0] } ?? firstAnswer
        var values: [String: LetterValue] = [
            "formalAcknowledgement": .text(delays.formalAcknowledgement.phrase(in: language)),
            "substantiveAnswer": .text(
                (file.classification.complaint?.isUrgent == true
                    ? delays.urgentAnswer : delays.substantiveAnswer).phrase(in: language)
            ),
        ]
        values["firstAnswer"] = firstAnswer.map { .text($0.phrase(in: language)) }
        values["handling"] = handling.map { .text($0.phrase(in: language)) }
        return values
    }
}
