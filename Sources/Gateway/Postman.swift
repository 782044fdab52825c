// A mailbox's way out, as the shell sees it: how many letters may leave, what became of those that
// were handed over, and whether anything outside the store can tell of them afterwards.

package import Desk
package import Foundation

/// How many letters may leave now, and when there is room for more.
package struct SendingRoom: Hashable, Sendable {
    /// How many may leave now.
    package var letters: Int
    /// When the next one may leave after that.
    package var nextAt: Date

    /// States the room.
    package init(letters: Int, nextAt: Date) {
        (self.letters, self.nextAt) = (letters, nextAt)
    }
}

/// What handing letters over came to.
package struct HandedOver: Sendable {
    /// What became of each letter.
    package var outcomes: [(OutboxID, SendOutcome)]
    /// Why the way itself failed, where it did: it is left alone for a while.
    package var failure: (any Error)?
    /// What went wrong beside, in sentences: a copy that could not be kept.
    package var complaints: [String]

    /// States what became of letters.
    package init(
        _ outcomes: [(OutboxID, SendOutcome)],
        failure: (any Error)? = nil,
        complaints: [String] = []
    ) {
        self.outcomes = outcomes
        self.failure = failure
        self.complaints = complaints
    }
}

/// One mailbox's way out.
package struct Postman: Sendable {
    /// The mailbox in whose name it carries letters.
    package var mailbox: MailboxName
    /// Hands letters over, in order, and says what became of each; between two letters it asks
    /// whether it may go on.
    package var handOver:
        @Sendable (_ letters: [OutboxEntry], _ now: Date, _ goesOn: @Sendable () -> Bool) throws
            -> HandedOver
    /// Which of these letters have left, by evidence outside the store; nil where nothing can tell.
    package var findDelivered: (@Sendable (Set<MessageID>) throws -> Set<MessageID>)?
    /// What our own notes tell of letters that a stop has caught.
    ///
    /// True for one that was taken, false for one that never left; others are in doubt.
    package var notes: @Sendable (Set<MessageID>) -> [MessageID: Bool] = { _ in [:] }
    /// How long evidence may take to appear, in seconds.
    package var evidenceSeconds = 0.0
    /// Whether a letter of which there is no evidence has not left: so where the server, or a
    /// loop-back, leaves the trace.
    ///
    /// Where we leave it ourselves after the server's answer, a letter
    /// without an answer has none, taken or not.
    package var absenceTells = true
    /// How many letters may leave now; nil for any number.
    package var room: @Sendable (Date) -> SendingRoom? = { _ in nil }

    /// Describes a way out.
    package init(
        mailbox: MailboxName,
        handOver:
            @escaping @Sendable ([OutboxEntry], Date, @Sendable () -> Bool) throws -> HandedOver,
        findDelivered: (@Sendable (Set<MessageID>) throws -> Set<MessageID>)?
    ) {
        self.mailbox = mailbox
        self.handOver = handOver
        self.findDelivered = findDelivered
    }

    /// Describes a way out on which nothing takes long and nothing goes wrong beside.
    package init(
        mailbox: MailboxName,
        deliver: @escaping @Sendable ([OutboxEntry], Date) throws -> [(OutboxID, SendOutcome)],
        findDelivered: @escaping @Sendable (Set<MessageID>) throws -> Set<MessageID>
    ) {
        self.init(
            mailbox: mailbox,
            handOver: { letters, now, _ in HandedOver(try deliver(letters, now)) },
            findDelivered: findDelivered
        )
    }
}
