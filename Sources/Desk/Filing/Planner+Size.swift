// A mail that is too large to be read, and one at which every reader failed: the one is filed by
// its header, the other by its bytes, and a colleague is told where it lies, for only a person can
// look at it.
//
// One letter for one mail of a person, where no notification of it says the same; a machine's mail
// never causes one. The bounds of the client's letters hold here too: a flood of large mails is no
// flood of letters.

import Foundation

extension Planner {
    /// The plan with a letter that tells of the mail's size, where a person must look at it.
    func tellingOfSize(_ plan: FilingPlan) -> FilingPlan {
        switch plan.disposition {
        case .file, .append: break
        case .fileQuiet, .quarantine, .hold: return plan
        }
        guard !plan.letters.contains(where: { $0.kind == .notification }),
            !file.classification.nature.isAutomatic
        else { return plan }
        return telling(plan, of: largeMail)
    }

    /// The plan with a letter that tells of a mail at which the readers failed: its ticket is a
    /// quiet one, and nobody else would ever look.
    func tellingOfFailure(_ plan: FilingPlan) -> FilingPlan {
        guard plan.disposition == .fileQuiet, plan.ticket == number, !file.isHistory else {
            return plan
        }
        var mail = largeMail
        mail.isUnread = true
        mail.isKeptWhole = !file.kept.isCut || file.kept.origin.isHandedIn
        return telling(plan, of: mail)
    }

    private func telling(_ plan: FilingPlan, of mail: LargeMail) -> FilingPlan {
        let earlier = file.history?.events ?? []
        let house = file.reading.house
        guard !isFlood(earlier),
            let known = ClockedTicket(events: earlier + plan.events)
                .file(in: house, loads: file.loads),
            let reader = reader(of: known)
        else { return plan }
        var matter = LetterMatter()
        matter.largeMail = mail
        let order = ProcedureLetter(
            .oversizedMail,
            to: reader,
            cause: "mail.\(file.kept.id.row)",
            notBefore: now,
            matter: matter
        )
        let stationery = LetterHouse(
            company: house.company,
            mailbox: file.history?.mailbox(of: known.ticket, in: house) ?? file.destination,
            key: key,
            now: now
        )
        guard var letter = stationery.letter(order, about: LetterDossier(known, at: now)) else {
            return plan
        }
        letter.notBefore = now
        var plan = plan
        plan.letters.append(letter)
        plan.events.append(TicketEvent(at: now, .letterQueued(letter.kind, letter.id)))
        return plan
    }

    /// What a notification brings in the place of a text that was not read.
    func sizeSentence(on ticket: ClockedTicket) -> String {
        let mail = largeMail
        let limit = LetterSize(mail.bytesMaximum).words(in: .french)
        let number = Ticket(folding: ticket.events)?.number.text ?? ""
        let place =
            mail.isKeptWhole
            ? "Il est conservé en entier\u{A0}: l’administrateur peut l’extraire par la commande "
                + "«\u{A0}guichet show \(number) --mail \(mail.mail.row)\u{A0}»."
            : "Le message complet est resté dans la boîte aux lettres\u{A0}: merci de l’y lire."
        return
            "Ce message dépasse la taille qui est lue (\(limit))\u{A0}: seul son en-tête a été lu. "
            + "\(place)\nMerci de vérifier aussi la catégorie du dossier et son urgence."
    }

    // Whoever looks after the ticket, or stands in; else whoever can see to it.
    private func reader(of ticket: ProcedureCase) -> EmailAddress? {
        let roles: [PromiseRole] = [.handler, .operationsManager, .administrator]
        return roles.lazy.compactMap { ticket.person($0, at: now) }.first
    }

    private func isFlood(_ events: [TicketEvent]) -> Bool {
        let told = events.count { event in
            guard case .letterQueued(.oversizedMail, _) = event.fact else { return false }
            return now.timeIntervalSince(event.at) < 86_400
        }
        let bound = letterBound(
            for: file.reading,
            identification: file.identified.identification,
            answer: file.answer
        )
        return bound != nil || told >= file.reading.house.company.letterBounds.perTicket
    }

    private var largeMail: LargeMail {
        let mailbox =
            file.reading.house.mailbox(named: file.kept.origin.mailbox) ?? file.reading.mailbox
        let message = file.reading.message
        return LargeMail(
            mail: file.kept.id,
            sender: message.from?.address.text ?? "",
            subject: message.subject,
            receivedAt: file.kept.receivedAt,
            mailbox: mailbox.address.address,
            bytesMaximum: mailbox.messageBytesMaximum,
            isKeptWhole: file.kept.origin.isHandedIn
        )
    }
}
