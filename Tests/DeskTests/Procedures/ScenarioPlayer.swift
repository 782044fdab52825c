// Plays a scenario through virtual time and writes down what comes of it.

import Foundation
import Testing

@testable import Desk

struct ScenarioPlayer {
    /// What has come of it, one line each.
    private(set) var timeline: [String] = []
    /// Whether every tick is repeated, which must change nothing.
    var ticksTwice = false

    private let scenario: Scenario
    private let house: HouseSettings
    private let mailbox: MailboxSettings
    private let contract: ContractLevel
    private var events: [TicketEvent] = []
    private var mails: Int64 = 1
    private var acts = 0
    private var lastMessage: MessageID?
    private var now = Date(timeIntervalSince1970: 0)

    init(_ scenario: Scenario) throws {
        self.scenario = scenario
        var absences: [String: [ClosedRange<CivilDay>]] = [:]
        var left: [String: CivilDay] = [:]
        var exceptions = CalendarExceptions()
        var procedure = Procedure.sav
        var contract = ContractLevel.essential
        var acknowledge = AcknowledgementPolicy.atOnce
        for (key, value) in scenario.settings {
            let words = value.split(separator: " ").map(String.init)
            switch key {
            case "procedure": procedure = try #require(Procedure(rawValue: value))
            case "contract": contract = try #require(ContractLevel(rawValue: value))
            case "acknowledge": acknowledge = try #require(AcknowledgementPolicy(rawValue: value))
            case "away":
                let days = try words.dropFirst().map { try #require(CivilDay($0)) }
                absences[words[0], default: []].append(days[0]...days[1])
            case "left": left[words[0]] = CivilDay(words[1])
            case "closed":
                let day = try #require(CivilDay(words[0]))
                exceptions.closures.append(Closure(days: day...day, reason: "fermeture"))
            case let other: Issue.record("\(scenario.name): unknown setting \(other)")
            }
        }
        house = try ScenarioHouse.house(
            absences: absences,
            left: left,
            exceptions: exceptions,
            acknowledge: acknowledge
        )
        mailbox = try #require(house.mailboxes.first { $0.procedure == procedure })
        self.contract = contract
    }

    mutating func play() throws {
        for line in scenario.lines {
            try run(until: moment(line.at))
            try take(line)
        }
    }

    // MARK: - Time

    private mutating func run(until end: Date) throws {
        while !events.isEmpty, let next = try file().nextMoment(at: now), next < end {
            now = max(now, next)
            try tick()
        }
        now = end
    }

    private mutating func tick() throws {
        let plan = due(try file(), at: now) { kind, cause in Self.name(kind, cause) }
        try #require(!plan.isEmpty, "a timer that asks for nothing would ask for ever")
        write(plan)
        if ticksTwice {
            let again = due(try file(), at: now) { kind, cause in Self.name(kind, cause) }
            #expect(again.isEmpty, "a tick repeated at \(now) did something again")
        }
    }

    // MARK: - What happens

    private mutating func take(_ line: Scenario.Line) throws {
        let words = line.words
        switch words.first {
        case "mail", "phone": try open(words)
        case "client": try client(Array(words.dropFirst()))
        case "staff": try staff(Array(words.dropFirst()))
        case "bounce":
            let letter = try #require(lastMessage)
            add(
                .letterUndelivered(
                    letter,
                    recipient: nil,
                    status: "5.1.1",
                    reason: "550 no such user"
                )
            )
        case "promises":
            for state in try file().states(at: now) { note(describe(state)) }
        case "breaches":
            for breach in try file().book.breaches(of: file().line, at: now) {
                let late = breach.lateness(in: .english)
                    .replacingOccurrences(of: "\u{A0}", with: " ")
                let penalty = breach.penalty?.decision.rawValue ?? "to validate"
                note(
                    "breach \(breach.contract.rawValue) \(breach.key.text) late by \(late), "
                        + "penalty \(penalty)"
                )
            }
        case "outcome":
            let outcome = try file().outcome(at: now)
            let hours = CompanyCalendar.words(outcome.handlingSeconds, in: .english)
                .replacingOccurrences(of: "\u{A0}", with: " ")
            note(
                "outcome \(outcome.state.rawValue) \(outcome.ground?.rawValue ?? "-") in \(hours)"
                    + (outcome.isFirstContactResolution ? ", at first contact" : "")
                    + (outcome.solution.map { ", solution: \($0.correction)" } ?? "")
            )
        case "until": break
        case let other: Issue.record("\(scenario.name):\(line.number): unknown \(other ?? "")")
        }
    }

    private mutating func open(_ words: [String]) throws {
        let opened = try DeskWorld.openedEvent(mailbox.procedure, at: now)
        events.append(opened)
        let criticality = words.compactMap { Criticality(rawValue: $0) }.first
        note("\(words.joined(separator: " "))")
        events.append(
            TicketEvent(
                at: now,
                .classified(
                    criticality: criticality,
                    urgent: words.contains("urgent"),
                    reason: "scenario"
                )
            )
        )
        if words[0] == "phone" {
            events.append(
                TicketEvent(at: now, .right(.entered(.phone, by: try ScenarioHouse.address("lea"))))
            )
        }
        if mailbox.procedure == .complaint {
            let day = house.company.calendar.day(of: now)
            let rotation = Rotation(house.company.staff)
            let choice = try #require(rotation.next(for: .complaintHandler, on: day))
            add(.assigned(choice.person.address, reason: choice.reason))
        }
        guard !words.contains("unacknowledged") else { return }
        let kind: LetterKind =
            mailbox.procedure == .sav ? .savAcknowledgement : .complaintAcknowledgement
        let letter = try #require(MessageID("acknowledgement@mileo.example"))
        events.append(TicketEvent(at: now, .letterQueued(kind, letter)))
        events.append(TicketEvent(at: now, .letterSent(letter)))
    }

    private mutating func client(_ words: [String]) throws {
        mails += 1
        var mail = ClientMail(MailID(mails))
        switch words.first {
        case "writes": break
        case "confirms": mail.closing = .confirms
        case "refuses": mail.closing = .refuses
        case "thanks": mail.isCourtesy = true
        case "asks":
            note("client asks")
            return add(.noted(mail.mail, reason: ShortMail.asksOfOne))
        case "escalates": mail.escalation = try #require(words.last.flatMap { Int($0) })
        case "survey":
            let text = words.dropFirst().filter { Int($0) == nil }.joined(separator: " ")
            mail.survey = SurveyAnswer(notes: words.compactMap { Int($0) }, verbatim: text)
        case let other: Issue.record("\(scenario.name): unknown mail \(other ?? "")")
        }
        note("client \(words.joined(separator: " "))")
        let before = try file()
        let client = try DeskWorld.address("a.roy@client.example")
        events.append(TicketEvent(at: now, .joined(mail.mail, from: client)))
        write(react(to: mail, on: before, at: now))
    }

    private mutating func staff(_ words: [String]) throws {
        let person = try ScenarioHouse.address(try #require(words.first))
        acts += 1
        // Dates of visits and questions about the closing are letters of ours.
        let isAutomatic = ["asks-closing", "plans-visit"].contains(words[1])
        let message = isAutomatic ? nil : MessageID("act-\(acts)@mileo.example")
        lastMessage = message
        note("staff \(words.joined(separator: " "))")
        let plan = act(
            try self.staffAct(Array(words.dropFirst())),
            by: person,
            on: try file(),
            message: message,
            cause: "act-\(acts)",
            at: now
        ) { kind, cause in Self.name(kind, cause) }
        write(plan)
    }

    private func staffAct(_ words: [String]) throws -> StaffAct {
        let rest = words.dropFirst().joined(separator: " ")
        switch words.first {
        case "answers": return .answer
        case "calls": return .phone(note: rest)
        case "acknowledges": return .acknowledgeFormally
        case "answers-in-substance":
            let isWhole = rest != "without correction"
            return .answerInSubstance(
                SubstantiveAnswer(
                    facts: "faits reconnus",
                    isContested: false,
                    correction: isWhole ? "nouvelle visite" : "",
                    compensation: "avoir"
                )
            )
        case "reports": return .report(text: "point d’étape", until: try moment(rest))
        case "tells": return .tellProgress(text: "en cours", next: try moment(rest))
        case "delays": return .announceDelay(cause: "pièce attendue", until: try moment(rest))
        case "asks": return .askInformation(text: "quel modèle ?")
        case "needs-visit": return .needVisit
        case "plans-visit": return .planVisit(at: try moment(rest))
        case "concludes-visit": return .concludeVisit
        case "asks-closing": return .askClosing
        case "confirms-closing": return .confirmClosing
        case "reports-call": return .reportCall(outcome: rest)
        case "reports-dissatisfaction": return .reportDissatisfaction(note: rest)
        case "answers-escalation":
            return .answerEscalation(level: try #require(Int(rest)))
        case "classifies":
            return .classify(try #require(Criticality(rawValue: rest)), reason: "scenario")
        case "assigns": return .assign(try ScenarioHouse.address(rest))
        case "decides":
            let key = PromiseKey(try #require(PromiseName(words[1])), 1)
            let decision = try #require(PenaltyDecision(rawValue: words[2]))
            return .decidePenalty(key, decision, reason: "")
        case let other:
            Issue.record("\(scenario.name): unknown act \(other ?? "")")
            return .answer
        }
    }

    // MARK: - What comes of it

    private mutating func write(_ plan: ProcedurePlan) {
        for event in plan.events { add(event.fact) }
        for letter in plan.letters { note(describe(letter)) }
    }

    private mutating func add(_ fact: TicketFact) {
        events.append(TicketEvent(at: now, fact))
        switch fact {
        case .promise(.warned(let key, let percent)): note("  warned \(key.text) \(percent) %")
        case .promise(.broken(let key, let due)): note("  broken \(key.text), due \(text(due))")
        case .promise(.draftLaid), .promise(.delayRecalled): break
        case .promise(.penalty(let key, let decision, _, _)):
            note("  penalty \(key.text) \(decision.rawValue)")
        case .moved(let state, _): note("  \(state.rawValue)")
        case .assigned(let person, _): note("  assigned \(person.localPart)")
        case .closing(.concluded(let ground)): note("  concluded \(ground.rawValue)")
        case .letterFailed, .letterUndelivered: note("  bounced")
        case .right(.escalationAsked(let level, _)): note("  escalated \(level)")
        case .opened, .classified, .joined, .noted, .letterQueued, .letterNotDue, .letterWithheld,
            .letterSent, .answer, .closing, .right, .heard, .linked, .recognised, .merged,
            .absorbed, .splitOff, .staff:
            break
        }
    }

    private func describe(_ letter: ProcedureLetter) -> String {
        var line = "  letter \(letter.kind.rawValue)"
        line += letter.to.map { " to \($0.localPart)" } ?? ""
        line +=
            letter.matter.promises.isEmpty
            ? "" : " about \(letter.matter.promises.map(\.key.text).joined(separator: ", "))"
        if letter.matter.hasHeard { line += " after a word" }
        if letter.notBefore > now { line += " at \(text(letter.notBefore))" }
        return line
    }

    private func describe(_ state: PromiseState) -> String {
        let due = state.due.map { ", due \(text($0))" } ?? ""
        let status =
            switch state.status {
            case .running: "running\(due)"
            case .warned(let percent): "warned \(percent) %\(due)"
            case .paused(let since): "paused since \(text(since))"
            case .kept(let at, let through, _): "kept \(text(at)) by \(through.rawValue)\(due)"
            case .broken(let since, let at, _):
                "broken since \(text(since))" + (at.map { ", made good \(text($0))" } ?? "")
            case .lapsed(let at, let through): "lapsed \(text(at)) by \(through.rawValue)"
            }
        return "  \(state.key.text) \(status)"
    }

    private mutating func note(_ line: String) {
        timeline.append(line.hasPrefix("  ") ? "\(text(now))\(line)" : "\(text(now)) \(line)")
    }

    private func file() throws -> ProcedureCase {
        try #require(
            ProcedureCase(
                events: events,
                mailbox: mailbox,
                company: house.company,
                contract: contract,
                accountManager: try ScenarioHouse.address("nora")
            )
        )
    }

    private static func name(_ kind: LetterKind, _ cause: String) -> MessageID? {
        let plain = cause.replacingOccurrences(of: "@", with: ".")
        return MessageID("\(kind.rawValue).\(plain)@mileo.example")
    }

    // Moments are Paris wall time, as people write them.
    private func moment(_ text: String) throws -> Date {
        let words = text.split(separator: " ").map(String.init)
        let day = try #require(CivilDay(words[0]))
        let parts = words[1].split(separator: ":").compactMap { Int($0) }
        let time = try #require(TimeOfDay(minutes: parts[0] * 60 + parts[1]))
        let range = try #require(OpeningRange(from: time, until: .midnight))
        var calendar = house.company.calendar
        calendar.exceptions.openings = [
            ExceptionalOpening(day: day, ranges: [range], reason: "scenario")
        ]
        return try #require(calendar.stretches(on: day).first?.from)
    }

    private func text(_ moment: Date) -> String {
        let calendar = house.company.calendar
        return "\(calendar.day(of: moment).text) \(calendar.timeOfDay(of: moment).text)"
    }
}
