// Where a filed mail is a colleague's: with proof it is carried out, without proof it is a draft
// about which the registered address is asked once, and a colleague's own request is a client's.
//
// A letter about it goes to the registered address, never to where the mail says answers should go.

import Foundation

extension Planner {
    /// What a colleague's mail on a dossier comes to; nil where it is no colleague's, or where the
    /// colleague is a client on that dossier.
    func staffMail(on ticket: TicketSummary) -> FilingPlan? {
        guard let person = file.reading.staffSender,
            !ticket.participants.contains(person.address),
            let procedure = file.history?.file(in: file.reading.house, loads: file.loads)
        else { return nil }
        let desk = StaffMailDesk(planner: self, person: person, procedure: procedure)
        switch file.staffVerdict(on: ticket.number, at: now, key: key) {
        case .notStaff: return nil
        case .unproven(_, let reason): return desk.draft(because: reason)
        case .proven(_, let proof): return desk.proven(by: proof)
        }
    }
}

/// One colleague's mail on one dossier.
struct StaffMailDesk {
    let planner: Planner
    let person: StaffMember
    let procedure: ProcedureCase

    var file: Case { planner.file }
    var reading: Reading { file.reading }
    var house: HouseSettings { reading.house }
    var ticket: Ticket { procedure.ticket }
    var now: Date { planner.now }
    var mail: MailID { file.kept.id }
    var events: [TicketEvent] { file.history?.events ?? [] }
    var parts: StaffText { parts(of: reading.message.text) }
    var hold: Double { Double(house.company.staffMail.holdMinutes) * 60 }

    var mailbox: MailboxSettings {
        file.history?.mailbox(of: ticket, in: house) ?? reading.mailbox
    }

    var cause: String { "staff.\(mail.row)" }

    var naming: LetterNaming {
        letterNaming(about: ticket.number, domain: house.company.domain, key: planner.key)
    }

    private var stationery: LetterHouse {
        LetterHouse(company: house.company, mailbox: mailbox, key: planner.key, now: now)
    }

    // MARK: - Without proof

    func draft(because reason: String) -> FilingPlan {
        let decision = UnprovenMail(
            reading,
            reason: reason,
            isAutomatic: file.classification.nature.isAutomatic,
            questionsOnTicket: questionsAsked,
            questionsToPerson: file.questions.count(at: now)
        )
        switch decision {
        case .keep(let reason):
            var plan = planner.putWith(
                ticket.number,
                because: "claims to be \(person.address.text)’s: \(reason)"
            )
            if !file.classification.nature.isAutomatic { tellLater(ticket.number, in: &plan) }
            return plan
        case .ask where isOfNoDossier: return tell(Self.tellsOfNoDossier)
        case .ask(let reason):
            let isLate = reason.contains(StaffVerdict.tooOld)
            return ask(
                "Un message a été reçu en votre nom sur ce dossier, sans preuve qu’il est de vous"
                    + (isLate ? " : il répond à une lettre trop ancienne. " : ". ")
                    + "Rien n’a été exécuté ni envoyé.\n"
                    + "Est-il de vous ? Répondez « oui » ; sinon, ne répondez pas.\n"
                    + "Son texte : « \(ownWords) »"
                    + ownParts.told,
                because: "kept as a draft: \(reason)",
                isYesOnly: true
            )
        }
    }

    /// What is kept without a question is told together with others, once an hour at most.
    func tellLater(_ number: TicketNumber, in plan: inout FilingPlan) {
        var tally = file.tallies[person.address] ?? NoticeTally(since: now)
        tally.hold(number, at: now)
        plan.tallies[person.address] = tally
    }

    // Keeps the mail's text, and asks at the registered address.
    func ask(
        _ question: String,
        because reason: String,
        keeping text: String? = nil,
        isYesOnly: Bool = false
    ) -> FilingPlan {
        var plan = planner.putWith(ticket.number, because: reason)
        let letter = toPerson(question, cause: "\(cause).question")
        let draft = StaffFact.draftKept(
            mail,
            claimedBy: person.address,
            question: letter?.id,
            text: kept(text ?? reading.message.text)
        )
        plan.events.append(event(.staff(draft)))
        if isYesOnly {
            plan.events.append(event(.staff(.yesAwaited(mail, from: person.address))))
        }
        if let parts = draftParts { plan.events.append(event(.staff(parts))) }
        send(letter, in: &plan)
        count(in: &plan)
        return plan
    }

    /// Counts a question.
    func count(in plan: inout FilingPlan) {
        var tally = file.questions
        tally.add(at: now)
        plan.questions = tally
    }

