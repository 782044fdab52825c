// The mails that will come, by their moments: a folder's, or those that a made month writes while
// it is played.

package import Foundation
import Synchronization

/// Mails that wait for their moment.
package final class MailQueue: Sendable {
    private let waiting: Mutex<[ComingMail]>

    /// Lets mails wait.
    package init(_ mails: [ComingMail] = []) {
        waiting = Mutex(mails.sorted(by: Self.isEarlier))
    }

    /// When the next one comes.
    package var nextMoment: Date? { waiting.withLock { $0.first?.receivedAt } }

    /// Lets another mail wait.
    package func add(_ mail: ComingMail) {
        waiting.withLock { waiting in
            let place = waiting.firstIndex { Self.isEarlier(mail, $0) } ?? waiting.endIndex
            waiting.insert(mail, at: place)
        }
    }

    /// Takes the next mail that has come by a moment.
    package func take(by moment: Date) -> ComingMail? {
        waiting.withLock { waiting in
            guard let first = waiting.first, first.receivedAt <= moment else { return nil }
            return waiting.removeFirst()
        }
    }

    private static func isEarlier(_ one: ComingMail, _ other: ComingMail) -> Bool {
        (one.receivedAt, one.name) < (other.receivedAt, other.name)
    }
}
