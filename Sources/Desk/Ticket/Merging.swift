// What staff order about whole tickets: two are one matter, one is two matters, a class is other
// than the rules think. Each order is a list of events, or a refusal that says what to do instead.

package import Foundation

/// An order that cannot be carried out.
package struct OrderRefusal: Error, Hashable, Sendable {
    /// Why, and what to do.
    package let sentence: String
    /// The same in French, for a transcript.
    package let french: String

    init(_ sentence: String, french: String) {
        self.sentence = sentence
        self.french = french
    }
}

/// Events for one ticket.
package struct TicketEvents: Hashable, Sendable {
    /// The ticket.
    package let number: TicketNumber
    /// What is added to it, in order.
    package let events: [TicketEvent]

    /// Orders events for a ticket; those that begin with `opened` make it.
    package init(_ number: TicketNumber, _ events: [TicketEvent]) {
        self.number = number
        self.events = events
    }
}

/// Merges a ticket into another, which goes on for both.
///
/// People of two clients on one ticket would read each other's business; that two clients are one
/// matter all the same is for a person to say (`acrossClients`).
package func merge(
    _ absorbed: Ticket,
    into survivor: Ticket,
    acrossClients: Bool = false,
    at now: Date
) throws(OrderRefusal) -> [TicketEvents] {
    let (one, other) = (absorbed.number, survivor.number)
    guard one != other else {
        throw OrderRefusal(
            "\(one.text) cannot be merged into itself.",
            french: "Un dossier ne peut pas être réuni à lui-même."
        )
    }
    for ticket in [absorbed, survivor] {
        if let into = ticket.survivor {
            throw OrderRefusal(
                "\(ticket.number.text) was merged into \(into.text) already; name that one.",
                french: "\(ticket.number.text) est déjà réuni à \(into.text) : nommez celui-là."
            )
        }
    }
    guard absorbed.opening.procedure == survivor.opening.procedure else {
        throw OrderRefusal(
            "\(one.text) and \(other.text) follow different procedures, each with promises of its "
                + "own: both have to be kept, so they stay two.",
            french:
                "\(one.text) et \(other.text) suivent deux procédures, chacune avec ses délais : "
                + "ils restent deux. « #réclamation » ou « #sav » change la procédure."
        )
    }
    guard acrossClients || absorbed.sharesClient(with: survivor) else {
        throw OrderRefusal(
            "\(one.text) and \(other.text) have nobody in common: merged, each client could read "
                + "the other’s business. If they are one client, attach the addresses first "
                + "(guichet client attach), or say --across-clients.",
            french: "\(one.text) et \(other.text) n’ont personne en commun : chacun lirait les "
                + "affaires de l’autre. Si c’est le même client, rattachez d’abord les deux "
                + "(#client SOCIÉTÉ)."
        )
    }
    var events: [TicketFact] = [.merged(into: other)]
    if absorbed.state != .closed {
        events.append(.moved(.closed, reason: "merged into \(other.text)"))
    }
    var gained: [TicketFact] = [.absorbed(one, participants: absorbed.participants)]
    if let level = absorbed.criticality, survivor.criticality.map({ $0 < level }) ?? true {
        gained.append(
            .classified(
                criticality: level,
                urgent: survivor.isUrgent || absorbed.isUrgent,
                reason: "\(one.text), which was merged into it, has this class"
            )
        )
    } else if absorbed.isUrgent, !survivor.isUrgent {
        gained.append(
            .classified(
                criticality: survivor.criticality,
                urgent: true,
                reason: "\(one.text), which was merged into it, is urgent"
            )
        )
    }
    if survivor.state == .closed, absorbed.state != .closed {
        gained.append(.moved(.open, reason: "\(one.text) was merged into it and is under way"))
    }
    return [
        TicketEvents(one, events.map { TicketEvent(at: now, $0) }),
        TicketEvents(other, gained.map { TicketEvent(at: now, $0) }),
    ]
}

