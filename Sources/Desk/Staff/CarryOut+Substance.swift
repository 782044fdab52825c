// What a message by hand counts as, and above all whether it is the substantive answer to a
// complaint: its three parts make it one, with #réponse or without (C5).
//
// Without the command nothing is refused: what names only some of the parts goes out as an answer,
// and its author is told what it lacks.

extension ProcedureCase {
    /// What a person's message to the client counts as: the answer to an escalation, the
    /// substantive answer to a complaint (C5), its formal acknowledgement (C2), else an answer.
    func answering(_ message: String, escalation: Int?) -> StaffAct {
        if let escalation { return .answerEscalation(level: escalation) }
        guard ticket.opening.procedure == .complaint else { return .answer }
        if let answer = SubstantiveAnswer(in: message), answer.missing.isEmpty {
            return .answerInSubstance(answer)
        }
        return line.last(.formalAcknowledgement) == nil ? .acknowledgeFormally : .answer
    }
}

extension Execution {
    /// What the message counts as.
    var answering: StaffAct { file.answering(order.message, escalation: openEscalation) }

    /// Says of a message with named parts whether it is the substantive answer.
    mutating func tellOfSubstance() {
        guard file.ticket.opening.procedure == .complaint,
            let answer = SubstantiveAnswer(in: order.message)
        else { return }
        var told: String
        if case .answerInSubstance = answering {
            told = announceTacitClosing()
        } else if answer.missing.isEmpty {
            told =
                "Ce message répond à l’escalade. Il ne compte pas comme réponse de fond : pour "
                + "cela, écrivez « #réponse » au-dessus."
        } else {
            told =
                "Ce message ne compte pas encore comme réponse de fond. "
                + SubstantiveAnswer.sentence(missing: answer.missing, of: answer)
        }
        plan.transcript.entries.append(.init(line: "", result: told))
    }

    /// Has the letter with the substantive answer say when silence closes the dossier (C6).
    mutating func announceTacitClosing() -> String {
        plan.announcement.closesAt = file.tacitClosing(afterAnswerAt: now)
        guard let closing = plan.announcement.closesAt else { return "Réponse de fond, complète." }
        let day = calendar.words(closing, in: .french)
        // What the client has had directly says nothing of it.
        let isTold = order.isDelivered ? "." : " : le client en est averti."
        return "Réponse de fond, complète. Sans retour, close le \(day)\(isTold)"
    }
}
