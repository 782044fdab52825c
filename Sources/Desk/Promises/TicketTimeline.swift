// A ticket's events as its clocks see them: what started and ended, when it waited, what class held
// when. Made by one pass over the events; nothing else reads facts for clocks.
//
// A letter that has bounced was never said: every event that rests on it is left out, so that a
// promise which it kept runs again, from its first start.

package import Foundation

/// What the clocks of one ticket rest on.
package struct TicketTimeline: Sendable {
    /// The ticket as its events add up.
    package let ticket: Ticket
    /// The events that promises can name, in order.
    package private(set) var moments: [PromiseMoment] = []
    /// The stretches in which the company waited for the client and no longer does.
    package private(set) var pauses: [Stretch] = []
    /// Since when it waits now.
    package private(set) var waitingSince: Date?
    /// The highest warning of each run that was given.
    package private(set) var warned: [PromiseKey: Int] = [:]
    /// The breaches that were told, by the moment that was due.
    package private(set) var broken: [PromiseKey: Date] = [:]
    /// The decisions about penalties.
    package private(set) var penalties: [PromiseKey: PenaltyRuling] = [:]
    /// Replacements that the client was told of: who is away or leaves, and from when; with who
    /// takes over then.
    package private(set) var replacements: [Replacement: EmailAddress] = [:]
    /// Colleagues who are away by their mail programs, and to whom the dossier was not offered yet.
    package private(set) var awayNotes: [AwayNote] = []
    /// Messages of colleagues that did not arrive, and of which nobody was told yet.
    package private(set) var losses: [Loss] = []
    /// What messages that wait to leave will bring, at the moments at which they were written.
    package private(set) var underway: [PromiseMoment] = []
    /// What the latest closing rests on.
    package private(set) var ground: ClosingGround?
    /// How the request came, where staff have entered it.
    package private(set) var channel: EntryChannel?
    /// The latest complete substantive answer.
    package private(set) var solution: SubstantiveAnswer?
    /// Whether a reminder of the question about the closing did not arrive.
    ///
    /// It is not said again, and the silence that follows closes nothing.
    package private(set) var isReminderLost = false
    /// The calls to the client that are planned and of which nobody was reminded yet.
    package private(set) var calls: [PlannedCall] = []
    /// The handlers who have got the draft of the formal acknowledgement.
    package private(set) var drafts: Set<EmailAddress> = []
    /// The latest delay that was announced: its cause, and the new date.
    package private(set) var delay: (cause: String, until: Date?)?
    /// When the client last wrote what neither begins nor ends anything: thanks, how it stands.
    package private(set) var lastCourtesy: Date?
    /// Whether the latest survey waits for its answer.
    package private(set) var isSurveyOpen = false

    // When each step was taken last, whether its letter arrived or not.
    private var taken: [PromiseEvent: Date] = [:]
    private var standings: [Standing] = []
    // For whom somebody else was asked already: once on a dossier is enough.
    private var offered: Set<EmailAddress> = []

    /// Reads a ticket's events, which are in order; nil where they are no ticket's.
    package init?(_ events: [TicketEvent], staff: Set<EmailAddress>) {
        guard let ticket = Ticket(folding: events) else { return nil }
        self.ticket = ticket
        var reader = Reader(events, staff: staff)
        reader.read(events, into: &self)
    }

    /// The class and urgency that held at a moment.
    func standing(at moment: Date) -> Standing {
        standings.last { $0.from <= moment } ?? standings.first
            ?? Standing(from: ticket.openedAt, criticality: nil, isUrgent: false)
    }

    /// Whether a step was taken after a moment: it is not taken twice, even if its letter is lost.
    func hasTaken(_ step: PromiseStep, since start: Date) -> Bool {
        taken[step.event].map { $0 > start } ?? false
    }

    // MARK: - The pass

    private struct Reader {
        private let staff: Set<EmailAddress>
        private let lost: Set<MessageID>
        // Why what did not arrive did not; without what a colleague has stopped himself, and what
        // somebody was told of.
        private let bounces: [MessageID: String]
        private let acknowledgements: Set<MessageID>
        private let courtesies: Set<MailID>
        // What a mail says that has a clock of its own, or ends them all.
        private let apart: Set<MailID>
        // The letters that leave by our outbox, and so are said when they have left.
        private let own: Set<MessageID>
        private var closings: Set<MessageID>
        private var held: [MessageID: [PromiseMoment]] = [:]
        private var left: Set<MessageID> = []
        private var state = TicketState.new
        // The latest step towards the end, or back from it.
        private var turn: Turn?
        private var callCount = 0
        private var asker: EmailAddress?

        init(_ events: [TicketEvent], staff: Set<EmailAddress>) {
            self.staff = staff
            var lost: Set<MessageID> = []
            var bounces: [MessageID: String] = [:]
            var acknowledgements: Set<MessageID> = []
            var courtesies: Set<MailID> = []
            var apart: Set<MailID> = []
            var settled: Set<MessageID> = []
            var own: Set<MessageID> = []
            var closings: Set<MessageID> = []
            for event in events {
                switch event.fact {
                case .letterFailed(let letter, let reason),
                    .letterUndelivered(let letter, _, _, let reason):
                    lost.insert(letter)
                    bounces[letter] = reason
                case .letterQueued(let kind, let letter):
                    own.insert(letter)
                    if kind.priority == .acknowledgement, kind != .followUpReceipt {
                        acknowledgements.insert(letter)
                    }
                case .closing(.asked(let message)):
                    if let letter = message.letter { closings.insert(letter) }
                case .closing(.reminded(let letter?)): closings.insert(letter)
                case .staff(.replyRecalled(let letter, _)):
                    lost.insert(letter)
                    settled.insert(letter)
                case .staff(.lossTold(let letter, _)): settled.insert(letter)
                case .closing(.thanked(let mail)): courtesies.insert(mail)
                case .right(.surveyAnswered(_, let mail?)): courtesies.insert(mail)
                case .closing(.confirmed(let mail?)), .right(.escalationAsked(_, let mail?)):
                    apart.insert(mail)
                case .opened, .classified, .assigned, .joined, .heard, .linked, .recognised,
                    .merged, .absorbed, .splitOff, .noted,
                    .letterNotDue, .letterWithheld, .letterSent, .moved, .answer, .closing, .right,
                    .promise, .staff:
                    break
                }
            }
            self.lost = lost
            self.bounces = bounces.filter { !settled.contains($0.key) }
            self.acknowledgements = acknowledgements
            (self.courtesies, self.apart) = (courtesies, apart)
            (self.own, self.closings) = (own, closings)
        }

        mutating func read(_ events: [TicketEvent], into line: inout TicketTimeline) {
            let undone = UndoneDeeds.places(in: events)
            for (place, event) in events.enumerated() where !undone.contains(place) {
                read(event, into: &line)
            }
        }

        private mutating func read(_ event: TicketEvent, into line: inout TicketTimeline) {
            let at = event.at
            func add(_ events: PromiseEvent..., by: EmailAddress? = nil, stated: Date? = nil) {
                line.moments += events.map {
                    PromiseMoment(at: at, event: $0, by: by, stated: stated)
                }
            }
            switch event.fact {
            case .opened: add(.opened)
            case .classified(let criticality, let urgent, _):
                let isComplaint = line.ticket.opening.procedure == .complaint
                let isKnown = line.standings.contains { $0.criticality != nil }
                if isComplaint, criticality != nil, !isKnown { add(.faultReported) }
                line.standings.append(
                    Standing(from: at, criticality: criticality, isUrgent: urgent)
                )
            case .joined(let mail, let author):
                if staff.contains(author) || courtesies.contains(mail) { return }
                add(.clientWrote)
                for event in line.begun(by: mail, apart, in: state) { add(event) }
            case .letterSent(let letter):
                if acknowledgements.contains(letter), !lost.contains(letter) { add(.acknowledged) }
                leave(letter, at: at, &line)
            case .letterFailed(let letter, _), .letterUndelivered(let letter, _, _, _):
                // Nobody's silence answers what did not arrive: it is a person's to go on.
                if closings.remove(letter) != nil, state == .resolved { add(.closingLost) }
            case .moved(.closed, TicketTimeline.archived) where state == .new:
                (line.moments, state) = ([], .closed)
            case .moved(let next, let reason):
                guard state.canMove(to: next) else { return }
                let turn = TakingBack.isReason(reason) ? turn : nil
                guard let turn, next == turn.before || next == .open else {
                    return move(to: next, at: at, reason, &line)
                }
                takeBack(turn, to: next, at: at, &line)
            case .answer(let fact):
                if let message = fact.message, isLost(message, at: at, &line) { return }
                say(fact.moments(at: at), by: fact.message?.letter, &line)
                if case .substantiveAnswer(_, let answer) = fact, answer.missing.isEmpty {
                    line.solution = answer
                }
                if case .delayAnnounced(_, let cause, let until) = fact {
                    line.delay = (cause, until)
                }
            case .closing(let fact): closing(fact, at: at, &line)
            case .right(let fact): right(fact, at: at, &line)
            case .promise(.warned(let key, let percent)):
                line.warned[key] = max(line.warned[key] ?? 0, percent)
            case .promise(.broken(let key, let due)): line.broken[key] = due
            case .promise(.penalty(let key, let decision, let person, let reason)):
                line.penalties[key] = PenaltyRuling(decision, by: person, at: at, reason: reason)
            case .promise(.draftLaid(let handler)): line.drafts.insert(handler)
            case .promise(.delayRecalled(let letter)):
                line.taken[.delayRecalled] = at
                if letter.map({ !lost.contains($0) }) ?? true { add(.delayRecalled) }
            case .noted(_, ShortMail.asksOfOne), .noted(_, ShortMail.asksOfMany):
                line.lastCourtesy = at
            case .assigned, .heard, .linked, .recognised, .merged, .absorbed, .splitOff, .noted,
                .letterQueued, .letterNotDue, .letterWithheld:
                break
            case .staff(let fact): staff(fact, at: at, &line)
            }
        }

        private mutating func staff(
            _ fact: StaffFact,
            at: Date,
            _ line: inout TicketTimeline
        ) {
            switch fact {
            case .awayNoted(let person, let day):
                guard !line.offered.contains(person) else { return }
                line.awayNotes.append(AwayNote(person: person, at: at, until: day))
            case .offered(_, let absent):
                line.offered.insert(absent)
                line.awayNotes.removeAll { $0.person == absent }
            case .callPlanned(let person, let date, let note):
                callCount += 1
                line.calls.append(
                    PlannedCall(
                        by: person,
                        at: date,
                        note: note,
                        number: callCount,
                        isAfterClosing: state == .closed
                    )
                )
            case .callReminded(_, let date): line.calls.removeAll { $0.at == date }
            case .acted, .noted, .givenBack, .timeSpent, .foundSpam, .undone, .draftKept,
                .draftParts, .yesAwaited, .draftDecided, .replyRecalled, .noticeRedirected,
                .mergeUndone, .lossTold:
                break
            }
        }

        // What waits in our outbox is not said yet: it counts when it leaves.
        private mutating func say(
            _ moments: [PromiseMoment],
            by letter: MessageID?,
            _ line: inout TicketTimeline
        ) {
            guard let letter, own.contains(letter), !left.contains(letter) else {
                line.moments += moments
                return
            }
            held[letter, default: []] += moments
            line.underway += moments
        }

        private mutating func leave(
            _ letter: MessageID,
            at moment: Date,
            _ line: inout TicketTimeline
        ) {
            left.insert(letter)
            guard let moments = held.removeValue(forKey: letter) else { return }
            line.underway.removeAll(where: moments.contains)
            line.moments += moments.map { said in
                PromiseMoment(at: moment, event: said.event, by: said.by, stated: said.stated)
            }
        }

        // Whether a colleague's message never reached the client.
        private func isLost(
            _ message: PersonalMessage,
            at moment: Date,
            as matter: Loss.Matter = .message,
            _ line: inout TicketTimeline
        ) -> Bool {
            guard let letter = message.letter, lost.contains(letter) else { return false }
            if let reason = bounces[letter], !line.losses.contains(where: { $0.letter == letter }) {
                line.losses.append(
                    Loss(
                        letter: letter,
                        author: message.author,
                        at: moment,
                        reason: reason,
                        matter: matter
                    )
                )
            }
            return true
        }

        private mutating func move(
            to next: TicketState,
            at moment: Date,
            _ reason: String,
            _ line: inout TicketTimeline
        ) {
            // Who closes what he has asked about before takes back both, or neither.
            if state != .resolved || next != .closed { turn = Turn(from: state, to: next, line) }
            if let since = line.waitingSince {
                line.pauses.append(Stretch(from: since, until: moment))
                line.waitingSince = nil
            }
            switch next {
            case .waitingClient: line.waitingSince = moment
            case .closed: line.moments.append(PromiseMoment(at: moment, event: .closed))
            case .open where reason == ProcedurePlan.resumed: break
            case .open where state == .closed || state == .resolved, .new where state == .closed:
                line.moments.append(PromiseMoment(at: moment, event: .reopened))
                line.ground = nil
            case .new, .open, .resolved: break
            }
            state = next
        }

        // What our own people have taken back did not happen: nothing begins anew by that, and
        // what ran before goes on.
        private mutating func takeBack(
            _ turn: Turn,
            to next: TicketState,
            at moment: Date,
            _ line: inout TicketTimeline
        ) {
            let place = min(turn.place, line.moments.count)
            let since = line.moments[place...].filter { !TakingBack.events.contains($0.event) }
            line.moments.replaceSubrange(place..., with: since)
            line.underway.removeAll { $0.event == .closingAsked }
            held = held.mapValues { said in said.filter { $0.event != .closingAsked } }
            line.ground = next == .closed ? turn.ground : nil
            if next == .waitingClient {
                if let since = turn.waitingSince, line.pauses.last?.from == since {
                    line.pauses.removeLast()
                }
                line.waitingSince = turn.waitingSince ?? moment
            }
            (state, self.turn) = (next, nil)
        }

        private mutating func closing(
            _ fact: ClosingFact,
            at moment: Date,
            _ line: inout TicketTimeline
        ) {
            switch fact {
            case .asked(let message):
                asker = message.author
                if isLost(message, at: moment, as: .closingAsked, &line) { return }
                line.isReminderLost = false
                let asked = PromiseMoment(at: moment, event: .closingAsked, by: message.author)
                say([asked], by: message.letter, &line)
            case .reminded(let letter):
                line.taken[.closingReminded] = moment
                if let letter, lost.contains(letter) {
                    line.isReminderLost = true
                    guard let author = asker ?? line.ticket.handler else { return }
                    let message = PersonalMessage(by: author, letter: letter)
                    _ = isLost(message, at: moment, as: .closingReminder, &line)
                    return
                }
                line.moments.append(PromiseMoment(at: moment, event: .closingReminded))
            case .concluded(let ground): line.ground = ground
            case .thanked: line.lastCourtesy = moment
            case .confirmed, .refused: break
            }
        }

        private func right(_ fact: RightFact, at moment: Date, _ line: inout TicketTimeline) {
            func add(_ event: PromiseEvent) {
                line.moments.append(PromiseMoment(at: moment, event: event))
            }
            switch fact {
            case .entered(let channel, _):
                line.channel = channel
                if channel == .phone { add(.openedByPhone) }
            case .escalationAsked(let level, _): add(level == 1 ? .escalation1 : .escalation2)
            case .escalationProposed:
                line.taken[.escalation2Proposed] = moment
                add(.escalation2Proposed)
            case .surveySent:
                line.taken[.surveySent] = moment
                line.isSurveyOpen = true
                add(.surveySent)
            case .surveyAnswered(let answer, _):
                line.isSurveyOpen = false
                if answer.isBad { add(.badNote) }
            case .badReport: add(.badNote)
            case .replacementTold(let absent, let deputy, let day):
                line.replacements[Replacement(absent: absent, from: day)] = deputy
            }
        }
    }
}
