// The wait for news, in every state and at every event. What its owner may not do stops the
// process; what a server may do at a bad moment is taken as a sign of life. The time after which a
// wait is renewed belongs to the owner; its limit is here.

import Testing

@testable import IMAPWire

@Suite("Idle")
struct IdleTests {
    private static let states: [Idle] = [
        .off, .awaitingConfirmation(endsAtOnce: false), .awaitingConfirmation(endsAtOnce: true),
        .idling, .ending,
    ]

    @Test("is confirmed")
    func confirmed() {
        let expected: [(Idle.Confirmation, Idle)] = [
            (.unexpected, .off), (.begun, .idling), (.endNow, .ending), (.signOfLife, .idling),
            (.signOfLife, .ending),
        ]
        for (state, (confirmation, next)) in zip(Self.states, expected) {
            var idle = state
            #expect(idle.confirm() == confirmation)
            #expect(idle == next)
        }
    }

    @Test("is ended, with DONE now or as soon as it is allowed")
    func ended() {
        let expected: [(Bool, Idle)] = [
            (false, .awaitingConfirmation(endsAtOnce: true)),
            (false, .awaitingConfirmation(endsAtOnce: true)), (true, .ending), (false, .ending),
        ]
        for (state, (isNow, next)) in zip(Self.states.dropFirst(), expected) {
            var idle = state
            #expect(idle.end() == isNow)
            #expect(idle == next)
        }
    }

    @Test("is finished by the tagged answer in any state")
    func finished() {
        for state in Self.states {
            var idle = state
            idle.finish()
            #expect(idle == .off)
        }
    }

    @Test("is not begun twice")
    func begunTwice() async {
        await #expect(processExitsWith: .failure) {
            var idle = Idle.idling
            idle.begin()
        }
    }

    @Test("is not ended before it is begun")
    func endedTooEarly() async {
        await #expect(processExitsWith: .failure) {
            var idle = Idle.off
            _ = idle.end()
        }
    }

    @Test("is renewed before servers lose patience")
    func patience() {
        #expect(Idle.secondsMaximum < 29 * 60)
    }
}
