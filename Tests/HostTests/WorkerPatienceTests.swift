// What a question is charged for: what its worker did, never what the machine kept from it.

import Testing

@testable import Host

@Suite("Patience with a worker")
struct WorkerPatienceTests {
    private typealias Look = (state: WorkerState, used: Int?)

    // Looks 50 ms apart at a worker that has used so much of the processor between two of them;
    // where the wait ends, and why.
    private static func play(
        _ state: WorkerState,
        using milliseconds: Int?,
        apart: Int = 50,
        looks: Int = 10_000
    ) -> (WorkerChannel.Failure?, moment: Int, rest: Int) {
        var patience = WorkerPatience(milliseconds: 4_000, at: 0)
        var used = milliseconds.map { _ in 700 }
        patience.begin(processorMilliseconds: used, at: 0)
        var moment = 0
        for _ in 0..<looks {
            moment += apart
            if let milliseconds { used? += milliseconds }
            let look = WorkerLook(state, processorMilliseconds: used)
            if let failure = patience.note(look, at: moment) {
                return (failure, moment, patience.rest)
            }
        }
        return (nil, moment, patience.rest)
    }

    @Test("ends with the processor's time of one that computes, however long that takes")
    func computing() {
        #expect(Self.play(.runnable, using: 50) == (.late, 4_000, 0))
        #expect(Self.play(.runnable, using: 10) == (.late, 20_000, 0))
        #expect(Self.play(.runnable, using: nil) == (.late, 4_000, 0))
    }

    @Test("goes on where it is given no processor, or waits for the disk")
    func starved() {
        for state in [WorkerState.runnable, .waitingForMachine] {
            #expect(Self.play(state, using: 0, looks: 500) == (nil, 25_000, 4_000))
            #expect(Self.play(state, using: 0) == (.starved, 30_000, 4_000))
        }
        #expect(Self.play(.runnable, using: 1, looks: 500) == (nil, 25_000, 3_500))
    }

    @Test("leaves half of it to another where one does nothing")
    func still() {
        #expect(Self.play(.still, using: 0) == (.still, 2_000, 2_000))
        var patience = WorkerPatience(milliseconds: 4_000, at: 0)
        patience.begin(processorMilliseconds: 0, at: 0)
        var failures: [WorkerChannel.Failure] = []
        var moment = 0
        while failures.count < 2, moment < 10_000 {
            moment += 50
            let look = WorkerLook(.still, processorMilliseconds: 0)
            guard let failure = patience.note(look, at: moment) else { continue }
            failures.append(failure)
            patience.begin(processorMilliseconds: 0, at: moment)
        }
        #expect(failures == [.still, .late])
        #expect(moment == 4_000)
    }

    @Test("does not count what this side was kept waiting for the processor")
    func looksLate() {
        #expect(Self.play(.still, using: 0, apart: 700, looks: 39) == (nil, 27_300, 2_050))
    }

    @Test("looks often enough to keep its word, and never without a pause")
    func distance() {
        for milliseconds in [1, 30, 250, 4_000] {
            let patience = WorkerPatience(milliseconds: milliseconds, at: 0)
            #expect((1...50).contains(patience.untilNextLook))
        }
    }

    @Test(
        "reads what the system says of a process",
        arguments: [
            ("12 (guichet) R 1 1", WorkerState.runnable), ("12 (a) S 1) D 1 1", .waitingForMachine),
            ("12 (sh) S 1", .still), ("12 (sh) T 1", .still), ("12 (sh) t 1", .still),
            ("12 (sh) Z 1", .unknown), ("", .unknown), ("12 (sh)", .unknown),
        ]
    )
    func states(line: String, expected: WorkerState) {
        #expect(WorkerState(stat: line.utf8) == expected)
    }
}
