// One mail on its way through a session: what is due next, what has been said about it, and
// whether its final dot has a place in the stream yet.

/// A mail transaction that has begun (RFC 5321, 3.3).
struct Transaction: Sendable {
    /// What the session has to do next for this mail.
    enum Step: Hashable, Sendable {
        /// The commands so far have no reply yet.
        case envelopeSent
        /// Step by step: MAIL was accepted.
        case rcptDue
        /// Step by step: RCPT was accepted.
        case dataDue
        /// The server waits for the content.
        case contentDue
        /// The server waits for content although it refused the recipient.
        case emptyContentDue
        /// The final dot has been composed; its reply comes next.
        case contentSent
    }

    let mail: MailObject
    var step = Step.envelopeSent
    var content: ContentEncoder

    /// The place of the final dot in the stream.
    var dotMark: Int?

    /// Whether the caller has been told the mail's outcome; replies may still be missing.
    var isSettled = false

    /// Whether RCPT was accepted, whatever was said before.
    var recipientAccepted = false

    init(_ mail: MailObject) {
        self.mail = mail
        content = ContentEncoder(mail.body)
    }
}

/// A reply that must come, and the place of the last byte it answers (of content: the dot).
struct Expectation: Hashable, Sendable {
    let reply: AwaitedReply
    let mark: Int
}
