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
        /// A day of the week and a date that is another one; the words, and the date.
        case contradiction(String, CivilDay)
        /// An hour of today that is over, said without a day.
        case over(String)
    }

    let words: [String]
    let today: CivilDay
    let now: TimeOfDay
    let calendar: CompanyCalendar
    let moment: Date
    // Whether an hour may stand without a day, and a delay in the place of one.
    let takesAll: Bool
    private(set) var used = 0

    /// Reads the words at the beginning of some; they are folded.
    init(_ words: [String], calendar: CompanyCalendar, at moment: Date, takesAll: Bool = false) {
        self.words = words
        self.calendar = calendar
        self.moment = moment
        self.takesAll = takesAll
        today = calendar.day(of: moment)
        now = calendar.timeOfDay(of: moment)
    }

    /// The moment that stands at the beginning; `used` is then the number of words.
    mutating func read() throws(Failure) -> SpokenMoment {
        while let word = next, Self.beforeDays.contains(word) { used += 1 }
        if takesAll {
            if let found = try readHourFirst() { return found }
            if let found = readHoursAhead() { return found }
        }
        guard let day = try readDay() else { throw .none }
        if let time = pending { return SpokenMoment(day: day, time: time) }
        let time = try readTime()
        return SpokenMoment(day: day, time: time, part: part)
    }

    private static let beforeDays: Set = [
        "le", "la", "a", "pour", "on", "the", "jusqu'au", "au", "at", "vers", "des", ",", ":",
    ]

    // "14h": today; "14h demain", "10 heures vendredi 27": that day.
    private mutating func readHourFirst() throws(Failure) -> SpokenMoment? {
        guard let hour = try readClock() else { return nil }
        let shown = words[..<used].joined(separator: " ").trimmedMarks
        let before = used
        while let word = next, ["le", "on", "ce", "this"].contains(word) { used += 1 }
        if let day = try readDay(), pending == nil { return SpokenMoment(day: day, time: hour) }
        (used, pending) = (before, nil)
        guard hour > now else { throw .over(shown) }
        return SpokenMoment(day: today, time: hour)
    }

    // "dans 2h": a delay has its word before it, or is in minutes.
    private mutating func readHoursAhead() -> SpokenMoment? {
        let isAhead = next.map { ["dans", "in"].contains($0) } ?? false
        guard
            let (duration, count) = SpokenDuration.read(
                Array(words[used...].dropFirst(isAhead ? 1 : 0))
            ),
            case .minutes(let minutes) = duration
        else { return nil }
        used += count + (isAhead ? 1 : 0)
        let then = moment.addingTimeInterval(Double(minutes) * 60)
        return SpokenMoment(day: calendar.day(of: then), time: calendar.timeOfDay(of: then))
    }

    private mutating func readClock() throws(Failure) -> TimeOfDay? {
        do throws(SpokenHour.Impossible) {
            guard let hour = try SpokenHour.read(words[used...]) else { return nil }
            used += hour.used
            return hour.time
        } catch {
            throw .noSuchTime(error.shown)
        }
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
        if ["ce", "cet", "cette", "this"].contains(word), used + 1 < words.count,
            Self.parts[words[used + 1].trimmedMarks] != nil
        {
            used += 1
            return today
        }
        if let weekday = Self.weekday(word) { return try readWeekday(weekday) }
        if let day = try readDigits(word) { return day }
        if let day = try readNamedMonth(word) { return day }
        if takesAll, let day = readDaysAhead() { return day }
        // "le 26": of this month or the next.
        guard used > 0, ["le", "the"].contains(words[used - 1]) else { return nil }
        return try readDayOfMonth(word)
    }

    // "dans 2 jours", "3j": business days, without an hour.
    private mutating func readDaysAhead() -> CivilDay? {
        let isAhead = next.map { ["dans", "in"].contains($0) } ?? false
        let behind = Array(words[used...].dropFirst(isAhead ? 1 : 0))
        guard let (duration, count) = SpokenDuration.read(behind),
            case .days(let days) = duration, let delay = Delay(days, .businessDays),
            let deadline = calendar.deadline(of: delay, from: moment)
        else { return nil }
        used += count + (isAhead ? 1 : 0)
        return calendar.day(of: deadline.due)
    }

    // "lundi" is the next one; "lundi 12 mars" is a date with its day's name.
    private mutating func readWeekday(_ weekday: Weekday) throws(Failure) -> CivilDay {
        let start = used
        used += 1
        var isNext = false
        while let word = next, ["prochain", "next", "le", "the", ""].contains(word) {
            isNext = true
            used += 1
        }
        if let word = next {
            let before = used
            if let day = try readDate(word) {
                guard day.weekday == weekday else {
                    let shown = words[start..<used].joined(separator: " ").trimmedMarks
                    throw .contradiction(shown, day)
                }
                return day
            }
            used = before
        }
        if isNext, words[used - 1] == "le" { used -= 1 }
        let ahead = (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1
        // "lundi en huit": the one after it.
        let later = ["huit": 7, "8": 7, "quinze": 14, "15": 14]
        if next == "en", used + 1 < words.count, let more = later[words[used + 1].trimmedMarks] {
            used += 2
            return today.advanced(by: ahead + more)
        }
        return today.advanced(by: ahead)
    }

    private mutating func readDate(_ word: String) throws(Failure) -> CivilDay? {
        if let day = try readDigits(word) { return day }
        if let day = try readNamedMonth(word) { return day }
        return try readDayOfMonth(word)
    }

    // "vendredi 27", "mardi 1er", "le 26": a number that is no hour.
    private mutating func readDayOfMonth(_ word: String) throws(Failure) -> CivilDay? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let number = Int(digits),
            ["", "er", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)),
            !SpokenHour.begins(words[used...])
        else { return nil }
        let (year, month, _) = today.date
        let following = month == 12 ? (year + 1, 1) : (year, month + 1)
        let days = [(year, month), following].compactMap { year, month in
            CivilDay(year: year, month: month, day: number)
        }
        guard let day = days.first(where: { $0 >= today }) else { throw .noSuchDay(word) }
        used += 1
        return day
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

    /// The day of the week that a word names.
    static func weekday(_ word: String) -> Weekday? {
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
        "a", "vers", "at", "des", "around", "dans", "en", "l'", "la", "courant", "pour", "le",
        "in", "the", "", "de", "partir",
    ]
    private static let parts = [
        "matin": 540, "matinee": 540, "apres-midi": 840, "l'apres-midi": 840, "soir": 1080,
        "soiree": 1080, "morning": 540, "afternoon": 840, "evening": 1080,
    ]

    private mutating func readTime() throws(Failure) -> TimeOfDay? {
        let before = used
        while let word = next, Self.beforeTimes.contains(word) { used += 1 }
        guard let word = next else {
            used = before
            return nil
        }
        if let minutes = Self.parts[word] {
            used += 1
            if let time = try readClock(within: word) { return time }
            part = Self.dayParts[word]
            return TimeOfDay(minutes: minutes)
        }
        if let time = try readClock() { return time }
        used = before
        return nil
    }

    // "demain matin à 9h", "demain après-midi 3h": the hour says it more exactly.
    private mutating func readClock(within part: String) throws(Failure) -> TimeOfDay? {
        let before = used
        while let word = next, ["a", "vers", "at", "around", "des"].contains(word) { used += 1 }
        guard let time = try readClock() else {
            used = before
            return nil
        }
        let isMorning = Self.dayParts[part] == .morning
        let minutes = !isMorning && time.minutes < 720 ? time.minutes + 720 : time.minutes
        guard isMorning == (minutes < 720) else {
            used = before
            return nil
        }
        return TimeOfDay(minutes: minutes)
    }

    // Noon is an hour.
    private static let dayParts: [String: DayPart] = [
        "matin": .morning, "matinee": .morning, "morning": .morning, "apres-midi": .afternoon,
        "l'apres-midi": .afternoon, "afternoon": .afternoon, "soir": .evening, "soiree": .evening,
    ]

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
