// What a running service tells: one value for each line of its log. Nothing here holds an address
// or a subject but the journey and the letter, and whoever prints them chooses.

package import Desk
package import Foundation

/// The services that run side by side.
package enum ServiceName: Hashable, Sendable {
    /// Sends letters.
    case outbox
    /// Takes one mailbox's mail in.
    case mailbox(MailboxName)
    /// Keeps the promises, and takes up what was left.
    case clock
}

extension ServiceName: CustomStringConvertible {
    /// As people call it.
    package var description: String {
        switch self {
        case .outbox: "outbox"
        case .mailbox(let name): "mailbox \(name.text)"
        case .clock: "clock"
        }
    }
}

/// Something that happened in a running service.
package enum ServiceEvent: Sendable {
    /// The supervisor came to another state.
    case supervisor(Supervisor.State)
    /// A service began its work.
    case began(ServiceName)
    /// A service has ended.
    case ended(ServiceName)
    /// Settings and templates are being read anew.
    case reloading
    /// New settings and templates are in force.
    case reloaded
    /// New settings or templates are broken: the old ones stay in force. The first errors.
    case reloadRefused([String])
    /// A group of mails was taken in.
    case tookIn(MailboxName, fetched: Int, filed: Int)
    /// A mail was filed.
    case filed(Journey)
    /// A letter was handed over, and this came of it.
    case handedOver(OutboxEntry, SendOutcome)
    /// A file or a mail that could not be dealt with, and stays.
    case complained(ServiceName, String)
    /// A way failed for the first time; it is tried again at this moment.
    case failed(ServiceName, way: MailboxName?, String, nextTry: Date)
    /// A way works again, after so many failures.
    case recovered(ServiceName, way: MailboxName?, failures: Int)
    /// A service has made no progress for too long: the watchdog is not fed.
    case stuck(ServiceName)
    /// A service did not end in time and is left behind; what it had committed is safe.
    case leftBehind(ServiceName)
}
