// From a colleague's order to facts and letters: all of it or nothing.
//
// What each command needs of the dossier is asked first (`OrderCheck`); if anything is missing,
// nothing happens and the transcript says what. Then each command adds its part, the acts of the
// procedures through `act`, and the message to the client counts as what the commands make of it.

package import Foundation

/// Carries out an order on a dossier, with what the store knows of whatever else it names.
package func carryOut(
    _ order: StaffOrder,
    on file: ProcedureCase,
    knowing knowledge: StaffKnowledge = StaffKnowledge(),
    at now: Date,
    name: @escaping LetterNaming
) -> StaffPlan {
    let problems = OrderCheck(order: order, file: file, knowledge: knowledge, now: now).problems
    guard problems.isEmpty else {
        return StaffPlan(transcript: Transcript(refusing: problems))
    }
    var execution = Execution(
        order: order,
        file: file,
        knowledge: knowledge,
        now: now,
        name: name
    )
    execution.run()
    return execution.plan
}

/// The carrying out of one order, command by command.
struct Execution {
    let order: StaffOrder
    let file: ProcedureCase
    let knowledge: StaffKnowledge
    let now: Date
    let name: LetterNaming
    var plan = StaffPlan(transcript: Transcript())

    // The dossier as the commands so far have left it.
    private(set) var ticket: Ticket
    // The message was given to a note, a report or an answer.
    private var isMessageUsed = false

    init(
        order: StaffOrder,
        file: ProcedureCase,
        knowledge: StaffKnowledge,
        now: Date,
        name: @escaping LetterNaming
    ) {
        self.order = order
        self.file = file
        self.knowledge = knowledge
        self.now = now
        self.name = name
        ticket = file.ticket
    }

    var person: EmailAddress { order.person.address }
    var calendar: CompanyCalendar { file.company.calendar }

    mutating func run() {
        // What ends the dossier comes after everything else that is done to it.
        var results: [Int: String] = [:]
        for (index, command) in order.commands.enumerated() where !command.verb.endsDossier {
            results[index] = carryOut(command.command)
        }
        sendMessage()
        if order.isDelivered { plan.reply = nil }
        if plan.reply != nil { letTheMessageGoFirst() }
        for (index, command) in order.commands.enumerated() where command.verb.endsDossier {
            results[index] = carryOut(command.command)
        }
        for (index, command) in order.commands.enumerated() {
            let said = results[index] ?? ""
            let result = command.verb == .note ? resultOfNote + said : said
            plan.transcript.entries.append(.init(line: command.line, result: result))
        }
        holdLetters()
        tellNewHandler()
        let isAct = !plan.events.isEmpty
        if isAct {
            let lines = order.commands.map(\.line).joined(separator: "\n").cut(toBytes: 4000)
            let acted = StaffFact.acted(
                by: person,
                proof: order.proof,
                commands: lines,
                code: order.code,
                facts: plan.events.count
            )
            plan.events.insert(TicketEvent(at: now, .staff(acted)), at: 0)
            // The client is told at once of the number and the delays of another procedure.
            let isFinal = order.commands.contains { [.complaint, .sav].contains($0.verb) }
            plan.transcript.code = isFinal ? nil : order.code
        }
        plan.transcript.standing = StandingText(file: file.adding(plan.events), now: now).text
    }

    // MARK: - The message

    private mutating func sendMessage() {
        guard !isMessageUsed, !order.message.isEmpty else { return }
        let personal = PersonalMessage(by: person, letter: order.replyID)
        if order.commands.contains(where: { $0.verb == .wait }) {
            add(.answer(.informationAsked(personal)))
            plan.announcement.isQuestion = true
            takeUp()
            move(to: .waitingClient, "the client was asked")
        } else if isCallReport {
            // R3: the report stays here; a letter tells the client, once, what became of his note.
            apply(.reportCall(outcome: order.message))
            isMessageUsed = true
            plan.transcript.lists.append(Self.reported)
            plan.transcript.leavesAt = plan.letters.last { $0.kind == .callBackFollowUp }?.notBefore
            return
        } else {
            apply(answering)
            tellOfSubstance()
        }
        reply()
    }

    private static let reported =
        "Compte rendu d’appel gardé au dossier : il reste interne. Le client reçoit une lettre "
        + "type, dans sa langue, qui l’informe que vous avez donné suite à son avis."

    // Whether the message reaches the client as the colleague's own letter, which then bears what
    // the commands announce, too: he gets one letter.
    private var isReply: Bool {
        let verbs = Set(order.commands.map(\.verb))
        return !order.message.isEmpty && verbs.isDisjoint(with: [.note, .extend, .spam])
            && (!isCallReport || !verbs.isDisjoint(with: [.wait, .answer]))
    }

    // What the account manager writes while a call is owed is the report on it.
    private var isCallReport: Bool {
        order.person.roles.contains(.accountManager) && openEscalation == nil
            && file.states(at: now).contains { state in
                state.startedBy == .badNote && state.rule.step == nil && state.isOpen
            }
    }

