// From a colleague's order to facts and letters: all of it or nothing.
//
// What each command needs of the dossier is asked first (`OrderCheck`); if anything is missing,
// nothing happens and the transcript says what. Then each command adds its part, the acts of the
// procedures through `act`, and the message to the client counts as what the commands make of it.

package import Foundation

/// Carries out an order on a dossier.
package func carryOut(
    _ order: StaffOrder,
    on file: ProcedureCase,
    at now: Date,
    name: @escaping LetterNaming
) -> StaffPlan {
    let problems = OrderCheck(order: order, file: file, now: now).problems
    guard problems.isEmpty else {
        return StaffPlan(transcript: Transcript(refusing: problems))
    }
    var execution = Execution(order: order, file: file, now: now, name: name)
    execution.run()
    return execution.plan
}

private struct Execution {
    let order: StaffOrder
    let file: ProcedureCase
    let now: Date
    let name: LetterNaming
    var plan = StaffPlan(transcript: Transcript())

    // The dossier as the commands so far have left it.
    private var ticket: Ticket
    // The message was given to a note, a report or an answer.
    private var isMessageUsed = false

    init(order: StaffOrder, file: ProcedureCase, now: Date, name: @escaping LetterNaming) {
        self.order = order
        self.file = file
        self.now = now
        self.name = name
        ticket = file.ticket
    }

    private var person: EmailAddress { order.person.address }
    private var calendar: CompanyCalendar { file.company.calendar }

