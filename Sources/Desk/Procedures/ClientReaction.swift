// What a client's mail does to a procedure, beyond being filed: it confirms or refuses a closing,
// answers a survey, escalates, or only says thank you.
//
// The planner has read the mail; here its verdicts meet the ticket's history. The facts come after
// the `joined` of the same mail, which the planner writes.

package import Foundation

/// A client's mail on a ticket, as far as procedures care.
package struct ClientMail: Hashable, Sendable {
    /// The mail.
    package var mail: MailID
    /// The answer to the question whether the case may be closed; nil where it reads as none.
    package var closing: ClosingAnswer?
    /// Whether it says thank you and nothing else.
    package var isCourtesy = false
    /// The answer to a survey.
    package var survey: SurveyAnswer?
    /// Whether that answer is a negative report without notes (R3).
    package var isDispleased = false
    /// Whether that answer gives figures that are no notes.
    package var isUnclear = false
    /// Whether it reports, beside an answer to a survey, that something is wrong now.
    package var reportsFault = false
    /// The level to which it escalates: 0, 1 or 2.
    package var escalation = 0

    /// What it says, for whom it is put before.
    package var words = ""

    /// As much of it as a letter repeats, in bytes.
    static let wordsMaximum = 8_000

    /// A mail that says nothing particular.
    package init(_ mail: MailID) { self.mail = mail }
}

/// What a client's mail brings about.
package func react(
    to mail: ClientMail,
    on file: ProcedureCase,
    at now: Date
) -> ProcedurePlan {
    guard !file.ticket.opening.isQuiet else { return ProcedurePlan() }
    var reaction = ClientReaction(file: file, mail: mail, now: now)
    reaction.run()
    return reaction.plan
}

private struct ClientReaction {
    let file: ProcedureCase
    let mail: ClientMail
    let now: Date
    var plan = ProcedurePlan()

    init(file: ProcedureCase, mail: ClientMail, now: Date) {
        self.file = file
        self.mail = mail
        self.now = now
    }

    mutating func run() {
        if mail.escalation > 0 { escalate(to: min(mail.escalation, 2)) }
        if let answer = mail.survey, file.line.isSurveyOpen || file.ticket.state == .closed {
            take(answer)
        } else if mail.isCourtesy, mail.escalation == 0 {
            add(.closing(.thanked(mail.mail)))
        } else {
            follow()
        }
    }

    // MARK: - Closing (S6, C6)

    private mutating func follow() {
        let state = file.ticket.state
        switch (state, mail.closing) {
        case (.resolved, .confirms):
            conclude()
        case (.closed, .confirms):
            confirmLate()
        case (_, .confirms) where file.awaitsAgreement:
            conclude()
        case (.resolved, .refuses), (.resolved, .unclear), (.resolved, nil), (.closed, .refuses),
            (.closed, .unclear), (.closed, nil):
            reopen()
        case (.waitingClient, _):
            add(.moved(.open, reason: "the client has answered"))
        case (.new, _), (.open, _):
            break
        }
    }

    // Said again, or slowly: it stays closed, nothing begins, and what was closed without an answer
    // has one now.
    private mutating func confirmLate() {
        add(.closing(.thanked(mail.mail)))
        guard let ground = file.line.ground, ground != .confirmed else { return }
        add(.closing(.confirmed(mail.mail)))
        add(.closing(.concluded(.confirmed)))
    }

    private mutating func conclude() {
        add(.closing(.confirmed(mail.mail)))
        add(.closing(.concluded(.confirmed)))
        add(.moved(.closed, reason: "the client confirmed"))
        var matter = LetterMatter()
        matter.ground = .confirmed
        order(.closed, matter: matter)
    }

    private mutating func reopen() {
        let isRefusal = mail.closing == .refuses
        if isRefusal { add(.closing(.refused(mail.mail))) }
        let reason =
            isRefusal
            ? "the client refused the closing" : "the client brought something new"
        add(.moved(.open, reason: reason))
        // Who escalates is answered by that letter alone.
        guard mail.escalation == 0 else { return }
        order(.reopened, matter: takingUp())
    }

