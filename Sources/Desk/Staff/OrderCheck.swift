// What stands against an order, before anything of it is carried out: the procedure, the dossier's
// state, missing texts, missing rights. Each is a sentence that says what to do.

import Foundation

/// Looks for what stands against an order.
struct OrderCheck {
    let order: StaffOrder
    let file: ProcedureCase
    let knowledge: StaffKnowledge
    let now: Date

    private var ticket: Ticket { file.ticket }

    /// All of it; nothing may be carried out unless this is empty.
    var problems: [CommandProblem] {
        if let survivor = ticket.survivor {
            return [
                CommandProblem(
                    line: "",
                    "Ce dossier a été réuni à \(survivor.text) : écrivez sur celui-là."
                )
            ]
        }
        let answers = StaffAnswers(
            order: order,
            company: file.company,
            knowledge: knowledge,
            now: now
        )
        return order.commands.compactMap { command in
            answers.problem(with: command)
                ?? problem(of: command.command).map { CommandProblem(line: command.line, $0) }
        }
    }

    private func problem(of command: StaffCommand) -> String? {
        switch command {
        case .classify(.informational, _) where ticket.opening.procedure == .complaint:
            return "Une réclamation est urgente (#critique) ou non (#standard), jamais informative."
        case .giveBack where ticket.handler == nil:
            return "Le dossier n’est confié à personne."
        case .note(let text) where text.isEmpty && order.message.isEmpty:
            return "La note est vide."
        case .wait
        where ticket.state != .waitingClient && !ticket.state.canMove(to: .waitingClient):
            return "Le dossier est \(ticket.state.inFrench) : il ne peut pas attendre le client."
        case .askClosing: return problemWithAsking
        case .close(_, let isAgreed): return problem(closingWithAgreement: isAgreed)
        case .reopen where ticket.state != .closed && ticket.state != .resolved:
            return "Le dossier n’est ni clos ni résolu."
        case .extend(let shift, _): return problem(extendingBy: shift)
        case .answerInSubstance: return problemWithAnswer
        case .change, .merge, .split, .attach:
            return DossierOrders(check: self).problem(of: command)
        case .escalate(let level, _)
        where file.isEscalated(by: level == 1 ? .escalation1 : .escalation2, at: now):
            return "Une escalade de niveau \(level) attend déjà sa réponse."
        case .visit where ticket.state == .closed:
            return "Le dossier est clos : rouvrez-le d’abord (#rouvrir)."
        case .decidePenalty(_, let key, _):
            return BreachChoice(file, at: now).problem(of: key ?? order.breach)
        case .undo:
            return "« #annuler » s’écrit seul, dans un mail à part."
        case .open:
            return "« #ouvrir » s’écrit en première ligne d’un nouveau mail, sans autre dossier."
        case .classify, .assign, .take, .giveBack, .note, .wait, .visit, .reopen, .escalate,
            .callBack, .spend, .spam, .copy, .status, .help, .myTickets, .late, .house, .absence,
            .presence, .report, .accessRight:
            return nil
        }
    }

    // MARK: - What procedures ask for

    private var missingSolution: String? {
        guard ticket.opening.procedure == .complaint, file.line.solution == nil,
            !order.commands.contains(where: { $0.verb == .answer }), !answersInSubstance
        else { return nil }
        return "la réponse de fond en trois parties (#réponse)"
    }

    // The message beside the command is the substantive answer, and goes to the client.
    private var answersInSubstance: Bool {
        let verbs = Set(order.commands.map(\.verb))
        guard verbs.isDisjoint(with: [.note, .wait, .extend, .spam]),
            case .answerInSubstance = file.answering(
                order.message,
                escalation: file.escalation(answeredBy: order.person, at: now)
            )
        else { return false }
        return true
    }

    private var problemWithAsking: String? {
        guard ticket.state.canMove(to: .resolved) else {
            return "Le dossier est déjà \(ticket.state.inFrench)."
        }
        return missingSolution.map { "Pas encore : il manque \($0)." }
    }

    private func problem(closingWithAgreement isAgreed: Bool) -> String? {
        guard ticket.state != .closed else { return "Le dossier est déjà clos." }
        guard !ticket.opening.isQuiet else { return nil }
        var missing: [String] = []
        let answersNow = !order.message.isEmpty && !order.commands.contains { $0.verb == .note }
        // A message that waits to leave was written; what closes waits behind it.
        let isWritten = file.line.underway.contains { $0.event == .humanAnswer }
        if file.line.last(.humanAnswer) == nil, !isWritten, !answersNow {
            missing.append("une réponse au client")
        }
        if let missingSolution { missing.append(missingSolution) }
        if let needed = file.line.last(.visitNeeded),
            (file.line.last(.visitDone)?.at ?? .distantPast) < needed.at
        {
            missing.append("l’intervention (#intervention faite)")
        }
        for (level, event) in [(1, PromiseEvent.escalation1), (2, .escalation2)]
        where file.isEscalated(by: event, at: now) {
            missing.append("la réponse à l’escalade de niveau \(level)")
        }
        if !isAgreed { missing.append(agreement) }
        guard !missing.isEmpty else { return nil }
        return "La procédure ne permet pas de clore : il manque \(missing.joined(separator: ", "))."
            + (isAgreed
                ? ""
                : " #résolu demande cet accord au client ; s’il l’a donné de vive voix, écrivez "
                    + "« #clore accord donné au téléphone ».")
    }

    // S6, C6: the client's agreement, or the silence that stands for it.
    private var agreement: String {
        let silence = file.states(at: now).first { state in
            [.closeUnanswered, .closeTacitly].contains(state.rule.step) && state.isOpen
        }
        let until = silence?.due.map { file.calendar.words($0, in: .french) }
        return "l’accord du client"
            + (until.map { " (sans réponse de sa part, le dossier se clôt le \($0))" } ?? "")
    }

    private func problem(extendingBy shift: DeadlineShift) -> String? {
        guard ticket.state != .closed else {
            return "Le dossier est clos : rouvrez-le d’abord (#rouvrir)."
        }
        guard !order.message.isEmpty else {
            return "Il manque le point d’étape pour le client : écrivez-le sous les commandes."
        }
        let moved = ProlongedDeadline(shift, on: file, at: now)
        guard moved.after != nil else { return "Aucun jour ouvré ne suit : donnez une date." }
        if moved.isNoGain, let before = moved.before {
            let date = file.calendar.words(before, in: .french)
            return "Le client a déjà une promesse pour le \(date) : une prolongation ne "
                + "l’avance pas. Donnez une date plus tardive, ou un délai (« #prolonger 3j … »)."
        }
        return nil
    }

    private var problemWithAnswer: String? {
        guard ticket.opening.procedure == .complaint else {
            return "La réponse en trois parties est celle des réclamations ; "
                + "écrivez simplement votre texte."
        }
        let answer = SubstantiveAnswer(in: order.message)
        let missing = answer?.missing ?? SubstantiveAnswer.Part.allCases
        return missing.isEmpty ? nil : SubstantiveAnswer.sentence(missing: missing, of: answer)
    }
}