    mutating func run() {
        for (index, command) in order.commands.enumerated() {
            let result = carryOut(command.command, index)
            plan.transcript.entries.append(.init(line: command.line, result: result))
        }
        sendMessage()
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
            plan.transcript.code = order.code
        }
        plan.transcript.standing = StandingText(file: file, ticket: ticket, now: now).text
    }

    // MARK: - The message

    private mutating func sendMessage() {
        guard !isMessageUsed, !order.message.isEmpty else { return }
        let personal = PersonalMessage(by: person, letter: order.replyID)
        if order.commands.contains(where: { $0.verb == .wait }) {
            add(.answer(.informationAsked(personal)))
            takeUp()
            move(to: .waitingClient, "the client was asked")
        } else {
            apply(answering)
        }
        reply()
    }

    // What a message by hand counts as: the answer to an escalation, the formal acknowledgement of
    // a complaint (C2), else an answer.
    private var answering: StaffAct {
        if let level = openEscalation { return .answerEscalation(level: level) }
        let isFormal =
            file.ticket.opening.procedure == .complaint
            && file.line.last(.formalAcknowledgement) == nil
        return isFormal ? .acknowledgeFormally : .answer
    }

    private var openEscalation: Int? {
        let roles: [(PromiseEvent, StaffRole, Int)] = [
            (.escalation2, .generalManagement, 2), (.escalation1, .operationsManager, 1),
        ]
        return roles.first { event, role, _ in
            order.person.roles.contains(role) && file.isEscalated(by: event, at: now)
        }?.2
    }

    private mutating func reply() {
        isMessageUsed = true
        plan.reply = order.message
    }

    // MARK: - The commands

    private mutating func carryOut(_ command: StaffCommand, _ index: Int) -> String {
        switch command {
        case .classify(let criticality, let reason): return classify(criticality, reason)
        case .assign(let person, let reason): return assign(person, reason)
        case .take: return assign(person, "")
        case .giveBack(let reason):
            add(.staff(.givenBack(by: person, reason: reason)))
            return "Rendu à l’équipe."
        case .note(let text):
            let whole = [text, order.message].filter { !$0.isEmpty }.joined(separator: "\n\n")
            isMessageUsed = true
            add(.staff(.noted(by: person, text: whole)))
            return "Note interne ; rien ne part chez le client."
        case .wait(let reason): return wait(reason)
        case .visit(let step): return visit(step)
        case .askClosing:
            apply(.askClosing)
            return "Le client est prié de confirmer la clôture."
        case .close(let reason): return close(reason)
        case .reopen(let reason):
            move(to: .open, "reopened by \(person.text): \(reason)")
            return "Rouvert."
        case .extend(let until, let reason): return extend(until, reason)
        case .answerInSubstance:
            guard let answer = SubstantiveAnswer(in: order.message) else { return "" }
            apply(.answerInSubstance(answer))
            reply()
            return "Réponse de fond, complète."
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
        case .status: return "Voir ci-dessous."
        case .merge, .split, .change, .attach, .open, .copy, .undo, .help, .myTickets, .late,
            .house, .absence, .report, .accessRight:
            return request(command)
        }
    }

    private mutating func request(_ command: StaffCommand) -> String {
        guard let (request, result) = StaffRequest.beyond(command, text: order.message) else {
            return "Ne peut pas être exécuté ici."
        }
        if case .open = request { isMessageUsed = true }
        plan.requests.append(request)
        return result
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
        guard order.message.isEmpty else { return "En attente du client, avec votre question." }
        move(to: .waitingClient, reason.isEmpty ? "waits for the client" : reason)
        return "En attente du client."
    }

    private mutating func visit(_ step: VisitStep) -> String {
        switch step {
        case .needed:
            apply(.needVisit)
            return "Intervention à planifier."
        case .planned(let date):
            apply(.planVisit(at: date))
            return "Intervention annoncée au client : \(calendar.words(date, in: .french))."
        case .done:
            apply(.concludeVisit)
            return "Intervention faite."
        }
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

    private mutating func extend(_ until: Date, _ reason: String) -> String {
        add(.staff(.noted(by: person, text: "Prolongation : \(reason)")))
        switch file.ticket.opening.procedure {
        case .complaint: apply(.report(text: order.message, until: until))
        case .sav: apply(.announceDelay(cause: order.message, until: until))
        }
        isMessageUsed = true
        plan.transcript.copy = order.message
        return "Reporté au \(calendar.words(until, in: .french)) ; le client reçoit votre texte."
    }

    private mutating func escalate(_ level: Int, _ reason: String) -> String {
        add(.right(.escalationAsked(level: level, nil)))
        let manager = file.person(level == 1 ? .operationsManager : .generalManagement, at: now)
        guard let manager else { return "Escalade de niveau \(level) notée ; personne n’est là." }
        var matter = LetterMatter()
        matter.level = level
        matter.person = manager
        matter.text = reason
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

    private mutating func apply(_ act: StaffAct) {
        let part = Desk.act(
            act,
            by: person,
            on: file,
            message: order.replyID,
            cause: "\(order.cause).\(plan.events.count)",
            at: now,
            name: name
        )
        for event in part.events { add(event.fact) }
        plan.letters += part.letters
    }

    private mutating func takeUp() {
        if ticket.handler == nil { add(.assigned(person, reason: "was the first to answer")) }
    }

    private mutating func move(to next: TicketState, _ reason: String) {
        guard ticket.state.canMove(to: next) else { return }
        add(.moved(next, reason: reason))
    }

    // Two commands may want the same: what changes nothing any more is left out.
    private mutating func add(_ fact: TicketFact) {
        if case .moved(let next, _) = fact, !ticket.state.canMove(to: next) { return }
        if case .assigned(let handler, _) = fact, handler == ticket.handler { return }
        if case .assigned(_, let reason) = fact, reason.hasPrefix("was the first"),
            ticket.handler != nil
        {
            return
        }
        let event = TicketEvent(at: now, fact)
        ticket.apply(event)
        plan.events.append(event)
    }
}

extension StaffRequest {
    /// The request of a command that goes beyond its dossier, with what its transcript says.
    package static func beyond(
        _ command: StaffCommand,
        text: String
    ) -> (request: StaffRequest, result: String)? {
        switch command {
        case .merge(let number): (.merge(into: number), "Réunion à \(number.text) demandée.")
        case .split: (.split, "Le dernier mail du client devient un dossier à part.")
        case .change(let procedure, let reason):
            (
                .change(to: procedure, reason: reason),
                procedure == .complaint ? "Devient une réclamation." : "Devient une demande SAV."
            )
        case .attach(let client): (.attach(client: client), "Rattaché à \(client).")
        case .open(let address, let subject):
            (.open(address, subject: subject, text: text), "Dossier ouvert pour \(address.text).")
        case .copy: (.tell(.copy), "Copie ci-dessous.")
        case .help(let verb): (.tell(.help(verb)), "Aide ci-dessous.")
        case .myTickets: (.tell(.myTickets), "Liste ci-dessous.")
        case .late: (.tell(.late), "Liste ci-dessous.")
        case .house: (.tell(.house), "État ci-dessous.")
        case .report: (.tell(.report), "Rapport ci-dessous.")
        case .accessRight(let address): (.tell(.accessRight(address)), "Recherche ci-dessous.")
        case .absence(let person, let days, let deputy):
            (.absence(person, days: days, deputy: deputy), "Absence notée.")
        case .classify, .assign, .take, .giveBack, .note, .wait, .visit, .askClosing, .close,
            .reopen, .extend, .answerInSubstance, .escalate, .callBack, .spend, .spam, .status,
            .undo:
            nil
        }
    }
}

extension ProcedureCase {
    /// Whether an escalation waits for its answer.
    func isEscalated(by event: PromiseEvent, at now: Date) -> Bool {
        states(at: now).contains { state in
            state.startedBy == event && state.rule.step == nil && state.isOpen
        }
    }
}
