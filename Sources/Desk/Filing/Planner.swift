// The five ways in which a plan can end, each a function that lists the events in their order.

import Foundation

/// Writes plans for one case.
struct Planner {
    let file: Case
    let number: TicketNumber
    let now: Date
    let key: KeyedHash
    /// What a colleague's commands above the client's mail bring about: it stands before the
    /// letters of that mail, which tell of the class and the handler that it sets.
    var orders: [TicketEvent] = []
    /// Whether they say who handles the dossier: then nobody is designated.
    var isHandlerGiven = false

    var kept: KeptMail { file.kept }
    private var message: InboundMessage { file.reading.message }
    private var nature: Nature { file.classification.nature }

    /// Lists the mail for a person to look at; nothing else happens.
    func quarantine(because reason: String) -> FilingPlan {
        blank(.quarantine, reason: reason, acknowledgement: .notDue(reason: reason))
    }

    /// Keeps the mail, on a ticket where there is one; nothing is sent and no state changes.
    func putWith(_ ticket: TicketNumber?, because reason: String) -> FilingPlan {
        var plan = blank(.fileQuiet, reason: reason, acknowledgement: .notDue(reason: reason))
        plan.ticket = ticket
        plan.events = ticket == nil ? [] : [event(.noted(kept.id, reason: reason))]
        return plan
    }

    /// Records what became of one of our letters; only a final failure changes anything.
    func recordBounce(on ticket: TicketSummary, letter: MessageID) -> FilingPlan {
        // A mail that is no bounce by its own words proves nothing about a letter.
        guard let report = file.reading.bounce?.leading else {
            return putWith(ticket.number, because: "a machine writes about one of our letters")
        }
        switch report.action {
        case .delivered, .relayed, .expanded:
            return putWith(ticket.number, because: "a letter arrived: \(report.sentence)")
        case .delayed:
            return putWith(ticket.number, because: "a letter is delayed: \(report.sentence)")
        case .failed, nil:
            let told = report.sentence
            var plan = putWith(ticket.number, because: "a letter did not arrive: \(told)")
            plan.undelivered = UndeliveredLetter(id: letter, reason: told)
            plan.events.append(
                event(
                    .letterUndelivered(
                        letter,
                        recipient: report.recipient,
                        status: report.status,
                        reason: told
                    )
                )
            )
            return plan
        }
    }

    /// Why a mail is noted whose sender nobody can tell.
    static let uncertainSender = "its sender is uncertain"

    /// Adds a person's mail to its ticket, which opens again where it waited or was over.
    func append(to ticket: TicketSummary) -> FilingPlan {
        let answer = acknowledgement()
        var plan = blank(
            .append,
            reason: "belongs to \(ticket.number.text)",
            acknowledgement: answer
        )
        plan.ticket = ticket.number
        let moment = received(after: file.history?.events.last?.at ?? .distantPast)
        if let author = message.from?.address {
            let isThirdParty = file.identified.isByThirdParty
            let fact: TicketFact =
                isThirdParty ? .heard(kept.id, from: author) : .joined(kept.id, from: author)
            plan.events.append(TicketEvent(at: moment, fact))
        } else {
            plan.events.append(event(.noted(kept.id, reason: Self.uncertainSender)))
        }
        let mailbox = file.reading.house.mailbox(named: ticket.mailbox) ?? file.reading.mailbox
        // What the mail makes worse holds for the delays that its own answer states.
        let worse = Worsening(of: ticket, by: file.reading, key: key).map { worse in
            TicketFact.classified(
                criticality: worse.criticality,
                urgent: worse.isUrgent,
                reason: worse.reason
            )
        }
        if let worse { plan.events.append(TicketEvent(at: moment, worse)) }
        let reaction = reaction(at: moment, worse)
        let isAnswered = reaction.map { add($0, to: &plan, from: mailbox) } ?? false
        if reaction == nil, !isByStaff, ticket.state.isInterrupted {
            plan.events.append(
                event(
                    .moved(.open, reason: "the client wrote while it was \(ticket.state.rawValue)")
                )
            )
        }
        plan.events += orders
        guard !isAnswered else { return plan }
        addLetter(
            to: &plan,
            about: ticket.number,
            from: mailbox,
            handler: handler(at: ticket.handler)
        )
        return plan
    }

