// A day of the civil calendar, without a time and without a zone.
//
// Arithmetic is on a count of days, so that no change of the hour can make a day longer or lose
// one. A day that does not exist (30 February) cannot be written down.

/// One day, such as 2 November 2026.
package struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    package let number: Int

    /// The day of that count.
    package init(number: Int) { self.number = number }

    /// Refuses a day that no calendar shows, and years outside 1900…2999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Years begin in March here, so that the leap day is the last of its year.
        let shifted = month <= 2 ? year - 1 : year
        let inYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        number = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + inYear - 719_468
        guard date == (year, month, day) else { return nil }
    }

    /// Reads `2026-11-02`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
        else { return nil }
        let digits = [0..<4, 5..<7, 8..<10].map { range -> Int? in
            bytes[range].reduce(0) { sum, byte in
                guard let sum, (0x30...0x39).contains(byte) else { return nil }
                return sum * 10 + Int(byte - 0x30)
            }
        }
        guard let year = digits[0], let month = digits[1], let day = digits[2] else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The earlier day comes first.
    package static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }

    /// So many days later; earlier, if negative.
    package func advanced(by days: Int) -> CivilDay { CivilDay(number: number + days) }

    /// Year, month and day of the month.
    package var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let inEra = shifted - era * 146_097
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * inYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, inYear - (153 * part + 2) / 5 + 1)
    }

    /// The day of the week.
    package var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        let index = ((number + 3) % 7 + 7) % 7
        return Weekday.allCases[index]
    }

    /// As the settings write it: `2026-11-02`.
    package var text: String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let (year, month, day) = date
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// As a letter writes it: `lundi 2 novembre 2026`.
    package func words(in language: Language) -> String {
        let (year, month, day) = date
        let name = weekday.word(in: language)
        switch language {
        case .french:
            let first = day == 1 ? "1er" : "\(day)"
            return "\(name) \(first) \(Self.frenchMonths[month - 1]) \(year)"
        case .english:
            return "\(name) \(day) \(Self.englishMonths[month - 1]) \(year)"
        }
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

extension CivilDay: CustomStringConvertible {
    package var description: String { text }
}
