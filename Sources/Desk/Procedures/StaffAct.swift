// What a person of the company does to a ticket, by mail, by the command line or on the telephone,
// and what follows: facts, moves between states, letters.

package import Foundation

/// An act of a person on a ticket.
package enum StaffAct: Hashable, Sendable {
    /// A message to the client.
    case answer
    /// The formal acknowledgement of a complaint (C2).
    case acknowledgeFormally
    /// The substantive answer to a complaint (C3, C5).
    case answerInSubstance(SubstantiveAnswer)
    /// An interim report with a new date (C4).
    case report(text: String, until: Date)
    /// News, and when there will be more (S5).
    case tellProgress(text: String, next: Date?)
    /// A delay with its cause, and the new date (S5).
    case announceDelay(cause: String, until: Date?)
    /// A question to the client; the company waits for the answer.
    case askInformation(text: String)
    /// A visit is necessary.
    case needVisit
    /// The visit has a date.
    case planVisit(at: Date, in: DayPart? = nil)
    /// The visit has taken place.
    case concludeVisit
    /// The client is asked whether the case may be closed (S6).
    case askClosing
    /// The client has confirmed the closing another way than by mail.
    case confirmClosing
    /// A call with the client.
    case phone(note: String)
    /// The account manager's report on a call back, of which the client is told (R3).
    case reportCall(outcome: String)
    /// A negative report to the account manager (R3).
    case reportDissatisfaction(note: String)
    /// The answer to an escalation (R2).
    case answerEscalation(level: Int)
    /// Another class (S3).
    case classify(Criticality, reason: String)
    /// Another urgency of a complaint (C3).
    case setUrgency(Bool, reason: String)
    /// Another handler.
    case assign(EmailAddress)
    /// The decision about a penalty (R11).
    case decidePenalty(PromiseKey, PenaltyDecision, reason: String)
}

extension StaffAct {
    /// Whether the client is told of work to come, so that nothing can be over yet.
    fileprivate var announcesWork: Bool {
        switch self {
        case .report, .announceDelay, .needVisit, .planVisit: true
        case .tellProgress(_, let next): next != nil
        case .answer, .acknowledgeFormally, .answerInSubstance, .askInformation, .concludeVisit,
            .askClosing, .confirmClosing, .phone, .reportCall, .reportDissatisfaction,
            .answerEscalation, .classify, .setUrgency, .assign, .decidePenalty:
            false
        }
    }
}

/// What a person's act brings about; `cause` names the act among those on its ticket.
///
/// `message` is the letter that carries the person's own text, if there is one: the date of a visit
/// and the question about the closing go with it then, and have no letter of their own.
package func act(
    _ act: StaffAct,
    by person: EmailAddress,
    on file: ProcedureCase,
    message: MessageID? = nil,
    cause: String,
    at now: Date,
    name: LetterNaming
) -> ProcedurePlan {
    var acting = Acting(file: file, person: person, carrier: message, cause: cause, now: now)
    acting.carry(out: act, name)
    return acting.plan
}

private struct Acting {
    let file: ProcedureCase
    let person: EmailAddress
    let carrier: MessageID?
    let cause: String
    let now: Date
    var plan = ProcedurePlan()

    init(
        file: ProcedureCase,
        person: EmailAddress,
        carrier: MessageID?,
        cause: String,
        now: Date
    ) {
        self.file = file
        self.person = person
        self.carrier = carrier
        self.cause = cause
        self.now = now
    }

    mutating func carry(out act: StaffAct, _ name: LetterNaming) {
        if act.announcesWork { resume(act) }
        switch act {
        case .answer, .acknowledgeFormally, .answerInSubstance, .report, .tellProgress,
            .announceDelay, .askInformation, .planVisit, .answerEscalation:
            tell(act, name)
        case .needVisit: add(.answer(.visitNeeded(by: person)))
        case .concludeVisit: add(.answer(.visitDone(by: person)))
        case .phone(let note): add(.answer(.phoneCalled(by: person, note: note)))
        case .askClosing:
            let letter = carrier ?? order(.closingAsked, name)
            add(.closing(.asked(PersonalMessage(by: person, letter: letter))))
            if file.ticket.handler == nil {
                add(.assigned(person, reason: "was the first to answer"))
            }
            move(to: .resolved, "the client is asked to confirm")
        case .confirmClosing:
            add(.closing(.confirmed(nil)))
            add(.closing(.concluded(.confirmed)))
            move(to: .closed, "the client confirmed to \(person.text)")
            order(.closed, name) { $0.ground = .confirmed }
        case .reportCall(let outcome):
            add(.answer(.calledBack(by: person, outcome: outcome)))
            // The report is the company's own; the client gets a letter in his language, which
            // waits as a colleague's message does.
            order(.callBackFollowUp, name)
            plan.letters[plan.letters.count - 1].notBefore =
                now + ClientReply.holdSeconds(in: file.company)
        case .reportDissatisfaction(let note):
            add(.right(.badReport(by: person, note: note)))
        case .classify(let criticality, let reason):
            add(.classified(criticality: criticality, urgent: file.ticket.isUrgent, reason: reason))
        case .setUrgency(let isUrgent, let reason):
            add(
                .classified(
                    criticality: file.ticket.criticality,
                    urgent: isUrgent,
                    reason: reason
                )
            )
        case .assign(let handler):
            guard handler != file.ticket.handler else { return }
            add(.assigned(handler, reason: "by \(person.text)"))
            guard file.ticket.handler != nil else { return }
            order(.handlerReplaced, name) { $0.person = handler }
        case .decidePenalty(let key, let decision, let reason):
            add(.promise(.penalty(key, decision, by: person, reason: reason)))
        }
    }