    /// Opens a ticket; a quiet one is kept for people to see and never writes by itself.
    func open(quietly isQuiet: Bool, because reason: String) -> FilingPlan {
        let destination = file.destination
        let answer: Acknowledgement =
            isQuiet ? .notDue(reason: quietReason ?? reason) : acknowledgement()
        var plan = blank(isQuiet ? .fileQuiet : .file, reason: reason, acknowledgement: answer)
        plan.ticket = number
        plan.events = [opened(quietly: isQuiet)]
        if let entry = file.entry {
            let fact = RightFact.entered(entry.channel, by: entry.person)
            plan.events.append(TicketEvent(at: received(), .right(fact)))
        }
        if let client = file.answer.client {
            plan.events.append(event(.recognised(client.name, contract: file.contract(on: now))))
        }
        if !isQuiet { plan.events.append(event(classified)) }
        plan.events += links.map { event(.linked($0)) }
        let handler = isQuiet || isHandlerGiven ? nil : designatedHandler(of: plan.events)
        if let handler {
            plan.events.append(event(.assigned(handler.person.address, reason: handler.reason)))
        }
        plan.events += orders
        let events = plan.events
        addLetter(to: &plan, about: number, from: destination, handler: handler?.person)
        if !isQuiet, let demanded = escalation(of: events, at: received()) {
            let acknowledgement = plan.acknowledgement
            _ = add(demanded, to: &plan, from: destination)
            plan.acknowledgement = acknowledgement
        }
        if isQuiet, nature == .bulk || nature == .receipt {
            plan.events.append(
                event(.moved(.closed, reason: "asks for nothing (\(nature.rawValue))"))
            )
        }
        return plan
    }

    /// Opens a complaint about a running repair, and notes it there.
    func openComplaint(about repair: TicketNumber) -> FilingPlan {
        var plan = open(quietly: false, because: "a complaint about \(repair.text)")
        let noted = TicketFact.noted(kept.id, reason: "its client complains: \(number.text)")
        plan.further.tickets.append(TicketEvents(repair, [event(noted)]))
        return plan
    }

    /// Keeps a mail that asks for nothing more than its answer: as a ticket that is closed at once,
    /// and open to whoever answers to it one day.
    func keepClosed(because reason: String) -> FilingPlan {
        var plan = blank(.fileQuiet, reason: reason, acknowledgement: .notDue(reason: reason))
        plan.ticket = number
        plan.events = [opened(quietly: false), event(.moved(.closed, reason: reason))]
        return plan
    }

    /// Archives a mail from before the mailbox was taken over: where it begins a ticket, that one
    /// is closed at once, and open to whoever answers to it one day.
    func archive() -> FilingPlan {
        let reason = TicketTimeline.archived
        switch file.identified.identification {
        case .followUp(let ticket, _), .bounce(let ticket, _):
            return putWith(ticket.number, because: reason)
        case .duplicate(let original):
            return putWith(original.ticket, because: reason)
        case .new, .ownMail:
            var plan = blank(.fileQuiet, reason: reason, acknowledgement: .notDue(reason: reason))
            plan.ticket = number
            // Its days are over: it bears the date of its mail, however old that is.
            let moment = min(kept.receivedAt, now)
            plan.events = [
                opened(quietly: nature.isAutomatic).fact, classified,
                .letterNotDue(kept.id, reason: reason), .moved(.closed, reason: reason),
            ].map { TicketEvent(at: moment, $0) }
            return plan
        }
    }

    // MARK: - Parts

    // Clocks count from the receipt: what the gateway was down for is no time of the client's.
    private func opened(quietly isQuiet: Bool) -> TicketEvent {
        TicketEvent(
            at: received(),
            .opened(
                TicketOpening(
                    number: number,
                    procedure: file.destination.procedure,
                    mailbox: file.destination.name,
                    mail: file.behalf?.mail ?? kept.id,
                    requester: file.named(requester(of: file.reading)),
                    subject: file.topic,
                    language: file.classification.language,
                    isQuiet: isQuiet
                )
            )
        )
    }

    private var classified: TicketFact {
        let deciding = file.classification.findings.last { finding in
            switch finding.verdict {
            case .criticality, .urgent: true
            case .nature, .topic, .escalation, .closing, .score, .thread, .note: false
            }
        }
        let faults = fault == nil ? [] : file.classification.findings.filter(\.isLiveFault)
        let reasons = ([deciding].compactMap { $0 } + faults).map { "\($0.rule): \($0.evidence)" }
        return .classified(
            criticality: file.classification.criticality ?? fault,
            urgent: file.classification.complaint?.isUrgent ?? false,
            reason: reasons.joined(separator: "; ")
        )
    }

    // A complaint that reports a live fault owes the promises of both procedures.
    private var fault: Criticality? {
        file.destination.procedure == .complaint ? file.classification.fault : nil
    }

    private var quietReason: String? {
        nature.isAutomatic ? "a machine wrote it (\(nature.rawValue))" : nil
    }

    // A complaint about a running repair is linked to it, whatever else it resembles.
    private var links: [TicketLink] {
        switch file.identified.identification {
        case .followUp(let ticket, _): [TicketLink(ticket.number, .complaint)]
        case .new, .duplicate, .bounce, .ownMail: file.identified.links
        }
    }

