// Waiting for many at once: the order is that of the works, whichever ends first, and one that
// never ends is waited for no longer than was said.

import Foundation
import Testing

@testable import guichet

@Suite("Things done side by side")
struct SideBySideTests {
    private struct Late: Error {}

    @Test("are handed out in their order, though the last ends first")
    func order() throws {
        let ended = (0...20).map { _ in DispatchSemaphore(value: 0) }
        let works = (0..<20).map { place -> @Sendable () throws -> Int in
            {
                if place < 19 { ended[place + 1].wait() }
                defer { ended[place].signal() }
                return place
            }
        }
        let both = SideBySide(works, secondsMaximum: 60, late: Late())
        #expect(try works.indices.map(both.outcome) == Array(0..<20))
    }

    @Test("fail each for itself, and what never ends is late")
    func late() throws {
        let never = DispatchSemaphore(value: 0)
        let works: [@Sendable () throws -> Int] = [
            { 1 }, { throw CommandFailure(.unavailable, "away") },
            {
                never.wait()
                return 3
            },
        ]
        let all = SideBySide(works, secondsMaximum: 0.2, late: Late())
        #expect(try all.outcome(of: 0) == 1)
        #expect(throws: CommandFailure.self) { try all.outcome(of: 1) }
        #expect(throws: Late.self) { try all.outcome(of: 2) }
        never.signal()
    }
}
