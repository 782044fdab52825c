// A way out that does what a test says.

import Desk
import Foundation
import Gateway
import Synchronization

final class ScriptedPostman: Sendable {
    let mailbox: MailboxName
    private let clock: SimulatedClock
    private let inside = Mutex(Inside())

    private struct Inside {
        var failure: ScriptedInbox.Failure?
        var later: Double?
        var handedOver: [(seconds: Double, recipient: String)] = []
    }

    init(_ mailbox: MailboxName, _ clock: SimulatedClock) {
        self.mailbox = mailbox
        self.clock = clock
    }

    /// The recipients of what was handed over, with the seconds since the start.
    var handedOver: [(seconds: Double, recipient: String)] { inside.withLock { $0.handedOver } }

    /// Lets the whole way fail, until it is called with nil.
    func fail(_ failure: ScriptedInbox.Failure?) { inside.withLock { $0.failure = failure } }

    /// Lets the server put the next letters off by so many seconds.
    func putOff(by seconds: Double?) { inside.withLock { $0.later = seconds } }

    var postman: Postman {
        Postman(
            mailbox: mailbox,
            deliver: { [self] entries, now in
                let seconds = clock.seconds
                return try inside.withLock { inside in
                    if let failure = inside.failure { throw failure }
                    if let later = inside.later {
                        inside.later = nil
                        let moment = now.addingTimeInterval(later)
                        return entries.map { ($0.row, .later(moment, note: "busy")) }
                    }
                    inside.handedOver += entries.map { (seconds, $0.letter.recipient.text) }
                    return entries.map { ($0.row, .done(note: "accepted")) }
                }
            },
            findDelivered: { [self] _ in
                try inside.withLock { inside in
                    if let failure = inside.failure { throw failure }
                    return []
                }
            }
        )
    }
}
