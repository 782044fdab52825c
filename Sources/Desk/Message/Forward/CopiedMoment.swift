// When a copied letter was written: "lundi 5 octobre 2026 09:00", "Mon, Oct 5, 2026 at 9:00 AM",
// "05/10/2026 09:00", "5. lokakuuta 2026 9.00", "2026-10-05 09:00 +0200".
//
// Words and numbers are read one by one; months are told by their first letters. Where no zone is
// written, the reader's own is meant. What does not make a day gives nothing.

import Foundation

/// Reads the moments of copied headers.
enum CopiedMoment {
    private static let bytesMaximum = 200

    // How much of the words around a moment is asked for their language.
    private static let wordsMaximum = 1_000

    /// The moment that a text names, among the words of its header; nil where it names none.
    static func date(in text: String, among words: String, timeZone: TimeZone) -> Date? {
        let folded = Folding.bytes(of: String(text.prefix(bytesMaximum)))
        var reader = MomentReader(
            tokens: MomentToken.all(in: folded),
            isCroatian: MonthName.isCroatian(Folding.text(of: String(words.prefix(wordsMaximum))))
        )
        return reader.date(timeZone: timeZone)
    }
}

/// A word or a number of a moment.
private enum MomentToken: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(UInt8)

    static func all(in bytes: [UInt8]) -> [MomentToken] {
        var tokens: [MomentToken] = []
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            if index > start {
                let text = String(decoding: bytes[start..<index], as: UTF8.self)
                tokens.append(.number(Int(text.prefix(9)) ?? 0, digits: index - start))
                continue
            }
            while index < bytes.count, isLetter(bytes[index]) { index += 1 }
            if index > start {
                let word = String(decoding: bytes[start..<index], as: UTF8.self)
                // "2026年10月5日" is written as "2026-10-5".
                tokens.append(
                    ["年", "月"].contains(word) ? .mark(UInt8(ascii: "-")) : .word(word)
                )
                continue
            }
            if bytes[index] != UInt8(ascii: " ") { tokens.append(.mark(bytes[index])) }
            index += 1
        }
        return tokens
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
    }
}

/// Puts a moment together from its words and numbers.
private struct MomentReader {
    private var tokens: [MomentToken]
    private var hour = 0
    private var minute = 0
    private var second = 0
    private var offset: Int?
    private var isHalfDay = false
    private let isCroatian: Bool

    init(tokens: [MomentToken], isCroatian: Bool) {
        self.tokens = tokens
        self.isCroatian = isCroatian || Self.dotsTheYear(tokens)
    }

    // "5. listopada 2026.": with a full stop behind the year only Croatian writes a named month.
    private static func dotsTheYear(_ tokens: [MomentToken]) -> Bool {
        let stop = MomentToken.mark(UInt8(ascii: "."))
        return tokens.indices.contains { index in
            guard index >= 3, index + 1 < tokens.count, tokens[index + 1] == stop,
                case .number(_, 4) = tokens[index], case .word = tokens[index - 1],
                tokens[index - 2] == stop || tokens[index - 3] == stop
            else { return false }
            return true
        }
    }

    mutating func date(timeZone: TimeZone) -> Date? {
        takeZone()
        takeTime()
        guard let (year, month, day) = numericDay() ?? namedDay(), (1...12).contains(month),
            (1...31).contains(day), (1970...9999).contains(year)
        else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        let local = Double(days * 86_400 + hour * 3_600 + minute * 60 + second)
        if let offset { return Date(timeIntervalSince1970: local - Double(offset)) }
        let guess = Date(timeIntervalSince1970: local)
        let shift = timeZone.secondsFromGMT(for: guess)
        let nearer = Date(timeIntervalSince1970: local - Double(shift))
        return Date(
            timeIntervalSince1970: local - Double(timeZone.secondsFromGMT(for: nearer))
        )
    }

    // MARK: - Zone and time

    private static let zones: [String: Int] = [
        "utc": 0, "gmt": 0, "cet": 1, "cest": 2, "bst": 1, "est": -5, "edt": -4, "cst": -6,
        "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "eet": 2, "eest": 3, "msk": 3,
    ]

    // "+0200", "+02:00", "UTC+2", "GMT+02:00", "CEST".
    private mutating func takeZone() {
        for index in tokens.indices {
            guard case .mark(let sign) = tokens[index], index + 1 < tokens.count,
                sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") && isBehindTime(index),
                case .number(let value, let digits) = tokens[index + 1]
            else { continue }
            var seconds = digits >= 3 ? value / 100 * 3_600 + value % 100 * 60 : value * 3_600
            var end = index + 2
            if digits <= 2, end + 1 < tokens.count, tokens[end] == .mark(UInt8(ascii: ":")),
                case .number(let minutes, _) = tokens[end + 1]
            {
                seconds += minutes * 60
                end += 2
            }
            guard seconds <= 14 * 3_600 else { continue }
            offset = sign == UInt8(ascii: "+") ? seconds : -seconds
            tokens.removeSubrange(index..<end)
            return
        }
        for token in tokens {
            if case .word(let word) = token, let hours = Self.zones[word] { offset = hours * 3_600 }
        }
    }

