// Where a filed mail meets its procedure: who handles a new ticket, what a client's further mail
// brings about, and the letters of both.

import Foundation

extension Planner {
    /// The moment from which clocks count: when the mail server received the mail, and never after
    /// now or before what the ticket knows already.
    ///
    /// A mail that is older than any stop of the service was never promised anything by it (a
    /// folder that is taken over, a copied mailbox): its clocks begin with its filing.
    func received(after earliest: Date = .distantPast) -> Date {
        let came = min(file.behalf?.writtenAt ?? .distantFuture, file.kept.receivedAt)
        let isOld = now.timeIntervalSince(came) > Self.promisedSecondsMaximum
        return max(isOld ? now : min(came, now), earliest)
    }

    /// How long before its filing a mail may have come for its clocks to count from then: 3 days.
    static let promisedSecondsMaximum: TimeInterval = 3 * 86_400

    /// Who handles a new ticket that begins with some events, named in its first letter (C1): by
    /// role and load, and who is there until it is answered.
    func designatedHandler(of events: [TicketEvent]) -> Assignment? {
        guard file.destination.procedure == .complaint else { return nil }
        let procedure = ClockedTicket(events: events)
            .file(in: file.reading.house, loads: file.loads)
        return procedure?.nextHandler(at: now)
    }

    /// Whether the author works here: such a mail is nothing that a client did.
    var isByStaff: Bool {
        guard let author = file.reading.message.from?.address else { return false }
        return file.reading.house.company.staff.contains { $0.address == author }
    }

    /// What a client's mail brings about on the ticket that it follows up, the class that it gives
    /// it set already; nil where its author is not the client, or no store was asked.
    func reaction(
        at moment: Date,
        _ worse: TicketFact?
    ) -> (plan: ProcedurePlan, file: ProcedureCase)? {
        guard !file.identified.isByThirdParty, !isByStaff, file.reading.message.from != nil,
            let history = file.history?.file(in: file.reading.house, loads: file.loads)
        else { return nil }
        let procedure = history.adding(worse.map { [TicketEvent(at: moment, $0)] } ?? [])
        let mail = clientMail(on: procedure)
        return (react(to: mail, on: procedure, at: moment), procedure)
    }

    /// What a mail that opens a ticket brings about at once: an escalation (R2).
    func escalation(
        of events: [TicketEvent],
        at moment: Date
    ) -> (plan: ProcedurePlan, file: ProcedureCase)? {
        guard file.classification.escalation > 0 else { return nil }
        var mail = ClientMail(file.kept.id)
        mail.escalation = file.classification.escalation
        mail.words = file.reading.newText.cut(toBytes: ClientMail.wordsMaximum)
        var ticket = ClockedTicket(events: events)
        ticket.client = file.answer.client
        guard let procedure = ticket.file(in: file.reading.house, loads: file.loads) else {
            return nil
        }
        return (react(to: mail, on: procedure, at: moment), procedure)
    }

