// Known deadlines with their reasons, as `guichet show N --why` prints them.

import Foundation
import Testing

@testable import Desk

@Suite("Derivation")
struct DerivationTests {
    private let calendar: CompanyCalendar

    init() throws {
        calendar = try DeskWorld.house().company.calendar
    }

    @Test(
        "leads to the deadline",
        arguments: [
            // Paris; Monday to Friday, 8:30–12:30 and 13:30–18:00.
            ("4 bh", "2026-10-05T08:00:00Z", "2026-10-05T13:00:00Z"),
            ("1 bh", "2026-10-09T15:30:00Z", "2026-10-12T07:00:00Z"),
            ("4 bh", "2026-10-05T12:00:00Z", "2026-10-05T16:00:00Z"),  // until closing time itself
            ("4 bh", "2026-11-10T16:30:00Z", "2026-11-12T11:00:00Z"),  // over Armistice Day
            ("5 bd", "2026-10-05T08:00:00Z", "2026-10-12T16:00:00Z"),
            ("5 bd", "2026-10-03T08:00:00Z", "2026-10-12T16:00:00Z"),  // from a Saturday
            ("5 bd", "2026-10-05T16:00:00Z", "2026-10-13T16:00:00Z"),  // from closing time on
            ("5 bd", "2026-10-22T08:00:00Z", "2026-10-29T17:00:00Z"),  // across the autumn change
            ("5 bd", "2026-12-23T09:00:00Z", "2026-12-31T17:00:00Z"),
            ("48 h", "2026-10-24T10:00:00Z", "2026-10-26T10:00:00Z"),
            ("30 min", "2026-10-24T10:00:00Z", "2026-10-24T10:30:00Z"),
            ("5 d", "2026-10-24T10:00:00Z", "2026-10-29T10:00:00Z"),
        ]
    )
    func deadlines(delay: String, from: String, due: String) throws {
        let deadline = calendar.deadline(of: try #require(Delay(delay)), from: try date(from))
        #expect(deadline?.due == (try date(due)))
    }

    @Test("is told hour by hour")
    func hours() throws {
        let delay = try #require(Delay("4 bh"))
        let deadline = try #require(
            calendar.deadline(of: delay, from: try date("2026-11-10T16:30:00Z"))
        )
        let french = calendar.sentences(of: deadline.derivation, in: .french)
        #expect(
            french.map { $0.replacingOccurrences(of: "\u{A0}", with: " ") } == [
                "4 heures ouvrées à compter du mardi 10 novembre 2026 à 17 h 30.",
                "mardi 10 novembre 2026 : 17 h 30 – 18 h, soit 30 min ; reste 3 h 30 min.",
                "mercredi 11 novembre 2026 (Armistice 1918) : fermé.",
                "jeudi 12 novembre 2026 : 8 h 30 – 12 h, soit 3 h 30 min ; reste 0 min.",
                "Échéance : jeudi 12 novembre 2026 à 12 h.",
            ]
        )
    }

    @Test("is told day by day")
    func days() throws {
        let delay = try #require(Delay("2 bd"))
        let deadline = try #require(
            calendar.deadline(of: delay, from: try date("2026-10-03T08:00:00Z"))
        )
        let english = calendar.sentences(of: deadline.derivation, in: .english)
        #expect(
            english == [
                "2 business days from Saturday 3 October 2026 at 10:00.",
                "Outside hours: the delay begins on Monday 5 October 2026 at 08:30.",
                "Monday 5 October 2026: first day, not counted.",
                "Tuesday 6 October 2026: day 1.", "Wednesday 7 October 2026: day 2.",
                "Due: Wednesday 7 October 2026 at 18:00.",
            ]
        )
    }

    @Test("shows what a pause prolongs")
    func pauses() throws {
        let from = try date("2026-10-05T08:00:00Z")
        let pause = Stretch(
            from: try date("2026-10-05T09:00:00Z"),
            until: try date("2026-10-06T09:00:00Z")
        )
        let hours = try #require(
            calendar.deadline(of: BusinessHours(4), from: from, pauses: [pause])
        )
        #expect(hours.due == (try date("2026-10-06T13:00:00Z")))
        let days = try #require(calendar.deadline(of: BusinessDays(1), from: from, pauses: [pause]))
        #expect(days.due == (try date("2026-10-06T16:00:00Z")), "the pause was over at closing")
        let elapsed = calendar.deadline(of: ElapsedHours(48), from: from, pauses: [pause])
        #expect(elapsed.due == from + 72 * 3600)
        let half = calendar.moment(ofPercent: 50, of: elapsed.derivation)
        #expect(half == from + 48 * 3600)
        let sentences = calendar.sentences(of: hours.derivation, in: .french)
        #expect(sentences.contains { $0.hasPrefix("Suspendu du lundi 5 octobre 2026 à 11") })
    }

    private func date(_ text: String) throws -> Date {
        try Date(text, strategy: .iso8601)
    }
}