    private func handler(at address: EmailAddress?) -> StaffMember? {
        file.reading.house.company.staff.first { $0.address == address }
    }

    func acknowledgement() -> Acknowledgement {
        if file.identified.isByThirdParty {
            return .notDue(reason: "somebody wrote who is not on the ticket: told nothing of it")
        }
        let decided = Desk.acknowledgement(
            for: file.reading,
            destination: file.destination,
            nature: nature,
            identification: file.identified.identification,
            isOfItsOwn: file.isComplaintOfItsOwn,
            answer: file.answer
        )
        // For whom a colleague wrote has not written to a wrong mailbox.
        guard case .due(.wrongMailbox, let reason) = decided, file.entry != nil else {
            return decided
        }
        let isSAV = file.destination.procedure == .sav
        return .due(isSAV ? .savAcknowledgement : .complaintAcknowledgement, reason: reason)
    }

    // The fact that no letter goes out: where a bound withholds one that was due, which bound.
    private func notWritten(because reason: String) -> TicketFact {
        let bound = letterBound(
            for: file.reading,
            identification: file.identified.identification,
            answer: file.answer
        )
        let bounds = file.reading.house.company.letterBounds
        guard let bound, reason == bounds.reason(bound) else {
            return .letterNotDue(kept.id, reason: reason)
        }
        return .letterWithheld(kept.id, bound, reason: reason)
    }

    private func event(_ fact: TicketFact) -> TicketEvent { TicketEvent(at: now, fact) }

    private func addLetter(
        to plan: inout FilingPlan,
        about ticket: TicketNumber,
        from mailbox: MailboxSettings,
        handler: StaffMember?
    ) {
        switch plan.acknowledgement {
        case .notDue(let reason):
            plan.events.append(event(notWritten(because: reason)))
        case .due(let kind, _):
            var writer = LetterWriter(file: file, mailbox: mailbox, handler: handler, now: now)
            writer.passedOn = passedOn(as: plan.events)
            writer.ordered = ordered(in: plan.events)
            guard let letter = writer.letter(kind, about: ticket, key: key) else {
                let reason = "no letter can be addressed"
                plan.acknowledgement = .notDue(reason: reason)
                plan.events.append(event(.letterNotDue(kept.id, reason: reason)))
                return
            }
            plan.letters.append(letter)
            plan.lettersNotBefore = writer.notBefore
            plan.events.append(event(.letterQueued(kind, letter.id)))
        }
    }

    // The dossier of a mail that was passed on, where its clocks count from when it was written.
    private func passedOn(as events: [TicketEvent]) -> ProcedureCase? {
        guard file.entry?.channel == .forward, let written = file.behalf?.writtenAt,
            received() == written
        else { return nil }
        var ticket = ClockedTicket(events: events)
        ticket.client = file.answer.client
        return ticket.file(in: file.reading.house, loads: file.loads)
    }

    private func blank(
        _ disposition: Disposition,
        reason: String,
        acknowledgement: Acknowledgement
    ) -> FilingPlan {
        let followUp =
            switch file.identified.identification {
            case .followUp where !nature.isAutomatic && disposition == .append: true
            case .followUp, .new, .duplicate, .bounce, .ownMail: false
            }
        var plan = FilingPlan(
            mail: kept.id,
            disposition: disposition,
            reason: reason,
            acknowledgement: acknowledgement,
            ticket: nil,
            events: [],
            letters: [],
            lettersNotBefore: now,
            undelivered: nil,
            record: MailRecord(
                messageID: message.id,
                sender: message.from,
                senderText: message.fromText,
                subject: message.subject,
                text: file.reading.newText.cut(toBytes: MailRecord.textBytesMaximum),
                date: message.date,
                nature: followUp ? .followup : nature,
                defects: message.defects
            ),
            findings: file.identified.findings + file.classification.findings
        )
        plan.record.references = references
        plan.record.keywords =
            message.attachments.prefix(MailRecord.fileNamesMaximum).map(\.name)
            + (file.answer.client.map { [$0.name.text] } ?? [])
        return plan
    }

    // The first of a thread is in every mail of it, and the nearest are those that came last. What
    // a machine refers to proves nothing about people.
    private var references: [MessageID] {
        let parents = file.reading.marks.parents
        guard !nature.isAutomatic, message.from != nil, let first = parents.last else { return [] }
        return [first] + parents.dropLast().prefix(MailRecord.referencesMaximum - 1)
    }
}

extension String {
    /// The text, cut at a character before a number of bytes is passed.
    package func cut(toBytes bytesMaximum: Int) -> String {
        guard utf8.count > bytesMaximum else { return self }
        var end = utf8.index(startIndex, offsetBy: bytesMaximum)
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil {
            end = utf8.index(before: end)
        }
        return String(self[..<end])
    }
}
