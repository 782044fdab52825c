// Work on a group of mails on all processors at once: reading a mail needs nothing but its bytes.

import Foundation
import Synchronization

/// Applies a function to many values at once.
package enum Parallel {
    /// The results, in the order of the values.
    package static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value],
        _ transform: @Sendable (Value) -> Result
    ) -> [Result] {
        guard values.count > 1 else { return values.map(transform) }
        let results = Mutex<[Int: Result]>([:])
        DispatchQueue.concurrentPerform(iterations: values.count) { place in
            let result = transform(values[place])
            results.withLock { $0[place] = result }
        }
        return results.withLock { found in values.indices.compactMap { found[$0] } }
    }
}
