// Dates as people write them: "demain 14h", "lundi", "12/03 9h30", "12 mars", "dans 2h", ISO.
//
// Read against a moment and the company's calendar; days that no calendar shows, hours that no
// clock shows and moments that are over are refused with a sentence.

package import Foundation

/// A moment that somebody named.
package struct SpokenMoment: Hashable, Sendable {
    /// The day.
    package var day: CivilDay
    /// The time of day; nil where none was said.
    package var time: TimeOfDay?
    /// The part of the day, where only that was said: its time is then one that stands for it.
    var part: DayPart?

    /// The moment: where no time was said, the day's opening, or nine o'clock.
    package func date(in calendar: CompanyCalendar) -> Date {
        let opening = calendar.officeHours(on: day).ranges.first?.from.minutes ?? 540
        return calendar.moment(on: day, minutes: time?.minutes ?? opening)
    }

    /// The end of it, where what was said is a day or a part of one; else the moment.
    func end(in calendar: CompanyCalendar) -> (date: Date, part: DayPart?) {
        guard let part = part ?? (time == nil ? .day : nil) else {
            return (date(in: calendar), nil)
        }
        return (calendar.moment(on: day, minutes: part.end(on: day, in: calendar)), part)
    }

    /// The end of it, for deadlines: where no time was said, the day's closing, or six o'clock.
    package func deadline(in calendar: CompanyCalendar) -> Date {
        let closing = calendar.officeHours(on: day).ranges.last?.until.minutes ?? 1080
        return calendar.moment(on: day, minutes: time?.minutes ?? closing)
    }
}

extension CompanyCalendar {
    /// The moment at which the company's clock shows a time of a day; a time that is skipped in
    /// spring is the one an hour later.
    func moment(on day: CivilDay, minutes: Int) -> Date {
        let wall = Double(day.number * 86_400 + minutes * 60)
        var moment = Date(timeIntervalSince1970: wall)
        for _ in 0..<2 {
            let offset = timeZone.secondsFromGMT(for: moment)
            moment = Date(timeIntervalSince1970: wall - Double(offset))
        }
        return moment
    }
}

/// Reads moments from folded words.
struct SpokenMomentReader {
    /// What is wrong with a date.
    enum Failure: Error, Hashable {
        case none
        case noSuchDay(String)
        case noSuchTime(String)
        /// A day of this year that is over, said without its year.
        case past(CivilDay)
    }

    let words: [String]
    let today: CivilDay
    let now: TimeOfDay
    private(set) var used = 0

    /// Reads the words at the beginning of some; they are folded.
    init(_ words: [String], calendar: CompanyCalendar, at moment: Date) {
        self.words = words
        today = calendar.day(of: moment)
        now = calendar.timeOfDay(of: moment)
    }

    /// The moment that stands at the beginning; `used` is then the number of words.
    mutating func read() throws(Failure) -> SpokenMoment {
        while let word = next,
            ["le", "la", "a", "pour", "on", "the", "jusqu'au", "au"].contains(word)
        {
            used += 1
        }
        guard let day = try readDay() else { throw .none }
        if let time = pending { return SpokenMoment(day: day, time: time) }
        let time = try readTime()
        return SpokenMoment(day: day, time: time, part: part)
    }

    private var next: String? { used < words.count ? words[used].trimmedMarks : nil }
    // A time that stood within the word of the day, as in ISO.
    private var pending: TimeOfDay?
    // The part of the day that stood in the place of a time.
    private var part: DayPart?

    // MARK: - Days

    private mutating func readDay() throws(Failure) -> CivilDay? {
        guard let word = next else { return nil }
        let near = [
            "aujourd'hui": 0, "today": 0, "demain": 1, "tomorrow": 1, "apres-demain": 2,
        ]
        if let days = near[word] {
            used += 1
            return today.advanced(by: days)
        }
        if let weekday = Self.weekday(word) { return try readWeekday(weekday) }
        if let day = try readDigits(word) { return day }
        return try readNamedMonth(word)
    }

    // "lundi" is the next one; "lundi 12 mars" is a date with its day's name.
    private mutating func readWeekday(_ weekday: Weekday) throws(Failure) -> CivilDay {
        used += 1
        if let word = next {
            let before = used
            if let day = try readDigits(word) { return day }
            if let day = try readNamedMonth(word) { return day }
            used = before
            if ["prochain", "next"].contains(word) { used += 1 }
        }
        let ahead = (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1
        return today.advanced(by: ahead)
    }

    // 12/03, 12/03/2027, 12.03.27, 2027-03-12, 2027-03-12T14:00
    private mutating func readDigits(_ word: String) throws(Failure) -> CivilDay? {
        if word.utf8.count >= 10, let day = CivilDay(String(word.prefix(10))) {
            let rest = word.dropFirst(10)
            guard rest.isEmpty || rest.hasPrefix("t") else { throw .noSuchDay(word) }
            if !rest.isEmpty {
                guard let time = Self.time(String(rest.dropFirst().prefix(5))) else {
                    throw .noSuchTime(String(rest.dropFirst()))
                }
                pending = time
            }
            used += 1
            return day
        }
        let parts = word.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard (2...3).contains(parts.count),
            parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
            parts.allSatisfy({ part in part.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return nil }
        if parts[0].utf8.count == 4 { throw .noSuchDay(word) }
        used += 1
        return try day(
            numbers[0],
            month: numbers[1],
            year: numbers.count == 3 ? numbers[2] : nil,
            as: word
        )
    }

    // 12 mars, 1er avril 2027
    private mutating func readNamedMonth(_ word: String) throws(Failure) -> CivilDay? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let number = Int(digits),
            ["", "er", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)),
            used + 1 < words.count
        else { return nil }
        let name = words[used + 1].trimmedMarks
        guard let month = MonthName.number(of: name) else { return nil }
        used += 2
        var year: Int?
        if let word = next, word.utf8.count == 4, let number = Int(word), number >= 2000 {
            year = number
            used += 1
        }
        return try day(number, month: month, year: year, as: "\(word) \(name)")
    }

