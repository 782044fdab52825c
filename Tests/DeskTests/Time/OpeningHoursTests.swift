// Opening hours against moments, and in a letter's words.

import Foundation
import Testing

@testable import Desk

@Suite("OpeningHours")
struct OpeningHoursTests {
    @Test(
        "finds the next opening",
        arguments: [
            // Paris time; October 2026 is on summer time until the 25th.
            ("2026-10-05T06:29:59Z", "2026-10-05T06:30:00Z"),  // Monday before opening
            ("2026-10-05T08:00:00Z", "2026-10-05T08:00:00Z"),  // open already
            ("2026-10-05T10:30:00Z", "2026-10-05T11:30:00Z"),  // the lunch break begins
            ("2026-10-05T16:00:00Z", "2026-10-06T06:30:00Z"),  // closing time
            ("2026-10-09T18:00:00Z", "2026-10-12T06:30:00Z"),  // Friday evening
            ("2026-10-24T12:00:00Z", "2026-10-26T07:30:00Z"),  // across the change of the hour
        ]
    )
    func nextOpening(from: String, expected: String) throws {
        let house = try DeskWorld.house()
        let opening = house.company.calendar.nextOpening(from: try date(from))
        #expect(opening == (try date(expected)))
    }

    @Test("is closed for ever where no day has hours")
    func neverOpen() throws {
        let paris = try DeskWorld.house().company.timeZone
        let calendar = CompanyCalendar(timeZone: paris, hours: OpeningHours(ranges: [:]))
        #expect(calendar.nextOpening(from: DeskWorld.monday) == nil)
        #expect(!calendar.isOpen(at: DeskWorld.monday))
        #expect(calendar.deadline(of: BusinessHours(1), from: DeskWorld.monday) == nil)
        #expect(calendar.deadline(of: BusinessDays(1), from: DeskWorld.monday) == nil)
    }

    @Test("says days of the same hours on one line")
    func words() throws {
        let hours = try DeskWorld.house().company.hours
        let french = hours.lines(in: .french)
        #expect(french.map(\.days) == ["du lundi au vendredi"])
        #expect(
            french.map(\.hours) == [
                "8\u{A0}h\u{A0}30 – 12\u{A0}h\u{A0}30 et 13\u{A0}h\u{A0}30 – 18\u{A0}h"
            ]
        )
        #expect(hours.lines(in: .english).map(\.days) == ["Monday to Friday"])
        #expect(hours.lines(in: .english).map(\.hours) == ["08:30 – 12:30 and 13:30 – 18:00"])
    }

    private func date(_ text: String) throws -> Date {
        try Date(text, strategy: .iso8601)
    }
}

@Suite("Delay")
struct DelayTests {
    @Test(
        "reads and says",
        arguments: [
            ("4 bh", "4 heures ouvrées", "4 business hours"),
            ("1bh", "1 heure ouvrée", "1 business hour"),
            ("5 bd", "5 jours ouvrés", "5 business days"), ("48 h", "48 heures", "48 hours"),
            ("30 min", "30 minutes", "30 minutes"), ("1 d", "1 jour", "1 day"),
        ]
    )
    func reads(text: String, french: String, english: String) throws {
        let delay = try #require(Delay(text))
        #expect(delay.phrase(in: .french) == french)
        #expect(delay.phrase(in: .english) == english)
        #expect(Delay(delay.description) == delay)
    }

    @Test(
        "refuses",
        arguments: ["", "h", "4", "4 w", "-1 h", "4.5 h", "99999999 h", "10001 h", "4 bh x"]
    )
    func refuses(text: String) {
        #expect(Delay(text) == nil)
    }
}
