// How far a transaction had come. A reply means little without it: 550 to MAIL is trouble with our
// own sender, 550 to RCPT is trouble with the recipient.

/// The steps of one mail transaction (RFC 5321, 3.3).
package enum Stage: String, Hashable, Sendable, CaseIterable {
    /// MAIL FROM: the server judges the sender and the session.
    case mail
    /// RCPT TO: the server judges the recipient.
    case rcpt
    /// DATA: the server judges the whole envelope.
    case data
    /// The content up to its final dot: the server takes the mail or does not.
    case body
}