    var openEscalation: Int? { file.escalation(answeredBy: order.person, at: now) }

    private mutating func reply() {
        isMessageUsed = true
        plan.reply = order.message
    }

    // MARK: - The commands

    private mutating func carryOut(_ command: StaffCommand) -> String {
        switch command {
        case .classify(let criticality, let reason): return classify(criticality, reason)
        case .assign(let person, let reason): return assign(person, reason)
        case .take: return assign(person, "")
        case .giveBack(let reason):
            add(.staff(.givenBack(by: person, reason: reason)))
            return "Rendu à l’équipe."
        case .note(let text):
            isMessageUsed = true
            return note([text, order.message].filter { !$0.isEmpty }.joined(separator: "\n\n"))
        case .wait(let reason): return wait(reason)
        case .visit(let step): return visit(step)
        case .askClosing:
            apply(.askClosing)
            if isReply { plan.announcement.asksClosing = true }
            return "Le client est prié de confirmer la clôture." + stillOwed
        case .close(let reason, _): return close(reason)
        case .reopen(let reason):
            move(to: .open, "reopened by \(person.text): \(reason)")
            return "Rouvert."
        case .extend(let shift, let reason): return extend(by: shift, reason)
        case .answerInSubstance:
            guard let answer = SubstantiveAnswer(in: order.message) else { return "" }
            apply(.answerInSubstance(answer))
            reply()
            return announceTacitClosing()
        case .escalate(let level, let reason): return escalate(level, reason)
        case .callBack(let date, let note):
            add(.staff(.callPlanned(by: person, at: date, note: note)))
            return "Rappel noté : \(calendar.words(date, in: .french))."
        case .spend(let minutes):
            add(.staff(.timeSpent(by: person, minutes: minutes)))
            return "Temps noté : \(SpokenDuration.minutes(minutes).words)."
        case .spam:
            isMessageUsed = true
            add(.staff(.foundSpam(by: person)))
            move(to: .closed, "spam")
            return "Clos comme indésirable ; rien n’est envoyé."
        case .decidePenalty(let decision, let key, let reason):
            return decide(decision, of: key ?? order.breach, reason)
        case .status: return "Voir ci-dessous."
        case .merge(let number): return merge(into: number)
        case .split: return split()
        case .change(let procedure, let reason): return change(to: procedure, reason)
        case .attach(let client): return attach(to: client)
        case .copy, .help, .myTickets, .late, .house, .absence, .presence, .report, .accessRight:
            return answer(command)
        case .open, .undo: return "S’écrit seul."
        }
    }

    // What needs no dossier is the same with one.
    private mutating func answer(_ command: StaffCommand) -> String {
        let answers = StaffAnswers(
            order: order,
            company: file.company,
            knowledge: knowledge,
            now: now
        )
        guard let answer = answers.answer(to: command) else { return "" }
        answer.tell(in: &plan.transcript)
        if let fact = answer.fact { plan.further.house.append(answers.event(fact)) }
        return answer.result
    }

    private mutating func classify(_ criticality: Criticality, _ reason: String) -> String {
        let said = reason.isEmpty ? "by \(person.text)" : reason
        switch file.ticket.opening.procedure {
        case .sav:
            apply(.classify(criticality, reason: said))
            return "Classé \(criticality.word(in: .french))."
        case .complaint:
            apply(.setUrgency(criticality == .critical, reason: said))
            return criticality == .critical ? "Réclamation urgente." : "Réclamation non urgente."
        }
    }

    private mutating func assign(_ handler: EmailAddress, _ reason: String) -> String {
        guard handler != ticket.handler else { return "C’était déjà le cas." }
        apply(.assign(handler))
        let member = file.company.staff.first { $0.address == handler }
        let day = calendar.day(of: now)
        let isAway = member.map { !$0.isPresent(on: day) } ?? false
        let away = isAway ? " Attention : absence aujourd’hui." : ""
        return "Confié à \(member?.name ?? handler.text).\(away)"
    }

    private mutating func wait(_ reason: String) -> String {
        guard order.message.isEmpty else {
            return "En attente du client, avec votre question." + resumed
        }
        guard ticket.state != .waitingClient else { return "Le dossier attend déjà le client." }
        move(to: .waitingClient, reason.isEmpty ? "waits for the client" : reason)
        // What stands behind the command is a reason, kept on the dossier.
        return reason.isEmpty
            ? "En attente du client."
            : "En attente du client ; rien ne lui a été envoyé : une question s’écrit sous la "
                + "commande."
    }