    // Who takes a reopened case up where its handler is not there: the one letter says it, and no
    // word of a replacement follows (R1).
    private mutating func takingUp() -> LetterMatter {
        var matter = LetterMatter()
        guard let handler = file.ticket.handler else { return matter }
        let today = file.calendar.day(of: now)
        guard let member = file.rotation.member(handler), member.works(on: today) else {
            guard let choice = file.nextHandler(at: now) else { return matter }
            add(.assigned(choice.person.address, reason: "\(handler.text) has left"))
            matter.person = choice.person.address
            return matter
        }
        guard let absence = member.absences.first(where: { $0.contains(today) }) else {
            return matter
        }
        let from = absence.lowerBound
        // Whoever gets the mail today, or on the first day on which somebody does.
        guard
            let deputy = file.standIns(duringAbsenceFrom: from, of: handler, at: now).first?.person
        else { return matter }
        add(.right(.replacementTold(absent: handler, deputy: deputy, from: from)))
        (matter.person, matter.absent) = (deputy, handler)
        return matter
    }

    // MARK: - Rights (R2, R3, R8)

    private mutating func escalate(to level: Int) {
        let event: PromiseEvent = level == 1 ? .escalation1 : .escalation2
        let isRunning = file.states(at: now).contains { state in
            state.startedBy == event && state.rule.step == nil && state.isOpen
        }
        // Asked again while the first is not answered: the dossier has the mail, its clock runs.
        guard !isRunning else { return }
        add(.right(.escalationAsked(level: level, mail.mail)))
        let role: PromiseRole = level == 1 ? .operationsManager : .generalManagement
        let chosen = file.assignment(role, at: now)
        let manager = chosen?.person.address
        var matter = LetterMatter()
        matter.level = level
        matter.person = manager
        matter.absent = chosen?.absent?.address
        matter.replacement = file.managerReplacement(at: now)
        order(.escalationReceived, matter: matter)
        guard let manager else { return }
        matter.bearsDossier = true
        matter.text = mail.words
        order(.escalationToManager, to: manager, matter: matter)
    }

    private mutating func take(_ answer: SurveyAnswer) {
        // One answer for each closing; what comes later is kept with the dossier and changes
        // nothing.
        let isReopened = mail.reportsFault && file.ticket.state == .closed
        defer { if isReopened { reopen() } }
        guard file.line.isSurveyOpen else {
            if !isReopened { add(.closing(.thanked(mail.mail))) }
            return
        }
        guard !mail.isUnclear else {
            misunderstood(answer)
            return
        }
        add(.right(.surveyAnswered(answer, mail.mail)))
        let isBad = answer.isBad || mail.isDispleased
        if mail.isDispleased, let client = file.ticket.opening.requester?.address {
            add(.right(.badReport(by: client, note: answer.verbatim)))
        }
        var matter = LetterMatter()
        matter.note = answer.lowest
        matter.promisesCall = isBad
        matter.replacement = file.managerReplacement(at: now)
        // Whose case opens again is answered by that letter alone.
        if !isReopened { order(.surveyThanks, matter: matter) }
        matter.text = answer.verbatim
        let caller = isBad ? file.person(.accountManager, at: now) : nil
        if let caller {
            matter.bearsDossier = true
            order(.callBackAsked, to: caller, matter: matter)
            matter.bearsDossier = false
        }
        guard !answer.verbatim.isEmpty else { return }
        // Whoever is to call has the client's words already.
        for person in file.team(at: now) where person != caller {
            order(.verbatim, to: person, matter: matter)
        }
    }

    // Figures that are no notes: the survey stays open, and a person reads them.
    private mutating func misunderstood(_ answer: SurveyAnswer) {
        add(.closing(.thanked(mail.mail)))
        guard let handler = file.person(.handler, at: now) else { return }
        var matter = LetterMatter()
        matter.text =
            answer.verbatim
            + "\n(Ces chiffres ne sont pas des notes de 1 à 5 : rien n’est enregistré, "
            + "l’enquête reste ouverte et le dossier reste clos.)"
        order(.verbatim, to: handler, matter: matter)
    }

    // MARK: - Parts

    private mutating func add(_ fact: TicketFact) { plan.events.append(TicketEvent(at: now, fact)) }

    private mutating func order(
        _ kind: LetterKind,
        to: EmailAddress? = nil,
        matter: LetterMatter = LetterMatter()
    ) {
        let cause = "mail.\(mail.mail.row)" + (to.map { ".\($0.text)" } ?? "")
        plan.letters.append(
            ProcedureLetter(kind, to: to, cause: cause, notBefore: now, matter: matter)
        )
    }
}

extension ProcedureCase {
    /// C6: whether a complaint would be closed by agreement with its substantive answer.
    var awaitsAgreement: Bool {
        guard ticket.opening.procedure == .complaint, ticket.state != .closed,
            let answer = line.last(.substantiveAnswer)
        else { return false }
        return (line.last(.reopened)?.at ?? .distantPast) <= answer.at
    }
}
