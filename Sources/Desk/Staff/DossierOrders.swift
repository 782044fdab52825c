// #fusionner, #séparer, #réclamation, #sav, #client: commands that touch other dossiers, or the
// registry. What they do is done by the same functions as the shell's verbs; here it is checked
// first, so that a mail is carried out whole or not at all.

import Foundation

/// The commands that reach beyond one dossier.
struct DossierOrders {
    let ticket: Ticket
    let company: CompanySettings
    let knowledge: StaffKnowledge
    let loads: [EmailAddress: StaffLoad]
    let now: Date

    init(check: OrderCheck) {
        ticket = check.file.ticket
        company = check.file.company
        knowledge = check.knowledge
        loads = check.file.loads
        now = check.now
    }

    init(_ execution: Execution) {
        ticket = execution.ticket
        company = execution.file.company
        knowledge = execution.knowledge
        loads = execution.file.loads
        now = execution.now
    }

    /// What stands against a command; nil for none, and for other commands.
    func problem(of command: StaffCommand) -> String? {
        do throws(OrderRefusal) {
            switch command {
            case .merge(let number): _ = try merging(into: number)
            case .split: _ = try splitting()
            case .change(let procedure, let reason): _ = try changing(to: procedure, reason)
            case .attach(let name): _ = try attaching(to: name)
            case .classify, .assign, .take, .giveBack, .note, .wait, .visit, .askClosing, .close,
                .reopen, .extend, .answerInSubstance, .escalate, .callBack, .spend, .spam,
                .decidePenalty, .open,
                .copy, .status, .undo, .help, .myTickets, .late, .house, .absence, .presence,
                .report, .accessRight:
                return nil
            }
        } catch {
            return error.french
        }
        return nil
    }

    func merging(into number: TicketNumber) throws(OrderRefusal) -> [TicketEvents] {
        guard number != ticket.number else { return try merge(ticket, into: ticket, at: now) }
        guard let other = knowledge.tickets[number] else {
            throw OrderRefusal(
                "There is no ticket \(number.text).",
                french: "Le dossier \(number.text) n’existe pas."
            )
        }
        return try merge(ticket, into: other, at: now)
    }

    func splitting() throws(OrderRefusal) -> (new: TicketNumber, events: [TicketEvents]) {
        guard let latest = knowledge.latest, let number = knowledge.numbers[ticket.opening.mailbox]
        else {
            throw OrderRefusal(
                "There is no further mail of the client.",
                french: "Le client n’a écrit qu’une fois sur ce dossier : il n’y a rien à séparer."
            )
        }
        let events = try split(
            latest.mail,
            off: ticket,
            reading: latest.reading,
            number: number,
            at: now
        )
        return (number, events)
    }

    func changing(
        to procedure: Procedure,
        _ reason: String
    ) throws(OrderRefusal) -> (mailbox: MailboxSettings, events: [TicketEvents]) {
        guard procedure != ticket.opening.procedure, let mailbox = knowledge.mailbox(of: procedure),
            let number = knowledge.numbers[mailbox.name]
        else {
            throw OrderRefusal(
                "No other mailbox follows that procedure.",
                french: procedure == ticket.opening.procedure
                    ? "Le dossier suit déjà cette procédure."
                    : "Aucune boîte ne suit cette procédure."
            )
        }
        let saidAt = knowledge.latest?.receivedAt ?? ticket.openedAt
        let delays = [mailbox.delays.formalAcknowledgement, mailbox.delays.substantiveAnswer]
        let dues = delays.compactMap { company.calendar.deadline(of: $0, from: saidAt)?.due }
        let handler: EmailAddress? =
            procedure == .complaint
            ? Rotation(company.staff).next(
                for: procedure.handlingRole,
                on: company.calendar.day(of: now),
                until: Set(dues.map(company.calendar.day)),
                loads: loads
            )?.person.address : nil
        let change = ProcedureChange(
            to: procedure,
            mailbox: mailbox.name,
            number: number,
            handler: handler,
            saidAt: saidAt
        )
        return (mailbox, try Desk.change(ticket, by: change, because: reason, at: now))
    }

