// A flood of mails buries nobody: what goes beyond an hour's number waits for the hour's end.

import Foundation
import Testing

@testable import Desk

@Suite("A colleague is told so often within an hour, and no more")
struct NoticeTallyTests {
    private let start = DeskWorld.monday

    @Test("The number is told, the others wait for the end of the hour, each dossier named once")
    func bounds() throws {
        var tally = NoticeTally(since: start)
        let numbers = try (1...8).map { try DeskWorld.number($0 / 2 + 1) }
        let told = numbers.map { number in
            tally.admits(number, isUrgent: false, at: start + 60, hourly: 3)
        }
        #expect(told == [true, true, true, false, false, false, false, false])
        #expect(tally.held == 5)
        #expect(tally.tickets == (try [3, 4, 5].map { try DeskWorld.number($0) }))
        #expect(tally.due == start + 3_600)
    }

    @Test("What cannot wait passes twice the number")
    func urgent() throws {
        var tally = NoticeTally(since: start)
        let number = try DeskWorld.number(1)
        let told = (0..<8).map { _ in tally.admits(number, isUrgent: true, at: start, hourly: 3) }
        #expect(told.filter(\.self).count == 6)
    }

    @Test("A new hour begins when the old one is over and nothing waits")
    func hours() throws {
        var tally = NoticeTally(since: start)
        let number = try DeskWorld.number(1)
        // What waits is told first: until then no new hour begins.
        let told = [0.0, 3_600, 3_700, 9_000].map { seconds in
            tally.admits(number, isUrgent: false, at: start + seconds, hourly: 1)
        }
        #expect(told == [true, true, false, false])
    }

    @Test("A clock that is set back by a year delays what waits by an hour, not by a year")
    func clockSetBack() throws {
        var tally = NoticeTally(since: start)
        let number = try DeskWorld.number(1)
        _ = tally.admits(number, isUrgent: false, at: start, hourly: 1)
        let before = start - 365 * 86_400
        _ = tally.admits(number, isUrgent: false, at: before, hourly: 1)
        #expect(tally.due == before + 3_600)
    }

    @Test("It is read back as it was written, and nothing else is read")
    func text() throws {
        var tally = NoticeTally(since: start)
        #expect(NoticeTally(tally.text) == tally)
        for number in 1...60 {
            let ticket = try DeskWorld.number(number)
            _ = tally.admits(ticket, isUrgent: false, at: start, hourly: 2)
        }
        #expect(tally.tickets.count == NoticeTally.ticketsMaximum && tally.held == 58)
        #expect(NoticeTally(tally.text) == tally)
        for broken in ["", "1", "x 1 1 ", "1 2 3", "1 -2 3 ", "1 2 3 4 5"] {
            #expect(NoticeTally(broken) == nil)
        }
    }
}
