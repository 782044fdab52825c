// Durations as people write them: 3j, 45min, 2h, 1h30, 2 jours, 3d, and 3 bd as the settings do.
//
// Days are business days, as in the promises: who says "3j" on a Friday means Wednesday.

/// How long, in the unit in which it was said.
package enum SpokenDuration: Hashable, Sendable {
    /// Minutes of the clock.
    case minutes(Int)
    /// Business days.
    case days(Int)

    /// The longest durations that a person can mean.
    static let minutesMaximum = 60 * 24 * 7
    static let daysMaximum = 366

    /// Reads the folded words at the beginning of some; how many were used stands beside it.
    static func read(_ words: [String]) -> (duration: SpokenDuration, used: Int)? {
        guard let first = words.first else { return nil }
        let digits = first.prefix { $0.isASCII && $0.isNumber }
        guard (1...5).contains(digits.count), let amount = Int(digits) else { return nil }
        var rest = first.dropFirst(digits.count)
        let hundredths = hundredths(&rest)
        guard amount > 0 || hundredths != nil else { return nil }
        let isOneWord = !rest.isEmpty
        guard isOneWord || words.count > 1 else { return nil }
        let unit = isOneWord ? String(rest) : words[1].trimmedMarks
        let count = isOneWord ? 1 : 2
        guard let hundredths else {
            return of(amount, unit).map { withMinutes($0, unit, words, count) }
        }
        let minutes = amount * 60 + hundredths * 60 / 100
        guard ["h", "heure", "heures", "hour", "hours"].contains(unit), minutes > 0,
            minutes <= minutesMaximum
        else { return nil }
        return (.minutes(minutes), count)
    }

    // "1,5h", "0,75 h": what stands behind the comma, in hundredths.
    private static func hundredths(_ rest: inout Substring) -> Int? {
        guard let mark = rest.first, mark == "," || mark == "." else { return nil }
        let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let number = Int(digits) else { return nil }
        rest = rest.dropFirst(1 + digits.count)
        return digits.count == 1 ? number * 10 : number
    }

    // "1 h 30": minutes may follow hours without a unit; days may be said to be days of work.
    private static func withMinutes(
        _ duration: SpokenDuration,
        _ unit: String,
        _ words: [String],
        _ count: Int
    ) -> (SpokenDuration, used: Int) {
        guard words.count > count else { return (duration, count) }
        let next = words[count].trimmedMarks
        switch duration {
        case .minutes(let minutes):
            guard ["h", "heure", "heures"].contains(unit), next.utf8.count == 2,
                let more = Int(next), (0..<60).contains(more)
            else { return (duration, count) }
            return (.minutes(minutes + more), count + 1)
        case .days:
            let isWork = ["ouvre", "ouvres", "ouvrable", "ouvrables", "working", "business"]
            return (duration, isWork.contains(next) ? count + 1 : count)
        }
    }

    private static func of(_ amount: Int, _ unit: String) -> SpokenDuration? {
        let duration: SpokenDuration?
        switch unit {
        case "min", "mn", "minute", "minutes", "m", "'": duration = .minutes(amount)
        case "h", "heure", "heures", "hour", "hours": duration = .minutes(amount * 60)
        case "j", "jo", "jour", "jours", "d", "bd", "day", "days": duration = .days(amount)
        case "sem", "semaine", "semaines", "week", "weeks", "w": duration = .days(amount * 5)
        default:
            // "1h30": hours, then minutes of two digits.
            guard unit.utf8.count >= 3, unit.hasPrefix("h"),
                let minutes = Int(unit.dropFirst().prefix(2)), (0..<60).contains(minutes),
                ["", "min", "mn", "m"].contains(unit.dropFirst(3))
            else { return nil }
            duration = .minutes(amount * 60 + minutes)
        }
        switch duration {
        case .minutes(let count) where count > minutesMaximum: return nil
        case .days(let count) where count > daysMaximum: return nil
        case .minutes, .days, nil: return duration
        }
    }

    /// In words: `45 min`, `2 h`, `1 h 30`, `3 jours ouvrés`.
    package var words: String {
        switch self {
        case .minutes(let count) where count < 60: return "\(count) min"
        case .minutes(let count):
            let rest = count % 60
            let two = rest < 10 ? "0\(rest)" : "\(rest)"
            return rest == 0 ? "\(count / 60) h" : "\(count / 60) h \(two)"
        case .days(let count): return count == 1 ? "1 jour ouvré" : "\(count) jours ouvrés"
        }
    }
}