    // By itself a mail may look like a request: that it answers a letter only its ticket tells. So
    // what is asked of follow-ups is asked here of every mail that turned out to be one.
    private func clientMail(on history: ProcedureCase) -> ClientMail {
        let (reading, classification) = (file.reading, file.classification)
        var mail = ClientMail(file.kept.id)
        mail.closing = classification.closing
        let courtesy = reading.courtesy
        mail.isCourtesy = courtesy == .thanks
        mail.escalation = classification.escalation
        mail.words = reading.newText.cut(toBytes: ClientMail.wordsMaximum)
        var score = classification.surveyScore
        for list in [RuleBook.answer, RuleBook.escalation] where classification.nature == .request {
            switch list.lazy.compactMap({ $0.finding(in: reading)?.verdict }).first {
            case .closing(let answer): mail.closing = answer
            case .score(let note): score = note
            case .escalation(let level): mail.escalation = level
            case .criticality, .nature, .thread, .topic, .urgent, .note, nil: break
            }
        }
        // Who was asked and answers in two words quotes nothing.
        let wasAsked = history.ticket.state == .closed && history.line.last(.surveySent) != nil
        let mayAnswer = history.line.isSurveyOpen || wasAsked
        if score != nil || mayAnswer && mail.closing == nil && !mail.isCourtesy,
            let reply = reading.surveyReply(quotesQuestion: score != nil),
            history.line.isSurveyOpen || !reply.isDispleased && !reply.isUnclear
        {
            mail.survey = reply.answer
            mail.isDispleased = reply.isDispleased
            mail.isUnclear = reply.isUnclear
            mail.reportsFault = reading.reportsFaultBesideNotes
        }
        // Who answers no surveys has told nothing new of his case.
        if mayAnswer, mail.survey == nil, mail.escalation == 0, reading.declinesSurvey {
            (mail.isCourtesy, mail.closing) = (true, nil)
        }
        if mail.closing == nil, mail.survey == nil, !mail.isCourtesy {
            mail.closing = spokenAnswer(on: history)
        }
        // "Ok, c'est noté, merci": where that answers no question, it is courtesy.
        if courtesy == .agreement, mail.survey == nil, mail.closing.map({ $0 == .unclear }) ?? true
        {
            (mail.isCourtesy, mail.closing) = (true, nil)
        }
        return mail
    }

    // What was asked needs no quotation: whether all is well again, or, in a few words, whether the
    // answer to a complaint is accepted.
    private func spokenAnswer(on history: ProcedureCase) -> ClosingAnswer? {
        // What is closed is confirmed once more by whoever was slow to answer: nothing changes.
        let isAgreement =
            history.ticket.state == .closed
            || history.ticket.state != .resolved && history.awaitsAgreement
        guard history.ticket.state == .resolved || isAgreement,
            !isAgreement || file.reading.newText.utf8.count <= Self.agreementBytesMaximum
        else { return nil }
        // Who says that something is wrong agrees to nothing, whatever else the words may mean. The
        // subject of an answer is its dossier's, and names the fault that everybody knows.
        guard !isAgreement || file.reading.saysNothingWrong else { return nil }
        let answer = ClosingReader(file.reading).answer.0
        return answer == .confirms || !isAgreement && answer != .unclear ? answer : nil
    }

    /// Longer mails say more than that somebody agrees.
    private static let agreementBytesMaximum = 200

    /// Adds what a procedure decided; whether the client gets a letter of it.
    func add(
        _ decided: (plan: ProcedurePlan, file: ProcedureCase),
        to plan: inout FilingPlan,
        from mailbox: MailboxSettings
    ) -> Bool {
        plan.events += decided.plan.events
        let dossier = LetterDossier(decided.file, at: now)
        return add(decided.plan.letters, about: dossier, to: &plan, from: mailbox)
    }

    /// Adds letters that were ordered; whether the client gets one of them.
    ///
    /// What a person orders is no automatic letter and has no bound.
    func add(
        _ orders: [ProcedureLetter],
        about dossier: LetterDossier,
        to plan: inout FilingPlan,
        from mailbox: MailboxSettings,
        isByPerson: Bool = false
    ) -> Bool {
        var dossier = dossier
        dossier.thread = thread
        let mail = file.behalf?.mail ?? file.kept.id
        if !dossier.mails.contains(mail) { dossier.mails.append(mail) }
        let house = LetterHouse(
            company: file.reading.house.company,
            mailbox: mailbox,
            key: key,
            now: now
        )
        let bound =
            isByPerson
            ? nil
            : letterBound(
                for: file.reading,
                identification: file.identified.identification,
                answer: file.answer,
                about: dossier.number
            )
        var isForClient = false
        for order in orders {
            if order.kind.isForClient, let bound {
                let reason = file.reading.house.company.letterBounds.reason(bound)
                let fact = TicketFact.letterWithheld(file.kept.id, bound, reason: reason)
                plan.events.append(TicketEvent(at: now, fact))
                plan.acknowledgement = .notDue(reason: reason)
                isForClient = true
                continue
            }
            guard var letter = house.letter(order, about: dossier) else { continue }
            letter.notBefore = order.notBefore
            plan.letters.append(letter)
            plan.events.append(TicketEvent(at: now, .letterQueued(letter.kind, letter.id)))
            if order.kind.isForClient, !isForClient {
                isForClient = true
                plan.acknowledgement = .due(order.kind, reason: "answers what the client wrote")
            }
        }
        return isForClient
    }

