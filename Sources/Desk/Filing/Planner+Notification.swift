// Whom a filed mail is told to: the person who looks after its dossier, or the team. The letters go
// into the plan of their cause; nobody is told of what he wrote himself, and nothing that a machine
// wrote is told at all.

import Foundation

extension Planner {
    /// The plan of a client's mail, with the letters that tell the staff of it.
    func telling(_ plan: FilingPlan, _ occasion: StaffNotification.Occasion) -> FilingPlan {
        let house = file.reading.house
        guard house.company.staffMail.notifies, !file.classification.nature.isAutomatic,
            let number = plan.ticket
        else { return plan }
        let author = file.reading.message.from
        var ticket = ClockedTicket(events: (file.history?.events ?? []) + plan.events)
        // A complaint about a repair is a dossier of its own.
        if occasion == .opened { ticket.events = plan.events }
        ticket.client = occasion == .opened ? file.answer.client : file.history?.client
        guard ticket.events.first?.fact.isOpening == true,
            let procedure = ticket.file(in: house, loads: file.loads),
            !procedure.ticket.opening.isQuiet,
            let mailbox = ticket.mailbox(of: procedure.ticket, in: house)
        else { return plan }
        let actor = file.entry?.person ?? author?.address
        let people = StaffNotification.recipients(on: procedure, author: actor, at: now)
        var plan = plan
        let isUrgent = procedure.ticket.criticality == .critical || procedure.ticket.isUrgent
        // Whoever gets the client's words by a letter of their own is not told of them twice.
        let quoting =
            file.reading.message.attachments.isEmpty
            ? plan.letters.filter { [.verbatim, .callBackAsked].contains($0.kind) } : []
        let admitted = people.filter { person in
            guard !quoting.contains(where: { $0.to.address == person.address }) else {
                return false
            }
            var tally = file.tallies[person.address] ?? NoticeTally(since: now)
            defer { plan.tallies[person.address] = tally }
            return tally.admits(
                number,
                isUrgent: isUrgent,
                at: now,
                hourly: house.company.staffMail.notificationsHourly
            )
        }
        guard !admitted.isEmpty else { return plan }
        // To whom the same mail gives the dossier, it is new.
        let isNew = isHandlerGiven && !orders.isEmpty
        let notification = notification(isNew ? .opened : occasion, by: author, on: ticket)
        let stationery = LetterHouse(
            company: house.company,
            mailbox: mailbox,
            key: key,
            now: now
        )
        for person in admitted {
            let cause = StaffNotification.cause(of: source)
            guard
                let letter = notification.letter(
                    to: person,
                    about: procedure,
                    cause: cause,
                    from: stationery
                )
            else { continue }
            plan.letters.append(letter)
            plan.events.append(TicketEvent(at: now, .letterQueued(letter.kind, letter.id)))
            if let handler = procedure.ticket.handler,
                notification.bearsDraft(about: procedure, at: now)
            {
                plan.events.append(TicketEvent(at: now, .promise(.draftLaid(before: handler))))
            }
        }
        return plan
    }

    private func notification(
        _ occasion: StaffNotification.Occasion,
        by author: NamedAddress?,
        on ticket: ClockedTicket
    ) -> StaffNotification {
        let reading = file.reading
        // Who passes a letter on tells what stands in it.
        let text =
            kept.isCut
            ? sizeSentence(on: ticket)
            : reading.forwarded == nil ? reading.newText : reading.message.text
        let told = [ContentNote.french(of: reading.message), text].compactMap(\.self)
            .filter { !$0.isEmpty }
        var notification = StaffNotification(
            occasion,
            text: told.joined(separator: "\n\n"),
            author: author
        )
        if author == nil { notification.claimed = reading.message.fromText }
        notification.client = ticket.client
        notification.attach(reading.message.attachments, of: source, in: reading.house.company)
        notification.exchanges = file.exchanges
        return notification
    }
}

extension Planner {
    // The mail that holds the words: a colleague's draft may have waited for his "oui".
    private var source: MailID { file.behalf?.mail ?? kept.id }
}

extension StaffNotification {
    /// What names the letters that a mail causes.
    static func cause(of mail: MailID) -> String { "mail.\(mail.row)" }
}

extension TicketFact {
    var isOpening: Bool {
        if case .opened = self { true } else { false }
    }
}
