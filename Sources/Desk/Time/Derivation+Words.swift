// A derivation in sentences, for `guichet show N --why`: first what is counted, then one line for
// each day, then the result.

package import Foundation

extension CompanyCalendar {
    /// The sentences of a derivation.
    package func sentences(of derivation: Derivation, in language: Language) -> [String] {
        var lines = [opening(of: derivation, in: language)]
        if derivation.began != derivation.from {
            let began = words(derivation.began, in: language)
            lines.append(
                language == .french
                    ? "Hors horaires : le délai part du \(began)."
                    : "Outside hours: the delay begins on \(began)."
            )
        }
        lines += derivation.pauses.map { pause in
            let from = words(pause.from, in: language)
            let until = words(pause.until, in: language)
            return language == .french
                ? "Suspendu du \(from) au \(until)." : "Paused from \(from) to \(until)."
        }
        lines += derivation.days.map { line(of: $0, in: language) }
        let due = words(derivation.due, in: language)
        lines.append(language == .french ? "Échéance : \(due)." : "Due: \(due).")
        return lines
    }

    /// A moment as a letter writes it: `lundi 2 novembre 2026 à 14 h 30`.
    package func words(_ moment: Date, in language: Language) -> String {
        let day = day(of: moment).words(in: language)
        let time = timeOfDay(of: moment).words(in: language)
        return language == .french ? "\(day) à \(time)" : "\(day) at \(time)"
    }

    private func opening(of derivation: Derivation, in language: Language) -> String {
        let from = words(derivation.from, in: language)
        let amount = derivation.measure.words(in: language)
        let service: String =
            switch (derivation.measure, derivation.service, language) {
            case (.elapsed, _, .french): ", sans interruption"
            case (.elapsed, _, .english): ", without a break"
            case (_, .office, _): ""
            case (_, .duty, .french): ", astreinte comprise"
            case (_, .duty, .english): ", duty service included"
            }
        return language == .french
            ? "\(amount) à compter du \(from)\(service)." : "\(amount) from \(from)\(service)."
    }

    private func line(of day: Derivation.Day, in language: Language) -> String {
        let isFrench = language == .french
        let kind: String =
            switch day.kind {
            case .regular: ""
            case .exceptional(let reason): " (\(reason))"
            case .closure(let reason): " (\(reason))"
            case .holiday(let holiday): " (\(holiday.word(in: language)))"
            }
        let share: String
        switch day.share {
        case .time(let stretches, let left):
            let hours = stretches.map { stretch in
                let ends = stretch.until == start(of: day.day.advanced(by: 1))
                let until =
                    ends ? TimeOfDay.midnight : timeOfDay(of: stretch.until)
                return "\(timeOfDay(of: stretch.from).words(in: language)) – "
                    + until.words(in: language)
            }
            let sum = Self.words(stretches.reduce(0) { $0 + $1.seconds }, in: language)
            let rest = Self.words(left, in: language)
            share =
                hours.joined(separator: ", ")
                + (isFrench ? ", soit \(sum) ; reste \(rest)" : ", that is \(sum); left: \(rest)")
        case .counted(let number):
            share = isFrench ? "\(number == 1 ? "1er" : "\(number)e") jour" : "day \(number)"
        case .first:
            share = isFrench ? "premier jour, non compté" : "first day, not counted"
        case .closed: share = isFrench ? "fermé" : "closed"
        case .paused: share = isFrench ? "suspendu" : "paused"
        }
        return day.day.words(in: language) + kind + (isFrench ? " : " : ": ") + share + "."
    }

    /// A length of time as people say it: `3 h 30 min`.
    package static func words(_ seconds: Double, in language: Language) -> String {
        let minutes = Int((seconds / 60).rounded())
        let (hours, rest) = (minutes / 60, minutes % 60)
        let parts = [hours > 0 ? "\(hours)\u{A0}h" : "", rest > 0 ? "\(rest)\u{A0}min" : ""]
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\u{A0}")
        return text.isEmpty ? "0\u{A0}min" : text
    }
}

extension TimeOfDay {
    /// The end of a day, 24:00.
    static let midnight: TimeOfDay = {
        guard let time = TimeOfDay(minutes: 1440) else {
            preconditionFailure("a day has 1440 minutes")
        }
        return time
    }()
}

extension DelayMeasure {
    /// The measure in words: `4 heures ouvrées`.
    package func words(in language: Language) -> String {
        let (amount, unit): (Int, Delay.Unit) =
            switch self {
            case .elapsed(let time) where time.seconds % 3600 == 0: (time.seconds / 3600, .hours)
            case .elapsed(let time): (time.seconds / 60, .minutes)
            case .businessHours(let time): (time.seconds / 3600, .businessHours)
            case .businessDays(let days): (days.days, .businessDays)
            }
        return Delay(amount, unit)?.phrase(in: language) ?? "\(amount) \(unit.rawValue)"
    }
}