    // "-0500" behind a time is a zone; "2026-10-05" is a day.
    private func isBehindTime(_ index: Int) -> Bool {
        guard index > 0, index + 1 < tokens.count,
            case .number(_, let digits) = tokens[index + 1]
        else { return false }
        if case .word(let word) = tokens[index - 1] { return Self.zones[word] != nil }
        return digits == 4 && index >= 2 && tokens[index - 2] == .mark(UInt8(ascii: ":"))
    }

    // "9:00", "9:00:12", "9h00", "kl. 09.00".
    private mutating func takeTime() {
        for index in tokens.indices where index + 2 < tokens.count {
            guard case .number(let hours, let digits) = tokens[index], digits <= 2, hours <= 24,
                case .number(let minutes, 2) = tokens[index + 2], minutes < 60,
                isTimeMark(tokens[index + 1], at: index)
            else { continue }
            hour = hours
            minute = minutes
            var end = index + 3
            if end + 1 < tokens.count, isTimeMark(tokens[end], at: index),
                case .number(let seconds, 2) = tokens[end + 1], seconds < 60
            {
                second = seconds
                end += 2
            }
            takeHalf(from: end)
            tokens.removeSubrange(index..<end)
            return
        }
    }

    private func isTimeMark(_ token: MomentToken, at index: Int) -> Bool {
        switch token {
        case .mark(UInt8(ascii: ":")), .word("h"): return true
        case .mark(UInt8(ascii: ".")):
            let before = tokens[..<index].suffix(2)
            return before.contains { ["kl", "klo", "um", "ore"].contains($0.text) }
                || index + 3 == tokens.count
        case .mark, .word, .number: return false
        }
    }

    private mutating func takeHalf(from index: Int) {
        let words = tokens[index...].prefix(4).map(\.text)
        let isMorning = words.first == "am" || words.prefix(3) == ["a", ".", "m"]
        let isEvening = words.first == "pm" || words.prefix(3) == ["p", ".", "m"]
        isHalfDay = isMorning || isEvening
        if isMorning, hour == 12 { hour = 0 }
        if isEvening, hour < 12 { hour += 12 }
    }

    // MARK: - Day

    // "05/10/2026", "5. 10. 2026", "2026-10-05".
    private func numericDay() -> (Int, Int, Int)? {
        for index in tokens.indices where index + 4 < tokens.count {
            guard case .number(let first, let digits) = tokens[index],
                case .mark(let mark) = tokens[index + 1], "/.-".utf8.contains(mark),
                case .number(let second, _) = tokens[index + 2],
                case .mark(let other) = tokens[index + 3], other == mark,
                case .number(let third, let thirdDigits) = tokens[index + 4]
            else { continue }
            if digits == 4 { return (first, second, third) }
            guard thirdDigits == 2 || thirdDigits == 4 else { continue }
            let year = thirdDigits == 2 ? 2_000 + third : third
            // Days come first, but for what only an American program writes.
            let isMonthFirst = second > 12 || mark == UInt8(ascii: "/") && isHalfDay && first <= 12
            return isMonthFirst ? (year, first, second) : (year, second, first)
        }
        return nil
    }

    // "5 octobre 2026", "October 5, 2026", "2026. okt. 5.".
    private func namedDay() -> (Int, Int, Int)? {
        let words = tokens.filter { token in
            switch token {
            case .mark: false
            case .word(let word): !["de", "den", "of", "th", "st", "nd", "rd", "er"].contains(word)
            case .number: true
            }
        }
        let year = words.lazy.compactMap { token -> Int? in
            if case .number(let value, 4) = token { value } else { nil }
        }.first
        guard let year else { return nil }
        var after: (Int, Int, Int)?
        for (index, token) in words.enumerated() {
            guard case .word(let word) = token,
                let month = MonthName.number(of: word, isCroatian: isCroatian)
            else { continue }
            // "mar. 6 oct.": the month is the word behind the day.
            if index > 0, let day = words[index - 1].day { return (year, month, day) }
            if after == nil, index + 1 < words.count, let day = words[index + 1].day {
                after = (year, month, day)
            }
        }
        return after
    }

    // Days since 1970 in the calendar of today, by counting years from March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension MomentToken {
    fileprivate var text: String {
        switch self {
        case .word(let word): word
        case .mark(let mark): String(decoding: [mark], as: UTF8.self)
        case .number(let value, _): String(value)
        }
    }

    fileprivate var day: Int? {
        if case .number(let value, let digits) = self, digits <= 2, (1...31).contains(value) {
            value
        } else {
            nil
        }
    }
}
