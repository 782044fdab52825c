// Where a filed mail is a colleague's and about no dossier: on a client's behalf, the dossier is
// opened as the client's and the colleague is told; commands that need no dossier are answered;
// without proof it is a draft, and the registered address is asked.
//
// What is no client's matter lies on a quiet ticket, so that it is seen, and that a letter about it
// has a place; nothing of it is promised to anybody.

import Foundation

extension Planner {
    /// What becomes of a client's mail that a colleague has entered.
    ///
    /// What the commands come to is asked of the dossier as the mail alone would leave it; then the
    /// mail is filed with them, so that its letters tell of the class and the handler they set.
    func plan(for behalf: OnBehalf) -> FilingPlan {
        var alone = self
        alone.isHandlerGiven = behalf.givesHandler
        let bare = alone.plan()
        guard let number = bare.ticket, [.file, .append].contains(bare.disposition),
            let desk = desk(of: behalf.person, after: bare)
        else { return plan() }
        let outcome = desk.outcome(of: behalf)
        var plan = replanned(bare, after: outcome.events, isHandlerGiven: alone.isHandlerGiven)
        if let draft = behalf.draftedOn {
            let decided = StaffFact.draftDecided(
                behalf.mail,
                by: behalf.person.address,
                isTheirs: true
            )
            var events = [TicketEvent(at: now, .staff(decided))]
            if behalf.endsErrand {
                let reason = "answered \(behalf.person.address.text)"
                events.append(TicketEvent(at: now, .moved(.closed, reason: reason)))
            }
            plan.further.tickets.append(TicketEvents(draft, events))
        }
        for index in plan.letters.indices where plan.letters[index].kind.isForClient {
            plan.letters[index].inReplyTo = behalf.originalID ?? plan.letters[index].inReplyTo
        }
        desk.complete(&plan, number, for: behalf, outcome)
        return plan
    }

    // The plan with what was ordered; the bare one where the orders change nothing of it.
    private func replanned(
        _ bare: FilingPlan,
        after orders: [TicketEvent],
        isHandlerGiven wasGiven: Bool
    ) -> FilingPlan {
        var ordered = self
        ordered.orders = orders
        ordered.isHandlerGiven = orders.contains { event in
            if case .assigned = event.fact { true } else { false }
        }
        return orders.isEmpty && ordered.isHandlerGiven == wasGiven ? bare : ordered.plan()
    }

    private func desk(of person: StaffMember, after plan: FilingPlan) -> StaffMailDesk? {
        var clocked = file.history ?? ClockedTicket(events: [])
        clocked.events += plan.events
        if clocked.client == nil { clocked.client = file.answer.client }
        return clocked.file(in: file.reading.house, loads: file.loads).map { procedure in
            StaffMailDesk(planner: self, person: person, procedure: procedure)
        }
    }

    /// The dossier as a colleague's commands have left it, its new events given; nil where there
    /// are none.
    func ordered(in events: [TicketEvent]) -> Ticket? {
        guard !orders.isEmpty else { return nil }
        let isNew = events.first?.fact.isOpening ?? false
        return Ticket(folding: (isNew ? [] : file.history?.events ?? []) + events)
    }

