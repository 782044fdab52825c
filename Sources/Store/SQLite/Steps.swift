// The writing steps of a store, counted: every statement that can change the database, every
// write to a pack, every flush. Tests stop a process dead at any one of them.

import Synchronization

/// Tells an observer before each writing step.
final class Steps: Sendable {
    private let count = Mutex(0)
    private let observer: @Sendable (Int, String) -> Void

    /// Tells `observer` the number of each step, from 1, and what it is.
    init(_ observer: @escaping @Sendable (Int, String) -> Void) {
        self.observer = observer
    }

    /// Announces the next step.
    func next(_ step: String) {
        let number = count.withLock { count in
            count += 1
            return count
        }
        observer(number, step)
    }
}
