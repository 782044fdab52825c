// The Date field (RFC 5322, 3.3, and what programs make of it). Shown only: clocks count from the
// reception. Total and linear; a field that names no moment is nil. Writing is its mirror.

import Foundation

/// Reads a date by the shape of its words, in whatever order they come.
struct MailDate {
    private var day: Int?
    private var month: Int?
    private var year: Int?
    private var secondsOfDay: Int?
    private var offsetSeconds = 0

    /// The moment that a field names.
    static func read(_ raw: Bytes) -> Date? {
        var date = MailDate()
        let line = HeaderText.unfolded(raw).prefix(200)
        let words = line.prefix { $0 != UInt8(ascii: "(") }.split {
            $0 == .space || $0 == UInt8(ascii: ",")
        }
        for word in words { date.take(word) }
        return date.moment
    }

    /// A moment as a Date field says it in a zone, such as `Tue, 01 Sep 2026 10:22:06 +0200`.
    static func text(_ moment: Date, in timeZone: TimeZone) -> String {
        let offset = timeZone.secondsFromGMT(for: moment)
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + offset
        let days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
        let (year, month, day) = civil(days)
        let time = seconds - days * 86_400
        let weekday = weekdays[((days + 4) % 7 + 7) % 7]
        let zone = abs(offset) / 60
        return "\(weekday), \(pair(day)) \(months[month - 1].capitalized) \(year) "
            + "\(pair(time / 3600)):\(pair(time / 60 % 60)):\(pair(time % 60)) "
            + "\(offset < 0 ? "-" : "+")\(pair(zone / 60))\(pair(zone % 60))"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private mutating func take(_ word: Bytes) {
        guard let first = word.first else { return }
        let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
        if secondsOfDay != nil, isSigned, let digits = Self.number(word.dropFirst()) {
            let seconds = (digits / 100 * 60 + digits % 100) * 60
            offsetSeconds = first == UInt8(ascii: "-") ? -seconds : seconds
        } else if word.contains(UInt8(ascii: ":")) {
            secondsOfDay = secondsOfDay ?? Self.time(word)
        } else if let number = Self.number(word) {
            take(number: number, digits: word.count)
        } else if let number = Self.months.firstIndex(of: word.prefix(3).lowercasedText) {
            month = month ?? number + 1
        } else if secondsOfDay != nil, let offset = Self.zones[word.lowercasedText] {
            offsetSeconds = offset * 3600
        } else if word.contains(UInt8(ascii: "-")) {
            for piece in word.split(separator: UInt8(ascii: "-")) { take(piece) }
        }
    }

    private mutating func take(number: Int, digits: Int) {
        if day == nil, digits <= 2 {
            day = number
        } else if year == nil, digits == 4 {
            year = number
        } else if year == nil, digits <= 3 {
            // RFC 5322, 4.3: two digits are 1950 to 2049, three count from 1900.
            year = digits == 2 && number < 50 ? 2000 + number : 1900 + number
        }
    }

    private var moment: Date? {
        guard let day, let month, let year, let secondsOfDay, (1900...9999).contains(year),
            (1...Self.daysInMonth(month, year)).contains(day), abs(offsetSeconds) < 86_400
        else { return nil }
        let seconds = Self.daysSince1970(year, month, day) * 86_400 + secondsOfDay - offsetSeconds
        return Date(timeIntervalSince1970: TimeInterval(seconds))
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    // Hours from UTC of the zones that RFC 5322 names, and of France's.
    private static let zones = [
        "gmt": 0, "ut": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
        "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "met": 1, "mest": 2,
    ]

    private static func number(_ word: Bytes) -> Int? {
        guard (1...4).contains(word.count), word.allSatisfy(\.isDigit) else { return nil }
        return word.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func time(_ word: Bytes) -> Int? {
        let pieces = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { number($0) }
        guard numbers.count == pieces.count, (2...3).contains(numbers.count), numbers[0] < 24,
            numbers[1] < 60, numbers.count < 3 || numbers[2] <= 60
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    private static func daysInMonth(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Days from 1 January 1970 in the Gregorian calendar; the year begins in March for this sum.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    // The other way round.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
