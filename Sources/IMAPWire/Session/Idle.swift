// Waiting for news. The wait has its own small machine because its "+" and its DONE belong to no
// other command. When to end a wait and begin the next is the owner's business: before
// `secondsMaximum`, since servers may log out whoever waits 30 minutes.

/// The state of IDLE (RFC 2177; RFC 9051, 6.3.13).
package enum Idle: Hashable, Sendable {
    case off
    /// IDLE was sent, "+" has not come. DONE may not be sent yet; it may be wanted already.
    case awaitingConfirmation(endsAtOnce: Bool)
    /// The server waits with us.
    case idling
    /// DONE was sent, the tagged answer has not come.
    case ending

    /// The longest wait: a minute under the 29 that RFC 2177 asks clients to stay below.
    package static let secondsMaximum = 28 * 60

    /// The line that ends the wait.
    static let done = Array("DONE\r\n".utf8)

    /// IDLE is sent.
    mutating func begin() {
        precondition(self == .off, "IDLE was begun while a wait was under way.")
        self = .awaitingConfirmation(endsAtOnce: false)
    }

    /// What a "+" means.
    enum Confirmation: Hashable, Sendable {
        /// Nothing waited for it.
        case unexpected
        /// The wait begins.
        case begun
        /// The wait begins and is no longer wanted: DONE is to be sent now.
        case endNow
        /// Some servers say "+" again as a sign of life.
        case signOfLife
    }

    /// "+" came.
    mutating func confirm() -> Confirmation {
        switch self {
        case .off:
            return .unexpected
        case .awaitingConfirmation(let endsAtOnce):
            self = endsAtOnce ? .ending : .idling
            return endsAtOnce ? .endNow : .begun
        case .idling, .ending:
            return .signOfLife
        }
    }

    /// The owner wants to go on; the answer is whether DONE is to be sent now.
    mutating func end() -> Bool {
        switch self {
        case .off:
            preconditionFailure("DONE was wanted while no wait was under way.")
        case .awaitingConfirmation:
            self = .awaitingConfirmation(endsAtOnce: true)
            return false
        case .idling:
            self = .ending
            return true
        case .ending:
            return false
        }
    }

    /// The tagged answer came, after DONE or because the server ended the wait by itself.
    mutating func finish() { self = .off }
}