    // What a letter goes on from: the first mail and the one in hand. A colleague's mail, which the
    // client has never had, tells him nothing: then the client's latest.
    private var thread: [MessageID] {
        let known = file.history?.thread ?? []
        let message = file.reading.message
        let readers = (message.to + message.cc).map(\.address)
        if case .followUp(let ticket, _) = file.identified.identification, isByStaff,
            !readers.contains(where: ticket.participants.contains)
        {
            return known
        }
        let first = Array(known.prefix(1))
        return first + [message.id].compactMap(\.self).filter { first != [$0] }
    }

    /// Answers a client who asks how his cases stand: the mail is kept with the latest of them.
    func status() -> FilingPlan? {
        guard file.reading.asksForStatus, let sender = file.reading.message.from?.address,
            file.reading.correspondent?.address == sender, let dossiers = file.dossiers
        else { return nil }
        let cases = dossiers.compactMap { $0.file(in: file.reading.house) }
            .filter { $0.ticket.opening.requester?.address == sender }
        guard let latest = cases.last else { return statusOfNothing() }
        let reason = cases.count == 1 ? ShortMail.asksOfOne : ShortMail.asksOfMany
        var plan = putWith(latest.ticket.number, because: reason)
        var matter = LetterMatter()
        matter.dossiers = cases.map { LetterDossier($0, at: now) }
        let order = ProcedureLetter(
            .status,
            cause: "mail.\(file.kept.id.row)",
            notBefore: now,
            matter: matter
        )
        let house = file.reading.house
        let mailbox =
            house.mailbox(named: latest.ticket.opening.mailbox) ?? file.reading.mailbox
        let dossier = LetterDossier(latest, at: now)
        if add([order], about: dossier, to: &plan, from: mailbox), !plan.letters.isEmpty {
            plan.disposition = .append
        }
        return plan
    }

    // Nothing of his is open: the letter says so, and no clock begins. What he wrote is kept with
    // the case that he asks about, or by itself.
    private func statusOfNothing() -> FilingPlan? {
        guard !file.classification.nature.isAutomatic, !isByStaff,
            !file.identified.isByThirdParty
        else { return nil }
        let reason = "asks how a case stands, and none of his is open"
        var plan: FilingPlan
        var dossier = LetterDossier(
            number: number,
            procedure: file.destination.procedure,
            client: file.reading.correspondent,
            subject: file.reading.topic,
            language: file.classification.language
        )
        switch file.identified.identification {
        case .followUp(let ticket, _):
            guard ticket.state == .closed else { return nil }
            plan = putWith(ticket.number, because: reason)
            (dossier.number, dossier.procedure) = (ticket.number, ticket.procedure)
            (dossier.subject, dossier.language) = (ticket.subject, ticket.language)
        case .new, .duplicate, .bounce, .ownMail:
            guard acknowledgement().isDue else { return nil }
            plan = keepClosed(because: reason)
        }
        let order = ProcedureLetter(
            .status,
            cause: "mail.\(file.kept.id.row)",
            notBefore: now,
            matter: LetterMatter()
        )
        _ = add([order], about: dossier, to: &plan, from: file.reading.mailbox)
        if !plan.letters.isEmpty {
            plan.disposition = plan.ticket == number ? .file : .append
        }
        return plan
    }
}
