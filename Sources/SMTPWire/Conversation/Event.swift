// What a session has to tell. Every mail that was taken by `enqueue` has exactly one end: an
// outcome, or a place in one list of unsettled mails, or being given back by `quit`.

/// Something that the caller must act upon.
package enum Event: Hashable, Sendable {
    /// The server said what it offers; mails may be enqueued.
    case ready(Capabilities)
    /// The server decided about a mail.
    case outcome(token: Int, Outcome)
    /// Nothing more will be sent; the connection can be closed.
    case closed(Closing, unsettled: [UnsettledMail])
}

/// What the server decided about one mail; only `accepted` makes it responsible for the mail.
package enum Outcome: Hashable, Sendable {
    /// The final dot was answered with 2yz.
    case accepted(Reply)
    /// 4yz: the same mail may be accepted later.
    case deferred(Reply, Stage)
    /// 5yz: the same mail would be refused again.
    case refused(Reply, Stage)
}

/// A mail about which the server said nothing before the session ended.
package struct UnsettledMail: Hashable, Sendable {
    package let token: Int
    package let loss: Loss

    package init(token: Int, loss: Loss) {
        self.token = token
        self.loss = loss
    }
}

/// What may have become of a mail when the session ended without an answer.
package enum Loss: Hashable, Sendable {
    /// The final dot was certainly not sent: the server cannot have taken the mail
    /// (RFC 5321, 4.1.1.4).
    case untouched
    /// The final dot may have been sent: the server may have taken the mail, or not.
    case uncertain
}
