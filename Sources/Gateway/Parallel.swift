// Work on a group of mails on all processors at once, beside the thread that asks for it: what a
// mail says by itself needs nothing but its bytes.

import Foundation
import Synchronization

/// Applies a function to many values at once.
package enum Parallel {
    /// Begins the work; the results, in the order of the values, wait to be taken.
    static func begin<Value: Sendable, Result: Sendable>(
        _ values: [Value],
        _ transform: @escaping @Sendable (Value) -> Result
    ) -> Pending<Result> {
        let pending = Pending<Result>(count: values.count)
        guard values.count > 1 else {
            for value in values { pending.put(transform(value), at: 0) }
            pending.end()
            return pending
        }
        DispatchQueue.global().async {
            DispatchQueue.concurrentPerform(iterations: values.count) { place in
                pending.put(transform(values[place]), at: place)
            }
            pending.end()
        }
        return pending
    }

    /// Begins work that somebody waits for while others judge mails: it goes before theirs.
    package static func begin<Result: Sendable>(
        _ work: @escaping @Sendable () -> Result
    ) -> Pending<Result> {
        let pending = Pending<Result>(count: 1)
        DispatchQueue.global(qos: .userInitiated).async {
            pending.put(work(), at: 0)
            pending.end()
        }
        return pending
    }
}

/// Results that are being made; they are taken once.
package final class Pending<Value: Sendable>: Sendable {
    private let values: Mutex<[Value?]>
    private let done = DispatchSemaphore(value: 0)

    fileprivate init(count: Int) {
        values = Mutex([Value?](repeating: nil, count: count))
    }

    fileprivate func put(_ value: Value, at place: Int) {
        values.withLock { $0[place] = value }
    }

    fileprivate func end() { done.signal() }

    /// Waits for the results.
    package consuming func take() -> [Value] {
        done.wait()
        return values.withLock { values in
            defer { values = [] }
            return values.compactMap { $0 }
        }
    }
}
