// Whom a colleague's command gives a dossier to, is told of it at once: the new handler, or the
// team where it goes back to it or begins another procedure. Nobody is told of what he did himself.
//
// The letter is a notification like that of a client's mail, so an answer to it goes to the client.

import Foundation

/// A dossier that has come into other hands.
package struct HandlerNotice: Hashable, Sendable {
    /// The dossier's events, new ones included.
    package var events: [TicketEvent]
    /// What is known of its client.
    package var client: Client?
    /// The last exchanges on it, the latest first.
    package var exchanges: [StaffNotification.Exchange] = []
    /// Who has done it.
    package var actor: EmailAddress
    /// What names the letters among those of the dossier.
    package var cause: String
    /// Who has been told of the dossier by the same mail.
    package var told: Set<EmailAddress> = []

    /// The letters, and the facts that they are queued; nobody is told where the house tells
    /// nothing, or where the dossier is over.
    func letters(
        from house: HouseSettings,
        key: KeyedHash,
        at now: Date
    ) -> (letters: [Letter], events: [TicketEvent]) {
        var clocked = ClockedTicket(events: events)
        clocked.client = client
        guard house.company.staffMail.notifies, let file = clocked.file(in: house),
            !file.ticket.opening.isQuiet, file.ticket.state != .closed,
            let mailbox = clocked.mailbox(of: file.ticket, in: house)
        else { return ([], []) }
        let notification = notification(about: file, in: house, from: mailbox)
        let stationery = LetterHouse(company: house.company, mailbox: mailbox, key: key, now: now)
        var plan: (letters: [Letter], events: [TicketEvent]) = ([], [])
        for person in StaffNotification.recipients(on: file, author: actor, at: now)
        where !self.told.contains(person.address) {
            let letter = notification.letter(
                to: person,
                about: file,
                cause: "\(cause).handler",
                from: stationery
            )
            guard let letter else { continue }
            plan.letters.append(letter)
            plan.events.append(TicketEvent(at: now, .letterQueued(letter.kind, letter.id)))
        }
        if let handler = file.ticket.handler, !plan.letters.isEmpty,
            notification.bearsDraft(about: file, at: now)
        {
            plan.events.append(TicketEvent(at: now, .promise(.draftLaid(before: handler))))
        }
        return plan
    }

    // To whom it is new, it begins with what the client wrote last.
    private func notification(
        about file: ProcedureCase,
        in house: HouseSettings,
        from mailbox: MailboxSettings
    ) -> StaffNotification {
        let latest = exchanges.first { !house.isStaff($0.author.address) }
        let client = latest?.author ?? file.ticket.opening.requester ?? mailbox.address
        var notification = StaffNotification(.opened, text: latest?.text ?? "", author: client)
        notification.client = self.client
        notification.exchanges = exchanges.filter { $0 != latest }
        return notification
    }
}

extension Execution {
    // Whom the dossier now lies before, learns it at once; who did it himself knows.
    mutating func tellNewHandler() {
        guard ticket.handler != file.ticket.handler, ticket.survivor == nil else { return }
        plan.further.notices.append(notice(of: file.adding(plan.events).history))
    }

    func notice(of events: [TicketEvent]) -> HandlerNotice {
        HandlerNotice(
            events: events,
            client: knowledge.client,
            exchanges: knowledge.exchanges,
            actor: person,
            cause: order.cause
        )
    }
}
