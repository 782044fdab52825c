// Which words speak of time, so that none of them is passed over behind a date that a client is
// told: a second day, a second hour, a range.

/// Words that speak of time.
enum TimeWords {
    private static let days: Set = [
        "aujourd'hui", "demain", "apres-demain", "today", "tomorrow", "tonight", "lundi", "mardi",
        "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday",
    ]
    private static let parts: Set = [
        "entre", "between", "matin", "matinee", "midi", "apres-midi", "l'apres-midi", "soir",
        "soiree", "debut", "fin", "morning", "noon", "afternoon", "evening", "minuit", "midnight",
    ]
    private static let months: Set = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre", "novembre", "decembre", "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ]
    private static let units: Set = [
        "h", "heure", "heures", "j", "jour", "jours", "semaine", "semaines", "mois", "min",
        "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "am", "pm",
        "o'clock",
    ]
    private static let weeks: Set = ["semaine", "mois", "week", "month"]
    private static let nexts: Set = ["prochain", "prochaine", "suivant", "suivante", "next"]

    /// The first of some folded words that speaks of time; nil for none.
    static func first(in words: [String]) -> String? {
        for index in words.indices where speaks(at: index, of: words) { return words[index] }
        return nil
    }

    /// What a colleague said besides a date, where it belongs to the date and not to a remark:
    /// directly behind it, or behind "ou", "puis", "entre".
    static func besides(_ words: [String]) -> String? {
        let links: Set = [
            "ou", "puis", "et", "or", "then", "and", "-", "–", "/", "a", "au", "jusqu'a", "to",
            "bien", "sinon", "encore", "le", "en", "vers", "at", "on", "dans", "in",
        ]
        let linked = words.prefix { links.contains($0) }.count
        if linked < words.count, linked <= 3, speaks(at: linked, of: words) {
            return words[linked]
        }
        return words.prefix(3).first { ["entre", "between"].contains($0) }
    }

    private static func speaks(at index: Int, of words: [String]) -> Bool {
        let word = words[index]
        let next = index + 1 < words.count ? words[index + 1].filter { $0 != "." } : ""
        if days.contains(word) || parts.contains(word) { return true }
        if weeks.contains(word), nexts.contains(next) || nexts.contains(before(index, words)) {
            return true
        }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let behind = word.dropFirst(digits.count)
        guard !digits.isEmpty else {
            return SpokenHour.number(word) != nil && units.contains(next)
        }
        guard (1...2).contains(digits.count) else { return false }
        if behind.isEmpty || behind == "er" { return units.contains(next) || months.contains(next) }
        if units.contains(behind.filter { $0 != "." }) { return true }
        // "14h30", "14:00-16:00", "14h-16h".
        return behind.hasPrefix("h") && behind.dropFirst().first?.isLetter != true
            || behind.hasPrefix(":") || isDate(word)
    }

    private static func before(_ index: Int, _ words: [String]) -> String {
        index > 0 ? words[index - 1] : ""
    }

    // 12/03, 12.03.2027
    private static func isDate(_ word: String) -> Bool {
        let parts = word.split(omittingEmptySubsequences: false) { "/.".contains($0) }
        guard (2...3).contains(parts.count), let day = Int(parts[0]), let month = Int(parts[1])
        else { return false }
        return (1...31).contains(day) && (1...12).contains(month)
    }
}
