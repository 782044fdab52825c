// Why a session ended. Only what the server said; a lost connection is the transport's to tell.

/// The end of a session.
package enum Closing: Hashable, Sendable {
    /// QUIT was answered.
    case quit
    /// EHLO was refused, so that nothing can be sent (RFC 5321, 4.1.1.1).
    case refused(Reply)
    /// The server said 421: it goes (RFC 5321, 3.8).
    ///
    /// `inHand` is the mail whose command it answered: a server that always goes at the same mail
    /// should not meet it first each time.
    case shutDown(Reply, answering: AwaitedReply?, inHand: Int?)
    /// The server broke the protocol.
    case protocolError(ProtocolError)

    /// What happened, for a person.
    package var sentence: String {
        switch self {
        case .quit:
            "The session ended as it should."
        case .refused(let reply):
            "The server refused the session after authentication: \(reply)"
        case .shutDown(let reply, let answering, _):
            if let answering {
                "The server closed the session in answer to \(answering.name): \(reply)"
            } else {
                "The server closed the session: \(reply)"
            }
        case .protocolError(let error):
            error.sentence
        }
    }
}
