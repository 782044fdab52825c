// Looks up what the commands of a colleague need to know, within the transaction that will carry
// them out: what is found then is what holds.

import Desk
import Foundation

/// Looks commands up.
struct StaffLookUp {
    let world: World
    let transaction: any FilingTransaction
    let now: Date

    /// How many dossiers a list looks at.
    private static let casesMaximum = 2_000
    // How far back the client's last words are looked for.
    private static let exchangesRead = 40
    /// How many mergers of one dossier can be undone: the latest.
    private static let mergersMaximum = 20
    /// How many letters a copy shows.
    private static let copiesMaximum = 3

    /// What some commands need to know; the dossier is the one that they are about.
    func knowledge(
        for commands: [StaffCommand],
        on dossier: ClockedTicket?,
        of requester: EmailAddress? = nil
    ) throws -> StaffKnowledge {
        var known = StaffKnowledge()
        known.mailboxes = world.house.mailboxes
        known.client = dossier?.client
        let ticket = dossier.flatMap { Ticket(folding: $0.events) }
        for command in commands {
            switch command {
            case .merge(let number):
                known.tickets[number] = try transaction.clockedTicket(number)
                    .flatMap { Ticket(folding: $0.events) }
            case .undo: known.histories = try merged(with: dossier)
            case .split, .change:
                try lookForLatest(dossier, into: &known)
                known.exchanges = try exchanges(on: ticket, dossier?.events ?? [])
            case .assign, .giveBack:
                known.exchanges = try exchanges(on: ticket, dossier?.events ?? [])
            case .attach(let name):
                known.clients[name] = try client(named: name)
                if let requester = ticket?.opening.requester?.address ?? requester {
                    known.owner = try transaction.importedOwner(of: requester)
                }
            case .copy:
                if let ticket { known.copies = try copies(on: ticket.number) }
            case .myTickets, .late:
                guard known.cases.isEmpty else { continue }
                known.cases = try transaction.openCases(limit: Self.casesMaximum)
                    .compactMap { $0.file(in: world.house) }
            case .house: known.standing = try standing()
            case .report: known.months = try months()
            case .accessRight(let address):
                known.records[address] = try transaction.records(of: address)
            case .classify, .take, .note, .wait, .visit, .askClosing, .close,
                .reopen, .extend, .answerInSubstance, .escalate, .callBack, .spend, .spam,
                .decidePenalty, .open, .status, .help, .absence, .presence:
                continue
            }
        }
        return known
    }

    // MARK: - Dossiers

    // What a new handler reads of what was written before.
    private func exchanges(
        on ticket: Ticket?,
        _ history: [TicketEvent]
    ) throws -> [StaffNotification.Exchange] {
        guard let ticket, world.house.company.staffMail.notifies else { return [] }
        let all = try transaction.exchanges(
            on: ticket.number,
            history,
            limit: Self.exchangesRead
        )
        let last = Array(all.prefix(StaffNotification.exchangesMaximum))
        // Where colleagues wrote last, the client's own words are still what it is about.
        let isClients = { (exchange: StaffNotification.Exchange) in
            !world.house.isStaff(exchange.author.address)
        }
        guard !last.contains(where: isClients), let own = all.first(where: isClients) else {
            return last
        }
        return last.dropLast() + [own]
    }

    /// The events of the dossiers that a dossier goes on for, and of the one that goes on for it.
    func merged(with dossier: ClockedTicket?) throws -> [TicketNumber: [TicketEvent]] {
        var numbers =
            dossier?.events.compactMap { event -> TicketNumber? in
                if case .absorbed(let number, _) = event.fact { number } else { nil }
            } ?? []
        if let survivor = dossier.flatMap({ Ticket(folding: $0.events)?.survivor }) {
            numbers.append(survivor)
        }
        var histories: [TicketNumber: [TicketEvent]] = [:]
        for number in numbers.suffix(Self.mergersMaximum) {
            histories[number] = try transaction.clockedTicket(number)?.events
        }
        return histories
    }

    private func lookForLatest(
        _ dossier: ClockedTicket?,
        into known: inout StaffKnowledge
    ) throws {
        let year = world.year(of: now)
        for mailbox in world.house.mailboxes {
            known.numbers[mailbox.name] = try transaction.nextNumber(
                prefix: mailbox.prefix,
                year: year
            )
        }
        guard let dossier, let found = dossier.latestMail,
            let mailbox = Ticket(folding: dossier.events).flatMap({
                dossier.mailbox(of: $0, in: world.house)
            })
        else { return }
        let message = try world.read(try world.original(found.mail))
        known.latest = LatestMail(
            mail: found.mail,
            receivedAt: found.at,
            reading: Reading(message, mailbox: mailbox, house: world.house, key: world.key)
        )
    }

    private func client(named text: String) throws -> ClientFinding {
        if let name = ClientName(text), let client = try transaction.client(named: name) {
            return .client(client)
        }
        let names = try transaction.clientNames()
        let wanted = Folding.text(of: text)
        // The beginning of a name is enough where it is one client's alone.
        let begun = names.filter { $0.key.hasPrefix(wanted) }
        if begun.count == 1, let only = begun.first,
            let client = try transaction.client(named: only)
        {
            return .client(client)
        }
        let near = NearMiss.of(wanted, among: names.map(\.key))
        return .nobody(near: near.flatMap { key in names.first { $0.key == key }?.text })
    }

    private func copies(on number: TicketNumber) throws -> [SentCopy] {
        try transaction.lettersToClient(on: number, limit: Self.copiesMaximum).map { entry in
            SentCopy(
                at: entry.letter.queuedAt,
                recipient: entry.letter.recipient,
                state: entry.state,
                subject: entry.letter.subject,
                text: entry.letter.bytes.isEmpty ? "" : try world.read(entry.letter.bytes).text
            )
        }
    }

    // MARK: - The house

    private func standing() throws -> HouseStanding {
        HouseStanding(
            balances: MailboxBalance.all(
                try transaction.balance(),
                of: world.house.mailboxes.map(\.name)
            ),
            letters: try transaction.outboxCounts(),
            service: world.service(),
            absences: try transaction.absences()
        )
    }

    // This month so far, and the last one.
    private func months() throws -> [MonthReport] {
        let calendar = world.house.company.calendar
        let first = calendar.day(of: now).monthStart
        let last = first.advanced(by: -1).monthStart
        let dossiers = try transaction.dossiers(
            changedSince: calendar.start(of: last),
            limit: 20 * Self.casesMaximum
        )
        return [first, last].map { MonthReport(from: $0, over: dossiers, calendar: calendar) }
    }
}

extension ClockedTicket {
    /// The latest mail of the client that is still on the ticket, and when it came; nil where there
    /// is none but the first.
    var latestMail: (mail: MailID, at: Date)? {
        var gone: Set<MailID> = []
        for event in events.reversed() {
            switch event.fact {
            case .splitOff(let mail, _): gone.insert(mail)
            case .joined(let mail, _) where !gone.contains(mail): return (mail, event.at)
            default: continue
            }
        }
        return nil
    }
}
