// A clock that stands still until a test moves it, with bells that wait for it. Real threads wait
// here; none ever sleeps.

import Foundation
import Gateway

// Unchecked: everything that changes is touched while the condition is locked.
final class SimulatedClock: @unchecked Sendable {
    /// Monday 5 October 2026, 10:00 in Paris.
    static let start = Date(timeIntervalSince1970: 1_791_187_200)

    private let condition = NSCondition()
    private var moment = SimulatedClock.start
    private var waiting: [Int: Date] = [:]
    private var rung: Set<Int> = []
    private var bellsCount = 0

    var now: Date { locked { moment } }

    /// The seconds since the start.
    var seconds: Double { now.timeIntervalSince(Self.start) }

    /// Hangs a bell up.
    func makeBell() -> Bell {
        let number = locked {
            bellsCount += 1
            return bellsCount
        }
        return Bell(
            ring: { [self] in
                locked {
                    rung.insert(number)
                    condition.broadcast()
                }
            },
            wait: { [self] until in wait(number, until) }
        )
    }

    /// Waits until so many threads rest and none of them has a reason to wake up.
    func settle(_ count: Int) {
        locked {
            while waiting.count != count || waiting.contains(where: { isDue($0.key, $0.value) }) {
                condition.wait()
            }
        }
    }

    /// Lets time go by until a moment, in steps from one waiting's end to the next; after each step
    /// so many threads rest again.
    func advance(by seconds: Double, resting count: Int) {
        settle(count)
        let end = now.addingTimeInterval(seconds)
        while true {
            let next = locked { min(end, waiting.values.min() ?? end) }
            locked {
                moment = next
                condition.broadcast()
            }
            settle(count)
            if next >= end { return }
        }
    }

    /// Lets time jump, and waits for nobody.
    func pass(_ seconds: Double) {
        locked {
            moment = moment.addingTimeInterval(seconds)
            condition.broadcast()
        }
    }

    private func wait(_ number: Int, _ until: Date) -> Bool {
        locked {
            waiting[number] = until
            condition.broadcast()
            while !isDue(number, until) { condition.wait() }
            waiting[number] = nil
            condition.broadcast()
            return rung.remove(number) != nil
        }
    }

    private func isDue(_ number: Int, _ until: Date) -> Bool {
        rung.contains(number) || moment >= until
    }

    private func locked<Value>(_ work: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return work()
    }
}
