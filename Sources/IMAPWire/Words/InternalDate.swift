// When a server took a mail in: the order in which mails are read, so that an answer does not
// overtake its parent. The sender's Date: field has no say in it. A moment that no calendar has is
// refused here and leaves the mail without a date, not without a future.

/// The moment of INTERNALDATE with the zone it was written in (RFC 9051, 2.3.3 and 9).
package struct InternalDate: Hashable, Sendable {
    /// Seconds since 1 January 1970, 00:00 UTC.
    package let secondsSince1970: Int64

    /// The zone's distance from UTC in minutes, between -24 and +24 hours.
    package let zoneMinutes: Int

    /// Refuses zones of 24 hours and more, and moments outside the years 1 to 9999.
    package init?(secondsSince1970: Int64, zoneMinutes: Int = 0) {
        guard abs(zoneMinutes) < 24 * 60, abs(secondsSince1970) < 1 << 40,
            CalendarDay(
                daysSince1970: Self.days(secondsSince1970 + Int64(zoneMinutes) * 60)
            ) != nil
        else { return nil }
        self.secondsSince1970 = secondsSince1970
        self.zoneMinutes = zoneMinutes
    }

    /// Reads a date such as `17-Jul-2026 02:44:25 +0200`, without its quotes.
    ///
    /// A day below 10 may have a space, a zero or nothing before it. Every moment that the calendar
    /// does not have is refused.
    package init?(parsing text: some Collection<UInt8>) {
        let bytes = Array(text)
        let padded = bytes.count == 25 ? [ASCII.space] + bytes : bytes
        guard padded.count == 26,
            padded[2] == UInt8(ascii: "-"), padded[6] == UInt8(ascii: "-"),
            padded[11] == ASCII.space, padded[14] == UInt8(ascii: ":"),
            padded[17] == UInt8(ascii: ":"), padded[20] == ASCII.space,
            let day = Self.number(padded[0] == ASCII.space ? padded[1..<2] : padded[0..<2]),
            let month = CalendarDay.month(named: padded[3..<6]),
            let year = Self.number(padded[7..<11]),
            let date = CalendarDay(year: year, month: month, day: day),
            let hour = Self.number(padded[12..<14]), hour < 24,
            let minute = Self.number(padded[15..<17]), minute < 60,
            let second = Self.number(padded[18..<20]), second <= 60,
            let zone = Self.zone(padded[21..<26])
        else { return nil }
        let local = date.daysSince1970 * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        self.init(secondsSince1970: local - Int64(zone) * 60, zoneMinutes: zone)
    }

    /// The moment as APPEND writes it, with its quotes.
    package var text: String {
        let local = secondsSince1970 + Int64(zoneMinutes) * 60
        let days = Self.days(local)
        guard let date = CalendarDay(daysSince1970: days) else {
            preconditionFailure("An INTERNALDATE was made for a day that no calendar has.")
        }
        let second = Int(local - days * 86_400)
        let sign = zoneMinutes < 0 ? "-" : "+"
        let zone = abs(zoneMinutes)
        let time = [second / 3_600, second / 60 % 60, second % 60]
            .map { CalendarDay.padded($0, 2) }.joined(separator: ":")
        return "\"\(date.day < 10 ? " " : "")\(date.text) \(time) \(sign)"
            + "\(CalendarDay.padded(zone / 60, 2))\(CalendarDay.padded(zone % 60, 2))\""
    }

    private static func days(_ seconds: Int64) -> Int64 {
        (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        Digits.value(digits, maximum: 9_999).map(Int.init)
    }

    private static func zone(_ text: ArraySlice<UInt8>) -> Int? {
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let digits = number(text.dropFirst()), digits / 100 < 24, digits % 100 < 60
        else { return nil }
        let minutes = digits / 100 * 60 + digits % 100
        return sign == UInt8(ascii: "-") ? -minutes : minutes
    }
}

extension InternalDate: Comparable {
    /// Orders by moment; the zone decides nothing but equality.
    package static func < (one: InternalDate, other: InternalDate) -> Bool {
        (one.secondsSince1970, one.zoneMinutes) < (other.secondsSince1970, other.zoneMinutes)
    }
}
