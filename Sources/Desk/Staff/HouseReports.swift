// What the administration asks for by mail: how the house stands, what a month was like, and all
// that is kept about one address (the right of access). Values come from the store; the words are
// made here, in French.

import Foundation

/// How the house stands.
package struct HouseStanding: Hashable, Sendable {
    /// The mails of each mailbox.
    package var balances: [MailboxBalance]
    /// How many letters are in each state.
    package var letters: [OutboxState: Int]
    /// How the service stands, and what is in trouble.
    package var service: ServiceReport
    /// Who is away, or will be, beside what the settings say.
    package var absences: [StaffAbsence]

    /// Describes a moment.
    package init(
        balances: [MailboxBalance] = [],
        letters: [OutboxState: Int] = [:],
        service: ServiceReport = ServiceReport(),
        absences: [StaffAbsence] = []
    ) {
        self.balances = balances
        self.letters = letters
        self.service = service
        self.absences = absences
    }

    /// The standing in words.
    func text(in company: CompanySettings, at now: Date) -> String {
        var lines = ["État au \(company.calendar.words(now, in: .french)) :"]
        lines += [service.line(in: company)].compactMap(\.self)
        for balance in balances {
            lines.append(
                "- \(balance.mailbox.text) : \(Self.sum(of: balance))"
                    + service.words(of: balance.mailbox, in: company)
            )
        }
        if balances.count > 1 { lines.append("- en tout : \(Self.sum(of: Self.total(balances)))") }
        let counts = OutboxState.allCases.map { "\(letters[$0] ?? 0) \(Self.word(for: $0))" }
        lines.append("- envois : " + counts.joined(separator: ", "))
        let troubles = service.troubles
        lines += troubles.isEmpty ? ["- aucune erreur connue"] : troubles.map { "- erreur : \($0)" }
        let today = company.calendar.day(of: now)
        for absence in absences where today <= absence.days.upperBound {
            lines.append("- \(absence.sentence(in: company))")
        }
        return lines.joined(separator: "\n")
    }

    // The ends of its mails, which add up.
    private static func sum(of balance: MailboxBalance) -> String {
        let ends = Disposition.allCases.compactMap { end -> String? in
            guard let count = balance.counts[end], count > 0 else { return nil }
            return "\(count) \(word(for: end, count))"
        }
        let waiting = balance.unfiled > 0 ? ["\(balance.unfiled) à classer"] : []
        let sum = (ends + waiting).joined(separator: " + ")
        return received(balance.fetched) + (sum.isEmpty ? "" : " = \(sum)")
    }

    private static func total(_ balances: [MailboxBalance]) -> MailboxBalance {
        MailboxBalance(
            mailbox: balances[0].mailbox,
            counts: balances.map(\.counts).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) },
            unfiled: balances.map(\.unfiled).reduce(0, +)
        )
    }

    private static func received(_ count: Int) -> String {
        count < 2 ? "\(count) mail reçu" : "\(count) mails reçus"
    }

    private static func word(for end: Disposition, _ count: Int) -> String {
        let isOne = count < 2
        return switch end {
        case .file: isOne ? "dossier ouvert" : "dossiers ouverts"
        case .append: isOne ? "joint à un dossier" : "joints à un dossier"
        case .fileQuiet: isOne ? "classé sans suite" : "classés sans suite"
        case .quarantine: "en quarantaine"
        case .hold: "en attente"
        }
    }

    private static func word(for state: OutboxState) -> String {
        switch state {
        case .queued: "en attente"
        case .sending: "en cours"
        case .sent: "envoyés"
        case .failed: "en échec"
        case .uncertain: "incertains"
        }
    }
}

extension StaffAbsence {
    /// The absence in words.
    func sentence(in company: CompanySettings) -> String {
        let names = { (address: EmailAddress) in
            company.staff.first { $0.address == address }?.name ?? address.text
        }
        let first = days.lowerBound.words(in: .french)
        let when =
            days.lowerBound == days.upperBound
            ? "le \(first)" : "du \(first) au \(days.upperBound.words(in: .french))"
        let stands = deputy.map { ", remplacement : \(names($0))" } ?? ""
        return "absence de \(names(person)) \(when)\(stands)"
    }
}

/// A month in numbers.
package struct MonthReport: Hashable, Sendable {
    /// The first day of the month.
    package var first: CivilDay
    /// Requests that came, by class.
    package var requests: [Criticality: Int] = [:]
    /// Complaints that came.
    package var complaints = 0
    /// Dossiers that were closed.
    package var closed = 0
    /// Promises that were broken.
    package var broken = 0
    /// Escalations that clients asked for.
    package var escalations = 0
    /// The notes of surveys.
    package var notes: [Int] = []

    /// Adds a month up from the events of dossiers.
    package init(
        from first: CivilDay,
        over dossiers: [[TicketEvent]],
        calendar: CompanyCalendar
    ) {
        self.first = first
        let begin = calendar.start(of: first)
        let end = calendar.start(of: first.nextMonth)
        for events in dossiers {
            guard let ticket = Ticket(folding: events), !ticket.opening.isQuiet else { continue }
            for event in events.sinceTakenOver where begin <= event.at && event.at < end {
                count(event.fact, of: ticket)
            }
        }
    }

    private mutating func count(_ fact: TicketFact, of ticket: Ticket) {
        switch fact {
        case .opened(let opening):
            switch opening.procedure {
            case .complaint: complaints += 1
            case .sav: requests[ticket.criticality ?? .standard, default: 0] += 1
            }
        case .moved(.closed, _): closed += 1
        case .promise(.broken): broken += 1
        case .right(.escalationAsked): escalations += 1
        case .right(.surveyAnswered(let answer, _)): notes += answer.notes
        case .classified, .assigned, .joined, .heard, .linked, .recognised, .merged, .absorbed,
            .splitOff, .noted, .letterQueued, .letterNotDue, .letterSent, .letterFailed,
            .letterWithheld, .letterUndelivered, .moved, .answer, .closing, .right, .promise,
            .staff:
            break
        }
    }

    /// The month in words.
    func text() -> String {
        let name = first.monthWords
        let classes = Criticality.allCases.reversed().compactMap { level -> String? in
            guard let count = requests[level] else { return nil }
            return "\(count) \(level.word(in: .french).lowercased())"
        }
        let sum = requests.values.reduce(0, +)
        var lines = [
            "Rapport, \(name) :",
            "- demandes SAV : \(sum)"
                + (classes.isEmpty ? "" : " (\(classes.joined(separator: ", ")))"),
            "- réclamations : \(complaints)", "- dossiers clos : \(closed)",
            "- délais non tenus : \(broken)", "- escalades : \(escalations)",
        ]
        if notes.isEmpty {
            lines.append("- satisfaction : aucune réponse")
        } else {
            let tenths = (notes.reduce(0, +) * 10 + notes.count / 2) / notes.count
            lines.append(
                "- satisfaction : \(tenths / 10),\(tenths % 10) sur 5 (\(notes.count) notes)"
            )
        }
        return lines.joined(separator: "\n")
    }
}

extension CivilDay {
    /// The first day of this day's month.
    package var monthStart: CivilDay { advanced(by: 1 - date.day) }

    /// The first day of the month after this day's.
    package var nextMonth: CivilDay { monthStart.advanced(by: 31).monthStart }

    var monthWords: String {
        let names = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
            "octobre", "novembre", "décembre",
        ]
        return "\(names[date.month - 1]) \(date.year)"
    }
}