    // A day without a year is this year's; from November on, January and February are the next.
    private func day(
        _ number: Int,
        month: Int,
        year: Int?,
        as shown: String
    ) throws(Failure) -> CivilDay {
        if let year {
            let whole = year < 100 ? 2000 + year : year
            guard let day = CivilDay(year: whole, month: month, day: number) else {
                throw .noSuchDay(shown)
            }
            return day
        }
        let (first, current, _) = today.date
        let begins = current >= 11 && month <= 2 ? first + 1 : first
        // The 29th of February is in few years.
        for year in begins...(begins + 8) {
            guard let day = CivilDay(year: year, month: month, day: number) else { continue }
            guard day >= today else { throw .past(day) }
            return day
        }
        throw .noSuchDay(shown)
    }

    private static func weekday(_ word: String) -> Weekday? {
        let names: [String: Weekday] = [
            "lundi": .monday, "mardi": .tuesday, "mercredi": .wednesday, "jeudi": .thursday,
            "vendredi": .friday, "samedi": .saturday, "dimanche": .sunday, "monday": .monday,
            "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday,
            "friday": .friday, "saturday": .saturday, "sunday": .sunday,
        ]
        return names[word]
    }

    // MARK: - Times

    private static let beforeTimes: Set = [
        "a", "vers", "at", "des", "around", "dans", "en", "l'", "la", "courant", "pour",
    ]

    private mutating func readTime() throws(Failure) -> TimeOfDay? {
        let before = used
        while let word = next, Self.beforeTimes.contains(word) { used += 1 }
        guard var word = next else {
            used = before
            return nil
        }
        let parts = [
            "matin": 540, "matinee": 540, "midi": 720, "apres-midi": 840, "l'apres-midi": 840,
            "soir": 1080, "soiree": 1080, "morning": 540, "noon": 720, "afternoon": 840,
        ]
        if let minutes = parts[word] {
            used += 1
            part = Self.dayParts[word]
            return TimeOfDay(minutes: minutes)
        }
        // "9 h", "9 h 30"
        var taken = 1
        if Int(word) != nil, used + 1 < words.count, words[used + 1].trimmedMarks == "h" {
            word += "h"
            taken = 2
            if used + 2 < words.count, words[used + 2].utf8.count == 2, Int(words[used + 2]) != nil
            {
                word += words[used + 2]
                taken = 3
            }
        }
        guard Self.looksLikeTime(word) else {
            used = before
            return nil
        }
        guard let time = Self.time(word) else { throw .noSuchTime(word) }
        used += taken
        return time
    }

    // Noon is an hour.
    private static let dayParts: [String: DayPart] = [
        "matin": .morning, "matinee": .morning, "morning": .morning, "apres-midi": .afternoon,
        "l'apres-midi": .afternoon, "afternoon": .afternoon, "soir": .evening, "soiree": .evening,
    ]

    // Digits, then h or a colon, then digits or nothing.
    private static func looksLikeTime(_ word: String) -> Bool {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let mark = word.dropFirst(digits.count).first,
            mark == "h" || mark == ":"
        else { return false }
        return word.dropFirst(digits.count + 1).allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func time(_ word: String) -> TimeOfDay? {
        let parts = word.split(omittingEmptySubsequences: false) { $0 == "h" || $0 == ":" }
        guard parts.count == 2, let hours = Int(parts[0]), (0...23).contains(hours) else {
            return nil
        }
        if parts[1].isEmpty { return TimeOfDay(minutes: hours * 60) }
        guard parts[1].utf8.count == 2, let minutes = Int(parts[1]), (0...59).contains(minutes)
        else { return nil }
        return TimeOfDay(minutes: hours * 60 + minutes)
    }
}

extension CivilDay {
    /// That it is over, and how to say another year's.
    var isOverSentence: String {
        // Without the day of the week: "12 juin 2026".
        let shown = words(in: .french).split(separator: " ").dropFirst().dropLast()
        return "Le \(shown.joined(separator: " ")) est passé ; écrivez l’année si vous voulez dire "
            + "\(date.year + 1)."
    }
}

extension String {
    /// A word without the marks that a sentence puts around it.
    var trimmedMarks: String {
        var word = Substring(self)
        while let last = word.last, ",;.!?)\"…»”".contains(last) { word.removeLast() }
        while let first = word.first, "(\"«“".contains(first) { word.removeFirst() }
        return String(word)
    }
}