    private mutating func visit(_ step: VisitStep) -> String {
        switch step {
        case .needed:
            apply(.needVisit)
            return "Intervention à planifier." + resumed
        case .planned(let date, let part):
            apply(.planVisit(at: date, in: part))
            if isReply { (plan.announcement.visit, plan.announcement.part) = (date, part) }
            let isClosed =
                part == nil
                ? !calendar.isOpen(at: date)
                : calendar.officeHours(on: calendar.day(of: date)).ranges.isEmpty
            let told = calendar.words(date, part, in: .french)
            return "Intervention annoncée au client : \(told)."
                + (isClosed ? " Attention : hors des heures d’ouverture." : "") + late(for: date)
                + stillOwed + resumed
        case .done:
            apply(.concludeVisit)
            return "Intervention faite."
        }
    }

    // What the automatic letter does not keep.
    private var stillOwed: String {
        guard !isReply else { return "" }
        let owed = file.states(at: now).first { state in
            state.rule.step == nil && state.isOpen && state.rule.ends.contains(.humanAnswer)
                && !state.rule.ends.contains(.acknowledged)
        }
        return owed.map { state in
            " Cette lettre est automatique : \(state.rule.words(in: .french)) reste à écrire."
        } ?? ""
    }

    private mutating func close(_ reason: String) -> String {
        guard !file.ticket.opening.isQuiet else {
            move(to: .closed, reason)
            return "Clos ; rien n’est envoyé."
        }
        add(.staff(.noted(by: person, text: "Clôture : \(reason)")))
        apply(.confirmClosing)
        return "Clos ; le client en reçoit confirmation."
    }

    private mutating func extend(by shift: DeadlineShift, _ reason: String) -> String {
        let moved = ProlongedDeadline(shift, on: file, at: now)
        guard let until = moved.after else { return "" }
        add(.staff(.noted(by: person, text: "Prolongation : \(reason)")))
        switch file.ticket.opening.procedure {
        case .complaint: apply(.report(text: order.message, until: until))
        case .sav: apply(.announceDelay(cause: order.message, until: until))
        }
        isMessageUsed = true
        plan.transcript.copy = order.message
        let before = moved.promised.flatMap { promised in
            promised.due.map { due in
                "\(promised.rule.words(in: .french)), du \(calendar.words(due, in: .french)) "
            }
        }
        let late = " L’ancienne échéance était déjà passée : ce retard reste compté."
        let closed = moved.closedDay.map { day in
            " Le \(day.words(in: .french)) est fermé : la date est celle du jour ouvré suivant."
        }
        // Whoever says "3j" reads by which days it was counted.
        var by = ""
        if case .by(let duration) = shift { by = " de \(duration.words)" }
        let from = before.map { " : \($0)" } ?? " "
        return "Reporté\(by)\(from)au \(calendar.words(until, in: .french)) ; "
            + "le client reçoit votre texte." + (closed ?? "") + (moved.isTooLate ? late : "")
            + resumed
    }

    private mutating func escalate(_ level: Int, _ reason: String) -> String {
        add(.right(.escalationAsked(level: level, nil)))
        let manager = file.person(level == 1 ? .operationsManager : .generalManagement, at: now)
        guard let manager else { return "Escalade de niveau \(level) notée ; personne n’est là." }
        var matter = LetterMatter()
        matter.level = level
        matter.person = manager
        matter.text = reason
        matter.asker = person
        matter.bearsDossier = true
        plan.letters.append(
            ProcedureLetter(
                .escalationToManager,
                to: manager,
                cause: "\(order.cause).escalation",
                notBefore: now,
                matter: matter
            )
        )
        let name = file.company.staff.first { $0.address == manager }?.name ?? manager.text
        return "Escalade de niveau \(level) transmise à \(name)."
    }

    // MARK: - Parts

    mutating func apply(_ act: StaffAct) {
        let part = Desk.act(
            act,
            by: person,
            on: file,
            message: isReply ? order.replyID : nil,
            cause: "\(order.cause).\(plan.events.count)",
            at: now,
            name: name
        )
        for event in part.events { add(event.fact) }
        plan.letters += part.letters
    }

    mutating func takeUp() {
        if ticket.handler == nil { add(.assigned(person, reason: "was the first to answer")) }
    }

    mutating func move(to next: TicketState, _ reason: String) {
        guard ticket.state.canMove(to: next) else { return }
        add(.moved(next, reason: reason))
    }

    // Two commands may want the same: what changes nothing any more is left out.
    mutating func add(_ fact: TicketFact) {
        if case .moved(let next, let reason) = fact {
            // A message beside #résolu or #clore takes the dossier up no more.
            let isTakenUp = next == .open && reason == ProcedurePlan.answered
            guard ticket.state.canMove(to: next), !isTakenUp || ticket.state == .new else { return }
        }
        if case .assigned(let handler, _) = fact, handler == ticket.handler { return }
        if case .assigned(_, let reason) = fact, reason.hasPrefix("was the first"),
            ticket.handler != nil
        {
            return
        }
        plan.events.append(TicketEvent(at: now, fact))
        ticket.apply(TicketEvent(at: now, fact))
    }
}