    /// What a colleague's mail comes to that is about no dossier; nil for a request of his own, and
    /// for everybody else's mail.
    func staffErrand() -> FilingPlan? {
        let reading = file.reading
        guard let person = reading.staffSender, !file.classification.nature.isAutomatic,
            reading.message.from != nil, reading.clientPassedOn == nil
        else { return nil }
        let parts = StaffText(of: reading.message.text)
        let isAnswer = !reading.marks.sealed.isEmpty || !reading.marks.staffTags.isEmpty
        let matter = ClientMatter(reading, at: now)
        let verdict = reading.staffVerdict(on: nil, at: now, key: key)
        let isMisled = verdict.person != nil && !file.wrongNumbers.isEmpty
        let isNameless =
            verdict.person != nil && matter == nil && reading.forwarded?.address == nil
            && reading.forwarded != nil
        guard isAnswer || matter != nil || !parts.commandLines.isEmpty || isMisled || isNameless
        else { return nil }
        var plan = open(quietly: true, because: "\(person.address.text) works by mail")
        // Nobody takes part in it: what comes to it is a colleague's work, not a client's mail.
        plan.events = plan.events.compactMap { event in
            guard case .opened(var opening) = event.fact else {
                if case .letterNotDue = event.fact { return nil }
                return event
            }
            opening.requester = nil
            return TicketEvent(at: event.at, .opened(opening))
        }
        var clocked = ClockedTicket(events: plan.events)
        clocked.client = nil
        guard let procedure = clocked.file(in: reading.house, loads: file.loads) else { return nil }
        let desk = StaffMailDesk(planner: self, person: person, procedure: procedure)
        switch verdict {
        case .notStaff: return nil
        case .unproven(_, let reason): desk.draftErrand(&plan, because: reason)
        case .proven(_, let proof): desk.answerErrand(&plan, parts, proof)
        }
        return plan
    }
}

extension StaffMailDesk {
    fileprivate func outcome(of behalf: OnBehalf) -> StaffPlan {
        guard behalf.problems.isEmpty else {
            return StaffPlan(transcript: Transcript(refusing: behalf.problems))
        }
        return carryOut(
            staffOrder(behalf.commands, proof: behalf.proof),
            on: procedure,
            knowing: planner.file.knowledge,
            at: now,
            name: naming
        )
    }

    fileprivate func complete(
        _ plan: inout FilingPlan,
        _ number: TicketNumber,
        for behalf: OnBehalf,
        _ given: StaffPlan
    ) {
        var outcome = given
        if outcome.events.isEmpty {
            let acted = StaffFact.acted(
                by: person.address,
                proof: behalf.proof,
                commands: behalf.entry.channel == .phone ? "#ouvrir" : "(mail transféré)",
                code: staffOrder([], proof: behalf.proof).code,
                facts: 0
            )
            outcome.events = [event(.staff(acted))]
            plan.events += outcome.events
        }
        if !behalf.note.isEmpty {
            let noted = StaffFact.noted(by: person.address, text: behalf.note.cut(toBytes: 20_000))
            outcome.events.append(event(.staff(noted)))
            plan.events.append(event(.staff(noted)))
        }
        // Whoever was told of the mail itself is not told again that it is now his.
        var further = outcome.further
        let informed = plan.letters.filter { $0.kind == .notification }.map(\.to.address)
        for index in further.notices.indices {
            further.notices[index].told = Set(informed)
            further.notices[index].exchanges = [written(behalf)].compactMap(\.self)
        }
        plan.letters += further.writeLetters(of: house, key: planner.key, at: now)
        plan.further.add(further)
        var dossier = LetterDossier(procedure, at: now)
        dossier.stand(as: procedure.adding(outcome.events).ticket)
        _ = planner.add(outcome.letters, about: dossier, to: &plan, from: mailbox)
        let transcript = told(of: outcome.transcript, plan, number, behalf)
        var letter = toPerson(
            transcript,
            cause: "\(cause).transcript",
            after: outcome.events
        )
        letter?.enclosures = outcome.transcript.files
        letter?.inReplyTo = behalf.answering
        letter?.references = behalf.answering.map { [$0] } ?? []
        send(letter, in: &plan)
    }

    private func written(_ behalf: OnBehalf) -> StaffNotification.Exchange? {
        behalf.message.from.map { author in
            StaffNotification.Exchange(
                mail: behalf.mail,
                at: behalf.writtenAt ?? now,
                author: author,
                text: behalf.message.text
            )
        }
    }