    func attaching(to name: String) throws(OrderRefusal) -> (client: Client, of: EmailAddress) {
        guard let requester = ticket.opening.requester?.address else {
            throw OrderRefusal(
                "The ticket has no client’s address.",
                french: "Le dossier n’a pas d’adresse de client à rattacher."
            )
        }
        guard !company.owns(domain: requester.domain) else {
            throw OrderRefusal(
                "The requester is one of the company.",
                french: "\(requester.text) est une adresse de la maison."
            )
        }
        switch knowledge.clients[name] {
        case .client(let client)?:
            if let owner = knowledge.owner, owner != client.name {
                throw OrderRefusal(
                    "That address was imported as one of “\(owner.text)”.",
                    french: "\(requester.text) appartient à « \(owner.text) » dans le fichier "
                        + "des clients : corrigez l’export et importez-le."
                )
            }
            return (client, requester)
        case .nobody(let near)?:
            let guess = near.map { " Vouliez-vous dire « \($0) » ?" } ?? ""
            throw OrderRefusal(
                "There is no such client.",
                french:
                    "« \(name.cut(toBytes: 80)) » n’est pas dans le fichier des clients.\(guess)"
            )
        case nil:
            throw OrderRefusal(
                "The registry was not asked.",
                french: "Le fichier des clients n’a pas pu être lu."
            )
        }
    }
}

extension Execution {
    mutating func merge(into number: TicketNumber) -> String {
        guard let orders = try? DossierOrders(self).merging(into: number) else { return "" }
        take(orders)
        return "Réuni à \(number.text), où tout continue."
    }

    mutating func split() -> String {
        guard let (number, orders) = try? DossierOrders(self).splitting(),
            let new = orders.first, let ticket = Ticket(folding: new.events)
        else { return "" }
        take(orders)
        acknowledge(new, inAnswerTo: knowledge.latest?.reading.message.id)
        let subject = ticket.opening.subject.cut(toBytes: 80)
        return "Le dernier mail du client (« \(subject) ») devient \(number.text) ; il en reçoit "
            + "l’accusé de réception, ce qui ne s’annule pas ; « #fusionner "
            + "\(self.ticket.number.text) » sur \(number.text) y revient."
    }

    // A dossier that begins here is confirmed to its client as any other, and the team hears of it.
    private mutating func acknowledge(
        _ new: TicketEvents,
        inAnswerTo message: MessageID? = nil
    ) {
        guard let opening = Ticket(folding: new.events)?.opening else { return }
        let kind: LetterKind =
            opening.procedure == .complaint ? .complaintAcknowledgement : .savAcknowledgement
        let letter = ProcedureLetter(kind, cause: order.cause, notBefore: now)
        plan.further.letters.append(
            .init(
                events: new.events,
                client: knowledge.client,
                order: letter,
                thread: message.map { [$0] } ?? []
            )
        )
        plan.further.notices.append(notice(of: new.events))
    }

    mutating func change(to procedure: Procedure, _ reason: String) -> String {
        guard let (_, orders) = try? DossierOrders(self).changing(to: procedure, reason),
            let new = orders.first
        else { return "" }
        take(orders)
        acknowledge(new)
        let what = procedure == .complaint ? "une réclamation" : "une demande SAV"
        let handler = Ticket(folding: new.events)?.handler.flatMap { address in
            file.company.staff.first { $0.address == address }?.name
        }
        let named = handler.map { ", confiée à \($0)" } ?? ""
        return "Devient \(what), \(new.number.text)\(named) ; le client reçoit ce numéro et les "
            + "délais qui valent, ce qui ne s’annule pas ; "
            + "« \(procedure == .complaint ? "#sav" : "#réclamation") » sur \(new.number.text) "
            + "y revient."
    }

    mutating func attach(to name: String) -> String {
        guard let (client, address) = try? DossierOrders(self).attaching(to: name),
            let day = Day(of: now, in: file.company.timeZone)
        else { return "" }
        let contract = client.contract(on: day)
        plan.further.attachments.append(
            ClientAttachment(address: address, client: client.name, day: day)
        )
        if ticket.client != client.name || ticket.contract != contract {
            add(.recognised(client.name, contract: contract))
        }
        let terms = contract.map { ", contrat \($0.rawValue.capitalized)" } ?? ", sans contrat"
        return "\(address.text) appartient à \(client.name.text)\(terms)."
    }

    // The events of this dossier go with its own, the others beside them.
    private mutating func take(_ orders: [TicketEvents]) {
        for order in orders {
            if order.number == ticket.number {
                for event in order.events { add(event.fact) }
            } else {
                plan.further.tickets.append(order)
            }
        }
    }
}
