// Hours as people write them: "14h", "9 h 30", "10 heures et demie", "quatorze heures", "2pm",
// "3 p.m.", "3h de l’après-midi", "midi".
//
// An hour is told from a number by the mark or the word behind it; a bare number is never an hour.
// It knows no day.

/// An hour that somebody named.
struct SpokenHour: Hashable {
    /// The time of day.
    let time: TimeOfDay
    /// How many words it took.
    let used: Int

    /// An hour that no clock shows.
    struct Impossible: Error, Hashable {
        let shown: String
    }

    /// The hour that stands at the beginning of folded words; nil for none.
    static func read(_ words: ArraySlice<String>) throws(Impossible) -> SpokenHour? {
        let said = words.prefix(9).map(\.trimmedMarks)
        guard let first = said.first else { return nil }
        if ["midi", "noon"].contains(first) { return whole(12 * 60, said, 1) }
        if ["minuit", "midnight"].contains(first) { return nil }
        if let found = try marked(said) { return found }
        guard let hours = number(first), said.count > 1 else { return nil }
        var (minutes, used) = (hours * 60, 2)
        switch said[1] {
        case "h", "heure", "heures":
            guard said.count > 2, let more = number(said[2]), (0..<60).contains(more),
                said[2].utf8.count > 1, said.count == 3 || !isUnit(said[3])
            else {
                return try whole(checking: minutes, said, 2)
            }
            (minutes, used) = (minutes + more, 3)
        case "o'clock": break
        default:
            guard let half = Self.half(said[1]) else { return nil }
            guard let time = clock(hours, 0, half) else { throw Impossible(shown: shown(said, 2)) }
            return SpokenHour(time: time, used: 2)
        }
        return try withPart(minutes, said, used)
    }

    /// Whether words name an hour, possible or not.
    static func begins(_ words: ArraySlice<String>) -> Bool {
        do throws(Impossible) { return try read(words) != nil } catch { return true }
    }

    // MARK: - Forms

    // "14h", "14h30", "14:30", "2pm", "2:30pm", "14heures": one word, or with "pm" behind it.
    private static func marked(_ said: [String]) throws(Impossible) -> SpokenHour? {
        let word = said[0]
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let hours = Int(digits) else { return nil }
        var rest = word.dropFirst(digits.count)
        guard let mark = rest.first else { return nil }
        if let half = half(String(rest)) {
            guard let time = clock(hours, 0, half) else { throw Impossible(shown: word) }
            return SpokenHour(time: time, used: 1)
        }
        if ["heure", "heures"].contains(rest) {
            return try whole(checking: hours * 60, said, 1)
        }
        guard mark == "h" || mark == ":" || mark == "." else { return nil }
        rest = rest.dropFirst()
        let more = rest.prefix { $0.isASCII && $0.isNumber }
        var end = String(rest.dropFirst(more.count))
        var used = 1
        if end == "min" || end == "mn" { end = "" }
        if end.isEmpty, said.count > 1, half(said[1]) != nil { (end, used) = (said[1], 2) }
        if let half = half(end) {
            guard let minutes = more.isEmpty ? 0 : Int(more), more.count != 1,
                let time = clock(hours, minutes, half)
            else { throw Impossible(shown: shown(said, used)) }
            return SpokenHour(time: time, used: used)
        }
        // "14.30" may be a date.
        guard end.isEmpty, mark != "." else { return nil }
        if more.isEmpty { return try whole(checking: hours * 60, said, 1) }
        guard more.utf8.count == 2, let minutes = Int(more), minutes < 60, hours < 24 else {
            throw Impossible(shown: word)
        }
        return try withPart(hours * 60 + minutes, said, 1)
    }

    // A whole hour may have its half or its quarter behind it.
    private static func whole(
        checking minutes: Int,
        _ said: [String],
        _ used: Int
    ) throws(Impossible) -> SpokenHour {
        guard minutes < 24 * 60 else { throw Impossible(shown: shown(said, used)) }
        guard let found = whole(minutes, said, used) else {
            throw Impossible(shown: shown(said, used))
        }
        return try withPart(found.time.minutes, said, found.used)
    }

    private static func whole(_ minutes: Int, _ said: [String], _ used: Int) -> SpokenHour? {
        let next = said.dropFirst(used).prefix(3)
        var (sum, count) = (minutes, used)
        if next.first == "et", let part = next.dropFirst().first {
            if ["demi", "demie"].contains(part) { (sum, count) = (sum + 30, used + 2) }
            if part == "quart" { (sum, count) = (sum + 15, used + 2) }
        } else if next.elementsEqual(["moins", "le", "quart"]) {
            (sum, count) = (sum - 15, used + 3)
        }
        return TimeOfDay(minutes: sum).map { SpokenHour(time: $0, used: count) }
    }

    // "3h de l’après-midi", "8h du soir", "9h du matin".
    private static func withPart(
        _ minutes: Int,
        _ said: [String],
        _ used: Int
    ) throws(Impossible) -> SpokenHour {
        var (sum, count) = (minutes, used)
        let next = Array(said.dropFirst(used).prefix(3))
        let isLater = [["du", "soir"], ["de", "l'apres-midi"], ["de", "l'apres", "midi"]]
            .first { next.starts(with: $0) }
        if let isLater {
            if sum < 12 * 60 { sum += 12 * 60 }
            count += isLater.count
        } else if next.starts(with: ["du", "matin"]), sum < 12 * 60 {
            count += 2
        }
        guard sum < 24 * 60, let time = TimeOfDay(minutes: sum) else {
            throw Impossible(shown: shown(said, used))
        }
        return SpokenHour(time: time, used: count)
    }

    private static func clock(_ hours: Int, _ minutes: Int, _ half: Half) -> TimeOfDay? {
        guard (1...12).contains(hours), (0..<60).contains(minutes) else { return nil }
        return TimeOfDay(minutes: (hours % 12 + (half == .afternoon ? 12 : 0)) * 60 + minutes)
    }

    private enum Half { case morning, afternoon }

    private static func half(_ word: String) -> Half? {
        switch word.filter({ $0 != "." }) {
        case "am": .morning
        case "pm": .afternoon
        default: nil
        }
    }

    private static func isUnit(_ word: String) -> Bool {
        half(word) != nil || ["h", "heure", "heures"].contains(word)
    }

    private static func shown(_ said: [String], _ count: Int) -> String {
        said.prefix(count).joined(separator: " ")
    }

    // MARK: - Numbers

    private static let ones = [
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
        "quinze": 15, "seize": 16, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    ]
    private static let tens = [
        "dix": 10, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    ]

    /// A number of at most two figures, in figures or words.
    static func number(_ word: String) -> Int? {
        if (1...2).contains(word.utf8.count), word.allSatisfy(\.isNumber) { return Int(word) }
        if let number = ones[word] ?? tens[word] { return number }
        let parts = word.split(separator: "-").map(String.init)
        guard parts.count >= 2, let ten = tens[parts[0]],
            let one = parts.last.flatMap({ ones[$0] }),
            one < 10, parts.count == 2 || parts.count == 3 && parts[1] == "et"
        else { return nil }
        return ten + one
    }
}