    // Whoever writes first to the client takes an unassigned ticket up.
    private mutating func tell(_ act: StaffAct, _ name: LetterNaming) {
        var own = PersonalMessage(by: person, letter: carrier)
        var next = TicketState.open
        switch act {
        case .acknowledgeFormally: add(.answer(.formalAcknowledgement(own)))
        case .answerInSubstance(let answer):
            add(.answer(.substantiveAnswer(own, answer)))
            guard answer.missing.isEmpty else {
                order(.answerIncomplete, to: person, name) { $0.missing = answer.missing }
                break
            }
        case .report(let text, let until):
            own.letter = order(.extended, name) {
                ($0.text, $0.date) = (CourtesyFrame(text).body, until)
            }
            add(.answer(.interimReport(own, until: until)))
        case .tellProgress(let text, let date):
            own.letter = order(.progress, name) {
                ($0.text, $0.date) = (CourtesyFrame(text).body, date)
            }
            add(.answer(.progressTold(own, next: date)))
        case .announceDelay(let text, let until):
            own.letter = order(.delayAnnounced, name) {
                ($0.text, $0.date) = (CourtesyFrame(text).body, until)
            }
            add(.answer(.delayAnnounced(own, cause: text, until: until)))
        case .askInformation(let text):
            own.letter = order(.informationNeeded, name) {
                $0.text = CourtesyFrame(text).body
            }
            add(.answer(.informationAsked(own)))
            next = .waitingClient
        case .planVisit(let date, let part):
            own.letter = carrier ?? order(.visitPlanned, name) { ($0.date, $0.part) = (date, part) }
            add(.answer(.visitPlanned(own, at: date)))
        case .answerEscalation(let level):
            add(.answer(.escalationAnswered(own, level: min(max(level, 1), 2))))
        case .answer, .needVisit, .concludeVisit, .askClosing, .confirmClosing, .phone,
            .reportCall, .reportDissatisfaction, .classify, .setUrgency, .assign, .decidePenalty:
            add(.answer(.humanAnswer(own)))
        }
        if file.ticket.handler == nil {
            add(.assigned(person, reason: "was the first to answer"))
        }
        // An answer takes a new ticket up, and does not reopen one that is over.
        if file.ticket.state == .new || next == .waitingClient {
            move(to: next, ProcedurePlan.answered)
        }
    }

    // Whoever promises more has not finished. A complaint whose answer is promised anew owes it.
    private mutating func resume(_ act: StaffAct) {
        guard file.ticket.state == .resolved else { return }
        if case .report = act {
            move(to: .open, "reopened by \(person.text): an answer is promised")
        } else {
            move(to: .open, ProcedurePlan.resumed)
        }
    }

    private mutating func move(to next: TicketState, _ reason: String) {
        guard file.ticket.state.canMove(to: next) else { return }
        add(.moved(next, reason: reason))
    }

    private mutating func add(_ fact: TicketFact) { plan.events.append(TicketEvent(at: now, fact)) }

    @discardableResult
    private mutating func order(
        _ kind: LetterKind,
        to: EmailAddress? = nil,
        _ name: LetterNaming,
        _ fill: (inout LetterMatter) -> Void = { _ in }
    ) -> MessageID? {
        var matter = LetterMatter()
        // Whoever has written signs, whoever looks after the dossier.
        matter.person = kind.isForClient ? person : nil
        fill(&matter)
        let letter = ProcedureLetter(kind, to: to, cause: cause, notBefore: now, matter: matter)
        plan.letters.append(letter)
        return name(kind, cause)
    }
}
