// Days and moments, there and back. The table has zones on both sides, leap days and seconds, the
// first and the last day, and dates that only look like one. Every day of several years is counted
// once.

import IMAPWire
import Testing

@Suite("Dates of the wire")
struct DateTests {
    @Test(
        "are read as moments",
        arguments: [
            ("17-Jul-2026 02:44:25 +0200", 1_784_249_065, 120),
            ("01-Jan-1970 00:00:00 +0000", 0, 0),
            (" 1-Jan-1970 00:00:00 +0000", 0, 0),
            ("1-Jan-1970 00:00:00 +0000", 0, 0),
            ("31-Dec-1969 23:59:59 +0000", -1, 0),
            ("29-Feb-2024 12:00:00 -0730", 1_709_235_000, -450),
            ("30-JUN-2015 23:59:60 +0000", 1_435_708_800, 0),
            ("01-Jan-0001 00:00:00 +0000", -62_135_596_800, 0),
            ("31-Dec-9999 23:59:59 +0000", 253_402_300_799, 0),
            ("01-mar-2000 00:00:00 +1400", 951_818_400, 840),
        ]
    )
    func moments(text: String, seconds: Int64, zone: Int) throws {
        let date = try #require(InternalDate(parsing: text.utf8))
        #expect(date.secondsSince1970 == seconds)
        #expect(date.zoneMinutes == zone)
        #expect(InternalDate(parsing: date.text.dropFirst().dropLast().utf8) == date)
    }

    @Test(
        "are refused when no calendar has them, when cut short, and when hostile",
        arguments: [
            "", "17-Jul-2026", "17-Jul-2026 02:44:25", "17-Jul-2026 02:44:25 +020",
            "17-Jul-2026 02:44:25 0200", "17-Jul-2026 02:44:25 GMT  ",
            "29-Feb-2026 02:44:25 +0200", "31-Apr-2026 02:44:25 +0200",
            "00-Jul-2026 02:44:25 +0200", "32-Jul-2026 02:44:25 +0200",
            "17-Jly-2026 02:44:25 +0200", "17-Jul-0000 02:44:25 +0200",
            "17-Jul-2026 24:44:25 +0200", "17-Jul-2026 02:60:25 +0200",
            "17-Jul-2026 02:44:61 +0200", "17-Jul-2026 02:44:25 +2400",
            "17-Jul-2026 02:44:25 +0260", "17-Jul-2026 -2:44:25 +0200",
            "17-Jul-2026 02:44:25 +0200x", "17 Jul 2026 02:44:25 +0200",
            "01-Jan-0001 00:00:00 +0001x", "99999999999999999999999999",
            "1\0-Jul-2026 02:44:25 +0200",
        ]
    )
    func refusals(text: String) {
        #expect(InternalDate(parsing: text.utf8) == nil)
    }

    @Test("are written in the form of APPEND")
    func written() throws {
        let date = try #require(InternalDate(secondsSince1970: 1_783_126_800, zoneMinutes: -90))
        #expect(date.text == "\" 3-Jul-2026 23:30:00 -0130\"")
        #expect(InternalDate(secondsSince1970: .max) == nil)
        #expect(InternalDate(secondsSince1970: .min + 1) == nil)
        #expect(InternalDate(secondsSince1970: 0, zoneMinutes: 24 * 60) == nil)
    }

    @Test("are days in the form of SEARCH")
    func days() throws {
        let day = try #require(CalendarDay(year: 2026, month: 2, day: 1))
        #expect(day.text == "1-Feb-2026")
        #expect(CalendarDay(year: 2026, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: 2026, month: 13, day: 1) == nil)
        #expect(CalendarDay(year: 2026, month: 0, day: 1) == nil)
        #expect(CalendarDay(year: 0, month: 1, day: 1) == nil)
        #expect(CalendarDay(year: 10_000, month: 1, day: 1) == nil)
        #expect(CalendarDay(daysSince1970: .max) == nil)
        #expect(CalendarDay(daysSince1970: -719_163) == nil)
    }

    @Test(
        "count every day of the calendar once",
        arguments: [1, 1582, 1900, 1970, 2000, 2026, 9999]
    )
    func everyDay(year: Int) throws {
        var expected = try #require(CalendarDay(year: year, month: 1, day: 1)).daysSince1970
        for month in 1...12 {
            for day in 1...31 {
                guard let date = CalendarDay(year: year, month: month, day: day) else { continue }
                #expect(date.daysSince1970 == expected)
                #expect(CalendarDay(daysSince1970: expected) == date)
                expected += 1
            }
        }
    }
}
