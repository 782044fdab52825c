// What a ticket's clocks do at a moment: the other source of action beside the mails.
//
// Pure, and safe to repeat: whatever it does leaves a fact, and what has left a fact is not done
// again. After a stop of any length the latest of each thing is done once: one warning for all
// shares that have passed, none for what is broken by now, one letter for all breaches.

package import Foundation

/// What a look at a ticket found.
package struct TicketLook: Sendable {
    /// What is due.
    package var plan = ProcedurePlan()
    /// How long it rests where nothing is.
    package var rest: TicketRest
}

/// Looks at a ticket: its promises are reckoned once, for what is due and for the next look;
/// `name` gives each letter its Message-ID.
package func look(
    at file: ProcedureCase,
    _ now: Date,
    name: @escaping LetterNaming
) -> TicketLook {
    let states = file.states(at: now)
    let timers = file.timers(of: states, at: now)
    var look = TicketLook(rest: file.rest(of: states, timers))
    guard !file.ticket.opening.isQuiet else { return look }
    var tick = Tick(file: file, now: now, name: name)
    tick.run(states, timers)
    look.plan = tick.plan
    return look
}

private struct Tick {
    let file: ProcedureCase
    let now: Date
    let name: LetterNaming
    var plan = ProcedurePlan()
    private var assigned: EmailAddress?

    init(file: ProcedureCase, now: Date, name: @escaping LetterNaming) {
        self.file = file
        self.now = now
        self.name = name
    }

    mutating func run(_ states: [PromiseState], _ timers: [ProcedureTimer]) {
        let due = timers.filter { $0.at <= now }
        followStaff(due)
        offerToDeputy()
        tellLosses()
        if due.contains(where: { $0.purpose == .call }) { remindOfCalls() }
        breakPromises(
            states.filter { state in
                due.contains { $0.key == state.key && $0.purpose == .breach }
            }
        )
        warn(states, due)
        // What closes a ticket comes last: everything else is about the ticket as it stands.
        for timer in due {
            if case .step(let step) = timer.purpose, let key = timer.key { take(step, key) }
        }
    }

    // MARK: - Breaches (R6, R11)

    private mutating func breakPromises(_ states: [PromiseState]) {
        let broken = states.compactMap { state -> (PromiseState, Date, isOpen: Bool)? in
            guard case .broken(let due, let madeGoodAt, _) = state.status else { return nil }
            return (state, due, madeGoodAt == nil)
        }
        guard !broken.isEmpty else { return }
        for (state, due, _) in broken {
            add(.promise(.broken(state.key, due: due)))
        }
        let cause = Self.cause("broken", broken.map(\.0.key))
        let forClient = broken.filter { state, due, isOpen in
            isOpen && state.rule.letter != nil && !file.isToldByAcknowledgement(due)
        }
        let kinds = Set(forClient.compactMap(\.0.rule.letter)).sorted { $0.rawValue < $1.rawValue }
        for kind in kinds {
            var matter = LetterMatter()
            matter.promises = forClient.filter { $0.0.rule.letter == kind }.map { state, due, _ in
                mention(state, due: due)
            }
            matter.informed = file.informed(
                of: forClient.map(\.0.rule).filter { $0.letter == kind },
                at: now
            )
            order(kind, cause: cause, matter: matter)
        }
        // What the client reads of them is true: those who must see to it know when he does.
        var atOnce: Set<EmailAddress> = []
        var told: [EmailAddress: [PromiseMention]] = [:]
        for (state, due, isOpen) in broken {
            // Whom a long stop has left without a warning, and so without a handler, gets one now.
            let keeper = isOpen ? owner(of: state) : file.person(state.rule.by, at: now)
            let managers = state.rule.tell.map { file.person($0, at: now) }
            let people = ([keeper] + managers).compactMap(\.self)
            if isOpen, state.rule.letter != nil {
                let isManager = state.rule.by != .handler
                atOnce.formUnion(managers.compactMap(\.self))
                if isManager, let keeper { atOnce.insert(keeper) }
            }
            for person in Set(people) { told[person, default: []].append(mention(state, due: due)) }
        }
        let isDuty = broken.contains { $0.0.derivation?.service == .duty }
        for person in told.keys.sorted(by: { $0.text < $1.text }) {
            var matter = LetterMatter()
            matter.promises = told[person] ?? []
            order(
                .breachReport,
                to: person,
                cause: cause,
                notBefore: isDuty || atOnce.contains(person)
                    ? now : file.calendar.nextOpening(from: now) ?? now,
                matter: matter
            )
        }
    }

    // MARK: - Warnings

