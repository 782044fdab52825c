// A mailbox that does what a test says: holds mails, fails, or keeps its caller waiting.

import Desk
import Foundation
import Gateway
import Synchronization

final class ScriptedInbox: Sendable {
    struct Failure: WorldFailure {
        var sentence = "the server does not answer"
        var isTemporary = true
    }

    let mailbox: MailboxName
    private let clock: SimulatedClock
    private let atGate = DispatchSemaphore(value: 0)
    private let inside = Mutex(Inside())

    private struct Inside {
        var mails: [RawMessage] = []
        var failure: Failure?
        var complaints: [String] = []
        var attempts: [Double] = []
        var marked: [MailOrigin] = []
        var gate: DispatchSemaphore?
    }

    init(_ mailbox: MailboxName, _ clock: SimulatedClock) {
        self.mailbox = mailbox
        self.clock = clock
    }

    /// When passes were begun, in seconds since the start.
    var attempts: [Double] { inside.withLock { $0.attempts } }

    /// What was marked.
    var marked: [MailOrigin] { inside.withLock { $0.marked } }

    /// Lets every pass fail, until it is called with nil.
    func fail(_ failure: Failure?) { inside.withLock { $0.failure = failure } }

    /// Lets every pass complain of files.
    func complain(_ complaints: [String]) { inside.withLock { $0.complaints = complaints } }

    /// Keeps the next passes waiting until the gate is opened.
    func hang(on gate: DispatchSemaphore) { inside.withLock { $0.gate = gate } }

    /// Waits until a pass stands at the gate.
    func waitForPass() { atGate.wait() }

    /// Puts a mail in.
    func put(_ name: String) {
        let mail = RawMessage(
            origin: MailOrigin(mailbox: mailbox, validity: 0, uid: .name(name)),
            receivedAt: clock.now,
            bytes: Array(name.utf8)
        )
        inside.withLock { $0.mails.append(mail) }
    }

    var inbox: Inbox {
        Inbox(
            mailbox: mailbox,
            beginPass: { [self] in
                let seconds = clock.seconds
                let (failure, gate) = inside.withLock { inside in
                    inside.attempts.append(seconds)
                    return (inside.failure, inside.gate)
                }
                if let gate {
                    atGate.signal()
                    gate.wait()
                }
                if let failure { throw failure }
                let pass = Pass()
                return { count, _ in self.next(count, in: pass) }
            },
            markDone: { [self] origins in
                inside.withLock { inside in
                    inside.marked += origins
                    inside.mails.removeAll { origins.contains($0.origin) }
                }
            }
        )
    }

    // A pass hands each mail over once, marked or not.
    private func next(_ count: Int, in pass: Pass) -> FetchedBatch {
        inside.withLock { inside in
            let marked = Set(inside.marked)
            let mails = pass.given.withLock { given in
                let waiting = inside.mails.filter {
                    !marked.contains($0.origin) && !given.contains($0.origin)
                }
                given.formUnion(waiting.prefix(count).map(\.origin))
                return Array(waiting.prefix(count))
            }
            return FetchedBatch(mails: mails, complaints: inside.complaints)
        }
    }

    private final class Pass: Sendable {
        let given = Mutex<Set<MailOrigin>>([])
    }
}
