// Days and legal holidays, against dates that were looked up in printed calendars.

import Foundation
import Testing

@testable import Desk

@Suite("CivilDay")
struct CivilDayTests {
    @Test("counts every day of two centuries once, with its weekday")
    func counts() throws {
        let first = try #require(CivilDay("1900-01-01"))
        let last = try #require(CivilDay("2099-12-31"))
        #expect(first.weekday == .monday)
        #expect(last.number - first.number == 200 * 365 + 49 - 1)
        for number in first.number...last.number {
            let day = CivilDay(number: number)
            let (year, month, date) = day.date
            guard CivilDay(year: year, month: month, day: date) == day else {
                Issue.record("\(number) is not read back")
                return
            }
        }
        #expect(CivilDay("2026-11-02")?.weekday == .monday)
        #expect(CivilDay("1970-01-01")?.number == 0)
        #expect(CivilDay("2024-02-29")?.advanced(by: 1).text == "2024-03-01")
    }

    @Test(
        "refuses days that no calendar shows",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "26-01-01", "",
            "1899-12-31", "2026/01/01", "2026-01-0é",
        ]
    )
    func refuses(_ text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test("says a day in both languages")
    func words() throws {
        let day = try #require(CivilDay("2026-11-01"))
        #expect(day.words(in: .french) == "dimanche 1er novembre 2026")
        #expect(day.words(in: .english) == "Sunday 1 November 2026")
    }
}

@Suite("Holiday")
struct HolidayTests {
    @Test(
        "finds Easter",
        arguments: [
            (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"),
            (2011, "2011-04-24"), (2024, "2024-03-31"), (2025, "2025-04-20"),
            (2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"),
            (2038, "2038-04-25"), (2100, "2100-03-28"),
        ]
    )
    func easter(year: Int, expected: String) {
        #expect(HolidayRegion.easter(of: year)?.text == expected)
    }

    @Test(
        "knows the eleven holidays of a year, and no other day",
        arguments: [
            (
                2025,
                """
                2025-01-01 2025-04-21 2025-05-01 2025-05-08 2025-05-29 2025-06-09 2025-07-14 \
                2025-08-15 2025-11-01 2025-11-11 2025-12-25
                """
            ),
            (
                2026,
                """
                2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 \
                2026-08-15 2026-11-01 2026-11-11 2026-12-25
                """
            ),
            (
                2027,
                """
                2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 \
                2027-08-15 2027-11-01 2027-11-11 2027-12-25
                """
            ),
        ]
    )
    func france(year: Int, expected: String) throws {
        #expect(try days(of: year, .france) == expected)
        #expect(try days(of: year, .none).isEmpty)
    }

    @Test("knows the two further ones of Alsace and Moselle")
    func alsaceMoselle() throws {
        let extra = Set(try days(of: 2026, .alsaceMoselle).split(separator: " "))
            .subtracting(try days(of: 2026, .france).split(separator: " "))
        #expect(extra == ["2026-04-03", "2026-12-26"])
    }

    private func days(of year: Int, _ region: HolidayRegion) throws -> String {
        let first = try #require(CivilDay(year: year, month: 1, day: 1))
        return (0..<366).map { first.advanced(by: $0) }
            .filter { $0.date.year == year && region.holiday(on: $0) != nil }
            .map(\.text).joined(separator: " ")
    }
}