    private mutating func warn(_ states: [PromiseState], _ due: [ProcedureTimer]) {
        var told: [EmailAddress: [PromiseMention]] = [:]
        var marks: [EmailAddress: [String]] = [:]
        for state in states where state.isRunning {
            let passed = due.compactMap { timer -> Int? in
                guard timer.key == state.key, case .warning(let percent) = timer.purpose else {
                    return nil
                }
                return percent
            }
            guard let percent = passed.max(), let last = state.due else { continue }
            add(.promise(.warned(state.key, percent: percent)))
            guard let person = owner(of: state) else { continue }
            // A warning may come before its share or after: it says what is over now.
            let share = state.percent(at: now, before: last, in: file.calendar)
            told[person, default: []].append(mention(state, due: last, percent: share))
            marks[person, default: []].append("\(state.key.text)-\(percent)")
        }
        for person in told.keys.sorted(by: { $0.text < $1.text }) {
            var matter = LetterMatter()
            matter.promises = told[person] ?? []
            let parts = marks[person] ?? []
            order(
                .reminder,
                to: person,
                cause: "warned." + parts.joined(separator: "+"),
                matter: matter
            )
        }
    }

    // A ticket that nobody has taken up gets its handler with the first warning, or the breach.
    private mutating func owner(of state: PromiseState) -> EmailAddress? {
        guard state.rule.by == .handler, file.ticket.handler == nil else {
            return assigned.flatMap { state.rule.by == .handler ? $0 : nil }
                ?? file.person(state.rule.by, at: now)
        }
        if assigned == nil { assign(cause: nil) }
        return assigned
    }

    // MARK: - Steps

    private mutating func take(_ step: PromiseStep, _ key: PromiseKey) {
        switch step {
        case .remindClosing:
            let letter = order(.closingReminder, cause: key.text)
            add(.closing(.reminded(letter: letter)))
        case .closeUnanswered:
            var matter = LetterMatter()
            matter.ground = .unanswered
            matter.hasHeard = file.hasHeard(since: .closingReminded)
            order(.closed, cause: key.text, matter: matter)
            close(.unanswered, "the closing reminder stayed without an answer")
        case .closeTacitly:
            var matter = LetterMatter()
            matter.hasHeard = file.hasHeard(since: .substantiveAnswer)
            order(.tacitlyClosed, cause: key.text, matter: matter)
            close(.tacit, "the substantive answer stayed without a reply")
        case .sendSurvey:
            let letter = order(.survey, cause: key.text)
            add(.right(.surveySent(letter: letter)))
        case .recallDelay:
            var matter = LetterMatter()
            matter.text = CourtesyFrame(file.line.delay?.cause ?? "").core
            matter.date = file.line.delay?.until.flatMap { $0 > now ? $0 : nil }
            let letter = order(.delayRecall, cause: key.text, matter: matter)
            add(.promise(.delayRecalled(letter: letter)))
        case .proposeLevel2:
            var matter = LetterMatter()
            matter.level = 2
            let letter = order(.escalationProposed, cause: key.text, matter: matter)
            add(.right(.escalationProposed(letter: letter)))
        }
    }

    private mutating func close(_ ground: ClosingGround, _ reason: String) {
        add(.closing(.concluded(ground)))
        add(.moved(.closed, reason: reason))
    }

    // MARK: - Staff who come and go (R1)

    private mutating func followStaff(_ due: [ProcedureTimer]) {
        for timer in due {
            switch timer.purpose {
            case .departure:
                if assigned == nil { assign(cause: "departure") }
            case .replacement(let from):
                guard let absent = file.ticket.handler else { continue }
                if file.rotation.member(absent)?.left == from {
                    announceDeparture(of: absent, from: from)
                    continue
                }
                let standIns = file.standIns(duringAbsenceFrom: from, of: absent, at: now)
                guard let deputy = standIns.first?.person else { continue }
                add(.right(.replacementTold(absent: absent, deputy: deputy, from: from)))
                var matter = LetterMatter()
                (matter.person, matter.absent) = (deputy, absent)
                matter.standIns = standIns
                order(.handlerReplaced, cause: "absence.\(from.text)", matter: matter)
            case .draft:
                guard let handler = assigned ?? file.ticket.handler else { continue }
                add(.promise(.draftLaid(before: handler)))
                let day = file.calendar.day(of: now)
                let reader = file.rotation.standIn(for: handler, on: day)?.person.address
                order(
                    .formalAcknowledgement,
                    to: reader ?? handler,
                    cause: "draft.\(handler.text)"
                )
            case .warning, .breach, .step, .loss, .call: break
            }
        }
    }

