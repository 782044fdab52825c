// #annuler CODE: what an order has recorded is made good by further facts, as far as it can be.
//
// History stays: undoing adds. Handler, class and state go back to what they were, unless somebody
// has changed them since. What has been said to a client stays said, except a message that is still
// held back, which is stopped.

package import Foundation

/// What undoing comes to.
package struct UndoPlan: Hashable, Sendable {
    /// The facts that make good.
    package var events: [TicketEvent] = []
    /// Facts for the dossiers with which it was merged.
    package var others: [TicketEvents] = []
    /// Messages to the client that must not leave any more.
    package var recalls: [MessageID] = []
    /// What was undone, and what could not be, in French.
    package var results: [String] = []
    /// Whether nothing could be done at all.
    package var isRefused = false
}

/// Undoes what bears a code, on a dossier or on one that was merged with it (`merged`); `waiting`
/// are the letters that have not left yet, `staff` the people whose names are told.
package func undo(
    _ code: String,
    by person: EmailAddress,
    in events: [TicketEvent],
    merged: [TicketNumber: [TicketEvent]] = [:],
    waiting: Set<MessageID> = [],
    staff: [StaffMember] = [],
    at now: Date
) -> UndoPlan {
    let names = Dictionary(staff.map { ($0.address, $0.name) }, uniquingKeysWith: { one, _ in one })
    let undoing = { (events: [TicketEvent], merged: [TicketNumber: [TicketEvent]]) in
        undoOwn(
            code,
            by: person,
            in: events,
            merged: merged,
            waiting: waiting,
            names: names,
            at: now
        )
    }
    let bearers = merged.filter { $0.value.contains { $0.fact.undoCode == code } }
    guard !events.contains(where: { $0.fact.undoCode == code }),
        let (number, history) = bearers.first, let own = Ticket(folding: events)?.number
    else {
        return undoing(events, merged)
    }
    // The code is that of a dossier which this one goes on for.
    var plan = undoing(history, [own: events])
    let facts = plan.others.filter { $0.number == own }.flatMap(\.events)
    plan.others = plan.events.isEmpty ? [] : [TicketEvents(number, plan.events)]
    plan.events = facts
    return plan
}

private func undoOwn(
    _ code: String,
    by person: EmailAddress,
    in events: [TicketEvent],
    merged: [TicketNumber: [TicketEvent]],
    waiting: Set<MessageID>,
    names: [EmailAddress: String],
    at now: Date
) -> UndoPlan {
    guard let start = events.lastIndex(where: { $0.fact.undoCode == code }),
        case .staff(.acted(_, _, _, _, let count)) = events[start].fact,
        let before = Ticket(folding: events[..<start]), let present = Ticket(folding: events)
    else { return .refusing("Aucun compte rendu de ce dossier ne porte ce code.") }
    let isUndone = events.contains { event in
        if case .staff(.undone(_, code)) = event.fact { true } else { false }
    }
    guard !isUndone else { return .refusing("Ce code a déjà servi.") }
    let deeds = events[(start + 1)...].prefix(count)
    guard let after = Ticket(folding: events[...(start + deeds.count)]) else {
        return .refusing("Ce dossier ne se lit plus.")
    }
    for case .merged(let number) in deeds.map(\.fact) {
        if let refusal = UndoneMerger.refusal(of: present, from: number, merged) {
            return .refusing(refusal)
        }
    }
    var undoing = Undoing(person: person, now: now, before: before, after: after, present: present)
    undoing.merged = merged
    undoing.names = names
    undoing.waiting = waiting
    // The letters that the order brought about beside the colleague's own words.
    for event in events[start...] where event.at == events[start].at {
        if case .letterQueued(let kind, let letter) = event.fact { undoing.letters[kind] = letter }
    }
    undoing.later = events[...]
    undoing.run(events[(start + 1)...(start + deeds.count)])
    undoing.add(.staff(.undone(by: person, code: code)))
    return undoing.plan
}

extension TicketFact {
    fileprivate var undoCode: String? {
        if case .staff(.acted(_, _, _, let code, _)) = self { code } else { nil }
    }
}

extension UndoPlan {
    fileprivate static func refusing(_ sentence: String) -> UndoPlan {
        var plan = UndoPlan()
        plan.isRefused = true
        plan.results = [sentence]
        return plan
    }
}

private struct Undoing {
    let person: EmailAddress
    let now: Date
    let before: Ticket
    let after: Ticket
    let present: Ticket
    var merged: [TicketNumber: [TicketEvent]] = [:]
    var names: [EmailAddress: String] = [:]
    var waiting: Set<MessageID> = []
    var letters: [LetterKind: MessageID] = [:]
    var later: ArraySlice<TicketEvent> = []
    var plan = UndoPlan()

    init(person: EmailAddress, now: Date, before: Ticket, after: Ticket, present: Ticket) {
        self.person = person
        self.now = now
        self.before = before
        self.after = after
        self.present = present
    }

    mutating func add(_ fact: TicketFact) { plan.events.append(TicketEvent(at: now, fact)) }

    mutating func run(_ deeds: ArraySlice<TicketEvent>) {
        undoHandler()
        undoClass()
        undoState(
            wasAnswered: deeds.contains { if case .answer = $0.fact { true } else { false } }
        )
        for (place, deed) in zip(deeds.indices, deeds) {
            undo(deed.fact, isTakenBack: UndoneDeeds.isTakenBack(deed.fact, in: later[place...]))
        }
        if plan.results.isEmpty { plan.results = ["Il n’y avait rien à annuler."] }
    }

