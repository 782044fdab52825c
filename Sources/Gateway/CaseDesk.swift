// From what a procedure decided about one ticket to facts and letters in the store, within a
// transaction that is the caller's: what the clock brings, and what people do by the command line.

package import Desk
package import Foundation

/// Carries out what procedures decide.
package struct CaseDesk {
    private let world: World
    private let transaction: any FilingTransaction
    private let mailbox: MailboxSettings
    private let now: Date

    /// Works within a transaction, in the name of a mailbox.
    package init(
        _ world: World,
        _ transaction: any FilingTransaction,
        mailbox: MailboxSettings,
        at now: Date
    ) {
        self.world = world
        self.transaction = transaction
        self.mailbox = mailbox
        self.now = now
    }

    /// The names of the letters about a ticket.
    package func naming(about ticket: TicketNumber) -> LetterNaming {
        letterNaming(about: ticket, domain: world.house.company.domain, key: world.key)
    }

    /// Adds a plan's facts and letters to its ticket; what a person orders is not bounded, because
    /// it is no automatic letter.
    package func carryOut(
        _ plan: ProcedurePlan,
        on file: ProcedureCase,
        thread: [MessageID],
        isOrdered: Bool = false
    ) throws -> ClockDeed {
        let ticket = file.ticket
        var events = plan.events
        var letters: [ComposedLetter] = []
        let house = stationery
        let dossier = dossier(of: file, thread: thread)
        for order in plan.letters {
            guard let letter = house.letter(order, about: dossier) else { continue }
            var notBefore = order.notBefore
            if let restraint = try restraint(on: letter, about: file, isOrdered: isOrdered) {
                let putOff = restraint.putOff
                let reason = world.house.company.letterBounds.reason(restraint.bound)
                let fact = TicketFact.letterWithheld(
                    ticket.opening.mail,
                    restraint.bound,
                    reason: putOff == nil ? reason : reason + ": put off"
                )
                events.append(TicketEvent(at: now, fact))
                guard let putOff else { continue }
                notBefore = max(notBefore, now + putOff)
            }
            events.append(TicketEvent(at: now, .letterQueued(letter.kind, letter.id)))
            letters.append(world.write(letter, from: mailbox, notBefore: notBefore))
        }
        try transaction.carryOut(events, on: ticket.number, letters: letters, at: now)
        return ClockDeed(ticket: ticket.number, at: now, events: events, letters: letters)
    }

    /// What clients get of a plan's letters, word for word.
    func exactCopies(
        of plan: ProcedurePlan,
        written: [ComposedLetter],
        on file: ProcedureCase,
        thread: [MessageID]
    ) -> [ExactCopy] {
        let house = stationery
        let dossier = dossier(of: file, thread: thread)
        let letters = plan.letters.compactMap { house.letter($0, about: dossier) }
        return zip(letters, written).compactMap { world.exactCopy(of: $0, written: $1) }
    }

    private var stationery: LetterHouse {
        LetterHouse(company: world.house.company, mailbox: mailbox, key: world.key, now: now)
    }

    private func dossier(of file: ProcedureCase, thread: [MessageID]) -> LetterDossier {
        var dossier = LetterDossier(file, at: now)
        dossier.thread = thread
        return dossier
    }

    // These letters are bounded as all are; what they say is true already, so they are put off and
    // not dropped, but for the word that a promise was broken, which has a bound of its own and
    // says nothing new the next day. A ticket that is open has proved its domain as far as it
    // matters to the others.
    private func restraint(
        on letter: Letter,
        about file: ProcedureCase,
        isOrdered: Bool
    ) throws -> Restraint? {
        let isBreach = letter.kind == .breach
        guard letter.kind.isForClient, isBreach || !isOrdered else { return nil }
        let recent = try transaction.recentLetters(
            to: letter.to.address,
            about: letter.ticket,
            at: now
        )
        let bounds = world.house.company.letterBounds
        let domain = letter.to.address.domain
        let isKnown = file.ticket.client != nil || PublicProviders.contains(domain)
        if isBreach,
            let bound = bounds.boundOfBreach(reachedBy: recent, isDomainExempt: isKnown)
        {
            return Restraint(bound: bound, putOff: nil)
        }
        guard !isOrdered, let bound = bounds.bound(reachedBy: recent, isDomainExempt: true) else {
            return nil
        }
        switch bound {
        case .domain, .house: return Restraint(bound: bound, putOff: 3_600)
        case .ticket, .address:
            return letter.kind.isUnbounded ? nil : Restraint(bound: bound, putOff: 86_400)
        }
    }
}

// A bound that a letter has met.
private struct Restraint {
    var bound: LetterBound
    // For how long it waits; nil where it is not written at all.
    var putOff: TimeInterval?
}