    // Whoever takes over is chosen now, so that the letter can name him, and does so on the day.
    private mutating func announceDeparture(of handler: EmailAddress, from day: CivilDay) {
        guard let person = file.nextHandler(at: now, on: day)?.person.address else { return }
        add(.right(.replacementTold(absent: handler, deputy: person, from: day)))
        var matter = LetterMatter()
        (matter.person, matter.day) = (person, day)
        order(.handlerReplaced, cause: "leaving.\(day.text).\(handler.text)", matter: matter)
    }

    // A machine has said that the handler is away. It is the clock that tells somebody of it, so
    // that no machine's mail causes a letter: once on a dossier, and never where it is known.
    private mutating func offerToDeputy() {
        guard let handler = file.ticket.handler, file.ticket.state != .closed,
            let note = file.line.awayNotes.last(where: { $0.person == handler }),
            let absent = file.rotation.member(handler)
        else { return }
        let today = file.calendar.day(of: now)
        let deputy =
            absent.deputy(on: today).flatMap { file.rotation.standIn(for: $0, on: today)?.person }
            ?? file.rotation.next(for: .operationsManager, on: today)?.person
        guard let deputy, deputy.address != handler else { return }
        add(.staff(.offered(to: deputy.address, insteadOf: handler)))
        guard absent.isPresent(on: today) else { return }
        var matter = LetterMatter()
        matter.text = AwayWords.offer(of: file.ticket, absent, to: deputy, note, today)
        order(.transcript, to: deputy.address, cause: "away.\(handler.text)", matter: matter)
    }

    // A machine has said that a colleague's message did not arrive. As above it is the clock that
    // tells of it: its author, or who stands in.
    private mutating func tellLosses() {
        for loss in file.line.losses {
            guard let reader = file.reader(of: loss, at: now) else { continue }
            add(.staff(.lossTold(loss.letter, to: reader)))
            var matter = LetterMatter()
            matter.text = LossWords.text(of: loss, on: file, for: reader)
            order(
                .transcript,
                to: reader,
                cause: "loss.\(loss.letter.text)",
                notBefore: file.calendar.nextOpening(from: now) ?? now,
                matter: matter
            )
        }
    }

    // #rappel: whoever looks after the dossier is reminded when it is time to call the client.
    private mutating func remindOfCalls() {
        for call in file.awaitedCalls where file.reminder(of: call) <= now {
            guard let reader = file.caller(of: call, at: now) else { continue }
            add(.staff(.callReminded(to: reader, of: call.at)))
            var matter = LetterMatter()
            matter.text = CallWords.text(of: call, on: file, for: reader)
            order(
                .transcript,
                to: reader,
                cause: "call.\(call.number)",
                notBefore: file.calendar.nextOpening(from: now) ?? now,
                matter: matter
            )
        }
    }

    private mutating func assign(cause: String?) {
        let day = file.calendar.day(of: now)
        let told = cause == nil ? nil : file.announcedHandler(at: now)
        guard let choice = told ?? file.nextHandler(at: now) else { return }
        let person = choice.person.address
        assigned = person
        let gone = file.ticket.handler.map { "; \($0.text) has left" } ?? ""
        add(.assigned(person, reason: choice.reason + gone))
        // What the client was told beforehand is not told again.
        guard let cause, told == nil, let before = file.ticket.handler else { return }
        var matter = LetterMatter()
        matter.person = person
        matter.day = day
        order(.handlerReplaced, cause: "\(cause).\(before.text)", matter: matter)
    }

    // MARK: - Parts

    private mutating func add(_ fact: TicketFact) { plan.events.append(TicketEvent(at: now, fact)) }

    @discardableResult
    private mutating func order(
        _ kind: LetterKind,
        to: EmailAddress? = nil,
        cause: String,
        notBefore: Date? = nil,
        matter: LetterMatter = LetterMatter()
    ) -> MessageID? {
        let cause = to.map { "\(cause).\($0.text)" } ?? cause
        plan.letters.append(
            ProcedureLetter(
                kind,
                to: to,
                cause: cause,
                notBefore: notBefore ?? now,
                matter: matter
            )
        )
        return name(kind, cause)
    }

    private func mention(
        _ state: PromiseState,
        due: Date,
        percent: Int? = nil
    ) -> PromiseMention {
        var said = PromiseMention(state, on: file.ticket.number, due: due, percent: percent)
        said.since = state.clientWaitsSince
        return said
    }

    private static func cause(_ word: String, _ keys: [PromiseKey]) -> String {
        "\(word)." + keys.map(\.text).joined(separator: "+")
    }
}

extension PromiseKey {
    /// Its stable text: `first-answer.1`.
    package var text: String { "\(name.text).\(occurrence)" }
}