    private mutating func undoHandler() {
        guard before.handler != after.handler else { return }
        guard present.handler == after.handler else {
            plan.results.append("Le dossier a changé de mains depuis : il y reste.")
            return
        }
        if let handler = before.handler {
            add(.assigned(handler, reason: "undone by \(person.text)"))
            let letter = letters[.handlerReplaced].flatMap { isStopped($0) ? nil : $0 }
            let isTold = letter.map { !waiting.contains($0) } ?? false
            let told = isTold ? " ; le client avait été prévenu." : "."
            plan.results.append("Le dossier revient à \(names[handler] ?? handler.text)\(told)")
            if !isTold { recall(letter, Self.gone) }
        } else {
            add(.staff(.givenBack(by: person, reason: "undone")))
            plan.results.append("Le dossier revient à l’équipe.")
        }
    }

    private func isStopped(_ letter: MessageID) -> Bool {
        later.contains { event in
            if case .staff(.replyRecalled(letter, _)) = event.fact { true } else { false }
        }
    }

    private mutating func undoClass() {
        guard before.criticality != after.criticality || before.isUrgent != after.isUrgent else {
            return
        }
        guard present.criticality == after.criticality, present.isUrgent == after.isUrgent else {
            plan.results.append("La classe a changé depuis : elle reste.")
            return
        }
        add(
            .classified(
                criticality: before.criticality,
                urgent: before.isUrgent,
                reason: "undone by \(person.text)"
            )
        )
        plan.results.append("La classe redevient ce qu’elle était.")
    }

    private mutating func undoState(wasAnswered: Bool) {
        guard before.state != after.state else { return }
        guard present.state == after.state else {
            plan.results.append("L’état a changé depuis : il reste.")
            return
        }
        // A dossier that was taken up is never new again; one that was only put away is.
        let isPutAway =
            after.state == .closed && after.handler == before.handler && !wasAnswered
        let target: TicketState = before.state == .new && !isPutAway ? .open : before.state
        if present.state.canMove(to: target) {
            add(.moved(target, reason: TakingBack.undone(by: person)))
            let isNew = target == .new
            plan.results.append(
                isNew
                    ? "Le dossier redevient nouveau : personne ne l’a pris en charge."
                    : "Le dossier est de nouveau \(target.inFrench)."
            )
        } else if present.state.canMove(to: .open) {
            add(.moved(.open, reason: TakingBack.undone(by: person)))
            plan.results.append("Le dossier est de nouveau en cours.")
        }
    }

    private mutating func undo(_ deed: TicketFact, isTakenBack: Bool) {
        switch deed {
        case .answer(.visitNeeded):
            plan.results.append(
                isTakenBack
                    ? "L’intervention à planifier est retirée."
                    : "L’intervention n’a pas été faite à temps : elle reste due."
            )
        case .answer(.visitDone):
            plan.results.append("L’intervention n’est plus notée comme faite.")
        case .answer(.visitPlanned(let message, _)):
            recall(
                message.letter,
                "Le client a reçu la date d’intervention : #intervention en annonce une autre."
            )
        case .answer(.interimReport(let message, _)), .answer(.delayAnnounced(let message, _, _)):
            recall(
                message.letter,
                "Le client a reçu la nouvelle échéance : elle reste promise ; "
                    + "#prolonger la reporte."
            )
        case .answer(.calledBack):
            plan.results.append("Le compte rendu de l’appel reste au dossier.")
            recall(
                letters[.callBackFollowUp],
                "Le client a déjà reçu la lettre qui suit l’appel."
            )
        case .answer(let answer): recall(answer.message?.letter, Self.gone)
        case .closing(.asked(let message)):
            recall(message.letter, "Le client a déjà reçu la question de la clôture.")
        case .closing(.concluded):
            recall(
                letters[.closed],
                "Le client a reçu la lettre de clôture : dites-lui que le dossier reste ouvert."
            )
        case .staff(.noted):
            plan.results.append("La note reste au dossier.")
        case .staff(.timeSpent(_, let minutes)):
            add(.staff(.timeSpent(by: person, minutes: -minutes)))
            plan.results.append("Le temps passé est retiré.")
        case .staff(.callPlanned): plan.results.append("Le rappel est annulé.")
        case .merged(let number): undoMerger(with: number)
        case .splitOff(_, let number):
            plan.results.append("Le mail séparé reste \(number.text).")
        case .recognised(let client, _):
            plan.results.append("L’adresse reste rattachée à \(client.text) ; #client en change.")
        case .promise(.penalty):
            plan.results.append("La décision sur la pénalité reste ; #pénalité en prend une autre.")
        case .right(.escalationAsked):
            plan.results.append("L’escalade est partie : elle reste à traiter.")
        case .opened, .classified, .assigned, .joined, .heard, .linked, .absorbed,
            .noted, .letterQueued, .letterNotDue, .letterSent,
            .letterFailed, .letterWithheld, .letterUndelivered, .moved, .closing, .right,
            .promise, .staff:
            break
        }
    }

    private mutating func undoMerger(with number: TicketNumber) {
        guard let history = merged[number],
            let merger = UndoneMerger(of: present.number, in: history)
        else { return }
        add(.staff(.mergeUndone(number, by: person, leaving: [])))
        let facts = merger.facts(by: person).map { TicketEvent(at: now, $0) }
        plan.others.append(TicketEvents(number, facts))
        plan.results += merger.results
    }

    private static let gone = "Un message est déjà parti chez le client : il ne revient pas."

    private mutating func recall(_ letter: MessageID?, _ gone: String) {
        guard let letter else { return }
        guard waiting.contains(letter) else {
            if !plan.results.contains(gone) { plan.results.append(gone) }
            return
        }
        guard !plan.recalls.contains(letter) else { return }
        plan.recalls.append(letter)
        add(.staff(.replyRecalled(letter, by: person)))
        plan.results.append("Un message au client est arrêté avant son départ.")
    }
}