    // MARK: - With proof

    /// What the colleague has written, without what it answers, as a question shows it.
    var ownWords: String { shown(words(of: parts(of: kept(reading.message.text)))) }

    func parts(of text: String) -> StaffText {
        StaffText(of: text, signedBy: person.name, answering: file.exchanges.map(\.text))
    }

    func proven(by proof: StaffProof) -> FilingPlan {
        if let bounded = robotBound { return bounded }
        if isOfNoDossier { return tell(Self.tellsOfNoDossier) }
        if isSentDirectly, parts.commandLines.isEmpty {
            return planner.joined(by: person.address, on: procedure)
        }
        if asksToStop(parts) {
            // Where nothing waits to leave, it is the answer to what we have asked.
            let isHolding = !ClientReply.waiting(on: events, in: house.company, at: now).isEmpty
            return isHolding ? recall() : answered(parts) ?? recall()
        }
        if let kept = unsendable(parts) { return kept }
        let parser = CommandParser(company: house.company, at: now, by: person)
        switch parser.read(parts.commandLines) {
        case .problems(let problems): return refuse(problems)
        case .commands(let commands):
            return replacing(order(commands, parts, with: ownParts, proof), by: parts)
        }
    }

    private func order(
        _ commands: [ReadCommand],
        _ written: StaffText,
        with parts: ReplyParts,
        _ proof: StaffProof,
        isConfirmed: Bool = false
    ) -> FilingPlan {
        let message = written.message
        if case .undo(let code)? = commands.first?.command, commands.count == 1 {
            return undo(code, isAlone: message.isEmpty)
        }
        if file.history?.isErrand == true {
            var plan = blank(because: "\(person.address.text) asks without a dossier")
            let transcript = errand(commands, isConfirmed ? .confirmed : proof, &plan)
            if isConfirmed { plan.events += errandsEnd }
            tell(
                transcript.text(in: house.company.calendar),
                enclosing: transcript.files,
                in: &plan
            )
            return plan
        }
        if !isConfirmed, let question = strayQuestion {
            return ask(
                question,
                because: "kept as a draft: the subject names another dossier",
                isYesOnly: true
            )
        }
        let isDelivered = isSentDirectly && !isConfirmed
        let isInternal = commands.contains { [.note, .spam].contains($0.verb) } || isDelivered
        let given = ClientReply(message, with: parts, on: ticket, house: house, mailbox: mailbox)
        if !message.isEmpty, !isInternal, !isConfirmed,
            let doubt = doubt(about: given, isDoubtful: written.isDoubtful)
        {
            return ask(doubt.question, because: doubt.reason)
        }
        var order = StaffOrder(
            person: person,
            proof: isConfirmed ? .confirmed : proof,
            commands: commands,
            message: given.text,
            cause: cause,
            replyID: isDelivered ? nil : naming(.answer, cause),
            code: UndoCode.code(of: cause, on: ticket.number, key: planner.key)
        )
        order.isDelivered = isDelivered
        order.breach = toldBreach
        var outcome = carryOut(
            order,
            on: procedure,
            knowing: file.knowledge,
            at: now,
            name: naming
        )
        if isDelivered {
            let isSilent = !outcome.letters.contains { $0.kind.isForClient }
            outcome.transcript.warnings.append(
                Self.toldOfDirectMail
                    + (isSilent
                        ? " Rien d’autre ne lui est envoyé." : " La lettre ci-dessous s’y ajoute.")
            )
        }
        return file(outcome, given)
    }

    private func file(_ given: StaffPlan, _ reply: ClientReply) -> FilingPlan {
        var outcome = given
        var plan = blank(because: "\(person.address.text) works on it")
        if outcome.isRefused, isSentDirectly {
            plan = planner.joined(by: person.address, on: procedure)
        }
        plan.events += outcome.events
        _ = planner.add(
            outcome.letters,
            about: LetterDossier(procedure, at: now),
            to: &plan,
            from: mailbox,
            isByPerson: true
        )
        let letters = outcome.write(
            reply,
            by: person,
            on: procedure,
            thread: file.history?.thread ?? [],
            cause: cause,
            from: stationery
        )
        for letter in letters { send(letter, in: &plan) }
        plan.further = outcome.further
        plan.letters += plan.further.writeLetters(of: house, key: planner.key, at: now)
        let transcript = outcome.transcript
        tell(
            transcript.text(in: house.company.calendar),
            enclosing: transcript.files,
            in: &plan
        )
        return plan
    }

    // MARK: - Taking back, confirming, undoing

