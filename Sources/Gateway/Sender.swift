// Sends letters on a thread of its own while mails are still taken in, for a single full pass: a
// client's acknowledgement does not wait for the last mail of a long queue.
//
// A way out that fails is not tried again in the same pass, however often the sender is woken.

import Desk
import Foundation
import Synchronization

/// The outbox's part of a single pass.
package final class Sender: Sendable {
    private let dispatch: Dispatch
    private let state = Mutex(State())
    private let wish = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private struct State {
        var isLast = false
        var closed: Set<MailboxName> = []
        var report = DispatchReport()
        var failure: (any Error)?

        mutating func note(_ run: DispatchReport) {
            report.add(run)
            for failed in run.failures { closed.formUnion(failed.letters) }
        }
    }

    /// Begins to wait for letters.
    package init(_ world: World) {
        dispatch = Dispatch(world)
        Thread.detachNewThread { [self] in
            work()
            ended.signal()
        }
    }

    /// Says that letters may be due.
    package func wake() { wish.signal() }

    /// Sends what is still due, and tells what all of it came to.
    package func finish() throws -> DispatchReport {
        state.withLock { $0.isLast = true }
        wish.signal()
        ended.wait()
        return try state.withLock { state in
            if let failure = state.failure { throw failure }
            return state.report
        }
    }

    private func work() {
        while true {
            wish.wait()
            // Read before the work: a letter that is queued before `finish` is sent.
            let isLast = state.withLock { $0.isLast }
            do {
                let report = try dispatch.run(except: state.withLock { $0.closed })
                state.withLock { $0.note(report) }
            } catch {
                return state.withLock { $0.failure = error }
            }
            if isLast { return }
        }
    }
}
