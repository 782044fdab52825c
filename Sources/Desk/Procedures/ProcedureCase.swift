// One ticket laid before the procedures: its history, its promises, the house, the people.

package import Foundation

/// All that the procedures look at.
package struct ProcedureCase: Sendable {
    /// The history as clocks see it.
    package let line: TicketTimeline
    /// The events of its history.
    let history: [TicketEvent]
    /// The promises.
    package let book: PromiseBook
    /// The company.
    package let company: CompanySettings
    /// The client's own account manager; nil: whoever of the role is next in turn.
    package let accountManager: EmailAddress?
    /// How busy the staff are.
    package let loads: [EmailAddress: StaffLoad]

    /// Lays a ticket down; nil where the events are no ticket's.
    package init?(
        events: [TicketEvent],
        mailbox: MailboxSettings,
        company: CompanySettings,
        contract: ContractLevel = .essential,
        terms: ContractTerms? = nil,
        accountManager: EmailAddress? = nil,
        loads: [EmailAddress: StaffLoad] = [:]
    ) {
        let staff = Set(company.staff.map(\.address))
        guard let line = TicketTimeline(events, staff: staff) else { return nil }
        self.line = line
        history = events
        self.company = company
        self.accountManager = accountManager
        self.loads = loads
        book = PromiseBook(of: mailbox, in: company, contract: contract, terms: terms)
    }

    private init(_ file: ProcedureCase, _ line: TicketTimeline, _ events: [TicketEvent]) {
        self.line = line
        history = events
        company = file.company
        accountManager = file.accountManager
        loads = file.loads
        book = file.book
    }

    /// The same ticket as further events leave it, under the same promises.
    package func adding(_ more: [TicketEvent]) -> ProcedureCase {
        let events = history + more
        let staff = Set(company.staff.map(\.address))
        guard !more.isEmpty, let line = TicketTimeline(events, staff: staff) else { return self }
        return ProcedureCase(self, line, events)
    }

    /// The ticket.
    package var ticket: Ticket { line.ticket }

    /// The mails of people on the ticket, oldest first: the client's, those of others, and what
    /// colleagues wrote.
    ///
    /// What waits for a colleague's yes is nobody's word yet.
    var mails: [MailID] {
        var (mails, drafts) = ([ticket.opening.mail], Set<MailID>())
        for event in history {
            if case .joined(let mail, _) = event.fact { mails.append(mail) }
            if case .heard(let mail, _) = event.fact { mails.append(mail) }
            if case .staff(.draftKept(let mail, _, _, _)) = event.fact { drafts.insert(mail) }
            if case .staff(.draftDecided(let mail, _, true)) = event.fact { drafts.remove(mail) }
        }
        return mails.filter { !drafts.contains($0) }
    }

    /// The promises as they stand; without the survey of a case that the house has closed for
    /// reasons of its own, which nobody is ever sent.
    package func states(at now: Date) -> [PromiseState] {
        book.states(of: line, at: now).filter { state in
            state.rule.step != .sendSurvey || !state.isRunning || line.ground != nil
        }
    }

    /// The nearest date that the client has been promised and that is still to come, for status
    /// letters: the promise that people keep and that is due first.
    package func nextPromised(at now: Date) -> PromiseState? {
        nextPromised(of: states(at: now), at: now)
    }

    /// The same of these states, where they are known.
    func nextPromised(of states: [PromiseState], at now: Date) -> PromiseState? {
        states
            .filter { state in
                let isAutomatic = state.rule.ends.contains(.acknowledged)
                let isToCome = state.due.map { $0 >= now } ?? true
                let isPromised = state.rule.step == nil && !state.rule.isOfHouse
                return isPromised && !isAutomatic && state.isRunning && isToCome
            }
            .min { ($0.due ?? .distantFuture) < ($1.due ?? .distantFuture) }
    }

    /// The earliest date that the client was promised and that passed in vain, of what is not made
    /// good yet, whether a new date was given since or not.
    func missed(at now: Date) -> PromiseMention? { missed(of: states(at: now)) }

    /// The same of these states, where they are known.
    func missed(of states: [PromiseState]) -> PromiseMention? {
        states.compactMap { state -> PromiseMention? in
            guard state.rule.step == nil, !state.rule.isOfHouse,
                !state.rule.ends.contains(.acknowledged)
            else { return nil }
            var due: Date?
            if case .broken(let date, nil, _) = state.status { due = date }
            if state.isRunning { due = line.broken[state.key] }
            return due.map { PromiseMention(state, on: ticket.number, due: $0) }
        }
        .min { $0.due < $1.due }
    }

    /// The appointment on site that the client was told and that is not over; nil where it is the
    /// next date that he was promised.
    func appointment(at now: Date) -> Date? {
        let open = states(at: now).last { state in
            state.rule.within == .stated && state.rule.starts.contains(.visitPlanned)
                && state.isOpen
        }
        return open?.key == nextPromised(at: now)?.key ? nil : open?.due
    }

    /// When the case closes by itself if a substantive answer of this moment stays without a reply
    /// (C6), which that answer announces; nil where the mailbox has no such step.
    package func tacitClosing(afterAnswerAt moment: Date) -> Date? {
        let rule = book.rules.first { rule in
            rule.step == .closeTacitly && rule.starts.contains(.substantiveAnswer)
        }
        guard case .delay(let delay)? = rule?.within else { return nil }
        return calendar.deadline(of: delay, from: moment)?.due
    }

    /// When the case closes by itself if the client does not reply; nil where it does not.
    func closing(of states: [PromiseState]) -> Date? {
        states.compactMap { state -> Date? in
            guard let step = state.rule.step, step.event == .closed, state.isRunning,
                isPossible(step)
            else { return nil }
            return state.due
        }
        .min()
    }

    /// Whether the client has said anything since an event, if only thanks.
    func hasHeard(since event: PromiseEvent) -> Bool {
        guard let asked = line.last(event)?.at else { return false }
        return [line.lastCourtesy, line.last(.clientWrote)?.at].contains { at in
            at.map { $0 > asked } ?? false
        }
    }

    // MARK: - People

    var calendar: CompanyCalendar { company.calendar }

    var rotation: Rotation { Rotation(company.staff) }

    /// Whose turn it is to handle the ticket: somebody who is there until everything is due that
    /// the handler owes by now, as far as there is one.
    ///
    /// `day` is when the task begins, where that is later than today.
    package func nextHandler(at now: Date, on day: CivilDay? = nil) -> Assignment? {
        let dues = states(at: now).compactMap { state -> CivilDay? in
            guard state.rule.step == nil, state.rule.by == .handler, state.isRunning else {
                return nil
            }
            return state.due.map(calendar.day)
        }
        return rotation.next(
            for: ticket.opening.procedure.handlingRole,
            on: day ?? calendar.day(of: now),
            until: Set(dues),
            loads: loads
        )
    }

    /// The days of an absence that are still to come and on which the office opens; its first day
    /// where it opens on none.
    func workingDays(
        ofAbsenceFrom day: CivilDay,
        of person: EmailAddress,
        at now: Date
    ) -> [CivilDay] {
        let first = max(day, calendar.day(of: now))
        let absence = rotation.member(person)?.absences.first { $0.lowerBound == day }
        guard let last = absence?.upperBound, last >= first else { return [first] }
        // Of a very long absence its first weeks tell enough.
        let end = min(last.number, first.number + Self.absenceDaysMaximum)
        let days = (first.number...end).map(CivilDay.init(number:))
        let open = days.filter { !calendar.stretches(on: $0).isEmpty }
        return open.isEmpty ? [first] : open
    }

    private static let absenceDaysMaximum = 60

    /// Who gets the mail of a handler who is away, on the days of the absence that are still to
    /// come: one after the other.
    func standIns(
        duringAbsenceFrom day: CivilDay,
        of person: EmailAddress,
        at now: Date
    ) -> [StandIn] {
        let days = workingDays(ofAbsenceFrom: day, of: person, at: now)
        var standIns = rotation.standIns(for: person, on: days)
        let absence = rotation.member(person)?.absences.first { $0.lowerBound == day }
        guard let absence, let first = days.first, !standIns.isEmpty,
            absence.upperBound.number > first.number + Self.absenceDaysMaximum
        else { return standIns }
        standIns[standIns.count - 1].until = absence.upperBound
        return standIns
    }

    /// Who plays a role for this ticket at a moment, deputies included.
    func person(_ role: PromiseRole, at now: Date) -> EmailAddress? {
        assignment(role, at: now)?.person.address
    }

    /// The team that its handler belongs to: whoever looks after it first, then the others of the
    /// role who are at work (R8).
    func team(at now: Date) -> [EmailAddress] {
        let (role, day) = (ticket.opening.procedure.handlingRole, calendar.day(of: now))
        let first = person(.handler, at: now)
        let others = company.staff.filter { $0.roles.contains(role) && $0.isPresent(on: day) }
        return [first].compactMap(\.self) + others.map(\.address).filter { $0 != first }
    }

    /// Who stands in for the client's own account manager; nil where that one is there (R1).
    func managerReplacement(at now: Date) -> Assignment? {
        guard accountManager != nil, let found = assignment(.accountManager, at: now) else {
            return nil
        }
        return found.absent == nil ? nil : found
    }

    /// The same, with whom that person stands in for.
    func assignment(_ role: PromiseRole, at now: Date) -> Assignment? {
        let day = calendar.day(of: now)
        let named: EmailAddress? =
            switch role {
            case .handler: ticket.handler
            case .accountManager: accountManager
            case .operationsManager, .generalManagement, .administrator: nil
            }
        if let named, let standIn = rotation.standIn(for: named, on: day) {
            return standIn
        }
        let staffRole = role.staffRole ?? ticket.opening.procedure.handlingRole
        return rotation.next(for: staffRole, on: day, loads: loads)
    }
}

/// What procedures decide: facts for the ticket, letters for the outbox, in one transaction.
package struct ProcedurePlan: Hashable, Sendable {
    /// The facts, in order.
    package var events: [TicketEvent] = []
    /// The letters.
    package var letters: [ProcedureLetter] = []

    /// Why a dossier moves that an answer has taken up.
    static let answered = "answered"

    /// Why a dossier goes on that was held for resolved, when a colleague promises further work:
    /// the client waits for that, and for no new answer.
    static let resumed = "further work is promised"

    /// Decides nothing yet.
    package init() {}

    /// Whether nothing is to be done.
    package var isEmpty: Bool { events.isEmpty && letters.isEmpty }
}