    /// Carries out the draft that the colleague calls his own.
    func confirm(_ draft: AskedDraft) -> FilingPlan {
        let decided = StaffFact.draftDecided(draft.mail, by: person.address, isTheirs: true)
        let parts = parts(of: draft.text)
        var plan: FilingPlan
        switch CommandParser(company: house.company, at: now, by: person).read(parts.commandLines) {
        case .problems(let problems):
            plan = refuse(problems)
            plan.events += errandsEnd
        case .commands(let commands):
            plan = order(
                commands,
                parts,
                with: keptParts(of: draft.mail),
                .confirmed,
                isConfirmed: true
            )
        }
        plan.events.insert(event(.staff(decided)), at: min(1, plan.events.count))
        return plan
    }

    private func undo(_ code: String, isAlone: Bool) -> FilingPlan {
        let merged = file.knowledge.histories
        var undone = Desk.undo(
            code,
            by: person.address,
            in: events,
            merged: merged,
            waiting: ClientReply.waiting(
                on: events + merged.values.flatMap(\.self),
                in: house.company,
                at: now
            ),
            staff: house.company.staff,
            at: now
        )
        if !isAlone {
            undone.results.append("Votre texte n’est pas parti : « #annuler » s’écrit seul.")
        }
        var plan = blank(because: "\(person.address.text) works on it")
        plan.events += undone.events
        tell(undone.results.joined(separator: "\n"), in: &plan)
        plan.further.tickets = undone.others
        plan.further.recalls = undone.recalls.map {
            UndeliveredLetter(id: $0, reason: "stopped by \(person.address.text)")
        }
        if !undone.isRefused { tellAuthors(ofStopped: undone.recalls, undone: code, in: &plan) }
        return plan
    }

    // MARK: - Parts

    private func refuse(_ problems: [CommandProblem]) -> FilingPlan {
        var transcript = Transcript(refusing: problems)
        guard isSentDirectly else { return tell(transcript.text(in: house.company.calendar)) }
        // What the client has had is said, whatever becomes of the commands.
        transcript.warnings.append(Self.toldOfDirectMail)
        var plan = planner.joined(by: person.address, on: procedure)
        tell(transcript.text(in: house.company.calendar), in: &plan)
        return plan
    }

    func tell(_ text: String) -> FilingPlan {
        var plan = blank(because: "\(person.address.text) works on it")
        tell(text, in: &plan)
        return plan
    }

    /// Adds the transcript to a plan that is complete but for it: it shows the dossier as the
    /// plan leaves it.
    func tell(_ text: String, enclosing files: [Enclosure] = [], in plan: inout FilingPlan) {
        var letter = toPerson(text, cause: "\(cause).transcript", after: plan.events)
        letter?.enclosures = files
        send(letter, in: &plan)
    }

    func blank(because reason: String) -> FilingPlan {
        var plan = planner.putWith(ticket.number, because: reason)
        plan.disposition = .append
        // Whoever is at work on a dossier takes no part in it as a client.
        plan.events = [event(.heard(mail, from: person.address))]
        return plan
    }

    func event(_ fact: TicketFact) -> TicketEvent { TicketEvent(at: now, fact) }

    func send(_ letter: Letter?, in plan: inout FilingPlan) {
        guard let letter else { return }
        plan.letters.append(letter)
        plan.events.append(event(.letterQueued(letter.kind, letter.id)))
    }

    // A letter to the registered address, whose answer proves who answers.
    func toPerson(_ text: String, cause: String, after events: [TicketEvent] = []) -> Letter? {
        let procedure = procedure.adding(events)
        let days = Double(house.company.staffMail.capabilityDays)
        let capability = StaffCapability(
            on: ticket.number,
            for: person.address,
            until: now.addingTimeInterval(days * 86_400)
        )
        let name = KeyedMessageID(
            kind: .transcript,
            cause: cause,
            capability: capability,
            key: planner.key
        )
        var matter = LetterMatter()
        matter.text = text
        let order = ProcedureLetter(
            .transcript,
            to: person.address,
            cause: cause,
            notBefore: now,
            matter: matter
        )
        guard let id = name.messageID(domain: house.company.domain, key: planner.key),
            var letter = stationery.letter(order, about: LetterDossier(procedure, at: now))
        else { return nil }
        letter.id = id
        letter.inReplyTo = reading.message.id
        letter.references = reading.message.id.map { [$0] } ?? []
        letter.notBefore = now
        if house.company.threading.tagsReplies {
            letter.replyTo = capability.replyAddress(at: mailbox.address.address, key: planner.key)
                .map { NamedAddress($0, name: mailbox.address.name) }
        }
        return letter
    }
}
