// How long a way that failed is left alone.

import Gateway
import Testing

@Suite("The pauses between attempts")
struct BackOffTests {
    @Test(
        "grow from one second to five minutes",
        arguments: zip(
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1_000],
            [1.0, 2, 4, 8, 16, 32, 64, 128, 150, 150, 150]
        )
    )
    func growth(failures: Int, seconds: Double) {
        let pause = { (chance: Double) in
            BackOff.seconds(afterFailures: failures, isTemporary: true, chance: chance)
        }
        #expect(pause(0) == seconds)
        #expect(pause(1) == min(seconds * 2, BackOff.secondsMaximum))
        #expect(pause(0.5) == seconds * 1.5)
    }

    @Test("are never short after a failure that lasts", arguments: 1...12)
    func lasting(failures: Int) {
        for chance in [0, 0.3, 1] {
            let pause = BackOff.seconds(
                afterFailures: failures,
                isTemporary: false,
                chance: chance
            )
            #expect(pause >= BackOff.lastingSecondsMinimum)
            #expect(pause <= BackOff.secondsMaximum)
        }
    }
}