/// Splits a mail off its ticket: it becomes a ticket of its own under the next number.
package func split(
    _ mail: MailID,
    off ticket: Ticket,
    reading: Reading,
    number: TicketNumber,
    at now: Date
) throws(OrderRefusal) -> [TicketEvents] {
    guard mail != ticket.opening.mail else {
        throw OrderRefusal(
            "mail \(mail.row) opened \(ticket.number.text): without it there would be no ticket; "
                + "split the others off instead.",
            french: "Ce mail a ouvert \(ticket.number.text) : il ne peut pas en être séparé."
        )
    }
    if let survivor = ticket.survivor {
        throw OrderRefusal(
            "\(ticket.number.text) was merged into \(survivor.text).",
            french: "\(ticket.number.text) a été réuni à \(survivor.text)."
        )
    }
    let opening = TicketOpening(
        number: number,
        procedure: ticket.opening.procedure,
        mailbox: ticket.opening.mailbox,
        mail: mail,
        requester: reading.message.from,
        subject: subject(of: reading, splitOff: ticket.number),
        language: ticket.opening.language,
        isQuiet: ticket.opening.isQuiet
    )
    var facts: [TicketFact] = [.opened(opening)]
    if let client = ticket.client {
        facts.append(.recognised(client, contract: ticket.contract))
    }
    let isSAV = opening.procedure == .sav
    facts.append(
        .classified(
            criticality: isSAV ? Criticality.byItself(of: reading) : nil,
            urgent: RuleBook.urgency.contains { $0.finding(in: reading)?.verdict == .urgent(true) }
                && !isSAV,
            reason: "split off \(ticket.number.text)"
        )
    )
    facts.append(.linked(TicketLink(ticket.number, .split)))
    return [
        TicketEvents(number, facts.map { TicketEvent(at: now, $0) }),
        TicketEvents(ticket.number, [TicketEvent(at: now, .splitOff(mail, to: number))]),
    ]
}

// A subject that names the old ticket is that of our letter: what the mail says first is about the
// new one.
private func subject(of reading: Reading, splitOff old: TicketNumber) -> String {
    let own = SubjectLine.withoutPrefixes(reading.message.subject)
    guard own.contains(old.text) else { return own }
    let lines = reading.newText.split(whereSeparator: \.isNewline)
    let first = lines.first { line in line.split { !$0.isLetter && !$0.isNumber }.count > 2 }
    return first.map { String($0).cut(toBytes: 80) } ?? own
}

/// Sets the class of a ticket by a person's judgement, the one way in which it becomes lower.
package func reclassify(
    _ ticket: Ticket,
    as criticality: Criticality,
    because reason: String,
    at now: Date
) throws(OrderRefusal) -> [TicketEvents] {
    guard ticket.opening.procedure == .sav else {
        throw OrderRefusal(
            "\(ticket.number.text) is a complaint: complaints have no class.",
            french: "\(ticket.number.text) est une réclamation : elle n’a pas de classe."
        )
    }
    guard ticket.criticality != criticality else {
        throw OrderRefusal(
            "\(ticket.number.text) is \(criticality.rawValue) already.",
            french: "\(ticket.number.text) a déjà cette classe."
        )
    }
    let fact = TicketFact.classified(
        criticality: criticality,
        urgent: ticket.isUrgent,
        reason: "staff: \(reason)"
    )
    return [TicketEvents(ticket.number, [TicketEvent(at: now, fact)])]
}

extension Ticket {
    /// Whether somebody of one ticket's people, or their company, is on the other.
    fileprivate func sharesClient(with other: Ticket) -> Bool {
        if let client, let otherClient = other.client { return client == otherClient }
        return participants.contains { person in
            other.participants.contains { other in
                person == other
                    || person.domain == other.domain
                        && !PublicProviders.contains(person.domain)
            }
        }
    }
}

extension Criticality {
    /// The class of a mail as if it were a request by itself.
    static func byItself(of reading: Reading) -> Criticality {
        for rule in RuleBook.criticality {
            if case .criticality(let criticality)? = rule.finding(in: reading)?.verdict {
                return criticality
            }
        }
        return .critical
    }
}
