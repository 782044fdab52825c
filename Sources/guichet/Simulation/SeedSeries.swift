// Many made months at once, on every processor: each plays in a world of its own, so they share
// nothing. What is told of them is told in their order, whichever ends first.

import Foundation
import Synchronization

/// Plays a series of seeds.
final class SeedSeries: Sendable {
    private let seeds: Range<Int>
    private let play: @Sendable (Int) throws -> SeedReport
    private let state: Mutex<State>
    private let news = DispatchSemaphore(value: 0)

    private struct State {
        var next: Int
        var atWork = 0
        var results: [Int: Result<SeedReport, any Error>] = [:]
    }

    /// Takes the seeds, and what plays one of them.
    init(_ seeds: Range<Int>, play: @escaping @Sendable (Int) throws -> SeedReport) {
        self.seeds = seeds
        self.play = play
        state = Mutex(State(next: seeds.lowerBound))
    }

    /// Plays all; the first failure, in their order, ends it once the others at work have ended.
    func run(tell: (Int, SeedReport) throws -> Void) throws {
        let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, seeds.count))
        state.withLock { $0.atWork = workers }
        for _ in 0..<workers { Thread.detachNewThread { self.work() } }
        defer { finish() }
        for seed in seeds {
            while true {
                if let result = state.withLock({ $0.results.removeValue(forKey: seed) }) {
                    try tell(seed, result.get())
                    break
                }
                news.wait()
            }
        }
    }

    private func work() {
        while let seed = take() {
            let result = Result { try play(seed) }
            state.withLock { $0.results[seed] = result }
            news.signal()
        }
        state.withLock { $0.atWork -= 1 }
        news.signal()
    }

    private func take() -> Int? {
        state.withLock { state in
            guard state.next < seeds.upperBound else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    // Nobody begins another, and whoever plays in the folder has left it.
    private func finish() {
        state.withLock { $0.next = seeds.upperBound }
        while state.withLock({ $0.atWork > 0 }) { news.wait() }
    }
}
