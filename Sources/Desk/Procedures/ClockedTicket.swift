// A ticket as the store hands it to the clocks, and the case that follows from it.

import Foundation

/// What lies on the desks of one person and of those for whom he stands in.
package struct StaffDesk: Hashable, Sendable {
    /// How many tickets are open.
    package var open = 0
    /// One of them; nil where none is.
    package var anyOpen: TicketNumber?
    /// How many have ever been closed.
    package var closed = 0
    /// Tickets on which the handler owes something: the longest due first.
    package var promised: [TicketNumber] = []
    /// How many there are.
    package var promisedCount = 0
    /// Tickets that wait for their client, the oldest first.
    package var waiting: [TicketNumber] = []
    /// How many there are.
    package var waitingCount = 0
    /// Tickets that have come, the oldest first.
    package var new: [TicketNumber] = []
    /// How many there are.
    package var newCount = 0

    /// An empty desk.
    package init() {}
}

/// A ticket with what stands beside it.
package struct ClockedTicket: Hashable, Sendable {
    /// Its events, in order.
    package var events: [TicketEvent]
    /// The client of its requester, as the registry knows it now.
    package var client: Client?
    /// The ids that our next letter goes on from, oldest first.
    package var thread: [MessageID] = []

    /// Takes a ticket's events.
    package init(events: [TicketEvent]) { self.events = events }

    /// Lays the ticket before its procedure; nil where its mailbox has left the settings and none
    /// follows the same procedure.
    package func file(
        in house: HouseSettings,
        loads: [EmailAddress: StaffLoad] = [:]
    ) -> ProcedureCase? {
        guard let ticket = Ticket(folding: events), let mailbox = mailbox(of: ticket, in: house)
        else { return nil }
        let level = ticket.contract ?? .essential
        return ProcedureCase(
            events: events,
            mailbox: mailbox,
            company: house.company,
            contract: level,
            terms: terms(of: level, in: house.company),
            accountManager: client?.manager(among: house.company.staff),
            loads: loads
        )
    }

    /// The mailbox in whose name the ticket's letters go.
    package func mailbox(of ticket: Ticket, in house: HouseSettings) -> MailboxSettings? {
        house.mailbox(named: ticket.opening.mailbox)
            ?? house.mailboxes.first { $0.procedure == ticket.opening.procedure }
    }

    // A client's own delay of intervention replaces the contract's.
    private func terms(of level: ContractLevel, in company: CompanySettings) -> ContractTerms? {
        guard let gti = client?.gti, var terms = company.contracts[level] else { return nil }
        terms.onSite = gti
        return terms
    }
}

extension Client {
    /// Its account manager among the staff, by address or by name; nil where the registry's word
    /// names nobody.
    package func manager(among staff: [StaffMember]) -> EmailAddress? {
        let word = Folding.text(of: accountManager)
        return staff.first { person in
            person.address.text == accountManager || Folding.text(of: person.name) == word
        }?.address
    }
}
