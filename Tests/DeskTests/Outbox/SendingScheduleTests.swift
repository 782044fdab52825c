// When a letter is tried again: the table of the delays, and their end.

import Desk
import Foundation
import Testing

@Suite("Sending schedule")
struct SendingScheduleTests {
    private let queuedAt = Date(timeIntervalSince1970: 1_790_000_000)

    @Test(
        "waits 1, 2, 4, 8, 15, 30 minutes, then an hour each time",
        arguments: [(1, 1), (2, 2), (3, 4), (4, 8), (5, 15), (6, 30), (7, 60), (8, 60), (99, 60)]
    )
    func delays(_ attempts: Int, _ minutes: Int) {
        let now = queuedAt + 3600
        let next = SendingSchedule.next(after: attempts, queuedAt: queuedAt, now: now)
        #expect(next == now + Double(minutes) * 60)
    }

    @Test("ends after five days, with a last attempt at their end")
    func end() {
        let end = queuedAt + 5 * 24 * 3600
        let next = { SendingSchedule.next(after: 100, queuedAt: queuedAt, now: $0) }
        #expect(next(end - 1800) == end)
        #expect(next(end - 1) == end)
        #expect(next(end) == nil)
        #expect(next(end + 3600) == nil)
    }
}

@Suite("Sending rate")
struct SendingRateTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test("lets so many letters leave in any 60 seconds")
    func bound() {
        var rate = SendingRate(perMinute: 30)
        #expect(rate.room(at: now) == 30)
        rate.leave(10, at: now)
        rate.leave(20, at: now + 20)
        #expect(rate.room(at: now + 59) == 0)
        #expect(rate.nextRoom(at: now + 59) == now + 60)
        #expect(rate.room(at: now + 60) == 10)
        #expect(rate.room(at: now + 80) == 30)
    }

    @Test("without a bound always has room")
    func unbounded() {
        var rate = SendingRate(perMinute: nil)
        rate.leave(1_000, at: now)
        #expect(rate.room(at: now) == nil)
        #expect(rate.nextRoom(at: now) == now)
    }

    @Test("is not held up by a clock that was set back")
    func clockSetBack() {
        var rate = SendingRate(perMinute: 1)
        rate.leave(1, at: now)
        #expect(rate.room(at: now - 3600) == 1)
    }
}