    // What became of the client's mail comes first.
    private func told(
        of transcript: Transcript,
        _ plan: FilingPlan,
        _ number: TicketNumber,
        _ behalf: OnBehalf
    ) -> String {
        let client = behalf.message.from?.address.text ?? ""
        let subject = behalf.message.subject.cut(toBytes: 80)
        let calendar = house.company.calendar
        var lines: [String] = []
        let what =
            plan.disposition == .append ? "Joint à \(number.text)" : "Dossier \(number.text) ouvert"
        lines.append("\(what) pour \(client) : « \(subject) ».")
        if let date = behalf.writtenAt {
            lines.append("Le client avait écrit : \(calendar.words(date, in: .french)).")
        }
        lines.append(
            plan.acknowledgement.isDue
                ? "Le client en reçoit l’accusé de réception."
                : plan.disposition == .append
                    ? "La suite d’un dossier n’a pas d’accusé de réception."
                    : "Aucun accusé de réception n’est envoyé ; « guichet show » dit pourquoi."
        )
        if !behalf.note.isEmpty { lines.append("Vos mots sont gardés en note interne.") }
        lines.append(
            plan.disposition == .append
                ? "Cela ne s’annule pas : « #séparer » fait de ce mail un dossier à part."
                : "L’ouverture ne s’annule pas : « #spam » clôt ce dossier sans rien envoyer, "
                    + "« #fusionner NUMÉRO » le réunit à un autre."
        )
        if transcript.isRefused {
            lines.append("Vos commandes n’ont pas été exécutées :")
            for entry in transcript.entries {
                lines.append("> \(entry.line)")
                lines.append("  \(entry.result)")
            }
            return lines.joined(separator: "\n")
        }
        return lines.joined(separator: "\n") + "\n\n" + transcript.text(in: calendar)
    }

    // MARK: - Without a dossier

    fileprivate func draftErrand(_ plan: inout FilingPlan, because reason: String) {
        let decision = UnprovenMail(
            planner.file.reading,
            reason: reason,
            isAutomatic: false,
            questionsOnTicket: 0,
            questionsToPerson: planner.file.questions.count(at: now)
        )
        plan.reason = "claims to be \(person.address.text)’s: \(reason)"
        let mail = planner.file.kept.id
        guard case .ask = decision else {
            if let number = plan.ticket { tellLater(number, in: &plan) }
            return
        }
        let question = toPerson(
            "Un message a été reçu en votre nom, sans preuve qu’il est de vous. Rien n’a été "
                + "exécuté ni envoyé.\n"
                + "Est-il de vous ? Répondez « oui » ; sinon, ne répondez pas.\n"
                + "Son texte : « \(shown(kept(planner.file.reading.newText))) »",
            cause: "\(cause).question"
        )
        let draft = StaffFact.draftKept(
            mail,
            claimedBy: person.address,
            question: question?.id,
            text: kept(planner.file.reading.message.text)
        )
        plan.events.append(event(.staff(draft)))
        plan.events.append(event(.staff(.yesAwaited(mail, from: person.address))))
        send(question, in: &plan)
        count(in: &plan)
    }

    fileprivate func answerErrand(
        _ plan: inout FilingPlan,
        _ parts: StaffText,
        _ proof: StaffProof
    ) {
        var transcript: Transcript
        switch CommandParser(company: house.company, at: now, by: person).read(parts.commandLines) {
        case .problems(let problems): transcript = Transcript(refusing: problems)
        case .commands(let commands): transcript = errand(commands, proof, &plan)
        }
        let wrong = planner.file.wrongNumbers
        if parts.commandLines.isEmpty, !wrong.isEmpty {
            transcript = Transcript(refusing: [])
        } else if parts.commandLines.isEmpty, let letter = planner.file.reading.forwarded,
            letter.address == nil
        {
            let name = letter.name.isEmpty ? "" : " (« \(letter.name.cut(toBytes: 80)) »)"
            transcript = Transcript(
                refusing: [
                    CommandProblem(
                        line: "",
                        "Client non reconnu\(name) : le mail transféré ne porte pas son adresse, "
                            + "et aucun dossier n’est ouvert. Transférez-le de nouveau avec, en "
                            + "première ligne : « #ouvrir adresse-du-client »."
                    )
                ]
            )
        } else if parts.commandLines.isEmpty {
            transcript = Transcript(
                refusing: [
                    CommandProblem(
                        line: "",
                        "Ce message répond à un dossier qui n’est plus là. Nommez-en un autre par "
                            + "son numéro dans l’objet."
                    )
                ]
            )
        }
        transcript.entries += wrong.map { .init(line: "", result: $0) }
        plan.reason = "\(person.address.text) asks without a dossier"
        let closed = event(.moved(.closed, reason: "answered \(person.address.text)"))
        var letter = toPerson(
            transcript.text(in: house.company.calendar),
            cause: "\(cause).transcript",
            after: [closed]
        )
        letter?.enclosures = transcript.files
        send(letter, in: &plan)
        plan.events.append(closed)
    }

