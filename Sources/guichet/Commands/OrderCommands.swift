// guichet merge, split, reclassify: what staff order about whole tickets. Each order is a list of
// events, made by the core and written in one transaction.

import Desk
import Foundation
import MIME
import Store

/// Merges two tickets.
enum MergeCommand {
    static let acrossClients = Option(
        name: "--across-clients",
        value: nil,
        help: "although the two have nobody in common"
    )

    static let command = Command(
        name: "merge",
        operands: "NUMBER INTO",
        operandCount: 2...2,
        summary: "merge a ticket into another, which goes on for both",
        details: [
            "The first ticket is closed; its people take part in the second, and whatever is",
            "still written about the first goes there. The higher class holds for both.",
        ],
        options: [acrossClients]
    ) { invocation in
        let one = try invocation.ticketNumber(invocation.operands[0])
        let other = try invocation.ticketNumber(invocation.operands[1])
        let now = Clock.now()
        try invocation.order { orders in
            try merge(
                try invocation.ticket(one, in: orders),
                into: try invocation.ticket(other, in: orders),
                acrossClients: invocation.has(acrossClients),
                at: now
            )
        }
        invocation.output.line("\(one.text) was merged into \(other.text).")
        return .success
    }
}

/// Splits a mail off a ticket.
enum SplitCommand {
    static let command = Command(
        name: "split",
        operands: "NUMBER MAIL",
        operandCount: 2...2,
        summary: "make a mail of a ticket a ticket of its own",
        details: [
            "MAIL is the mail's number, as `guichet show NUMBER` lists it (#7). The new ticket",
            "is linked to the old one; answers to that mail go to the new one. No letter is",
            "sent: the handler tells the client the new number.",
        ],
        options: []
    ) { invocation in
        let number = try invocation.ticketNumber(invocation.operands[0])
        let text = invocation.operands[1]
        guard let row = Int64(text.hasPrefix("#") ? text.dropFirst() : text[...]), row > 0 else {
            throw CommandFailure(
                .usage,
                "“\(text.withoutControls)” is not the number of a mail; see "
                    + "`guichet show \(number.text)`."
            )
        }
        let mail = MailID(row)
        let house = try invocation.loadHouse()
        let message = MailReader.read(try invocation.openReader().bytes(of: mail))
        let now = Clock.now()
        var new = number
        try invocation.order { orders in
            let ticket = try invocation.ticket(number, in: orders)
            guard try orders.ticket(of: mail) == number else {
                throw CommandFailure(.badData, "Mail \(row) is not on \(number.text).")
            }
            guard
                let mailbox = house.mailbox(named: ticket.opening.mailbox)
                    ?? house.mailboxes.first
            else { throw CommandFailure(.configuration, "The settings have no mailbox.") }
            let reading = Reading(
                message,
                mailbox: mailbox,
                house: house,
                key: HouseKey.forExplanations
            )
            new = try orders.nextNumber(
                prefix: number.prefix,
                year: Moments.year(of: now, in: house.company.timeZone)
            )
            return try split(mail, off: ticket, reading: reading, number: new, at: now)
        }
        invocation.output.line("Mail \(row) of \(number.text) is \(new.text) from now on.")
        return .success
    }
}

/// Sets a ticket's class.
enum ReclassifyCommand {
    static let command = Command(
        name: "reclassify",
        operands: "NUMBER CLASS REASON...",
        operandCount: 3...Int.max,
        summary: "set a ticket's class by your own judgement",
        details: [
            "CLASS is critical, standard or informational. Mails can only raise a class; this",
            "is the way to lower one. The reason stays with the ticket.",
        ],
        options: []
    ) { invocation in
        let number = try invocation.ticketNumber(invocation.operands[0])
        let word = invocation.operands[1]
        guard let criticality = Criticality(rawValue: word) else {
            throw CommandFailure(
                .usage,
                Invocation.unknown("class", word, among: Criticality.allCases.map(\.rawValue))
            )
        }
        let reason = invocation.operands.dropFirst(2).joined(separator: " ").withoutControls
        let now = Clock.now()
        try invocation.order { orders in
            try reclassify(
                try invocation.ticket(number, in: orders),
                as: criticality,
                because: reason,
                at: now
            )
        }
        invocation.output.line("\(number.text) is \(criticality.rawValue).")
        return .success
    }
}

extension Invocation {
    /// Carries out an order; a refusal ends the command.
    fileprivate func order(_ work: (TicketOrders) throws -> [TicketEvents]) throws {
        _ = try openReader()
        do {
            try openStore().ordering { orders in try orders.carryOut(try work(orders)) }
        } catch let refusal as OrderRefusal {
            throw CommandFailure(.badData, refusal.sentence)
        }
    }

    fileprivate func ticket(
        _ number: TicketNumber,
        in orders: TicketOrders
    ) throws -> Ticket {
        guard let ticket = try orders.ticket(number) else {
            throw CommandFailure(.badData, "There is no ticket \(number.text) in \(stateFolder).")
        }
        return ticket
    }
}
