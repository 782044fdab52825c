// From what a procedure orders to the letter itself: to whom, in which thread, with which values.

import Foundation

extension LetterHouse {
    /// The letter that an order asks for; nil where nobody can be written to.
    ///
    /// A client's letter goes to the client of its dossier, in his language and in his thread; a
    /// letter to the staff is in its reader's language, but for a draft that goes on to the client,
    /// and begins a thread of its own. What commands come to is told in French.
    package func letter(_ order: ProcedureLetter, about dossier: LetterDossier) -> Letter? {
        let name = letterNaming(about: dossier.number, domain: company.domain, key: key)
        guard let id = name(order.kind, order.cause),
            let recipient = order.to.map(person) ?? dossier.client
        else { return nil }
        let isForClient = order.kind.isForClient
        let isInFrench = [.transcript, .answerIncomplete].contains(order.kind)
        let reader = company.staff.first { $0.address == order.to }
        let language: Language =
            isForClient || order.kind == .formalAcknowledgement
            ? dossier.language : isInFrench ? .french : reader?.language ?? .french
        let facts = LetterValues(
            company: company,
            mailbox: mailbox,
            dossier: dossier,
            language: language,
            now: now
        )
        var letter = Letter(
            kind: order.kind,
            language: language,
            id: id,
            ticket: dossier.number,
            from: mailbox.address,
            to: recipient,
            date: now,
            inReplyTo: isForClient ? dossier.thread.last : nil,
            references: isForClient ? dossier.thread : [],
            autoSubmitted: .generated,
            content: LetterContent(
                facts: facts,
                matter: order.matter,
                recipient: recipient.name
            )
        )
        // A colleague's own words bear his name, as his replies do.
        let isOwnText = [.extended, .delayAnnounced, .progress, .informationNeeded].contains(
            order.kind
        )
        if isOwnText, !order.matter.text.isEmpty,
            let author = company.staff.first(where: { $0.address == order.matter.person })
        {
            letter.from = ClientReply.author(author, of: mailbox)
        }
        if order.matter.bearsDossier {
            let word = language == .french ? "echanges" : "messages"
            letter.enclosures = dossier.mails.suffix(Enclosure.mailsMaximum).map {
                Enclosure(wordsOf: $0, in: "\(dossier.number.text)-\(word).txt")
            }
        }
        if let colleague = order.to, order.kind.isAnsweredByStaff {
            grant(colleague, order, on: dossier.number, in: &letter)
        }
        return letter
    }

    // Whoever answers has the letter, and so is the person to whom it went.
    private func grant(
        _ colleague: EmailAddress,
        _ order: ProcedureLetter,
        on ticket: TicketNumber,
        in letter: inout Letter
    ) {
        let days = Double(company.staffMail.capabilityDays)
        let capability = StaffCapability(
            on: ticket,
            for: colleague,
            until: max(now, order.notBefore).addingTimeInterval(days * 86_400)
        )
        let name = KeyedMessageID(
            kind: order.kind,
            cause: order.cause,
            capability: capability,
            key: key
        )
        guard let id = name.messageID(domain: company.domain, key: key) else { return }
        letter.id = id
        guard company.threading.tagsReplies else { return }
        letter.replyTo = capability.replyAddress(at: mailbox.address.address, key: key)
            .map { NamedAddress($0, name: mailbox.address.name) }
    }

    private func person(_ address: EmailAddress) -> NamedAddress {
        let member = company.staff.first { $0.address == address }
        return NamedAddress(address, name: member?.name ?? "")
    }
}