    /// Carries out commands that need no dossier, on the quiet ticket that stands for one.
    func errand(
        _ commands: [ReadCommand],
        _ proof: StaffProof,
        _ plan: inout FilingPlan
    ) -> Transcript {
        if let opening = commands.first(where: { $0.verb == .open }) {
            return Transcript(refusing: [notOpened(opening, commands)])
        }
        let outcome = carryOut(
            staffOrder(commands, proof: proof),
            in: house.company,
            knowing: planner.file.knowledge,
            at: now
        )
        guard !outcome.isRefused else { return outcome.transcript }
        let lines = commands.map(\.line).joined(separator: "\n").cut(toBytes: 4000)
        let acted = StaffFact.acted(
            by: person.address,
            proof: proof,
            commands: lines,
            code: "",
            facts: 0
        )
        plan.events.append(event(.staff(acted)))
        plan.further.add(outcome.further)
        return outcome.transcript
    }

    // Why #ouvrir opens nothing.
    private func notOpened(_ opening: ReadCommand, _ commands: [ReadCommand]) -> CommandProblem {
        if case .open(let client, _) = opening.command,
            house.isOurs(client) || house.isStaff(client)
                || house.company.owns(domain: client.domain)
        {
            return CommandProblem(
                line: opening.line,
                "\(client.text) est une adresse de la maison : donnez celle du client."
            )
        }
        if let odd = commands.first(where: { $0.verb != .open && !$0.verb.fitsNewDossier }) {
            return CommandProblem(
                line: odd.line,
                "« #\(odd.verb.rawValue) » veut un dossier ouvert : ouvrez-le d’abord, puis "
                    + "écrivez cette commande en réponse au compte rendu."
            )
        }
        return CommandProblem(
            line: opening.line,
            "Il manque ce que le client a dit : écrivez-le sous la commande, sur d’autres lignes."
        )
    }

    private func staffOrder(_ commands: [ReadCommand], proof: StaffProof) -> StaffOrder {
        StaffOrder(
            person: person,
            proof: proof,
            commands: commands,
            cause: cause,
            replyID: naming(.answer, cause),
            code: UndoCode.code(of: cause, on: ticket.number, key: planner.key)
        )
    }
}

extension Case {
    /// What is wrong with the numbers in the subject of a mail that belongs to no dossier, for
    /// whoever wrote it.
    fileprivate var wrongNumbers: [String] {
        let known = Set((answer.mentioned + answer.sealed).map(\.number))
        return ClientReply.mentions(in: reading.message.subject).prefix(3).compactMap { mention in
            switch mention {
            case .valid(let number):
                guard !known.contains(number), reading.house.isPrefixed(number.text) else {
                    return nil
                }
                return "L’objet nomme \(number.text) : ce dossier n’existe pas."
            case .mistyped(let shown):
                guard reading.house.isPrefixed(shown) else { return nil }
                return "L’objet nomme \(shown) : ce numéro n’a jamais été donné, un chiffre est "
                    + "faux. Corrigez-le, ou répondez à un mail du dossier."
            }
        }
    }
}
